// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/client.h"

namespace delpek::app::check
{

/// What answers at an address.
enum class Answerer {
    Ours,        ///< the program of this database
    Other,       ///< another program, another Delpek, or not HTTP
    NameUnknown, ///< the name has no address
    Refused,     ///< nothing listens there
    Untrusted,   ///< its certificate is not trusted
    Nobody,      ///< no answer in time, or the connection ended
};

struct Reached {
    Answerer answerer = Answerer::Nobody;
    QString detail; ///< what was seen, for admins
};

/// Asks `base` (scheme, host, port) for the proof of our mark. Blocks for at most 15 s.
Reached reach(http::Client& client, const QUrl& base, const QByteArray& mark);

/// The address of listen.public-url: http or https with a host and nothing behind it. InvalidInput otherwise.
Result<QUrl> publicAddress(const QString& setting);

} // namespace delpek::app::check
