// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/window.h"

namespace delpek::desk
{

ComposerState composerFor(const domain::Conversation& conversation, base::Instant now)
{
    ComposerState state;
    if (conversation.address.channel != domain::ChannelKind::WhatsApp) {
        return state;
    }
    if (conversation.lastPatientMessage) {
        state.windowCloses = *conversation.lastPatientMessage + std::chrono::hours(24);
    }
    if (!state.windowCloses || *state.windowCloses <= now) {
        state.canSendText = false;
        state.reason = QStringLiteral("window.closed");
    }
    return state;
}

} // namespace delpek::desk
