// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/connection.h"
#include "store/decisions.h"
#include "store/inbox.h"
#include "store/migrations.h"

#include <cstdio>
#include <set>

using namespace delpek;
using namespace delpek::test;
using store::Access;
using store::Connection;
using store::Engine;
using store::Inbox;
using store::Location;
using store::Session;
using store::Settings;

namespace
{

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        throw std::runtime_error("the test's file cannot be written");
    }
}

/// "table.column type null primary-key" of every column, and the statements' own names of the indexes.
QStringList describeSchema(Session& session)
{
    QStringList lines;
    if (session.engine() == Engine::PostgreSql) {
        auto rows = must(session.run(
            QStringLiteral("SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns "
                           "WHERE table_schema = current_schema()")));
        while (rows.next()) {
            lines << QStringLiteral("%1.%2 %3 %4").arg(rows.text(0), rows.text(1), rows.text(2), rows.text(3));
        }
        auto indexes = must(session.run(QStringLiteral("SELECT tablename, indexname FROM pg_indexes WHERE schemaname = "
                                                       "current_schema() AND indexdef NOT LIKE '%_pkey%' "
                                                       "AND indexname NOT LIKE '%_key'")));
        while (indexes.next()) {
            lines << QStringLiteral("index %1 %2").arg(indexes.text(0), indexes.text(1));
        }
    } else {
        auto rows = must(session.run(QStringLiteral("SELECT t.name, c.name, lower(c.type), c.\"notnull\", c.pk FROM "
                                                    "sqlite_master t, pragma_table_info(t.name) c "
                                                    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite%'")));
        while (rows.next()) {
            QString type = rows.text(2);
            // A generated key must be declared INTEGER there, and bytes have another name.
            if (type == QLatin1String("blob")) {
                type = QStringLiteral("bytea");
            } else if (type == QLatin1String("integer") && rows.flag(4)) {
                type = QStringLiteral("bigint");
            }
            const bool required = rows.flag(3) || rows.flag(4);
            lines << QStringLiteral("%1.%2 %3 %4")
                         .arg(rows.text(0), rows.text(1), type,
                              required ? QStringLiteral("NO") : QStringLiteral("YES"));
        }
        auto indexes = must(session.run(QStringLiteral(
            "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index' AND name NOT LIKE 'sqlite%'")));
        while (indexes.next()) {
            lines << QStringLiteral("index %1 %2").arg(indexes.text(0), indexes.text(1));
        }
    }
    // What a search finds by, each engine keeps in its own form.
    lines.erase(std::remove_if(lines.begin(), lines.end(),
                               [](const QString& line) {
                                   return line.contains(QLatin1String("search_message")) ||
                                          line.contains(QLatin1String("search_note")) ||
                                          line.contains(QLatin1String("search_name"));
                               }),
                lines.end());
    // Two composite keys hold a plain INTEGER: bring both sides to one word.
    lines.replaceInStrings(QStringLiteral("message_version.version bigint"),
                           QStringLiteral("message_version.version integer"));
    lines.sort();
    return lines;
}

} // namespace

/// What must hold across processes, crashes and versions.
class TestDurability : public QObject
{
    Q_OBJECT

    Engines m_engines;
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static QString locationOf(const QString& path) { return QStringLiteral("sqlite:") + path; }

    static std::unique_ptr<Connection> connect(const QString& location)
    {
        return must(Connection::open(must(Location::parse(location)), Access::Write));
    }

    static QStringList schemaOf(const QString& location)
    {
        const auto connection = connect(location);
        return describeSchema(connection->session());
    }

    std::unique_ptr<QProcess> child(const QString& database)
    {
        auto process = std::make_unique<QProcess>();
        process->start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), database});
        return process;
    }

