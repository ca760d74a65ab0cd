// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/briefing.h"

#include "agent/tools/values.h"
#include "base/file.h"
#include "domain/weekhours.h"

namespace delpek::agent::llm
{
namespace
{

using base::Json;

Json hoursToJson(const domain::WeeklyHours& hours)
{
    static constexpr std::array<const char*, 7> days{"sunday",   "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday"};
    Json json = Json::object();
    for (std::size_t i = 0; i < days.size(); ++i) {
        Json spans = Json::array();
        for (const auto& span : hours[i]) {
            spans.push_back(base::utf8(domain::spanText(span)));
        }
        json[days[i]] = std::move(spans);
    }
    return json;
}

/// Without prices: those come from a tool in the turn that tells them.
Json factsOf(const TurnContext& context)
{
    Json doctors = Json::array();
    for (const auto& doctor : context.doctors) {
        Json treatments = Json::array();
        for (const auto& treatment : doctor.treatments) {
            treatments.push_back(base::utf8(treatment));
        }
        doctors.push_back({{"id", base::utf8(doctor.id)},
                           {"name", bilingualToJson(doctor.name)},
                           {"treatments", std::move(treatments)}});
    }
    Json treatments = Json::array();
    for (const auto& treatment : context.treatments) {
        treatments.push_back({{"id", base::utf8(treatment.id)},
                              {"name", bilingualToJson(treatment.name)},
                              {"minutes", treatment.minutes}});
    }
    Json closed = Json::array();
    for (const auto& day : context.clinic.closed) {
        closed.push_back(dateToJson(day));
    }
    return {{"name", bilingualToJson(context.clinic.name)},
            {"address", bilingualToJson(context.clinic.address)},
            {"phone", base::utf8(context.clinic.phone)},
            {"hours", hoursToJson(context.clinic.hours)},
            {"closed", std::move(closed)},
            {"doctors", std::move(doctors)},
            {"treatments", std::move(treatments)}};
}

/// What earlier talks left, once it is known who writes. Visits come from the records, by a tool.
Json rememberedOf(const TurnContext& context, const Json& identity)
{
    if (base::textAt(identity, "name").isEmpty()) {
        return nullptr;
    }
    const auto& memory = context.memory;
    const auto& zone = context.clinic.zone;
    Json facts = Json::object();
    for (const char* kind : {"doctor", "part_of_day", "weekday", "fear", "pending"}) {
        if (const QString value = memory.valueOf(kind); !value.isEmpty()) {
            facts[kind] = base::utf8(value);
        }
    }
    Json talks = Json::array();
    for (const auto& talk : memory.similar) {
        Json topics = Json::array();
        for (const auto& topic : talk.topics) {
            topics.push_back(base::utf8(topic));
        }
        talks.push_back({{"on", dateToJson(domain::toLocal(talk.lastAt, zone).date)},
                         {"topics", std::move(topics)},
                         {"outcome", base::utf8(talk.outcome)}});
    }
    if (facts.empty() && talks.empty()) {
        return nullptr;
    }
    return {{"usual", std::move(facts)}, {"similar_talks", std::move(talks)}};
}

QString filled(QString text, const std::vector<std::pair<const char*, QString>>& values)
{
    for (const auto& [name, value] : values) {
        text.replace(QLatin1Char('{') + QLatin1String(name) + QLatin1Char('}'), value);
    }
    return text;
}

/// What a message says to who cannot see its file.
QString wordsOf(const domain::Message& message)
{
    if (message.deleted) {
        return QStringLiteral("[deleted]");
    }
    QString text = message.text;
    if (message.kind != domain::MessageKind::Text && message.kind != domain::MessageKind::Choice) {
        text.prepend(QStringLiteral("[%1] ").arg(base::toText(message.kind)));
    }
    if (!message.choice.isEmpty() && message.choice != text) {
        text += QStringLiteral(" [option %1]").arg(message.choice);
    }
    return text.trimmed();
}

void append(std::vector<Entry>& entries, Speaker speaker, const QString& text)
{
    if (text.isEmpty() || (entries.empty() && speaker == Speaker::Model)) {
        return; // a conversation begins with the patient
    }
    if (!entries.empty() && entries.back().speaker == speaker) {
        entries.back().text += QLatin1Char('\n') + text;
    } else {
        entries.push_back({speaker, text, {}, {}});
    }
}

void append(std::vector<Entry>& entries, const domain::Message& message)
{
    QString text = wordsOf(message);
    if (message.author == domain::AuthorKind::Staff || message.author == domain::AuthorKind::Doctor) {
        text.prepend(QStringLiteral("[a person of the clinic wrote] "));
    }
    if (message.author != domain::AuthorKind::System) {
        append(entries, message.isIncoming() ? Speaker::User : Speaker::Model, text);
    }
}

} // namespace

Result<Briefing> Briefing::load(const QString& resources, const QString& team)
{
    const QString path = resources + QStringLiteral("/prompts.json");
    const auto prompts = base::readJsonFile(path);
    if (!prompts) {
        return fail(prompts.error());
    }
    auto roster = Team::load(resources + QLatin1Char('/') + team + QStringLiteral(".json"));
    if (!roster) {
        return fail(roster.error());
    }
    Briefing briefing(std::move(*roster));
    for (const auto& line : base::at(*prompts, "system")) {
        briefing.m_system << (line.is_string() ? QString::fromStdString(line.get<std::string>()) : QString());
    }
    briefing.m_refused = base::textAt(*prompts, "refused");
    briefing.m_agreed = base::textAt(*prompts, "agreed");
    briefing.m_once = base::textAt(*prompts, "once");
    if (briefing.m_system.isEmpty() || briefing.m_refused.isEmpty() || briefing.m_agreed.isEmpty() ||
        briefing.m_once.isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: \"system\", \"refused\", \"agreed\" and \"once\" must have words").arg(path));
    }
    return briefing;
}

