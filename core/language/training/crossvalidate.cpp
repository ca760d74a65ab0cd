// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_crossvalidate LANGUAGE-FOLDER [--misses]: how well intents are read in messages that were not learnt from.
// First a fifth of all is held out at a time, then all messages of one writer.
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
