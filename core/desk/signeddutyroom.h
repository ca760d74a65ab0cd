// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The roster, which everybody sees and who manages the clinic keeps. The local one notes itself who changes what.
class SignedDutyRoom final : public DutyRoom
{
public:
    explicit SignedDutyRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<DutyState> state() override;
    Future<Done> add(const std::vector<domain::DutySpan>& spans) override;
    Future<Done> add(const domain::DutyException& exception) override;
    Future<Done> change(const domain::DutySpan& span) override;
    Future<Done> remove(domain::DutySpanId id) override;
    Future<Done> remove(domain::DutyExceptionId id) override;

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
