// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/offline/talk.h"

#include "agent/clinicphone.h"
#include "agent/offline/flows.h"
#include "agent/offline/format.h"
#include "agent/offline/greeting.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

/// A language is changed to by a sentence, not by a name or a loan word.
domain::Language languageFor(const TurnContext& context, domain::Asks asked)
{
    const auto current = context.conversation.language;
    const auto heard = domain::languageOf(context.text, current);
    if (heard == current || (!context.burst.empty() && !context.burst.back().choice.isEmpty())) {
        return current;
    }
    int words = 0;
    for (const QString& word : context.text.simplified().split(QLatin1Char(' '))) {
        words += std::any_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); }) ? 1 : 0;
    }
    const int needed = asked == domain::Asks::Identity ? 5 : 2;
    return context.firstContact || words >= needed ? heard : current;
}

} // namespace

Talk::Talk(const TurnContext& turn, const std::vector<ToolResult>& results, const Texts& sentences, const Team& team)
    : context(turn)
    , texts(sentences)
    , said(turn.understanding)
    , state(stateFromJson(turn.dialogue, turn.now))
    , language(languageFor(turn, state.asked))
    , choice(turn.burst.empty() ? QString() : turn.burst.back().choice)
    , wasAsked(state.asked)
    , m_folded(language::fold(turn.text))
    , m_results(results)
    , m_team(team)
    , m_agent(team.find(state.agent))
{
    if (!m_agent) {
        m_agent = &team.coordinator();
    }
    if (said.gender != domain::Gender::Unknown) {
        state.gender = said.gender;
    }
}

void Talk::about(const char* intent)
{
    const QString topic = QLatin1String(intent);
    for (const auto* handOff : m_team.route(*m_agent, topic)) {
        if (m_handOffs.size() >= size_t(m_team.handOffsPerTurn())) {
            return; // who has the word keeps it; a tool that is not theirs is refused
        }
        base::Json passed = base::Json::array();
        for (const auto what : handOff->passes) {
            passed.push_back(base::utf8(base::toText(what)));
        }
        m_handOffs.push_back({{"from", base::utf8(m_agent->name)},
                              {"to", base::utf8(handOff->to)},
                              {"when", intent},
                              {"passes", std::move(passed)}});
        forgetWhatIsNotPassed(*handOff);
        m_agent = m_team.find(handOff->to);
    }
    state.agent = m_agent->name;
}

void Talk::forgetWhatIsNotPassed(const HandOff& handOff)
{
    if (!handOff.has(Passed::Wish)) {
        state.forgetWish();
    }
    if (!handOff.has(Passed::Identity)) {
        state.forgetIdentity();
    }
    if (!handOff.has(Passed::Offer)) {
        state.dropSlot();
    }
    if (!handOff.has(Passed::Visits)) {
        state.visits.clear();
        state.visit.clear();
    }
}

/// A step is one agent's: the first who asked for anything.
std::vector<ToolCall> Talk::callsOfOneAgent() const
{
    std::vector<ToolCall> calls;
    for (const auto& [asking, wanted] : m_calls) {
        if (asking == m_calls.front().first) {
            calls.push_back(wanted);
        }
    }
    return calls;
}

const base::Json* Talk::call(const QString& tool, const base::Json& arguments, std::optional<Error>* onError)
{
    for (const auto& result : m_results) {
        if (result.call.tool != tool || result.call.arguments != arguments) {
            continue;
        }
        if (!result.error) {
            if (const auto moment = domain::LocalTime::fromText(base::textAt(result.value, "as_of"));
                moment.isValid()) {
                m_asOf = moment;
            }
            return &result.value;
        }
        if (onError) {
            *onError = result.error;
        } else if (base::isTransient(result.error->code)) {
            handOver(QStringLiteral("records.unavailable"), QStringLiteral("handover.records"));
        } else {
            handOver(QStringLiteral("agent.failed"), QStringLiteral("handover.person"));
        }
        return nullptr;
    }
    m_calls.push_back({m_agent, {tool, arguments}});
    return nullptr;
}

QString Talk::text(const QString& key, const Texts::Values& values) const
{
    return texts.text(key, language, state.gender, values);
}

void Talk::say(const QString& key, const Texts::Values& values)
{
    sayText(text(key, values));
}

void Talk::sayText(const QString& line)
{
    if (!line.isEmpty()) {
        m_lines << line;
    }
}

void Talk::ask(domain::Asks asks, const QString& key, const Texts::Values& values, std::vector<domain::Option> options)
{
    say(key, values);
    m_asks = asks;
    m_options = std::move(options);
    state.asked = asks;
}

void Talk::handOver(const QString& reason, const QString& key, const Texts::Values& values)
{
    m_lines.clear();
    m_asks = domain::Asks::Nothing;
    m_options.clear();
    say(key, values);
    m_end = {End::Person, reason};
    state.endFlow();
    state.held = nullptr;
}

void Talk::askDoctor(const QString& reason, const QString& key, const Texts::Values& values)
{
    m_lines.clear();
    m_asks = domain::Asks::Nothing;
    m_options.clear();
    say(key, values);
    m_end = {End::Doctor, reason};
    state.endFlow();
    state.held = nullptr;
}

void Talk::staySilent(const QString& reason)
{
    m_end = {End::Silence, reason};
}

bool Talk::wishes(const char* intent) const
{
    const auto word = QLatin1String(intent);
    return said.intent == word ||
           std::any_of(said.wishes.begin(), said.wishes.end(), [word](const QString& wish) { return wish == word; });
}

bool Talk::mentions(const QString& key) const
{
    return std::ranges::any_of(texts.phrases(key),
                               [this](const auto& phrase) { return m_folded.contains(phrase.folded); });
}

