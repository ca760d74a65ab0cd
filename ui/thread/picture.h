// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/attachment.h"

#include <QImage>

// Pictures of patients: shown small, and only when a person asks for it.

namespace delpek::ui::picture
{

/// The longest side of a shown picture, in pixels that do not depend on the screen.
inline constexpr int longestSide = 320;

/// True for a kept JPEG, PNG or WebP, by its declared type, that this machine can decode.
bool canShow(const domain::Attachment& attachment);

/// Decodes as the declared type and nothing else, scaled to fit `side` pixels. Any thread. Unsupported with the key
/// attachment.unreadable for bytes that are no such picture, or one of more than 50 megapixels.
Result<QImage> decode(const QByteArray& bytes, const QString& type, int side);

/// decode on a thread of its own.
Future<QImage> decodeLater(const QByteArray& bytes, const QString& type, int side);

} // namespace delpek::ui::picture
