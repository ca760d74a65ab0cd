// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/waha/line.h"

#include <functional>
#include <mutex>
#include <set>

namespace delpek::channels
{

/// One session of WAHA: an ordinary WhatsApp account, driven as a linked device. All functions may be called from any
/// thread; `key` is asked on the calling thread at each call. `client` must outlive it. WAHA carries no reference of
/// ours: a send without an answer stays unknown.
///
/// The engines differ: WEBJS and WPP mark a whole chat as seen, NOWEB and GOWS the message; NOWEB needs its store
/// (noweb.store) to give a file once more after three minutes; WEBJS sends videos from WAHA's Chrome image only. What
/// an engine cannot do it refuses, and the errors say so.
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
    /// Ends the "typing…" that showReading() began, then sends.
    Future<Receipt> send(const Outgoing& outgoing) override;

    /// A hidden id (@lid) without its number.
    bool isHidden(const domain::Sender& sender) const override;
    Future<domain::Sender> identify(const domain::Sender& sender) override;

    Result<Done> checkFile(const OutgoingFile& file) const override;
    Future<MediaFile> fetchMedia(const QString& reference, qint64 most) override;
    /// WhatsApp ends the "typing…" by itself after some 25 seconds.
    Future<Done> showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing) override;
    /// To a message of the patient's.
    Future<Done> react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji) override;
    Future<Done> edit(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                      const std::vector<domain::Option>& options) override;

private:
    waha::Line line() const;
    bool takeTyping(const QString& chat);

    const waha::Endpoint m_endpoint;
    const std::function<QString()> m_key;
    http::Client& m_client;
    const base::Duration m_timeout;
    std::mutex m_mutex;
    std::set<QString> m_typing; ///< chats where it was begun and no message followed
};

} // namespace delpek::channels
