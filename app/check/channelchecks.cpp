// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/channelchecks.h"

#include "app/check/webchatcheck.h"
#include "app/secretreading.h"
#include "channels/webchat/channel.h"

namespace delpek::app::check
{

namespace
{

namespace keys = config::keys;
using channels::Findings;
using domain::ChannelKind;

ChannelCheck webchatCheck()
{
    return {QStringLiteral("webchat"), ChannelKind::WebChat,
            [](const config::Config& config) { return config.get(keys::webchatEnabled); },
            [](const Parts&) { return channels::WebChatChannel().account(); },
            [](const Parts& parts, http::Client&) { return checkWebChat(parts.config); }};
}

} // namespace

std::vector<ChannelCheck> channelChecks()
{
    return {webchatCheck()};
}

} // namespace delpek::app::check
