// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/whatsapp/requests.h"

namespace delpek::channels::whatsapp
{

struct Fetch {
    Endpoint endpoint;
    QString token;
    QString reference; ///< media id
    qint64 most = 0;   ///< bytes
    base::Duration timeout;
};

/// Asks where the file lies and gets it there. An address that ran out (five minutes) is asked for once more. Errors as
/// Channel::fetchMedia. `client` must outlive the call. Source: Meta, "Media", retrieve and download.
Future<MediaFile> fetch(http::Client& client, const Fetch& fetch);

} // namespace delpek::channels::whatsapp
