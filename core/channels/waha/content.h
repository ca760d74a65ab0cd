// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/message.h"

namespace delpek::channels::waha
{

/// What a message says, apart from who, when and which.
struct Content {
    domain::MessageKind kind = domain::MessageKind::Unsupported;
    QString text = {};      ///< text, caption, file name, place, or names and numbers of contacts
    QString mediaId = {};   ///< a MediaReference
    QString mediaType = {}; ///< empty when WAHA does not tell
    QString mediaName = {};
    bool voice = false;
    std::optional<domain::Place> place = {};
};

/// The content of a message payload. Engines have no common mark for voice notes: what WhatsApp records is Ogg with
/// Opus, and hardly anybody sends such a file. Answers to buttons and lists come as text. Media without a type (WAHA is
/// set not to load it) is Unsupported, so that a person looks. Source: WAHA, "Receive messages".
Content contentOf(const base::Json& payload);

/// True when there is nothing to read or to fetch.
bool isBlank(const Content& content);

/// A note of WhatsApp itself in a chat ("messages are encrypted", a missed call, a group's news), which engines give
/// like a message of one of the two. Told by the engine's raw data, as nothing else tells it.
bool isNote(const base::Json& payload);

/// Whether the patient passed on somebody else's message. Told by the engine's raw data, where it tells it.
bool isForwarded(const base::Json& payload);

} // namespace delpek::channels::waha
