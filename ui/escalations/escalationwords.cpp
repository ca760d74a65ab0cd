// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationwords.h"

#include "base/enumtext.h"
#include "domain/isolate.h"
#include "ui/keytexts.h"
#include "ui/side/recordwords.h"
#include "ui/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace delpek::ui::escalationwords
{

namespace
{

constexpr auto facts = std::to_array<KeyText>({
    {"since", QT_TRANSLATE_NOOP("EscalationWords", "Since")},
    {"where", QT_TRANSLATE_NOOP("EscalationWords", "Where")},
    {"strength", QT_TRANSLATE_NOOP("EscalationWords", "How strong")},
    {"fever", QT_TRANSLATE_NOOP("EscalationWords", "Fever")},
    {"medicines", QT_TRANSLATE_NOOP("EscalationWords", "Medicines")},
    {"pregnancy", QT_TRANSLATE_NOOP("EscalationWords", "Pregnancy")},
    {"bleeding", QT_TRANSLATE_NOOP("EscalationWords", "Bleeding")},
    {"swelling", QT_TRANSLATE_NOOP("EscalationWords", "Swelling")},
    {"allergies", QT_TRANSLATE_NOOP("EscalationWords", "Allergies")},
});

/// %1 is the person, isolated.
constexpr auto byPeople = std::to_array<KeyText>({
    {"raised", QT_TRANSLATE_NOOP("EscalationWords", "Raised by %1")},
    {"urgency.raised", QT_TRANSLATE_NOOP("EscalationWords", "Urgency raised by %1")},
    {"urgency.lowered", QT_TRANSLATE_NOOP("EscalationWords", "Urgency lowered by %1")},
    {"notice.sent", QT_TRANSLATE_NOOP("EscalationWords", "%1 was told")},
    {"notice.delivered", QT_TRANSLATE_NOOP("EscalationWords", "The notice reached %1")},
    {"notice.failed", QT_TRANSLATE_NOOP("EscalationWords", "%1 could not be told")},
    {"next.called", QT_TRANSLATE_NOOP("EscalationWords", "%1 is called next: nobody had taken it on")},
    {"acknowledged", QT_TRANSLATE_NOOP("EscalationWords", "%1 is on it")},
    {"answered", QT_TRANSLATE_NOOP("EscalationWords", "%1 answered the patient")},
    {"closed", QT_TRANSLATE_NOOP("EscalationWords", "Closed by %1")},
    {"reopened", QT_TRANSLATE_NOOP("EscalationWords", "Opened again by %1")},
    {"call.promised", QT_TRANSLATE_NOOP("EscalationWords", "%1 told the patient that the clinic will call")},
    {"consent.given", QT_TRANSLATE_NOOP("EscalationWords", "The patient agreed to an answer here, says %1")},
    {"consent.refused", QT_TRANSLATE_NOOP("EscalationWords", "The patient does not want an answer here, says %1")},
    {"link.made", QT_TRANSLATE_NOOP("EscalationWords", "A private link was made by %1")},
    {"link.opened", QT_TRANSLATE_NOOP("EscalationWords", "%1 opened the private link")},
    {"link.revoked", QT_TRANSLATE_NOOP("EscalationWords", "The private link was withdrawn by %1")},
});

constexpr auto byItself = std::to_array<KeyText>({
    {"raised", QT_TRANSLATE_NOOP("EscalationWords", "Raised")},
    {"urgency.raised", QT_TRANSLATE_NOOP("EscalationWords", "The urgency rose")},
    {"urgency.lowered", QT_TRANSLATE_NOOP("EscalationWords", "The urgency was lowered")},
    {"notice.sent", QT_TRANSLATE_NOOP("EscalationWords", "A notice went out")},
    {"notice.delivered", QT_TRANSLATE_NOOP("EscalationWords", "A notice arrived")},
    {"notice.failed", QT_TRANSLATE_NOOP("EscalationWords", "A notice did not go out")},
    {"next.called", QT_TRANSLATE_NOOP("EscalationWords", "The next in line is called: nobody had taken it on")},
    {"acknowledged", QT_TRANSLATE_NOOP("EscalationWords", "Somebody is on it")},
    {"answered", QT_TRANSLATE_NOOP("EscalationWords", "The patient was answered")},
    {"closed", QT_TRANSLATE_NOOP("EscalationWords", "Closed")},
    {"reopened", QT_TRANSLATE_NOOP("EscalationWords", "Opened again")},
    {"link.made", QT_TRANSLATE_NOOP("EscalationWords", "A private link was made")},
    {"link.opened", QT_TRANSLATE_NOOP("EscalationWords", "The private link was opened")},
    {"link.revoked", QT_TRANSLATE_NOOP("EscalationWords", "The private link was withdrawn")},
    {"holding.sent", QT_TRANSLATE_NOOP("EscalationWords", "The patient was told that the answer takes longer")},
    {"record.filed", QT_TRANSLATE_NOOP("EscalationWords", "The exchange was filed in the patient's record")},
    {"consent.asked", QT_TRANSLATE_NOOP("EscalationWords", "The patient was asked for consent to an answer here")},
    {"consent.given", QT_TRANSLATE_NOOP("EscalationWords", "The patient agreed to an answer here")},
    {"consent.refused", QT_TRANSLATE_NOOP("EscalationWords", "The patient does not want an answer here")},
});

constexpr auto details = std::to_array<KeyText>({
    {"sms", QT_TRANSLATE_NOOP("EscalationWords", "by SMS")},
    {"email", QT_TRANSLATE_NOOP("EscalationWords", "by e-mail")},
    {"telegram", QT_TRANSLATE_NOOP("EscalationWords", "on Telegram")},
});

constexpr auto given = std::to_array<KeyText>({
    {"close.answered", QT_TRANSLATE_NOOP("EscalationWords", "The question is answered")},
    {"close.phoned", QT_TRANSLATE_NOOP("EscalationWords", "Settled on the phone")},
    {"close.visit", QT_TRANSLATE_NOOP("EscalationWords", "The patient comes in")},
    {"close.emergency-care", QT_TRANSLATE_NOOP("EscalationWords", "In the care of emergency services")},
    {"close.mistake", QT_TRANSLATE_NOOP("EscalationWords", "Raised by mistake")},
    {"urgency.doctor-looked", QT_TRANSLATE_NOOP("EscalationWords", "The doctor has looked at it")},
    {"urgency.phoned", QT_TRANSLATE_NOOP("EscalationWords", "Spoke to the patient")},
    {"urgency.misread", QT_TRANSLATE_NOOP("EscalationWords", "The message was misread")},
    {"urgency.worse", QT_TRANSLATE_NOOP("EscalationWords", "It is graver than it looked")},
    {"raise.question", QT_TRANSLATE_NOOP("EscalationWords", "A medical question")},
    {"raise.pain", QT_TRANSLATE_NOOP("EscalationWords", "The patient is in pain")},
    {"raise.worse", QT_TRANSLATE_NOOP("EscalationWords", "It is getting worse")},
    {"raise.wish", QT_TRANSLATE_NOOP("EscalationWords", "The patient asks for the doctor")},
    {"reopen.wrote", QT_TRANSLATE_NOOP("EscalationWords", "The patient wrote again")},
    {"reopen.unsettled", QT_TRANSLATE_NOOP("EscalationWords", "It is not settled yet")},
    {"reopen.mistake", QT_TRANSLATE_NOOP("EscalationWords", "Closed by mistake")},
});

QString translated(const char* text)
{
    return QCoreApplication::translate("EscalationWords", text);
}

template <typename Table>
QString lookUp(const Table& table, const QString& key)
{
    return textOf(table, key, "EscalationWords");
}

} // namespace

QString state(const domain::Escalation& escalation, base::Instant now)
{
    switch (escalation.state()) {
    case domain::EscalationState::Raised:
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "Nobody is on it yet"));
    case domain::EscalationState::Notified:
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "A notice went out %1; nobody is on it yet"))
            .arg(words::ended(*escalation.notifiedAt, now));
    case domain::EscalationState::Acknowledged:
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "%1 is on it since %2"))
            .arg(domain::isolate(escalation.acknowledgedBy), words::clockTime(*escalation.acknowledgedAt));
    case domain::EscalationState::Answered:
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "%1 answered %2"))
            .arg(domain::isolate(escalation.answeredBy), words::ended(*escalation.answeredAt, now));
    case domain::EscalationState::Closed:
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "Closed by %1 %2"))
            .arg(domain::isolate(escalation.closedBy), words::ended(*escalation.closedAt, now));
    }
    return {};
}

