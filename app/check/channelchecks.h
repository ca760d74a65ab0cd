// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"
#include "domain/conversation.h"

#include <functional>

namespace delpek::app::check
{

/// How one kind of channel is looked at. The functions wait for secrets and providers.
struct ChannelCheck {
    QString name;
    domain::ChannelKind kind = domain::ChannelKind::WhatsApp;
    std::function<bool(const config::Config&)> isOn;
    /// As the store names it; empty when that cannot be known.
    std::function<QString(const Parts&)> account;
    /// What is particular to the channel, asked through `client`.
    std::function<channels::Findings(const Parts&, http::Client& client)> look;
};

std::vector<ChannelCheck> channelChecks();

} // namespace delpek::app::check
