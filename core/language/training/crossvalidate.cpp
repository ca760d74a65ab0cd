// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_crossvalidate LANGUAGE-FOLDER [--misses]: how well intents are read in messages that were not learnt from.
// First a fifth of all is held out at a time, then all messages of one writer.
#include "language/assertion.h"
#include "language/intents.h"
#include "language/training/lessons.h"
#include "language/training/misspelling.h"

#include <QSet>
#include <QStringList>

#include <cstdio>

using namespace delpek;
using namespace delpek::language;

namespace
{

constexpr std::size_t kFolds = 5;
constexpr double kMistakes = 0.05;

struct Share {
    int part = 0;
    int whole = 0;
    void add(bool good)
    {
        ++whole;
        part += good;
    }
    double percent() const { return whole > 0 ? 100.0 * part / whole : 0; }
};

/// One way of holding out.
struct Figures {
    Share all, hard, answered, abstained, hebrew, english, mixed, misspelt;
    std::array<Share, 10> bySureness;

    void print(const char* name) const
    {
        std::printf("%-14s %5d  %5.1f  %5.1f  %5.1f  %5.1f  %5.1f  %5.1f  %5.1f\n", name, all.whole, all.percent(),
                    hard.percent(), hebrew.percent(), english.percent(), misspelt.percent(), answered.percent(),
                    abstained.percent());
        std::fflush(stdout);
    }
};

struct Examination {
    const std::vector<Labelled>& messages;
    std::vector<Heard> plain;
    std::vector<Heard> misspelt;
    bool misses = false;

    void examine(std::size_t i, const IntentModel& model, Figures& into) const
    {
        const auto& message = messages[i];
        const auto reading = readIntent(plain[i], model, {});
        const bool right = reading.intent == message.intent;
        into.all.add(right);
        if (message.hard) {
            into.hard.add(right);
        }
        if (message.language) {
            (*message.language == domain::Language::Hebrew ? into.hebrew : into.english).add(right);
        } else {
            into.mixed.add(right);
        }
        into.abstained.add(reading.intent < 0);
        if (reading.intent >= 0) {
            into.answered.add(right);
            into.bySureness[std::min<std::size_t>(9, std::size_t(reading.score * 10))].add(right);
        }
        into.misspelt.add(readIntent(misspelt[i], model, {}).intent == message.intent);
        if (misses && !right) {
            std::printf("%s\t%s\t%s %.2f\t%s\n", qPrintable(message.id), intentNames[std::size_t(message.intent)],
                        reading.intent < 0 ? "-" : intentNames[std::size_t(reading.intent)], reading.score,
                        message.text.toUtf8().replace('\n', ' ').constData());
        }
    }
};

} // namespace

static void dump(const Labelled& m, const Heard& h, const Lexicon& lexicon, int copy)
{
    std::printf("M %s %s %d %d %d %d\n", qPrintable(m.writer), m.id.isEmpty() ? "-" : qPrintable(m.id), m.intent, int(m.hard), copy, int(h.text.question));
    const auto& t = h.text.tokens;
    for (std::size_t i = 0; i < t.size(); ++i) {
        const auto end = t[i].span.end;
        const auto next = i + 1 < t.size() ? t[i + 1].span.begin : h.text.original.size();
        const bool q = next > end && h.text.original.mid(end, next - end).contains(QLatin1Char('?'));
        std::printf("T %d %d %d", int(t[i].number), t[i].breakBefore, int(q));
        for (const auto& f : t[i].forms) {
            auto k = f.key();
            k.replace(QLatin1Char(' '), QLatin1Char('_'));
            std::printf(" %s", k.toUtf8().constData());
        }
        std::printf("\n");
    }
    const auto scope = lexicon.assertion->scope(h.text);
    for (const auto& p : h.hints.topics) {
        std::printf("P %d %u %d\n", p.token, p.tag, int(scope.of(Match{0, p.token, p.token})));
    }
    for (const auto x : h.hints.tags) {
        std::printf("G %u\n", x);
    }
    for (const auto x : h.hints.cues) {
        std::printf("C %d\n", x);
    }
    for (const auto x : h.hints.cueSums) {
        std::printf("S %g\n", x);
    }
    for (const auto x : h.hints.grammar) {
        std::printf("R %u\n", x);
    }
    if (copy == 0) {
        std::printf("X %s\n", m.text.toUtf8().replace('\n', ' ').constData());
    }
}

int main(int argc, char** argv)
{
    const auto folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "resources/language");
    const auto lexicon = Lexicon::load(folder);
    const auto messages = lexicon ? readLabelled(folder + QStringLiteral("/training"))
                                  : Result<std::vector<Labelled>>(fail(lexicon.error()));
    if (!messages) {
        std::fprintf(stderr, "%s\n", qPrintable(messages.error().detail));
        return 1;
    }
    Examination examination{*messages, {}, {}, argc > 2};
    std::mt19937 random(5);
    QSet<QString> writers;
    for (const auto& message : *messages) {
        const auto context = labelledContext(message);
        examination.plain.push_back(hear(message.text, **lexicon, context));
        examination.misspelt.push_back(hear(misspell(message.text, kMistakes, random), **lexicon, context));
        writers.insert(message.writer);
    }
    if (argc > 2 && QByteArray(argv[2]) == "--dump") {
        std::mt19937 other(20260303);
        for (std::size_t i = 0; i < messages->size(); ++i) {
            const auto& m = (*messages)[i];
            dump(m, examination.plain[i], **lexicon, 0);
            dump(m, examination.misspelt[i], **lexicon, 9);
            for (int c = 1; c <= 2; ++c) {
                dump(m, hear(misspell(m.text, kMistakes, other), **lexicon, labelledContext(m)), **lexicon, c);
            }
        }
        return 0;
    }
    const Lessons lessons(**lexicon, *messages);
    std::printf("held out       count    all   hard     he     en  typos  answered  abstained\n");
    Figures folded;
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        const auto model = learnCalibrated(lessons, [&](std::size_t i) { return partOf(i, kFolds) != fold; });
        for (std::size_t i = fold; i < messages->size(); i += kFolds) {
            examination.examine(i, model, folded);
        }
    }
    folded.print("a fifth");
    auto sorted = writers.values();
    sorted.sort();
    for (const auto& writer : sorted) {
        const auto model = learnCalibrated(lessons, [&](std::size_t i) { return (*messages)[i].writer != writer; });
        Figures figures;
        for (std::size_t i = 0; i < messages->size(); ++i) {
            if ((*messages)[i].writer == writer) {
                examination.examine(i, model, figures);
            }
        }
        figures.print(qPrintable(writer));
    }
    for (std::size_t i = 0; i < 10; ++i) {
        std::printf("score %.1f: %4d answered, %.1f %% right\n", double(i) / 10, folded.bySureness[i].whole,
                    folded.bySureness[i].percent());
    }
    return 0;
}
