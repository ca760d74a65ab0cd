// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/duty.h"
#include "store/session.h"

namespace delpek::store
{

/// Tables `duty_span` and `duty_exception`. A change is told as Topic::Setting.
class Duty
{
public:
    explicit Duty(Session& session)
        : m_session(session)
    {
    }

    /// InvalidInput for a day or a time that there is not, NotFound for nobody's.
    Result<domain::DutySpanId> add(const domain::DutySpan& span);
    Result<domain::DutyExceptionId> add(const domain::DutyException& exception);
    /// Puts another in the place of the one with its id; NotFound when there is none.
    Result<Done> change(const domain::DutySpan& span);
    Result<Done> remove(domain::DutySpanId id);
    Result<Done> remove(domain::DutyExceptionId id);
    /// Everything, by day and time; the zone is the caller's to set.
    Result<domain::DutyRoster> roster();

private:
    Session& m_session;
};

} // namespace delpek::store
