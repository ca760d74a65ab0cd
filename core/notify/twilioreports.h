// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"
#include "store/store.h"

#include <QUrl>

#include <functional>

namespace delpek::notify
{

/// The route that Twilio's reports come by, `twilioReportPath`. A report whose signature is not that of `token` over
/// `publicUrl` is refused with 403; 204 once it is kept, so that the same again does no harm. `store` and `clock`
/// outlive the server.
http::Server::Route twilioReports(const QUrl& publicUrl, std::function<QString()> token, store::Store& store,
                                  base::Clock& clock);

} // namespace delpek::notify
