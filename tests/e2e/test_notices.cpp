// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/sendgriddouble.h"
#include "simulation/doubles/twiliodouble.h"

#include <QElapsedTimer>
#include <QTest>

using namespace delpek;
using simulation::GraphDouble;
using simulation::SendGridDouble;
using simulation::TwilioDouble;
using test::Daemon;
using test::eventually;

namespace
{

const QString again = QStringLiteral("נשלח שוב");

} // namespace

/// The real program tells the clinic's staff of an emergency, also when it is cut at any step.
class TestNotices : public QObject
{
    Q_OBJECT

    base::SystemClock m_clock;
    std::unique_ptr<GraphDouble> m_graph;
    std::unique_ptr<TwilioDouble> m_twilio;
    std::unique_ptr<Daemon> m_daemon;

    void hire(const QString& name, const QStringList& options)
    {
        const auto hired = m_daemon->command(QStringList{QStringLiteral("staff"), QStringLiteral("add"), name,
                                                         QStringLiteral("--role"), QStringLiteral("doctor")} +
                                             options);
        QVERIFY2(hired.exitCode == 0, hired.errors.constData());
    }

    void tell(const QString& words)
    {
        const QByteArray body = m_graph->payloads().text(
            {QStringLiteral("972541230101"), QStringLiteral("דנה כהן"), QStringLiteral("wamid.E1"), m_clock.now()},
            words);
        QCOMPARE(m_daemon->deliver(*m_graph, body).status, 200);
    }

private Q_SLOTS:
    void init()
    {
        m_graph = std::move(GraphDouble::start({}, m_clock).value());
        m_twilio = TwilioDouble::start({}, m_clock).value();
        m_daemon = std::make_unique<Daemon>();
        m_daemon->useWhatsApp(*m_graph);
        const TwilioDouble::Setup known;
        m_daemon->set(QStringLiteral("notify.sms.account"), known.account);
        m_daemon->set(QStringLiteral("notify.sms.from"), known.number);
        m_daemon->set(QStringLiteral("notify.sms.api-base"), m_twilio->url().toString());
        m_daemon->setEnvironment(QStringLiteral("DELPEK_SECRET_TWILIO_AUTH_TOKEN"), known.token);
    }

    void cleanup()
    {
        m_daemon.reset();
        m_twilio.reset();
        m_graph.reset();
    }

    void anEmergencyReachesTheFirstThenTheNext()
    {
        const auto sendGrid = SendGridDouble::start({}, m_clock).value();
        const SendGridDouble::Setup known;
        m_daemon->set(QStringLiteral("notify.email.by"), QStringLiteral("sendgrid"));
        m_daemon->set(QStringLiteral("notify.email.from"), known.sender);
        m_daemon->set(QStringLiteral("notify.email.sendgrid-base"), sendGrid->url().toString());
        m_daemon->setEnvironment(QStringLiteral("DELPEK_SECRET_SENDGRID_API_KEY"), QString::fromLatin1(known.key));
        m_daemon->set(QStringLiteral("escalation.next-after-emergency"), QStringLiteral("4s"));
        m_daemon->set(QStringLiteral("escalation.rounds"), QStringLiteral("1"));
        m_daemon->set(QStringLiteral("privacy.initials-in-notices"), QStringLiteral("true"));
        hire(QStringLiteral("Noa"),
             {QStringLiteral("--phone"), QStringLiteral("052-000-0001"), QStringLiteral("--email"),
              QStringLiteral("noa@clinic.example"), QStringLiteral("--quiet"), QStringLiteral("00:00-24:00")});
        hire(QStringLiteral("Amir"), {QStringLiteral("--phone"), QStringLiteral("052-000-0002")});
        for (const char* day : {"sun", "mon", "tue", "wed", "thu", "fri", "sat"}) {
            for (const auto& [name, order] : {std::pair("Noa", "1"), std::pair("Amir", "2")}) {
                const auto added = m_daemon->command({QStringLiteral("staff"), QStringLiteral("duty"),
                                                      QStringLiteral("add"), QLatin1String(name), QLatin1String(day),
                                                      QStringLiteral("00:00-24:00"), QLatin1String(order)});
                QVERIFY2(added.exitCode == 0, added.errors.constData());
            }
        }
        const auto now = m_daemon->command({QStringLiteral("staff"), QStringLiteral("duty"), QStringLiteral("now")});
        QCOMPARE(now.output, QByteArray("1. Noa\n2. Amir\n"));
        // The command keeps the window's rules, and notes what it changed.
        const auto twice =
            m_daemon->command({QStringLiteral("staff"), QStringLiteral("duty"), QStringLiteral("add"),
                               QStringLiteral("Noa"), QStringLiteral("sun"), QStringLiteral("08:00-12:00")});
        QVERIFY(twice.exitCode != 0);
        QVERIFY2(twice.errors.contains("on duty then already"), twice.errors.constData());
        QCOMPARE(m_daemon->value(QStringLiteral("SELECT count(*) FROM audit WHERE action = 'duty.add'")).toInt(), 14);
        QVERIFY(m_daemon->start());
        QElapsedTimer timer;
        timer.start();
        tell(QStringLiteral("אני לא מצליח לנשום"));
        QVERIFY(eventually([&] { return m_twilio->sent().size() == 1 && sendGrid->sent().size() == 1; }));
        qInfo("from the patient's message to both notices: %lld ms", timer.elapsed());
        QCOMPARE(m_twilio->sent()[0].to, QStringLiteral("+972520000001"));
        QVERIFY(m_twilio->sent()[0].text.startsWith(QStringLiteral("חירום: ד.כ.\n")));
        QVERIFY(m_twilio->sent()[0].parts <= 3);
        QVERIFY(!m_twilio->sent()[0].text.contains(QStringLiteral("לא מצליח")));
        QVERIFY(eventually([&] { return m_twilio->sent().size() == 2; }));
        QCOMPARE(m_twilio->sent()[1].to, QStringLiteral("+972520000002"));
        QVERIFY(eventually([&] {
            return m_daemon->value(QStringLiteral("SELECT count(*) FROM escalation_event WHERE kind = 'notice.sent'"))
                       .toInt() == 3;
        }));
        QCOMPARE(m_daemon->terminate(), 0);
    }