QString clock(const TierClock& clock)
{
    const QString passed = words::waited(clock.elapsed);
    if (!clock.left) {
        return passed;
    }
    return clock.isOverdue() ? translated(QT_TRANSLATE_NOOP("EscalationWords", "%1 · overdue by %2"))
                                   .arg(passed, words::waited(-*clock.left))
                             : translated(QT_TRANSLATE_NOOP("EscalationWords", "%1 · due in %2"))
                                   .arg(passed, words::waited(*clock.left));
}

QString overdue(const TierClock& clock)
{
    return clock.isOverdue()
               ? translated(QT_TRANSLATE_NOOP("EscalationWords", "Overdue by %1")).arg(words::waited(-*clock.left))
               : QString();
}

QString factName(const QString& key)
{
    const QString known = lookUp(facts, key);
    return known.isEmpty() ? QString(key).replace(QLatin1Char('_'), QLatin1Char(' ')) : known;
}

QString factValue(const domain::IntakeFact& fact)
{
    return fact.value == QLatin1String("no") ? translated(QT_TRANSLATE_NOOP("EscalationWords", "No, the patient says"))
                                             : domain::isolate(fact.value);
}

QString flag(const QString& flag)
{
    constexpr QLatin1String allergy("allergy:");
    return flag.startsWith(allergy) ? translated(QT_TRANSLATE_NOOP("EscalationWords", "Allergy: %1"))
                                          .arg(domain::isolate(recordwords::allergy(flag.mid(allergy.size()))))
                                    : recordwords::flag(flag);
}

