// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/thread/chipbar.h"
#include "ui/windowfixture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

/// Files, pictures and the clinic's place on their way to a patient.
class TestUiParcels : public QObject
{
    Q_OBJECT

    QString file(const QString& name, const QByteArray& bytes)
    {
        QFile made(m_folder.filePath(name));
        return made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size() ? made.fileName() : QString();
    }

    static QPushButton* button(WindowFixture& f) { return f.composer.findChild<QPushButton*>(QStringLiteral("send")); }

    static QStringList chips(WindowFixture& f)
    {
        QStringList texts;
        for (const auto* remove : f.composer.findChildren<QToolButton*>(QStringLiteral("removeChip"))) {
            if (remove->isVisible()) {
                texts << domain::withoutIsolates(remove->accessibleName());
            }
        }
        return texts;
    }

    static QString trouble(WindowFixture& f)
    {
        const auto* label = f.composer.findChild<QLabel*>(QStringLiteral("chipTrouble"));
        return label->isVisible() ? domain::withoutIsolates(label->text()) : QString();
    }

private Q_SLOTS:
    void aDroppedFileGoesWithItsWords()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(file(QStringLiteral("הנחיות.pdf"), QByteArray(3000, 'x')))});
        QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&f.thread, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&f.thread, &drop);
        QTRY_VERIFY(button(f)->isEnabled());
        QCOMPARE(chips(f).size(), 1);
        QVERIFY2(chips(f)[0].contains(QStringLiteral("הנחיות.pdf")) && chips(f)[0].contains(QStringLiteral("Document")),
                 qPrintable(chips(f)[0]));
        f.composer.edit().insertPlainText(QStringLiteral("after the visit"));
        QTest::mouseClick(button(f), Qt::LeftButton);
        QTest::mouseClick(button(f), Qt::LeftButton);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QCOMPARE(f.desk.sent()[0].text, QStringLiteral("after the visit"));
        QCOMPARE(f.desk.sent()[0].files, QStringList{QStringLiteral("הנחיות.pdf")});
        QVERIFY(chips(f).isEmpty());
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
    }

    void aPastedPictureIsAChip()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        auto* data = new QMimeData;
        data->setImageData(QImage(40, 30, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(data);
        f.composer.edit().paste();
        QTRY_VERIFY(button(f)->isEnabled());
        QVERIFY(chips(f)[0].contains(QStringLiteral("Picture")));
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
    }

    void copiedTextWithAPictureIsText()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        auto* data = new QMimeData;
        data->setText(QStringLiteral("words"));
        data->setImageData(QImage(4, 4, QImage::Format_RGB32));
        QGuiApplication::clipboard()->setMimeData(data);
        f.composer.edit().paste();
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("words"));
        QVERIFY(chips(f).isEmpty());
    }

    /// Before anything is sent, with the reason, and in the way until a person decides.
    void aFileThatCannotGoSaysWhy()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.composer.files().addFile({FakeDesk::Booking}, file(QStringLiteral("setup.exe"), "MZ"));
        f.composer.edit().insertPlainText(QStringLiteral("words"));
        QTRY_VERIFY(trouble(f).contains(QStringLiteral("setup.exe cannot be sent. Files of this kind")));
        QVERIFY(!button(f)->isEnabled());
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QVERIFY(f.desk.sent().empty());
        QTest::mouseClick(f.composer.findChild<QToolButton*>(QStringLiteral("removeChip")), Qt::LeftButton);
        QTRY_VERIFY(chips(f).isEmpty());
        QVERIFY(trouble(f).isEmpty() && button(f)->isEnabled());
        f.composer.files().addFile({FakeDesk::Booking}, m_folder.path());
        QTRY_VERIFY(trouble(f).contains(QStringLiteral("A folder cannot be sent")));
        f.composer.files().addFile({FakeDesk::Booking}, m_folder.filePath(QStringLiteral("gone.pdf")));
        QTRY_COMPARE(trouble(f).count(QLatin1Char('\n')), 1);
    }

    void chipsStayWithTheirConversation()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.composer.files().addFile({FakeDesk::Booking}, file(QStringLiteral("a.pdf"), "%PDF"));
        QTRY_VERIFY(button(f)->isEnabled());
        f.open(FakeDesk::Colleague);
        QVERIFY(chips(f).isEmpty() && !button(f)->isEnabled());
        f.open(FakeDesk::Booking);
        QCOMPARE(chips(f).size(), 1);
        QVERIFY(button(f)->isEnabled());
    }

    void theClinicsPlaceGoesOnce()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        auto* place = f.composer.findChild<QToolButton*>(QStringLiteral("place"));
        QTest::mouseClick(place, Qt::LeftButton);
        QTest::mouseClick(place, Qt::LeftButton);
        QVERIFY(!place->isEnabled());
        QCOMPARE(chips(f), QStringList{QStringLiteral("Leave out: Location of the clinic")});
        QVERIFY(f.desk.sent().empty());
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QVERIFY(f.desk.sent()[0].place && place->isEnabled());
    }

    void aChannelWithoutThemOffersNone()
    {
        WindowFixture f;
        f.open(FakeDesk::Mixed); // web chat
        QVERIFY(!f.composer.findChild<QToolButton*>(QStringLiteral("attach"))->isVisible());
        QVERIFY(!f.composer.findChild<QToolButton*>(QStringLiteral("place"))->isVisible());
        QVERIFY(!f.composer.findChild<QToolButton*>(QStringLiteral("templates"))->isVisible());
    }

    void aSendThatFailsGivesEverythingBack()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.composer.files().addFile({FakeDesk::Booking}, file(QStringLiteral("a.pdf"), "%PDF"));
        QTRY_VERIFY(button(f)->isEnabled());
        f.composer.edit().insertPlainText(QStringLiteral("precious"));
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("precious"));
        QCOMPARE(chips(f).size(), 1);
    }

    void whatIsTakenBackComesWithItsFiles()
    {
        WindowFixture f(std::chrono::seconds(5));
        f.open(FakeDesk::Booking);
        f.composer.files().addFile({FakeDesk::Booking}, file(QStringLiteral("a.pdf"), "%PDF"));
        f.composer.files().setPlace({FakeDesk::Booking}, true);
        QTRY_VERIFY(button(f)->isEnabled());
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QVERIFY(chips(f).isEmpty());
        f.press(Qt::Key_F9);
        QTRY_COMPARE(chips(f).size(), 2);
        QTRY_VERIFY(button(f)->isEnabled());
        QVERIFY(f.desk.sent().empty());
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestUiParcels)
#include "test_ui_parcels.moc"
