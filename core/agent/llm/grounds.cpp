// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/llm/grounds.h"

#include "agent/offline/talk.h"
#include "agent/tools/values.h"

#include <QRegularExpression>

namespace delpek::agent::llm
{
namespace
{

using base::Json;

constexpr int identityHours = 12;
constexpr int offerHours = 24;

domain::LocalTime inHours(const domain::LocalTime& now, int hours)
{
    const QDateTime later = QDateTime(now.date, now.time, Qt::UTC).addSecs(hours * 3600);
    return {later.date(), later.time()};
}

QString heardOf(const TurnContext& context)
{
    QStringList words;
    for (const auto* messages : {&context.history, &context.burst}) {
        for (const auto& message : *messages) {
            if (message.isIncoming() && !message.deleted) {
                words << message.text;
            }
        }
    }
    return language::fold(words.join(QLatin1Char('\n')));
}

} // namespace

Grounds::Grounds(const TurnContext& context, const std::vector<ToolResult>& results, const Texts& texts,
                 const Team& team)
    : m_context(context)
    , m_state(stateFromJson(context.dialogue, context.now))
    , m_visits(base::at(context.dialogue, "visits"))
    , m_notes(base::textAt(base::at(context.dialogue, "llm"), "notes"))
    , m_agent(base::textAt(base::at(context.dialogue, "llm"), "agent"))
    , m_heard(heardOf(context))
{
    const Json& pending = base::at(base::at(context.dialogue, "llm"), "pending");
    const Talk talk(context, results, texts, team);
    m_language = talk.language;
    if (m_state.asked == domain::Asks::Confirm && pending.is_object() && talk.yesOrNo() == YesNo::Yes) {
        m_agreed = pending;
    }
    m_state.flow = Flow::None;
    for (const auto& result : results) {
        noteIdentity(result.call.arguments); // it passed take() before it was called
        const auto* speaker = team.find(m_agent);
        if (!(speaker ? *speaker : team.coordinator()).tools.contains(result.call.tool)) {
            // The word was passed on within this turn, to somebody who may call it.
            const auto& agents = team.agents();
            const auto next = std::find_if(agents.begin(), agents.end(), [&](const TeamAgent& agent) {
                return agent.tools.contains(result.call.tool);
            });
            m_agent = next == agents.end() ? m_agent : next->name;
        }
        if (result.error) {
            continue;
        }
        if (result.call.tool == QLatin1String("get_available_slots")) {
            m_state.offered.clear();
            for (const char* key : {"slots", "alternatives"}) {
                for (const auto& json : base::at(result.value, key)) {
                    if (const auto slot = slotFromJson(json)) {
                        m_state.offered.push_back(*slot);
                    }
                }
            }
            m_state.offerExpires = inHours(context.now, offerHours);
        }
        if (const Json& visits = base::at(result.value, "appointments"); visits.is_array()) {
            m_visits = visits;
        }
        if (!m_agreed.is_null() && result.call.tool == base::textAt(m_agreed, "tool")) {
            m_agreed = nullptr; // done: agreed to once
        }
    }
}

void Grounds::noteIdentity(const Json& arguments)
{
    const QString name = base::textAt(arguments, "name");
    if (!name.isEmpty()) {
        m_state.name = name;
        m_state.birthDate = dateFromJson(base::at(arguments, "birth_date"));
        m_state.identityExpires = inHours(m_context.now, identityHours);
    }
}

/// Each word of the name, and day and year of the date, as numbers.
bool Grounds::wasSaid(const QString& name, const QDate& birthDate) const
{
    if (name == m_state.name && (!birthDate.isValid() || birthDate == m_state.birthDate)) {
        return true;
    }
    const auto words = language::fold(name).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    const bool named = !words.isEmpty() && std::all_of(words.begin(), words.end(),
                                                       [this](const QString& word) { return m_heard.contains(word); });
    if (!named || !birthDate.isValid()) {
        return named;
    }
    if (m_context.understanding.identity.birthDate == birthDate || m_state.birthDate == birthDate) {
        return true;
    }
    bool day = false;
    bool year = false;
    static const QRegularExpression digits(QStringLiteral("\\d+"));
    for (auto it = digits.globalMatch(m_heard); it.hasNext();) {
        const int number = it.next().captured().toInt();
        day = day || number == birthDate.day();
        year = year || number == birthDate.year() || number == birthDate.year() % 100;
    }
    return day && year;
}

Result<Done> Grounds::take(const ToolCall& call, ToolKind kind)
{
    const QString name = base::textAt(call.arguments, "name").simplified();
    const QDate birthDate = dateFromJson(base::at(call.arguments, "birth_date"));
    if (!name.isEmpty()) {
        if (!wasSaid(name, birthDate)) {
            return fail(ErrorCode::Forbidden,
                        QStringLiteral("the name or the birth date was not written so by the patient: ask for it"));
        }
        noteIdentity(call.arguments);
    }
    if (kind == ToolKind::Change && base::textAt(m_agreed, "tool") == call.tool &&
        base::at(m_agreed, "arguments") == call.arguments) {
        m_state.consent = m_agreed;
    }
    return Done{};
}

void Grounds::close(const Ending& ending)
{
    const bool silent = std::holds_alternative<StaySilent>(ending.step);
    if (!silent) {
        m_state.asked = ending.asks;
    }
    m_state.consent = nullptr;
    m_pending = silent ? base::at(base::at(m_context.dialogue, "llm"), "pending") : ending.confirm;
    if (!ending.notes.isEmpty()) {
        m_notes = ending.notes;
    }
}

base::Json Grounds::dialogue() const
{
    Json json = toJson(m_state);
    if (m_visits.is_array()) {
        json["visits"] = m_visits;
    }
    json["llm"] = {{"pending", m_pending}, {"notes", base::utf8(m_notes)}, {"agent", base::utf8(m_agent)}};
    return json;
}

} // namespace delpek::agent::llm
