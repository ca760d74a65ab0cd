// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/parser.h"
#include "channels/waha/session.h"
#include "fuzz/delivery.h"
#include "fuzz/numbers.h"
#include "fuzz/require.h"

using namespace delpek;
using base::Json;

namespace
{

const QString session = QStringLiteral("clinic");
const QString person = QStringLiteral("@c.us");

/// Without a file, cards or a place, which would make it another kind of message.
bool isPlain(const Json& payload)
{
    return std::all_of(payload.begin(), payload.end(), [](const Json& member) {
        return member.is_string() || member.is_number_integer() || (member.is_boolean() && !member.get<bool>());
    });
}

std::vector<fuzz::PlainText> plainTexts(const Json& envelope)
{
    const Json& payload = base::at(envelope, "payload");
    const QString chat = base::textAt(payload, "from");
    const QString id = base::textAt(payload, "id");
    const QString text = base::textAt(payload, "body");
    const QString own = base::textAt(base::at(envelope, "me"), "id");
    const bool message = base::textAt(envelope, "event") == QLatin1String("message") &&
                         base::textAt(envelope, "session") == session && base::at(payload, "fromMe") == Json(false);
    const bool addressed = chat.endsWith(person) && fuzz::isNumber(chat.chopped(person.size())) &&
                           !own.startsWith(chat.chopped(person.size()));
    if (message && addressed && isPlain(payload) && fuzz::isTime(payload, "timestamp") && !text.isEmpty() &&
        !id.isEmpty() && !id.contains(QLatin1Char('_'))) {
        return {{id, text}};
    }
    return {};
}

std::size_t items(const Json&)
{
    return 1;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::Parser parser{domain::ChannelKind::Waha, session,
                                     [](const QByteArray& raw) { return channels::waha::parse(raw, session); },
                                     plainTexts, items};
    const QByteArray raw(reinterpret_cast<const char*>(data), qsizetype(size));
    fuzz::holdDelivery(parser, raw);
    const auto state = channels::waha::accountStateOf(raw, session);
    fuzz::require(!state || channels::waha::parse(raw, session), "only a readable delivery tells of the session");
    return 0;
}
