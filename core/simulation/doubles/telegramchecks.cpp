// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramchecks.h"

#include "simulation/doubles/opusbytes.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

using Names = std::vector<const char*>;

/// A method that makes a message: the field of its file, or nothing.
struct Sending {
    const char* method;
    const char* file;
    qint64 most; ///< bytes of the file
};

constexpr qint64 mebibyte = 1024 * 1024;
constexpr auto sendings = std::to_array<Sending>({{"sendMessage", nullptr, 0},
                                                  {"sendPhoto", "photo", 10 * mebibyte},
                                                  {"sendDocument", "document", 50 * mebibyte},
                                                  {"sendVoice", "voice", 50 * mebibyte},
                                                  {"sendAudio", "audio", 50 * mebibyte},
                                                  {"sendVideo", "video", 50 * mebibyte},
                                                  {"sendLocation", nullptr, 0},
                                                  {"sendVenue", nullptr, 0}});

const Sending* sendingOf(const QString& method)
{
    const auto* found = std::find_if(sendings.begin(), sendings.end(),
                                     [&](const Sending& each) { return method == QLatin1String(each.method); });
    return found == sendings.end() ? nullptr : found;
}

bool hasOnly(const Json& object, const Names& allowed)
{
    return object.is_object() && std::all_of(object.items().begin(), object.items().end(), [&](const auto& item) {
               return std::any_of(allowed.begin(), allowed.end(), [&](const char* name) { return item.key() == name; });
           });
}

BotResult<Done> putKeyboard(BotMessage& message, const Json& markup)
{
    const Json& rows = at(markup, "inline_keyboard");
    if (!hasOnly(markup, {"inline_keyboard"}) || !rows.is_array()) {
        return refuseBot(QStringLiteral("object expected as reply markup"));
    }
    for (const Json& row : rows) {
        if (!row.is_array() || row.empty() || row.size() > 8) {
            return refuseBot(QStringLiteral("BUTTON_ROW_INVALID"));
        }
        for (const Json& button : row) {
            const domain::Option option{textAt(button, "callback_data"), textAt(button, "text")};
            if (!hasOnly(button, {"text", "callback_data", "url"}) || option.label.isEmpty()) {
                return refuseBot(QStringLiteral("inline keyboard button text is empty"));
            }
            if (button.contains("url")) {
                const QUrl url(textAt(button, "url"));
                if (button.size() != 2 || !url.isValid() || !url.scheme().startsWith(QLatin1String("http")) ||
                    !url.host().contains(QLatin1Char('.'))) {
                    return refuseBot(QStringLiteral("BUTTON_URL_INVALID"));
                }
                message.options.push_back({textAt(button, "url"), option.label});
                continue;
            }
            if (option.value.isEmpty() || option.value.toUtf8().size() > 64) {
                return refuseBot(QStringLiteral("BUTTON_DATA_INVALID"));
            }
            message.options.push_back(option);
        }
        message.rows.push_back(row.size());
    }
    return message.options.size() > 100 ? BotResult<Done>(refuseBot(QStringLiteral("reply markup is too long")))
                                        : Done{};
}

/// Text or caption with its style.
BotResult<Done> putWords(BotMessage& message, const Json& body, const char* field)
{
    const QString mode = textAt(body, "parse_mode");
    StyledText read{textAt(body, field), {}};
    if (mode == QLatin1String("HTML")) {
        auto html = readHtmlStyle(read.text);
        if (!html) {
            return refuseBot(QStringLiteral("can't parse entities: ") + html.error());
        }
        read = std::move(*html);
    } else if (!mode.isEmpty()) {
        return refuseBot(QStringLiteral("unsupported parse_mode"));
    }
    message.text = read.text;
    message.styles = std::move(read.parts);
    return Done{};
}

