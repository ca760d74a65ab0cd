// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/contractcheck.h"
#include "clinic/odoo/doubleclinic.h"

#include <QtTest>

using namespace delpek;
using namespace delpek::test;
using namespace delpek::test::contract;

namespace
{

QString text(const char* ascii)
{
    return QString::fromLatin1(ascii);
}

} // namespace

/// What any keeper of a clinic's records promises, asked of records in the strict double of Odoo, over the wire.
class TestOdooContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holds_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QString>("profile");
        QTest::addColumn<int>("number");
        for (const int version : {14, 17, 19}) {
            for (const char* profile : {"community", "dental"}) {
                for (size_t n = 0; n < contractCases().size(); ++n) {
                    QTest::addRow("%d %s: %s", version, profile, contractCases()[n].name)
                        << version << text(profile) << int(n);
                }
            }
        }
    }
    void holds()
    {
        QFETCH(int, version);
        QFETCH(QString, profile);
        QFETCH(int, number);
        try {
            DoubleContract fixture(version, profile);
            contractCases()[size_t(number)].run(fixture);
            QCOMPARE(fixture.odoo().misdeeds(), QStringList());
            QVERIFY2(fixture.odoo().mails().empty(), "a patient got a mail from Odoo");
        } catch (const std::exception& broken) {
            QFAIL(broken.what());
        }
    }

    /// The hot path: who is it, what is free, book it.
    void aBookingStepIsThreeCalls()
    {
        DoubleContract fixture(17, text("community"));
        auto& records = fixture.records();
        const auto phone = domain::Phone::parse(text("055-005-0001")).value();
        value(records.findPatients(phone));
        fixture.odoo().forgetRequests();
        value(records.findPatients(phone));
        clinic::SlotQuery query;
        query.treatment = fixture.idOf(text("checkup"));
        query.from = QDate(2026, 3, 11);
        query.to = QDate(2026, 3, 18);
        QVERIFY(!value(records.freeSlots(query)).empty());
        value(records.book(booking(fixture, "step", "2026-03-11T09:00")));
        QVERIFY(fixture.odoo().requests().size() <= 3);
    }
};

QTEST_GUILESS_MAIN(TestOdooContract)
#include "test_odoocontract.moc"
