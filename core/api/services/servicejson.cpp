// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/services/servicejson.h"

#include "agent/service/matching.h"
#include "agent/service/session.h"
#include "domain/weekhours.h"

namespace delpek::api::services
{

namespace
{

using base::Json;

Json bilingual(const domain::Bilingual& text)
{
    return {{"he", base::utf8(text.he)}, {"en", base::utf8(text.en)}};
}

/// As it reads to somebody of whom it is not known whether a woman or a man.
Json bilingual(const agent::service::Wording& wording)
{
    return bilingual(
        domain::Bilingual{wording.in(domain::Language::Hebrew, {}), wording.in(domain::Language::English, {})});
}

Json hoursJson(const domain::WeeklyHours& hours)
{
    Json json = Json::object();
    for (size_t day = 0; day < domain::weekdayNames.size(); ++day) {
        for (const auto& span : hours[day]) {
            json[domain::weekdayNames[day]].push_back(base::utf8(domain::spanText(span)));
        }
    }
    return json;
}

Json fieldJson(const agent::service::Field& field)
{
    Json options = Json::array();
    for (const auto& option : field.options) {
        options.push_back({{"value", base::utf8(option.value)}, {"label", bilingual(option.label)}});
    }
    return {{"key", base::utf8(field.key)},    {"type", base::utf8(base::toText(field.type))},
            {"label", bilingual(field.label)}, {"ask", bilingual(field.ask)},
            {"optional", field.optional},      {"options", std::move(options)}};
}

Json historyJson(const domain::Message& message)
{
    Json options = Json::array();
    for (const auto& option : message.options) {
        options.push_back({{"value", base::utf8(option.value)}, {"label", base::utf8(option.label)}});
    }
    return {{"id", message.id.value},
            {"by", base::utf8(base::toText(message.author))},
            {"text", base::utf8(message.text)},
            {"choice", base::utf8(message.choice)},
            {"asks", base::utf8(base::toText(message.asks))},
            {"options", std::move(options)},
            {"at", qint64(base::toMillis(message.createdAt))}};
}

domain::Message messageFrom(const Json& json)
{
    domain::Message message;
    message.id = {base::integerAt(json, "id").value_or(0)};
    message.author = base::fromText<domain::AuthorKind>(base::textAt(json, "by")).value_or(domain::AuthorKind::Patient);
    message.text = base::textAt(json, "text");
    message.choice = base::textAt(json, "choice");
    message.asks = base::fromText<domain::Asks>(base::textAt(json, "asks")).value_or(domain::Asks::Nothing);
    for (const auto& option : base::at(json, "options")) {
        message.options.push_back({base::textAt(option, "value"), base::textAt(option, "label")});
    }
    message.createdAt = message.sentAt = base::fromMillis(base::integerAt(json, "at").value_or(0));
    return message;
}

} // namespace

Json toJson(const agent::service::Service& service, const domain::LocalTime& now, const domain::ClinicInfo& clinic)
{
    Json roles = Json::array();
    for (const auto role : service.roles) {
        roles.push_back(base::utf8(base::toText(role)));
    }
    Json keywords = Json::array();
    for (const auto& keyword : service.keywords) {
        keywords.push_back(base::utf8(keyword.written));
    }
    Json announcements = Json::array();
    for (const auto& announcement : service.announcements) {
        announcements.push_back({{"from", base::utf8(announcement.from.toText())},
                                 {"until", base::utf8(announcement.until.toText())},
                                 {"text", bilingual(announcement.text)}});
    }
    Json fields = Json::array();
    for (const auto& field : service.fields) {
        fields.push_back(fieldJson(field));
    }
    return {{"id", base::utf8(service.id)},
            {"name", bilingual(service.name)},
            {"keywords", std::move(keywords)},
            {"by", base::utf8(base::toText(service.by))},
            {"roles", std::move(roles)},
            {"asks_code", service.asksCode},
            {"hours", service.keepsClinicHours ? hoursJson(clinic.hours)
                      : service.hours          ? hoursJson(*service.hours)
                                               : Json()},
            {"open", agent::service::isOpenAt(service, now, clinic)},
            {"announcements", std::move(announcements)},
            {"answer", service.answer.isEmpty() ? Json() : bilingual(service.answer)},
            {"prompt", base::utf8(service.prompt)},
            {"fields", std::move(fields)},
            {"minutes", service.minutes}};
}

const Json& serviceStateOf(const store::ServiceSession& session)
{
    return session.conversation.isValid() ? session.state : base::at(base::at(session.state, "dialogue"), "service");
}

Json toJson(const store::ServiceSession& session, base::Instant now)
{
    const auto state = agent::service::sessionFromJson(serviceStateOf(session));
    Json form;
    if (state) {
        Json values = Json::object();
        for (const auto& [key, value] : state->values) {
            values[base::utf8(key)] = base::utf8(value);
        }
        form = {{"service", base::utf8(state->service)},
                {"stage", base::utf8(base::toText(state->stage))},
                {"role", base::utf8(base::toText(state->role))},
                {"values", std::move(values)}};
    }
    const char* status = !session.ending.isEmpty() ? "ended" : session.isOpenAt(now) ? "open" : "expired";
    return {{"id", session.id.value},
            {"service", base::utf8(session.service)},
            {"conversation", session.conversation.isValid() ? Json(session.conversation.value) : Json()},
            {"status", status},
            {"ending", session.ending.isEmpty() ? Json() : Json(base::utf8(session.ending))},
            {"opened", qint64(base::toMillis(session.openedAt))},
            {"expires", qint64(base::toMillis(session.expiresAt))},
            {"changed", qint64(base::toMillis(session.changedAt))},
            {"form", std::move(form)}};
}

Json toJson(const store::ServiceArtifact& artifact)
{
    return {{"id", artifact.id},
            {"kind", base::utf8(artifact.kind)},
            {"name", base::utf8(artifact.name)},
            {"body", base::utf8(artifact.body)},
            {"message", artifact.message.isValid() ? Json(artifact.message.value) : Json()},
            {"made", qint64(base::toMillis(artifact.madeAt))}};
}

Json toJson(const LedTalk& talk)
{
    Json history = Json::array();
    const size_t most = agent::turnHistory;
    const size_t skipped = talk.history.size() > most ? talk.history.size() - most : 0;
    for (size_t i = skipped; i < talk.history.size(); ++i) {
        history.push_back(historyJson(talk.history[i]));
    }
    return {{"dialogue", talk.dialogue},
            {"history", std::move(history)},
            {"language", base::utf8(base::toText(talk.language))},
            {"holder", base::utf8(base::toText(talk.holder))},
            {"urgency", base::utf8(base::toText(talk.urgency))},
            {"conversation", talk.conversation.value},
            {"last", talk.lastMessage}};
}

LedTalk talkFromJson(const Json& json)
{
    LedTalk talk;
    talk.dialogue = base::at(json, "dialogue");
    for (const auto& message : base::at(json, "history")) {
        talk.history.push_back(messageFrom(message));
    }
    talk.language = base::fromText<domain::Language>(base::textAt(json, "language")).value_or(talk.language);
    talk.holder = base::fromText<domain::HolderKind>(base::textAt(json, "holder")).value_or(talk.holder);
    talk.urgency = base::fromText<domain::Urgency>(base::textAt(json, "urgency")).value_or(talk.urgency);
    talk.conversation = {base::integerAt(json, "conversation").value_or(0)};
    talk.lastMessage = base::integerAt(json, "last").value_or(0);
    return talk;
}

} // namespace delpek::api::services
