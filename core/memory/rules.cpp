// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/rules.h"

#include "language/resource.h"
#include "memory/factmaking.h"

#include <algorithm>

namespace delpek::memory
{

namespace
{

using base::Json;
using domain::Outcome;
using domain::StepKind;

const auto medical = QStringLiteral("medical");
constexpr qsizetype longestValue = 100;
constexpr qsizetype mostWords = 60;

const domain::DecisionStep* stepOf(const domain::Decision& decision, StepKind kind)
{
    const auto found = std::ranges::find(decision.steps, kind, &domain::DecisionStep::kind);
    return found == decision.steps.end() ? nullptr : &*found;
}

const Json& understandingOf(const domain::Decision& decision)
{
    static const Json none;
    const auto* step = stepOf(decision, StepKind::Understanding);
    return step ? step->detail : none;
}

/// What the wall clock of the clinic showed when the turn began.
domain::LocalTime clinicTime(const domain::Decision& decision)
{
    const auto* step = stepOf(decision, StepKind::Context);
    return domain::LocalTime::fromText(step ? base::textAt(step->detail, "now") : QString());
}

/// The moment of a wall-clock time, by how far it is from the one the turn began at.
std::optional<base::Instant> momentOf(const domain::LocalTime& local, const domain::LocalTime& now, base::Instant at)
{
    if (!local.isValid() || !now.isValid()) {
        return std::nullopt;
    }
    const auto away = QDateTime(now.date, now.time, Qt::UTC).msecsTo(QDateTime(local.date, local.time, Qt::UTC));
    return at + base::Duration(away);
}

QString weekdayOf(QDate date)
{
    static const QStringList names{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                   QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                   QStringLiteral("sunday")};
    return names.value(date.dayOfWeek() - 1);
}

bool isForPeople(Outcome outcome)
{
    return outcome == Outcome::HandedToPerson || outcome == Outcome::EscalatedToDoctor || outcome == Outcome::Emergency;
}

/// Whether somebody said in it who they are.
bool tellsWho(const domain::Decision& decision)
{
    return base::textAt(decision.dialogueBefore, "asked") == base::toText(domain::Asks::Identity) ||
           std::ranges::any_of(decision.steps, [](const domain::DecisionStep& step) {
               return step.kind == StepKind::Permit && step.name == QLatin1String("identity");
           });
}

void add(Episode& episode, const QString& kind, const QString& value, domain::MessageId source,
         const QString& subject = {}, std::optional<base::Instant> validTo = {})
{
    // What a turn says last of one thing counts.
    std::erase_if(episode.findings, [&](const Finding& one) { return one.kind == kind && one.subject == subject; });
    episode.findings.push_back({kind, subject, value, validTo, source});
}

} // namespace

QString Rules::patternOf(const domain::Decision& decision) const
{
    const auto triage = stepOf(decision, StepKind::Triage);
    const auto urgency = base::fromText<domain::Urgency>(triage ? base::textAt(triage->detail, "urgency") : QString());
    const bool unwell = urgency.value_or(domain::Urgency::Routine) != domain::Urgency::Routine ||
                        decision.outcome == Outcome::EscalatedToDoctor || decision.outcome == Outcome::Emergency;
    if (unwell) {
        return medical;
    }
    const auto found = m_patterns.find(decision.intent);
    return found == m_patterns.end() ? QString() : found->second;
}

bool Rules::saysFear(const QString& text) const
{
    const auto read = language::readText(text);
    const auto scope = m_assertion->scope(read);
    return std::ranges::any_of(m_fear.match(read), [&](const language::Match& place) {
        return scope.of(place) == language::Standing::Present;
    });
}

QStringList Rules::wordsOf(const QString& text) const
{
    QStringList words;
    const auto read = language::readText(text);
    for (const auto& token : read.tokens) {
        if (token.number || m_stopWords.contains(token.key)) {
            continue;
        }
        for (const auto& form : token.forms) {
            if (form.key().size() > 1 && !m_stopWords.contains(form.key())) {
                words << form.key();
            }
        }
    }
    words.sort();
    words.removeDuplicates();
    return words.mid(0, mostWords);
}

Query Rules::queryOf(domain::PersonId user, const QString& text, const QStringList& topics, base::Instant now) const
{
    return {user, wordsOf(text), topics, now};
}

Result<Done> Rules::checkValue(const QString& kind, const QString& value) const
{
    const auto known = m_kinds.find(kind);
    const bool fits = known != m_kinds.end() && !value.isEmpty() && value.size() <= longestValue &&
                      std::ranges::all_of(value, [](QChar c) { return c.isPrint(); }) &&
                      (known->second.isEmpty() || known->second.contains(value));
    if (!fits) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a fact of this kind cannot have this value"));
    }
    return Done{};
}

