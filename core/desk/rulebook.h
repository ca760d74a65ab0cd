// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::desk
{

class RuleBook
{
public:
    virtual ~RuleBook() = default;
};

} // namespace delpek::desk
