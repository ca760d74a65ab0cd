// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/consents.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;
using domain::ConsentState;

Result<Consent> Consents::of(domain::ConversationId conversation)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT state, wording, asked_at, answered_at FROM consent WHERE conversation = ?"),
        {conversation.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return Consent{};
    }
    const auto state = wordAt<ConsentState>(*rows, 0);
    return state ? Result<Consent>(Consent{*state, rows->text(1), rows->instant(2), rows->maybeInstant(3)})
                 : fail(state.error());
}

Result<bool> Consents::ask(domain::ConversationId conversation, const QString& wording, base::Instant at)
{
    const auto asked = m_session.execute(
        QStringLiteral("INSERT INTO consent (conversation, state, wording, asked_at) VALUES (?, ?, ?, ?) "
                       "ON CONFLICT (conversation) DO UPDATE SET state = excluded.state, wording = excluded.wording, "
                       "asked_at = excluded.asked_at, answered_at = NULL WHERE consent.wording <> excluded.wording"),
        {conversation.value, toText(ConsentState::Asked), wording, qint64(toMillis(at))});
    return asked.map([](int rows) { return rows > 0; });
}

Result<Done> Consents::answer(domain::ConversationId conversation, bool given, base::Instant at)
{
    const auto answered = m_session.execute(
        QStringLiteral("UPDATE consent SET state = ?, answered_at = ? WHERE conversation = ?"),
        {toText(given ? ConsentState::Given : ConsentState::Refused), qint64(toMillis(at)), conversation.value});
    if (!answered) {
        return fail(answered.error());
    }
    m_session.changed(domain::Topic::Conversation, conversation.value, conversation.value);
    return *answered > 0 ? Result<Done>(Done{}) : fail(ErrorCode::NotFound, QStringLiteral("nothing was asked"));
}

Result<Done> Consents::note(domain::ConversationId conversation, bool given, base::Instant at)
{
    const auto noted = m_session.execute(
        QStringLiteral("INSERT INTO consent (conversation, state, wording, asked_at, answered_at) "
                       "VALUES (?, ?, '', ?, ?) ON CONFLICT (conversation) DO UPDATE SET state = excluded.state, "
                       "answered_at = excluded.answered_at"),
        {conversation.value, toText(given ? ConsentState::Given : ConsentState::Refused), qint64(toMillis(at)),
         qint64(toMillis(at))});
    if (!noted) {
        return fail(noted.error());
    }
    m_session.changed(domain::Topic::Conversation, conversation.value, conversation.value);
    return Done{};
}

} // namespace delpek::store
