// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/replay.h"
#include "app/commands/commands.h"
#include "app/commands/settings.h"
#include "app/database.h"
#include "app/output.h"
#include "app/replayparts.h"
#include "app/secretreading.h"
#include "base/await.h"
#include "desk/keptturns.h"
#include "domain/isolate.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

const auto usage = QStringLiteral(
    "Usage: delpekd replay CONVERSATION [--rules FOLDER] [--team NAME]        [--config FILE …]\n"
    "Runs each turn of a conversation again, by the number the desk shows for it, on what its decision\n"
    "recorded, and says what would have been different: triage, intent, who answers, tools, guard, words.\n"
    "It asks no records and no network, writes nothing and sends nothing. The offline brain thinks.\n"
    "  --rules FOLDER  files in this folder (triage.json, guard.json …) stand in for the program's own\n"
    "  --team NAME     alex or team; without it the team of the settings\n"
    "Exit code: 0 when nothing would have been different, 1 when something would. With SQLite end Delpek\n"
    "first: a database belongs to one program.");

struct Wish {
    domain::ConversationId conversation;
    QString rules;
    QString team;
};

Result<Wish> wishOf(const QStringList& words, const config::Config& config)
{
    Wish wish;
    wish.team = config.get(keys::agentTeam);
    for (qsizetype i = 0; i < words.size(); ++i) {
        const bool hasValue = i + 1 < words.size();
        if (words[i] == QLatin1String("--rules") && hasValue) {
            wish.rules = words[++i];
        } else if (words[i] == QLatin1String("--team") && hasValue) {
            wish.team = words[++i];
        } else if (const qint64 number = words[i].toLongLong(); number > 0 && !wish.conversation.isValid()) {
            wish.conversation = {number};
        } else {
            return fail(ErrorCode::InvalidInput, QStringLiteral("unknown argument %1: see --help").arg(words[i]));
        }
    }
    if (!wish.conversation.isValid()) {
        return fail(ErrorCode::InvalidInput, usage);
    }
    return wish;
}

/// Files that are there already are replaced.
bool copyFiles(const QDir& from, const QString& to)
{
    bool copied = QDir().mkpath(to);
    for (const QString& name : from.entryList(QDir::Files)) {
        const QString target = to + QLatin1Char('/') + name;
        QFile::remove(target);
        copied = QFile::copy(from.filePath(name), target) &&
                 QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner) && copied;
    }
    return copied;
}

Result<agent::Mind> loadMind(const Wish& wish, const config::Config& config)
{
    auto mind = agent::Mind::load(QStringLiteral(":/delpek"), wish.team, config.get(keys::servicesFolder));
    if (!mind || wish.rules.isEmpty()) {
        return mind;
    }
    const QDir changed(wish.rules);
    if (!changed.exists()) {
        return fail(ErrorCode::NotFound, QStringLiteral("--rules: there is no folder %1").arg(wish.rules));
    }
    const QTemporaryDir whole;
    for (const QString& part : {QStringLiteral("/rules"), QStringLiteral("/language")}) {
        if (!copyFiles(QDir(QStringLiteral(":/delpek") + part), whole.path() + part)) {
            return fail(ErrorCode::Unavailable, QStringLiteral("--rules: %1 cannot be written").arg(whole.path()));
        }
    }
    const QString rules = whole.filePath(QStringLiteral("rules"));
    if (!copyFiles(changed, rules)) {
        return fail(ErrorCode::Unavailable, QStringLiteral("--rules: %1 cannot be read").arg(wish.rules));
    }
    auto triage = safety::Triage::load(rules);
    auto guard = safety::Guard::load(rules);
    if (!triage || !guard) {
        return fail(triage ? guard.error() : triage.error());
    }
    mind->triage = std::move(*triage);
    mind->guard = std::move(*guard);
    return mind;
}

