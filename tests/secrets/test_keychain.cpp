// SPDX-License-Identifier: GPL-3.0-or-later
// Runs under withkeyring.sh, against a real Secret Service.
#include "base/await.h"
#include "secrets/choose.h"
#include "secrets/keychainjobs.h"
#include "secrets/keychainstore.h"

#include <QTest>

using namespace delpek;
using namespace delpek::secrets;
using namespace std::chrono_literals;

class TestKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void probeLeavesNothing()
    {
        KeychainStore store;
        const auto probed = base::await(store.probe());
        QVERIFY2(probed, qPrintable(probed ? QString() : describe(probed.error())));
        const auto left =
            base::await(KeychainJobs::shared().read(QStringLiteral("delpek"), QStringLiteral("delpek.probe"), 10s));
        QCOMPARE(left.error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(store.list()).value(), QStringList());
    }

    void writeReadListRemove()
    {
        const QString name = QStringLiteral("whatsapp.access-token");
        const QString other = QStringLiteral("telegram.bot-token");
        const QString value = QStringLiteral("a \"value\" with\nlines, שלום and \\");
        {
            KeychainStore store;
            QVERIFY(base::await(store.write(name, QStringLiteral("old"))));
            QVERIFY(base::await(store.write(name, value)));
            QVERIFY(base::await(store.write(other, QStringLiteral("b"))));
        }
        // another store, as another start of the program would have it
        KeychainStore store;
        QCOMPARE(base::await(store.read(name)).value(), value);
        QCOMPARE(base::await(store.list()).value(), (QStringList{other, name}));
        QVERIFY(base::await(store.remove(name)));
        QCOMPARE(base::await(store.read(name)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(store.remove(name)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(store.list()).value(), QStringList{other});
        QVERIFY(base::await(store.remove(other)));
    }

    void servicesAreApart()
    {
        KeychainStore one(QStringLiteral("delpek-test-one"));
        KeychainStore two(QStringLiteral("delpek-test-two"));
        QVERIFY(base::await(one.write(QStringLiteral("a.b"), QStringLiteral("1"))));
        QCOMPARE(base::await(two.read(QStringLiteral("a.b"))).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(two.list()).value(), QStringList());
    }

    void manyWritesAtOnceAllReachTheIndex()
    {
        KeychainStore store(QStringLiteral("delpek-test-many"));
        QStringList names;
        std::vector<Future<Done>> writes;
        for (int i = 10; i < 30; ++i) {
            names += QStringLiteral("test.n%1").arg(i);
            writes.push_back(store.write(names.back(), QString::number(i)));
        }
        for (const auto& write : writes) {
            QVERIFY(base::await(write));
        }
        QCOMPARE(base::await(store.list()).value(), names);
    }

    void badNamesAreRefused()
    {
        KeychainStore store;
        for (const QString& name : {QStringLiteral("delpek.index"), QStringLiteral("Upper.Case"), QString()}) {
            QCOMPARE(base::await(store.write(name, QStringLiteral("v"))).error().code, ErrorCode::InvalidInput);
            QCOMPARE(base::await(store.read(name)).error().code, ErrorCode::InvalidInput);
        }
    }

    void autoTakesTheKeychain()
    {
        const auto store = chooseStore({QStringLiteral("auto"), {}, QProcessEnvironment(), 10s});
        QVERIFY(store);
        QCOMPARE((*store)->description(), QStringLiteral("the system keychain"));
        QVERIFY((*store)->isWritable());
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "test_keychain.moc"
