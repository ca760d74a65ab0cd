// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/site.h"

#include <QRegularExpression>
#include <QUrl>

namespace delpek::api::webchat
{

Result<QStringList> parseOrigins(const QString& setting)
{
    static const QRegularExpression space(QStringLiteral("[\\s,]+"));
    static const QRegularExpression origin(
        QStringLiteral("^https?://(?:[a-z0-9-]+(?:\\.[a-z0-9-]+)*|\\[[0-9a-f:.]+\\])(?::[1-9][0-9]{0,4})?\\z"));
    QStringList origins;
    for (const QString& word : setting.split(space, Qt::SkipEmptyParts)) {
        if (!origin.match(word).hasMatch()) {
            return fail(
                ErrorCode::InvalidInput,
                QStringLiteral("webchat.allowed-origins: \"%1\" is no origin; write it as https://clinic.example, "
                               "in small letters and without a path")
                    .arg(word));
        }
        origins << word;
    }
    return origins;
}

QByteArray contentSecurityPolicy(const QStringList& allowedOrigins)
{
    const QByteArray framedBy =
        allowedOrigins.isEmpty() ? QByteArrayLiteral("'none'") : "'self' " + allowedOrigins.join(u' ').toLatin1();
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; "
           "connect-src 'self'; "
           "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; frame-ancestors " +
           framedBy;
}

http::Headers commonHeaders(Cache cache, Microphone microphone)
{
    const QByteArray listens = microphone == Microphone::OurPage ? "(self)" : "()";
    return {{"Cache-Control", cache == Cache::Never ? "no-store" : "no-cache"},
            {"X-Content-Type-Options", "nosniff"},
            {"Referrer-Policy", "no-referrer"},
            {"Permissions-Policy", "camera=(), geolocation=(), microphone=" + listens + ", payment=()"}};
}

bool isFromOurPage(const http::Headers& headers, const QStringList& allowedOrigins)
{
    const QByteArray origin = http::header(headers, "Origin");
    if (allowedOrigins.contains(QString::fromLatin1(origin))) {
        return true;
    }
    if (http::header(headers, "Sec-Fetch-Site") == "cross-site") {
        return false;
    }
    if (origin.isEmpty()) {
        return true;
    }
    const QByteArray host = http::header(headers, "Host").toLower();
    return !host.isEmpty() && (origin == "http://" + host || origin == "https://" + host);
}

QString callerOf(const http::ServerRequest& request, const QString& trustedProxy)
{
    if (trustedProxy.isEmpty() || request.remoteAddress != trustedProxy) {
        return request.remoteAddress;
    }
    const QByteArray forwarded = http::header(request.headers, "X-Forwarded-For");
    const QByteArray last = forwarded.mid(forwarded.lastIndexOf(',') + 1).trimmed();
    return last.isEmpty() || last.size() > 64 ? request.remoteAddress : QString::fromLatin1(last);
}

} // namespace delpek::api::webchat
