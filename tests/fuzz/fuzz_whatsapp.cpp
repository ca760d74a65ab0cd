// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/parser.h"
#include "fuzz/delivery.h"
#include "fuzz/numbers.h"

using namespace delpek;
using base::Json;

namespace
{

const QString account = QStringLiteral("770011223344556");

/// Calls `visit` with each value of ours that is about `field`.
void eachValue(const Json& body, const char* field, const std::function<void(const Json&)>& visit)
{
    for (const Json& entry : fuzz::listAt(body, "entry")) {
        for (const Json& change : fuzz::listAt(entry, "changes")) {
            const Json& value = base::at(change, "value");
            const bool ours = base::textAt(base::at(value, "metadata"), "phone_number_id") == account;
            if (ours && base::textAt(change, "field") == QLatin1String(field)) {
                visit(value);
            }
        }
    }
}

bool isPlainText(const Json& message)
{
    const QString user = base::textAt(message, "from");
    return base::textAt(message, "type") == QLatin1String("text") && fuzz::isNumber(user) &&
           fuzz::isTime(message, "timestamp") && base::textAt(message, "group_id").isEmpty();
}

std::vector<fuzz::PlainText> plainTexts(const Json& body)
{
    std::vector<fuzz::PlainText> found;
    eachValue(body, "messages", [&](const Json& value) {
        for (const Json& message : fuzz::listAt(value, "messages")) {
            const QString id = base::textAt(message, "id");
            const QString text = base::textAt(base::at(message, "text"), "body");
            if (isPlainText(message) && !id.isEmpty() && !text.isEmpty()) {
                found.push_back({id, text});
            }
        }
    });
    return found;
}

std::size_t items(const Json& body)
{
    std::size_t count = 0;
    eachValue(body, "messages", [&](const Json& value) {
        count += fuzz::listAt(value, "messages").size() + fuzz::listAt(value, "statuses").size();
    });
    eachValue(body, "smb_message_echoes",
              [&](const Json& value) { count += fuzz::listAt(value, "message_echoes").size(); });
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const fuzz::Parser parser{domain::ChannelKind::WhatsApp, account,
                                     [](const QByteArray& raw) { return channels::whatsapp::parse(raw, account); },
                                     plainTexts, items};
    fuzz::holdDelivery(parser, QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    return 0;
}
