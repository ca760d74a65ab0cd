// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "secrets/environmentstore.h"
#include "secrets/names.h"

#include <QTest>

using namespace delpek;
using namespace delpek::secrets;

class TestEnvironmentStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QStringLiteral("whatsapp.access-token") << true;
        QTest::newRow("digits") << QStringLiteral("odoo17.key2") << true;
        QTest::newRow("three parts") << QStringLiteral("a.b.c") << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("no dot") << QStringLiteral("token") << false;
        QTest::newRow("upper case") << QStringLiteral("Whatsapp.token") << false;
        QTest::newRow("underscore") << QStringLiteral("whatsapp.access_token") << false;
        QTest::newRow("double dot") << QStringLiteral("a..b") << false;
        QTest::newRow("dot at the end") << QStringLiteral("a.") << false;
        QTest::newRow("line end") << QStringLiteral("a.b\n") << false;
        QTest::newRow("long") << QStringLiteral("a.") + QString(100, QLatin1Char('b')) << false;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(checkName(name).has_value(), good);
    }

    void variablesAndBack()
    {
        QCOMPARE(variableOf(QStringLiteral("whatsapp.access-token")),
                 QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"));
        QCOMPARE(nameOf(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN")),
                 QStringLiteral("whatsapp.access-token"));
        QCOMPARE(nameOf(QStringLiteral("DELPEK_SECRETS_STORE")), QString());
        QCOMPARE(nameOf(QStringLiteral("DELPEK_SECRET_")), QString());
        QCOMPARE(nameOf(QStringLiteral("DELPEK_SECRET_ONE")), QString());
    }

    void readsAndListsButNeverWrites()
    {
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QStringLiteral("value"));
        environment.insert(QStringLiteral("DELPEK_SECRET_TELEGRAM_BOT_TOKEN"), QString());
        environment.insert(QStringLiteral("PATH"), QStringLiteral("/bin"));
        EnvironmentStore store(environment);
        const QString name = QStringLiteral("whatsapp.access-token");

        QCOMPARE(base::await(store.read(name)).value(), QStringLiteral("value"));
        QCOMPARE(base::await(store.list()).value(), QStringList{name});
        const auto absent = base::await(store.read(QStringLiteral("telegram.bot-token")));
        QCOMPARE(absent.error().code, ErrorCode::NotFound);
        QVERIFY(absent.error().detail.contains(QStringLiteral("DELPEK_SECRET_TELEGRAM_BOT_TOKEN")));
        QVERIFY(!store.isWritable());
        QCOMPARE(base::await(store.write(name, QStringLiteral("x"))).error().code, ErrorCode::Unsupported);
        QCOMPARE(base::await(store.remove(name)).error().code, ErrorCode::Unsupported);
        QCOMPARE(base::await(store.read(QStringLiteral("bad"))).error().code, ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentStore)
#include "test_environmentstore.moc"
