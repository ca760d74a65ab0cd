// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "secrets/choose.h"
#include "secrets/keychainstore.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::secrets;
using namespace std::chrono_literals;

/// Without a session bus there is no keychain: every call ends with an error, and nothing is written elsewhere.
class TestNoKeychain : public QObject
{
    Q_OBJECT

    QTemporaryDir m_home;

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"}) {
            qputenv(variable, m_home.path().toLocal8Bit());
        }
        qunsetenv("DISPLAY");
    }

    void everyCallFails()
    {
        KeychainStore store(QStringLiteral("delpek"), 10s);
        const QString name = QStringLiteral("a.b");
        QCOMPARE(base::await(store.read(name)).error().code, ErrorCode::Unavailable);
        QCOMPARE(base::await(store.write(name, QStringLiteral("do not leak"))).error().code, ErrorCode::Unavailable);
        QCOMPARE(base::await(store.remove(name)).error().code, ErrorCode::Unavailable);
        QCOMPARE(base::await(store.list()).error().code, ErrorCode::Unavailable);
    }

    void autoStopsAndNamesTheChoices()
    {
        const QString path = m_home.filePath(QStringLiteral("secrets.json"));
        const auto store = chooseStore({QStringLiteral("auto"), path, QProcessEnvironment(), 10s});
        QVERIFY(!store);
        QCOMPARE(store.error().code, ErrorCode::Unavailable);
        QVERIFY2(store.error().detail.contains(QStringLiteral("secrets.store = file")),
                 qPrintable(store.error().detail));
        QVERIFY(!QFile::exists(path));
    }

    void nothingIsWrittenElsewhere() { QVERIFY(QDir(m_home.path()).isEmpty(QDir::Files | QDir::NoDotAndDotDot)); }

    void otherKindsNeedNoKeychain()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DELPEK_SECRET_A_B"), QStringLiteral("v"));
        const auto fromEnvironment = chooseStore({QStringLiteral("environment"), {}, environment});
        QVERIFY(fromEnvironment);
        QVERIFY(!(*fromEnvironment)->isWritable());
        QCOMPARE(base::await((*fromEnvironment)->read(QStringLiteral("a.b"))).value(), QStringLiteral("v"));

        const QString path = m_home.filePath(QStringLiteral("chosen/secrets.json"));
        const auto file = chooseStore({QStringLiteral("file"), path, environment});
        QVERIFY(file);
        QVERIFY((*file)->description().contains(path));
        QVERIFY(base::await((*file)->write(QStringLiteral("c.d"), QStringLiteral("w"))));
        QVERIFY(QFile::exists(path));

        QCOMPARE(chooseStore({QStringLiteral("file"), {}}).error().code, ErrorCode::InvalidInput);
        QCOMPARE(chooseStore({QStringLiteral("safe"), {}}).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "test_nokeychain.moc"
