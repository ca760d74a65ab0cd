// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"

#include "clinic/clinicfile.h"
#include "support/paths.h"

#include <QFile>
#include <QLoggingCategory>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using test::ClinicDay;

/// Slots that an agent offers are kept from others as long as the offer stands, and no longer.
class TestOffers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void init()
    {
        test::DaySetup setup;
        setup.offline = true;
        m_day = std::make_unique<ClinicDay>(setup);
        QFile file(test::sourcePath("resources/demo/clinic.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_book = std::make_unique<clinic::BuiltinRecords>(m_day->store(), m_day->clock);
        QVERIFY(base::await(m_book->import(clinic::parseClinicFile(file.readAll()).value())));
        says("Can I book a filling on Sunday 8 March in the morning?");
        QVERIFY(held() > 1);
    }
    void cleanup()
    {
        m_book.reset();
        m_day.reset();
    }

    void aTakeOverLetsThemGo()
    {
        QVERIFY(base::await(m_day->desk().takeOver(m_day->conversation().id)));
        QCOMPARE(held(), 0);
    }

    void aReplyOfAPersonLetsThemGo()
    {
        QVERIFY(base::await(m_day->desk().reply(m_day->conversation().id, QStringLiteral("I'll look"))));
        QCOMPARE(held(), 0);
    }

    void handingOverLetsThemGo()
    {
        says("I want to talk to a person");
        QCOMPARE(held(), 0);
    }

    void anOfferThatFallsLetsThemGo()
    {
        says("No, none of these");
        QCOMPARE(held(), 0);
    }

    void theyAreForgottenByThemselves()
    {
        m_day->pass(11min);
        QCOMPARE(held(), 0);
    }

    void aPriceInBetweenKeepsThem()
    {
        const int before = held();
        says("How much is that?");
        QCOMPARE(held(), before);
    }

    void theyOutliveARestart()
    {
        const int before = held();
        m_book.reset();
        m_day->restart();
        m_book = std::make_unique<clinic::BuiltinRecords>(m_day->store(), m_day->clock);
        QCOMPARE(held(), before);
    }

private:
    void says(const char* text)
    {
        m_day->says(QString::fromUtf8(text));
        m_day->pass(30s);
    }
    int held() { return int(base::await(m_book->holds(QDate(2026, 3, 1), QDate(2026, 5, 1))).value().size()); }

    std::unique_ptr<ClinicDay> m_day;
    std::unique_ptr<clinic::BuiltinRecords> m_book;
};

QTEST_GUILESS_MAIN(TestOffers)
#include "test_offers.moc"
