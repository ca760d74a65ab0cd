// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/secrets.h"

#include <QCryptographicHash>

#include <algorithm>

#include <sodium.h>

namespace delpek::api::doctor
{

namespace
{

constexpr qsizetype secretBytes = 32;
constexpr qsizetype secretLetters = 43;
constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

} // namespace

QByteArray newSecret()
{
    QByteArray bytes(secretBytes, '\0');
    randombytes_buf(bytes.data(), size_t(bytes.size()));
    return bytes.toBase64(base64);
}

bool isSecret(const QByteArray& text)
{
    return text.size() == secretLetters && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' ||
                      c == '_';
           });
}

QString hashOf(const QByteArray& secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex());
}

QByteArray deviceCookie(const QByteArray& token)
{
    return "delpek-doctor-" + hashOf(token).left(16).toLatin1();
}

QByteArray cookieIn(const http::Headers& headers, const QByteArray& name)
{
    for (const QByteArray& pair : http::header(headers, "Cookie").split(';')) {
        const QByteArray trimmed = pair.trimmed();
        if (trimmed.startsWith(name + '=')) {
            return trimmed.mid(name.size() + 1);
        }
    }
    return {};
}

} // namespace delpek::api::doctor
