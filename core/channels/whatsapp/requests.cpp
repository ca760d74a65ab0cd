// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/requests.h"

#include "channels/channel.h"
#include "channels/options.h"
#include "domain/isolate.h"

namespace delpek::channels::whatsapp
{

using base::Json;
using base::utf8;

namespace
{

Result<Done> setRecipient(Json& body, const Outgoing& outgoing)
{
    const QString& user = outgoing.to.user;
    const bool digits = !user.isEmpty() && std::all_of(user.begin(), user.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
    if (digits) {
        // Without the plus the clinic's own country code would be put before the number.
        body["to"] = utf8(QLatin1Char('+') + user);
    } else if (!user.isEmpty()) {
        body["recipient"] = utf8(user);
    } else if (outgoing.phone) {
        body["to"] = utf8(outgoing.phone->e164());
    } else {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no recipient"),
                    QStringLiteral("send.rejected"));
    }
    return Done{};
}

Json buttons(const std::vector<domain::Option>& options)
{
    Json list = Json::array();
    for (const domain::Option& option : options) {
        list.push_back(
            {{"type", "reply"},
             {"reply",
              {{"id", utf8(option.value)}, {"title", utf8(domain::withoutIsolates(option.label).trimmed())}}}});
    }
    return {{"buttons", std::move(list)}};
}

Json rows(const std::vector<domain::Option>& options, const QString& text)
{
    Json list = Json::array();
    for (const domain::Option& option : options) {
        list.push_back({{"id", utf8(option.value)}, {"title", utf8(domain::withoutIsolates(option.label).trimmed())}});
    }
    // The label that opens the list is ours to write, in the language of the message it stands under.
    const QString open = domain::Bilingual{QStringLiteral("לבחירה"), QStringLiteral("Choose")}.in(
        domain::languageOf(text, domain::Language::Hebrew));
    return {{"button", utf8(open)}, {"sections", Json::array({{{"rows", std::move(list)}}})}};
}

std::optional<Json> interactive(const QString& text, const std::vector<domain::Option>& options)
{
    if (options.empty() || text.size() > maxInteractiveText) {
        return std::nullopt;
    }
    Json result{{"body", {{"text", utf8(text)}}}};
    if (options.size() <= maxButtons && fitButtons(options, maxButtonLabel)) {
        result["type"] = "button";
        result["action"] = buttons(options);
        return result;
    }
    if (options.size() <= maxRows && fitButtons(options, maxRowLabel)) {
        result["type"] = "list";
        result["action"] = rows(options, text);
        return result;
    }
    return std::nullopt;
}

} // namespace

Result<Json> messageBody(const Outgoing& outgoing)
{
    const QString text = domain::withoutIsolates(outgoing.text);
    if (text.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no text"),
                    QStringLiteral("send.rejected"));
    }
    if (outgoing.reference.size() > maxReference) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the reference is longer than %1").arg(maxReference),
                    QStringLiteral("send.rejected"));
    }
    Json body{{"messaging_product", "whatsapp"}, {"recipient_type", "individual"}};
    if (const auto set = setRecipient(body, outgoing); !set) {
        return fail(set.error());
    }
    if (auto choices = interactive(text, outgoing.options)) {
        body["type"] = "interactive";
        body["interactive"] = std::move(*choices);
    } else {
        const QString whole = withNumberedLines(text, outgoing.options);
        if (whole.size() > maxText) {
            return fail(
                ErrorCode::InvalidInput,
                QStringLiteral("the message has %1 characters, WhatsApp takes %2").arg(whole.size()).arg(maxText),
                QStringLiteral("send.tooLong"));
        }
        body["type"] = "text";
        body["text"] = {{"body", utf8(whole)}, {"preview_url", false}};
    }
    if (!outgoing.quotedProviderId.isEmpty()) {
        body["context"] = {{"message_id", utf8(outgoing.quotedProviderId)}};
    }
    if (!outgoing.reference.isEmpty()) {
        body["biz_opaque_callback_data"] = utf8(outgoing.reference);
    }
    return body;
}

Json readBody(const QString& providerId, bool typing)
{
    Json body{{"messaging_product", "whatsapp"}, {"status", "read"}, {"message_id", utf8(providerId)}};
    if (typing) {
        body["typing_indicator"] = {{"type", "text"}};
    }
    return body;
}

http::Request post(const Endpoint& endpoint, const QString& token, const Json& body, base::Duration timeout)
{
    http::Request request;
    request.method = "POST";
    request.url = endpoint.apiBase;
    QString path = endpoint.apiBase.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    request.url.setPath(path + QStringLiteral("/%1/%2/messages").arg(endpoint.version, endpoint.phoneNumberId));
    request.headers = {{"Authorization", "Bearer " + token.toUtf8()}, {"Content-Type", "application/json"}};
    request.body = base::toBytes(body);
    request.timeout = timeout;
    return request;
}

} // namespace delpek::channels::whatsapp
