// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/message.h"

namespace delpek::channels::telegram
{

/// What a message says, apart from who, when and which.
struct Content {
    domain::MessageKind kind = domain::MessageKind::Unsupported;
    QString text = {}; ///< text, caption, place, or a contact's name and number
    QString mediaId = {};
    QString mediaType = {};
    QString mediaName = {};
    qint64 mediaSize = 0;
    bool voice = false;
    std::optional<domain::Place> place = std::nullopt;
};

/// The content of a Message object; nothing for service messages (pinned, joined, …), which say nothing to the clinic.
std::optional<Content> contentOf(const base::Json& message);

} // namespace delpek::channels::telegram
