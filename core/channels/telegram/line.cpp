// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/line.h"

#include "channels/failures.h"
#include "channels/telegram/errors.h"

namespace delpek::channels::telegram
{

Future<http::Response> Line::post(const Call& call) const
{
    if (token.isEmpty()) {
        return base::ready<http::Response>(fail(ErrorCode::Unauthorised,
                                                QStringLiteral("no bot token is set: enter the one BotFather shows"),
                                                QStringLiteral("send.tokenMissing")));
    }
    return client->send(request(apiBase, token, call, timeout));
}

Result<base::Json> resultOf(const Result<http::Response>& answer)
{
    if (!answer) {
        const bool isOurs = answer.error().code == ErrorCode::Unauthorised;
        return fail(isOurs ? answer.error() : transportFailure(answer.error()));
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(classify(*answer));
    }
    auto body = base::parseJson(answer->body);
    if (!body || !base::boolAt(*body, "ok")) {
        return fail(unreadableReceipt(QStringLiteral("Telegram")));
    }
    return base::at(*body, "result");
}

} // namespace delpek::channels::telegram
