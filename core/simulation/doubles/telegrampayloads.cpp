// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegrampayloads.h"

namespace delpek::simulation::telegram
{

using base::Json;
using base::utf8;

namespace
{

qint64 seconds(const From& from)
{
    return base::toMillis(from.at) / 1000;
}

Json user(const From& from)
{
    return {
        {"id", from.chat}, {"is_bot", false}, {"first_name", utf8(from.name)}, {"language_code", utf8(from.language)}};
}

Json chat(const From& from)
{
    return {{"id", from.chat}, {"type", "private"}, {"first_name", utf8(from.name)}};
}

Json message(const From& from)
{
    return {{"message_id", from.message}, {"date", seconds(from)}, {"chat", chat(from)}, {"from", user(from)}};
}

} // namespace

Json textUpdate(const From& from, const QString& text)
{
    Json json = message(from);
    json["text"] = utf8(text);
    return {{"message", std::move(json)}};
}

Json voiceUpdate(const From& from, const QString& fileId)
{
    Json json = message(from);
    json["voice"] = {{"file_id", utf8(fileId)},
                     {"file_unique_id", utf8(QLatin1Char('u') + fileId)},
                     {"duration", 4},
                     {"mime_type", "audio/ogg"}};
    return {{"message", std::move(json)}};
}

Json photoUpdate(const From& from, const QString& fileId, const QString& caption)
{
    Json json = message(from);
    const Json small{{"file_id", "small"}, {"file_unique_id", "us"}, {"width", 90}, {"height", 67}};
    const Json large{{"file_id", utf8(fileId)},
                     {"file_unique_id", utf8(QLatin1Char('u') + fileId)},
                     {"width", 1280},
                     {"height", 960}};
    json["photo"] = Json::array({small, large});
    if (!caption.isEmpty()) {
        json["caption"] = utf8(caption);
    }
    return {{"message", std::move(json)}};
}

Json locationUpdate(const From& from, const domain::Place& place)
{
    Json json = message(from);
    json["location"] = {{"latitude", place.latitude}, {"longitude", place.longitude}};
    return {{"message", std::move(json)}};
}

Json startUpdate(const From& from, const QString& parameter)
{
    Json update =
        textUpdate(from, parameter.isEmpty() ? QStringLiteral("/start") : QStringLiteral("/start ") + parameter);
    update["message"]["entities"] = Json::array({{{"type", "bot_command"}, {"offset", 0}, {"length", 6}}});
    return update;
}

Json connectionUpdate(const From& owner, const QString& connection, bool enabled, bool mayReply)
{
    return {{"business_connection",
             {{"id", utf8(connection)},
              {"user", user(owner)},
              {"user_chat_id", owner.chat},
              {"date", seconds(owner)},
              {"rights", {{"can_reply", mayReply}}},
              {"is_enabled", enabled}}}};
}

Json throughBusiness(Json update, const QString& connection, const From* owner)
{
    Json json = std::move(update["message"]);
    json["business_connection_id"] = utf8(connection);
    if (owner) {
        json["from"] = user(*owner);
    }
    return {{"business_message", std::move(json)}};
}

Json editUpdate(const From& from, const QString& text)
{
    Json json = message(from);
    json["edit_date"] = seconds(from);
    json["text"] = utf8(text);
    return {{"edited_message", std::move(json)}};
}

Json buttonUpdate(const From& from, const QString& callbackId, const QString& data, const QString& label)
{
    Json source = message(from);
    source["from"] = {{"id", 770011}, {"is_bot", true}, {"first_name", "Clinic"}};
    source["text"] = "?";
    const Json button{{"text", utf8(label)}, {"callback_data", utf8(data)}};
    source["reply_markup"] = {{"inline_keyboard", Json::array({Json::array({button})})}};
    return {{"callback_query",
             {{"id", utf8(callbackId)},
              {"from", user(from)},
              {"message", std::move(source)},
              {"chat_instance", "1"},
              {"data", utf8(data)}}}};
}

Json reactionUpdate(const From& from, const QString& emoji)
{
    Json reactions = Json::array();
    if (!emoji.isEmpty()) {
        reactions.push_back({{"type", "emoji"}, {"emoji", utf8(emoji)}});
    }
    return {{"message_reaction",
             {{"chat", chat(from)},
              {"message_id", from.message},
              {"user", user(from)},
              {"date", seconds(from)},
              {"old_reaction", Json::array()},
              {"new_reaction", std::move(reactions)}}}};
}

Json contactUpdate(const From& from, const QString& phone)
{
    Json json = message(from);
    json["contact"] = {{"phone_number", utf8(phone)}, {"first_name", utf8(from.name)}, {"user_id", from.chat}};
    return {{"message", std::move(json)}};
}

Json blockedUpdate(const From& from, bool blocked)
{
    const Json bot{{"id", 770011}, {"is_bot", true}, {"first_name", "Clinic"}};
    return {{"my_chat_member",
             {{"chat", chat(from)},
              {"from", user(from)},
              {"date", seconds(from)},
              {"old_chat_member", {{"status", blocked ? "member" : "kicked"}, {"user", bot}}},
              {"new_chat_member", {{"status", blocked ? "kicked" : "member"}, {"user", bot}}}}}};
}

} // namespace delpek::simulation::telegram
