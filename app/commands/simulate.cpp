// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/output.h"
#include "base/await.h"
#include "base/file.h"
#include "base/workers.h"
#include "simulation/runner.h"
#include "simulation/scriptedbrain.h"

#include <QCommandLineParser>
#include <QDirIterator>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QThread>

namespace delpek::app
{

namespace
{

/// The files named, and every .json below the folders named, in order of name.
Result<QStringList> scenarioFiles(const QStringList& paths)
{
    QStringList files;
    for (const auto& path : paths) {
        const QFileInfo info(path);
        if (info.isFile()) {
            files.append(path);
        } else if (info.isDir()) {
            QStringList inside;
            for (QDirIterator it(path, {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
                 it.hasNext();) {
                inside.append(it.next());
            }
            inside.sort();
            files.append(inside);
        } else {
            return fail(ErrorCode::NotFound, QStringLiteral("%1: no such file or folder").arg(path));
        }
    }
    if (files.isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no scenario (*.json) in what was named"));
    }
    return files;
}

struct Totals {
    int total = 0;
    int passed = 0;
    int needNoPerson = 0;
    int automated = 0; ///< of those
    int turns = 0;
    int steps = 0;
    int toolCalls = 0;
    int handOffs = 0;
    base::Json results = base::Json::array();
};

void add(Totals& totals, const simulation::ScenarioResult& result)
{
    ++totals.total;
    totals.passed += result.passed ? 1 : 0;
    totals.needNoPerson += result.needsNoPerson ? 1 : 0;
    totals.automated += result.needsNoPerson && result.automated ? 1 : 0;
    totals.turns += result.turns;
    totals.steps += result.steps;
    totals.toolCalls += result.toolCalls;
    totals.handOffs += result.handOffs;
    totals.results.push_back(simulation::toJson(result));
}

void printTotals(const Totals& totals, std::chrono::milliseconds took)
{
    print(QStringLiteral("%1 of %2 scenarios passed").arg(totals.passed).arg(totals.total));
    if (totals.needNoPerson > 0) {
        print(QStringLiteral("%1 of %2 that need no person were done without one (%3 %)")
                  .arg(totals.automated)
                  .arg(totals.needNoPerson)
                  .arg(100.0 * totals.automated / totals.needNoPerson, 0, 'f', 1));
    }
    print(QStringLiteral("%1 turns, %2 steps of the brain, %3 tool calls, %4 hand-offs, in %5 s")
              .arg(totals.turns)
              .arg(totals.steps)
              .arg(totals.toolCalls)
              .arg(totals.handOffs)
              .arg(double(took.count()) / 1000, 0, 'f', 1));
}

bool writeReport(const QString& path, const Totals& totals)
{
    const base::Json report{{"total", totals.total},
                            {"passed", totals.passed},
                            {"need_no_person", totals.needNoPerson},
                            {"automated", totals.automated},
                            {"results", totals.results}};
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QByteArray::fromStdString(report.dump(2))) > 0 &&
           file.commit();
}

simulation::ScenarioResult runRepeated(const simulation::Scenario& scenario, const agent::Mind& mind,
                                       const clinic::ClinicFile& clinic, const simulation::BrainMaker& brain,
                                       int repeat)
{
    simulation::ScenarioResult result;
    for (int i = 0; i < repeat; ++i) {
        const QTemporaryDir folder;
        result = simulation::runScenario(scenario, mind, {clinic, folder.path(), brain});
        if (!result.passed) {
            result.failures.prepend(repeat > 1 ? QStringLiteral("run %1 of %2 failed").arg(i + 1).arg(repeat)
                                               : QString());
            result.failures.removeAll(QString());
            break;
        }
    }
    return result;
}

Result<std::vector<simulation::Scenario>> readScenarios(const QStringList& files)
{
    std::vector<simulation::Scenario> scenarios;
    for (const auto& path : files) {
        const auto bytes = base::readFile(path);
        if (!bytes) {
            return fail(bytes.error());
        }
        auto scenario = simulation::parseScenario(*bytes);
        if (!scenario) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(path, scenario.error().detail));
        }
        scenarios.push_back(std::move(*scenario));
    }
    return scenarios;
}

void printResult(const simulation::ScenarioResult& result, bool withTranscript)
{
    print(QStringLiteral("%1  %2").arg(result.passed ? QStringLiteral("pass") : QStringLiteral("FAIL"), result.id));
    for (const auto& failure : result.failures) {
        print(QStringLiteral("      ") + failure);
    }
    for (const auto& line : withTranscript ? result.transcript : std::vector<simulation::TranscriptLine>()) {
        print(QStringLiteral("      %1%2: %3")
                  .arg(line.from, line.asks.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(line.asks), line.text));
    }
}

/// Several at a time, as each has a world and a clock of its own and waits mostly for its disk; told in order.
template <typename Tell>
void playAll(const std::vector<simulation::Scenario>& scenarios, const agent::Mind& mind,
             const clinic::ClinicFile& clinic, const simulation::BrainMaker& brain, int repeat, const Tell& tell)
{
    std::vector<Future<simulation::ScenarioResult>> results;
    base::Workers workers(std::clamp(2 * QThread::idealThreadCount(), 2, 8));
    for (const auto& scenario : scenarios) {
        const auto promise = std::make_shared<Promise<simulation::ScenarioResult>>();
        results.push_back(promise->future());
        workers.post([promise, &scenario, &mind, &clinic, &brain, repeat] {
            promise->finish(runRepeated(scenario, mind, clinic, brain, repeat));
        });
    }
    for (const auto& result : results) {
        if (const auto played = base::await(result)) {
            tell(*played);
        }
    }
}

} // namespace

int simulateCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Plays scenarios against the real engine on a virtual clock. Exit code 0 when all pass, 1 when one fails."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("simulate"), QStringLiteral("This command."));
    parser.addPositionalArgument(QStringLiteral("paths"), QStringLiteral("Scenario files, or folders with them."),
                                 QStringLiteral("FILE|DIR…"));
    const QCommandLineOption team(QStringLiteral("team"), QStringLiteral("The team that answers: alex or team."),
                                  QStringLiteral("name"), QStringLiteral("alex"));
    const QCommandLineOption brain(QStringLiteral("brain"),
                                   QStringLiteral("The brain that thinks: offline, or llm against a scripted double."),
                                   QStringLiteral("name"), QStringLiteral("offline"));
    const QCommandLineOption repeat(QStringLiteral("repeat"), QStringLiteral("A scenario passes when all K runs pass."),
                                    QStringLiteral("K"), QStringLiteral("1"));
    const QCommandLineOption report(QStringLiteral("report"), QStringLiteral("Write the report there."),
                                    QStringLiteral("out.json"));
    const QCommandLineOption verbose(QStringLiteral("transcript"), QStringLiteral("Print each conversation."));
    parser.addOptions({team, brain, repeat, report, verbose});
    if (!parser.parse(QStringList{QStringLiteral("delpekd simulate")} + arguments)) {
        return complain(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        print(parser.helpText());
        return exitOk;
    }
    if (parser.value(brain) != QLatin1String("offline") && parser.value(brain) != QLatin1String("llm")) {
        return complain(QStringLiteral("--brain: there are offline and llm; \"%1\" is not").arg(parser.value(brain)));
    }
    if (!QFile::exists(QStringLiteral(":/delpek/agents/%1.json").arg(parser.value(team)))) {
        return complain(QStringLiteral("--team: there is no team \"%1\"").arg(parser.value(team)));
    }
    bool isNumber = false;
    const int times = parser.value(repeat).toInt(&isNumber);
    if (!isNumber || times < 1) {
        return complain(QStringLiteral("--repeat must be a whole number of 1 or more"));
    }
    if (parser.positionalArguments().isEmpty()) {
        return complain(QStringLiteral("name at least one scenario file or folder: see delpekd simulate --help"));
    }
    const auto files = scenarioFiles(parser.positionalArguments());
    if (!files) {
        return complain(files.error());
    }
    QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
    const auto mind = agent::Mind::load(QStringLiteral(":/delpek"), parser.value(team));
    if (!mind) {
        return complain(mind.error());
    }
    const auto clinic = base::readFile(QStringLiteral(":/delpek/demo/clinic.json")).and_then(clinic::parseClinicFile);
    if (!clinic) {
        return complain(clinic.error(), exitFailed);
    }
    const auto scenarios = readScenarios(*files);
    if (!scenarios) {
        return complain(scenarios.error().detail);
    }
    const auto maker = parser.value(brain) == QLatin1String("llm")
                           ? simulation::scriptedBrains(QStringLiteral(":/delpek"), parser.value(team))
                           : simulation::BrainMaker();
    const auto began = std::chrono::steady_clock::now();
    Totals totals;
    playAll(*scenarios, *mind, *clinic, maker, times, [&](const simulation::ScenarioResult& result) {
        add(totals, result);
        printResult(result, parser.isSet(verbose));
    });
    printTotals(totals,
                std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - began));
    if (parser.isSet(report) && !writeReport(parser.value(report), totals)) {
        return complain(QStringLiteral("--report: %1 cannot be written").arg(parser.value(report)), exitFailed);
    }
    return totals.passed == totals.total ? exitOk : exitFailed;
}

} // namespace delpek::app