/// What the patient asked for: the dentist and the part of the day they named.
void Rules::findWishes(const TurnSeen& turn, Episode& episode) const
{
    const auto& decision = turn.decision;
    const auto source = decision.burst.empty() ? domain::MessageId{} : decision.burst.back();
    const Json& slots_ = base::at(understandingOf(decision), "slots");
    if (!base::textAt(slots_, "person").isEmpty()) {
        return; // it is somebody else's visit
    }
    const QString part = base::textAt(base::at(slots_, "when"), "part");
    if (!part.isEmpty() && episode.pattern == QLatin1String("scheduling")) {
        add(episode, QStringLiteral("part_of_day"), part, source);
    }
    if (base::textAt(slots_, "doctor").isEmpty()) {
        return;
    }
    for (const auto& step : decision.steps) {
        const QString doctor = base::textAt(base::at(step.detail, "arguments"), "doctor");
        if (step.kind == StepKind::Tool && step.name == QLatin1String("get_available_slots") && !doctor.isEmpty()) {
            add(episode, QStringLiteral("doctor"), doctor, source);
        }
    }
}

/// What the patient said yes to, and what a visit for themselves shows of their habits.
void Rules::findChange(const domain::DecisionStep& step, const domain::LocalTime& now, base::Instant at,
                       domain::MessageId source, Episode& episode) const
{
    const Json& visit = base::at(base::at(step.detail, "result"), "appointment");
    const QString id = base::textAt(visit, "id");
    if (id.isEmpty()) {
        return;
    }
    if (step.name == QLatin1String("cancel_appointment")) {
        add(episode, QStringLiteral("visit"), {}, source, id);
        return;
    }
    const QString doctor = base::textAt(visit, "doctor");
    const auto start = domain::LocalTime::fromText(base::textAt(visit, "start"));
    const QString value = QStringList{start.toText(), base::textAt(visit, "treatment"), doctor}.join(QLatin1Char(' '));
    add(episode, QStringLiteral("visit"), value, source, id, momentOf(start, now, at));
    if (step.name != QLatin1String("create_appointment") || !start.isValid()) {
        return;
    }
    const QString person = base::textAt(base::at(step.detail, "arguments"), "person");
    if (!person.isEmpty()) {
        add(episode, QStringLiteral("family"), QStringLiteral("booked"), source, person);
        return;
    }
    add(episode, QStringLiteral("doctor"), doctor, source);
    add(episode, QStringLiteral("weekday"), weekdayOf(start.date), source);
    add(episode, QStringLiteral("part_of_day"), partOfDay(start.time), source);
}

