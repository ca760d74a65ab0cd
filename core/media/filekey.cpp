// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/filekey.h"

#include "base/await.h"
#include "media/envelope.h"

#include <sodium.h>

namespace delpek::media
{

namespace
{

const QString secretName = QStringLiteral("media.key");

Result<QByteArray> decoded(const QString& text)
{
    const auto key = QByteArray::fromBase64Encoding(text.trimmed().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!key || key.decoded.size() != keyBytes) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the secret media.key must be 32 random bytes in Base64, as "
                                   "\"openssl rand -base64 32\" prints them"));
    }
    return key.decoded;
}

} // namespace

QString newFileKey()
{
    QByteArray key(keyBytes, '\0');
    randombytes_buf(key.data(), size_t(key.size()));
    return QString::fromLatin1(key.toBase64());
}

Result<QByteArray> fileKey(secrets::SecretStore& secrets)
{
    auto kept = base::await(secrets.read(secretName));
    if (!kept && kept.error().code == ErrorCode::NotFound) {
        if (!secrets.isWritable()) {
            return fail(ErrorCode::NotFound,
                        QStringLiteral("the secret media.key is missing and cannot be made in %1: give it there, 32 "
                                       "random bytes in Base64")
                            .arg(secrets.description()));
        }
        if (const auto made = base::await(secrets.write(secretName, newFileKey())); !made) {
            return fail(made.error());
        }
        // What stands there counts: another process may have made one at the same moment.
        kept = base::await(secrets.read(secretName));
    }
    return kept ? decoded(*kept) : fail(kept.error());
}

} // namespace delpek::media
