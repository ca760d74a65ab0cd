// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "http/client.h"

namespace delpek::channels::whatsapp
{

/// A call of the Graph API that is answered with a JSON object. Errors are classified as whatsapp::classify does; an
/// answer that is no object is Unavailable for GET and Timeout (effect unknown) for the rest.
Future<base::Json> ask(http::Client& client, const http::Request& request);

} // namespace delpek::channels::whatsapp
