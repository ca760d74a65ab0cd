// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/night.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;

/// An emergency at night, from the patient's words to the record: the real program, a text message to the doctor, the
/// private link. At one step the program is cut.
class TestEscalationCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeNightWhateverIsCut_data()
    {
        QTest::addColumn<QString>("cutAt");
        QTest::newRow("nothing") << QStringLiteral("none:0");
        for (const char* cut :
             {"listener.after-commit:1", "intake.after-commit:1", "turn.before-commit:1", "turn.after-commit:1",
              "send.claimed:1", "send.after-call:1", "receipt.committed:1", "notice.planned:1", "notice.claimed:1",
              "notice.after-call:1", "notice.recorded:1", "send.claimed:2", "send.after-call:2", "send.claimed:3",
              "send.after-call:3", "filing.before-note:1", "filing.after-note:1", "filing.committed:1"}) {
            QTest::newRow(cut) << QString::fromLatin1(cut);
        }
    }

    void theWholeNightWhateverIsCut()
    {
        QFETCH(QString, cutAt);
        Night night;
        QVERIFY(night.employ(noa, phoneOfNoa, QStringLiteral("he")));
        night.daemon.setEnvironment(QStringLiteral("DELPEK_CUT_AT"), cutAt);
        QVERIFY(night.daemon.start());

        QVERIFY(night.patientWrites());
        QVERIFY(night.until([&] { return !night.textsTo(phoneOfNoa).empty(); }));
        night.token = night.tokenIn(night.textsTo(phoneOfNoa).front().text);
        QVERIFY2(!night.token.isEmpty(), qPrintable(night.textsTo(phoneOfNoa).front().text));
        QVERIFY(night.enter());
        QVERIFY(night.until([&] { return night.page("acknowledge", base::Json::object()).status == 200; }));
        // A doctor who got no answer looks at the thread before writing it again.
        QVERIFY(night.until([&] {
            return night.doctorsMessages() > 0 || night.page("reply", {{"text", words.toStdString()}}).status == 200;
        }));
        QVERIFY(night.until([&] { return night.received(words) > 0 || sendIsAsked(night); }));
        QVERIFY(night.until([&] {
            const int status = night.page("close", {{"reason", "called"}}).status;
            return status == 200 || status == 409;
        }));
        QVERIFY(night.until([&] { return notes(night) == 1; }));
        QVERIFY(night.until([&] {
            return night.count(QStringLiteral("SELECT count(*) FROM outbox WHERE state IN ('queued', 'sending')")) ==
                       0 &&
                   night.count(QStringLiteral("SELECT count(*) FROM transcript WHERE state = 'filed'")) == 1;
        }));
        // The last step of all is cut when everything can be seen already.
        const int cuts = cutAt == QLatin1String("none:0") ? 0 : 1;
        QVERIFY(night.until([&] { return night.cuts == cuts; }));
        QCOMPARE(night.daemon.terminate(), 0);
        QVERIFY(night.daemon.start());
        QCOMPARE(night.daemon.terminate(), 0);

        QCOMPARE(night.cuts, cuts);
        QCOMPARE(notes(night), 1);
        QCOMPARE(night.doctorsMessages(), 1);
        // What was sent when the program was cut may or may not have arrived: it is asked about, not repeated.
        QVERIFY(night.received(words) <= 1);
        QVERIFY(night.received(words) == 1 || sendIsAsked(night));
        const auto texts = night.textsTo(phoneOfNoa);
        QVERIFY(texts.size() <= (cutAt.startsWith(QLatin1String("notice.")) ? 2 : 1));
        QSet<QString> references;
        for (const auto& sent : night.graph->sent()) {
            QVERIFY2(!references.contains(sent.reference), "a message went out twice");
            references.insert(sent.reference);
        }
        // Where a send was cut behind the closing, whether it arrived is a question of its own.
        QCOMPARE(night.count(QStringLiteral("SELECT count(*) FROM escalation WHERE reason <> 'send.unknown'")), 1);
        QVERIFY(night.count(QStringLiteral("SELECT count(*) FROM escalation")) <= 2);
    }

private:
    static int notes(const Night& night)
    {
        return night.count(
            QStringLiteral("SELECT count(*) FROM note WHERE patient = 'p1' AND body LIKE '%%1%'").arg(words));
    }
    static bool sendIsAsked(const Night& night)
    {
        return night.count(QStringLiteral("SELECT count(*) FROM outbox o JOIN message m ON m.id = o.message "
                                          "WHERE m.author = 'doctor' AND o.state = 'unknown'")) == 1;
    }
};

QTEST_GUILESS_MAIN(TestEscalationCuts)
#include "test_escalationcuts.moc"
