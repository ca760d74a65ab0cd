// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/rules.h"

#include <QTest>

using namespace delpek;
using domain::Outcome;
using domain::StepKind;
using memory::Finding;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

domain::Message said(qint64 id, const QString& text)
{
    domain::Message message;
    message.id = {id};
    message.text = text;
    return message;
}

/// A turn that answered "text", with what was understood.
memory::TurnSeen turn(const QString& text, const char* intent, base::Json slots_ = base::Json::object(),
                      Outcome outcome = Outcome::Replied)
{
    memory::TurnSeen seen;
    seen.decision.id = {17};
    seen.decision.intent = u(intent);
    seen.decision.outcome = outcome;
    seen.decision.agent = u("Alex");
    seen.decision.startedAt = base::fromMillis(1'772'539'200'000); // 14:00 in Israel
    seen.decision.burst = {{5}};
    seen.decision.steps = {{StepKind::Context, u("records"), {{"now", "2026-03-03T14:00"}}},
                           {StepKind::Triage, u("triage"), {{"urgency", "ROUTINE"}}},
                           {StepKind::Understanding,
                            u("understander"),
                            {{"intent", intent}, {"wishes", {intent}}, {"slots", std::move(slots_)}}}};
    seen.conversation.id = {3};
    seen.conversation.person = {4};
    seen.messages = {said(5, text)};
    seen.talk = 17;
    return seen;
}

domain::DecisionStep tool(const char* name, base::Json arguments, base::Json result)
{
    return {StepKind::Tool, u(name), {{"arguments", std::move(arguments)}, {"result", std::move(result)}}};
}

base::Json visit()
{
    return {
        {"appointment",
         {{"id", "v1"}, {"doctor", "d2"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}, {"minutes", 30}}}};
}

} // namespace

