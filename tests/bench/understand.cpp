// SPDX-License-Identifier: GPL-3.0-or-later
// bench_understand [repeats] FILE: every message of a JSONL file understood, one core, one at a time.
#include "base/json.h"
#include "bench/figures.h"
#include "language/understanding.h"

#include <QCoreApplication>
#include <QFile>

using namespace delpek;

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const int repeats = arguments.value(1, QStringLiteral("5")).toInt();
    QFile file(arguments.value(2));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("usage: bench_understand REPEATS FILE");
    }
    QStringList messages;
    while (!file.atEnd()) {
        messages.append(base::textAt(bench::orEnd(base::parseJson(file.readLine())), "text"));
    }
    std::unique_ptr<language::Understander> understander;
    const double loading = bench::millisecondsOf(
        [&] { understander = bench::orEnd(language::Understander::load(QStringLiteral(":/delpek/language"))); });
    language::UnderstandingContext context;
    context.now = domain::LocalTime::fromText(QStringLiteral("2026-03-03T10:00"));
    std::vector<double> p50;
    std::vector<double> p99;
    for (int i = 0; i < repeats; ++i) {
        std::vector<double> samples;
        for (const auto& message : messages) {
            samples.push_back(1000 * bench::millisecondsOf([&] { understander->understand(message, context); }));
        }
        p50.push_back(bench::quantile(samples, 0.5));
        p99.push_back(bench::quantile(samples, 0.99));
    }
    const bench::Table table(QStringLiteral("bench_understand, %1 messages").arg(messages.size()));
    table.row(QStringLiteral("lexicon and model loaded"), {loading}, QStringLiteral("ms"));
    table.row(QStringLiteral("a message: p50"), p50, QStringLiteral("µs"), QStringLiteral("< 20 µs"));
    table.row(QStringLiteral("a message: p99"), p99, QStringLiteral("µs"), QStringLiteral("< 1000 µs"));
    return 0;
}
