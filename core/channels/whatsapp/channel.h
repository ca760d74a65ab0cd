// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/whatsapp/requests.h"

#include <functional>

namespace delpek::channels
{

/// One number of the WhatsApp Cloud API. Stateless: what it needs to know of a call is in the call. All functions may
/// be called from any thread; `token` is asked on the calling thread at each send, so that a renewed token is used at
/// once. `client` must outlive it.
class WhatsAppChannel final : public Channel
{
public:
    WhatsAppChannel(whatsapp::Endpoint endpoint, std::function<QString()> token, http::Client& client,
                    base::Duration timeout = std::chrono::seconds(30));

    domain::ChannelKind kind() const override { return domain::ChannelKind::WhatsApp; }
    QString account() const override { return m_endpoint.phoneNumberId; }
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    Future<Receipt> send(const Outgoing& outgoing) override;

    /// Shows the patient that the message was read and, with `typing`, that an answer is being written.
    Future<Done> markRead(const QString& providerId, bool typing);

private:
    Future<http::Response> post(const base::Json& body);

    whatsapp::Endpoint m_endpoint;
    std::function<QString()> m_token;
    http::Client& m_client;
    base::Duration m_timeout;
};

} // namespace delpek::channels
