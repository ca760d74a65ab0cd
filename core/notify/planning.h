// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notify/ladder.h"
#include "store/session.h"

#include <QStringList>

namespace delpek::notify
{

struct Plan {
    std::optional<base::Instant> lookAgain;
    QString
        fault; ///< text key for the desk: notice.nobody, notice.unanswered, notice.held, notice.badContact; or empty
};

/// Looks at every open escalation and writes down what is to be sent now; where somebody took note, or it was closed,
/// what still waits is withdrawn. The same again at the same moment changes nothing. In one write, so that two
/// processes on one database do not plan the same step each.
Result<Plan> planNotices(store::Session& session, const LadderRules& rules, const QTimeZone& zone, base::Instant now);

/// Whether a look is worth a write: there is an open escalation, or one whose ladder has not ended.
Result<bool> hasWork(store::Session& session);

/// True while nobody took note of the notice's escalation and it is open: asked a last time before a send.
Result<bool> isWanted(store::Session& session, const domain::Notice& notice);

} // namespace delpek::notify
