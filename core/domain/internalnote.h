// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/ids.h"

#include <QString>

namespace delpek::domain
{

/// Characters.
inline constexpr int maxInternalNote = 4000;

/// What a member of staff writes on a conversation for the others. No message: the patient never sees it, no agent
/// reads it, nothing sends it.
struct InternalNote {
    NoteId id;
    ConversationId conversation;
    QString author;
    QString text;
    base::Instant writtenAt;
    MessageId after; ///< the last message when it was written: it stands below it

    friend bool operator==(const InternalNote&, const InternalNote&) = default;
};

} // namespace delpek::domain
