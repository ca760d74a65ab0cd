// SPDX-License-Identifier: GPL-3.0-or-later
#include "media/envelope.h"
#include "media/filedoor.h"
#include "media/filekey.h"
#include "media/filetypes.h"
#include "secrets/environmentstore.h"
#include "secrets/filestore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using domain::MessageKind;
using media::FileDoor;

namespace
{

const QByteArray pdf("%PDF-1.7 a scan of the upper left molar\n");
const QByteArray png("\x89PNG\r\n\x1a\n\0\0", 10);
const QByteArray key(32, 'k');

FileDoor::KeySource always(const QByteArray& one)
{
    return [one]() -> Result<QByteArray> { return one; };
}

void put(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// How files of messages lie on the disk, and what comes back.
class TestFileDoor : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    QString pathOf(const QString& id) const { return m_home->filePath(id); }
    FileDoor door(FileDoor::Limits limits = {}, const QByteArray& with = key) const
    {
        return FileDoor(m_home->path(), limits, always(with));
    }

private Q_SLOTS:
    void init() { m_home = std::make_unique<QTemporaryDir>(); }

    void givesBackWhatItKept()
    {
        auto first = door();
        const auto id = first.keep(MessageKind::Document, pdf);
        QVERIFY(id);
        QCOMPARE(id->size(), 64);
        QCOMPARE(first.read(*id).value_or(QByteArray()), pdf);
        auto afterARestart = door();
        QCOMPARE(afterARestart.read(*id).value_or(QByteArray()), pdf);
    }

    void liesSealedAndClosed()
    {
        const QString folder = m_home->filePath(QStringLiteral("a/files"));
        FileDoor one(folder, {}, always(key));
        const auto id = one.keep(MessageKind::Document, pdf);
        QVERIFY(id);
        const QFileInfo file(folder + QLatin1Char('/') + *id);
        const QByteArray bytes = contentOf(file.filePath());
        QVERIFY(media::isEnvelope(bytes));
        QVERIFY(!bytes.contains("molar") && !bytes.contains("%PDF"));
        QVERIFY2(id->toLatin1() != QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex(),
                 "the name tells which file it is");
        constexpr auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteGroup |
                                QFileDevice::WriteOther | QFileDevice::ExeOwner;
        QVERIFY(!(file.permissions() & others));
        QVERIFY(!(QFileInfo(folder).permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
    }

    void sameBytesAreOneFile()
    {
        auto one = door();
        const auto first = one.keep(MessageKind::Image, png);
        const auto again = one.keep(MessageKind::Image, png);
        QVERIFY(first && again);
        QCOMPARE(*first, *again);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files).size(), 1);
    }

    void aChangedFileIsNotGivenOut_data()
    {
        QTest::addColumn<int>("at");
        QTest::newRow("magic") << 1;
        QTest::newRow("version") << 4;
        QTest::newRow("first byte") << 5;
        QTest::newRow("last byte") << -1;
    }
    void aChangedFileIsNotGivenOut()
    {
        QFETCH(int, at);
        auto one = door();
        const QString id = one.keep(MessageKind::Document, pdf).value();
        QByteArray bytes = contentOf(pathOf(id));
        char& changed = bytes[at < 0 ? bytes.size() + at : at];
        changed = char(changed ^ 1);
        put(pathOf(id), bytes);
        QVERIFY(!one.read(id));
    }

    void aFileUnderAnotherNameOrKeyIsNotGivenOut()
    {
        auto one = door();
        const QString first = one.keep(MessageKind::Document, pdf).value();
        const QString second = one.keep(MessageKind::Image, png).value();
        put(pathOf(second), contentOf(pathOf(first)));
        QCOMPARE(one.read(second).error().code, ErrorCode::InvalidInput);
        auto other = door({}, QByteArray(32, 'o'));
        QCOMPARE(other.read(first).error().code, ErrorCode::InvalidInput);
    }

    void namesAreIdsOnly()
    {
        put(m_home->filePath(QStringLiteral("secret")), "text");
        auto one = door();
        for (const auto* id : {"secret", "../secret", "", "ABCDEF"}) {
            QCOMPARE(one.read(QString::fromLatin1(id)).error().code, ErrorCode::NotFound);
        }
        QCOMPARE(one.read(QString(64, QLatin1Char('0'))).error().code, ErrorCode::NotFound);
    }

    void whatAnEarlierVersionKeptUnsealedIsRead()
    {
        const QString id = QString::fromLatin1(QCryptographicHash::hash(png, QCryptographicHash::Sha256).toHex());
        put(pathOf(id), png);
        auto one = door();
        QCOMPARE(one.read(id).value_or(QByteArray()), png);
        put(pathOf(id), pdf);
        QCOMPARE(one.read(id).error().code, ErrorCode::InvalidInput);
    }

    void hasLimits()
    {
        auto one = door({40, 110});
        QCOMPARE(one.most(MessageKind::Image), 40);
        QCOMPARE(one.keep(MessageKind::Image, QByteArray(41, 'x')).error().code, ErrorCode::InvalidInput);
        QCOMPARE(one.keep(MessageKind::Text, "x").error().code, ErrorCode::InvalidInput);
        QVERIFY(one.keep(MessageKind::Image, QByteArray(40, 'a')));
        QCOMPARE(one.keep(MessageKind::Image, QByteArray(40, 'b')).error().code, ErrorCode::RateLimited);
        auto afterARestart = door({40, 110});
        QCOMPARE(afterARestart.keep(MessageKind::Image, QByteArray(40, 'b')).error().code, ErrorCode::RateLimited);
        QVERIFY(afterARestart.keep(MessageKind::Image, QByteArray(40, 'a')));
        QCOMPARE(media::mostOf(MessageKind::Sticker), door().most(MessageKind::Sticker));
    }

    void whatACutProcessBeganIsNoFile()
    {
        const QString id = media::nameOf(pdf, key);
        put(pathOf(id + QStringLiteral(".aBcDeF")), QByteArray(100, 'x'));
        auto one = door({1000, 150});
        QCOMPARE(one.read(id).error().code, ErrorCode::NotFound);
        QCOMPARE(one.keep(MessageKind::Document, pdf).value_or(QString()), id);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList{id});
    }

