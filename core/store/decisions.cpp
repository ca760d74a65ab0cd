// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisions.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::Decision;
using domain::Topic;

namespace
{

base::Json idsToJson(const std::vector<domain::MessageId>& ids)
{
    auto json = base::Json::array();
    for (const auto id : ids) {
        json.push_back(id.value);
    }
    return json;
}

constexpr const char* decisionColumns = "id, conversation, epoch, started_at, took, team, agent, brain, intent, score, "
                                        "outcome, burst, steps, correlation, dialogue_before";

Result<Decision> decisionFrom(const Rows& rows)
{
    const auto outcome = wordAt<domain::Outcome>(rows, 10);
    const auto burst = base::parseJson(rows.text(11).toUtf8());
    const auto steps = base::parseJson(rows.text(12).toUtf8());
    const auto before = base::parseJson(rows.text(14).toUtf8());
    if (!outcome || !burst || !steps || !before) {
        return fail(ErrorCode::Internal, QStringLiteral("decision %1 cannot be read").arg(rows.integer(0)));
    }
    Decision decision;
    decision.id = {rows.integer(0)};
    decision.conversation = {rows.integer(1)};
    decision.epoch = rows.integer(2);
    decision.startedAt = rows.instant(3);
    decision.took = base::Duration(rows.integer(4));
    decision.team = rows.text(5);
    decision.agent = rows.text(6);
    decision.brain = rows.text(7);
    decision.intent = rows.text(8);
    decision.score = rows.real(9);
    decision.outcome = *outcome;
    for (const auto& id : *burst) {
        decision.burst.push_back({id.get<qint64>()});
    }
    decision.steps = domain::stepsFromJson(*steps);
    decision.correlation = rows.text(13);
    decision.dialogueBefore = *before;
    return decision;
}

} // namespace

Result<domain::DecisionId> Decisions::add(const Decision& decision)
{
    const auto id = m_session.insert(
        QStringLiteral(
            "INSERT INTO decision (conversation, epoch, started_at, took, team, agent, brain, intent, score, "
            "outcome, burst, steps, correlation, dialogue_before) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
        {decision.conversation.value, decision.epoch, qint64(toMillis(decision.startedAt)),
         qint64(decision.took.count()), decision.team, decision.agent, decision.brain, decision.intent, decision.score,
         toText(decision.outcome), base::toCompactText(idsToJson(decision.burst)),
         base::toCompactText(domain::toJson(decision.steps)), decision.correlation,
         base::toCompactText(decision.dialogueBefore)});
    if (!id) {
        return fail(id.error());
    }
    m_session.changed(Topic::Decision, **id, decision.conversation.value);
    return domain::DecisionId{**id};
}

Result<Decision> Decisions::find(domain::DecisionId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT %1 FROM decision WHERE id = ?").arg(QLatin1String(decisionColumns)), {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? decisionFrom(*rows)
                        : fail(ErrorCode::NotFound, QStringLiteral("there is no decision %1").arg(id.value));
}

Result<std::vector<Decision>> Decisions::before(domain::ConversationId conversation, domain::DecisionId before,
                                                int limit)
{
    const qint64 end = before.isValid() ? before.value : std::numeric_limits<qint64>::max();
    auto rows = m_session.run(
        QStringLiteral("SELECT %1 FROM decision WHERE conversation = ? AND id < ? ORDER BY id DESC LIMIT ?")
            .arg(QLatin1String(decisionColumns)),
        {conversation.value, end, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Decision> decisions;
    while (rows->next()) {
        auto decision = decisionFrom(*rows);
        if (!decision) {
            return fail(decision.error());
        }
        decisions.push_back(std::move(*decision));
    }
    return decisions;
}

Result<QString> Settings::value(const QString& key)
{
    auto rows = m_session.run(QStringLiteral("SELECT value FROM setting WHERE key = ?"), {key});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->text(0) : QString();
}

Result<Done> Settings::setValue(const QString& key, const QString& value)
{
    return setQuietly(key, value).map([&](Done) {
        m_session.changed(Topic::Setting, 0);
        return Done{};
    });
}

Result<Done> Settings::setQuietly(const QString& key, const QString& value)
{
    const auto saved =
        m_session.execute(QStringLiteral("INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) "
                                         "DO UPDATE SET value = excluded.value"),
                          {key, value});
    if (!saved) {
        return fail(saved.error());
    }
    return Done{};
}

} // namespace delpek::store
