// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/channel.h"

#include "channels/filesize.h"
#include "channels/options.h"
#include "channels/waha/ids.h"
#include "channels/waha/requests.h"
#include "domain/isolate.h"

// What a message of ours becomes: sendCall and checkFile of requests.h.

namespace delpek::channels::waha
{

using base::Json;
using base::utf8;
using domain::MessageKind;

namespace
{

tl::unexpected<Error> rejected(const char* why)
{
    return fail(ErrorCode::InvalidInput, QLatin1String(why), QStringLiteral("send.rejected"));
}

Result<QString> chatOf(const Outgoing& outgoing)
{
    if (const Chat chat = readChat(outgoing.to.user); chat.kind == ChatKind::Person) {
        return chat.id;
    }
    if (outgoing.to.user.isEmpty() && outgoing.phone) {
        return outgoing.phone->digits() + QStringLiteral("@c.us");
    }
    return rejected("the message has no chat id of a person");
}

/// "audio/ogg; codecs=opus" is audio/ogg.
QString bareType(const OutgoingFile& file)
{
    return file.type.section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

QString methodFor(const OutgoingFile& file, bool hasCaption)
{
    const QString type = bareType(file);
    if (file.kind == MessageKind::Image &&
        (type == QLatin1String("image/jpeg") || type == QLatin1String("image/png"))) {
        return QStringLiteral("/api/sendImage");
    }
    if (file.kind == MessageKind::Video && type == QLatin1String("video/mp4")) {
        return QStringLiteral("/api/sendVideo");
    }
    if (file.kind == MessageKind::Audio && file.voice && !hasCaption) {
        return QStringLiteral("/api/sendVoice");
    }
    return QStringLiteral("/api/sendFile");
}

Result<Call> fileCall(const Outgoing& outgoing, Json body)
{
    const OutgoingFile& file = *outgoing.file;
    if (const auto good = checkFile(file); !good) {
        return fail(good.error());
    }
    const auto caption = wordsOf(outgoing.text, outgoing.options, maxCaption);
    if (!caption) {
        return fail(caption.error());
    }
    const QString method = methodFor(file, !caption->isEmpty());
    const bool isOgg = bareType(file) == QLatin1String("audio/ogg");
    body["file"] = {{"mimetype", isOgg ? "audio/ogg; codecs=opus" : utf8(bareType(file))},
                    {"filename", utf8(domain::withoutIsolates(file.name))},
                    {"data", file.bytes.toBase64().toStdString()}};
    if (method == QLatin1String("/api/sendVoice")) {
        body["convert"] = !isOgg;
    } else if (!caption->isEmpty()) {
        body["caption"] = utf8(*caption);
    }
    return Call{"POST", method, std::move(body)};
}

Call placeCall(const domain::Place& place, Json body)
{
    QStringList title{place.name, place.address};
    title.removeAll(QString());
    body["latitude"] = place.latitude;
    body["longitude"] = place.longitude;
    body["title"] = utf8(domain::withoutIsolates(title.join(QStringLiteral(", "))));
    return {"POST", QStringLiteral("/api/sendLocation"), std::move(body)};
}

Result<Call> textCall(const Outgoing& outgoing, const QString& chat, Json body)
{
    const auto text = wordsOf(outgoing.text, outgoing.options, maxText);
    if (!text) {
        return fail(text.error());
    }
    if (domain::withoutIsolates(outgoing.text).trimmed().isEmpty()) {
        return rejected("the message has no text");
    }
    body["text"] = utf8(*text);
    body["linkPreview"] = false;
    if (!outgoing.quotedProviderId.isEmpty()) {
        // Without what the parser puts behind the id of a blank message.
        const QString id = outgoing.quotedProviderId.section(QLatin1Char(':'), 0, 0);
        body["reply_to"] = utf8(writeMessageKey(false, chat, id));
    }
    return Call{"POST", QStringLiteral("/api/sendText"), std::move(body)};
}

} // namespace

Result<QString> wordsOf(const QString& words, const std::vector<domain::Option>& options, int most)
{
    const QString text = withNumberedLines(domain::withoutIsolates(words), options);
    if (text.size() > most) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the message has %1 characters, %2 are sent at most").arg(text.size()).arg(most),
                    QStringLiteral("send.tooLong"));
    }
    return text.trimmed().isEmpty() ? QString() : text;
}

Result<Done> checkFile(const OutgoingFile& file)
{
    if (file.kind == MessageKind::Sticker) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no stickers go out through WAHA"),
                    QStringLiteral("send.fileKind"));
    }
    return checkFileSize(file, maxFile);
}

Result<Call> sendCall(const Outgoing& outgoing, const QString& session)
{
    const auto chat = chatOf(outgoing);
    if (!chat) {
        return fail(chat.error());
    }
    Json body{{"session", utf8(session)}, {"chatId", utf8(*chat)}};
    if (outgoing.file) {
        return fileCall(outgoing, std::move(body));
    }
    return outgoing.place ? Result<Call>(placeCall(*outgoing.place, std::move(body)))
                          : textCall(outgoing, *chat, std::move(body));
}

} // namespace delpek::channels::waha
