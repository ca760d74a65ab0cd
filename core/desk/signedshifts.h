// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

class SignedShifts final : public Shifts
{
public:
    explicit SignedShifts(SignedActs& acts)
        : m_acts(acts)
    {
    }

private:
    [[maybe_unused]] SignedActs& m_acts;
};

} // namespace delpek::desk