private Q_SLOTS:
    void aSecondProcessIsRefused()
    {
        const auto database = path("shared.db");
        const auto process = child(database);
        QVERIFY(process->waitForReadyRead(20000));
        const auto refused = store::Store::open({locationOf(database)});
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::Conflict, qPrintable(base::describe(refused.error())));
        QVERIFY(refused.error().detail.contains(QLatin1String("in use")));
        // Under another name it is the same file.
        const auto alias = path("alias.db");
        QVERIFY(QFile::link(database, alias));
        const auto aliased = store::Store::open({locationOf(alias)});
        QVERIFY(!aliased && aliased.error().code == ErrorCode::Conflict);
        process->kill();
        QVERIFY(process->waitForFinished());
        QVERIFY(store::Store::open({locationOf(database)}));
    }

    void acknowledgedRowsSurviveAKill()
    {
        const auto database = path("killed.db");
        qint64 acknowledged = 0;
        for (int round = 0; round < 3; ++round) {
            const auto process = child(database);
            QByteArray said;
            while (said.count('\n') < 300 && process->waitForReadyRead(20000)) {
                said += process->readAllStandardOutput();
            }
            process->kill();
            QVERIFY(process->waitForFinished());
            said += process->readAllStandardOutput();
            said.truncate(said.lastIndexOf('\n'));
            const auto lines = said.split('\n');
            QVERIFY(lines.size() >= 300);
            for (const auto& line : lines) {
                acknowledged = std::max(acknowledged, line.toLongLong());
            }
            TestStore store(locationOf(database));
            const auto pending = store.read([](Session& session) { return Inbox(session).pending({}, 1'000'000); });
            QVERIFY(qint64(pending.size()) >= acknowledged);
            std::set<qint64> ids;
            for (const auto& delivery : pending) {
                ids.insert(delivery.id.value);
            }
            for (const auto& line : lines) {
                QVERIFY2(ids.contains(line.toLongLong()), line.constData());
            }
        }
    }

    void aNewerDatabaseIsLeftUntouched()
    {
        const auto database = path("newer.db");
        {
            TestStore store(locationOf(database));
            store.write([](Session& session) {
                return session.execute(QStringLiteral("INSERT INTO schema_version (version) VALUES (9999)"));
            });
        }
        const auto before = contents(database);
        const auto refused = store::Store::open({locationOf(database)});
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::Unsupported, qPrintable(base::describe(refused.error())));
        QVERIFY(contents(database) == before);
    }

    void aNewerServersDatabaseIsLeftUntouched()
    {
        const auto location = m_engines.newLocation(true);
        {
            TestStore store(location);
            store.write([](Session& session) -> Result<Done> {
                (void)must(session.command(QStringLiteral("DROP TABLE draft")));
                (void)must(session.execute(QStringLiteral("INSERT INTO schema_version (version) VALUES (9999)")));
                return Done{};
            });
        }
        const auto before = schemaOf(location);
        const auto refused = store::Store::open({location});
        QVERIFY(!refused && refused.error().code == ErrorCode::Unsupported);
        QCOMPARE(schemaOf(location), before);
    }

    void whatIsNoDatabaseIsLeftUntouched_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("Dear diary, today I was mistaken for a database.\n");
        QTest::newRow("short") << QByteArray("x");
        QTest::newRow("damaged") << QByteArray("SQLite format 3\0", 16) + QByteArray(4080, '\x7f');
    }

    void whatIsNoDatabaseIsLeftUntouched()
    {
        QFETCH(QByteArray, bytes);
        const auto file = path(QTest::currentDataTag());
        put(file, bytes);
        const auto refused = store::Store::open({locationOf(file)});
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == ErrorCode::InvalidInput, qPrintable(base::describe(refused.error())));
        QVERIFY(contents(file) == bytes);
    }

    void anotherProgramsDatabaseIsLeftUntouched()
    {
        const auto database = path("foreign.db");
        must(connect(locationOf(database))->session().command(QStringLiteral("CREATE TABLE recipe (id INTEGER)")));
        const auto before = contents(database);
        const auto refused = store::Store::open({locationOf(database)});
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidInput);
        QVERIFY(contents(database) == before);
    }

    void badLocationsAreRefused_data()
    {
        QTest::addColumn<QString>("location");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QString() << ErrorCode::InvalidInput;
        QTest::newRow("other") << QStringLiteral("mysql://u:hunter2@h/d") << ErrorCode::InvalidInput;
        QTest::newRow("no database") << QStringLiteral("postgresql://u:hunter2@h") << ErrorCode::InvalidInput;
        QTest::newRow("no folder") << QStringLiteral("sqlite:/nowhere/at/all.db") << ErrorCode::Unavailable;
        QTest::newRow("no server") << QStringLiteral("postgresql://u:hunter2@x/d?host=/nowhere")
                                   << ErrorCode::Unavailable;
    }

    void badLocationsAreRefused()
    {
        QFETCH(QString, location);
        QFETCH(ErrorCode, code);
        const auto refused = store::Store::open({location});
        QVERIFY(!refused);
        QVERIFY2(refused.error().code == code, qPrintable(base::describe(refused.error())));
        QVERIFY(!refused.error().detail.contains(QLatin1String("hunter2")));
    }

    void theDatabaseIsItsOwnersOnly()
    {
        const auto database = path("private.db");
        TestStore store(locationOf(database));
        QCOMPARE(QFile::permissions(database) &
                     (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void anOldDatabaseBecomesEqualToAFreshOne_data() { eachEngine(); }

    void anOldDatabaseBecomesEqualToAFreshOne()
    {
        QFETCH(bool, postgres);
        const auto steps = store::migrations();
        const auto fresh = m_engines.newLocation(postgres);
        {
            TestStore store(fresh);
        }
        const auto expected = schemaOf(fresh);
        QVERIFY(expected.contains(QStringLiteral("inbox.digest bytea NO")));
        for (size_t known = 0; known <= steps.size(); ++known) {
            const auto old = m_engines.newLocation(postgres);
            {
                const auto connection = connect(old);
                must(store::migrate(connection->session(), {steps.begin(), steps.begin() + ptrdiff_t(known)}));
                QCOMPARE(must(store::schemaVersion(connection->session())), int(known));
            }
            {
                TestStore store(old);
            }
            QCOMPARE(schemaOf(old), expected);
        }
    }

    void bothEnginesHaveTheSameSchema()
    {
        const auto sqlite = m_engines.newLocation(false);
        const auto postgres = m_engines.newLocation(true);
        TestStore{sqlite};
        TestStore{postgres};
        QCOMPARE(schemaOf(sqlite), schemaOf(postgres));
    }

    void aFailedStepChangesNothing_data() { eachEngine(); }

    void aFailedStepChangesNothing()
    {
        QFETCH(bool, postgres);
        const auto connection = connect(m_engines.newLocation(postgres));
        auto& session = connection->session();
        auto steps = store::migrations();
        must(store::migrate(session, steps));
        const auto before = describeSchema(session);
        const int version = int(steps.size());
        steps.push_back(
            {version + 1,
             {QStringLiteral("CREATE TABLE extra (id {id}, body {blob})"), QStringLiteral("CREATE TABLE broken (")}});
        QVERIFY(!store::migrate(session, steps));
        QCOMPARE(describeSchema(session), before);
        steps.back().statements.removeLast();
        must(store::migrate(session, steps));
        QCOMPARE(must(store::schemaVersion(session)), version + 1);
    }
};

namespace
{

/// The child: writes deliveries from several places at once and says each id only once it is told to be durable.
int writeUntilKilled(const QString& database)
{
    TestStore store(QStringLiteral("sqlite:") + database);
    const auto stamp = base::SystemClock().now();
    std::vector<Future<std::optional<domain::InboxId>>> waiting;
    for (int i = 0;; ++i) {
        waiting.push_back(store->write([=](Session& session) {
            const auto body = QByteArray::number(base::toMillis(stamp)) + '-' + QByteArray::number(i);
            return Inbox(session).add({{}, domain::ChannelKind::WhatsApp, QStringLiteral("a"), body, stamp, {}},
                                      store::digestOf(body));
        }));
        if (waiting.size() == 32) {
            for (auto& write : waiting) {
                std::printf("%lld\n", must(write.result()).value().value);
                std::fflush(stdout);
            }
            waiting.clear();
        }
    }
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--write") == 0) {
        return writeUntilKilled(QString::fromLocal8Bit(argv[2]));
    }
    TestDurability test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_durability.moc"
