// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramchecks.h"

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

tl::unexpected<BotRefusal> refuse(const char* description)
{
    return tl::unexpected(BotRefusal{400, QStringLiteral("Bad Request: ") + QLatin1String(description)});
}

bool hasOnly(const Json& object, std::initializer_list<const char*> allowed)
{
    if (!object.is_object()) {
        return false;
    }
    for (const auto& [key, value] : object.items()) {
        if (std::none_of(allowed.begin(), allowed.end(), [&key = key](const char* name) { return key == name; })) {
            return false;
        }
    }
    return true;
}

tl::expected<std::vector<domain::Option>, BotRefusal> checkKeyboard(const Json& markup)
{
    const Json& rows = at(markup, "inline_keyboard");
    if (!hasOnly(markup, {"inline_keyboard"}) || !rows.is_array()) {
        return refuse("object expected as reply markup");
    }
    std::vector<domain::Option> options;
    for (const Json& row : rows) {
        if (!row.is_array() || row.empty() || row.size() > 8) {
            return refuse("BUTTON_ROW_INVALID");
        }
        for (const Json& button : row) {
            const domain::Option option{textAt(button, "callback_data"), textAt(button, "text")};
            if (!hasOnly(button, {"text", "callback_data"}) || option.label.isEmpty()) {
                return refuse("inline keyboard button text is empty");
            }
            if (option.value.isEmpty() || option.value.toUtf8().size() > 64) {
                return refuse("BUTTON_DATA_INVALID");
            }
            options.push_back(option);
        }
    }
    return options;
}

} // namespace

tl::expected<SentMessage, BotRefusal> checkSendMessage(const Json& body)
{
    if (!hasOnly(body, {"chat_id", "text", "link_preview_options", "reply_parameters", "reply_markup"})) {
        return refuse("unknown parameter");
    }
    SentMessage message;
    if (!at(body, "chat_id").is_number_integer()) {
        return refuse("chat_id is empty");
    }
    message.to = textAt(body, "chat_id");
    message.text = textAt(body, "text");
    if (message.text.trimmed().isEmpty()) {
        return refuse("message text is empty");
    }
    if (message.text.size() > 4096) {
        return refuse("message is too long");
    }
    if (body.contains("reply_markup")) {
        auto options = checkKeyboard(at(body, "reply_markup"));
        if (!options) {
            return tl::unexpected(options.error());
        }
        message.options = std::move(*options);
    }
    if (body.contains("reply_parameters")) {
        const QString quoted = textAt(at(body, "reply_parameters"), "message_id");
        if (quoted.isEmpty()) {
            return refuse("message to be replied not found");
        }
        message.quotedProviderId = message.to + QLatin1Char(':') + quoted;
    }
    return message;
}

QByteArray botErrorBody(const BotRefusal& refusal, int retryAfter)
{
    Json body{{"ok", false}, {"error_code", refusal.code}, {"description", base::utf8(refusal.description)}};
    if (retryAfter > 0) {
        body["parameters"] = {{"retry_after", retryAfter}};
    }
    return base::toBytes(body);
}

QByteArray botResult(Json result)
{
    return base::toBytes({{"ok", true}, {"result", std::move(result)}});
}

} // namespace delpek::simulation
