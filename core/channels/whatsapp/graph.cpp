// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/graph.h"

#include "channels/failures.h"
#include "channels/whatsapp/errors.h"

namespace delpek::channels::whatsapp
{

Future<base::Json> ask(http::Client& client, const http::Request& request)
{
    return client.send(request).then(
        [looks = request.method == "GET"](const Result<http::Response>& answer) -> Result<base::Json> {
            if (!answer) {
                return fail(transportFailure(answer.error()));
            }
            if (answer->status < 200 || answer->status > 299) {
                return fail(classify(*answer));
            }
            auto body = base::parseJson(answer->body);
            if (!body || !body->is_object()) {
                Error error = unreadableReceipt(QStringLiteral("WhatsApp"));
                error.code = looks ? ErrorCode::Unavailable : ErrorCode::Timeout;
                return fail(error);
            }
            return body;
        });
}

} // namespace delpek::channels::whatsapp
