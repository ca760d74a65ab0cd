// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

namespace delpek::domain
{

/// Ours, and not taken back: the patient has read it or may still.
inline bool isSaid(const Message& message)
{
    return !message.isIncoming() && !message.deleted && message.delivery != DeliveryState::Withdrawn;
}

/// Written by somebody of the clinic, and not taken back.
inline bool isSaidByPerson(const Message& message)
{
    return isSaid(message) && (message.author == AuthorKind::Staff || message.author == AuthorKind::Doctor);
}

} // namespace delpek::domain
