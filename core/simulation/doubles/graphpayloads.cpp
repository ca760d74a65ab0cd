// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphpayloads.h"

namespace delpek::simulation
{

using base::Json;
using base::utf8;

namespace
{

std::string seconds(base::Instant at)
{
    return std::to_string(base::toMillis(at) / 1000);
}

} // namespace

QByteArray GraphPayloads::envelope(const char* field, Json value) const
{
    value["messaging_product"] = "whatsapp";
    value["metadata"] = {{"display_phone_number", "97235550100"}, {"phone_number_id", utf8(m_phoneNumberId)}};
    return wrapped(field, std::move(value), {{"id", "900100200300400"}});
}

QByteArray GraphPayloads::wrapped(const char* field, Json value, Json entry)
{
    entry["changes"] = Json::array({Json{{"field", field}, {"value", std::move(value)}}});
    return base::toBytes({{"object", "whatsapp_business_account"}, {"entry", Json::array({std::move(entry)})}});
}

QByteArray GraphPayloads::message(const From& from, const char* type, Json content, Json context) const
{
    const std::string user = "IL." + utf8(from.waId);
    Json message{{"from", utf8(from.waId)},       {"from_user_id", user}, {"id", utf8(from.wamid)},
                 {"timestamp", seconds(from.at)}, {"type", type},         {type, std::move(content)}};
    if (!context.is_null()) {
        message["context"] = std::move(context);
    }
    return envelope(
        "messages",
        {{"contacts",
          Json::array({{{"profile", {{"name", utf8(from.name)}}}, {"wa_id", utf8(from.waId)}, {"user_id", user}}})},
         {"messages", Json::array({std::move(message)})}});
}

QByteArray GraphPayloads::text(const From& from, const QString& text, const QString& quoted) const
{
    return message(from, "text", {{"body", utf8(text)}},
                   quoted.isEmpty() ? Json() : Json{{"from", "97235550100"}, {"id", utf8(quoted)}});
}

QByteArray GraphPayloads::voice(const From& from, const QString& mediaId) const
{
    return message(
        from, "audio",
        {{"id", utf8(mediaId)}, {"mime_type", "audio/ogg; codecs=opus"}, {"sha256", "c2hh"}, {"voice", true}});
}

QByteArray GraphPayloads::image(const From& from, const QString& mediaId, const QString& caption) const
{
    Json image{{"id", utf8(mediaId)}, {"mime_type", "image/jpeg"}, {"sha256", "c2hh"}};
    if (!caption.isEmpty()) {
        image["caption"] = utf8(caption);
    }
    return message(from, "image", std::move(image));
}

QByteArray GraphPayloads::document(const From& from, const QString& mediaId, const QString& fileName) const
{
    return message(
        from, "document",
        {{"id", utf8(mediaId)}, {"mime_type", "application/pdf"}, {"sha256", "c2hh"}, {"filename", utf8(fileName)}});
}

QByteArray GraphPayloads::location(const From& from, const domain::Place& place) const
{
    Json object{{"latitude", place.latitude}, {"longitude", place.longitude}};
    for (const auto& [key, text] : {std::pair("name", place.name), std::pair("address", place.address)}) {
        if (!text.isEmpty()) {
            object[key] = utf8(text);
        }
    }
    return message(from, "location", std::move(object));
}

QByteArray GraphPayloads::numberChanged(const From& from, const QString& newWaId) const
{
    const Json system{{"type", "user_changed_number"},
                      {"body", utf8(from.name + QStringLiteral(" has another number"))},
                      {"wa_id", utf8(newWaId)}};
    return envelope("messages", {{"messages", Json::array({{{"from", utf8(from.waId)},
                                                            {"id", utf8(from.wamid)},
                                                            {"timestamp", seconds(from.at)},
                                                            {"type", "system"},
                                                            {"system", system}}})}});
}

QByteArray GraphPayloads::templateStatus(const QString& name, const QString& language, const QString& event,
                                         base::Instant at) const
{
    return wrapped("message_template_status_update",
                   {{"event", utf8(event)},
                    {"message_template_id", 120045},
                    {"message_template_name", utf8(name)},
                    {"message_template_language", utf8(language)},
                    {"reason", "NONE"}},
                   {{"id", "900100200300400"}, {"time", base::toMillis(at) / 1000}});
}

QByteArray GraphPayloads::reaction(const From& from, const QString& toWamid, const QString& emoji) const
{
    return message(from, "reaction", {{"message_id", utf8(toWamid)}, {"emoji", utf8(emoji)}});
}

QByteArray GraphPayloads::edit(const From& from, const QString& originalWamid, const QString& text) const
{
    return message(from, "edit",
                   {{"original_message_id", utf8(originalWamid)},
                    {"message", {{"type", "text"}, {"text", {{"body", utf8(text)}}}}}});
}

QByteArray GraphPayloads::revoke(const From& from, const QString& originalWamid) const
{
    return message(from, "revoke", {{"original_message_id", utf8(originalWamid)}});
}

QByteArray GraphPayloads::button(const From& from, const QString& id, const QString& title, const QString& quoted) const
{
    return message(from, "interactive",
                   {{"type", "button_reply"}, {"button_reply", {{"id", utf8(id)}, {"title", utf8(title)}}}},
                   {{"from", "97235550100"}, {"id", utf8(quoted)}});
}

QByteArray GraphPayloads::echo(const From& to, const QString& text) const
{
    return envelope("smb_message_echoes", {{"message_echoes", Json::array({{{"from", "97235550100"},
                                                                            {"to", utf8(to.waId)},
                                                                            {"id", utf8(to.wamid)},
                                                                            {"timestamp", seconds(to.at)},
                                                                            {"type", "text"},
                                                                            {"text", {{"body", utf8(text)}}}}})}});
}

QByteArray GraphPayloads::status(const SentMessage& message, const QString& status, base::Instant at,
                                 int errorCode) const
{
    Json json{{"id", utf8(message.providerId)}, {"status", utf8(status)}, {"timestamp", seconds(at)}};
    if (message.to.startsWith(QLatin1Char('+'))) {
        json["recipient_id"] = utf8(message.to.mid(1));
    } else {
        json["recipient_user_id"] = utf8(message.to);
    }
    if (!message.reference.isEmpty()) {
        json["biz_opaque_callback_data"] = utf8(message.reference);
    }
    if (errorCode != 0) {
        json["errors"] =
            Json::array({{{"code", errorCode}, {"title", "Message failed"}, {"message", "Message failed"}}});
    }
    return envelope("messages", {{"statuses", Json::array({std::move(json)})}});
}

} // namespace delpek::simulation
