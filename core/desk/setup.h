// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::desk
{

class Setup
{
public:
    virtual ~Setup() = default;
};

} // namespace delpek::desk
