// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchange.h"

#include "http/onceonlydevice.h"

#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

namespace delpek::http
{

namespace
{

bool isOneLine(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

int milliseconds(base::Duration duration)
{
    return static_cast<int>(std::clamp<base::Duration::rep>(duration.count(), 1, 24 * 3600 * 1000));
}

QNetworkRequest networkRequest(const Request& request)
{
    QNetworkRequest result(request.url);
    result.setTransferTimeout(milliseconds(request.timeout));
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setRawHeader("User-Agent", "Delpek");
    for (const auto& [name, value] : request.headers) {
        result.setRawHeader(name, value);
    }
    if (request.method != "HEAD" && (request.method != "GET" || !request.body.isEmpty())) {
        if (!request.body.isEmpty() && !result.hasRawHeader("Content-Type")) {
            result.setRawHeader("Content-Type", "application/octet-stream");
        }
        result.setHeader(QNetworkRequest::ContentLengthHeader, request.body.size());
        result.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    }
    return result;
}

/// Where Qt turned a status into an error: for us the answer is a value all the same.
bool isStatusError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ProtocolInvalidOperationError ||
           (error >= QNetworkReply::ContentAccessDenied && error <= QNetworkReply::UnknownContentError &&
            error != QNetworkReply::ContentReSendError) ||
           (error >= QNetworkReply::InternalServerError && error <= QNetworkReply::UnknownServerError);
}

/// Failures that come before the first byte of the request.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError ||
           error == QNetworkReply::SslHandshakeFailedError || error == QNetworkReply::ProxyConnectionRefusedError ||
           error == QNetworkReply::ProxyNotFoundError || error == QNetworkReply::ProxyAuthenticationRequiredError;
}

/// What stood in the way, for what tells people of it.
QString obstacle(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return QStringLiteral("connection.nameUnknown");
    case QNetworkReply::ConnectionRefusedError:
        return QStringLiteral("connection.refused");
    case QNetworkReply::SslHandshakeFailedError:
        return QStringLiteral("connection.untrusted");
    default:
        return QStringLiteral("connection.none");
    }
}

} // namespace

QString placeOf(const Request& request)
{
    QStringList segments = request.url.path().split(u'/');
    for (QString& segment : segments) {
        if (segment.startsWith(QStringLiteral("bot"))) {
            segment = QStringLiteral("***");
        }
    }
    QString host = request.url.host();
    if (request.url.port() >= 0) {
        host += QStringLiteral(":%1").arg(request.url.port());
    }
    return QStringLiteral("%1 %2://%3%4")
        .arg(QString::fromLatin1(request.method), request.url.scheme(), host, segments.join(u'/'));
}

std::optional<Error> objectionTo(const Request& request)
{
    const QString scheme = request.url.scheme();
    if (!request.url.isValid() || request.url.host().isEmpty() ||
        (scheme != QStringLiteral("http") && scheme != QStringLiteral("https"))) {
        return Error{
            ErrorCode::InvalidInput, {}, QStringLiteral("a request needs an http or https address with a host")};
    }
    const bool isClean = isOneLine(request.method) && !request.method.isEmpty() &&
                         std::all_of(request.headers.begin(), request.headers.end(), [](const auto& field) {
                             return isOneLine(field.first) && isOneLine(field.second) && !field.first.isEmpty();
                         });
    if (!isClean) {
        return Error{
            ErrorCode::InvalidInput,
            {},
            QStringLiteral("%1: a header field or the method holds a line break or no name").arg(placeOf(request))};
    }
    return std::nullopt;
}

Exchange::Exchange(Request request, Promise<Response> promise)
    : m_request(std::move(request))
    , m_promise(std::move(promise))
{
}

Exchange::~Exchange()
{
    finish(fail(ErrorCode::Cancelled, QStringLiteral("%1: given up because the program ends").arg(placeOf(m_request))));
}

void Exchange::begin(QNetworkAccessManager& manager)
{
    const QNetworkRequest request = networkRequest(m_request);
    QNetworkReply* reply = nullptr;
    if (m_request.method == "GET" && m_request.body.isEmpty()) {
        reply = manager.get(request);
    } else if (m_request.method == "HEAD") {
        reply = manager.head(request);
    } else {
        auto* device = new OnceOnlyDevice(m_request.body, &manager);
        reply = manager.sendCustomRequest(request, m_request.method, device);
        device->setParent(reply);
    }
    const auto self = shared_from_this();
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [self, reply] { self->take(*reply); });
    QObject::connect(reply, &QNetworkReply::sslErrors, reply, [self](const QList<QSslError>& errors) {
        self->m_tlsTrouble = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [self, reply] {
        self->take(*reply);
        self->finish(self->resultOf(*reply));
        reply->deleteLater();
    });
    // The transfer timeout starts anew with every byte; this one does not.
    QTimer::singleShot(milliseconds(m_request.timeout), Qt::PreciseTimer, reply, [self, reply] {
        self->stop(*reply, Error{ErrorCode::Timeout,
                                 {},
                                 QStringLiteral("%1: no complete answer within %2 ms; its effect is unknown")
                                     .arg(placeOf(self->m_request))
                                     .arg(self->m_request.timeout.count())});
    });
}

void Exchange::take(QNetworkReply& reply)
{
    if (m_isDone || !reply.isOpen()) {
        return;
    }
    m_body.append(reply.read(m_request.maxResponse + 1 - m_body.size()));
    if (m_body.size() > m_request.maxResponse) {
        stop(reply, Error{ErrorCode::InvalidInput,
                          {},
                          QStringLiteral("%1: the answer is longer than %2 bytes")
                              .arg(placeOf(m_request))
                              .arg(m_request.maxResponse)});
    }
}

void Exchange::stop(QNetworkReply& reply, Error error)
{
    finish(fail(std::move(error)));
    reply.abort();
}

void Exchange::finish(Result<Response> result)
{
    if (!std::exchange(m_isDone, true)) {
        m_promise.finish(std::move(result));
    }
}

Result<Response> Exchange::resultOf(QNetworkReply& reply) const
{
    const auto error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status > 0 && (error == QNetworkReply::NoError || isStatusError(error))) {
        return Response{status, reply.rawHeaderPairs(), m_body};
    }
    const QString place = placeOf(m_request);
    // Never Qt's own text: it quotes the whole address.
    const QString name = QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error));
    const QString trouble = m_tlsTrouble.isEmpty() ? name : name + QStringLiteral(", ") + m_tlsTrouble;
    if (isBeforeSending(error)) {
        return fail(ErrorCode::Unavailable, QStringLiteral("%1: no connection (%2)").arg(place, trouble),
                    obstacle(error));
    }
    if (error == QNetworkReply::ProtocolFailure || error == QNetworkReply::ProtocolUnknownError ||
        error == QNetworkReply::NoError) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: the answer is not HTTP (%2)").arg(place, trouble));
    }
    // Qt tells a broken connection and an answer that is no HTTP by the same name; the cautious reading holds for both.
    return fail(ErrorCode::Timeout,
                QStringLiteral("%1: the connection ended before the answer did (%2); its effect is unknown")
                    .arg(place, trouble));
}

} // namespace delpek::http
