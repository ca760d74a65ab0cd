// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/ids.h"

#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

// What is remembered of the people who write. docs/memory.md tells what is kept, and what never is.

namespace delpek::memory
{

/// One thing that is known of a user, from when, until when, and from what. Of each kind and subject one is open at
/// most: a new value closes the one before.
struct Fact {
    QString id;      ///< stays the same for ever: what taught it, and the kind ("turn:17-doctor")
    QString kind;    ///< one of rules.json
    QString subject; ///< what it is about, where a kind has several: a visit's id, a relation; else empty
    QString value;   ///< a code or an id of the records; never somebody's words
    base::Instant validFrom;
    std::optional<base::Instant> validTo; ///< from then on it is not so any more; exclusive
    base::Instant learnedAt;
    base::Instant seenAt;     ///< when it last was shown to be so
    domain::MessageId source; ///< the patient's message it was learned from; invalid for a person's correction
    QString by;               ///< the person who corrected it; empty: the rules
    bool isOpen = true;
    friend bool operator==(const Fact&, const Fact&) = default;
};

/// What an episode says of a fact. An empty value only closes what is open.
struct Finding {
    QString kind;
    QString subject;
    QString value;
    std::optional<base::Instant> validTo;
    domain::MessageId source;
    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A message of an episode: that it was, not what it says.
struct SeenMessage {
    domain::MessageId id;
    QString author; ///< words of domain::AuthorKind
    base::Instant at;
};

/// What one committed turn, or one filed exchange with a doctor, leaves.
struct Episode {
    QString id; ///< "turn:17", "escalation:4-1": remembered once by it
    domain::PersonId user;
    domain::ConversationId conversation;
    qint64 talk = 0; ///< the decision that began this talk: turns of one conversation with less than a day between them
    base::Instant at;
    QString language;        ///< words of domain::Language
    QString pattern;         ///< scheduling, medical, billing …; empty: not counted
    QString outcome;         ///< words of domain::Outcome, or "filed"
    QString agent;           ///< who handled it
    domain::MessageId first; ///< of the burst: a message that is answered anew is counted once
    QStringList topics;      ///< intents and treatments
    QStringList words;       ///< comparison forms; none of a turn about health
    std::vector<SeenMessage> messages;
    std::vector<Finding> findings;
};

/// A talk of the past, as short as can be.
struct PastTalk {
    qint64 id = 0;
    domain::ConversationId conversation;
    base::Instant beganAt;
    base::Instant lastAt;
    QString language;
    QString outcome; ///< of its last turn
    QString agent;
    QStringList topics;
    QStringList words;
    double similarity = 0; ///< 0 to 1, to what was asked about
};

/// What a turn is about, see Rules::queryOf.
struct Query {
    domain::PersonId user;
    QStringList words;  ///< comparison forms of its text
    QStringList topics; ///< its intents and treatments
    base::Instant now;
};

/// What is called to mind before a turn.
struct Recollection {
    std::vector<PastTalk> similar; ///< the most similar first, at most three, of talks that ended a day ago or before
    std::vector<Fact> open;        ///< that hold now, by kind and subject
    std::optional<base::Instant> lastTalk; ///< when the user's last talk of the past ended

    /// The value of the open fact of a kind; empty without one.
    QString valueOf(const char* kind) const;
};

/// All that is remembered of a user.
struct UserMemory {
    std::vector<Fact> facts;     ///< closed ones too, by the time they were learned
    std::vector<PastTalk> talks; ///< newest first
    std::map<QString, int> patterns;
};

/// The memory, wherever it lies. Any thread. Every function gives Unavailable or Timeout when it cannot be reached.
class Memory
{
public:
    virtual ~Memory() = default;

    /// For the decision and the check.
    virtual QString name() const = 0;
    /// In order; each once by its id, so that it can be told again after a cut. What is not newer than the user's last
    /// forget() is left out. After an error the first of them may be remembered.
    virtual Future<Done> remember(std::vector<Episode> episodes) = 0;
    /// Ends within the implementation's patience, which is short: a turn waits for it.
    virtual Future<Recollection> recall(const Query& query) = 0;
    virtual Future<UserMemory> list(domain::PersonId user) = 0;
    /// Closes the fact and opens one with the value in its place. NotFound when the user has no such open fact.
    virtual Future<Done> correct(domain::PersonId user, const QString& fact, const QString& value, const QString& by,
                                 base::Instant at) = 0;
    /// Everything up to `at`; what is told later of an earlier moment is not taken either.
    virtual Future<Done> forget(domain::PersonId user, base::Instant at) = 0;
    /// Takes away what was last seen before `before`; gives how much.
    virtual Future<int> sweep(base::Instant before) = 0;
    /// Whether it can be used now.
    virtual Future<Done> health() = 0;
};

/// Turns further apart than this are two talks.
inline constexpr base::Duration talkGap = std::chrono::hours(24);

} // namespace delpek::memory
