// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/requests.h"

#include "http/multipart.h"

namespace delpek::channels::telegram
{

using base::Json;
using base::utf8;

namespace
{

QUrl address(const QUrl& apiBase, const QString& path)
{
    QUrl url = apiBase;
    QString root = apiBase.path();
    while (root.endsWith(QLatin1Char('/'))) {
        root.chop(1);
    }
    url.setPath(root + path);
    return url;
}

/// Text as it is; everything else as the JSON text that forms want.
QByteArray formValue(const Json& value)
{
    return value.is_string() ? QByteArray::fromStdString(value.get<std::string>()) : base::toBytes(value);
}

http::Form formOf(const Call& call)
{
    std::vector<http::FormPart> parts;
    for (const auto& [name, value] : call.body.items()) {
        parts.push_back({QByteArray::fromStdString(name), formValue(value)});
    }
    parts.push_back({call.file->field, call.file->bytes, call.file->name, call.file->type});
    return http::writeForm(parts);
}

} // namespace

Json answerCallbackBody(const QString& callbackId)
{
    return {{"callback_query_id", utf8(callbackId)}};
}

Json allowedUpdates()
{
    return {"message",          "edited_message",          "callback_query",
            "my_chat_member",   "message_reaction",        "business_connection",
            "business_message", "edited_business_message", "deleted_business_messages"};
}

Json updatesBody(std::optional<qint64> offset, int seconds)
{
    Json body{{"timeout", seconds}, {"limit", 100}, {"allowed_updates", allowedUpdates()}};
    if (offset) {
        body["offset"] = *offset;
    }
    return body;
}

http::Request request(const QUrl& apiBase, const QString& token, const Call& call, base::Duration timeout)
{
    http::Request request;
    request.method = "POST";
    request.url = address(apiBase, QStringLiteral("/bot%1/%2").arg(token, call.method));
    request.timeout = timeout;
    if (call.file) {
        const http::Form form = formOf(call);
        request.headers = {{"Content-Type", form.contentType}};
        request.body = form.body;
        request.timeout += std::chrono::seconds(form.body.size() / (64 * 1024));
    } else {
        request.headers = {{"Content-Type", "application/json"}};
        request.body = base::toBytes(call.body);
    }
    return request;
}

http::Request fileRequest(const QUrl& apiBase, const QString& token, const QString& path, base::Duration timeout)
{
    http::Request request;
    request.url = address(apiBase, QStringLiteral("/file/bot%1/%2").arg(token, path));
    request.timeout = timeout;
    return request;
}

} // namespace delpek::channels::telegram
