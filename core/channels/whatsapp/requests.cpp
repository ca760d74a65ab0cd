// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/requests.h"

namespace delpek::channels::whatsapp
{

namespace
{

QByteArray bearer(const QString& token)
{
    return "Bearer " + token.toUtf8();
}

bool isMetas(const QString& host)
{
    return std::ranges::any_of(
        std::to_array({"facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net"}), [&](const char* domain) {
            return host == QLatin1String(domain) || host.endsWith(QLatin1Char('.') + QLatin1String(domain));
        });
}

} // namespace

http::Request call(const Endpoint& endpoint, const QString& token, const QByteArray& method, const QString& path,
                   base::Duration timeout, const QUrlQuery& query)
{
    http::Request request;
    request.method = method;
    request.url = endpoint.apiBase;
    QString root = endpoint.apiBase.path();
    while (root.endsWith(QLatin1Char('/'))) {
        root.chop(1);
    }
    request.url.setPath(root + QStringLiteral("/%1/%2").arg(endpoint.version, path));
    if (!query.isEmpty()) {
        request.url.setQuery(query);
    }
    request.headers = {{"Authorization", bearer(token)}};
    request.timeout = timeout;
    return request;
}

http::Request post(const Endpoint& endpoint, const QString& token, const base::Json& body, base::Duration timeout)
{
    return postTo(endpoint, token, endpoint.phoneNumberId + QStringLiteral("/messages"), body, timeout);
}

http::Request postTo(const Endpoint& endpoint, const QString& token, const QString& path, const base::Json& body,
                     base::Duration timeout)
{
    http::Request request = call(endpoint, token, "POST", path, timeout);
    request.headers.emplace_back("Content-Type", "application/json");
    request.body = base::toBytes(body);
    return request;
}

http::Request upload(const Endpoint& endpoint, const QString& token, const http::Form& form, base::Duration timeout)
{
    http::Request request = call(endpoint, token, "POST", endpoint.phoneNumberId + QStringLiteral("/media"), timeout);
    request.headers.emplace_back("Content-Type", form.contentType);
    request.body = form.body;
    return request;
}

Result<http::Request> download(const Endpoint& endpoint, const QString& token, const QUrl& url, qint64 most,
                               base::Duration timeout)
{
    const bool ofTheApi = url.host() == endpoint.apiBase.host() && url.scheme() == endpoint.apiBase.scheme();
    const bool ofMeta = url.scheme() == QLatin1String("https") && isMetas(url.host());
    if (!url.isValid() || (!ofTheApi && !ofMeta)) {
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("the file lies at an address that is none of Meta's: the token is not sent there"),
                    QStringLiteral("send.configuration"));
    }
    http::Request request;
    request.url = url;
    request.headers = {{"Authorization", bearer(token)}};
    request.timeout = timeout;
    request.maxResponse = most;
    return request;
}

} // namespace delpek::channels::whatsapp