bool Talk::saysShortly(const QString& key, qsizetype mostWords) const
{
    const QStringList words = foldedWords(m_folded);
    if (words.isEmpty() || words.size() > mostWords) {
        return false;
    }
    const QString text = spaced(words);
    return std::ranges::any_of(texts.phrases(key), [&](const auto& phrase) { return text.contains(phrase.words); });
}

Texts::Values Talk::whoSpeaks(const TeamAgent& agent) const
{
    return agent::whoSpeaks(agent, texts, language);
}

YesNo Talk::yesOrNo() const
{
    if (choice == QLatin1String("yes")) {
        return YesNo::Yes;
    }
    if (choice == QLatin1String("no")) {
        return YesNo::No;
    }
    if (context.text.contains(QStringLiteral("👍"))) {
        return YesNo::Yes;
    }
    const QStringList words = foldedWords(m_folded);
    const auto firstOf = [&](const char* list) {
        const QString key = QStringLiteral("words.") + QLatin1String(list);
        const QStringList known = (texts.text(key, domain::Language::Hebrew, {}) + QLatin1Char(' ') +
                                   texts.text(key, domain::Language::English, {}))
                                      .split(QLatin1Char(' '));
        return std::find_if(words.begin(), words.end(), [&](const QString& word) { return known.contains(word); });
    };
    const auto yes = firstOf("yes");
    const auto no = firstOf("no");
    const auto but = firstOf("but");
    if (no < yes) {
        return YesNo::No;
    }
    if (yes < words.end()) {
        // "Yes, but …" agrees to something else than what was asked.
        return but < words.end() ? YesNo::Unclear : YesNo::Yes;
    }
    if (no < words.end()) {
        return YesNo::No;
    }
    return said.intent == QLatin1String("affirm") ? YesNo::Yes
           : said.intent == QLatin1String("deny") ? YesNo::No
                                                  : YesNo::Unclear;
}

QString Talk::treatmentName(const QString& id) const
{
    for (const auto& treatment : context.treatments) {
        if (treatment.id == id) {
            return treatment.name.in(language);
        }
    }
    return id;
}

QString Talk::doctorName(const QString& id) const
{
    for (const auto& doctor : context.doctors) {
        if (doctor.id == id) {
            return doctor.name.in(language);
        }
    }
    return id;
}

QString Talk::visitText(const QString& treatment, const QString& doctor, const domain::LocalTime& start) const
{
    return text(QStringLiteral("visit"), {{QStringLiteral("treatment"), treatmentName(treatment)},
                                          {QStringLiteral("doctor"), doctorName(doctor)},
                                          {QStringLiteral("when"), whenText(start, language)}});
}

QString Talk::doctorId(const QString& asWritten) const
{
    const QStringList wanted = foldedWords(language::fold(asWritten));
    QString found;
    for (const auto& doctor : context.doctors) {
        const QStringList names =
            foldedWords(language::fold(doctor.name.he)) + foldedWords(language::fold(doctor.name.en));
        const bool all = !wanted.isEmpty() && std::all_of(wanted.begin(), wanted.end(),
                                                          [&](const QString& word) { return names.contains(word); });
        if (all && !found.isEmpty()) {
            return {};
        }
        if (all) {
            found = doctor.id;
        }
    }
    return found;
}

void Talk::sayFirst(const QString& key)
{
    m_lines.prepend(text(key));
}

QString Talk::clinicPhone() const
{
    return agent::clinicPhone(context.clinic);
}

/// "14:20", with the day where it is not today.
QString Talk::ageText() const
{
    const bool today = m_asOf.date == context.now.date;
    return today ? m_asOf.time.toString(QStringLiteral("HH:mm")) : shortWhenText(m_asOf, language);
}

Proposal Talk::propose()
{
    Proposal proposal;
    proposal.intent = said.intent;
    proposal.score = said.score;
    proposal.language = language;
    proposal.agent = m_agent->name;
    if (m_asks == domain::Asks::Nothing) {
        state.asked = m_end && m_end->first == End::Silence ? wasAsked : domain::Asks::Nothing;
    }
    proposal.dialogue = toJson(state);
    proposal.explanation = {{"flow", base::utf8(base::toText(state.flow))},
                            {"asks", base::utf8(base::toText(m_asks))},
                            {"misses", state.misses}};
    if (!m_handOffs.empty()) {
        proposal.explanation["hand_offs"] = m_handOffs;
    }
    if (!m_calls.empty() && !m_end) {
        proposal.agent = m_calls.front().first->name;
        proposal.step = CallTools{callsOfOneAgent()};
        return proposal;
    }
    if (m_end && m_end->first == End::Silence) {
        proposal.step = StaySilent{m_end->second};
        return proposal;
    }
    if (m_asOf.isValid() && !m_end) {
        say(QStringLiteral("records.as_of"), {{QStringLiteral("when"), ageText()}});
    }
    if (context.firstContact && !m_end && m_asks == domain::Asks::Nothing) {
        m_options = menuOptions(*this);
    }
    if (context.firstContact) {
        m_lines.prepend(greetingText(context, m_team.coordinator(), texts, language, state.gender));
    }
    std::vector<Reply> replies{{m_lines.join(QLatin1Char('\n')), m_asks, std::move(m_options)}};
    if (m_end && m_end->first == End::Person) {
        proposal.step = HandOver{m_end->second, std::move(replies)};
    } else if (m_end) {
        proposal.step = AskDoctor{m_end->second, std::move(replies)};
    } else {
        proposal.step = Answer{std::move(replies)};
    }
    return proposal;
}

} // namespace delpek::agent
