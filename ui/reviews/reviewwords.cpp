// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewwords.h"

#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/wording.h"

namespace delpek::ui::reviewwords
{

namespace
{

using domain::ReviewOutcome;
using domain::TurnFault;

struct ReviewWords {
    Q_DECLARE_TR_FUNCTIONS(ReviewWords)
};

constexpr auto reviewSentences = std::to_array<KeyText>({
    {"review.already",
     QT_TRANSLATE_NOOP("ReviewWords", "You have reported this turn already. Take your report back to write another.")},
    {"review.gone", QT_TRANSLATE_NOOP("ReviewWords", "This report was taken back meanwhile.")},
    {"review.noKind", QT_TRANSLATE_NOOP("ReviewWords", "Choose what was wrong.")},
    {"review.noWords", QT_TRANSLATE_NOOP("ReviewWords", "Say in your own words what was wrong.")},
    {"review.tooLong", QT_TRANSLATE_NOOP("ReviewWords", "This is too long. 1,000 characters are the most.")},
    {"review.notYours", QT_TRANSLATE_NOOP("ReviewWords", "Only who reported it can take it back.")},
    {"review.settled", QT_TRANSLATE_NOOP("ReviewWords", "This report was settled meanwhile.")},
    {"review.open", QT_TRANSLATE_NOOP("ReviewWords", "This report was opened again meanwhile.")},
    {"replay.noEngine", QT_TRANSLATE_NOOP("ReviewWords", "Turns cannot be run again at this desk.")},
    {"replay.notRecorded",
     QT_TRANSLATE_NOOP("ReviewWords", "This turn cannot be run again: what it began with was not recorded.")},
    {"replay.factsGone",
     QT_TRANSLATE_NOOP(
         "ReviewWords",
         "This turn cannot be run again: what the clinic had told of itself by then is not kept any more.")},
    {"replay.overtaken",
     QT_TRANSLATE_NOOP("ReviewWords",
                       "This turn cannot be run again: it was never finished, because a person or a newer message was "
                       "faster.")},
});

QString joined(const QStringList& parts)
{
    return parts.join(QStringLiteral(" · "));
}

QString nothing()
{
    return ReviewWords::tr("Nothing");
}

QString rulesOf(const domain::GateVerdict& verdict)
{
    QStringList names;
    for (const QString& rule : verdict.rules) {
        const QString known = words::triageRule(rule);
        names << domain::isolate(known.isEmpty() ? rule : known);
    }
    return names.join(QStringLiteral(", "));
}

QString withRules(const QString& word, const domain::GateVerdict& verdict)
{
    return verdict.rules.isEmpty() ? word : ReviewWords::tr("%1 (%2)").arg(word, rulesOf(verdict));
}

QString triage(const domain::GateVerdict& verdict)
{
    const auto urgency = base::fromText<domain::Urgency>(verdict.word);
    if (verdict.word.isEmpty()) {
        return nothing();
    }
    // Of an escalation routine means that a person is asked; of a turn, that nothing is urgent.
    const QString word = !urgency                               ? verdict.word
                         : *urgency == domain::Urgency::Routine ? ReviewWords::tr("Not urgent")
                                                                : words::urgency(*urgency);
    return withRules(word, verdict);
}

QString guard(const std::vector<domain::GateVerdict>& verdicts)
{
    QStringList lines;
    for (const auto& verdict : verdicts) {
        lines << withRules(verdict.word == QLatin1String("passed") ? ReviewWords::tr("The draft was let through")
                                                                   : ReviewWords::tr("The draft was held back"),
                           verdict);
    }
    return lines.isEmpty() ? nothing() : lines.join(QLatin1Char('\n'));
}

QString tools(const QStringList& calls)
{
    QStringList lines;
    for (const QString& call : calls) {
        const QString arguments = call.section(QLatin1Char(' '), 1);
        const bool hasSome =
            !arguments.isEmpty() && arguments != QLatin1String("{}") && arguments != QLatin1String("null");
        lines << domain::isolate(call.section(QLatin1Char(' '), 0, 0) +
                                 (hasSome ? QLatin1Char(' ') + arguments : QString()));
    }
    return lines.isEmpty() ? nothing() : lines.join(QLatin1Char('\n'));
}

QString intent(const QString& id)
{
    return id.isEmpty() ? nothing() : words::intent(id);
}

QString agent(const QString& name)
{
    return name.isEmpty() ? nothing() : words::author(domain::AuthorKind::Agent, name);
}

QString outcomeOf(const QString& word)
{
    const auto outcome = base::fromText<domain::Outcome>(word);
    return outcome ? words::outcome(*outcome) : word;
}

QString saidBy(const QString& text)
{
    return text.isEmpty() ? nothing() : domain::isolate(text);
}

} // namespace

QString fault(TurnFault fault)
{
    switch (fault) {
    case TurnFault::Untrue:
        return ReviewWords::tr("An answer that is not true");
    case TurnFault::NeededPerson:
        return ReviewWords::tr("A person should have answered");
    case TurnFault::MissedUrgency:
        return ReviewWords::tr("More urgent, or for the doctor");
    case TurnFault::FalseAlarm:
        return ReviewWords::tr("An alarm without need");
    case TurnFault::WrongDetails:
        return ReviewWords::tr("The wrong patient, day or hour");
    case TurnFault::Tone:
        return ReviewWords::tr("The tone or the language");
    case TurnFault::Other:
        return ReviewWords::tr("Something else");
    }
    return {};
}

QString fault(const domain::TurnReport& report)
{
    return report.fault ? fault(*report.fault) : QString();
}

QString outcome(ReviewOutcome outcome)
{
    switch (outcome) {
    case ReviewOutcome::Mended:
        return ReviewWords::tr("Mended");
    case ReviewOutcome::WasRight:
        return ReviewWords::tr("The turn was right");
    case ReviewOutcome::CannotMend:
        return ReviewWords::tr("Cannot be mended");
    case ReviewOutcome::Repeated:
        return ReviewWords::tr("Known from another report");
    }
    return {};
}

QString reported(const domain::Review& review, base::Instant now)
{
    return joined(
        {ReviewWords::tr("Reported by %1").arg(domain::isolate(review.author)), words::stamp(review.at, now)});
}

QString result(const domain::Review& review)
{
    return review.settled ? outcome(review.settled->outcome) : ReviewWords::tr("Open");
}

QString state(const domain::Review& review, base::Instant now)
{
    return review.settled
               ? joined({result(review), domain::isolate(review.settled->by), words::stamp(review.settled->at, now)})
               : result(review);
}

QString mark(const std::vector<domain::Review>& reviews)
{
    if (reviews.empty()) {
        return {};
    }
    QStringList who;
    for (const auto& review : reviews) {
        who << domain::isolate(review.author);
    }
    const auto open = std::ranges::find_if(reviews, [](const auto& review) { return !review.settled; });
    return joined({ReviewWords::tr("Reported as wrong: %1").arg(who.join(QStringLiteral(", "))),
                   result(open == reviews.end() ? reviews.back() : *open)});
}

std::vector<Compared> compared(const domain::ReplayedTurn& turn)
{
    const auto& [triageThen, intentThen, agentThen, toolsThen, guardThen, outcomeThen, saidThen] = turn.then;
    const auto& now = turn.now;
    const QStringList differences = turn.differences();
    const auto row = [&](const char* member, const QString& name, const QString& a, const QString& b, bool isKnown) {
        return Compared{name, a, b, differences.contains(QLatin1String(member)), isKnown};
    };
    const bool isKnown = turn.unknown.isEmpty();
    return {row("triage", ReviewWords::tr("Urgency"), triage(triageThen), triage(now.triage), true),
            row("intent", ReviewWords::tr("What was wanted"), intent(intentThen), intent(now.intent), true),
            row("agent", ReviewWords::tr("Who answers"), agent(agentThen), agent(now.agent), true),
            row("tools", ReviewWords::tr("Tools"), tools(toolsThen), tools(now.tools), true),
            row("guard", ReviewWords::tr("Check of the answer"), guard(guardThen), guard(now.guard), isKnown),
            row("outcome", ReviewWords::tr("How it ends"), outcomeOf(outcomeThen), outcomeOf(now.outcome), isKnown),
            row("words", ReviewWords::tr("Words to the patient"), saidBy(saidThen), saidBy(now.said), isKnown)};
}

QString summary(const domain::ReplayedTurn& turn)
{
    if (!turn.skipped.isEmpty()) {
        return sentence(turn.skipped);
    }
    const int count = int(turn.differences().size());
    QStringList all{count == 0 ? ReviewWords::tr("Today it would end the same way.")
                               : ReviewWords::tr("%n thing(s) would be different today.", nullptr, count)};
    if (turn.otherBrain) {
        all << ReviewWords::tr(
            "Then a language model thought along. It is not asked again, so what differs may come from "
            "that.");
    }
    if (!turn.unknown.isEmpty()) {
        QStringList asked;
        for (const QString& tool : turn.unknown) {
            asked << domain::isolate(tool);
        }
        all << ReviewWords::tr(
                   "It would ask for something that was not asked then (%1). What that gives is not known, so "
                   "what follows from it is not compared.")
                   .arg(asked.join(QStringLiteral(", ")));
    }
    return all.join(QLatin1Char(' '));
}

QString sentence(const QString& key)
{
    return textOf(reviewSentences, key, "ReviewWords");
}

} // namespace delpek::ui::reviewwords
