// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/doctor/cardjson.h"

namespace delpek::api::doctor
{

using base::Json;
using base::utf8;

namespace
{

Json stringsOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts) {
        list.push_back(utf8(text));
    }
    return list;
}

Json patientOf(const domain::Conversation& conversation)
{
    return {{"name", utf8(conversation.displayName)},
            {"phone", conversation.phone ? utf8(conversation.phone->e164()) : std::string()},
            {"channel", utf8(base::toText(conversation.address.channel))},
            {"language", utf8(base::toText(conversation.language))}};
}

} // namespace

Json toJson(const std::optional<base::Instant>& instant)
{
    return instant ? Json(qint64(base::toMillis(*instant))) : Json();
}

Json toJson(const domain::Escalation& escalation)
{
    return {{"id", escalation.id.value},
            {"conversation", escalation.conversation.value},
            {"urgency", utf8(base::toText(escalation.urgency))},
            {"state", utf8(base::toText(escalation.state()))},
            {"reason", utf8(escalation.reason)},
            {"summary", utf8(escalation.summary)},
            {"since", qint64(base::toMillis(escalation.since))},
            {"openedAt", qint64(base::toMillis(escalation.openedAt))},
            {"dueAt", toJson(escalation.dueAt)},
            {"acknowledgedAt", toJson(escalation.acknowledgedAt)},
            {"acknowledgedBy", utf8(escalation.acknowledgedBy)},
            {"answeredAt", toJson(escalation.answeredAt)},
            {"answeredBy", utf8(escalation.answeredBy)},
            {"closedAt", toJson(escalation.closedAt)},
            {"closedBy", utf8(escalation.closedBy)},
            {"closeReason", utf8(escalation.closeReason)}};
}

Json toJson(const domain::Message& message)
{
    Json json{{"id", message.id.value},
              {"from", utf8(base::toText(message.author))},
              {"name", utf8(message.authorName)},
              {"kind", utf8(base::toText(message.kind))},
              {"text", utf8(message.deleted ? QString() : message.text)},
              {"at", qint64(base::toMillis(message.createdAt))},
              {"delivery", utf8(base::toText(message.delivery))},
              {"deleted", message.deleted},
              {"edited", message.version > 1},
              {"quoted", utf8(message.quotedText)},
              {"reaction", utf8(message.reaction)}};
    if (message.attachment && !message.deleted) {
        const auto& file = *message.attachment;
        json["file"] = {{"type", utf8(file.type)},
                        {"name", utf8(file.name)},
                        {"size", file.size},
                        {"voice", file.voice},
                        {"state", utf8(base::toText(file.state))}};
    }
    if (message.place) {
        json["place"] = {{"latitude", message.place->latitude},
                         {"longitude", message.place->longitude},
                         {"name", utf8(message.place->name)},
                         {"address", utf8(message.place->address)}};
    }
    return json;
}

Json toJson(const domain::EscalationCard& card)
{
    Json json{{"escalation", toJson(card.escalation)}, {"patient", patientOf(card.conversation)},
              {"summary", utf8(card.summary)},         {"facts", Json::array()},
              {"flags", stringsOf(card.flags)},        {"consent", utf8(base::toText(card.consent))},
              {"answerFault", utf8(card.answerFault)}, {"answers", Json::array()}};
    for (const auto& fact : card.facts) {
        json["facts"].push_back({{"key", utf8(fact.key)}, {"value", utf8(fact.value)}});
    }
    for (const auto& answer : card.answers) {
        json["answers"].push_back({{"key", utf8(answer.key)}, {"text", utf8(answer.text)}});
    }
    return json;
}

Json toJson(const desk::ComposerState& composer)
{
    return {{"text", composer.canSendText},
            {"files", composer.canSendText && composer.files},
            {"reason", utf8(composer.reason)},
            {"until", toJson(composer.windowCloses)}};
}

} // namespace delpek::api::doctor
