// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace delpek::api::webchat
{

/// A file as a visitor declares it.
struct DeclaredFile {
    QString name; ///< its ending counts, the name is not kept
    QByteArray type;
    QByteArray bytes;
};

/// The MIME type under which a visitor's file is kept: JPEG, PNG, WebP or PDF, and only when the ending, the declared
/// type and the first bytes say the same. InvalidInput otherwise. Stricter than media::acceptedType: anybody on the
/// network is a visitor.
Result<QString> typeOf(const DeclaredFile& file);

} // namespace delpek::api::webchat
