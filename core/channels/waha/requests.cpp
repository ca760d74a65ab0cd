// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/requests.h"

#include "channels/channel.h"
#include "channels/options.h"
#include "channels/waha/ids.h"
#include "domain/isolate.h"

namespace delpek::channels::waha
{

using base::Json;
using base::utf8;

namespace
{

Result<QString> chatOf(const Outgoing& outgoing)
{
    if (const Chat chat = readChat(outgoing.to.user); chat.kind == ChatKind::Person) {
        return chat.id;
    }
    if (outgoing.to.user.isEmpty() && outgoing.phone) {
        return outgoing.phone->digits() + QStringLiteral("@c.us");
    }
    return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no chat id of a person"),
                QStringLiteral("send.rejected"));
}

http::Request request(const Endpoint& endpoint, const QString& key, const QString& path, base::Duration timeout)
{
    http::Request request;
    request.url = endpoint.apiBase;
    QString base = endpoint.apiBase.path();
    while (base.endsWith(QLatin1Char('/'))) {
        base.chop(1);
    }
    request.url.setPath(base + path);
    request.headers = {{"X-Api-Key", key.toUtf8()}, {"Accept", "application/json"}};
    request.timeout = timeout;
    return request;
}

} // namespace

Result<Json> messageBody(const Outgoing& outgoing, const QString& session)
{
    const auto chat = chatOf(outgoing);
    if (!chat) {
        return fail(chat.error());
    }
    const QString text = withNumberedLines(domain::withoutIsolates(outgoing.text), outgoing.options);
    if (domain::withoutIsolates(outgoing.text).trimmed().isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("the message has no text"),
                    QStringLiteral("send.rejected"));
    }
    if (text.size() > maxText) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the message has %1 characters, %2 are sent at most").arg(text.size()).arg(maxText),
                    QStringLiteral("send.tooLong"));
    }
    Json body = chatBody(*chat, session);
    body["text"] = utf8(text);
    body["linkPreview"] = false;
    if (!outgoing.quotedProviderId.isEmpty()) {
        // Without what the parser puts behind the id of a blank message.
        const QString id = outgoing.quotedProviderId.section(QLatin1Char(':'), 0, 0);
        body["reply_to"] = utf8(writeMessageKey(false, *chat, id));
    }
    return body;
}

Json seenBody(const QString& chat, const QStringList& messageIds, const QString& session)
{
    Json body = chatBody(chat, session);
    if (!messageIds.isEmpty()) {
        Json ids = Json::array();
        for (const QString& id : messageIds) {
            ids.push_back(utf8(writeMessageKey(false, chat, id)));
        }
        body["messageIds"] = std::move(ids);
    }
    return body;
}

Json chatBody(const QString& chat, const QString& session)
{
    return {{"session", utf8(session)}, {"chatId", utf8(chat)}};
}

http::Request call(const Endpoint& endpoint, const QString& key, const QString& method, const Json& body,
                   base::Duration timeout)
{
    http::Request post = request(endpoint, key, QStringLiteral("/api/") + method, timeout);
    post.method = "POST";
    post.headers.append({"Content-Type", QByteArray("application/json")});
    post.body = base::toBytes(body);
    return post;
}

http::Request sessionRequest(const Endpoint& endpoint, const QString& key, base::Duration timeout)
{
    return request(endpoint, key, QStringLiteral("/api/sessions/") + endpoint.session, timeout);
}

} // namespace delpek::channels::waha
