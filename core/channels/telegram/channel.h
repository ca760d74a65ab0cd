// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "http/client.h"

#include <functional>

namespace delpek::channels
{

/// One Telegram bot. All functions may be called from any thread; `token` is asked on the calling thread at each call.
/// `client` must outlive it. Telegram echoes no reference: a send without an answer stays unknown. A message that
/// Telegram refuses for its style only is sent once more as plain text; a picture it cannot show, as a document.
class TelegramChannel final : public Channel
{
public:
    /// `bot`: the bot's numeric id, the digits before the token's colon.
    TelegramChannel(QUrl apiBase, QString bot, std::function<QString()> token, http::Client& client,
                    base::Duration timeout = std::chrono::seconds(30));

    domain::ChannelKind kind() const override { return domain::ChannelKind::Telegram; }
    QString account() const override { return m_bot; }
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    Future<Receipt> send(const Outgoing& outgoing) override;
    Result<Done> checkFile(const OutgoingFile& file) const override;
    /// Bots may fetch up to 20 MB.
    Future<MediaFile> fetchMedia(const QString& reference, qint64 most) override;
    /// Telegram shows by itself what was read; typing is shown for 5 seconds.
    Future<Done> showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing) override;
    Future<Done> react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji) override;
    Future<Done> edit(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                      const std::vector<domain::Option>& options) override;

private:
    QUrl m_apiBase;
    QString m_bot;
    std::function<QString()> m_token;
    http::Client& m_client;
    base::Duration m_timeout;
};

} // namespace delpek::channels
