// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/commands.h"
#include "app/output.h"
#include "language/understanding.h"
#include "safety/gates.h"
#include "safety/understandlines.h"

#include <QCommandLineParser>
#include <QFile>

#include <cstdio>

namespace delpek::app
{

int understandCommand(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Reads one message a line (JSON with id and text) from standard input and writes what each means, "
        "in the same order, to standard output. No network, no state."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("understand"), QStringLiteral("This command."));
    const QCommandLineOption now(
        QStringLiteral("now"), QStringLiteral("The moment that \"tomorrow\" is counted from; the clinic's local time."),
        QStringLiteral("ISO 8601"));
    parser.addOption(now);
    if (!parser.parse(QStringList{QStringLiteral("delpekd understand")} + arguments)) {
        return complain(parser.errorText());
    }
    if (parser.isSet(QStringLiteral("help"))) {
        print(parser.helpText());
        return exitOk;
    }
    if (!parser.positionalArguments().isEmpty()) {
        return complain(QStringLiteral("understand reads standard input: \"%1\" is not an option")
                            .arg(parser.positionalArguments().constFirst()));
    }
    language::UnderstandingContext context;
    if (parser.isSet(now)) {
        const auto moment = QDateTime::fromString(parser.value(now), Qt::ISODate);
        if (!moment.isValid()) {
            return complain(QStringLiteral("--now must be a time such as 2026-03-03T10:00:00+02:00"));
        }
        context.now = moment.timeSpec() == Qt::LocalTime
                          ? domain::LocalTime{moment.date(), moment.time()}
                          : domain::toLocal(base::fromMillis(moment.toMSecsSinceEpoch()), context.zone);
    } else {
        context.now = domain::toLocal(base::SystemClock().now(), context.zone);
    }
    const auto understander = language::Understander::load(QStringLiteral(":/delpek/language"));
    if (!understander) {
        return complain(understander.error(), exitFailed);
    }
    const auto triage = safety::Triage::load(QStringLiteral(":/delpek/rules"));
    if (!triage) {
        return complain(triage.error(), exitFailed);
    }
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return complain(QStringLiteral("standard input cannot be read"), exitFailed);
    }
    for (QByteArray line = input.readLine(); !line.isEmpty(); line = input.readLine()) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        const QByteArray answer = safety::answerLine(line, **understander, **triage, context) + '\n';
        if (std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout) != size_t(answer.size())) {
            return complain(QStringLiteral("standard output cannot be written"), exitFailed);
        }
    }
    std::fflush(stdout);
    return exitOk;
}

} // namespace delpek::app
