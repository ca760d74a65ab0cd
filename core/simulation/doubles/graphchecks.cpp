// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/graphchecks.h"

#include <QRegularExpression>
#include <QSet>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

using Checked = tl::expected<Done, GraphRefusal>;

tl::unexpected<GraphRefusal> refuse(const QString& details, int code = 100)
{
    return tl::unexpected(GraphRefusal{400, code, details});
}

Checked onlyKeys(const Json& object, std::initializer_list<const char*> allowed, const QString& where)
{
    if (!object.is_object()) {
        return refuse(QStringLiteral("%1 must be an object").arg(where));
    }
    for (const auto& [key, value] : object.items()) {
        if (std::none_of(allowed.begin(), allowed.end(), [&key = key](const char* name) { return key == name; })) {
            return refuse(QStringLiteral("Unexpected key \"%1\" on %2").arg(QString::fromStdString(key), where));
        }
    }
    return Done{};
}

Checked length(const QString& text, int longest, const QString& where)
{
    if (text.isEmpty() || text.size() > longest) {
        return refuse(QStringLiteral("%1 must be between 1 and %2 characters").arg(where).arg(longest));
    }
    return Done{};
}

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

Checked addOption(const Json& object, int longestId, int longestTitle, SentMessage& message)
{
    const domain::Option option{textAt(object, "id"), textAt(object, "title")};
    if (const auto ok = length(option.value, longestId, QStringLiteral("id")); !ok) {
        return ok;
    }
    if (const auto ok = length(option.label, longestTitle, QStringLiteral("title")); !ok) {
        return ok;
    }
    for (const domain::Option& other : message.options) {
        if (other.value == option.value || other.label == option.label) {
            return refuse(QStringLiteral("Duplicated title or id"), 131009);
        }
    }
    message.options.push_back(option);
    return Done{};
}

Checked checkButtons(const Json& action, SentMessage& message)
{
    if (const auto ok = onlyKeys(action, {"buttons"}, QStringLiteral("action")); !ok) {
        return ok;
    }
    const Json& buttons = at(action, "buttons");
    if (!buttons.is_array() || buttons.empty() || buttons.size() > 3) {
        return refuse(QStringLiteral("Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3"), 131009);
    }
    for (const Json& button : buttons) {
        if (const auto ok = onlyKeys(button, {"type", "reply"}, QStringLiteral("button")); !ok) {
            return ok;
        }
        if (textAt(button, "type") != QLatin1String("reply")) {
            return refuse(QStringLiteral("button type must be reply"));
        }
        if (const auto ok = onlyKeys(at(button, "reply"), {"id", "title"}, QStringLiteral("reply")); !ok) {
            return ok;
        }
        if (const auto ok = addOption(at(button, "reply"), 256, 20, message); !ok) {
            return ok;
        }
    }
    return Done{};
}

Checked checkList(const Json& action, SentMessage& message)
{
    if (const auto ok = onlyKeys(action, {"button", "sections"}, QStringLiteral("action")); !ok) {
        return ok;
    }
    if (const auto ok = length(textAt(action, "button"), 20, QStringLiteral("action.button")); !ok) {
        return ok;
    }
    const Json& sections = at(action, "sections");
    if (!sections.is_array() || sections.empty() || sections.size() > 10) {
        return refuse(QStringLiteral("1 to 10 sections are allowed"), 131009);
    }
    for (const Json& section : sections) {
        if (const auto ok = onlyKeys(section, {"title", "rows"}, QStringLiteral("section")); !ok) {
            return ok;
        }
        if (const QString title = textAt(section, "title");
            title.size() > 24 || (sections.size() > 1 && title.isEmpty())) {
            return refuse(QStringLiteral("section title must be between 1 and 24 characters"), 131009);
        }
        const Json& rows = at(section, "rows");
        if (!rows.is_array() || rows.empty()) {
            return refuse(QStringLiteral("a section needs rows"), 131009);
        }
        for (const Json& row : rows) {
            if (const auto ok = onlyKeys(row, {"id", "title", "description"}, QStringLiteral("row")); !ok) {
                return ok;
            }
            if (const auto ok = addOption(row, 200, 24, message); !ok) {
                return ok;
            }
        }
    }
    if (message.options.size() > 10) {
        return refuse(QStringLiteral("Total row count exceed max allowed count: 10"), 131009);
    }
    return Done{};
}

Checked checkInteractive(const Json& interactive, SentMessage& message)
{
    if (const auto ok = onlyKeys(interactive, {"type", "body", "action"}, QStringLiteral("interactive")); !ok) {
        return ok;
    }
    if (const auto ok = onlyKeys(at(interactive, "body"), {"text"}, QStringLiteral("interactive.body")); !ok) {
        return ok;
    }
    message.text = textAt(at(interactive, "body"), "text");
    if (const auto ok = length(message.text, 1024, QStringLiteral("interactive.body.text")); !ok) {
        return ok;
    }
    const QString type = textAt(interactive, "type");
    if (type == QLatin1String("button")) {
        return checkButtons(at(interactive, "action"), message);
    }
    if (type == QLatin1String("list")) {
        return checkList(at(interactive, "action"), message);
    }
    return refuse(QStringLiteral("interactive.type is not one of button, list"));
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
    auto ok = onlyKeys(body,
                       {"messaging_product", "recipient_type", "to", "recipient", "type", "context",
                        "biz_opaque_callback_data", type == QLatin1String("text") ? "text" : "interactive"},
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
        if (type == QLatin1String("text")) {
            ok = checkText(at(body, "text"), call.message);
        } else if (type == QLatin1String("interactive")) {
            ok = checkInteractive(at(body, "interactive"), call.message);
        } else {
            ok = refuse(QStringLiteral("Param type must be one of {TEXT, INTERACTIVE}"));
        }
    }
    if (!ok) {
        return tl::unexpected(ok.error());
    }
    return call;
}

QByteArray graphErrorBody(const GraphRefusal& refusal, qint64 number)
{
    Json error{{"message", base::utf8(QStringLiteral("(#%1) %2").arg(refusal.code).arg(refusal.details))},
               {"type", "OAuthException"},
               {"code", refusal.code},
               {"error_data", {{"messaging_product", "whatsapp"}, {"details", base::utf8(refusal.details)}}},
               {"fbtrace_id", base::utf8(QStringLiteral("Trace%1").arg(number, 8, 10, QLatin1Char('0')))}};
    if (refusal.subcode != 0) {
        error["error_subcode"] = refusal.subcode;
    }
    return base::toBytes({{"error", std::move(error)}});
}

} // namespace delpek::simulation
