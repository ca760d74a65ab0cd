// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/line.h"

#include "channels/failures.h"
#include "channels/waha/errors.h"

namespace delpek::channels::waha
{

namespace
{

Future<http::Response> withoutKey()
{
    return base::ready<http::Response>(fail(ErrorCode::Unauthorised,
                                            QStringLiteral("no WAHA key is set: store it as the secret waha.api-key"),
                                            QStringLiteral("send.tokenMissing")));
}

} // namespace

Future<http::Response> Line::post(const Call& call) const
{
    if (key.isEmpty()) {
        return withoutKey();
    }
    return client->send(request(endpoint, key, call, timeout))
        .then([](const Result<http::Response>& answer) -> Result<http::Response> {
            if (!answer) {
                return fail(transportFailure(answer.error()));
            }
            if (answer->status < 200 || answer->status > 299) {
                return fail(classify(*answer));
            }
            return answer;
        });
}

Future<http::Response> Line::get(const QString& path, qint64 most) const
{
    if (key.isEmpty()) {
        return withoutKey();
    }
    http::Request request = lookUp(endpoint, key, path, timeout);
    request.maxResponse = most;
    return client->send(request).then([](const Result<http::Response>& answer) -> Result<http::Response> {
        const bool tooLong = !answer && answer.error().code == ErrorCode::InvalidInput;
        return answer || tooLong ? answer : fail(transportFailure(answer.error()));
    });
}

} // namespace delpek::channels::waha
