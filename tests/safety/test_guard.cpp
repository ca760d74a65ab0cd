// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/gates.h"

#include <QTest>

using namespace delpek;

class TestGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesDrafts_data();
    void judgesDrafts();
    void promisesNeedTheDeed();
    void pricesNeedARecord();
    void refusesOtherPatients();
    void refusesStrangeLinks();
    void permitsOnlyWhatWasAgreed();

private:
    std::unique_ptr<safety::Guard> m_guard;
};

void TestGuard::initTestCase()
{
    auto loaded = safety::Guard::load(QStringLiteral(DELPEK_SOURCE_DIR "/resources/rules"));
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().detail));
    m_guard = std::move(*loaded);
}

void TestGuard::judgesDrafts_data()
{
    QTest::addColumn<QString>("draft");
    QTest::addColumn<QString>("rule");
    QTest::newRow("he ok") << QStringLiteral("לאיזה יום נוח לך לקבוע ביקורת?") << QString();
    QTest::newRow("en ok") << QStringLiteral("We are open Sunday to Thursday, 08:00-19:00.") << QString();
    QTest::newRow("offer ok") << QStringLiteral("יש תור פנוי ביום חמישי 5.3 ב-09:30. מתאים?") << QString();
    QTest::newRow("medicine he") << QStringLiteral("קחי נורופן") << QStringLiteral("guard.medicine");
    QTest::newRow("medicine en") << QStringLiteral("You can take Ibuprofen") << QStringLiteral("guard.medicine");
    QTest::newRow("dose he") << QStringLiteral("400 מ\"ג בערב") << QStringLiteral("guard.dose");
    QTest::newRow("dose en") << QStringLiteral("400mg tonight") << QStringLiteral("guard.dose");
    QTest::newRow("wait he") << QStringLiteral("אפשר לחכות עד יום ראשון") << QStringLiteral("guard.reassurance");
    QTest::newRow("wait en") << QStringLiteral("It is safe to wait until Sunday")
                             << QStringLiteral("guard.reassurance");
    QTest::newRow("worry he") << QStringLiteral("אין מה לדאוג") << QStringLiteral("guard.reassurance");
    QTest::newRow("diagnosis he") << QStringLiteral("נשמע שיש לך דלקת") << QStringLiteral("guard.diagnosis");
    QTest::newRow("diagnosis en") << QStringLiteral("You probably have an infection")
                                  << QStringLiteral("guard.diagnosis");
    QTest::newRow("booked he") << QStringLiteral("התור נקבע ליום חמישי") << QStringLiteral("guard.promise-booked");
    QTest::newRow("booked en") << QStringLiteral("Your appointment is booked")
                               << QStringLiteral("guard.promise-booked");
    QTest::newRow("cancelled he") << QStringLiteral("התור בוטל") << QStringLiteral("guard.promise-cancelled");
    QTest::newRow("cancelled en") << QStringLiteral("Your appointment is cancelled")
                                  << QStringLiteral("guard.promise-cancelled");
    QTest::newRow("price") << QStringLiteral("סתימה עולה 480 ₪") << QStringLiteral("guard.price");
    QTest::newRow("price in words") << QStringLiteral("זה 480 שקל") << QStringLiteral("guard.price");
    QTest::newRow("link") << QStringLiteral("See https://evil.example/x") << QStringLiteral("guard.link");
    QTest::newRow("long") << QString(2000, QLatin1Char('a')) << QStringLiteral("guard.too-long");
}

void TestGuard::judgesDrafts()
{
    QFETCH(QString, draft);
    QFETCH(QString, rule);
    const auto verdict = m_guard->judge(draft, {});
    QCOMPARE(verdict.allowed, rule.isEmpty());
    QVERIFY2(rule.isEmpty() ? verdict.rules.isEmpty() : verdict.rules.contains(rule),
             qPrintable(verdict.rules.join(QLatin1Char(' '))));
}

void TestGuard::promisesNeedTheDeed()
{
    safety::GuardContext context;
    const auto draft = QStringLiteral("התור נקבע ליום חמישי ב-09:30");
    context.toolResults = {{{"tool", "get_available_slots"}, {"value", base::Json::array()}}};
    QVERIFY(!m_guard->judge(draft, context).allowed);
    context.toolResults.push_back({{"tool", "create_appointment"}, {"value", {{"id", "a1"}}}});
    QVERIFY(m_guard->judge(draft, context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("Your appointment is cancelled"), context).allowed);
}

void TestGuard::pricesNeedARecord()
{
    safety::GuardContext context;
    context.toolResults = {{{"tool", "get_prices"}, {"value", {{"price", {{"minor", 140000}}}}}}};
    QVERIFY(m_guard->judge(QStringLiteral("הלבנה עולה 1,400 ₪"), context).allowed);
    QVERIFY(m_guard->judge(QStringLiteral("Whitening costs ₪1,400"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("הלבנה עולה 1,300 ₪"), context).allowed);
}

void TestGuard::refusesOtherPatients()
{
    safety::GuardContext context;
    context.otherPatientNames = {QStringLiteral("ענת שגב"), QStringLiteral("+972541112233")};
    QVERIFY(!m_guard->judge(QStringLiteral("התור של ענת שגב ביום שני"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("התור לענת שגב ביום שני"), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("Call 054-111-2233"), context).allowed);
    QVERIFY(m_guard->judge(QStringLiteral("התור של נועה לוי ביום שני"), context).allowed);
}

void TestGuard::refusesStrangeLinks()
{
    safety::GuardContext context;
    context.allowedLinks = {QStringLiteral("https://hashen-dental.example/pay")};
    QVERIFY(m_guard->judge(QStringLiteral("Pay here: https://hashen-dental.example/pay."), context).allowed);
    QVERIFY(!m_guard->judge(QStringLiteral("Pay here: https://hashen-dental.example/other"), context).allowed);
}

void TestGuard::permitsOnlyWhatWasAgreed()
{
    safety::PermitRequest request;
    request.tool = QStringLiteral("create_appointment");
    request.arguments = {{"doctor", "shaked"}, {"treatment", "cleaning"}, {"start", "2026-03-05T09:30"}};
    request.identityEstablished = true;
    request.consentGiven = true;
    request.now = {QDate(2026, 3, 3), QTime(10, 0)};
    request.offered = {{QStringLiteral("shaked"), QStringLiteral("cleaning"), {QDate(2026, 3, 5), QTime(9, 30)}, 45}};
    QVERIFY(safety::permit(request).allowed);
    auto changed = request;
    changed.identityEstablished = false;
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.identity")});
    changed = request;
    changed.consentGiven = false;
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.consent")});
    changed = request;
    changed.offered.clear();
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.not-offered")});
    changed = request;
    changed.now = {QDate(2026, 3, 6), QTime(10, 0)};
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.past")});
    changed = request;
    changed.tool = QStringLiteral("cancel_appointment");
    changed.arguments = base::Json::object();
    QCOMPARE(safety::permit(changed).rules, QStringList{QStringLiteral("permit.appointment")});
    changed.arguments = {{"appointment", "a1"}};
    QVERIFY(safety::permit(changed).allowed);
    changed.tool = QStringLiteral("drop_table");
    QVERIFY(!safety::permit(changed).allowed);
}

QTEST_GUILESS_MAIN(TestGuard)
#include "test_guard.moc"
