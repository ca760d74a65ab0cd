// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookfixture.h"
#include "contract.h"

using namespace delpek;
using namespace delpek::test;

namespace
{

class BuiltinFixture final : public ContractFixture
{
public:
    explicit BuiltinFixture(const QString& location)
        : m_desk(location)
    {
        got(m_desk.records.import(contractClinic()));
    }

    clinic::ClinicRecords& records() override { return m_desk.records; }
    base::VirtualClock& clock() override { return m_desk.clock; }

    void addVisitOfOthers(const domain::Appointment& visit) override
    {
        const auto start = domain::toInstant(visit.start, QTimeZone("Asia/Jerusalem"));
        must(m_desk.store
                 ->write([&](store::Session& session) {
                     return session.execute(
                         QStringLiteral("INSERT INTO appointment (id, patient, doctor, treatment, start_at, minutes, "
                                        "start_ms, end_ms, state, reference) "
                                        "VALUES ('others', ?, ?, ?, ?, ?, ?, ?, 'booked', '')"),
                         {visit.patient, visit.doctor, visit.treatment, visit.start.toText(), visit.minutes,
                          qint64(base::toMillis(start)),
                          qint64(base::toMillis(start + std::chrono::minutes(visit.minutes)))});
                 })
                 .result());
    }

private:
    Desk m_desk;
};

} // namespace

class TestBuiltinContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keeps_data();
    void keeps();

private:
    Engines m_places;
};

void TestBuiltinContract::keeps_data()
{
    QTest::addColumn<bool>("postgres");
    QTest::addColumn<int>("promise");
    int number = 0;
    for (const auto& promise : contractCases()) {
        for (const bool postgres : {false, true}) {
            QTest::addRow("%s, %s", promise.name, postgres ? "postgresql" : "sqlite") << postgres << number;
        }
        ++number;
    }
}

void TestBuiltinContract::keeps()
{
    QFETCH(bool, postgres);
    QFETCH(int, promise);
    BuiltinFixture fixture(m_places.newLocation(postgres));
    contractCases()[size_t(promise)].run(fixture);
}

QTEST_GUILESS_MAIN(TestBuiltinContract)
#include "test_builtincontract.moc"
