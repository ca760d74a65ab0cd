// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

namespace delpek::channels
{

/// The chat page of the clinic. `send` lets nothing out of the program: the message is in the store, and the page's
/// event stream reads it there, now or when the visitor is back (api::webchat::StreamHub). So a send never fails for
/// the network, and our reference is all the provider id there is. Any thread.
class WebChatChannel final : public Channel
{
public:
    domain::ChannelKind kind() const override { return domain::ChannelKind::WebChat; }
    QString account() const override;
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    Future<Receipt> send(const Outgoing& outgoing) override;
};

} // namespace delpek::channels
