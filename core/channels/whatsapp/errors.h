// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace delpek::http
{
struct Response;
}

namespace delpek::channels::whatsapp
{

/// What a Graph or Cloud API error code means to us, with the wait that Meta documents. Unknown codes are InvalidInput
/// with key "send.rejected". What is wrong with a template to be created stands in the subcode (2388…).
/// Source: Meta, "Error codes" of the WhatsApp Business Platform.
Error classifyCode(int code, int subcode = 0);

/// The error of an answer that is not 2xx. Decides on the error's code where the body has one, on the HTTP status
/// otherwise. The detail holds codes and Meta's trace id, never Meta's sentence: it may repeat a phone number.
Error classify(const http::Response& response);

} // namespace delpek::channels::whatsapp
