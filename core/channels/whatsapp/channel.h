// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/whatsapp/requests.h"
#include "channels/whatsapp/templates.h"

#include <functional>
#include <memory>

namespace delpek::channels
{

/// One number of the WhatsApp Cloud API. Stateless: what it needs to know of a call is in the call. All functions may
/// be called from any thread; `token` is asked on the calling thread at each send, so that a renewed token is used at
/// once. `client` must outlive it and its calls.
class WhatsAppChannel final : public Channel
{
public:
    struct Setup {
        whatsapp::Endpoint endpoint;
        std::function<QString()> token;
        QString businessAccountId = {};                       ///< empty: template news of any account are ours
        std::vector<whatsapp::Template> templates = {};       ///< those whose form is known
        base::Duration timeout = std::chrono::seconds(30);    ///< of a call
        base::Duration fileTimeout = std::chrono::minutes(2); ///< of a file's way
    };

    WhatsAppChannel(Setup setup, http::Client& client);

    domain::ChannelKind kind() const override { return domain::ChannelKind::WhatsApp; }
    QString account() const override { return m_setup->endpoint.phoneNumberId; }
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    std::optional<AccountState> accountState(const QByteArray& raw) const override;
    /// A file goes up first and then its message: what goes wrong before the message has no effect (never Timeout).
    Future<Receipt> send(const Outgoing& outgoing) override;
    Result<Done> checkFile(const OutgoingFile& file) const override;
    Future<MediaFile> fetchMedia(const QString& reference, qint64 most) override;
    Future<Done> showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing) override;
    Future<Done> react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji) override;

private:
    Future<http::Response> post(const base::Json& body) const;

    std::shared_ptr<const Setup> m_setup;
    http::Client& m_client;
};

} // namespace delpek::channels
