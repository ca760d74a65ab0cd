// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "http/client.h"

#include <functional>

namespace delpek::channels
{

/// One Telegram bot. All functions may be called from any thread; `token` is asked on the calling thread at each send.
/// `client` must outlive it. Telegram echoes no reference: a send without an answer stays unknown.
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

private:
    QUrl m_apiBase;
    QString m_bot;
    std::function<QString()> m_token;
    http::Client& m_client;
    base::Duration m_timeout;
};

} // namespace delpek::channels
