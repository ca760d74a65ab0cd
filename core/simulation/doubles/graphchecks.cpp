// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphchecks.h"

#include "simulation/doubles/graphinteractive.h"

#include <QRegularExpression>

#include <cmath>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

Checked checkRecipient(const Json& body, SentMessage& message)
{
    static const QRegularExpression phone(QStringLiteral("^\\+[1-9][0-9]{6,14}$"));
    static const QRegularExpression user(QStringLiteral("^[A-Z]{2}\\.(ENT\\.)?[A-Za-z0-9]{1,128}$"));
    message.to = textAt(body, "to");
    if (!message.to.isEmpty()) {
        return phone.match(message.to).hasMatch()
                   ? Checked(Done{})
                   : refuse(QStringLiteral("to must be a plus, country code and number"));
    }
    message.to = textAt(body, "recipient");
    return user.match(message.to).hasMatch() ? Checked(Done{})
                                             : refuse(QStringLiteral("The parameter to is required."));
}

Checked checkText(const Json& text, SentMessage& message)
{
    if (const auto ok = onlyKeys(text, {"body", "preview_url"}, QStringLiteral("text")); !ok) {
        return ok;
    }
    if (!at(text, "preview_url").is_null() && !at(text, "preview_url").is_boolean()) {
        return refuse(QStringLiteral("text.preview_url must be a boolean"));
    }
    message.text = textAt(text, "body");
    return length(message.text, 4096, QStringLiteral("text.body"));
}

Checked checkMedia(const Json& media, std::initializer_list<const char*> allowed, const QString& where, GraphCall& call)
{
    if (const auto ok = onlyKeys(media, allowed, where); !ok) {
        return ok;
    }
    call.mediaId = textAt(media, "id");
    call.message.text = textAt(media, "caption");
    call.message.fileName = textAt(media, "filename");
    call.voice = base::boolAt(media, "voice");
    if (call.mediaId.isEmpty()) {
        return refuse(QStringLiteral("%1 needs an id").arg(where));
    }
    return call.message.text.size() > 1024 ? refuse(QStringLiteral("caption: at most 1024 characters"), 131009)
                                           : Checked(Done{});
}

Checked checkLocation(const Json& location, SentMessage& message)
{
    if (const auto ok = onlyKeys(location, {"latitude", "longitude", "name", "address"}, QStringLiteral("location"));
        !ok) {
        return ok;
    }
    const Json& latitude = at(location, "latitude");
    const Json& longitude = at(location, "longitude");
    if (!latitude.is_number() || !longitude.is_number() || std::abs(latitude.get<double>()) > 90 ||
        std::abs(longitude.get<double>()) > 180) {
        return refuse(QStringLiteral("location needs a latitude and a longitude"), 131009);
    }
    message.place = domain::Place{latitude.get<double>(), longitude.get<double>(), textAt(location, "name"),
                                  textAt(location, "address")};
    return Done{};
}

Checked checkReaction(const Json& reaction, SentMessage& message)
{
    if (const auto ok = onlyKeys(reaction, {"message_id", "emoji"}, QStringLiteral("reaction")); !ok) {
        return ok;
    }
    message.quotedProviderId = textAt(reaction, "message_id");
    message.text = textAt(reaction, "emoji");
    const bool good = message.quotedProviderId.startsWith(QLatin1String("wamid.")) && at(reaction, "emoji").is_string();
    return good ? Checked(Done{}) : refuse(QStringLiteral("reaction needs a message id and an emoji"), 131009);
}

tl::expected<GraphCall, GraphRefusal> checkRead(const Json& body)
{
    if (const auto ok = onlyKeys(body, {"messaging_product", "status", "message_id", "typing_indicator"},
                                 QStringLiteral("the body"));
        !ok) {
        return tl::unexpected(ok.error());
    }
    if (textAt(body, "status") != QLatin1String("read") ||
        !textAt(body, "message_id").startsWith(QLatin1String("wamid."))) {
        return refuse(QStringLiteral("status must be read, of a message id"));
    }
    const Json& typing = at(body, "typing_indicator");
    if (!typing.is_null() && textAt(typing, "type") != QLatin1String("text")) {
        return refuse(QStringLiteral("typing_indicator.type must be text"));
    }
    GraphCall call;
    call.read = true;
    return call;
}

Checked checkContent(const Json& body, const QString& type, GraphCall& call)
{
    const Json& object = at(body, base::utf8(type).c_str());
    if (type == QLatin1String("text")) {
        return checkText(object, call.message);
    }
    if (type == QLatin1String("interactive")) {
        return checkInteractive(object, call.message, call.mediaId);
    }
    if (type == QLatin1String("image") || type == QLatin1String("video")) {
        return checkMedia(object, {"id", "caption"}, type, call);
    }
    if (type == QLatin1String("document")) {
        return checkMedia(object, {"id", "caption", "filename"}, type, call);
    }
    if (type == QLatin1String("audio")) {
        return checkMedia(object, {"id", "voice"}, type, call);
    }
    if (type == QLatin1String("sticker")) {
        return checkMedia(object, {"id"}, type, call);
    }
    if (type == QLatin1String("location")) {
        return checkLocation(object, call.message);
    }
    if (type == QLatin1String("reaction")) {
        return body.contains("context") ? refuse(QStringLiteral("a reaction has no context"))
                                        : checkReaction(object, call.message);
    }
    if (type == QLatin1String("template")) {
        call.templateObject = object;
        return object.is_object() ? Checked(Done{}) : refuse(QStringLiteral("template must be an object"));
    }
    return refuse(QStringLiteral("Param type is not one of the known ones"));
}

} // namespace

tl::expected<GraphCall, GraphRefusal> checkGraphCall(const Json& body)
{
    if (textAt(body, "messaging_product") != QLatin1String("whatsapp")) {
        return refuse(QStringLiteral("The parameter messaging_product is required."));
    }
    if (body.contains("status")) {
        return checkRead(body);
    }
    GraphCall call;
    const QString type = textAt(body, "type");
    call.message.method = type;
    auto ok = onlyKeys(body,
                       {"messaging_product", "recipient_type", "to", "recipient", "type", "context",
                        "biz_opaque_callback_data", base::utf8(type).c_str()},
                       QStringLiteral("the body"));
    if (ok && body.contains("recipient_type") && textAt(body, "recipient_type") != QLatin1String("individual")) {
        ok = refuse(QStringLiteral("recipient_type must be individual"));
    }
    if (ok) {
        ok = checkRecipient(body, call.message);
    }
    if (ok && body.contains("context")) {
        ok = onlyKeys(at(body, "context"), {"message_id"}, QStringLiteral("context"));
        call.message.quotedProviderId = textAt(at(body, "context"), "message_id");
    }
    if (ok && body.contains("biz_opaque_callback_data")) {
        call.message.reference = textAt(body, "biz_opaque_callback_data");
        ok = length(call.message.reference, 512, QStringLiteral("biz_opaque_callback_data"));
    }
    if (ok) {
        ok = checkContent(body, type, call);
    }
    if (!ok) {
        return tl::unexpected(ok.error());
    }
    return call;
}

} // namespace delpek::simulation
