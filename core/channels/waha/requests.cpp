// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/requests.h"

#include "channels/waha/ids.h"

namespace delpek::channels::waha
{

using base::Json;
using base::utf8;

namespace
{

http::Request below(const Endpoint& endpoint, const QString& key, const QString& pathAndQuery, base::Duration timeout)
{
    http::Request request;
    request.url = endpoint.apiBase;
    QString base = endpoint.apiBase.path(QUrl::FullyEncoded);
    while (base.endsWith(QLatin1Char('/'))) {
        base.chop(1);
    }
    request.url.setPath(base + pathAndQuery.section(QLatin1Char('?'), 0, 0), QUrl::TolerantMode);
    if (const QString query = pathAndQuery.section(QLatin1Char('?'), 1); !query.isEmpty()) {
        request.url.setQuery(query);
    }
    request.headers = {{"X-Api-Key", key.toUtf8()}, {"Accept", "application/json"}};
    request.timeout = timeout;
    return request;
}

Json inChat(const QString& chat, const QString& session)
{
    return {{"session", utf8(session)}, {"chatId", utf8(chat)}};
}

/// Without what the parser puts behind the id of a blank message.
QString patientsKey(const QString& chat, const QString& messageId)
{
    return writeMessageKey(false, chat, messageId.section(QLatin1Char(':'), 0, 0));
}

} // namespace

Call seenCall(const QString& chat, const QStringList& messageIds, const QString& session)
{
    Call call{"POST", QStringLiteral("/api/sendSeen"), inChat(chat, session)};
    if (!messageIds.isEmpty()) {
        Json ids = Json::array();
        for (const QString& id : messageIds) {
            ids.push_back(utf8(patientsKey(chat, id)));
        }
        call.body["messageIds"] = std::move(ids);
    }
    return call;
}

Call typingCall(const QString& chat, bool typing, const QString& session)
{
    return {"POST", typing ? QStringLiteral("/api/startTyping") : QStringLiteral("/api/stopTyping"),
            inChat(chat, session)};
}

Call reactionCall(const QString& chat, const QString& messageId, const QString& emoji, const QString& session)
{
    Call call{"PUT", QStringLiteral("/api/reaction"), inChat(chat, session)};
    call.body["messageId"] = utf8(patientsKey(chat, messageId));
    call.body["reaction"] = utf8(emoji);
    return call;
}

Call editCall(const QString& chat, const QString& messageId, const QString& text, const QString& session)
{
    const QString key = writeMessageKey(true, chat, messageId);
    return {"PUT",
            sessionPath(session, QStringLiteral("/chats/%1/messages/%2").arg(segment(chat), segment(key))),
            {{"text", utf8(text)}, {"linkPreview", false}}};
}

http::Request request(const Endpoint& endpoint, const QString& key, const Call& call, base::Duration timeout)
{
    http::Request request = below(endpoint, key, call.path, timeout);
    request.method = call.verb;
    request.headers.append({"Content-Type", QByteArray("application/json")});
    request.body = base::toBytes(call.body);
    // A file may need its time on a slow line.
    request.timeout += std::chrono::seconds(request.body.size() / (256 * 1024));
    return request;
}

http::Request lookUp(const Endpoint& endpoint, const QString& key, const QString& path, base::Duration timeout)
{
    return below(endpoint, key, path, timeout);
}

QString sessionPath(const QString& session, const QString& rest)
{
    return QStringLiteral("/api/") + segment(session) + rest;
}

QString segment(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

http::Request sessionRequest(const Endpoint& endpoint, const QString& key, base::Duration timeout)
{
    return below(endpoint, key, QStringLiteral("/api/sessions/") + segment(endpoint.session), timeout);
}

} // namespace delpek::channels::waha
