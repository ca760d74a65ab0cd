// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/faultyrecords.h"

#include <QTest>

using namespace delpek;
using namespace delpek::clinic;

namespace
{

/// Counts what reaches it.
class CountingRecords final : public ClinicRecords
{
public:
    int reads = 0;
    int changes = 0;

    Future<domain::ClinicInfo> info() override { return read<domain::ClinicInfo>(); }
    Future<std::vector<domain::Doctor>> doctors() override { return read<std::vector<domain::Doctor>>(); }
    Future<std::vector<domain::Treatment>> treatments() override { return read<std::vector<domain::Treatment>>(); }
    Future<std::vector<domain::Patient>> findPatients(const domain::Phone&) override
    {
        return read<std::vector<domain::Patient>>();
    }
    Future<domain::Patient> patient(const QString&) override { return read<domain::Patient>(); }
    Future<domain::Patient> addPatient(const NewPatient&) override { return change<domain::Patient>(); }
    Future<std::vector<domain::Slot>> freeSlots(const SlotQuery&) override { return read<std::vector<domain::Slot>>(); }
    Future<domain::Appointment> book(const Booking&) override { return change<domain::Appointment>(); }
    Future<domain::Appointment> move(const QString&, const domain::Slot&, const QString&, const QString&) override
    {
        return change<domain::Appointment>();
    }
    Future<Done> cancel(const QString&, const QString&) override { return change<Done>(); }
    Future<std::vector<domain::Appointment>> appointments(const QString&, const domain::LocalTime&) override
    {
        return read<std::vector<domain::Appointment>>();
    }
    Future<BookDays> bookDays(QDate, QDate) override { return read<BookDays>(); }
    Future<std::vector<domain::Invoice>> invoices(const QString&) override
    {
        return read<std::vector<domain::Invoice>>();
    }
    Future<Done> appendNote(const QString&, const domain::Note&) override { return change<Done>(); }
    Future<Done> hold(const std::vector<Hold>&) override { return change<Done>(); }
    Future<Done> releaseHolds(const QString&) override { return change<Done>(); }
    Future<std::vector<Hold>> holds(QDate, QDate) override { return read<std::vector<Hold>>(); }
    Future<Done> joinWaitingList(const WaitingWish&) override { return change<Done>(); }
    Future<std::vector<WaitingWish>> waitingList() override { return read<std::vector<WaitingWish>>(); }
    Future<Done> leaveWaitingList(const QString&) override { return change<Done>(); }
    std::optional<base::Instant> asOf() const override { return base::fromMillis(7); }

private:
    template <typename T>
    Future<T> read()
    {
        ++reads;
        return base::ready<T>(T{});
    }
    template <typename T>
    Future<T> change()
    {
        ++changes;
        return base::ready<T>(T{});
    }
};

const std::optional<ErrorCode> Fine;

/// Calls everything once; the code each call gave.
std::vector<std::optional<ErrorCode>> callAll(ClinicRecords& records)
{
    std::vector<std::optional<ErrorCode>> codes;
    const auto note = [&](const auto& future) {
        const auto result = future.result();
        codes.push_back(result ? Fine : std::optional(result.error().code));
    };
    note(records.info());
    note(records.doctors());
    note(records.treatments());
    note(records.findPatients(*domain::Phone::parse(QStringLiteral("+972541112233"))));
    note(records.patient({}));
    note(records.freeSlots({}));
    note(records.appointments({}, {}));
    note(records.bookDays({}, {}));
    note(records.invoices({}));
    note(records.addPatient({}));
    note(records.book({}));
    note(records.move({}, {}, {}));
    note(records.cancel({}, {}));
    note(records.appendNote({}, {}));
    note(records.holds({}, {}));
    note(records.waitingList());
    note(records.hold({}));
    note(records.releaseHolds({}));
    note(records.joinWaitingList({}));
    note(records.leaveWaitingList({}));
    return codes;
}

} // namespace

class TestFaultyRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void aCacheTakesNoChange();
};

/// What is kept in our own store goes on.
void TestFaultyRecords::aCacheTakesNoChange()
{
    CountingRecords inner;
    std::optional<base::Instant> cachedAt = base::fromMillis(9);
    FaultyRecords records(
        inner, [] { return std::nullopt; }, [&] { return cachedAt; });
    const auto codes = callAll(records);
    for (size_t i = 0; i < codes.size(); ++i) {
        const bool change = i >= 9 && i <= 13; // addPatient to appendNote
        QVERIFY(codes[i] == (change ? std::optional(ErrorCode::Unavailable) : Fine));
    }
    QVERIFY(records.asOf() == cachedAt);
    cachedAt.reset();
    QVERIFY(records.asOf() == inner.asOf());
    QVERIFY(records.cancel({}, {}).result());
}

void TestFaultyRecords::faults_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("reads");
    QTest::addColumn<int>("changes");

    QTest::newRow("none") << -1 << 11 << 9;
    QTest::newRow("down") << static_cast<int>(ErrorCode::Unavailable) << 0 << 0;
    QTest::newRow("error") << static_cast<int>(ErrorCode::Internal) << 0 << 0;
    QTest::newRow("timeout: changes happen, their answer is lost") << static_cast<int>(ErrorCode::Timeout) << 0 << 9;
}

void TestFaultyRecords::faults()
{
    QFETCH(int, code);
    QFETCH(int, reads);
    QFETCH(int, changes);
    const auto expected = code < 0 ? Fine : std::optional(static_cast<ErrorCode>(code));
    CountingRecords inner;
    FaultyRecords records(inner, [&]() -> std::optional<Error> {
        return expected ? std::optional(Error{*expected, {}, QStringLiteral("as told")}) : std::nullopt;
    });
    for (const auto& given : callAll(records)) {
        QVERIFY(given == expected);
    }
    QVERIFY(records.asOf() == inner.asOf());
    QCOMPARE(inner.reads, reads);
    QCOMPARE(inner.changes, changes);
}

QTEST_GUILESS_MAIN(TestFaultyRecords)
#include "test_faultyrecords.moc"
