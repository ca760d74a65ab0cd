// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/server.h"

namespace delpek::http
{

/// The status line and the header of a response, up to and with the empty line. Fields that could forge the framing
/// (line breaks, Content-Length, Transfer-Encoding, Connection) are left out.
QByteArray headText(const ServerResponse& response, bool keepAlive, const QByteArray& date = {});

} // namespace delpek::http
