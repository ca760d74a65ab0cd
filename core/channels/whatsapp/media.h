// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "base/result.h"

#include <QUrl>

namespace delpek::http
{
struct Response;
}

// Files at Meta: a name is asked for its address, which holds for five minutes, then the address for the bytes.

namespace delpek::channels::whatsapp
{

/// What the API tells of a file.
struct MediaPlace {
    QUrl url;
    QString type;
    qint64 size = 0;   ///< bytes; 0 when not told
    QByteArray sha256; ///< the digest's bytes; empty when not told
};

/// True for what can be a media id: digits. Nothing else is put into a path.
bool isMediaId(const QString& reference);

/// Reads the answer to GET /{media id}; Unavailable when it names no address.
Result<MediaPlace> readMediaPlace(const QByteArray& body);

/// Whether the answer to GET /{media id} says that there is no such file any more.
bool saysGone(const http::Response& response);

/// Unavailable (fetch it again) when the bytes are not those whose digest Meta told.
Result<Done> checkDigest(const MediaPlace& place, const QByteArray& bytes);

/// The id in the answer to an upload; empty when it names none.
QString uploadedId(const QByteArray& body);

} // namespace delpek::channels::whatsapp