/// Why a turn was not run again.
QString reasonFor(const QString& key)
{
    return key == QLatin1String("replay.notRecorded") ? QStringLiteral("what it began with was not recorded")
           : key == QLatin1String("replay.factsGone")
               ? QStringLiteral("the clinic's facts were recorded with a decision that is gone")
           : key == QLatin1String("replay.overtaken")
               ? QStringLiteral("it was overtaken by a person or a newer message")
               : key;
}

QString guardText(const domain::TurnView& view)
{
    QStringList verdicts;
    for (const auto& verdict : view.guard) {
        verdicts << verdict.text();
    }
    return verdicts.join(QStringLiteral("; "));
}

void printPair(const QString& name, const QString& then, const QString& now)
{
    print(QStringLiteral("    %1\n      then: %2\n      now:  %3")
              .arg(name, domain::withoutIsolates(then), domain::withoutIsolates(now)));
}

void printDifferences(const domain::ReplayedTurn& turn)
{
    const auto& then = turn.then;
    const auto& now = turn.now;
    const QString separator = QStringLiteral("; ");
    const std::map<QString, std::pair<QString, QString>> members{
        {QStringLiteral("triage"), {then.triage.text(), now.triage.text()}},
        {QStringLiteral("intent"), {then.intent, now.intent}},
        {QStringLiteral("agent"), {then.agent, now.agent}},
        {QStringLiteral("tools"), {then.tools.join(separator), now.tools.join(separator)}},
        {QStringLiteral("guard"), {guardText(then), guardText(now)}},
        {QStringLiteral("outcome"), {then.outcome, now.outcome}},
        {QStringLiteral("words"), {then.said, now.said}}};
    for (const QString& name : turn.differences()) {
        const auto& [before, after] = members.at(name);
        printPair(name, before, after);
    }
    for (const QString& tool : turn.unknown) {
        print(QStringLiteral("    it would have asked %1; what that gives was not recorded").arg(tool));
    }
}

int replay(const config::Config& config, const QStringList& words)
{
    const auto wish = wishOf(words, config);
    if (!wish) {
        return complain(wish.error().detail);
    }
    QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false"));
    const auto mind = loadMind(*wish, config);
    if (!mind) {
        return complain(mind.error());
    }
    const auto secrets = openSecrets(config);
    if (!secrets) {
        return complain(secrets.error());
    }
    auto store = openDatabase(config, databaseLocation(config, **secrets));
    if (!store) {
        return complain(store.error(), exitFailed);
    }
    const auto turns = base::await(
        (*store)->read([&](store::Session& session) { return desk::keptTurns(session, wish->conversation); }));
    if (!turns) {
        return complain(turns.error(), exitFailed);
    }
    agent::Replay again(*mind, turnLimits(config));
    int different = 0;
    int skipped = 0;
    for (const auto& turn : *turns) {
        const auto replayed = again.run(turn);
        const QString head = QStringLiteral("turn %1, %2")
                                 .arg(turn.decision.id.value)
                                 .arg(QDateTime::fromMSecsSinceEpoch(base::toMillis(turn.decision.startedAt), Qt::UTC)
                                          .toString(Qt::ISODate));
        const bool differs = replayed.skipped.isEmpty() && !replayed.differences().isEmpty();
        skipped += replayed.skipped.isEmpty() ? 0 : 1;
        different += differs ? 1 : 0;
        print(QStringLiteral("%1: %2").arg(head, !replayed.skipped.isEmpty()
                                                     ? QStringLiteral("not run again: ") + reasonFor(replayed.skipped)
                                                 : differs ? QStringLiteral("different")
                                                           : QStringLiteral("the same")));
        if (differs) {
            printDifferences(replayed);
        }
    }
    print(QStringLiteral("%1 turns, %2 different, %3 not run again").arg(turns->size()).arg(different).arg(skipped));
    return different == 0 ? exitOk : exitFailed;
}

} // namespace

int replayCommand(const QStringList& arguments)
{
    return withWords(arguments, usage, replay);
}

} // namespace delpek::app
