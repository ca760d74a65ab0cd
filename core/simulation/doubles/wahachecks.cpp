// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/wahachecks.h"

#include <QRegularExpression>

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

std::vector<const char*> membersOf(WahaMethod method)
{
    switch (method) {
    case WahaMethod::SendText:
        return {"session", "chatId", "text", "linkPreview", "reply_to"};
    case WahaMethod::SendSeen:
        return {"session", "chatId", "messageIds"};
    case WahaMethod::StartTyping:
    case WahaMethod::StopTyping:
        break;
    }
    return {"session", "chatId"};
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

} // namespace

tl::expected<SentMessage, WahaRefusal> checkWahaCall(WahaMethod method, const Json& body)
{
    const auto allowed = membersOf(method);
    for (const auto& [key, value] : body.items()) {
        if (std::none_of(allowed.begin(), allowed.end(), [&key = key](const char* name) { return key == name; })) {
            return refuse(QStringLiteral("property %1 should not exist").arg(QString::fromStdString(key)));
        }
    }
    if (!at(body, "session").is_string() || textAt(body, "session").isEmpty()) {
        return refuse(QStringLiteral("session should not be empty"));
    }
    static const QRegularExpression chat(QStringLiteral("^[1-9][0-9]{5,19}@(c\\.us|lid)$"));
    SentMessage message;
    message.to = textAt(body, "chatId");
    if (!chat.match(message.to).hasMatch()) {
        return refuse(QStringLiteral("chatId must be of the form 123456789@c.us or 123456789@lid"));
    }
    switch (method) {
    case WahaMethod::SendText:
        return checkText(body, std::move(message));
    case WahaMethod::SendSeen:
        return checkSeen(body, std::move(message));
    case WahaMethod::StartTyping:
    case WahaMethod::StopTyping:
        break;
    }
    return message;
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
