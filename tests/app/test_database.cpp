// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/database.h"

#include <QFile>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;

/// What stands in the way of opening the database.
class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRestoreThatWasCutIsNoEmptyClinic()
    {
        const QTemporaryDir folder;
        const auto config = config::Config::load({}, QProcessEnvironment(), {});
        QVERIFY(config);
        const QString path = folder.filePath(QStringLiteral("delpek.sqlite"));
        const QString location = QStringLiteral("sqlite:") + path;
        QFile incoming(path + QStringLiteral(".restoring"));
        QVERIFY(incoming.open(QIODevice::WriteOnly));
        incoming.close();
        const auto refused = app::openDatabase(*config, location);
        QVERIFY(!refused);
        QCOMPARE(refused.error().key, QStringLiteral("restore.cut"));
        QVERIFY(!QFile::exists(path));
        QVERIFY(incoming.remove());
        QVERIFY(app::openDatabase(*config, location));
        // Cut before the old one lost its name: it is still the clinic's.
        QVERIFY(incoming.open(QIODevice::WriteOnly));
        QVERIFY(app::openDatabase(*config, location));
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "test_database.moc"