QString event(const domain::EscalationEvent& event)
{
    if (const QString person = event.by.isEmpty() ? QString() : lookUp(byPeople, event.kind); !person.isEmpty()) {
        return person.arg(domain::isolate(event.by));
    }
    const QString known = lookUp(byItself, event.kind);
    return known.isEmpty() ? event.kind : known;
}

QString eventDetail(const domain::EscalationEvent& event)
{
    // Of consent, holding texts and the record the detail is a reference for the file, not for a reader.
    if (event.detail.isEmpty() || event.kind.startsWith(QLatin1String("consent.")) ||
        event.kind.startsWith(QLatin1String("record.")) || event.kind.startsWith(QLatin1String("holding."))) {
        return {};
    }
    if (event.kind == QLatin1String("link.made")) {
        return translated(QT_TRANSLATE_NOOP("EscalationWords", "For %1")).arg(domain::isolate(event.detail));
    }
    if (const auto urgency = base::fromText<domain::Urgency>(event.detail)) {
        return words::urgency(*urgency);
    }
    if (const QString known = lookUp(details, event.detail); !known.isEmpty()) {
        return known;
    }
    if (const QString why = words::escalationReason(event.detail); !why.isEmpty()) {
        return why;
    }
    if (const QString seen = words::triageRule(event.detail); !seen.isEmpty()) {
        return seen;
    }
    return reason(event.detail);
}

const std::vector<QString>& reasons(Step step)
{
    static const auto of = [](QLatin1String prefix) {
        std::vector<QString> keys;
        for (const KeyText& row : given) {
            if (const QString key = QString::fromLatin1(row.key); key.startsWith(prefix)) {
                keys.push_back(key);
            }
        }
        return keys;
    };
    static const std::vector<QString> urgency = of(QLatin1String("urgency."));
    static const std::vector<QString> close = of(QLatin1String("close."));
    static const std::vector<QString> reopen = of(QLatin1String("reopen."));
    static const std::vector<QString> raise = of(QLatin1String("raise."));
    switch (step) {
    case Step::ChangeUrgency:
        return urgency;
    case Step::Close:
        return close;
    case Step::Reopen:
        return reopen;
    case Step::Raise:
        break;
    }
    return raise;
}

QString reason(const QString& stored)
{
    const qsizetype end = stored.indexOf(QLatin1Char('\n'));
    const QString known = lookUp(given, stored.left(end < 0 ? stored.size() : end));
    if (known.isEmpty()) {
        const QString program = words::keySentence(stored);
        return program.isEmpty() ? stored : program;
    }
    return end < 0 ? known
                   : translated(QT_TRANSLATE_NOOP("EscalationWords", "%1: %2"))
                         .arg(known, domain::isolate(stored.mid(end + 1)));
}

QString storedReason(const QString& key, const QString& words)
{
    const QString said = words.simplified();
    return key.isEmpty() ? said : said.isEmpty() ? key : key + QLatin1Char('\n') + said;
}

} // namespace delpek::ui::escalationwords
