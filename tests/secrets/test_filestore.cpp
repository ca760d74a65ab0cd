// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "secrets/filestore.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

#include <atomic>
#include <thread>

using namespace delpek;
using namespace delpek::secrets;

namespace
{

int modeOf(const QString& path)
{
    struct stat status = {};
    return ::stat(path.toLocal8Bit().constData(), &status) == 0 ? static_cast<int>(status.st_mode & 07777) : -1;
}

} // namespace

class TestFileStore : public QObject
{
    Q_OBJECT

    std::optional<QTemporaryDir> m_folder;
    const QString m_name = QStringLiteral("whatsapp.access-token");

    QString path() const { return m_folder->filePath(QStringLiteral("new/deep/secrets.json")); }
    void makeFile(const QByteArray& bytes, int mode) const
    {
        const QString folder = QFileInfo(path()).path();
        QVERIFY(QDir().mkpath(folder));
        ::chmod(folder.toLocal8Bit().constData(), 0700);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        ::fchmod(file.handle(), static_cast<mode_t>(mode));
    }

private Q_SLOTS:
    void initTestCase() { ::umask(0); } // the widest: whatever is closed was closed by the store
    void init() { m_folder.emplace(); }

    void writeReadListRemove()
    {
        FileStore store(path());
        const QString value = QStringLiteral("\"quoted\"\nשלום \\");
        QCOMPARE(base::await(store.list()).value(), QStringList());
        QCOMPARE(base::await(store.read(m_name)).error().code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(path())); // reading makes nothing

        QVERIFY(base::await(store.write(m_name, value)));
        QVERIFY(base::await(store.write(QStringLiteral("a.b"), QStringLiteral("1"))));
        QCOMPARE(modeOf(path()), 0600);
        QCOMPARE(modeOf(QFileInfo(path()).path()), 0700);

        FileStore again(path());
        QCOMPARE(base::await(again.read(m_name)).value(), value);
        QCOMPARE(base::await(again.list()).value(), (QStringList{QStringLiteral("a.b"), m_name}));
        QVERIFY(base::await(again.remove(m_name)));
        QCOMPARE(base::await(again.remove(m_name)).error().code, ErrorCode::NotFound);
        QCOMPARE(base::await(store.read(m_name)).error().code, ErrorCode::NotFound);
        QCOMPARE(modeOf(path()), 0600);
        QCOMPARE(QFileInfo(path()).dir().entryList(QDir::Files), QStringList{QStringLiteral("secrets.json")});
    }

    void openFilesAreRefused_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("group may read") << 0640;
        QTest::newRow("all may read") << 0644;
        QTest::newRow("others may write") << 0602;
    }
    void openFilesAreRefused()
    {
        QFETCH(int, mode);
        makeFile("{\"a.b\": \"value\"}", mode);
        FileStore store(path());
        const auto read = base::await(store.read(QStringLiteral("a.b")));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Forbidden);
        QVERIFY2(read.error().detail.contains(QStringLiteral("chmod 600 '%1'").arg(path())),
                 qPrintable(read.error().detail));
        QCOMPARE(base::await(store.write(QStringLiteral("a.b"), QStringLiteral("x"))).error().code,
                 ErrorCode::Forbidden);
        QCOMPARE(base::await(store.list()).error().code, ErrorCode::Forbidden);
    }

    void openFolderIsRefused()
    {
        makeFile("{}", 0600);
        const QString folder = QFileInfo(path()).path();
        ::chmod(folder.toLocal8Bit().constData(), 0777);
        FileStore store(path());
        const auto read = base::await(store.read(m_name));
        QCOMPARE(read.error().code, ErrorCode::Forbidden);
        QVERIFY(read.error().detail.contains(QStringLiteral("chmod 700 '%1'").arg(folder)));
    }

    void damagedFilesAreKept_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("no JSON") << QByteArray("{\"a.b\": \"top value");
        QTest::newRow("array") << QByteArray("[\"top value\"]");
        QTest::newRow("number") << QByteArray("{\"a.b\": 1}");
        QTest::newRow("empty") << QByteArray();
    }
    void damagedFilesAreKept()
    {
        QFETCH(QByteArray, bytes);
        makeFile(bytes, 0600);
        FileStore store(path());
        const auto written = base::await(store.write(m_name, QStringLiteral("x")));
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidInput);
        QVERIFY(!written.error().detail.contains(QStringLiteral("top value")));
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
    }

    void changesFromManyStoresAreAllKept()
    {
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> writers; // the folder and the file are made by the first of them
            for (int thread = 0; thread < 4; ++thread) {
                writers.emplace_back([this, thread, &failures] {
                    FileStore store(path());
                    for (int i = 0; i < 10; ++i) {
                        const auto kept =
                            base::await(store.write(QStringLiteral("t%1.n%2").arg(thread).arg(i), QStringLiteral("v")));
                        if (!kept) {
                            ++failures;
                            qWarning().noquote() << base::describe(kept.error());
                        }
                    }
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(base::await(FileStore(path()).list()).value().size(), 40);
    }

    void saysThatItIsAPlainFile()
    {
        const QString text = FileStore(path()).description();
        QVERIFY(text.contains(path()) && text.contains(QStringLiteral("not encrypted")));
    }
};

QTEST_GUILESS_MAIN(TestFileStore)
#include "test_filestore.moc"
