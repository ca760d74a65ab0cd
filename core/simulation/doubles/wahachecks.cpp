// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahachecks.h"

#include "simulation/doubles/opusbytes.h"

#include <QRegularExpression>

#include <cmath>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

constexpr int longestText = 65'536;

tl::unexpected<WahaRefusal> refuse(const QString& message)
{
    return tl::unexpected(WahaRefusal{400, message});
}

struct MethodRow {
    WahaMethod method;
    const char* path;
    std::vector<const char*> members; ///< beside session and chatId
};

const std::vector<MethodRow>& methodRows()
{
    static const std::vector<MethodRow> rows{
        {WahaMethod::SendText, "sendText", {"text", "linkPreview", "reply_to"}},
        {WahaMethod::SendImage, "sendImage", {"file", "caption"}},
        {WahaMethod::SendVoice, "sendVoice", {"file", "convert"}},
        {WahaMethod::SendVideo, "sendVideo", {"file", "caption", "asNote", "convert"}},
        {WahaMethod::SendFile, "sendFile", {"file", "caption"}},
        {WahaMethod::SendLocation, "sendLocation", {"latitude", "longitude", "title"}},
        {WahaMethod::SendSeen, "sendSeen", {"messageIds"}},
        {WahaMethod::StartTyping, "startTyping", {}},
        {WahaMethod::StopTyping, "stopTyping", {}},
        {WahaMethod::React, "reaction", {"messageId", "reaction"}},
    };
    return rows;
}

const MethodRow& rowOf(WahaMethod method)
{
    return *std::find_if(methodRows().begin(), methodRows().end(),
                         [method](const MethodRow& row) { return row.method == method; });
}

/// "true_<chat>_<id>" of that chat; gives the id.
std::optional<QString> messageIn(const QString& chat, const QString& whole)
{
    static const QRegularExpression own(QStringLiteral("^(?:true|false)_([^_]+)_([0-9A-F]{8,64})$"));
    const auto match = own.match(whole);
    return match.hasMatch() && match.captured(1) == chat ? std::optional(match.captured(2)) : std::nullopt;
}

tl::expected<SentMessage, WahaRefusal> checkText(const Json& body, SentMessage message)
{
    if (!at(body, "text").is_string()) {
        return refuse(QStringLiteral("text must be a string"));
    }
    message.text = textAt(body, "text");
    if (message.text.trimmed().isEmpty()) {
        return refuse(QStringLiteral("text should not be empty"));
    }
    if (message.text.size() > longestText) {
        return refuse(QStringLiteral("text is too long"));
    }
    if (body.contains("linkPreview") && !at(body, "linkPreview").is_boolean()) {
        return refuse(QStringLiteral("linkPreview must be a boolean value"));
    }
    if (body.contains("reply_to")) {
        const auto quoted = messageIn(message.to, textAt(body, "reply_to"));
        if (!quoted) {
            return refuse(QStringLiteral("reply_to must be the id of a message of the chat"));
        }
        message.quotedProviderId = *quoted;
    }
    return message;
}

tl::expected<SentMessage, WahaRefusal> checkSeen(const Json& body, SentMessage message)
{
    const Json& ids = at(body, "messageIds");
    const bool good = ids.is_null() || (ids.is_array() && std::all_of(ids.begin(), ids.end(), [&](const Json& id) {
                                            return id.is_string() &&
                                                   messageIn(message.to, QString::fromStdString(id.get<std::string>()));
                                        }));
    if (!good) {
        return refuse(QStringLiteral("each value in messageIds must be the id of a message of the chat"));
    }
    return message;
}

/// What each way of sending shows; a document may be of any type.
bool isOfType(WahaMethod method, const QString& type, bool converts)
{
    switch (method) {
    case WahaMethod::SendImage:
        return type == QLatin1String("image/jpeg") || type == QLatin1String("image/png");
    case WahaMethod::SendVideo:
        return type == QLatin1String("video/mp4") || converts;
    case WahaMethod::SendVoice:
        return type == QLatin1String("audio/ogg; codecs=opus") ||
               (converts && type.startsWith(QLatin1String("audio/")));
    default:
        return type.contains(QLatin1Char('/'));
    }
}

tl::expected<SentMessage, WahaRefusal> checkFile(WahaMethod method, const Json& body, SentMessage message)
{
    const Json& file = at(body, "file");
    if (!file.is_object()) {
        return refuse(QStringLiteral("file should not be empty"));
    }
    for (const auto& [key, value] : file.items()) {
        if (key != "mimetype" && key != "filename" && key != "data") {
            return refuse(QStringLiteral("property file.%1 should not exist").arg(QString::fromStdString(key)));
        }
    }
    message.fileType = textAt(file, "mimetype");
    message.fileName = textAt(file, "filename");
    if (!isOfType(method, message.fileType, base::boolAt(body, "convert"))) {
        return refuse(QStringLiteral("file.mimetype is not what %1 sends").arg(pathOf(method)));
    }
    const auto decoded =
        QByteArray::fromBase64Encoding(textAt(file, "data").toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).isEmpty()) {
        return refuse(QStringLiteral("file.data must be base64 without a prefix"));
    }
    message.file = *decoded;
    message.spoken = method == WahaMethod::SendVoice;
    if (message.spoken && !base::boolAt(body, "convert") && !isSpoken(message.file)) {
        return refuse(QStringLiteral("file.data is not Opus in Ogg, and convert is not asked for"));
    }
    if (body.contains("caption") && !at(body, "caption").is_string()) {
        return refuse(QStringLiteral("caption must be a string"));
    }
    message.text = textAt(body, "caption");
    return message;
}

