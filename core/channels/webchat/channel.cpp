// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/webchat/channel.h"

#include "channels/filesize.h"
#include "channels/webchat/delivery.h"

namespace delpek::channels
{

namespace
{

/// One clinic has one chat page.
const QString onlyAccount = QStringLiteral("site");

constexpr int maxText = 4096;
constexpr qint64 maxFile = 16LL * 1024 * 1024;

} // namespace

WebChatChannel::WebChatChannel(ReadFile readFile)
    : m_readFile(std::move(readFile))
{
}

QString WebChatChannel::account() const
{
    return onlyAccount;
}

Capabilities WebChatChannel::capabilities() const
{
    Capabilities capabilities;
    capabilities.buttons = true;
    capabilities.maxButtons = 20;
    capabilities.maxButtonLabel = 80;
    capabilities.maxText = maxText;
    capabilities.maxCaption = maxText;
    capabilities.echoesReference = true;
    capabilities.files = true;
    capabilities.places = true;
    return capabilities;
}

Result<std::vector<domain::Event>> WebChatChannel::parse(const QByteArray& raw) const
{
    return webchat::parse(raw, onlyAccount);
}

Future<Receipt> WebChatChannel::send(const Outgoing& outgoing)
{
    const bool isEmpty = outgoing.text.trimmed().isEmpty() && !outgoing.file && !outgoing.place;
    if (outgoing.to.user.isEmpty() || outgoing.reference.isEmpty() || isEmpty) {
        return base::ready<Receipt>(fail(ErrorCode::InvalidInput,
                                         QStringLiteral("a message without a recipient, a reference or content"),
                                         QStringLiteral("send.rejected")));
    }
    if (outgoing.file) {
        if (const auto good = checkFile(*outgoing.file); !good) {
            return base::ready<Receipt>(fail(good.error()));
        }
    }
    return base::ready<Receipt>(Receipt{webchat::providerIdOf(outgoing.reference)});
}

Result<Done> WebChatChannel::checkFile(const OutgoingFile& file) const
{
    if (file.kind == domain::MessageKind::Sticker) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the chat page shows no stickers"),
                    QStringLiteral("send.fileKind"));
    }
    return checkFileSize(file, maxFile);
}

Future<MediaFile> WebChatChannel::fetchMedia(const QString& reference, qint64 most)
{
    if (!m_readFile) {
        return Channel::fetchMedia(reference, most);
    }
    auto bytes = m_readFile(reference);
    if (!bytes) {
        return base::ready<MediaFile>(fail(bytes.error()));
    }
    if (bytes->size() > most) {
        return base::ready<MediaFile>(fail(ErrorCode::InvalidInput,
                                           QStringLiteral("the file is larger than %1 bytes").arg(most),
                                           QStringLiteral("media.tooLarge")));
    }
    return base::ready<MediaFile>(MediaFile{std::move(*bytes), {}});
}

} // namespace delpek::channels