    void saysThatItCannotWrite()
    {
        put(m_home->filePath(QStringLiteral("file")), "x");
        FileDoor below(m_home->filePath(QStringLiteral("file/below")), {}, always(key));
        QCOMPARE(below.keep(MessageKind::Image, png).error().code, ErrorCode::Unavailable);
        FileDoor keyless(m_home->path(), {}, [] { return fail(ErrorCode::NotFound, QStringLiteral("no key")); });
        QCOMPARE(keyless.keep(MessageKind::Image, png).error().code, ErrorCode::Unavailable);
    }

    void theKeyIsMadeOnceAndStays()
    {
        secrets::FileStore store(m_home->filePath(QStringLiteral("private/secrets.json")));
        const auto made = media::fileKey(store);
        QVERIFY(made);
        QCOMPARE(made->size(), 32);
        QCOMPARE(media::fileKey(store).value_or(QByteArray()), *made);
        QVERIFY(media::newFileKey() != media::newFileKey());
    }

    void aKeyThatCannotBeMadeOrReadIsSaid()
    {
        secrets::EnvironmentStore empty{QProcessEnvironment()};
        const auto missing = media::fileKey(empty);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().detail.contains(QLatin1String("media.key")));
        QProcessEnvironment given;
        given.insert(QStringLiteral("DELPEK_SECRET_MEDIA_KEY"), QStringLiteral("too short"));
        secrets::EnvironmentStore wrong{given};
        QCOMPARE(media::fileKey(wrong).error().code, ErrorCode::InvalidInput);
        given.insert(QStringLiteral("DELPEK_SECRET_MEDIA_KEY"), media::newFileKey());
        secrets::EnvironmentStore right{given};
        QVERIFY(media::fileKey(right));
    }
};

QTEST_GUILESS_MAIN(TestFileDoor)
#include "test_filedoor.moc"
