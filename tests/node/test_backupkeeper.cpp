// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "domain/localtime.h"
#include "node/backupkeeper.h"
#include "store/engines.h"

#include <QDir>
#include <QLoggingCategory>

using namespace delpek;
using namespace std::chrono_literals;
using node::BackupKeeper;
using test::must;
using test::noon;

namespace
{

const QTimeZone zone("Asia/Jerusalem");
const QTime evening(21, 30);
/// 3.3.2026, 21:30 in the clinic.
const base::Instant firstEvening = noon + 7h + 30min;

} // namespace

/// When copies are made. It is Tuesday, 3.3.2026, 14:00 in the clinic.
class TestBackupKeeper : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<base::VirtualClock> m_clock;
    std::unique_ptr<BackupKeeper> m_keeper;

    QString in(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    void start(const QString& folder, QTime at = evening, int keep = 2)
    {
        m_keeper = std::make_unique<BackupKeeper>(
            **m_store, *m_clock, node::BackupSource{in("data/delpek.sqlite"), in("data/media"), {}, {}}, zone);
        m_keeper->setPlan({folder, at, keep});
    }
    std::vector<node::Backup> copies() const { return node::backupsIn(in("copies")); }
    /// The clock goes on once the keeper sleeps until then.
    void goOn(base::Instant to, base::Instant next)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->next() == next, 20'000);
        m_clock->advance(to - m_clock->now());
    }

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QDir(m_folder->path()).mkpath(QStringLiteral("data"));
        QDir(m_folder->path()).mkpath(QStringLiteral("copies"));
        m_store = std::make_unique<test::TestStore>(QStringLiteral("sqlite:") + in("data/delpek.sqlite"));
        m_clock = std::make_unique<base::VirtualClock>(noon);
    }
    void cleanup()
    {
        m_keeper.reset();
        m_store.reset();
    }

    void theNextIsDueAtItsTimeOfDay()
    {
        const base::Instant next = firstEvening + 24h;
        QCOMPARE(node::nextBackup({}, noon, evening, zone), firstEvening);
        QCOMPARE(node::nextBackup({}, firstEvening, evening, zone), next);
        QCOMPARE(node::nextBackup(firstEvening, firstEvening + 1min, evening, zone), next);
        // Made by hand at noon: the evening's comes all the same.
        QCOMPARE(node::nextBackup(noon, noon + 1h, evening, zone), firstEvening);
        // Missed: due since then.
        QCOMPARE(node::nextBackup(firstEvening - 72h, noon, evening, zone), firstEvening - 48h);
        // The night in which the clocks go forward still has its 2:30, an hour later.
        const base::Instant before = domain::toInstant({QDate(2026, 3, 26), QTime(12, 0)}, zone);
        QCOMPARE(domain::toLocal(node::nextBackup({}, before, QTime(2, 30), zone), zone).date, QDate(2026, 3, 27));
    }

    void oneIsMadeEachEveningAndTheOldestGo()
    {
        start(in("copies"));
        for (int day = 0; day < 4; ++day) {
            goOn(firstEvening + day * 24h, firstEvening + day * 24h);
            QTRY_VERIFY_WITH_TIMEOUT(!copies().empty() && copies().front().madeAt == firstEvening + day * 24h, 20'000);
        }
        QTRY_COMPARE(m_keeper->next(), std::optional(firstEvening + 96h));
        QCOMPARE(copies().size(), size_t(2));
        QVERIFY(!must(base::await(m_keeper->lastFailure())));
    }

    void oneThatWasMissedIsMadeAtTheStart()
    {
        start(in("copies"), {});
        must(base::await(m_keeper->makeNow()));
        m_keeper.reset();
        m_clock->advance(48h);
        start(in("copies"));
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->next().has_value(), 20'000);
        m_clock->advance(0ms);
        QTRY_COMPARE_WITH_TIMEOUT(copies().size(), size_t(2), 20'000);
        QTRY_COMPARE(m_keeper->next(), std::optional(firstEvening + 48h));
    }

    void oneThatFailedIsTriedAgainAndSaysWhy()
    {
        start(in("disk"));
        goOn(firstEvening, firstEvening);
        QTRY_COMPARE_WITH_TIMEOUT(m_keeper->next(), std::optional(firstEvening + 1h), 20'000);
        const auto failure = must(base::await(m_keeper->lastFailure()));
        QVERIFY(failure);
        QCOMPARE(failure->first, firstEvening);
        QCOMPARE(failure->second.key, QStringLiteral("backup.folder"));
        // The disk is connected.
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("disk")));
        m_clock->advance(1h);
        QTRY_COMPARE_WITH_TIMEOUT(node::backupsIn(in("disk")).size(), size_t(1), 20'000);
        QTRY_VERIFY(!must(base::await(m_keeper->lastFailure())));
        QTRY_COMPARE(m_keeper->next(), std::optional(firstEvening + 24h));
    }

    void aFolderThatIsAwayIsNoFolderWithoutCopies()
    {
        start(in("copies"), {});
        const auto made = must(base::await(m_keeper->makeNow()));
        m_keeper.reset();
        QVERIFY(QDir().rename(in("copies"), in("unplugged")));
        m_clock->advance(48h);
        start(in("copies"));
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->next().has_value(), 20'000);
        m_clock->advance(0ms);
        QTRY_COMPARE_WITH_TIMEOUT(m_keeper->next(), std::optional(noon + 49h), 20'000);
        QCOMPARE(must(base::await(m_keeper->lastFailure())).value().second.key, QStringLiteral("backup.folder"));
        // Another start in between forgets neither.
        m_keeper.reset();
        start(in("copies"));
        QTRY_VERIFY_WITH_TIMEOUT(m_keeper->next().has_value(), 20'000);
        QCOMPARE(m_keeper->next(), std::optional(node::nextBackup(made.madeAt, m_clock->now(), evening, zone)));
        QVERIFY(QDir().rename(in("unplugged"), in("copies")));
        m_clock->advance(0ms);
        QTRY_COMPARE_WITH_TIMEOUT(copies().size(), size_t(2), 20'000);
        QTRY_VERIFY(!must(base::await(m_keeper->lastFailure())));
    }

    void anOldOneThatStaysCostsNoFurtherCopies()
    {
        start(in("copies"), evening, 1);
        goOn(firstEvening, firstEvening);
        QTRY_COMPARE_WITH_TIMEOUT(m_keeper->next(), std::optional(firstEvening + 24h), 20'000);
        QCOMPARE(copies().size(), size_t(1));
        // What takes the name that it would get first.
        QFile stone(copies().front().path + QStringLiteral(".gone"));
        QVERIFY(stone.open(QIODevice::WriteOnly));
        goOn(firstEvening + 24h, firstEvening + 24h);
        QTRY_COMPARE_WITH_TIMEOUT(m_keeper->next(), std::optional(firstEvening + 48h), 20'000);
        QCOMPARE(copies().size(), size_t(2));
        const auto failure = must(base::await(m_keeper->lastFailure()));
        QVERIFY(failure);
        QCOMPARE(failure->second.key, QStringLiteral("backup.oldStay"));
        QCOMPARE(failure->first, firstEvening + 24h);
        QVERIFY(stone.remove());
        goOn(firstEvening + 48h, firstEvening + 48h);
        QTRY_COMPARE_WITH_TIMEOUT(m_keeper->next(), std::optional(firstEvening + 72h), 20'000);
        QCOMPARE(copies().size(), size_t(1));
        QVERIFY(!must(base::await(m_keeper->lastFailure())));
    }

    void withoutATimeOneIsMadeOnlyWhenSomebodyAsks()
    {
        start(in("copies"), {});
        m_clock->advance(72h);
        QVERIFY(copies().empty() && !m_keeper->next());
        const auto one = m_keeper->makeNow();
        const auto same = m_keeper->makeNow();
        QCOMPARE(must(base::await(one)), must(base::await(same)));
        QCOMPARE(copies().size(), size_t(1));
        QVERIFY(!m_keeper->progress());
        start({}, {});
        QCOMPARE(base::await(m_keeper->makeNow()).error().key, QStringLiteral("backup.unset"));
    }
};

QTEST_GUILESS_MAIN(TestBackupKeeper)
#include "test_backupkeeper.moc"
