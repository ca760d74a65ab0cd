// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/parser.h"

#include "channels/whatsapp/errors.h"
#include "channels/whatsapp/inbound.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;
using domain::Ignored;

namespace
{

Event malformed(const QString& path)
{
    return Ignored{QStringLiteral("malformed ") + path};
}

/// Unix seconds; nothing outside of the years 1970 to 9999.
std::optional<base::Instant> timeAt(const Json& object, const char* key)
{
    const auto seconds = base::integerAt(object, key);
    if (!seconds || *seconds < 0 || *seconds > 253'402'300'799) {
        return std::nullopt;
    }
    return base::fromMillis(*seconds * 1000);
}

/// One change's value with what each of its items needs.
struct Value {
    const Json& json;
    QString account;
    QString path;

    const Json& contacts() const { return at(json, "contacts"); }
};

Event messageEvent(const Value& value, const Json& message, const QString& path)
{
    const QString id = textAt(message, "id");
    const auto sentAt = timeAt(message, "timestamp");
    const QString type = textAt(message, "type");
    const domain::Sender sender =
        patientOf(value.account, textAt(message, "from"), textAt(message, "from_user_id"), value.contacts());
    if (type == QLatin1String("system")) {
        return Ignored{QStringLiteral("system ") + safeWord(textAt(at(message, "system"), "type"))};
    }
    if (type == QLatin1String("request_welcome")) {
        return Ignored{type};
    }
    if (type == QLatin1String("interactive") &&
        textAt(at(message, "interactive"), "type") == QLatin1String("call_permission_reply")) {
        return Ignored{QStringLiteral("call_permission_reply")};
    }
    if (!textAt(message, "group_id").isEmpty()) {
        // An answer into a group would show one patient's matters to the others.
        return Ignored{QStringLiteral("group message")};
    }
    if (sender.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".from"));
    }
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (!sentAt) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    if (type == QLatin1String("reaction")) {
        const Json& reaction = at(message, "reaction");
        const QString target = textAt(reaction, "message_id");
        return target.isEmpty() ? malformed(path + QStringLiteral(".reaction.message_id"))
                                : domain::ReactionChanged{sender, target, textAt(reaction, "emoji"), *sentAt};
    }
    if (type == QLatin1String("edit") || type == QLatin1String("revoke")) {
        const Json& change = at(message, type == QLatin1String("edit") ? "edit" : "revoke");
        const QString original = textAt(change, "original_message_id");
        if (original.isEmpty()) {
            return malformed(path + QLatin1Char('.') + type + QStringLiteral(".original_message_id"));
        }
        if (type == QLatin1String("revoke")) {
            return domain::MessageDeleted{sender, original};
        }
        return domain::MessageEdited{sender, original, contentOf(at(change, "message")).text, *sentAt};
    }
    const Content content = contentOf(message);
    domain::MessageReceived received;
    received.sender = sender;
    received.providerId = id;
    received.sentAt = *sentAt;
    received.kind = content.kind;
    received.text = content.text;
    received.choice = content.choice;
    received.quotedProviderId = textAt(at(message, "context"), "id");
    received.mediaId = content.mediaId;
    received.mediaType = content.mediaType;
    return received;
}

std::optional<domain::DeliveryState> stateOf(const QString& status)
{
    using domain::DeliveryState;
    if (status == QLatin1String("sent")) {
        return DeliveryState::Sent;
    }
    if (status == QLatin1String("delivered")) {
        return DeliveryState::Delivered;
    }
    if (status == QLatin1String("read") || status == QLatin1String("played")) {
        return DeliveryState::Read;
    }
    if (status == QLatin1String("failed")) {
        return DeliveryState::Failed;
    }
    return std::nullopt;
}

Event statusEvent(const Value& value, const Json& status, const QString& path)
{
    const QString id = textAt(status, "id");
    const auto when = timeAt(status, "timestamp");
    const QString word = textAt(status, "status");
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (word.isEmpty()) {
        return malformed(path + QStringLiteral(".status"));
    }
    if (!when) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    const auto state = stateOf(word);
    if (!state) {
        return Ignored{QStringLiteral("status ") + safeWord(word)};
    }
    domain::DeliveryReported report;
    report.account = value.account;
    report.providerId = id;
    report.state = *state;
    report.at = *when;
    report.reference = textAt(status, "biz_opaque_callback_data");
    if (*state == domain::DeliveryState::Failed) {
        const Json& errors = at(status, "errors");
        const qint64 code =
            errors.is_array() && !errors.empty() ? base::integerAt(errors.front(), "code").value_or(0) : 0;
        report.errorCode = code > 0 && code <= std::numeric_limits<int>::max() ? static_cast<int>(code) : 0;
        // Code 0 is a token error only where Meta says so.
        report.errorKey = report.errorCode == 0 ? QStringLiteral("send.rejected") : classifyCode(report.errorCode).key;
    }
    return report;
}

Event echoEvent(const Value& value, const Json& echo, const QString& path)
{
    const QString type = textAt(echo, "type");
    if (type == QLatin1String("reaction") || type == QLatin1String("edit") || type == QLatin1String("revoke")) {
        return Ignored{QStringLiteral("echo ") + type};
    }
    const QString id = textAt(echo, "id");
    const auto sentAt = timeAt(echo, "timestamp");
    const domain::Sender patient =
        patientOf(value.account, textAt(echo, "to"), textAt(echo, "to_user_id"), value.contacts());
    if (patient.address.user.isEmpty()) {
        return malformed(path + QStringLiteral(".to"));
    }
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (!sentAt) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    return domain::EchoReceived{patient, id, contentOf(echo).text, *sentAt};
}

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

void readChange(const Json& change, const QString& path, const QString& account, std::vector<Event>& events)
{
    const QString field = textAt(change, "field");
    const bool messages = field == QLatin1String("messages");
    const bool echoes = field == QLatin1String("smb_message_echoes");
    if (!messages && !echoes) {
        events.push_back(field.isEmpty() ? malformed(path + QStringLiteral(".field"))
                                         : Ignored{QStringLiteral("field ") + safeWord(field)});
        return;
    }
    const Json& json = at(change, "value");
    const Value value{json, textAt(at(json, "metadata"), "phone_number_id"), path + QStringLiteral(".value")};
    if (value.account.isEmpty()) {
        events.push_back(malformed(value.path + QStringLiteral(".metadata.phone_number_id")));
        return;
    }
    if (value.account != account) {
        events.push_back(Ignored{QStringLiteral("another phone number id")});
        return;
    }
    bool any = echoes && readList(value, "message_echoes", echoEvent, events);
    any = (messages && readList(value, "messages", messageEvent, events)) || any;
    any = (messages && readList(value, "statuses", statusEvent, events)) || any;
    if (!any) {
        const Json& errors = at(json, "errors");
        const auto code = errors.is_array() && !errors.empty() ? base::integerAt(errors.front(), "code") : std::nullopt;
        events.push_back(Ignored{code ? QStringLiteral("error %1 of the account").arg(*code)
                                      : QStringLiteral("nothing in %1").arg(field)});
    }
}

} // namespace

Result<std::vector<Event>> parse(const QByteArray& raw, const QString& account)
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
        for (std::size_t j = 0; j < changes.size(); ++j) {
            readChange(changes[j], QStringLiteral("%1[%2]").arg(path).arg(j), account, events);
        }
    }
    return events;
}

} // namespace delpek::channels::whatsapp
