// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/outbox.h"

#include "store/conversationrow.h"
#include "store/conversations.h"
#include "store/messages.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::ConversationId;
using domain::DeliveryState;
using domain::OutboxId;
using domain::Topic;

namespace
{

const char* const columns = "o.id, o.conversation, o.message, o.epoch, o.fence, o.state, o.reference, o.attempts, "
                            "o.next_attempt, o.claimed_at, "
                            "o.correlation";

const char* const nothingBefore =
    "NOT EXISTS (SELECT 1 FROM outbox p WHERE p.conversation = o.conversation AND p.id < o.id "
    "AND p.state IN ('queued', 'sending'))";

Result<OutboxRow> rowFrom(const Rows& rows)
{
    const auto fence = wordAt<Fence>(rows, 4);
    const auto state = wordAt<OutboxState>(rows, 5);
    if (!fence || !state) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("outbox row %1 holds a word this program does not know").arg(rows.integer(0)));
    }
    return OutboxRow{
        {rows.integer(0)}, {rows.integer(1)},    {rows.integer(2)}, rows.integer(3),      *fence,       *state,
        rows.text(6),      int(rows.integer(7)), rows.instant(8),   rows.maybeInstant(9), rows.text(10)};
}

Result<std::vector<OutboxRow>> list(Session& session, const QString& rest, const QVariantList& values)
{
    auto rows =
        session.run(QStringLiteral("SELECT %1 FROM outbox o WHERE ").arg(QLatin1String(columns)) + rest, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<OutboxRow> found;
    while (rows->next()) {
        auto row = rowFrom(*rows);
        if (!row) {
            return fail(row.error());
        }
        found.push_back(std::move(*row));
    }
    return found;
}

Result<std::optional<OutboxRow>> one(Session& session, const QString& rest, const QVariantList& values)
{
    return list(session, rest, values).map([](std::vector<OutboxRow> found) {
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

tl::unexpected<Error> missing(OutboxId id)
{
    return fail(ErrorCode::NotFound, QStringLiteral("there is no outbox row %1").arg(id.value));
}

/// The row, kept from other writers until the commit.
Result<OutboxRow> locked(Session& session, OutboxId id)
{
    auto found = one(session, QStringLiteral("o.id = ?") + session.lockRows(), {id.value});
    if (!found) {
        return fail(found.error());
    }
    return *found ? Result<OutboxRow>(std::move(**found)) : missing(id);
}

void told(Session& session, const OutboxRow& row)
{
    session.changed(Topic::Outbox, row.id.value, row.conversation.value);
    session.changed(Topic::Message, row.message.value, row.conversation.value);
}

/// The row's new state, and its message's whatever that was before.
Result<Done> settle(Session& session, const OutboxRow& row, OutboxState state, DeliveryState delivery,
                    const QString& errorKey)
{
    const auto settled = session.execute(QStringLiteral("UPDATE outbox SET state = ?, last_error = ? WHERE id = ?"),
                                         {toText(state), errorKey, row.id.value});
    if (!settled) {
        return fail(settled.error());
    }
    const auto shown =
        session.execute(QStringLiteral("UPDATE message SET delivery = ?, delivery_error = ? WHERE id = ?"),
                        {toText(delivery), errorKey, row.message.value});
    if (!shown) {
        return fail(shown.error());
    }
    told(session, row);
    return Done{};
}

/// A turn of which nothing left the house has not happened: its burst waits again and the dialogue goes back, unless a
/// newer turn has gone on from it.
Result<Done> undoTurn(Session& session, domain::MessageId withdrawn, ConversationId conversation)
{
    auto rows = session.run(QStringLiteral("SELECT decision FROM message WHERE id = ?"), {withdrawn.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next() || rows->isNull(0)) {
        return Done{};
    }
    const qint64 decision = rows->integer(0);
    auto left = session.run(QStringLiteral("SELECT count(*) FROM message m JOIN outbox o ON o.message = m.id "
                                           "WHERE m.conversation = ? AND m.decision = ? AND o.state <> 'withdrawn'"),
                            {conversation.value, decision});
    if (!left) {
        return fail(left.error());
    }
    if (!left->next() || left->flag(0)) {
        return Done{};
    }
    return session
        .execute(
            QStringLiteral("UPDATE message SET waiting = 1, decision = NULL WHERE conversation = ? AND decision = ? "
                           "AND author = 'patient'"),
            {conversation.value, decision})
        .and_then([&](int) {
            return session.execute(
                QStringLiteral("UPDATE conversation SET dialogue = (SELECT dialogue_before FROM decision WHERE id = ?) "
                               "WHERE id = ? AND NOT EXISTS (SELECT 1 FROM message WHERE conversation = ? AND "
                               "author = 'patient' AND decision > ?)"),
                {decision, conversation.value, conversation.value, decision});
        })
        .map([&](int) {
            session.changed(Topic::Waiting, conversation.value, conversation.value);
            return Done{};
        });
}

bool mayPass(const OutboxRow& row, const domain::Conversation& conversation)
{
    switch (row.fence) {
    case Fence::Agent:
        return domain::agentMayAct(conversation, row.epoch);
    case Fence::Safety:
        return conversation.holder.kind != domain::HolderKind::Staff &&
               conversation.holder.kind != domain::HolderKind::Doctor;
    case Fence::None:
        return true;
    }
    return false;
}

/// A queued row that the fence stops. Where the agent goes on, its turn may not have happened.
Result<Done> withdraw(Session& session, const OutboxRow& row, const domain::Conversation& conversation)
{
    const auto gone = settle(session, row, OutboxState::Withdrawn, DeliveryState::Withdrawn, {});
    const bool agentGoesOn =
        conversation.holder.kind == domain::HolderKind::Agent && conversation.mode == domain::Mode::Autopilot;
    return gone && agentGoesOn && row.fence == Fence::Agent ? undoTurn(session, row.message, conversation.id) : gone;
}

Result<bool> hasUnsettled(Session& session, ConversationId id)
{
    return session
        .run(QStringLiteral("SELECT 1 FROM outbox WHERE conversation = ? AND state IN ('queued', 'sending') LIMIT 1"),
             {id.value})
        .map([](Rows rows) { return rows.next(); });
}

} // namespace

Result<OutboxId> Outbox::add(const OutboxRow& row)
{
    const auto id = m_session.insert(
        QStringLiteral(
            "INSERT INTO outbox (conversation, message, epoch, fence, state, reference, attempts, next_attempt, "
            "claimed_at, last_error, correlation) VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', ?) "
            "ON CONFLICT (reference) DO NOTHING RETURNING id"),
        {row.conversation.value, row.message.value, row.epoch, toText(row.fence), toText(OutboxState::Queued),
         row.reference, row.attempts, qint64(toMillis(row.nextAttempt)), row.correlation});
    if (!id) {
        return fail(id.error());
    }
    if (!*id) {
        return fail(ErrorCode::Conflict, QStringLiteral("the outbox has a row with reference %1").arg(row.reference));
    }
    const auto shown = Messages(m_session).advanceDelivery(row.message, DeliveryState::Queued);
    if (!shown) {
        return fail(shown.error());
    }
    m_session.changed(Topic::Outbox, **id, row.conversation.value);
    return OutboxId{**id};
}

Result<std::vector<OutboxRow>> Outbox::due(base::Instant now, int limit)
{
    return list(m_session,
                QStringLiteral("o.state = 'queued' AND o.next_attempt <= ? AND %1 ORDER BY o.id LIMIT ?")
                    .arg(QLatin1String(nothingBefore)),
                {qint64(toMillis(now)), limit});
}

Result<std::optional<base::Instant>> Outbox::nextDue()
{
    auto rows = m_session.run(QStringLiteral("SELECT min(o.next_attempt) FROM outbox o WHERE o.state = 'queued' AND %1")
                                  .arg(QLatin1String(nothingBefore)));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->maybeInstant(0) : std::nullopt;
}

Result<OutboxRow> Outbox::claim(OutboxId id, base::Instant now)
{
    auto row = one(m_session, QStringLiteral("o.id = ?"), {id.value});
    if (!row || !*row) {
        return row ? missing(id) : fail(row.error());
    }
    // The conversation first, as whoever takes it over does: so a take-over and a claim never cross.
    const auto conversation = loadConversation(m_session, (*row)->conversation, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    auto current = locked(m_session, id);
    if (!current) {
        return current;
    }
    if (current->state != OutboxState::Queued) {
        return fail(ErrorCode::NotFound, QStringLiteral("outbox row %1 does not wait any more").arg(id.value));
    }
    if (!mayPass(*current, *conversation)) {
        if (const auto gone = withdraw(m_session, *current, *conversation); !gone) {
            return fail(gone.error());
        }
        m_session.keepDespiteError();
        return fail(ErrorCode::StaleEpoch,
                    QStringLiteral("the conversation moved on before outbox row %1 was sent").arg(id.value));
    }
    const auto claimed =
        m_session.execute(QStringLiteral("UPDATE outbox SET state = 'sending', attempts = attempts + 1, claimed_at = ? "
                                         "WHERE id = ?"),
                          {qint64(toMillis(now)), id.value});
    if (!claimed) {
        return fail(claimed.error());
    }
    const auto shown = Messages(m_session).advanceDelivery(current->message, DeliveryState::Sending);
    if (!shown) {
        return fail(shown.error());
    }
    told(m_session, *current);
    current->state = OutboxState::Sending;
    current->attempts += 1;
    current->claimedAt = now;
    return current;
}

Result<Done> Outbox::markSent(OutboxId id, const QString& providerId)
{
    const auto row = locked(m_session, id);
    if (!row) {
        return fail(row.error());
    }
    const auto settled =
        m_session.execute(QStringLiteral("UPDATE outbox SET state = 'sent', last_error = '' WHERE id = ?"), {id.value});
    if (!settled) {
        return fail(settled.error());
    }
    Messages messages(m_session);
    if (!providerId.isEmpty()) {
        // An echo of the same message may be kept under that id already; the receipt counts all the same.
        const auto named = messages.setProviderId(row->message, providerId);
        if (!named && named.error().code != ErrorCode::Conflict) {
            return named;
        }
    }
    const auto shown = messages.advanceDelivery(row->message, DeliveryState::Sent);
    if (!shown) {
        return fail(shown.error());
    }
    told(m_session, *row);
    return Done{};
}

Result<Done> Outbox::retryAt(OutboxId id, base::Instant at, const QString& errorKey)
{
    const auto known = one(m_session, QStringLiteral("o.id = ?"), {id.value});
    if (!known || !*known) {
        return known ? missing(id) : fail(known.error());
    }
    // In the order of claim.
    const auto conversation = loadConversation(m_session, (*known)->conversation, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto row = locked(m_session, id);
    if (!row) {
        return fail(row.error());
    }
    if (row->state != OutboxState::Sending && row->state != OutboxState::Unknown && row->state != OutboxState::Failed) {
        return fail(
            ErrorCode::Conflict,
            QStringLiteral("outbox row %1 is %2 and cannot be tried again").arg(id.value).arg(toText(row->state)));
    }
    if (!mayPass(*row, *conversation)) {
        return withdraw(m_session, *row, *conversation);
    }
    const auto timed =
        m_session.execute(QStringLiteral("UPDATE outbox SET next_attempt = ?, claimed_at = NULL WHERE id = ?"),
                          {qint64(toMillis(at)), id.value});
    if (!timed) {
        return fail(timed.error());
    }
    return settle(m_session, *row, OutboxState::Queued, DeliveryState::Queued, errorKey);
}

Result<Done> Outbox::markFailed(OutboxId id, const QString& errorKey)
{
    const auto row = locked(m_session, id);
    return row ? settle(m_session, *row, OutboxState::Failed, DeliveryState::Failed, errorKey) : fail(row.error());
}

Result<Done> Outbox::markUnknown(OutboxId id)
{
    const auto row = locked(m_session, id);
    if (!row) {
        return fail(row.error());
    }
    if (row->state != OutboxState::Sending) {
        return fail(ErrorCode::Conflict, QStringLiteral("outbox row %1 is not being sent").arg(id.value));
    }
    const auto settled =
        m_session.execute(QStringLiteral("UPDATE outbox SET state = 'unknown' WHERE id = ?"), {id.value});
    if (!settled) {
        return fail(settled.error());
    }
    const auto shown = Messages(m_session).advanceDelivery(row->message, DeliveryState::Unknown);
    if (!shown) {
        return fail(shown.error());
    }
    told(m_session, *row);
    return Done{};
}

Result<int> Outbox::doubtAll()
{
    const auto rows = list(m_session, QStringLiteral("o.state IN ('queued', 'sending') ORDER BY o.id"), {});
    if (!rows) {
        return fail(rows.error());
    }
    for (const auto& row : *rows) {
        const auto conversation = Conversations(m_session).find(row.conversation);
        if (!conversation) {
            return fail(conversation.error());
        }
        // The chat page shows what may have been sent: there it would go out.
        const bool isPage = conversation->address.channel == domain::ChannelKind::WebChat;
        const auto doubted =
            isPage ? settle(m_session, row, OutboxState::Failed, DeliveryState::Failed, QStringLiteral("send.unknown"))
                   : settle(m_session, row, OutboxState::Unknown, DeliveryState::Unknown, {});
        if (!doubted) {
            return fail(doubted.error());
        }
    }
    return int(rows->size());
}

Result<int> Outbox::withdrawStale(ConversationId id)
{
    // Nearly always nothing is on its way.
    const auto any = hasUnsettled(m_session, id);
    if (!any || !*any) {
        return any ? Result<int>(0) : fail(any.error());
    }
    const auto conversation = loadConversation(m_session, id, true);
    if (!conversation) {
        return fail(conversation.error());
    }
    const auto queued = list(m_session,
                             QStringLiteral("o.conversation = ? AND o.state IN ('queued', 'sending') ORDER BY o.id") +
                                 m_session.lockRows(),
                             {id.value});
    if (!queued) {
        return fail(queued.error());
    }
    int withdrawn = 0;
    for (const auto& row : *queued) {
        if (row.state != OutboxState::Queued || mayPass(row, *conversation)) {
            continue;
        }
        if (const auto gone = withdraw(m_session, row, *conversation); !gone) {
            return fail(gone.error());
        }
        ++withdrawn;
    }
    return withdrawn;
}

Result<std::vector<OutboxRow>> Outbox::heldBy(const QString& staff, base::Instant now)
{
    return list(m_session,
                QStringLiteral("o.state = 'queued' AND o.next_attempt > ? AND o.attempts = 0 AND o.fence = 'none' AND "
                               "EXISTS (SELECT 1 FROM message m WHERE m.id = o.message AND m.author = 'staff' AND "
                               "m.author_name = ?) ORDER BY o.next_attempt, o.id"),
                {qint64(toMillis(now)), staff});
}

Result<Done> Outbox::takeBack(OutboxId id)
{
    const auto row = one(m_session, QStringLiteral("o.id = ?"), {id.value});
    if (!row || !*row) {
        return row ? missing(id) : fail(row.error());
    }
    // The conversation first, as a claim does.
    if (const auto conversation = loadConversation(m_session, (*row)->conversation, true); !conversation) {
        return fail(conversation.error());
    }
    const auto current = locked(m_session, id);
    if (!current) {
        return fail(current.error());
    }
    if (current->state != OutboxState::Queued || current->attempts > 0) {
        return fail(ErrorCode::Conflict, QStringLiteral("outbox row %1 is on its way").arg(id.value),
                    QStringLiteral("send.on-its-way"));
    }
    return settle(m_session, *current, OutboxState::Withdrawn, DeliveryState::Withdrawn,
                  QStringLiteral("send.taken-back"));
}

Result<std::vector<OutboxRow>> Outbox::queuedOf(ConversationId conversation)
{
    return list(m_session, QStringLiteral("o.conversation = ? AND o.state = 'queued' ORDER BY o.id"),
                {conversation.value});
}

Result<std::vector<OutboxRow>> Outbox::inState(OutboxState state, int limit)
{
    return list(m_session, QStringLiteral("o.state = ? ORDER BY o.id LIMIT ?"), {toText(state), limit});
}

Result<bool> Outbox::hasSendingByAgent(ConversationId conversation)
{
    return one(m_session,
               QStringLiteral("o.conversation = ? AND o.state IN ('queued', 'sending') AND o.state = 'sending' AND "
                              "o.fence <> 'none' LIMIT 1"),
               {conversation.value})
        .map([](const std::optional<OutboxRow>& row) { return row.has_value(); });
}

Result<std::optional<OutboxRow>> Outbox::findByReference(const QString& reference)
{
    return one(m_session, QStringLiteral("o.reference = ?"), {reference});
}

Result<std::optional<OutboxRow>> Outbox::findByMessage(domain::MessageId message)
{
    return one(m_session, QStringLiteral("o.message = ? ORDER BY o.id DESC LIMIT 1"), {message.value});
}

} // namespace delpek::store
