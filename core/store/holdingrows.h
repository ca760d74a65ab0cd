// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "store/session.h"

namespace delpek::store
{

/// Table `holding_text`: which holding texts an escalation's patient was sent.
class HoldingRows
{
public:
    explicit HoldingRows(Session& session)
        : m_session(session)
    {
    }

    /// The highest number; 0 when there was none.
    Result<int> last(domain::EscalationId escalation);
    /// False when that one was sent before.
    Result<bool> add(domain::EscalationId escalation, int number, base::Instant at);

private:
    Session& m_session;
};

} // namespace delpek::store
