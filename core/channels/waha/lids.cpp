// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/lids.h"

#include "channels/waha/errors.h"
#include "channels/waha/ids.h"

namespace delpek::channels::waha
{

bool isLid(const QString& chatId)
{
    const Chat chat = readChat(chatId);
    return chat.kind == ChatKind::Person && !isNumber(chat);
}

Future<domain::Sender> identify(const Line& line, const domain::Sender& sender)
{
    const QString path = sessionPath(line.endpoint.session, QStringLiteral("/lids/") + segment(sender.address.user));
    return line.get(path).then([sender](const Result<http::Response>& answer) -> Result<domain::Sender> {
        if (!answer) {
            return fail(answer.error());
        }
        if (answer->status == 404) {
            return sender;
        }
        if (answer->status < 200 || answer->status > 299) {
            return fail(classify(*answer));
        }
        const auto body = base::parseJson(answer->body);
        const Chat number = body ? readChat(base::textAt(*body, "pn")) : Chat{};
        if (!isNumber(number)) {
            return sender;
        }
        domain::Sender known = sender;
        known.otherIds.append(known.address.user);
        known.address.user = number.id;
        known.phone = phoneOf(number.id);
        return known;
    });
}

} // namespace delpek::channels::waha
