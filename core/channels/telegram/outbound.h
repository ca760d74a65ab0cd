// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/telegram/requests.h"

// What we say, as calls of the Bot API. Pure.

namespace delpek::channels::telegram
{

inline constexpr int maxText = 4096; ///< UTF-16 units
inline constexpr int maxButtons = 100;
inline constexpr int maxButtonLabel = 64;   ///< ours: Telegram names no limit, longer ones are cut on phones
inline constexpr int shortButtonLabel = 16; ///< ours: two of them are whole beside each other on a small phone

/// Formatted: HTML style with everything escaped. Plain: the same words without any style, for when Telegram cannot
/// read the style after all.
enum class Style { Formatted, Plain };

/// A message with text, a file or a place. Options become inline buttons, two short ones a row; when they do not fit
/// buttons, numbered lines. InvalidInput when it can never go: nobody to send to, no words, too long, a file that
/// telegram::checkFile refuses.
Result<Call> messageCall(const Outgoing& outgoing, Style style = Style::Formatted);

/// What to send instead after a refusal that had no effect: plain text when the style was not understood, a document
/// when the picture was no picture to Telegram. Nothing when the refusal stands.
std::optional<Call> otherWay(const Outgoing& outgoing, const http::Response& refusal);

/// New words, and new buttons or none, for a text message of ours.
Result<Call> editCall(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                      const std::vector<domain::Option>& options, Style style = Style::Formatted);

/// "… is writing", for 5 seconds or until the next message.
Result<Call> typingCall(const domain::ChannelAddress& to);

/// An empty emoji takes the reaction back. Unsupported in a business chat.
Result<Call> reactionCall(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji);

} // namespace delpek::channels::telegram
