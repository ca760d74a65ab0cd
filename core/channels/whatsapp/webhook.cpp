// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/webhook.h"

#include "http/signature.h"

namespace delpek::channels::whatsapp
{

namespace
{

bool isAsciiWord(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
           c == '.';
}

bool isHex(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

Result<QByteArray> answerVerification(const Verification& verification, const QByteArray& verifyToken)
{
    if (verification.mode != "subscribe") {
        return fail(ErrorCode::InvalidInput, QStringLiteral("hub.mode is not subscribe"));
    }
    if (verifyToken.isEmpty()) {
        return fail(ErrorCode::Forbidden, QStringLiteral("no verify token is set: enter one in the WhatsApp settings"));
    }
    if (!http::equalInConstantTime(verification.token, verifyToken)) {
        return fail(ErrorCode::Forbidden,
                    QStringLiteral("hub.verify_token differs from the verify token in the WhatsApp settings"));
    }
    // The challenge is sent back: nothing that a browser could take for markup may come along.
    const QByteArray& challenge = verification.challenge;
    if (challenge.isEmpty() || challenge.size() > 256 ||
        !std::all_of(challenge.begin(), challenge.end(), isAsciiWord)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("hub.challenge is missing or malformed"));
    }
    return challenge;
}

Result<Done> checkSignature(const QByteArray& header, const QByteArray& body, const QByteArray& appSecret)
{
    if (appSecret.isEmpty()) {
        return fail(ErrorCode::Unauthorised,
                    QStringLiteral("no app secret is set: enter the Meta app's secret in the WhatsApp settings"));
    }
    if (header.isEmpty()) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("X-Hub-Signature-256 is missing"));
    }
    const QByteArray prefix("sha256=");
    const QByteArray hex = header.mid(prefix.size());
    if (!header.startsWith(prefix) || hex.size() != 64 || !std::all_of(hex.begin(), hex.end(), isHex)) {
        return fail(ErrorCode::Unauthorised, QStringLiteral("X-Hub-Signature-256 is malformed"));
    }
    if (!http::equalInConstantTime(hex.toLower(), http::hmacSha256Hex(appSecret, body))) {
        return fail(
            ErrorCode::Unauthorised,
            QStringLiteral("X-Hub-Signature-256 does not match: the app secret in the settings is another one"));
    }
    return Done{};
}

} // namespace delpek::channels::whatsapp
