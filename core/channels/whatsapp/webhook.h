// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace delpek::channels::whatsapp
{

/// The query of the GET by which Meta checks a callback address: hub.mode, hub.verify_token, hub.challenge.
struct Verification {
    QByteArray mode;
    QByteArray token;
    QByteArray challenge;
};

/// The whole body of the 200 answer, to be sent as text/plain; Forbidden (403) when the token differs or none is set,
/// InvalidInput (400) when it is no such request. Source: Meta, "Create a webhook endpoint".
Result<QByteArray> answerVerification(const Verification& verification, const QByteArray& verifyToken);

/// Checks the header X-Hub-Signature-256 over the body's bytes as received, in constant time. Unauthorised says in
/// `detail` what is wrong (no secret set, header missing, malformed, not matching), never the values.
Result<Done> checkSignature(const QByteArray& header, const QByteArray& body, const QByteArray& appSecret);

} // namespace delpek::channels::whatsapp