    void nothingIsLostWhenTheProcessIsCut_data()
    {
        QTest::addColumn<QString>("cutAt");
        QTest::addColumn<int>("plain");
        QTest::addColumn<int>("marked");
        QTest::newRow("planned") << "notice.planned:1" << 1 << 0;
        QTest::newRow("claimed") << "notice.claimed:1" << 0 << 1;
        QTest::newRow("sent") << "notice.after-call:1" << 1 << 1;
        QTest::newRow("recorded") << "notice.recorded:1" << 1 << 0;
    }

    void nothingIsLostWhenTheProcessIsCut()
    {
        QFETCH(QString, cutAt);
        QFETCH(int, plain);
        QFETCH(int, marked);
        hire(QStringLiteral("Noa"), {QStringLiteral("--phone"), QStringLiteral("052-000-0001")});
        m_daemon->setEnvironment(QStringLiteral("DELPEK_CUT_AT"), cutAt);
        QVERIFY(m_daemon->start());
        tell(QStringLiteral("אני לא מצליח לנשום"));
        QVERIFY2(m_daemon->waitUntilCut(), "the process was not cut");
        m_daemon->setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("none:0"));
        QVERIFY(m_daemon->start());
        QVERIFY(eventually([&] {
            return m_daemon->value(QStringLiteral("SELECT count(*) FROM notice WHERE state = 'sent'")).toInt() == 1;
        }));
        int withMark = 0;
        for (const auto& sms : m_twilio->sent()) {
            withMark += sms.text.startsWith(again) ? 1 : 0;
        }
        QCOMPARE(withMark, marked);
        QCOMPARE(int(m_twilio->sent().size()) - withMark, plain);
        QCOMPARE(m_daemon->terminate(), 0);
    }

    void aPinIsReadFromStandardInputOnly()
    {
        hire(QStringLiteral("Noa"), {});
        // Standard input is empty here.
        const auto none = m_daemon->command({QStringLiteral("staff"), QStringLiteral("pin"), QStringLiteral("Noa")});
        QCOMPARE(none.exitCode, 2);
        const auto inArguments = m_daemon->command(
            {QStringLiteral("staff"), QStringLiteral("pin"), QStringLiteral("Noa"), QStringLiteral("274019")});
        QCOMPARE(inArguments.exitCode, 2);
        const auto list = m_daemon->command({QStringLiteral("staff"), QStringLiteral("list")});
        QCOMPARE(list.output, QByteArray("Noa  doctor  he  no PIN\n"));
    }

    void theCheckAsksAndTheTestSends()
    {
        hire(QStringLiteral("Noa"), {QStringLiteral("--phone"), QStringLiteral("052-000-0001")});
        const QStringList look{QStringLiteral("check"), QStringLiteral("notify")};
        QCOMPARE(m_daemon->command(look + QStringList{QStringLiteral("--send-test"), QStringLiteral("Noa")}).exitCode,
                 0);
        QCOMPARE(m_twilio->sent().size(), size_t(1));
        QVERIFY(m_daemon->start());
        const auto asked = m_daemon->command(look + QStringList{QStringLiteral("--json")});
        QVERIFY2(asked.output.contains("\"sms\""), asked.output.constData());
        QCOMPARE(m_twilio->sent().size(), size_t(1));
        m_twilio->setDown(true);
        QCOMPARE(m_daemon->command(look).exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestNotices)
#include "test_notices.moc"
