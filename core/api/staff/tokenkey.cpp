// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/tokenkey.h"

#include "base/await.h"

#include <sodium.h>

namespace delpek::api::staff
{

namespace
{

constexpr qsizetype keyBytes = 32;
const QString secretName = QStringLiteral("api.token-key");

QString newKey()
{
    QByteArray key(keyBytes, '\0');
    randombytes_buf(key.data(), size_t(key.size()));
    return QString::fromLatin1(key.toBase64());
}

} // namespace

Result<QByteArray> tokenKey(secrets::SecretStore& secrets)
{
    return base::await(secrets.read(secretName)).and_then([](const QString& text) -> Result<QByteArray> {
        const auto key =
            QByteArray::fromBase64Encoding(text.trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!key || key.decoded.size() < keyBytes) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("the secret api.token-key must be 32 random bytes in Base64, as "
                                       "\"openssl rand -base64 32\" prints them"));
        }
        return key.decoded;
    });
}

Result<QByteArray> makeTokenKey(secrets::SecretStore& secrets)
{
    auto kept = tokenKey(secrets);
    if (kept || kept.error().code != ErrorCode::NotFound) {
        return kept;
    }
    if (!secrets.isWritable()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("the secret api.token-key is missing and cannot be made in %1: give it there, 32 "
                                   "random bytes in Base64")
                        .arg(secrets.description()));
    }
    // What stands there counts: another process may have made one at the same moment.
    return base::await(secrets.write(secretName, newKey())).and_then([&](Done) { return tokenKey(secrets); });
}

} // namespace delpek::api::staff
