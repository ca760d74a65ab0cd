// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::ui
{

/// A page of the settings on which something may stand that is not saved yet. UI thread.
class HoldsEdits
{
public:
    virtual ~HoldsEdits() = default;
    virtual bool hasUnsaved() const = 0;
};

} // namespace delpek::ui
