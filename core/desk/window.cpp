// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

namespace delpek::desk
{

namespace
{

std::optional<base::Instant> windowEnd(const domain::Conversation& conversation)
{
    if (!conversation.lastPatientMessage) {
        return std::nullopt;
    }
    return *conversation.lastPatientMessage + std::chrono::hours(24);
}

} // namespace

bool windowClosed(const domain::Conversation& conversation, base::Instant now)
{
    const auto end = windowEnd(conversation);
    return !end || *end <= now;
}

ComposerState composerFor(const domain::Conversation& conversation, base::Instant now)
{
    ComposerState state;
    if (conversation.address.channel == domain::ChannelKind::WhatsApp) {
        state.windowCloses = windowEnd(conversation);
        state.canSendText = !windowClosed(conversation, now);
        state.reason = state.canSendText ? QString() : QStringLiteral("window.closed");
    }
    if (conversation.blocked) {
        state.canSendText = false;
        state.reason = QStringLiteral("send.blocked");
    }
    return state;
}

} // namespace delpek::desk
