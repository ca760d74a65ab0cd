// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/waha/requests.h"

#include <functional>

namespace delpek::channels
{

/// One session of WAHA: an ordinary WhatsApp account, driven as a linked device. Stateless. All functions may be called
/// from any thread; `key` is asked on the calling thread at each send. `client` must outlive it. WAHA carries no
/// reference of ours: a send without an answer stays unknown.
class WahaChannel final : public Channel
{
public:
    WahaChannel(waha::Endpoint endpoint, std::function<QString()> key, http::Client& client,
                base::Duration timeout = std::chrono::seconds(30));

    domain::ChannelKind kind() const override { return domain::ChannelKind::Waha; }
    QString account() const override { return m_endpoint.session; }
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    std::optional<AccountState> accountState(const QByteArray& raw) const override;
    Future<Receipt> send(const Outgoing& outgoing) override;

    /// Shows the patient that the chat was read: all of it, or the messages named.
    Future<Done> markSeen(const QString& chat, const QStringList& providerIds = {});
    /// Shows the patient "typing…" until it is stopped.
    Future<Done> setTyping(const QString& chat, bool typing);

private:
    Future<http::Response> post(const QString& method, const base::Json& body);

    waha::Endpoint m_endpoint;
    std::function<QString()> m_key;
    http::Client& m_client;
    base::Duration m_timeout;
};

} // namespace delpek::channels
