// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "secrets/environmentstore.h"
#include "secrets/filestore.h"
#include "secrets/layeredstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::secrets;

class TestLayeredStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environmentWinsAndCannotBeShadowed()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("secrets.json"));
        const QString both = QStringLiteral("a.both");
        const QString stored = QStringLiteral("a.stored");
        const QString given = QStringLiteral("a.given");
        QVERIFY(base::await(FileStore(path).write(both, QStringLiteral("file"))));
        QProcessEnvironment environment;
        environment.insert(QStringLiteral("DELPEK_SECRET_A_BOTH"), QStringLiteral("environment"));
        environment.insert(QStringLiteral("DELPEK_SECRET_A_GIVEN"), QStringLiteral("environment"));
        LayeredStore store(std::make_unique<EnvironmentStore>(environment), std::make_unique<FileStore>(path));

        QVERIFY(store.isWritable());
        QVERIFY(base::await(store.write(stored, QStringLiteral("file"))));
        QCOMPARE(base::await(store.read(stored)).value(), QStringLiteral("file"));
        QCOMPARE(base::await(store.read(both)).value(), QStringLiteral("environment"));
        QCOMPARE(base::await(store.read(given)).value(), QStringLiteral("environment"));
        QCOMPARE(base::await(store.list()).value(), (QStringList{both, given, stored}));
        QCOMPARE(base::await(store.read(QStringLiteral("a.none"))).error().code, ErrorCode::NotFound);

        const auto shadowed = base::await(store.write(both, QStringLiteral("new")));
        QVERIFY(!shadowed);
        QCOMPARE(shadowed.error().code, ErrorCode::Conflict);
        QVERIFY(shadowed.error().detail.contains(QStringLiteral("DELPEK_SECRET_A_BOTH")));
        QCOMPARE(base::await(store.remove(both)).error().code, ErrorCode::Conflict);
        QCOMPARE(base::await(FileStore(path).read(both)).value(), QStringLiteral("file"));
        QVERIFY(base::await(store.remove(stored)));
        QCOMPARE(base::await(store.write(QStringLiteral("Bad"), QStringLiteral("x"))).error().code,
                 ErrorCode::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(TestLayeredStore)
#include "test_layeredstore.moc"
