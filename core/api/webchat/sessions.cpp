// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/sessions.h"

#include "http/signature.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

namespace delpek::api::webchat
{

namespace
{

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype timeSize = 8;
constexpr qsizetype randomSize = 24;
constexpr qsizetype sealSize = 24;
constexpr qsizetype contentSize = timeSize + randomSize;
constexpr qsizetype tokenSize = (contentSize + sealSize) * 4 / 3 + 1;
/// A clock that was set back a little makes no token invalid.
constexpr auto clockTolerance = std::chrono::minutes(5);

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    QRandomGenerator::system()->generate(bytes.begin(), bytes.end());
    return bytes;
}

} // namespace

Sessions::Sessions(QByteArray key, base::Duration age)
    : m_key(std::move(key))
    , m_age(age)
{
}

QByteArray Sessions::newKey()
{
    return randomBytes(32);
}

QByteArray Sessions::sealOf(const QByteArray& content) const
{
    return QByteArray::fromHex(http::hmacSha256Hex(m_key, content)).left(sealSize);
}

QByteArray Sessions::issue(base::Instant now) const
{
    QByteArray content(timeSize, Qt::Uninitialized);
    qToBigEndian<qint64>(base::toMillis(now), content.data());
    content += randomBytes(randomSize);
    return (content + sealOf(content)).toBase64(base64);
}

Result<QString> Sessions::userOf(const QByteArray& token, base::Instant now) const
{
    const auto decoded = token.size() == tokenSize
                             ? QByteArray::fromBase64Encoding(token, base64 | QByteArray::AbortOnBase64DecodingErrors)
                             : QByteArray::FromBase64Result{{}, QByteArray::Base64DecodingStatus::IllegalInputLength};
    const QByteArray bytes = decoded ? decoded.decoded : QByteArray();
    const QByteArray content = bytes.left(contentSize);
    if (bytes.size() != contentSize + sealSize || !http::equalInConstantTime(bytes.mid(contentSize), sealOf(content))) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("no session, or not one of ours: begin a new one"));
    }
    const auto issued = base::fromMillis(qFromBigEndian<qint64>(content.constData()));
    if (now - issued > m_age || issued - now > clockTolerance) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("the session is too old: begin a new one"));
    }
    const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().left(32));
}

QByteArray bearerOf(const QByteArray& authorization)
{
    const QByteArray scheme = QByteArrayLiteral("bearer ");
    return authorization.left(scheme.size()).toLower() == scheme ? authorization.mid(scheme.size()).trimmed()
                                                                 : QByteArray();
}

} // namespace delpek::api::webchat