/// What a turn leaves in the memory, and what it never does.
class TestMemoryRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_rules = std::move(memory::Rules::load(u(":/delpek")).value()); }

    void everyTurnTellsTheLanguageAndTheTopic()
    {
        const auto episode = m_rules->episodeOf(
            turn(u("I would like a cleaning on Sunday"), "book_appointment", {{"treatment", "cleaning"}}));
        QCOMPARE(episode.id, u("turn:17"));
        QCOMPARE(episode.user, domain::PersonId{4});
        QCOMPARE(episode.pattern, u("scheduling"));
        QCOMPARE(episode.topics, QStringList({u("scheduling"), u("book_appointment"), u("cleaning")}));
        QVERIFY(episode.words.contains(u("cleaning")));
        QVERIFY(!episode.words.contains(u("would")));
        QCOMPARE(value(episode, "language"), u("he"));
    }

    void aBookingShowsHabitsAndIsConfirmed()
    {
        auto seen = turn(u("yes"), "affirm");
        seen.decision.steps.push_back(tool("create_appointment", {{"doctor", "d2"}}, visit()));
        const auto episode = m_rules->episodeOf(seen);
        QCOMPARE(value(episode, "doctor"), u("d2"));
        QCOMPARE(value(episode, "weekday"), u("thursday"));
        QCOMPARE(value(episode, "part_of_day"), u("morning"));
        QCOMPARE(value(episode, "visit"), u("2026-03-05T09:30 cleaning d2"));
        const auto& booked = *find(episode, "visit");
        QCOMPARE(booked.subject, u("v1"));
        QCOMPARE(booked.source, domain::MessageId{5});
        QCOMPARE(booked.validTo.value(), base::fromMillis(1'772'695'800'000)); // that Thursday, 07:30 UTC
    }

    void aVisitOfTheChildTellsNothingOfTheWriter()
    {
        auto seen = turn(u("yes"), "affirm", {{"person", "child"}, {"doctor", u("Levi").toStdString()}});
        seen.decision.steps.push_back(tool("create_appointment", {{"doctor", "d2"}, {"person", "child"}}, visit()));
        const auto episode = m_rules->episodeOf(seen);
        QVERIFY(!find(episode, "doctor"));
        QVERIFY(!find(episode, "weekday"));
        QCOMPARE(find(episode, "family")->subject, u("child"));
    }

    void aCancelledVisitIsClosed()
    {
        auto seen = turn(u("yes"), "affirm");
        seen.decision.steps.push_back(tool("cancel_appointment", {{"appointment", "v1"}}, visit()));
        const auto* closed = find(m_rules->episodeOf(seen), "visit");
        QVERIFY(closed);
        QCOMPARE(closed->subject, u("v1"));
        QVERIFY(closed->value.isEmpty());
    }

    void whatFailedIsNotRemembered()
    {
        auto seen = turn(u("yes"), "affirm");
        auto failed = tool("create_appointment", {{"doctor", "d2"}}, visit());
        failed.detail["error"] = {{"code", "conflict"}};
        seen.decision.steps.push_back(std::move(failed));
        QVERIFY(!find(m_rules->episodeOf(seen), "visit"));
    }

    void aWishNamesDentistAndTime()
    {
        auto seen = turn(u("with Dr. Levi in the evening"), "book_appointment",
                         {{"doctor", "Levi"}, {"when", {{"part", "evening"}}}});
        seen.decision.steps.push_back(
            tool("get_available_slots", {{"doctor", "d2"}, {"treatment", "cleaning"}}, base::Json::object()));
        const auto episode = m_rules->episodeOf(seen);
        QCOMPARE(value(episode, "doctor"), u("d2"));
        QCOMPARE(value(episode, "part_of_day"), u("evening"));
    }

    void ofATurnAboutHealthNoWordIsKept_data()
    {
        QTest::addColumn<QString>("intent");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<QString>("urgency");
        QTest::newRow("a symptom") << u("symptom") << int(Outcome::Replied) << u("ROUTINE");
        QTest::newRow("a question") << u("medical_question") << int(Outcome::EscalatedToDoctor) << u("ROUTINE");
        QTest::newRow("raised by triage") << u("book_appointment") << int(Outcome::Emergency) << u("EMERGENCY");
        QTest::newRow("passed to the doctor") << u("other") << int(Outcome::EscalatedToDoctor) << u("DOCTOR_REQUIRED");
    }
    void ofATurnAboutHealthNoWordIsKept()
    {
        QFETCH(QString, intent);
        QFETCH(int, outcome);
        QFETCH(QString, urgency);
        auto seen = turn(u("my swollen cheek hurts, the abscess is back"), intent.toUtf8().constData(),
                         {{"treatment", "root_canal"}, {"body_part", "cheek"}}, Outcome(outcome));
        seen.decision.steps[1].detail["urgency"] = urgency.toStdString();
        const auto episode = m_rules->episodeOf(seen);
        QCOMPARE(episode.pattern, u("medical"));
        QCOMPARE(episode.words, QStringList());
        QCOMPARE(episode.topics, QStringList{u("medical")});
        for (const auto& finding : episode.findings) {
            QVERIFY2(finding.kind == u("language") || finding.kind == u("pending"), qPrintable(finding.kind));
        }
    }

    void whatIsPassedOnIsOpenUntilTheAgentAnswersAgain()
    {
        const auto passed = m_rules->episodeOf(turn(u("a person please"), "human", {}, Outcome::HandedToPerson));
        QCOMPARE(value(passed, "pending"), u("person"));
        QCOMPARE(find(passed, "pending")->subject, u("3"));
        const auto answered = m_rules->episodeOf(turn(u("when are you open"), "hours"));
        QVERIFY(find(answered, "pending"));
        QVERIFY(value(answered, "pending").isEmpty());
        auto held = turn(u("hello?"), "greeting");
        held.conversation.holder.kind = domain::HolderKind::Nobody;
        QVERIFY(!find(m_rules->episodeOf(held), "pending"));
    }

    void fearIsRememberedWhenItIsSaid_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("afraid");
        QTest::newRow("english") << u("I am really afraid of the dentist") << true;
        QTest::newRow("woman") << u("אני מפחדת מרופא שיניים") << true;
        QTest::newRow("man") << u("אני ממש מפחד מהטיפול") << true;
        QTest::newRow("denied") << u("I am not afraid of the dentist") << false;
        QTest::newRow("denied in Hebrew") << u("אני לא מפחדת מרופא שיניים") << false;
        QTest::newRow("of something else") << u("I am afraid I will be late") << false;
    }
    void fearIsRememberedWhenItIsSaid()
    {
        QFETCH(QString, text);
        QFETCH(bool, afraid);
        QCOMPARE(find(m_rules->episodeOf(turn(text, "other")), "fear") != nullptr, afraid);
    }

    void anExchangeWithTheDoctorIsRememberedWithoutItsWords()
    {
        domain::Escalation escalation;
        escalation.id = {4};
        escalation.answeredBy = u("Dr. Levi");
        escalation.summary = u("terrible toothache");
        const auto episode = m_rules->episodeOf(escalation, 2, turn({}, "other").conversation, 17);
        QCOMPARE(episode.id, u("escalation:4-2"));
        QCOMPARE(episode.agent, u("Dr. Levi"));
        QCOMPARE(episode.outcome, u("filed"));
        QVERIFY(episode.words.isEmpty());
        QVERIFY(value(episode, "pending").isEmpty() && find(episode, "pending"));
    }

    void namesAreNoWords()
    {
        auto seen = turn(u("Noa Levi here, I want a cleaning, Gil Barak recommended you"), "book_appointment");
        seen.conversation.displayName = u("Noa Levi");
        const auto words = m_rules->episodeOf(seen).words;
        QVERIFY(words.contains(u("cleaning")));
        QVERIFY(!words.contains(u("noa")) && !words.contains(u("levi")));
        auto asked = seen;
        asked.decision.dialogueBefore = {{"asked", "identity"}};
        QVERIFY(m_rules->episodeOf(asked).words.isEmpty());
        seen.decision.steps.push_back({StepKind::Permit, u("identity"), {{"allowed", true}}});
        QVERIFY(m_rules->episodeOf(seen).words.isEmpty());
    }

    void aCorrectionMustFitItsKind_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fits");
        QTest::newRow("language") << u("language") << u("en") << true;
        QTest::newRow("no language") << u("language") << u("fr") << false;
        QTest::newRow("a dentist") << u("doctor") << u("d1") << true;
        QTest::newRow("nothing") << u("doctor") << u("") << false;
        QTest::newRow("a book") << u("doctor") << QString(101, u("x")[0]) << false;
        QTest::newRow("a line end") << u("doctor") << u("d1\nd2") << false;
        QTest::newRow("no kind") << u("diagnosis") << u("caries") << false;
    }
    void aCorrectionMustFitItsKind()
    {
        QFETCH(QString, kind);
        QFETCH(QString, value);
        QTEST(m_rules->checkValue(kind, value).has_value(), "fits");
    }

private:
    static const Finding* find(const memory::Episode& episode, const char* kind)
    {
        static Finding found;
        for (const auto& finding : episode.findings) {
            if (finding.kind == QLatin1String(kind)) {
                found = finding;
                return &found;
            }
        }
        return nullptr;
    }
    static QString value(const memory::Episode& episode, const char* kind)
    {
        const auto* finding = find(episode, kind);
        return finding ? finding->value : QString();
    }

    std::unique_ptr<memory::Rules> m_rules;
};

QTEST_GUILESS_MAIN(TestMemoryRules)
#include "test_memoryrules.moc"
