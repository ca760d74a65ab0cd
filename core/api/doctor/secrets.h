// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/client.h"

#include <QByteArray>
#include <QString>

// The secrets of a private link. None of them is kept: the database knows their hashes.

namespace delpek::api::doctor
{

/// 32 random bytes in base64url, 43 letters: a link's token, a device's secret.
QByteArray newSecret();

/// Whether it has the form of one.
bool isSecret(const QByteArray& text);

/// Lower-case hex SHA-256. A fast hash does: what is hashed cannot be guessed.
QString hashOf(const QByteArray& secret);

/// The name of the cookie that holds a device's secret; each link has its own.
QByteArray deviceCookie(const QByteArray& token);

/// The value of that cookie among the fields; empty when there is none.
QByteArray cookieIn(const http::Headers& headers, const QByteArray& name);

} // namespace delpek::api::doctor
