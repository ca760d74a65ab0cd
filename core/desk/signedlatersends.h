// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

class SignedLaterSends final : public LaterSends
{
public:
    explicit SignedLaterSends(SignedActs& acts)
        : m_acts(acts)
    {
    }

private:
    [[maybe_unused]] SignedActs& m_acts;
};

} // namespace delpek::desk
