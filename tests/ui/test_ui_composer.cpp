// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QPushButton>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

class TestUiComposer : public QObject
{
    Q_OBJECT

    static void type(WindowFixture& f, const QString& text) { f.composer.edit().insertPlainText(text); }
    static QString buttonText(WindowFixture& f)
    {
        return domain::withoutIsolates(f.composer.findChild<QPushButton*>(QStringLiteral("send"))->text());
    }

    static QString said(WindowFixture& f, const char* bar)
    {
        const auto* label = f.composer.findChild<QWidget*>(QLatin1String(bar))->findChild<QLabel*>();
        return label->isVisible() ? domain::withoutIsolates(label->text()) : QString();
    }

private Q_SLOTS:
    void theReplyGoesToWhomTheButtonNames()
    {
        WindowFixture f(std::chrono::seconds(5));
        f.open(FakeDesk::Booking);
        QCOMPARE(buttonText(f), QStringLiteral("Send to נועה כהן on WhatsApp"));
        type(f, QStringLiteral("שלום"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        // The person goes on to another conversation while the message can still be taken back.
        f.open(FakeDesk::Colleague);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QCOMPARE(f.desk.sent()[0].conversation.value, qint64(FakeDesk::Booking));
        QCOMPARE(f.desk.sent()[0].text, QStringLiteral("שלום"));
        QVERIFY(f.desk.savedDraft({FakeDesk::Booking}).isEmpty());
        QVERIFY(said(f, "undoBar").contains(QStringLiteral("נועה כהן")));
    }

    void shiftEnterIsALineAndMarksAreNotSent()
    {
        WindowFixture f(base::Duration{});
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("a\u2068b\u2069"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return, Qt::ShiftModifier);
        type(f, QStringLiteral("c"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QCOMPARE(f.desk.sent().at(0).text, QStringLiteral("ab\nc"));
    }

    void aMessageCanBeTakenBack()
    {
        WindowFixture f(std::chrono::seconds(5));
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("too early"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
        QCOMPARE(said(f, "undoBar"), QStringLiteral("Sending to נועה כהן in 5 s"));
        f.desk.advance(std::chrono::seconds(3));
        QTRY_COMPARE(said(f, "undoBar"), QStringLiteral("Sending to נועה כהן in 2 s"));
        type(f, QStringLiteral("and more"));
        f.press(Qt::Key_F9);
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("too early\nand more"));
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("too early\nand more"));
        QVERIFY(f.desk.sent().empty());
        QVERIFY(!f.composer.findChild<QWidget*>(QStringLiteral("undoBar"))->isVisible());
    }

    void afterTheSecondsThereIsNothingToTakeBack()
    {
        WindowFixture f(std::chrono::seconds(5));
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("sent"));
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        f.desk.advance(std::chrono::seconds(5));
        QTRY_VERIFY(!f.composer.findChild<QWidget*>(QStringLiteral("undoBar"))->isVisible());
        f.press(Qt::Key_F9);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
    }

    void aDoubleClickSendsOnce()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("once"));
        auto* send = f.composer.findChild<QPushButton*>(QStringLiteral("send"));
        QTest::mouseClick(send, Qt::LeftButton);
        QTest::mouseClick(send, Qt::LeftButton);
        QTest::mouseClick(send, Qt::LeftButton);
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QCOMPARE(f.desk.sent().size(), size_t(1));
    }

    void draftsSurviveSwitching()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("half a sen"));
        f.open(FakeDesk::Colleague);
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("half a sen"));
        f.open(FakeDesk::Booking);
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("half a sen"));
    }

    void draftsAreSavedWhileTyping()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("saved"));
        QTRY_COMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("saved"));
    }

    void aFailedSendGivesTheTextBack()
    {
        WindowFixture f(base::Duration{});
        f.open(FakeDesk::Booking);
        type(f, QStringLiteral("precious"));
        f.desk.failWith(Error{ErrorCode::Unavailable, {}, {}});
        QTest::keyClick(&f.composer.edit(), Qt::Key_Return);
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("precious"));
        QVERIFY(f.window.findChild<QWidget*>(QStringLiteral("problemBar"))->isVisible());
    }
};

QTEST_MAIN(TestUiComposer)
#include "test_ui_composer.moc"
