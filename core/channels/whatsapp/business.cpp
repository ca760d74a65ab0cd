// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/business.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;
using domain::Ignored;

namespace
{

const QString statusField = QStringLiteral("message_template_status_update");
const QString qualityField = QStringLiteral("message_template_quality_update");
const QString categoryField = QStringLiteral("template_category_update");
const QString accountField = QStringLiteral("account_update");
const QString numberField = QStringLiteral("phone_number_quality_update");
const QString capabilityField = QStringLiteral("business_capability_update");

QString lowerAt(const Json& object, const char* key)
{
    return textAt(object, key).toLower();
}

/// "": nothing is told; else the word, made safe.
QString wordAt(const Json& object, const char* key)
{
    const QString word = lowerAt(object, key);
    return word.isEmpty() || word == QLatin1String("none") ? QString() : safeWord(word);
}

void setState(domain::TemplateChanged& change, const Json& value)
{
    const QString event = wordAt(value, "event");
    change.reason = wordAt(value, "reason");
    if (change.reason.isEmpty()) {
        change.reason = wordAt(at(value, "other_info"), "title");
    }
    if (event == QLatin1String("flagged")) {
        // A warning: it may still be sent.
        change.reason = event;
    } else {
        change.state = event == QLatin1String("reinstated") ? QStringLiteral("approved") : event;
    }
    change.category = wordAt(value, "message_template_category");
}

Event templateEvent(const QString& field, const Value& value)
{
    domain::TemplateChanged change;
    change.account = value.account;
    change.name = textAt(value.json, "message_template_name");
    change.language = textAt(value.json, "message_template_language").replace(QLatin1Char('-'), QLatin1Char('_'));
    for (const auto& [text, key] :
         {std::pair(change.name, "message_template_name"), std::pair(change.language, "message_template_language")}) {
        if (text.isEmpty()) {
            return malformed(value.path + QLatin1Char('.') + QLatin1String(key));
        }
    }
    if (!value.at) {
        return malformed(value.path + QStringLiteral(" without a time of its entry"));
    }
    change.at = *value.at;
    if (field == statusField) {
        setState(change, value.json);
    } else if (field == qualityField) {
        const QString score = wordAt(value.json, "new_quality_score");
        change.reason = score.isEmpty() ? score : QStringLiteral("quality_") + score;
    } else {
        change.category = wordAt(value.json, "new_category");
        const QString coming = wordAt(value.json, "correct_category");
        change.reason = coming.isEmpty() ? coming : QStringLiteral("category_will_be_") + coming;
    }
    if (change.state.isEmpty() && change.category.isEmpty() && change.reason.isEmpty()) {
        return Ignored{QStringLiteral("nothing in ") + field};
    }
    return change;
}

QString banOf(const Json& value)
{
    return wordAt(at(value, "ban_info"), "waba_ban_state");
}

Ignored accountWords(const Json& value)
{
    QString what = QStringLiteral("account ") + safeWord(lowerAt(value, "event"));
    if (const QString ban = banOf(value); !ban.isEmpty()) {
        what += QStringLiteral(", ban ") + ban;
    }
    if (const QString violation = wordAt(at(value, "violation_info"), "violation_type"); !violation.isEmpty()) {
        what += QStringLiteral(", violation ") + violation;
    }
    const Json& restrictions = at(value, "restriction_info");
    for (const Json& one : restrictions.is_array() ? restrictions : Json::array()) {
        what += QStringLiteral(", restriction ") + safeWord(lowerAt(one, "restriction_type"));
    }
    return {what};
}

Ignored numberWords(const Json& value)
{
    const QString limit = wordAt(value, "current_limit");
    return {QStringLiteral("number quality ") + safeWord(lowerAt(value, "event")) +
            (limit.isEmpty() ? limit : QStringLiteral(", limit ") + limit)};
}

Ignored capabilityWords(const Json& value)
{
    const auto daily = base::integerAt(value, "max_daily_conversation_per_phone");
    return {QStringLiteral("business capability") +
            (daily ? QStringLiteral(", %1 conversations a day").arg(*daily) : QString())};
}

AccountState stopped(const QString& why, base::Instant at)
{
    return {Error{ErrorCode::Forbidden, QStringLiteral("channel.whatsappClosed"),
                  QStringLiteral("Meta closed the WhatsApp Business account (%1): see Account quality in the Meta "
                                 "Business Suite")
                      .arg(why)},
            at};
}

std::optional<AccountState> stateIn(const Json& value, base::Instant at)
{
    const QString event = lowerAt(value, "event");
    const QString ban = banOf(value);
    if (event == QLatin1String("account_deleted")) {
        return stopped(QStringLiteral("deleted"), at);
    }
    if (ban == QLatin1String("disable")) {
        return stopped(QStringLiteral("banned"), at);
    }
    if (ban == QLatin1String("reinstate")) {
        return AccountState{std::nullopt, at};
    }
    return std::nullopt;
}

/// The newest moment at which a message of the account is known to have gone out.
std::optional<AccountState> evidenceIn(const Json& value, const QString& account)
{
    const Json& statuses = at(value, "statuses");
    std::optional<AccountState> state;
    if (!statuses.is_array() || textAt(at(value, "metadata"), "phone_number_id") != account) {
        return state;
    }
    for (const Json& status : statuses) {
        const auto when = timeAt(status, "timestamp");
        if (textAt(status, "status") == QLatin1String("sent") && when && (!state || state->at < *when)) {
            state = AccountState{std::nullopt, *when};
        }
    }
    return state;
}

} // namespace

bool isBusinessField(const QString& field)
{
    return field == statusField || field == qualityField || field == categoryField || field == accountField ||
           field == numberField || field == capabilityField;
}

Event businessEvent(const QString& field, const Value& value)
{
    if (field == accountField) {
        return accountWords(value.json);
    }
    if (field == numberField) {
        return numberWords(value.json);
    }
    if (field == capabilityField) {
        return capabilityWords(value.json);
    }
    return templateEvent(field, value);
}

std::optional<AccountState> accountStateOf(const QByteArray& raw, const QString& account,
                                           const QString& businessAccount)
{
    // Nearly every delivery is of messages: they are not read twice.
    if (!raw.contains("account_update") && !raw.contains("\"statuses\"")) {
        return std::nullopt;
    }
    const auto body = base::parseJson(raw);
    const Json& entries = body ? at(*body, "entry") : at({}, "entry");
    std::optional<AccountState> newest;
    for (const Json& entry : entries.is_array() ? entries : Json::array()) {
        const bool ours = businessAccount.isEmpty() || textAt(entry, "id") == businessAccount;
        const Json& changes = at(entry, "changes");
        for (const Json& change : changes.is_array() ? changes : Json::array()) {
            const Json& value = at(change, "value");
            const auto found =
                textAt(change, "field") == accountField
                    ? !ours ? std::nullopt : stateIn(value, timeAt(entry, "time").value_or(base::Instant()))
                    : evidenceIn(value, account);
            if (found && (!newest || newest->at <= found->at)) {
                newest = found;
            }
        }
    }
    return newest;
}

} // namespace delpek::channels::whatsapp
