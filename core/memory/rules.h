// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/decision.h"
#include "domain/escalation.h"
#include "language/assertion.h"
#include "memory/memory.h"

namespace delpek::memory
{

/// A committed turn as the store keeps it.
struct TurnSeen {
    domain::Decision decision;
    domain::Conversation conversation;     ///< as it is after the turn
    std::vector<domain::Message> messages; ///< the burst and the replies, oldest first
    qint64 talk = 0;
};

/// What a turn or a filed exchange leaves in the memory: by rules alone, never by a model
/// (resources/memory/rules.json). No diagnosis, no symptom and no advice is ever a fact, and of a turn about health no
/// word is kept: those stand in the doctor's card. Pure and immutable; any thread.
class Rules
{
public:
    /// `resources`: ":/delpek" or a folder with memory/ and language/. Fails with file, key and what is wrong.
    static Result<std::unique_ptr<Rules>> load(const QString& resources);

    Episode episodeOf(const TurnSeen& turn) const;
    /// An escalation's exchange, once it stands in the patient's record: `part` counts them.
    Episode episodeOf(const domain::Escalation& escalation, int part, const domain::Conversation& conversation,
                      qint64 talk) const;
    /// What to look for before a turn of `text` with these intents and treatments.
    Query queryOf(domain::PersonId user, const QString& text, const QStringList& topics, base::Instant now) const;
    /// InvalidInput when a fact of this kind cannot have this value.
    Result<Done> checkValue(const QString& kind, const QString& value) const;

private:
    QString patternOf(const domain::Decision& decision) const;
    bool saysFear(const QString& text) const;
    QStringList wordsOf(const QString& text) const;
    void findWishes(const TurnSeen& turn, Episode& episode) const;
    void findChange(const domain::DecisionStep& step, const domain::LocalTime& now, base::Instant at,
                    domain::MessageId source, Episode& episode) const;

    std::map<QString, QString> m_patterns;  ///< by intent
    std::map<QString, QStringList> m_kinds; ///< and their values
    QStringList m_stopWords;
    language::Patterns m_fear;
    std::unique_ptr<language::Assertion> m_assertion;
};

} // namespace delpek::memory
