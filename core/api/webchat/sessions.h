// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QByteArray>

namespace delpek::api::webchat
{

/// Who a visitor is. The page holds a token and shows it as "Authorization: Bearer": a cookie would not reach a page
/// that is embedded in another site, and what a browser sends by itself can be abused by another site. The token is
/// random (192 bits), says when it was made and carries our seal; nothing is kept of it but the name made from its
/// hash. The seal only proves that it was issued here, at our pace: whoever has the key can make new visitors, not old
/// ones. Any thread.
class Sessions
{
public:
    /// `key`: at least 32 random bytes that stay the same over restarts. `age`: how long a token holds.
    Sessions(QByteArray key, base::Duration age);

    QByteArray issue(base::Instant now) const;
    /// The visitor's name in the channel: 32 hex digits. Unauthorised for a token that is not ours or too old.
    Result<QString> userOf(const QByteArray& token, base::Instant now) const;

    static QByteArray newKey();

private:
    QByteArray sealOf(const QByteArray& content) const;

    QByteArray m_key;
    base::Duration m_age;
};

/// The token of "Authorization: Bearer …"; empty when there is none.
QByteArray bearerOf(const QByteArray& authorization);

} // namespace delpek::api::webchat
