// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/message.h"

namespace delpek::channels::waha
{

/// What a message says, apart from who, when and which.
struct Content {
    domain::MessageKind kind = domain::MessageKind::Unsupported;
    QString text = {}; ///< text, caption, file name, place, or names and numbers of contacts
    /// "/api/files/…", a path below the API's address: the host that WAHA writes is often reachable only by itself, and
    /// a path leads nowhere else. The whole message id where WAHA kept no file: the message can be asked for it.
    QString mediaId = {};
    QString mediaType = {}; ///< empty when WAHA does not tell
};

/// The content of a message payload. Voice notes are Audio: engines have no common mark for them. Answers to buttons
/// and lists come as text. Media without a type (WAHA is set not to load it) is Unsupported, so that a person looks.
/// Source: WAHA, "Receive messages".
Content contentOf(const base::Json& payload);

/// True when there is nothing to read or to fetch.
bool isBlank(const Content& content);

/// A note of WhatsApp itself in a chat ("messages are encrypted", a missed call, a group's news), which engines give
/// like a message of one of the two. Told by the engine's raw data, as nothing else tells it.
bool isNote(const base::Json& payload);

} // namespace delpek::channels::waha
