// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::desk
{

class LaterSends
{
public:
    virtual ~LaterSends() = default;
};

} // namespace delpek::desk
