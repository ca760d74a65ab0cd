// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_check_urgency RULES-FOLDER MESSAGES.jsonl…: learns the second look without one file at a time and asks it for
// that file's messages; prints what rules and model find together from each likelihood on. With --show before the
// folder, what is judged wrongly from 0.5 on, too: wanted, by the rules, how likely, the message.
#include "urgencylessons.h"

#include <cstdio>
#include <cstring>

using namespace delpek;

namespace
{

constexpr double kShown = 0.5;

struct Tally {
    int emergencies = 0;
    int found = 0;
    int routine = 0;
    int alarms = 0;
    int raised = 0; ///< routine messages called the doctor's
    int called = 0;
    int doctor = 0;
    int kept = 0;
};

/// What the rules alone say.
domain::Urgency byRules(const safety::Triage& triage, const QString& text)
{
    auto urgency = domain::Urgency::Routine;
    for (const auto& hit : triage.judge(text).hits) {
        if (!hit.rule.startsWith(QLatin1String("second-look"))) {
            urgency = std::max(urgency, hit.urgency);
        }
    }
    return urgency;
}

void count(Tally& tally, domain::Urgency wanted, domain::Urgency judged)
{
    const bool called = judged == domain::Urgency::Emergency;
    tally.called += called;
    if (wanted == domain::Urgency::Emergency) {
        ++tally.emergencies;
        tally.found += called;
    } else if (wanted == domain::Urgency::DoctorRequired) {
        ++tally.doctor;
        tally.kept += judged != domain::Urgency::Routine;
    } else {
        ++tally.routine;
        tally.alarms += called;
        tally.raised += judged == domain::Urgency::DoctorRequired;
    }
}

void show(const safety::Lesson& lesson, domain::Urgency rules, domain::Urgency judged, double emergency, double doctor)
{
    const bool wrong = (lesson.urgency == domain::Urgency::Emergency) != (judged == domain::Urgency::Emergency) ||
                       (lesson.urgency == domain::Urgency::DoctorRequired && judged == domain::Urgency::Routine);
    if (wrong) {
        std::printf("    %s\t%s\t%.2f\t%.2f\t%s\t%s\n", qPrintable(base::toText(lesson.urgency)),
                    qPrintable(base::toText(rules)), emergency, doctor, qPrintable(lesson.id),
                    base::utf8(lesson.text).c_str());
    }
}

double share(int part, int whole)
{
    return whole > 0 ? 100.0 * part / whole : 0;
}

} // namespace

int main(int argc, char** argv)
{
    const bool showing = argc > 1 && std::strcmp(argv[1], "--show") == 0;
    argv += showing;
    argc -= showing;
    const auto folder = QString::fromLocal8Bit(argc > 2 ? argv[1] : "");
    const auto book = safety::SignBook::load(folder);
    const auto triage = safety::Triage::load(folder);
    if (!book || !triage) {
        std::fprintf(stderr, "%s\n", qPrintable(!book ? book.error().detail : triage.error().detail));
        return 1;
    }
    safety::UrgencyLessons school(**book);
    std::mt19937 random(1);
    std::vector<std::vector<safety::Lesson>> files;
    std::vector<std::vector<safety::Lesson>> misspelt;
    for (int i = 2; i < argc; ++i) {
        auto read = school.read(QString::fromLocal8Bit(argv[i]));
        if (!read) {
            std::fprintf(stderr, "%s\n", qPrintable(read.error().detail));
            return 1;
        }
        misspelt.emplace_back();
        for (const auto& lesson : *read) {
            misspelt.back().push_back(school.misspelt(lesson, random));
        }
        files.push_back(std::move(*read));
    }
    for (std::size_t held = 0; held < files.size(); ++held) {
        std::vector<const safety::Lesson*> others;
        for (std::size_t i = 0; i < files.size(); ++i) {
            for (std::size_t j = 0; i != held && j < files[i].size(); ++j) {
                others.push_back(&files[i][j]);
                others.push_back(&misspelt[i][j]);
            }
        }
        const auto weights = school.learn(others);
        if (files[held].front().id.isEmpty()) {
            continue; // phrases: learnt from only
        }
        std::printf("%s: %zu messages\n", argv[held + 2], files[held].size());
        for (const double from : {2.0, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2}) {
            Tally tally;
            for (const auto& lesson : files[held]) {
                const auto rules = byRules(**triage, lesson.text);
                const auto [emergency, doctor] = school.judge(lesson, weights);
                const auto judged = emergency >= from ? domain::Urgency::Emergency
                                    : doctor >= from  ? std::max(rules, domain::Urgency::DoctorRequired)
                                                      : rules;
                if (showing && from == kShown) {
                    show(lesson, rules, judged, emergency, doctor);
                }
                count(tally, lesson.urgency, judged);
            }
            std::printf("  from %.1f: emergencies %d of %d (%.1f %%), false on routine %d of %d (%.1f %%), of those "
                        "called one %.1f %%, doctor's not lowered %d of %d (%.1f %%), routine to the doctor %.1f %%\n",
                        from, tally.found, tally.emergencies, share(tally.found, tally.emergencies), tally.alarms,
                        tally.routine, share(tally.alarms, tally.routine), share(tally.found, tally.called), tally.kept,
                        tally.doctor, share(tally.kept, tally.doctor), share(tally.raised, tally.routine));
        }
    }
    return 0;
}
