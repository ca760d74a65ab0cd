// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "store/session.h"

namespace delpek::store
{

/// What a conversation's patient was asked about clinical answers on this channel, and what was said.
struct Consent {
    domain::ConsentState state = domain::ConsentState::NotAsked;
    QString wording; ///< version of the text that was asked
    std::optional<base::Instant> askedAt;
    std::optional<base::Instant> answeredAt;
};

/// Table `consent`: one row a conversation; the last answer counts.
class Consents
{
public:
    explicit Consents(Session& session)
        : m_session(session)
    {
    }

    /// NotAsked where there is no row.
    Result<Consent> of(domain::ConversationId conversation);
    /// False when it was asked before with the same wording, whatever the answer was: it is asked once.
    Result<bool> ask(domain::ConversationId conversation, const QString& wording, base::Instant at);
    /// NotFound when nothing was asked.
    Result<Done> answer(domain::ConversationId conversation, bool given, base::Instant at);
    /// What was said to a person of the clinic, also when it was not asked here; then there is no wording.
    Result<Done> note(domain::ConversationId conversation, bool given, base::Instant at);

private:
    Session& m_session;
};

} // namespace delpek::store