Episode Rules::episodeOf(const TurnSeen& turn) const
{
    const auto& decision = turn.decision;
    const auto& conversation = turn.conversation;
    Episode episode;
    episode.id = QStringLiteral("turn:%1").arg(decision.id.value);
    episode.user = conversation.person;
    episode.conversation = conversation.id;
    episode.talk = turn.talk;
    episode.at = decision.startedAt;
    episode.language = base::toText(conversation.language);
    episode.pattern = patternOf(decision);
    episode.outcome = base::toText(decision.outcome);
    episode.agent = decision.agent;
    episode.first = decision.burst.empty() ? domain::MessageId{} : decision.burst.front();
    const auto source = decision.burst.empty() ? domain::MessageId{} : decision.burst.back();
    add(episode, QStringLiteral("language"), episode.language, source);
    const bool aboutHealth = episode.pattern == medical;
    const bool keepsWords = !aboutHealth && !tellsWho(decision);
    for (const auto& message : turn.messages) {
        episode.messages.push_back({message.id, base::toText(message.author), message.createdAt});
        if (message.isIncoming() && !message.deleted && !message.forwarded) {
            if (saysFear(message.text)) {
                add(episode, QStringLiteral("fear"), QStringLiteral("said"), message.id);
            }
            if (keepsWords) {
                episode.words << wordsOf(message.text);
            }
        }
    }
    episode.words.sort();
    episode.words.removeDuplicates();
    const QStringList names = wordsOf(conversation.displayName);
    episode.words.removeIf([&](const QString& word) { return names.contains(word); });
    if (!episode.pattern.isEmpty()) {
        episode.topics << episode.pattern;
    }
    if (!aboutHealth) {
        const Json& understanding = understandingOf(decision);
        for (const auto& wish : base::at(understanding, "wishes")) {
            if (wish.is_string()) {
                episode.topics << QString::fromStdString(wish.get<std::string>());
            }
        }
        if (const QString treatment = base::textAt(base::at(understanding, "slots"), "treatment");
            !treatment.isEmpty()) {
            episode.topics << treatment;
        }
        episode.topics.removeIf([&](const QString& topic) {
            const auto pattern = m_patterns.find(topic);
            return pattern != m_patterns.end() && pattern->second == medical;
        });
    }
    episode.topics.removeDuplicates();
    findWishes(turn, episode);
    const auto now = clinicTime(decision);
    for (const auto& step : decision.steps) {
        if (step.kind == StepKind::Tool && !step.detail.contains("error")) {
            findChange(step, now, decision.startedAt, source, episode);
        }
    }
    if (isForPeople(decision.outcome)) {
        add(episode, QStringLiteral("pending"), aboutHealth ? QStringLiteral("doctor") : QStringLiteral("person"),
            source, QString::number(conversation.id.value));
    } else if (decision.outcome == Outcome::Replied && conversation.holder.kind == domain::HolderKind::Agent) {
        add(episode, QStringLiteral("pending"), {}, source, QString::number(conversation.id.value));
    }
    return episode;
}

Episode Rules::episodeOf(const domain::Escalation& escalation, int part, const domain::Conversation& conversation,
                         qint64 talk) const
{
    Episode episode;
    episode.id = QStringLiteral("escalation:%1-%2").arg(escalation.id.value).arg(part);
    episode.user = conversation.person;
    episode.conversation = conversation.id;
    episode.talk = talk;
    episode.at = escalation.closedAt.value_or(escalation.openedAt);
    episode.language = base::toText(conversation.language);
    episode.outcome = QStringLiteral("filed");
    episode.agent = escalation.answeredBy.isEmpty() ? escalation.closedBy : escalation.answeredBy;
    episode.topics << medical;
    add(episode, QStringLiteral("pending"), {}, {}, QString::number(conversation.id.value));
    return episode;
}

Result<std::unique_ptr<Rules>> Rules::load(const QString& resources)
{
    const auto json = language::readResource(resources + QStringLiteral("/memory"), QStringLiteral("rules.json"));
    auto assertion = language::Assertion::load(resources + QStringLiteral("/language"));
    if (!json || !assertion) {
        return fail(json ? assertion.error() : json.error());
    }
    auto rules = std::unique_ptr<Rules>(new Rules);
    rules->m_assertion = std::move(*assertion);
    for (const auto& [pattern, unused] : base::at(*json, "patterns").items()) {
        for (const QString& intent : language::textsAt(base::at(*json, "patterns"), pattern.c_str())) {
            rules->m_patterns[intent] = QString::fromStdString(pattern);
        }
    }
    for (const auto& [kind, unused] : base::at(*json, "kinds").items()) {
        rules->m_kinds[QString::fromStdString(kind)] = language::textsAt(base::at(*json, "kinds"), kind.c_str());
    }
    for (const QString& pattern : language::textsAt(*json, "fear")) {
        if (const auto added = rules->m_fear.add(pattern, 0); !added) {
            return fail(ErrorCode::InvalidInput, QStringLiteral("rules.json: fear: %1").arg(added.error().detail));
        }
    }
    for (const QString& word : language::textsAt(*json, "stopwords")) {
        rules->m_stopWords << language::wordKey(word);
    }
    if (rules->m_patterns.empty() || rules->m_kinds.empty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("memory/rules.json needs \"patterns\" and \"kinds\""));
    }
    return rules;
}

} // namespace delpek::memory
