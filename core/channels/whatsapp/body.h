// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"
#include "channels/whatsapp/templates.h"
#include "domain/conversation.h"

namespace delpek::channels
{
struct Outgoing;
}

namespace delpek::channels::whatsapp
{

inline constexpr int maxText = 4096;            ///< UTF-16 units of a text body
inline constexpr int maxInteractiveText = 1024; ///< of the body of a message with buttons or a list
inline constexpr int maxCaption = 1024;
inline constexpr int maxButtons = 3;
inline constexpr int maxButtonLabel = 20;
inline constexpr int maxRows = 10;
inline constexpr int maxRowLabel = 24;
inline constexpr int maxReference = 512;

/// The body of a message. Up to 3 short options are buttons (below a picture, video or document too), up to 10 a list,
/// others numbered lines in the text. `mediaId` names the uploaded file of a message with one. A place goes without
/// words, a template as its definition in `templates` says, where there is one.
/// InvalidInput when there are no words or too many, a file cannot have words, the reference is too long, the
/// template's fields are not right, or there is nobody to send to. Source: Meta, "Messages API", "Interactive
/// messages".
Result<base::Json> messageBody(const Outgoing& outgoing, const QString& mediaId = {},
                               const std::vector<Template>& templates = {});

/// Our reaction to a message; an empty emoji takes it back. InvalidInput when there is nobody to send to.
Result<base::Json> reactionBody(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji);

/// Marks a received message as read; with `typing` the patient also sees "typing…" for up to 25 s or until the answer.
base::Json readBody(const QString& providerId, bool typing);

} // namespace delpek::channels::whatsapp
