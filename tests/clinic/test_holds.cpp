// SPDX-License-Identifier: GPL-3.0-or-later
#include "bookfixture.h"

#include <QProcess>

#include <barrier>
#include <thread>

using namespace delpek;
using namespace delpek::clinic;
using namespace delpek::test;

namespace
{

const QString Agent = QStringLiteral("conversation:7");
constexpr int Rounds = 1000;
constexpr int Crashes = 200;

/// Levi is there on Sundays from eight to two: twelve visits a Sunday, week after week.
domain::Slot slotOf(int round)
{
    const QDate sunday = QDate(2026, 4, 12).addDays(7 * (round / 12));
    return {QStringLiteral("levi"), QStringLiteral("checkup"), {sunday, QTime(8, 0).addSecs(round % 12 * 30 * 60)}, 30};
}

Booking bookingOf(int round, const QString& reference, const QString& patient, const QString& holder = {})
{
    const auto slot = slotOf(round);
    return {reference, patient, slot.doctor, slot.treatment, slot.start, slot.minutes, holder};
}

/// The child: books one visit of many, and perhaps is cut down at it.
int bookOne(const QString& database, int number)
{
    Desk desk(database);
    return codeOf(desk.records.book(bookingOf(number, QStringLiteral("crash-%1").arg(number), QStringLiteral("p1"))))
               ? 1
               : 0;
}

} // namespace

/// Held slots under contention, and visits whose answer was lost.
class TestHolds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everybodyIsToldTheTruth_data() { eachEngine(); }
    void everybodyIsToldTheTruth();
    void holdsNeverOverlap_data() { eachEngine(); }
    void holdsNeverOverlap();
    void aCrashLeavesOneVisit_data() { eachEngine(); }
    void aCrashLeavesOneVisit();

private:
    std::vector<std::unique_ptr<Desk>> desks(bool postgres)
    {
        const auto location = m_places.newLocation(postgres);
        std::vector<std::unique_ptr<Desk>> all;
        for (int n = postgres ? 3 : 1; n > 0; --n) {
            all.push_back(std::make_unique<Desk>(location));
        }
        got(all.front()->records.import(demoClinic()));
        return all;
    }

    Engines m_places;
};

/// Two desks and an agent want the same time. In half of the rounds the agent's patient holds it already; then it is
/// his. Else whoever comes first has it, and the agent asks for a hold in the midst of it.
void TestHolds::everybodyIsToldTheTruth()
{
    QFETCH(bool, postgres);
    const auto all = desks(postgres);
    const auto desk = [&](int n) -> BuiltinRecords& { return all[static_cast<size_t>(n) % all.size()]->records; };
    const auto before = got(desk(0).allAppointments()).size();
    std::barrier together(3);
    std::array<std::vector<std::optional<ErrorCode>>, 3> codes;
    const auto until = all.front()->clock.now() + std::chrono::hours(1);
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < 3; ++n) {
            threads.emplace_back([&, n] {
                for (int round = 0; round < Rounds; ++round) {
                    if (n == 2 && round % 2 == 0) {
                        got(desk(n).hold({{Agent, slotOf(round), until}}));
                    }
                    together.arrive_and_wait();
                    if (n == 2 && round % 2 == 1) {
                        got(desk(n).hold({{Agent, slotOf(round), until}}));
                    }
                    codes[static_cast<size_t>(n)].push_back(
                        codeOf(desk(n).book(bookingOf(round, QStringLiteral("race-%1-%2").arg(round).arg(n),
                                                      QStringLiteral("p%1").arg(n + 1), n == 2 ? Agent : QString()))));
                    together.arrive_and_wait();
                }
            });
        }
    }
    int desksWon = 0;
    for (size_t round = 0; round < Rounds; ++round) {
        int winners = 0;
        for (size_t n = 0; n < 3; ++n) {
            const auto& code = codes[n][round];
            QVERIFY(!code || code == ErrorCode::Conflict);
            winners += !code;
            desksWon += !code && n < 2;
        }
        QCOMPARE(winners, 1);
        QVERIFY(round % 2 == 1 || !codes[2][round]);
    }
    const auto visits = got(desk(0).allAppointments());
    QCOMPARE(visits.size(), before + Rounds);
    QVERIFY(got(desk(0).holds(QDate(2026, 4, 1), QDate(2029, 1, 1))).empty());
    qInfo("the desks won %d of %d open rounds", desksWon, Rounds / 2);
}

void TestHolds::holdsNeverOverlap()
{
    QFETCH(bool, postgres);
    const auto all = desks(postgres);
    const auto until = all.front()->clock.now() + std::chrono::hours(1);
    for (int round = 0; round < 40; ++round) {
        std::barrier together(6);
        {
            std::vector<std::jthread> threads;
            for (int n = 0; n < 6; ++n) {
                threads.emplace_back([&, n] {
                    auto wanted = slotOf(round);
                    wanted.start.time = wanted.start.time.addSecs(n % 2 * 15 * 60);
                    together.arrive_and_wait();
                    got(all[static_cast<size_t>(n) % all.size()]->records.hold(
                        {{QStringLiteral("conversation:%1-%2").arg(round).arg(n), wanted, until}}));
                });
            }
        }
        const QDate day = slotOf(round).start.date;
        const auto held = got(all.front()->records.holds(day, day));
        for (size_t i = 1; i < held.size(); ++i) {
            QVERIFY(!(held[i].slot.start.time < held[i - 1].slot.start.time.addSecs(30 * 60)));
        }
        QVERIFY(!held.empty());
    }
}

void TestHolds::aCrashLeavesOneVisit()
{
    QFETCH(bool, postgres);
    const auto location = m_places.newLocation(postgres);
    size_t before = 0;
    {
        Desk desk(location);
        got(desk.records.import(demoClinic()));
        before = got(desk.records.allAppointments()).size();
    }
    for (int n = 0; n < Crashes; ++n) {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DELPEK_CUT_AT"),
                           n % 2 == 0 ? QStringLiteral("book.before-commit:1") : QStringLiteral("book.after-commit:1"));
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--book"), location, QString::number(n)});
        QVERIFY(child.waitForFinished(60'000));
        QVERIFY(child.exitStatus() == QProcess::CrashExit);
    }
    Desk desk(location);
    QCOMPARE(got(desk.records.allAppointments()).size(), before + Crashes / 2);
    for (int n = 0; n < Crashes; ++n) {
        const QString reference = QStringLiteral("crash-%1").arg(n);
        const auto wish = bookingOf(n, reference, QStringLiteral("p1"));
        QVERIFY(got(desk.records.book(wish)).start == wish.start);
    }
    QCOMPARE(got(desk.records.allAppointments()).size(), before + Crashes);
}

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--book") == 0) {
        return bookOne(QString::fromLocal8Bit(argv[2]), QByteArray(argv[3]).toInt());
    }
    TestHolds test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_holds.moc"
