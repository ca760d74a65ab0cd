// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::desk
{

class Shifts
{
public:
    virtual ~Shifts() = default;
};

} // namespace delpek::desk