/// Chat, connection, quote and buttons.
BotResult<BotMessage> addressed(const Json& body)
{
    BotMessage message;
    if (!at(body, "chat_id").is_number_integer()) {
        return refuseBot(QStringLiteral("chat_id is empty"));
    }
    message.to = textAt(body, "chat_id");
    message.connection = textAt(body, "business_connection_id");
    if (body.contains("reply_parameters")) {
        const Json& reply = at(body, "reply_parameters");
        if (!hasOnly(reply, {"message_id", "allow_sending_without_reply"}) || !at(reply, "message_id").is_number()) {
            return refuseBot(QStringLiteral("message to be replied not found"));
        }
        const QString via = message.connection.isEmpty() ? QString() : QLatin1Char('@') + message.connection;
        message.quotedProviderId = message.to + via + QLatin1Char(':') + textAt(reply, "message_id");
    }
    if (body.contains("reply_markup")) {
        if (const auto put = putKeyboard(message, at(body, "reply_markup")); !put) {
            return tl::unexpected(put.error());
        }
    }
    return message;
}

BotResult<Done> checkText(const BotMessage& message)
{
    if (message.text.trimmed().isEmpty()) {
        return refuseBot(QStringLiteral("message text is empty"));
    }
    return message.text.size() > 4096 ? BotResult<Done>(refuseBot(QStringLiteral("message is too long"))) : Done{};
}

BotResult<Done> putFile(BotMessage& message, const Sending& sending, const BotCall& call)
{
    if (call.files.size() != 1 || call.files[0].name != sending.file || call.files[0].body.isEmpty()) {
        return refuseBot(QStringLiteral("there is no %1 in the request").arg(QLatin1String(sending.file)));
    }
    if (call.files[0].body.size() > sending.most) {
        return refuseBot(QStringLiteral("Request Entity Too Large"), 413);
    }
    message.spoken = QLatin1String(sending.method) == QLatin1String("sendVoice");
    if (message.spoken && call.files[0].type.startsWith("audio/ogg") && !isSpoken(call.files[0].body)) {
        return refuseBot(QStringLiteral("the voice is not encoded with OPUS"));
    }
    message.file = call.files[0].body;
    message.fileName = call.files[0].fileName;
    message.fileType = call.files[0].type;
    if (message.text.size() > 1024) {
        return refuseBot(QStringLiteral("message caption is too long"));
    }
    return Done{};
}

BotResult<Done> putPlace(BotMessage& message, const Json& body, bool isVenue)
{
    const Json& latitude = at(body, "latitude");
    const Json& longitude = at(body, "longitude");
    const bool isPoint = latitude.is_number() && longitude.is_number() && std::abs(latitude.get<double>()) <= 90 &&
                         std::abs(longitude.get<double>()) <= 180;
    if (!isPoint) {
        return refuseBot(QStringLiteral("latitude is empty or invalid"));
    }
    message.place =
        domain::Place{latitude.get<double>(), longitude.get<double>(), textAt(body, "title"), textAt(body, "address")};
    if (isVenue && (message.place->name.isEmpty() || message.place->address.isEmpty())) {
        return refuseBot(QStringLiteral("venue title and address must not be empty"));
    }
    return Done{};
}

Names namesOf(const Sending& sending)
{
    Names names{"chat_id", "business_connection_id", "reply_parameters", "reply_markup"};
    const QString method = QString::fromLatin1(sending.method);
    if (sending.file) {
        names.insert(names.end(), {"caption", "parse_mode"});
    } else if (method == QLatin1String("sendMessage")) {
        names.insert(names.end(), {"text", "parse_mode", "link_preview_options"});
    } else {
        names.insert(names.end(), {"latitude", "longitude"});
        if (method == QLatin1String("sendVenue")) {
            names.insert(names.end(), {"title", "address"});
        }
    }
    return names;
}

} // namespace

bool isSending(const QString& method)
{
    return sendingOf(method) != nullptr;
}

BotResult<BotMessage> checkSending(const QString& method, const BotCall& call)
{
    const Sending& sending = *sendingOf(method);
    if (!hasOnly(call.body, namesOf(sending)) || (!sending.file && !call.files.empty())) {
        return refuseBot(QStringLiteral("unknown parameter"));
    }
    auto message = addressed(call.body);
    if (!message) {
        return message;
    }
    message->method = method;
    auto good = putWords(*message, call.body, sending.file ? "caption" : "text");
    if (good && sending.file) {
        good = putFile(*message, sending, call);
    } else if (good && method == QLatin1String("sendMessage")) {
        good = checkText(*message);
    } else if (good) {
        good = putPlace(*message, call.body, method == QLatin1String("sendVenue"));
    }
    return good ? message : tl::unexpected(good.error());
}

