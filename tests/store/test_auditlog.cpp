// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/auditlog.h"
#include "store/connection.h"
#include "store/location.h"

#include <QCryptographicHash>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::AuditEntry;
using store::AuditLog;
using store::AuditState;
using store::Session;

/// The log of who did what: nobody changes it unseen.
class TestAuditLog : public QObject
{
    Q_OBJECT

    Engines m_engines;

    static void note(TestStore& store, const QString& action, const QString& detail = {})
    {
        store.write([=](Session& session) {
            return AuditLog(session).append(QStringLiteral("נועה לוי"), action, QStringLiteral("escalation:7"), detail,
                                            noon);
        });
    }
    static AuditState verified(TestStore& store)
    {
        return store.read([](Session& session) { return AuditLog(session).verify(); });
    }
    static std::vector<AuditEntry> all(TestStore& store)
    {
        return store.read([](Session& session) { return AuditLog(session).after(0, 100); });
    }
    /// What somebody does who has the database's password.
    static void tamper(TestStore& store, const QStringList& statements)
    {
        store.write([=](Session& session) -> Result<Done> {
            const bool sqlite = session.engine() == store::Engine::Sqlite;
            const QStringList guard = sqlite ? QStringList{QStringLiteral("DROP TRIGGER audit_no_update"),
                                                           QStringLiteral("DROP TRIGGER audit_no_delete")}
                                             : QStringList{QStringLiteral("DROP TRIGGER audit_unchanged ON audit")};
            for (const QString& statement : guard + statements) {
                if (const auto done = session.command(statement); !done) {
                    return done;
                }
            }
            return Done{};
        });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void theFormIsTheDocumentedOne()
    {
        const AuditEntry entry{3,
                               base::fromMillis(1772539200000),
                               QStringLiteral("נועה \"לוי\""),
                               QStringLiteral("link.opened"),
                               QStringLiteral("escalation:7"),
                               QStringLiteral("a\nb"),
                               {}};
        const QByteArray previous(64, 'a');
        const QByteArray row = "[3,1772539200000,\"נועה \\\"לוי\\\"\",\"link.opened\",\"escalation:7\",\"a\\nb\"]";
        QCOMPARE(store::hashOf(QString::fromLatin1(previous), entry).toLatin1(),
                 QCryptographicHash::hash(previous + '\n' + row, QCryptographicHash::Sha256).toHex());
        QCOMPARE(store::hashOf({}, entry), store::hashOf(QString(64, QLatin1Char('0')), entry));
    }

    void entriesAreNumberedAndChained()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        QCOMPARE(verified(store).entries, 0);
        QVERIFY(verified(store).isWhole);
        note(store, QStringLiteral("link.made"));
        note(store, QStringLiteral("link.opened"), QStringLiteral("a %1 b").arg(QChar(QChar::Null)));
        note(store, QStringLiteral("link.opened"));
        const auto entries = all(store);
        QCOMPARE(entries.size(), 3U);
        QCOMPARE(entries[0].number, 1);
        QCOMPARE(entries[2].number, 3);
        QCOMPARE(entries[0].actor, QStringLiteral("נועה לוי"));
        QCOMPARE(entries[0].at, noon);
        QVERIFY(entries[1].hash != entries[2].hash);
        const auto state = verified(store);
        QCOMPARE(state.entries, 3);
        QCOMPARE(state.head, entries[2].hash);
        QVERIFY(state.isWhole && !state.brokenAt);
    }

