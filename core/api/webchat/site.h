// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"

#include <QStringList>

namespace delpek::api::webchat
{

/// The sites that may show the chat page in a frame: "https://clinic.example https://www.clinic.example:8443", in the
/// form a browser writes an origin. InvalidInput names the one that is none.
Result<QStringList> parseOrigins(const QString& setting);

/// What the page may do and who may frame it; nothing inline, nothing from elsewhere. Pictures and sounds of the
/// conversation come with the session's token, so the page makes their addresses itself (blob:).
QByteArray contentSecurityPolicy(const QStringList& allowedOrigins);

/// The fields every answer of the chat carries. A conversation is never cached; a page or script is asked for anew. The
/// microphone is for nobody, or for a page of ours that no other site may frame.
enum class Cache { Never, Revalidate };
enum class Microphone { Nobody, OurPage };
http::Headers commonHeaders(Cache cache, Microphone microphone = Microphone::Nobody);

/// A changing request must come from our own page: its Origin is this host or an allowed one. None is fine for programs
/// that are no browsers: they have no visitor to abuse.
bool isFromOurPage(const http::Headers& headers, const QStringList& allowedOrigins);

/// Who is calling: the peer, or the last entry of X-Forwarded-For when the peer is the trusted proxy.
QString callerOf(const http::ServerRequest& request, const QString& trustedProxy);

} // namespace delpek::api::webchat
