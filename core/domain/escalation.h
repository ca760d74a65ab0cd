// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"
#include "domain/urgency.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace delpek::domain
{

/// A hand-off to a person. It is done when someone acknowledges it, not when it was made.
struct Escalation {
    EscalationId id;
    ConversationId conversation;
    Urgency urgency = Urgency::Routine;
    QString reason;                 ///< a text key (`human.requested`, `triage.breathing`, `agent.lost` …)
    QStringList rules;              ///< triage rules that fired
    base::Instant openedAt;
    std::optional<base::Instant> acknowledgedAt;
    QString acknowledgedBy;
    std::optional<base::Instant> closedAt;
    QString closedBy;

    bool isOpen() const { return !closedAt; }
};

} // namespace delpek::domain
