// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace delpek::domain
{

/// What there is of a conversation, or was.
struct ErasedAmounts {
    int messages = 0;
    int files = 0;
    int decisions = 0;
    int escalations = 0;
    int notes = 0; ///< internal ones

    ErasedAmounts& operator+=(const ErasedAmounts& more)
    {
        messages += more.messages;
        files += more.files;
        decisions += more.decisions;
        escalations += more.escalations;
        notes += more.notes;
        return *this;
    }
    friend bool operator==(const ErasedAmounts&, const ErasedAmounts&) = default;
};

} // namespace delpek::domain
