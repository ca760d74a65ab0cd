// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/agentdrafts.h"

#include "domain/said.h"
#include "store/messages.h"

#include <algorithm>

namespace delpek::store
{

using base::toMillis;
using domain::AgentDraft;
using domain::AgentDraftId;
using domain::AgentDraftState;
using domain::ConversationId;
using domain::MessageId;

namespace
{

const QString isCurrent = QStringLiteral("state IN ('wanted', 'open', 'empty', 'taken')");

/// Who wrote more in a row is read from there on.
constexpr int longestBurst = 40;

QVariant maybeId(qint64 value)
{
    return value > 0 ? QVariant(value) : QVariant();
}

} // namespace

Result<std::vector<AgentDraft>> AgentDrafts::where(const QString& condition, const QVariantList& values)
{
    auto rows = m_session.run(
        QStringLiteral(
            "SELECT id, conversation, decision, state, asked_by, text, reason, tool, taken_by, answers, message, "
            "sent_text, made_at, (SELECT 1 FROM message m WHERE m.conversation = agent_draft.conversation AND "
            "m.author = 'patient' AND m.id > agent_draft.answers LIMIT 1) FROM agent_draft WHERE ") +
            condition,
        values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<AgentDraft> found;
    while (rows->next()) {
        const auto state = base::fromText<AgentDraftState>(rows->text(3));
        if (!state) {
            return fail(ErrorCode::Internal, QStringLiteral("draft %1 has an unknown state").arg(rows->integer(0)));
        }
        found.push_back({{rows->integer(0)},
                         {rows->integer(1)},
                         {rows->integer(2)},
                         *state,
                         rows->text(4),
                         rows->text(5),
                         rows->text(6),
                         rows->text(7),
                         rows->text(8),
                         {rows->integer(9)},
                         {rows->integer(10)},
                         rows->text(11),
                         rows->instant(12),
                         !rows->isNull(13)});
    }
    return found;
}

Result<Done> AgentDrafts::become(const AgentDraft& draft, AgentDraftState state)
{
    return m_session
        .execute(QStringLiteral("UPDATE agent_draft SET state = ? WHERE id = ?"), {base::toText(state), draft.id.value})
        .map([&](int) {
            m_session.changed(domain::Topic::AgentDraft, draft.id.value, draft.conversation.value);
            return Done{};
        });
}

Result<std::optional<AgentDraft>> AgentDrafts::current(ConversationId id)
{
    return where(QStringLiteral("conversation = ? AND ") + isCurrent, {id.value})
        .map([](const std::vector<AgentDraft>& found) {
            return found.empty() ? std::nullopt : std::optional(found.front());
        });
}

Result<AgentDraftId> AgentDrafts::want(ConversationId id, const QString& by, base::Instant now)
{
    const auto known = current(id);
    if (!known) {
        return fail(known.error());
    }
    if (*known && (*known)->state == AgentDraftState::Wanted) {
        return (*known)->id;
    }
    if (const auto gone = outdate(id); !gone) {
        return fail(gone.error());
    }
    AgentDraft wanted;
    wanted.conversation = id;
    wanted.state = AgentDraftState::Wanted;
    wanted.askedBy = by;
    wanted.madeAt = now;
    return put(wanted, domain::Asks::Nothing, nullptr);
}

Result<std::vector<ConversationId>> AgentDrafts::wanted()
{
    return where(QStringLiteral("state = 'wanted' ORDER BY id"), {}).map([](const std::vector<AgentDraft>& drafts) {
        std::vector<ConversationId> ids;
        for (const AgentDraft& draft : drafts) {
            ids.push_back(draft.conversation);
        }
        return ids;
    });
}

Result<std::set<ConversationId>> AgentDrafts::openOf(const std::vector<ConversationId>& conversations)
{
    std::set<ConversationId> ids;
    if (conversations.empty()) {
        return ids;
    }
    QStringList marks;
    QVariantList values;
    for (const auto id : conversations) {
        marks << QStringLiteral("?");
        values << id.value;
    }
    auto rows = m_session.run(QStringLiteral("SELECT conversation, state FROM agent_draft WHERE conversation IN (%1) "
                                             "AND %2")
                                  .arg(marks.join(QLatin1Char(',')), isCurrent),
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    while (rows->next()) {
        if (rows->text(1) == base::toText(AgentDraftState::Open)) {
            ids.insert({rows->integer(0)});
        }
    }
    return ids;
}

Result<AgentDraftId> AgentDrafts::put(const AgentDraft& draft, domain::Asks asks, const base::Json& dialogue)
{
    const auto known = current(draft.conversation);
    if (!known) {
        return fail(known.error());
    }
    QString askedBy = draft.askedBy;
    if (*known && (*known)->state == AgentDraftState::Wanted) {
        askedBy = (*known)->askedBy;
        const auto gone =
            m_session.execute(QStringLiteral("DELETE FROM agent_draft WHERE id = ?"), {(*known)->id.value});
        if (!gone) {
            return fail(gone.error());
        }
    } else if (const auto gone = outdate(draft.conversation); !gone) {
        return fail(gone.error());
    }
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO agent_draft (conversation, decision, state, asked_by, text, reason, tool, asks, "
                       "dialogue, taken_by, answers, message, sent_text, made_at) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id"),
        {draft.conversation.value, maybeId(draft.decision.value), base::toText(draft.state), askedBy, draft.text,
         draft.reason, draft.tool, base::toText(asks), base::toCompactText(dialogue), draft.takenBy,
         draft.answers.value, maybeId(draft.sent.value), draft.sentText, qint64(toMillis(draft.madeAt))});
    if (!id) {
        return fail(id.error());
    }
    const AgentDraftId added{id->value_or(0)};
    m_session.changed(domain::Topic::AgentDraft, added.value, draft.conversation.value);
    return added;
}

Result<Done> AgentDrafts::renew(const AgentDraft& draft, MessageId answers)
{
    return m_session
        .execute(QStringLiteral("UPDATE agent_draft SET answers = ? WHERE id = ?"), {answers.value, draft.id.value})
        .and_then([&](int) { return become(draft, draft.state); });
}

Result<Done> AgentDrafts::outdate(ConversationId id)
{
    const auto known = current(id);
    if (!known || !*known) {
        return known.map([](auto&&) { return Done{}; });
    }
    if ((*known)->text.isEmpty()) {
        // It said nothing: there is nothing to keep.
        return m_session.execute(QStringLiteral("DELETE FROM agent_draft WHERE id = ?"), {(*known)->id.value})
            .map([&](int) {
                m_session.changed(domain::Topic::AgentDraft, (*known)->id.value, id.value);
                return Done{};
            });
    }
    return become(**known, AgentDraftState::Outdated);
}

Result<AgentDraft> AgentDrafts::find(AgentDraftId id)
{
    const auto found = where(QStringLiteral("id = ? AND ") + isCurrent + m_session.lockRows(), {id.value});
    if (!found) {
        return fail(found.error());
    }
    if (found->empty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("draft %1 is not current any more").arg(id.value),
                    QStringLiteral("draft.gone"));
    }
    return found->front();
}

Result<Done> AgentDrafts::take(const AgentDraft& draft, const QString& by)
{
    return m_session.execute(QStringLiteral("UPDATE agent_draft SET taken_by = ? WHERE id = ?"), {by, draft.id.value})
        .and_then([&](int) { return become(draft, AgentDraftState::Taken); });
}

Result<Done> AgentDrafts::dismiss(const AgentDraft& draft)
{
    return draft.text.isEmpty() ? outdate(draft.conversation) : become(draft, AgentDraftState::Dismissed);
}

Result<Done> AgentDrafts::settle(ConversationId id, const QString& by, MessageId message, const QString& text)
{
    const auto known = current(id);
    if (!known || !*known) {
        return known.map([](auto&&) { return Done{}; });
    }
    const AgentDraft& draft = **known;
    if (draft.text.isEmpty()) {
        return outdate(id);
    }
    const bool isTaken = draft.state == AgentDraftState::Taken && draft.takenBy == by;
    const QString words = text.trimmed();
    const auto kept = m_session
                          .execute(QStringLiteral("UPDATE agent_draft SET message = ?, sent_text = ? WHERE id = ?"),
                                   {message.value, words, draft.id.value})
                          .and_then([&](int) {
                              return become(draft, isTaken ? AgentDraftState::Sent : AgentDraftState::PassedOver);
                          });
    if (!kept || !isTaken || words != draft.text.trimmed()) {
        return kept;
    }
    return m_session
        .execute(QStringLiteral("UPDATE conversation SET dialogue = (SELECT dialogue FROM agent_draft WHERE id = ?) "
                                "WHERE id = ?"),
                 {draft.id.value, id.value})
        .and_then([&](int) {
            return m_session.execute(
                QStringLiteral("UPDATE message SET asks = (SELECT asks FROM agent_draft WHERE id = ?) WHERE id = ?"),
                {draft.id.value, message.value});
        })
        .map([](int) { return Done{}; });
}

/// The dialogue is again what the turn began with, unless it went on since. What the turn found out about who writes
/// stays: tries that failed count.
Result<Done> AgentDrafts::undoDialogue(const AgentDraft& draft)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT d.dialogue_before, a.dialogue FROM agent_draft a JOIN decision d ON d.id = a.decision "
                       "JOIN conversation c ON c.id = a.conversation WHERE a.id = ? AND c.dialogue = a.dialogue"),
        {draft.id.value});
    if (!rows || !rows->next()) {
        return std::move(rows).map([](auto&&) { return Done{}; });
    }
    auto before = base::parseJson(rows->text(0).toUtf8());
    const auto after = base::parseJson(rows->text(1).toUtf8());
    if (!before || !after) {
        return fail(before ? after.error() : before.error());
    }
    if (const base::Json& gate = base::at(*after, "gate"); !gate.is_null()) {
        if (!before->is_object()) {
            *before = base::Json::object();
        }
        (*before)["gate"] = gate;
    }
    return m_session
        .execute(QStringLiteral("UPDATE conversation SET dialogue = ? WHERE id = ?"),
                 {base::toCompactText(*before), draft.conversation.value})
        .map([](int) { return Done{}; });
}

