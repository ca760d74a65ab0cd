// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"
#include "http/multipart.h"

#include <QUrlQuery>

namespace delpek::channels::whatsapp
{

/// Where a clinic's number lives. Meta's versions expire about two years after their release: it is a setting.
struct Endpoint {
    QUrl apiBase;    ///< "https://graph.facebook.com"
    QString version; ///< "v25.0"
    QString phoneNumberId;
};

/// A call of the Graph API: `path` ("770011/media") below the version, with the token.
http::Request call(const Endpoint& endpoint, const QString& token, const QByteArray& method, const QString& path,
                   base::Duration timeout, const QUrlQuery& query = {});

/// POST of `body` to the number's messages.
http::Request post(const Endpoint& endpoint, const QString& token, const base::Json& body, base::Duration timeout);

/// POST of `body` as JSON to `path`.
http::Request postTo(const Endpoint& endpoint, const QString& token, const QString& path, const base::Json& body,
                     base::Duration timeout);

/// POST of a file's form to the number's media. Source: Meta, "Media", upload.
http::Request upload(const Endpoint& endpoint, const QString& token, const http::Form& form, base::Duration timeout);

/// GET of a file at an address that Meta gave, with the token. Forbidden when the address is neither of the host of the
/// API nor, by https, of one of Meta's hosts: the token goes nowhere else.
Result<http::Request> download(const Endpoint& endpoint, const QString& token, const QUrl& url, qint64 most,
                               base::Duration timeout);

} // namespace delpek::channels::whatsapp
