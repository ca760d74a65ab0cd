// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"

#include <functional>

namespace delpek::channels
{

/// The chat page of the clinic. `send` lets nothing out of the program: the message is in the store, and the page's
/// event stream reads it there, now or when the visitor is back (api::webchat::StreamHub). So a send never fails for
/// the network, and our reference is all the provider id there is. Any thread.
///
/// Files in both directions lie at the media door; MessageReceived.mediaId is the door's id, so a visitor's file is
/// kept before its message is known. Our files are shown from there to whoever has the conversation's token.
class WebChatChannel final : public Channel
{
public:
    /// The bytes behind an id of the media door. It may block.
    using ReadFile = std::function<Result<QByteArray>(const QString& id)>;

    explicit WebChatChannel(ReadFile readFile = {});

    domain::ChannelKind kind() const override { return domain::ChannelKind::WebChat; }
    QString account() const override;
    Capabilities capabilities() const override;
    Result<std::vector<domain::Event>> parse(const QByteArray& raw) const override;
    Future<Receipt> send(const Outgoing& outgoing) override;

    /// Pictures, sounds, videos and documents of every type go: the page shows what browsers show safely (JPEG, PNG,
    /// WebP; Ogg, MP3 and MP4 sound) and lets the visitor save the rest. 16 MB at most, as the page holds them whole.
    Result<Done> checkFile(const OutgoingFile& file) const override;
    /// Reads at once, on the calling thread.
    Future<MediaFile> fetchMedia(const QString& reference, qint64 most) override;

private:
    ReadFile m_readFile;
};

} // namespace delpek::channels
