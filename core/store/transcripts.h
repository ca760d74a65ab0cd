// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "store/session.h"

namespace delpek::store
{

/// The exchange from an escalation's raise to its close, to be filed in the patient's record. One that is reopened and
/// closed again has a further part, which begins where the part before ended.
struct Transcript {
    domain::EscalationId escalation;
    domain::ConversationId conversation;
    int part = 1;
    base::Instant from; ///< inclusive
    base::Instant to;   ///< inclusive
    QString patient;    ///< id in the records, where a person has chosen; empty: whoever the number belongs to
    int attempts = 0;

    /// Deterministic: the records keep one note of each.
    QString reference() const { return QStringLiteral("delpek-escalation-%1-%2").arg(escalation.value).arg(part); }
};

/// Table `transcript`: jobs that are done once.
class Transcripts
{
public:
    explicit Transcripts(Session& session)
        : m_session(session)
    {
    }

    /// When the escalation is closed: it waits to be filed at once. Nothing for one that never concerned a doctor.
    Result<Done> addFor(const domain::Escalation& escalation, base::Instant closedAt);
    /// What is to be filed now, the longest due first.
    Result<std::vector<Transcript>> due(base::Instant now, int limit);
    /// The next moment at which one is due, if any.
    Result<std::optional<base::Instant>> nextDue();
    /// False when another engine has noted it before.
    Result<bool> markFiled(const Transcript& transcript);
    /// The records were away; `error` is a text without anybody's words.
    Result<Done> retryAt(const Transcript& transcript, base::Instant at, const QString& error);
    /// It is not clear whose record it is.
    Result<Done> askWhose(const Transcript& transcript);
    /// A person says whose record it is: what waits for that is due now. Conflict where nothing waits.
    Result<Done> choose(domain::EscalationId escalation, const QString& patient, base::Instant now);
    /// Of all parts: Choose before Waiting before Filed.
    Result<domain::FilingState> stateOf(domain::EscalationId escalation);

private:
    Result<bool> set(const Transcript& transcript, const QString& columns, QVariantList values);

    Session& m_session;
};

} // namespace delpek::store
