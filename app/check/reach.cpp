// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/reach.h"

#include "api/selftest.h"
#include "base/await.h"
#include "base/json.h"

#include <QUrlQuery>

namespace delpek::app::check
{

namespace
{

Answerer answererOf(const Error& error)
{
    if (error.key == QLatin1String("connection.nameUnknown")) {
        return Answerer::NameUnknown;
    }
    if (error.key == QLatin1String("connection.refused")) {
        return Answerer::Refused;
    }
    if (error.key == QLatin1String("connection.untrusted")) {
        return Answerer::Untrusted;
    }
    return error.code == ErrorCode::InvalidInput ? Answerer::Other : Answerer::Nobody;
}

} // namespace

Reached reach(http::Client& client, const QUrl& base, const QByteArray& mark)
{
    const QByteArray nonce = api::selftest::newNonce();
    http::Request request;
    request.url = base;
    request.url.setPath(QString::fromLatin1(api::selftest::path));
    request.url.setQuery(QStringLiteral("nonce=") + QString::fromLatin1(nonce));
    request.timeout = std::chrono::seconds(15);
    request.maxResponse = 64 * 1024;
    const auto response = base::await(client.send(request));
    if (!response) {
        return {answererOf(response.error()), response.error().detail};
    }
    const auto body = base::parseJson(response->body);
    const bool proves =
        body && !mark.isEmpty() && base::textAt(*body, "proof").toLatin1() == api::selftest::proofOf(mark, nonce);
    return {response->status == 200 && proves ? Answerer::Ours : Answerer::Other,
            QStringLiteral("HTTP %1").arg(response->status)};
}

Result<QUrl> publicAddress(const QString& setting)
{
    const QUrl url(setting.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment() || (!url.path().isEmpty() && url.path() != QLatin1String("/"))) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("listen.public-url must be like https://chat.clinic.example, without a path"));
    }
    QUrl base;
    base.setScheme(url.scheme());
    base.setHost(url.host());
    base.setPort(url.port());
    return base;
}

} // namespace delpek::app::check
