// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

// How a kept file lies on the disk: four bytes that no taken file begins with, a version byte, and the bytes sealed
// with XChaCha20-Poly1305 (libsodium). The name is a keyed hash of the bytes: whoever has the folder without the key
// cannot even tell whether a file he knows is in it. Pure: the same bytes under the same key give the same name and
// envelope.

namespace delpek::media
{

inline constexpr int keyBytes = 32;

/// The name under which the bytes are kept, 64 hex digits.
QString nameOf(const QByteArray& bytes, const QByteArray& key);
/// The envelope of the bytes that are kept under `name`.
QByteArray seal(const QByteArray& bytes, const QString& name, const QByteArray& key);
bool isEnvelope(const QByteArray& file);
/// Unsupported for an envelope of a newer program, InvalidInput when it was changed, belongs under another name or was
/// sealed with another key.
Result<QByteArray> unseal(const QByteArray& envelope, const QString& name, const QByteArray& key);

} // namespace delpek::media
