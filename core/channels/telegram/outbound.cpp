// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/outbound.h"

#include "channels/options.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/fields.h"
#include "channels/telegram/files.h"
#include "channels/telegram/format.h"
#include "domain/isolate.h"

namespace delpek::channels::telegram
{

using base::Json;
using base::utf8;

namespace
{

tl::unexpected<Error> never(const QString& why, const char* key = "send.rejected")
{
    return fail(ErrorCode::InvalidInput, why, QString::fromLatin1(key));
}

Json keyboard(const std::vector<domain::Option>& options)
{
    Json rows = Json::array();
    bool joins = false; // the last row holds one short button
    for (const domain::Option& option : options) {
        const QString label = domain::withoutIsolates(option.label).trimmed();
        const Json button{{"text", utf8(label)}, {"callback_data", utf8(option.value)}};
        const bool isShort = label.size() <= shortButtonLabel;
        if (joins && isShort) {
            rows.back().push_back(button);
            joins = false;
        } else {
            rows.push_back(Json::array({button}));
            joins = isShort;
        }
    }
    return {{"inline_keyboard", std::move(rows)}};
}

bool asButtons(const std::vector<domain::Option>& options)
{
    return !options.empty() && options.size() <= maxButtons && fitButtons(options, maxButtonLabel);
}

/// Chat, and the connection it belongs to.
Result<Json> addressed(const domain::ChannelAddress& to)
{
    const auto chat = chatOf(to.user);
    if (!chat) {
        return never(QStringLiteral("the message has no chat id"));
    }
    Json body{{"chat_id", chat->id}};
    if (!chat->connection.isEmpty()) {
        body["business_connection_id"] = utf8(chat->connection);
    }
    return body;
}

/// Puts text and options into `body` under `field`. What does not fit buttons becomes lines of the text.
Result<Done> putWords(Json& body, const char* field, int most, const QString& text,
                      const std::vector<domain::Option>& options, Style style)
{
    const QString words = domain::withoutIsolates(text);
    const bool buttons = asButtons(options);
    const QString read = buttons ? words : withNumberedLines(words, options);
    if (read.size() > most) {
        return never(QStringLiteral("the text has %1 characters, Telegram takes %2").arg(read.size()).arg(most),
                     "send.tooLong");
    }
    if (buttons) {
        body["reply_markup"] = keyboard(options);
    }
    if (read.isEmpty()) {
        return Done{};
    }
    if (style == Style::Plain) {
        body[field] = utf8(read);
    } else {
        body[field] = utf8(buttons ? escaped(words) : numbered(words, options));
        body["parse_mode"] = "HTML";
    }
    return Done{};
}

/// A pressed button ("cb:…") is nothing that can be quoted.
void putQuote(Json& body, const Outgoing& outgoing)
{
    if (const auto quoted = messageIdIn(outgoing.to.user, outgoing.quotedProviderId)) {
        body["reply_parameters"] = {{"message_id", *quoted}, {"allow_sending_without_reply", true}};
    }
}

Result<Call> textCall(Json body, const Outgoing& outgoing, Style style)
{
    if (domain::withoutIsolates(outgoing.text).trimmed().isEmpty()) {
        return never(QStringLiteral("the message has no text"));
    }
    body["link_preview_options"] = {{"is_disabled", true}};
    return putWords(body, "text", maxText, outgoing.text, outgoing.options, style).map([&](Done) {
        return Call{QStringLiteral("sendMessage"), std::move(body)};
    });
}

Result<Call> fileCall(Json body, const Outgoing& outgoing, Style style)
{
    const OutgoingFile& file = *outgoing.file;
    if (const auto fits = checkFile(file); !fits) {
        return fail(fits.error());
    }
    const Upload upload = uploadFor(file);
    return putWords(body, "caption", maxCaption, outgoing.text, outgoing.options, style).map([&](Done) {
        const QString name = file.name.isEmpty() ? QStringLiteral("file") : file.name;
        const QByteArray type = file.type.isEmpty() ? "application/octet-stream" : file.type.toLatin1();
        return Call{QString::fromLatin1(upload.method), std::move(body),
                    Enclosed{upload.field, name, type, file.bytes}};
    });
}

/// A place with a name is a venue, which needs an address too.
Call placeCall(Json body, const Outgoing& outgoing)
{
    const domain::Place& place = *outgoing.place;
    body["latitude"] = place.latitude;
    body["longitude"] = place.longitude;
    if (asButtons(outgoing.options)) {
        body["reply_markup"] = keyboard(outgoing.options);
    }
    const QString title = domain::withoutIsolates(place.name.isEmpty() ? place.address : place.name);
    if (title.isEmpty()) {
        return {QStringLiteral("sendLocation"), std::move(body)};
    }
    body["title"] = utf8(title);
    body["address"] = utf8(domain::withoutIsolates(place.address.isEmpty() ? place.name : place.address));
    return {QStringLiteral("sendVenue"), std::move(body)};
}

Result<Json> ownMessage(const domain::ChannelAddress& to, const QString& providerId)
{
    const auto message = messageIdIn(to.user, providerId);
    if (!message) {
        return never(QStringLiteral("the id is none of a message in this chat"));
    }
    return addressed(to).map([&](Json body) {
        body["message_id"] = *message;
        return body;
    });
}

} // namespace

Result<Call> messageCall(const Outgoing& outgoing, Style style)
{
    auto body = addressed(outgoing.to);
    if (!body) {
        return fail(body.error());
    }
    putQuote(*body, outgoing);
    if (outgoing.place) {
        return placeCall(std::move(*body), outgoing);
    }
    return outgoing.file ? fileCall(std::move(*body), outgoing, style) : textCall(std::move(*body), outgoing, style);
}

std::optional<Call> otherWay(const Outgoing& outgoing, const http::Response& refusal)
{
    Outgoing other = outgoing;
    Style style = Style::Formatted;
    if (isStyleRefused(refusal)) {
        style = Style::Plain;
    } else if (isPictureRefused(refusal) && outgoing.file && outgoing.file->kind == domain::MessageKind::Image) {
        other.file->kind = domain::MessageKind::Document;
    } else {
        return std::nullopt;
    }
    const auto call = messageCall(other, style);
    return call ? std::optional(*call) : std::nullopt;
}

Result<Call> editCall(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                      const std::vector<domain::Option>& options, Style style)
{
    auto body = ownMessage(to, providerId);
    if (!body) {
        return fail(body.error());
    }
    if (domain::withoutIsolates(text).trimmed().isEmpty()) {
        return never(QStringLiteral("the message has no text"));
    }
    (*body)["link_preview_options"] = {{"is_disabled", true}};
    return putWords(*body, "text", maxText, text, options, style).map([&](Done) {
        return Call{QStringLiteral("editMessageText"), std::move(*body)};
    });
}

Result<Call> typingCall(const domain::ChannelAddress& to)
{
    return addressed(to).map([](Json body) {
        body["action"] = "typing";
        return Call{QStringLiteral("sendChatAction"), std::move(body)};
    });
}

Result<Call> reactionCall(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji)
{
    auto body = ownMessage(to, providerId);
    if (!body) {
        return fail(body.error());
    }
    if (body->contains("business_connection_id")) {
        return fail(ErrorCode::Unsupported, QStringLiteral("a bot cannot react in the name of the clinic's account"));
    }
    Json reactions = Json::array();
    if (!emoji.isEmpty()) {
        reactions.push_back({{"type", "emoji"}, {"emoji", utf8(emoji)}});
    }
    (*body)["reaction"] = std::move(reactions);
    return Call{QStringLiteral("setMessageReaction"), std::move(*body)};
}

} // namespace delpek::channels::telegram
