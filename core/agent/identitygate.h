// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"

#include <QDate>
#include <QSet>
#include <QString>

#include <algorithm>
#include <optional>

namespace delpek::agent
{

/// Counts the tries to say who writes. It is kept with the conversation, so neither a restart nor starting over gives
/// new ones; a day after the last try they are forgotten. A name without a birth date and the same name with one are
/// one try. Keeps no name and no date, only what tells whether the same was tried. Not thread-safe.
class IdentityGate
{
public:
    /// `kept`: what toJson() gave at the end of the last turn; anything else counts as nothing.
    IdentityGate(int limit, base::Instant now, const base::Json& kept);

    /// No try is left: who writes is for a person to find out, right details or wrong ones.
    bool isClosed() const { return m_tries >= m_limit; }
    bool closedInThisTurn() const { return m_closed; }
    int left() const { return std::max(0, m_limit - m_tries); }
    /// A try with its end; `birthDate` is invalid for a name alone.
    void note(bool established, const QString& name, const QDate& birthDate);
    /// How the try ended that was noted since the last call; for the decision.
    std::optional<bool> takeNoted();
    base::Json toJson() const; ///< null: nothing was tried

private:
    int m_limit;
    base::Instant m_now;
    int m_tries = 0;
    base::Instant m_last;
    QString m_open;       ///< print of the name that was tried without a date
    QSet<QString> m_seen; ///< in this turn: asking twice for the same is one try
    bool m_closed = false;
    std::optional<bool> m_noted;
};

} // namespace delpek::agent
