// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/requests.h"

#include "channels/channel.h"
#include "channels/options.h"
#include "domain/isolate.h"

namespace delpek::channels::telegram
{

using base::Json;
using base::utf8;

namespace
{

Json keyboard(const std::vector<domain::Option>& options)
{
    Json rows = Json::array();
    for (const domain::Option& option : options) {
        rows.push_back(Json::array({{{"text", utf8(domain::withoutIsolates(option.label).trimmed())},
                                     {"callback_data", utf8(option.value)}}}));
    }
    return {{"inline_keyboard", std::move(rows)}};
}

} // namespace

Result<Json> messageBody(const Outgoing& outgoing)
{
    bool numeric = false;
    const qint64 chat = outgoing.to.user.toLongLong(&numeric);
    if (!numeric) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no chat id"),
                    QStringLiteral("send.rejected"));
    }
    QString text = domain::withoutIsolates(outgoing.text);
    if (text.trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no text"),
                    QStringLiteral("send.rejected"));
    }
    const bool buttons = !outgoing.options.empty() && outgoing.options.size() <= maxButtons &&
                         fitButtons(outgoing.options, maxButtonLabel);
    if (!buttons) {
        text = withNumberedLines(text, outgoing.options);
    }
    if (text.size() > maxText) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the message has %1 characters, Telegram takes %2").arg(text.size()).arg(maxText),
                    QStringLiteral("send.tooLong"));
    }
    Json body{{"chat_id", chat}, {"text", utf8(text)}, {"link_preview_options", {{"is_disabled", true}}}};
    if (buttons) {
        body["reply_markup"] = keyboard(outgoing.options);
    }
    // "<chat>:<message>"; a pressed button ("cb:…") is nothing that can be quoted.
    const QString chatPrefix = outgoing.to.user + QLatin1Char(':');
    bool quotable = false;
    const qint64 quoted = outgoing.quotedProviderId.startsWith(chatPrefix)
                              ? outgoing.quotedProviderId.mid(chatPrefix.size()).toLongLong(&quotable)
                              : 0;
    if (quotable) {
        body["reply_parameters"] = {{"message_id", quoted}, {"allow_sending_without_reply", true}};
    }
    return body;
}

Json answerCallbackBody(const QString& callbackId)
{
    return {{"callback_query_id", utf8(callbackId)}};
}

Json updatesBody(std::optional<qint64> offset, int seconds)
{
    Json body{
        {"timeout", seconds},
        {"limit", 100},
        {"allowed_updates", {"message", "edited_message", "callback_query", "my_chat_member", "message_reaction"}}};
    if (offset) {
        body["offset"] = *offset;
    }
    return body;
}

http::Request call(const QUrl& apiBase, const QString& token, const QString& method, const Json& body,
                   base::Duration timeout)
{
    http::Request request;
    request.method = "POST";
    request.url = apiBase;
    QString path = apiBase.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    request.url.setPath(path + QStringLiteral("/bot%1/%2").arg(token, method));
    request.headers = {{"Content-Type", "application/json"}};
    request.body = base::toBytes(body);
    request.timeout = timeout;
    return request;
}

} // namespace delpek::channels::telegram
