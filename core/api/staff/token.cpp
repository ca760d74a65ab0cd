// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/staff/token.h"

#include "base/json.h"
#include "http/signature.h"

#include <sodium.h>

namespace delpek::api::staff
{

namespace
{

using base::Json;
using domain::Role;

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr const char* issuer = "delpek";
constexpr const char* audience = "delpek-api";
constexpr qsizetype longestText = 2048;
constexpr qsizetype longestName = 200;
constexpr auto clockTolerance = std::chrono::seconds(60);

qint64 seconds(base::Instant instant)
{
    return qint64(base::toMillis(instant)) / 1000;
}

QByteArray part(const Json& json)
{
    return base::toBytes(json).toBase64(base64);
}

QByteArray signatureOf(const QByteArray& key, const QByteArray& content)
{
    return QByteArray::fromHex(http::hmacSha256Hex(key, content)).toBase64(base64);
}

tl::unexpected<Error> refused()
{
    return fail(ErrorCode::Unauthorised, QStringLiteral("the token is not one of ours, or its time is over"));
}

Result<Json> objectIn(const QByteArray& encoded)
{
    const auto decoded = QByteArray::fromBase64Encoding(encoded, base64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || encoded.contains('=')) {
        return refused();
    }
    auto json = base::parseJson(decoded.decoded);
    return json && json->is_object() ? std::move(json) : refused();
}

std::string text(const Json& json, const char* member)
{
    const Json& value = base::at(json, member);
    return value.is_string() ? value.get<std::string>() : std::string();
}

std::optional<base::Instant> moment(const Json& json, const char* member)
{
    const Json& value = base::at(json, member);
    // Years far beyond any token would overflow as milliseconds.
    if (!value.is_number_integer() || value.get<qint64>() < 0 || value.get<qint64>() > 100'000'000'000) {
        return std::nullopt;
    }
    return base::fromMillis(value.get<qint64>() * 1000);
}

Result<Claims> claimsIn(const Json& json, base::Instant now)
{
    const auto role = base::fromText<Role>(QString::fromStdString(text(json, "role")));
    const auto issued = moment(json, "iat");
    const auto from = moment(json, "nbf");
    const auto until = moment(json, "exp");
    const QString name = QString::fromStdString(text(json, "sub")).trimmed();
    const bool isOurs = text(json, "iss") == issuer && text(json, "aud") == audience && !text(json, "jti").empty();
    if (!isOurs || !role || !issued || !from || !until || name.isEmpty() || name.size() > longestName) {
        return refused();
    }
    const bool holds = now < *until && *from <= now + clockTolerance && *issued <= now + clockTolerance &&
                       *until - *issued <= longestToken;
    if (!holds) {
        return refused();
    }
    return Claims{name, *role, *from, *until};
}

} // namespace

QByteArray issueToken(const QByteArray& key, const Claims& claims)
{
    QByteArray random(16, '\0');
    randombytes_buf(random.data(), size_t(random.size()));
    const Json header{{"alg", "HS256"}, {"typ", "JWT"}};
    const Json body{{"iss", issuer},
                    {"aud", audience},
                    {"sub", base::utf8(claims.name)},
                    {"role", base::utf8(base::toText(claims.role))},
                    {"iat", seconds(claims.from)},
                    {"nbf", seconds(claims.from)},
                    {"exp", seconds(claims.until)},
                    {"jti", random.toHex().toStdString()}};
    const QByteArray content = part(header) + '.' + part(body);
    return content + '.' + signatureOf(key, content);
}

Result<Claims> readToken(const QByteArray& key, const QByteArray& token, base::Instant now)
{
    const auto parts = token.split('.');
    if (token.size() > longestText || parts.size() != 3 || key.isEmpty()) {
        return refused();
    }
    // The signature first: nothing of a stranger's text is read before.
    if (!http::equalInConstantTime(parts[2], signatureOf(key, parts[0] + '.' + parts[1]))) {
        return refused();
    }
    const auto header = objectIn(parts[0]);
    if (!header || text(*header, "alg") != "HS256" || header->contains("crit")) {
        return refused();
    }
    return objectIn(parts[1]).and_then([&](const Json& body) { return claimsIn(body, now); });
}

} // namespace delpek::api::staff