    void theChainIsFollowedInSteps()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        for (int i = 0; i < 5; ++i) {
            note(store, QStringLiteral("link.opened"));
        }
        AuditState state;
        QList<qint64> steps;
        while (!state.isWhole && !state.brokenAt && steps.size() < 9) {
            state = store.read([=](Session& session) { return AuditLog(session).follow(state, 2); });
            steps << state.entries;
        }
        QCOMPARE(steps, QList<qint64>({2, 4, 5}));
        QVERIFY(state.isWhole);
    }

    void aWriteThatFailsLeavesNoEntry()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        note(store, QStringLiteral("link.made"));
        const auto failed =
            store
                ->write([](Session& session) -> Result<Done> {
                    (void)AuditLog(session).append(QStringLiteral("a"), QStringLiteral("b"), {}, {}, noon);
                    return fail(ErrorCode::Conflict, QStringLiteral("no"));
                })
                .result();
        QVERIFY(!failed);
        note(store, QStringLiteral("link.opened"));
        QCOMPARE(verified(store).entries, 2);
        QVERIFY(!verified(store).brokenAt);
    }

    void theDatabaseRefusesChanges_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::newRow("change") << QStringLiteral("UPDATE audit SET actor = 'x'");
        QTest::newRow("deletion") << QStringLiteral("DELETE FROM audit WHERE number = 1");
    }
    void theDatabaseRefusesChanges()
    {
        QFETCH_GLOBAL(bool, postgres);
        QFETCH(QString, statement);
        TestStore store(m_engines.newLocation(postgres));
        note(store, QStringLiteral("link.made"));
        const auto tried = store->write([=](Session& session) { return session.execute(statement); }).result();
        QVERIFY(!tried);
        QCOMPARE(all(store).size(), 1U);
        QCOMPARE(all(store)[0].actor, QStringLiteral("נועה לוי"));
    }

    void aBreakIsFound_data()
    {
        QTest::addColumn<QStringList>("statements");
        QTest::addColumn<int>("at");
        const auto row = [](const char* name, const QStringList& statements, int at) {
            QTest::newRow(name) << statements << at;
        };
        row("another actor", {QStringLiteral("UPDATE audit SET actor = 'x' WHERE number = 2")}, 2);
        row("another moment", {QStringLiteral("UPDATE audit SET at = at + 1 WHERE number = 1")}, 1);
        row("another detail", {QStringLiteral("UPDATE audit SET detail = 'x' WHERE number = 4")}, 4);
        row("first one gone", {QStringLiteral("DELETE FROM audit WHERE number = 1")}, 1);
        row("one of the middle gone", {QStringLiteral("DELETE FROM audit WHERE number = 3")}, 3);
        row("gap closed",
            {QStringLiteral("DELETE FROM audit WHERE number = 3"),
             QStringLiteral("UPDATE audit SET number = 3 WHERE number = 4")},
            3);
        row("end cut off", {QStringLiteral("DELETE FROM audit WHERE number = 4")}, 4);
        row("all gone", {QStringLiteral("DELETE FROM audit")}, 1);
    }
    void aBreakIsFound()
    {
        QFETCH_GLOBAL(bool, postgres);
        QFETCH(QStringList, statements);
        QFETCH(int, at);
        TestStore store(m_engines.newLocation(postgres));
        for (int i = 0; i < 4; ++i) {
            note(store, QStringLiteral("link.opened"));
        }
        tamper(store, statements);
        QCOMPARE(verified(store).brokenAt, std::optional(qint64(at)));
    }

    void severalProcessesAddToOneChain()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) {
            return; // One process has the file.
        }
        const QString location = m_engines.newLocation(true);
        TestStore one(location);
        TestStore two(location);
        std::vector<Future<Done>> pending;
        for (int i = 0; i < 60; ++i) {
            auto& store = i % 2 == 0 ? one : two;
            pending.push_back(store->write([](Session& session) {
                return AuditLog(session).append(QStringLiteral("a"), QStringLiteral("link.opened"), {}, {}, noon);
            }));
        }
        for (const auto& future : pending) {
            QVERIFY2(future.result(),
                     qPrintable(future.result() ? QString() : base::describe(future.result().error())));
        }
        QCOMPARE(verified(one).entries, 60);
        QVERIFY(!verified(two).brokenAt);
    }
};

QTEST_GUILESS_MAIN(TestAuditLog)
#include "test_auditlog.moc"
