// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "desk/patientcards.h"
#include "node/filing.h"
#include "node/transcripttext.h"
#include "store/escalations.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::FilingState;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

test::DaySetup withPhone()
{
    test::DaySetup setup;
    setup.channel = domain::ChannelKind::WhatsApp;
    setup.offline = true;
    setup.phone = domain::Phone::parse(u("054-000-0077"), u("IL")).value();
    return setup;
}

} // namespace

/// The closed exchange in the patient's record.
class TestFiling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theExchangeIsInTheRecordOnce()
    {
        test::ClinicDay day(withPhone());
        const auto patient = day.addPatient(u("Noa Levi"));
        const auto id = answeredAndClosed(day);
        QCOMPARE(card(day, id).filing, FilingState::Filed);
        day.restart();
        day.pass(3h);
        const auto notes = base::await(day.records().patient(patient)).value().notes;
        QCOMPARE(notes.size(), size_t(1));
        QCOMPARE(notes[0].by, u("Dr. Levi"));
        QVERIFY(notes[0].text.contains(u("terrible toothache")));
        QVERIFY(notes[0].text.contains(u("Dr. Levi: Come at four.")));
        QVERIFY(notes[0].text.contains(u("visit agreed")));
        const auto history = card(day, id).history;
        QCOMPARE(std::ranges::count(history, u("record.filed"), &domain::EscalationEvent::kind), 1);
    }

    void whoseRecordItIsMustBeClear_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("text");
        QTest::newRow("nobody of this number") << QStringList() << u("I have a terrible toothache and cannot sleep");
        QTest::newRow("a family") << QStringList{u("Noa Levi"), u("Gil Levi")}
                                  << u("I have a terrible toothache and cannot sleep");
        QTest::newRow("for somebody else")
            << QStringList{u("Noa Levi")} << u("my son has a terrible toothache and cannot sleep");
    }

    void whoseRecordItIsMustBeClear()
    {
        QFETCH(QStringList, names);
        QFETCH(QString, text);
        test::ClinicDay day(withPhone());
        QStringList patients;
        for (const auto& name : names) {
            patients << day.addPatient(name);
        }
        const auto id = answeredAndClosed(day, text);
        QCOMPARE(card(day, id).filing, FilingState::Choose);
        const QString chosen = patients.isEmpty() ? day.addPatient(u("Dana Bar")) : patients.last();
        QVERIFY(base::await(day.desk().fileEscalation(id, chosen)));
        day.quiesce();
        QCOMPARE(card(day, id).filing, FilingState::Filed);
        QCOMPARE(base::await(day.records().patient(chosen)).value().notes.size(), size_t(1));
    }

    /// Telegram tells no number: it is whoever staff tied to the conversation, when that is one.
    void withoutANumberItIsWhoeverIsTied()
    {
        test::DaySetup setup;
        setup.offline = true;
        test::ClinicDay day(setup);
        const auto noa = day.addPatient(u("Noa Levi"));
        const auto gil = day.addPatient(u("Gil Levi"));
        const auto first = answeredAndClosed(day);
        QCOMPARE(card(day, first).filing, FilingState::Choose);
        const auto chat = card(day, first).conversation.id;
        QVERIFY(base::await(day.desk().patientCards().tie(chat, noa)));
        const auto second = answeredAndClosed(day);
        QCOMPARE(card(day, second).filing, FilingState::Filed);
        QCOMPARE(base::await(day.records().patient(noa)).value().notes.size(), size_t(1));
        QVERIFY(base::await(day.desk().patientCards().tie(chat, gil)));
        QCOMPARE(card(day, answeredAndClosed(day)).filing, FilingState::Choose);
    }

    /// A father's number, on which his son writes: of two people it is not clear who is meant.
    void aTiedCardBesideThePhonesMakesItUnclear()
    {
        test::ClinicDay day(withPhone());
        const auto father = day.addPatient(u("Noa Levi"));
        const auto first = answeredAndClosed(day);
        QCOMPARE(card(day, first).filing, FilingState::Filed);
        const auto son =
            base::await(day.records().addPatient({u("son"), {{}, u("Itay Levi")}, {}, {}, {}, {}})).value();
        QVERIFY(base::await(day.desk().patientCards().tie(card(day, first).conversation.id, son.id)));
        QCOMPARE(card(day, answeredAndClosed(day)).filing, FilingState::Choose);
        QCOMPARE(base::await(day.records().patient(father)).value().notes.size(), size_t(1));
        QVERIFY(base::await(day.records().patient(son.id)).value().notes.empty());
    }

    void aFailureIsTriedAgainLaterAndLater()
    {
        QCOMPARE(node::filingDelay(0), base::Duration(1min));
        QCOMPARE(node::filingDelay(1), base::Duration(2min));
        QCOMPARE(node::filingDelay(5), base::Duration(32min));
        QCOMPARE(node::filingDelay(60), base::Duration(1h));
    }

private:
    static domain::EscalationId
    answeredAndClosed(test::ClinicDay& day, const QString& text = u("I have a terrible toothache and cannot sleep"))
    {
        day.says(text);
        day.pass(1min);
        const auto open = base::await(day.desk().openEscalations()).value();
        const auto id = open.at(0).id;
        (void)base::await(day.desk().answerEscalation(id, u("Dr. Levi"), u("Come at four.")));
        day.pass(1min);
        (void)base::await(day.desk().closeEscalation(id, u("visit agreed")));
        day.quiesce();
        return id;
    }
    static domain::EscalationCard card(test::ClinicDay& day, domain::EscalationId id)
    {
        return base::await(day.desk().escalationCard(id)).value();
    }
};

QTEST_GUILESS_MAIN(TestFiling)
#include "test_filing.moc"
