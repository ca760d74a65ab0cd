// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/democards.h"

namespace delpek::test
{

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

const auto doctor = QStringLiteral("ד\"ר רון לוי");

void happened(FakeDesk& desk, qint64 id, int minutesAgo, const char* kind, const QString& by, const QString& detail)
{
    auto& history = desk.card({id}).history;
    history.push_back({{qint64(history.size()) + 1},
                       {id},
                       desk.now() - std::chrono::minutes(minutesAgo),
                       QLatin1String(kind),
                       by,
                       detail});
}

void emergency(FakeDesk& desk)
{
    auto& card = desk.card({EmergencyRaised});
    card.facts = {{u("swelling"), u("כל הפנים נפוחות")}, {u("since"), u("אתמול, אחרי העקירה")}, {u("fever"), u("no")}};
    card.answers = {
        {u("call-now"), u("אני מתקשר אליך עכשיו. אם קשה לנשום, יש להתקשר מיד ל‑101.")},
        {u("emergency-room"), u("יש לגשת עכשיו לחדר מיון. אני זמין בטלפון המרפאה לכל שאלה של הרופא המטפל.")}};
    card.history.front().at = desk.now() - std::chrono::minutes(4);
    happened(desk, EmergencyRaised, 4, "notice.sent", doctor, u("sms"));
    happened(desk, EmergencyRaised, 2, "next.called", u("ד\"ר מיכל אדר"), {});
    happened(desk, EmergencyRaised, 2, "notice.failed", u("ד\"ר מיכל אדר"), u("email"));
}

void question(FakeDesk& desk)
{
    auto& card = desk.card({DoctorAsked});
    card.flags = {u("blood_thinners"), u("allergy:penicillin"), u("pregnancy")};
    card.facts = {{u("medicines"), u("Eliquis")}, {u("since"), u("two years")}, {u("bleeding"), u("no")}};
    card.answers = {
        {u("keep-medicine"),
         u("Please do not change how you take your medicine before we have spoken. I will call you today.")},
        {u("ask-prescriber"), u("I will speak to the doctor who prescribed it and write to you here today.")},
        {u("come-in"), u("I would like to see you before the treatment. The desk will find a time with you.")}};
    card.consent = domain::ConsentState::Asked;
    card.history.front().at = desk.now() - std::chrono::minutes(80);
    happened(desk, DoctorAsked, 80, "consent.asked", {}, {});
    happened(desk, DoctorAsked, 79, "notice.sent", doctor, u("telegram"));
    happened(desk, DoctorAsked, 60, "holding.sent", {}, {});
    happened(desk, DoctorAsked, 31, "link.opened", doctor, {});
}

void closedOne(FakeDesk& desk, qint64 id, FakeDesk::Demo conversation, int minutesAgo, const QString& reason,
               domain::FilingState filing)
{
    domain::Escalation closed;
    closed.id = {id};
    closed.conversation = {conversation};
    closed.urgency = domain::Urgency::DoctorRequired;
    closed.reason = u("triage.doctor");
    closed.rules = QStringList{u("after-treatment")};
    closed.openedAt = closed.since = desk.now() - std::chrono::minutes(minutesAgo + 40);
    closed.acknowledgedAt = closed.openedAt + std::chrono::minutes(3);
    closed.acknowledgedBy = desk.staffName();
    closed.answeredAt = closed.openedAt + std::chrono::minutes(25);
    closed.answeredBy = doctor;
    closed.closedAt = desk.now() - std::chrono::minutes(minutesAgo);
    closed.closedBy = desk.staffName();
    closed.closeReason = reason;
    closed.summary = u("כואב קצת אחרי הסתימה מאתמול");
    desk.card(closed.id).filing = filing;
    desk.keepEscalation(closed);
    desk.card(closed.id).history.clear();
    happened(desk, id, minutesAgo + 40, "raised", {}, u("triage.doctor"));
    happened(desk, id, minutesAgo + 37, "acknowledged", desk.staffName(), {});
    happened(desk, id, minutesAgo + 15, "answered", doctor, {});
    happened(desk, id, minutesAgo, "closed", desk.staffName(), reason);
}

} // namespace

void fillCards(FakeDesk& desk)
{
    emergency(desk);
    question(desk);
    closedOne(desk, Settled, FakeDesk::Booking, 190, u("close.answered"), domain::FilingState::Choose);
    closedOne(desk, OnThePhone, FakeDesk::Mine, 60 * 26, u("close.phoned\nהוסבר מה לעשות עד הביקור"),
              domain::FilingState::Filed);
    desk.publish({{domain::Topic::Escalation, EmergencyRaised, FakeDesk::Emergency},
                  {domain::Topic::Escalation, DoctorAsked, FakeDesk::Doctor}});
}

} // namespace delpek::test