Result<Done> AgentDrafts::takeBack(MessageId message, const QString& by)
{
    const auto found = where(QStringLiteral("message = ? AND state IN ('sent', 'passed_over')"), {message.value});
    if (!found || found->empty()) {
        return found.map([](auto&&) { return Done{}; });
    }
    const AgentDraft& draft = found->front();
    const bool wasSent = draft.state == AgentDraftState::Sent;
    // Nobody was asked anything.
    auto undone = m_session
                      .execute(QStringLiteral("UPDATE message SET asks = ? WHERE id = ?"),
                               {base::toText(domain::Asks::Nothing), message.value})
                      .and_then([&](int) { return undoDialogue(draft); });
    const auto newer = undone ? current(draft.conversation) : fail(undone.error());
    if (!newer || *newer) {
        return newer.map([](auto&&) { return Done{}; });
    }
    return m_session
        .execute(QStringLiteral("UPDATE agent_draft SET message = NULL, sent_text = '', taken_by = ? WHERE id = ?"),
                 {wasSent ? by : QString(), draft.id.value})
        .and_then([&](int) { return become(draft, wasSent ? AgentDraftState::Taken : AgentDraftState::Open); });
}

Result<QString> AgentDrafts::madeBy(domain::ConversationId id, domain::DecisionId decision)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT text FROM agent_draft WHERE conversation = ? AND decision = ? ORDER BY id LIMIT 1"),
        {id.value, decision.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->text(0) : QString();
}

Result<std::vector<domain::Message>> AgentDrafts::unanswered(ConversationId id)
{
    auto messages = Messages(m_session).before(id, {}, longestBurst);
    if (!messages) {
        return messages;
    }
    const auto isOurs = [](const domain::Message& message) {
        return domain::isSaid(message) && message.author != domain::AuthorKind::System;
    };
    const auto last = std::find_if(messages->rbegin(), messages->rend(), isOurs);
    messages->erase(messages->begin(), last.base());
    std::erase_if(*messages, [](const domain::Message& message) { return !message.isIncoming() || message.deleted; });
    return messages;
}

Result<std::vector<AgentDraft>> AgentDrafts::past(ConversationId id, int limit)
{
    return where(QStringLiteral("conversation = ? AND NOT (") + isCurrent +
                     QStringLiteral(") AND text <> '' ORDER BY id DESC LIMIT ?"),
                 {id.value, limit});
}

} // namespace delpek::store