const TeamAgent& Briefing::agent(const QString& name) const
{
    const auto* found = m_team.find(name);
    return found ? *found : m_team.coordinator();
}

QString Briefing::system(const TeamAgent& agent, const TurnContext& context) const
{
    const auto persona = [](const TeamAgent& one) {
        return one.persona(domain::Language::English, domain::Gender::Unknown);
    };
    QString text = filled(m_system.join(QLatin1Char('\n')), {{"agent", agent.name},
                                                             {"persona", persona(agent)},
                                                             {"clinic", context.clinic.name.en},
                                                             {"task", agent.prompt}});
    if (m_team.agents().size() > 1) {
        QStringList others;
        for (const auto& other : m_team.agents()) {
            others << other.name + QStringLiteral(": ") + persona(other);
        }
        text += QStringLiteral("\n\nThe team:\n") + others.join(QLatin1Char('\n'));
    }
    return text + QStringLiteral("\n\nThe clinic: ") + base::toCompactText(factsOf(context));
}

QString Briefing::situation(const TurnContext& context, domain::Language language, const Json& dialogue,
                            const QStringList& refusals, const Json& agreed) const
{
    const Json& llm = base::at(dialogue, "llm");
    const Json state{{"now", base::utf8(context.now.toText())},
                     {"weekday", base::utf8(QLocale::c().dayName(context.now.date.dayOfWeek()).toLower())},
                     {"answer_in", base::utf8(base::toText(language))},
                     {"first_message", context.firstContact},
                     {"phone_known", context.conversation.phone.has_value()},
                     {"records_reachable", context.recordsReachable},
                     {"records_as_of", context.recordsAsOf ? Json(base::utf8(context.recordsAsOf->toText())) : Json()},
                     {"identity_tries_left", context.identityTriesLeft},
                     {"identity", base::at(dialogue, "identity")},
                     {"offered", base::at(dialogue, "offer")},
                     {"visits_shown", base::at(dialogue, "visits")},
                     {"open_question", base::at(dialogue, "asked")},
                     {"remembered", rememberedOf(context, base::at(dialogue, "identity"))},
                     {"notes", base::at(llm, "notes")}};
    QStringList lines{QStringLiteral("Now: ") + base::toCompactText(state)};
    if (!context.brief.isEmpty()) {
        lines << QStringLiteral("A person of the clinic noted: ") + context.brief;
    }
    if (!context.servicePrompt.isEmpty()) {
        lines << QStringLiteral("The message belongs to a service of the clinic: ") + context.servicePrompt;
    }
    if (!agreed.is_null()) {
        lines << filled(m_agreed, {{"call", base::toCompactText(agreed)}});
    }
    if (!refusals.isEmpty()) {
        lines << filled(m_refused, {{"rules", refusals.join(QStringLiteral(", "))}});
    }
    return lines.join(QLatin1Char('\n'));
}

std::vector<Entry> entriesOf(const TurnContext& context, const std::vector<ToolResult>& results)
{
    std::vector<Entry> entries;
    for (const auto& message : context.history) {
        append(entries, message);
    }
    for (const auto& message : context.burst) {
        append(entries, message);
    }
    if (entries.empty() || entries.back().speaker == Speaker::Model) {
        entries.push_back({Speaker::User, QStringLiteral("[no words]"), {}, {}});
    }
    for (std::size_t i = 0; i < results.size(); ++i) {
        const auto& result = results[i];
        const QString id = QStringLiteral("call_%1").arg(i + 1);
        entries.push_back({Speaker::Model, {}, {{id, result.call.tool, result.call.arguments}}, {}});
        const Json value = result.error ? Json(base::utf8(result.error->detail)) : result.value;
        entries.push_back({Speaker::User, {}, {}, {{id, result.call.tool, value, result.error.has_value()}}});
    }
    return entries;
}

} // namespace delpek::agent::llm