tl::expected<SentMessage, WahaRefusal> checkLocation(const Json& body, SentMessage message)
{
    const Json& latitude = at(body, "latitude");
    const Json& longitude = at(body, "longitude");
    if (!latitude.is_number() || !longitude.is_number() || std::abs(latitude.get<double>()) > 90 ||
        std::abs(longitude.get<double>()) > 180) {
        return refuse(QStringLiteral("latitude and longitude must be degrees"));
    }
    if (!at(body, "title").is_string()) {
        return refuse(QStringLiteral("title must be a string"));
    }
    message.place = domain::Place{latitude.get<double>(), longitude.get<double>(), textAt(body, "title"), {}};
    return message;
}

tl::expected<SentMessage, WahaRefusal> checkReaction(const Json& body, SentMessage message)
{
    const auto target = messageIn(message.to, textAt(body, "messageId"));
    if (!target) {
        return refuse(QStringLiteral("messageId must be the id of a message of the chat"));
    }
    if (!at(body, "reaction").is_string()) {
        return refuse(QStringLiteral("reaction must be a string"));
    }
    message.quotedProviderId = *target;
    message.text = textAt(body, "reaction");
    return message;
}

} // namespace

QString pathOf(WahaMethod method)
{
    return QString::fromLatin1(rowOf(method).path);
}

bool sendsMessage(WahaMethod method)
{
    return pathOf(method).startsWith(QLatin1String("send")) && method != WahaMethod::SendSeen;
}

tl::expected<SentMessage, WahaRefusal> checkWahaCall(WahaMethod method, const Json& body)
{
    const auto& allowed = rowOf(method).members;
    for (const auto& [key, value] : body.items()) {
        if (key != "session" && key != "chatId" &&
            std::none_of(allowed.begin(), allowed.end(), [&key = key](const char* name) { return key == name; })) {
            return refuse(QStringLiteral("property %1 should not exist").arg(QString::fromStdString(key)));
        }
    }
    if (!at(body, "session").is_string() || textAt(body, "session").isEmpty()) {
        return refuse(QStringLiteral("session should not be empty"));
    }
    static const QRegularExpression chat(QStringLiteral("^[1-9][0-9]{5,19}@(c\\.us|lid)$"));
    SentMessage message;
    message.to = textAt(body, "chatId");
    message.method = pathOf(method);
    if (!chat.match(message.to).hasMatch()) {
        return refuse(QStringLiteral("chatId must be of the form 123456789@c.us or 123456789@lid"));
    }
    switch (method) {
    case WahaMethod::SendText:
        return checkText(body, std::move(message));
    case WahaMethod::SendImage:
    case WahaMethod::SendVoice:
    case WahaMethod::SendVideo:
    case WahaMethod::SendFile:
        return checkFile(method, body, std::move(message));
    case WahaMethod::SendLocation:
        return checkLocation(body, std::move(message));
    case WahaMethod::SendSeen:
        return checkSeen(body, std::move(message));
    case WahaMethod::React:
        return checkReaction(body, std::move(message));
    case WahaMethod::StartTyping:
    case WahaMethod::StopTyping:
        break;
    }
    return message;
}

tl::expected<SentMessage, WahaRefusal> checkWahaEdit(const QString& chat, const QString& key, const Json& body)
{
    for (const auto& [name, value] : body.items()) {
        if (name != "text" && name != "linkPreview") {
            return refuse(QStringLiteral("property %1 should not exist").arg(QString::fromStdString(name)));
        }
    }
    const auto id = messageIn(chat, key);
    if (!id || !key.startsWith(QLatin1String("true_"))) {
        return refuse(QStringLiteral("only a message of the account's own can be edited"));
    }
    SentMessage message;
    message.to = chat;
    message.providerId = *id;
    return checkText(body, std::move(message));
}

QByteArray wahaErrorBody(const WahaRefusal& refusal)
{
    return base::toBytes({{"statusCode", refusal.status}, {"message", base::utf8(refusal.message)}});
}

QByteArray wahaStatusBody(const QString& session, const QString& status)
{
    return base::toBytes({{"error", "The session is in another status than the call needs"},
                          {"session", base::utf8(session)},
                          {"status", base::utf8(status)},
                          {"expected", Json::array({"WORKING"})}});
}

} // namespace delpek::simulation