BotResult<BotMessage> checkEdit(const BotCall& call)
{
    if (!hasOnly(call.body, {"chat_id", "business_connection_id", "message_id", "text", "parse_mode",
                             "link_preview_options", "reply_markup"}) ||
        !call.files.empty()) {
        return refuseBot(QStringLiteral("unknown parameter"));
    }
    auto message = addressed(call.body);
    if (!message) {
        return message;
    }
    if (!at(call.body, "message_id").is_number_integer()) {
        return refuseBot(QStringLiteral("message identifier is not specified"));
    }
    message->quotedProviderId = textAt(call.body, "message_id");
    auto good = putWords(*message, call.body, "text").and_then([&](Done) { return checkText(*message); });
    return good ? message : tl::unexpected(good.error());
}

BotResult<Json> checkAction(const BotCall& call)
{
    const QStringList actions{QStringLiteral("typing"),          QStringLiteral("upload_photo"),
                              QStringLiteral("record_voice"),    QStringLiteral("upload_voice"),
                              QStringLiteral("upload_document"), QStringLiteral("find_location")};
    if (!hasOnly(call.body, {"chat_id", "business_connection_id", "action"})) {
        return refuseBot(QStringLiteral("unknown parameter"));
    }
    if (!actions.contains(textAt(call.body, "action"))) {
        return refuseBot(QStringLiteral("wrong parameter action in request"));
    }
    return call.body;
}

BotResult<Json> checkReaction(const BotCall& call)
{
    const Json& list = at(call.body, "reaction");
    if (!hasOnly(call.body, {"chat_id", "message_id", "reaction"}) || !list.is_array()) {
        return refuseBot(QStringLiteral("unknown parameter"));
    }
    // Bots that do not pay may set one.
    if (list.size() > 1) {
        return refuseBot(QStringLiteral("REACTIONS_TOO_MANY"));
    }
    if (!list.empty() && (textAt(list[0], "type") != QLatin1String("emoji") || textAt(list[0], "emoji").isEmpty())) {
        return refuseBot(QStringLiteral("REACTION_INVALID"));
    }
    return call.body;
}

BotResult<Json> checkWebhook(const BotCall& call)
{
    static const QRegularExpression secret(QStringLiteral("^[A-Za-z0-9_-]{1,256}$"));
    const QUrl url(textAt(call.body, "url"));
    const int port = url.port(443);
    if (!hasOnly(call.body, {"url", "secret_token", "allowed_updates", "max_connections", "drop_pending_updates"})) {
        return refuseBot(QStringLiteral("unknown parameter"));
    }
    if (!url.isEmpty() && url.scheme() != QLatin1String("https")) {
        return refuseBot(QStringLiteral("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    if (port != 443 && port != 80 && port != 88 && port != 8443) {
        return refuseBot(QStringLiteral("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"));
    }
    if (call.body.contains("secret_token") && !secret.match(textAt(call.body, "secret_token")).hasMatch()) {
        return refuseBot(QStringLiteral("secret token contains unallowed characters"));
    }
    return call.body;
}

BotResult<Json> checkCommands(const BotCall& call)
{
    static const QRegularExpression name(QStringLiteral("^[a-z0-9_]{1,32}$"));
    static const QRegularExpression language(QStringLiteral("^[a-z]{2}$"));
    const Json& commands = at(call.body, "commands");
    if (!hasOnly(call.body, {"commands", "language_code"}) || !commands.is_array()) {
        return refuseBot(QStringLiteral("can't parse commands"));
    }
    if (commands.size() > 100) {
        return refuseBot(QStringLiteral("BOT_COMMANDS_TOO_MUCH"));
    }
    for (const Json& command : commands) {
        const QString description = textAt(command, "description");
        if (!hasOnly(command, {"command", "description"}) || !name.match(textAt(command, "command")).hasMatch()) {
            return refuseBot(QStringLiteral("BOT_COMMAND_INVALID"));
        }
        if (description.isEmpty() || description.size() > 256) {
            return refuseBot(QStringLiteral("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
    }
    if (call.body.contains("language_code") && !language.match(textAt(call.body, "language_code")).hasMatch()) {
        return refuseBot(QStringLiteral("language_code is invalid"));
    }
    return call.body;
}

} // namespace delpek::simulation
