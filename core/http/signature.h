// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace delpek::http
{

/// Compares in time that depends on the lengths only.
bool equalInConstantTime(const QByteArray& a, const QByteArray& b);

/// Lower-case hex HMAC-SHA256.
QByteArray hmacSha256Hex(const QByteArray& key, const QByteArray& message);

/// Lower-case hex HMAC-SHA512.
QByteArray hmacSha512Hex(const QByteArray& key, const QByteArray& message);

} // namespace delpek::http
