// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/signature.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

namespace delpek::http
{

namespace
{

QByteArray hmacHex(const EVP_MD* hash, const QByteArray& key, const QByteArray& message)
{
    unsigned char digest[EVP_MAX_MD_SIZE];
    unsigned int size = 0;
    HMAC(hash, key.constData(), static_cast<int>(key.size()),
         reinterpret_cast<const unsigned char*>(message.constData()), static_cast<std::size_t>(message.size()), digest,
         &size);
    return QByteArray(reinterpret_cast<const char*>(digest), static_cast<qsizetype>(size)).toHex();
}

} // namespace

bool equalInConstantTime(const QByteArray& a, const QByteArray& b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

QByteArray hmacSha256Hex(const QByteArray& key, const QByteArray& message)
{
    return hmacHex(EVP_sha256(), key, message);
}

QByteArray hmacSha512Hex(const QByteArray& key, const QByteArray& message)
{
    return hmacHex(EVP_sha512(), key, message);
}

} // namespace delpek::http
