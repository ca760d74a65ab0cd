// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace delpek::domain
{

/// What a gate said: an urgency, or whether a draft passed.
struct GateVerdict {
    QString word; ///< as it is recorded: "routine", "refused"
    QStringList rules;

    /// "refused (dose, diagnosis)".
    QString text() const
    {
        return rules.isEmpty() ? word : QStringLiteral("%1 (%2)").arg(word, rules.join(QStringLiteral(", ")));
    }
    friend bool operator==(const GateVerdict&, const GateVerdict&) = default;
};

/// What of a turn is held against another.
struct TurnView {
    GateVerdict triage;
    QString intent;
    QString agent;
    QStringList tools;              ///< name and arguments, identity left out
    std::vector<GateVerdict> guard; ///< for each draft
    QString outcome;                ///< a word of domain::Outcome
    QString said;
};

/// A turn as it was, and as it would be today.
struct ReplayedTurn {
    QString skipped; ///< why the turn cannot be run again (a text key); else empty
    TurnView then;
    TurnView now;
    bool otherBrain = false; ///< another one thought then: a language model is not asked again
    QStringList unknown;     ///< tools that were not asked then: what they would have given is not known
    /// The names of what differs, of TurnView's members ("words" for `said`); after an unknown tool neither guard,
    /// outcome nor words count.
    QStringList differences() const;
};

} // namespace delpek::domain
