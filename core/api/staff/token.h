// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/right.h"

#include <QByteArray>
#include <QString>

namespace delpek::api::staff
{

/// Who a token speaks for, and for how long. Instants are whole seconds.
struct Claims {
    QString name; ///< the member of staff
    domain::Role role = domain::Role::Auditor;
    base::Instant from;
    base::Instant until;
};

/// The longest time a token may hold.
inline constexpr base::Duration longestToken = std::chrono::hours(24 * 31);

/// A JWT (RFC 7519) signed with HS256: iss "delpek", aud "delpek-api", sub, role, iat, nbf, exp and a random jti.
/// `key`: at least 32 random bytes.
QByteArray issueToken(const QByteArray& key, const Claims& claims);

/// The claims of a token that is ours and holds now; Unauthorised for every other one. Only HS256 is taken, whatever
/// the token's header asks for, and every claim above must be there. A clock that differs by a minute does no harm to
/// a token that is about to begin; none that is over is taken.
Result<Claims> readToken(const QByteArray& key, const QByteArray& token, base::Instant now);

} // namespace delpek::api::staff
