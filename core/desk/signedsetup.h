// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

class SignedSetup final : public Setup
{
public:
    explicit SignedSetup(SignedActs& acts)
        : m_acts(acts)
    {
    }

private:
    [[maybe_unused]] SignedActs& m_acts;
};

} // namespace delpek::desk
