// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/parser.h"

#include "channels/whatsapp/business.h"
#include "channels/whatsapp/messages.h"
#include "channels/whatsapp/statuses.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;
using domain::Ignored;

namespace
{

using ItemReader = Event (*)(const Value&, const Json&, const QString&);

bool readList(const Value& value, const char* key, ItemReader read, std::vector<Event>& events)
{
    const Json& list = at(value.json, key);
    const QString path = value.path + QLatin1Char('.') + QLatin1String(key);
    if (list.is_null()) {
        return false;
    }
    if (!list.is_array()) {
        events.push_back(malformed(path));
        return true;
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        events.push_back(read(value, list[i], QStringLiteral("%1[%2]").arg(path).arg(i)));
    }
    return !list.empty();
}

/// One entry of a delivery, and what it is read for.
struct Entry {
    const Json& json;
    const QString& account;
    bool ours = true; ///< of our business account, as far as it is known
};

void readErrors(const Json& value, bool any, const QString& field, std::vector<Event>& events)
{
    const Json& errors = at(value, "errors");
    for (const Json& error : errors.is_array() ? errors : Json::array()) {
        const auto code = base::integerAt(error, "code");
        events.push_back(Ignored{code ? QStringLiteral("error %1 of the account").arg(*code)
                                      : QStringLiteral("error of the account without a code")});
        any = true;
    }
    if (!any) {
        events.push_back(Ignored{QStringLiteral("nothing in %1").arg(field)});
    }
}

void readChange(const Entry& entry, const Json& change, const QString& path, std::vector<Event>& events)
{
    const QString field = textAt(change, "field");
    const Json& json = at(change, "value");
    if (isBusinessField(field)) {
        events.push_back(entry.ours ? businessEvent(field, {json, entry.account, path + QStringLiteral(".value"),
                                                            timeAt(entry.json, "time")})
                                    : Ignored{QStringLiteral("another business account")});
        return;
    }
    const bool messages = field == QLatin1String("messages");
    const bool echoes = field == QLatin1String("smb_message_echoes");
    if (!messages && !echoes) {
        events.push_back(field.isEmpty() ? malformed(path + QStringLiteral(".field"))
                                         : Ignored{QStringLiteral("field ") + safeWord(field)});
        return;
    }
    const Value value{json,
                      textAt(at(json, "metadata"), "phone_number_id"),
                      path + QStringLiteral(".value"),
                      {},
                      Contacts(at(json, "contacts"))};
    if (value.account.isEmpty()) {
        events.push_back(malformed(value.path + QStringLiteral(".metadata.phone_number_id")));
        return;
    }
    if (value.account != entry.account) {
        events.push_back(Ignored{QStringLiteral("another phone number id")});
        return;
    }
    bool any = echoes && readList(value, "message_echoes", echoEvent, events);
    any = (messages && readList(value, "messages", messageEvent, events)) || any;
    any = (messages && readList(value, "statuses", statusEvent, events)) || any;
    readErrors(json, any, field, events);
}

} // namespace

Result<std::vector<Event>> parse(const QByteArray& raw, const QString& account, const QString& businessAccount)
{
    const auto body = base::parseJson(raw);
    if (!body) {
        return fail(body.error());
    }
    if (textAt(*body, "object") != QLatin1String("whatsapp_business_account")) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("not a WhatsApp delivery: object is not whatsapp_business_account"));
    }
    const Json& entries = at(*body, "entry");
    if (!entries.is_array()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("not a WhatsApp delivery: entry is not a list"));
    }
    std::vector<Event> events;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Json& changes = at(entries[i], "changes");
        const QString path = QStringLiteral("entry[%1].changes").arg(i);
        if (!changes.is_array()) {
            events.push_back(malformed(path));
            continue;
        }
        const bool ours = businessAccount.isEmpty() || textAt(entries[i], "id") == businessAccount;
        const Entry entry{entries[i], account, ours};
        for (std::size_t j = 0; j < changes.size(); ++j) {
            readChange(entry, changes[j], QStringLiteral("%1[%2]").arg(path).arg(j), events);
        }
    }
    return events;
}

} // namespace delpek::channels::whatsapp
