// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchmodel.h"
#include "ui/notes/notebox.h"
#include "ui/notes/notemodel.h"
#include "ui/notes/notestab.h"
#include "ui/side/sidepane.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

/// Internal notes: written in a place of their own, shown as no message is, never sent.
class TestUiNotes : public QObject
{
    Q_OBJECT

    struct Noting : WindowFixture {
        using WindowFixture::WindowFixture;
        ui::NoteBox& box() { return composer.noteBox(); }
        ui::ComposerEdit& note() { return box().edit(); }
        void begin() { press(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)); }
        void write(const char* text)
        {
            begin();
            QTest::keyClicks(&note(), QString::fromUtf8(text));
        }
        const std::vector<domain::InternalNote>& all() { return desk.notes().all; }
        template <typename W>
        W* part(const char* name)
        {
            return window.findChild<W*>(QLatin1String(name));
        }
        QString draft() { return desk.notes().drafts[{{FakeDesk::Booking}, desk.staffName()}]; }
        domain::MessageId message(size_t place) { return thread.threadWindow().messages()[place].id; }
        QString below(size_t place)
        {
            QStringList texts;
            for (const auto& one : thread.threadWindow().notesBelow(thread.threadWindow().messages()[place])) {
                texts << one.text;
            }
            return texts.join(QLatin1Char(' '));
        }
    };

private Q_SLOTS:
    void aNoteIsWrittenAndNothingIsSent()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        f.composer.edit().setPlainText(QStringLiteral("a message"));
        f.write("Prefers mornings");
        QVERIFY(f.box().isVisible() && f.note().hasFocus());
        QVERIFY2(!f.composer.edit().isVisible() && !f.part<QPushButton>("send")->isVisible(),
                 "there is no way to the patient");
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QCOMPARE(f.all().size(), size_t(1));
        QCOMPARE(f.all()[0].text, QStringLiteral("Prefers mornings"));
        QVERIFY(f.desk.sent().empty());
        QVERIFY2(f.box().isVisible() && f.note().toPlainText().isEmpty(), "the next line is a note too");
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QCOMPARE(f.all().size(), size_t(1));
        QTest::keyClick(&f.note(), Qt::Key_Escape);
        QVERIFY(!f.box().isVisible() && f.composer.edit().hasFocus());
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("a message"));
    }

    void theButtonsDoIt()
    {
        Noting f;
        f.open(FakeDesk::Closed);
        f.composer.findChild<QToolButton*>(QStringLiteral("note"))->click();
        QVERIFY2(f.box().isVisible(), "also when nothing may be sent");
        auto* save = f.part<QPushButton>("saveNote");
        QVERIFY(!save->isEnabled());
        f.note().setPlainText(QStringLiteral("x"));
        save->click();
        QCOMPARE(f.all().size(), size_t(1));
        f.part<QPushButton>("leaveNote")->click();
        QVERIFY(!f.box().isVisible());
        f.begin();
        f.press(QKeySequence(Qt::CTRL | Qt::Key_E));
        QVERIFY2(!f.box().isVisible(), "Ctrl+E writes a message");
    }

    void aFileIsNotDroppedOnANote()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        QMimeData data;
        data.setImageData(QImage(2, 2, QImage::Format_RGB32));
        f.begin();
        QVERIFY(!f.composer.addFrom(data));
    }

    void whatWasBegunWaitsInItsConversation()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        f.write("half a");
        f.open(FakeDesk::Mine);
        QVERIFY2(!f.box().isVisible(), "another conversation begins with a message");
        QCOMPARE(f.draft(), QStringLiteral("half a"));
        f.open(FakeDesk::Booking);
        QTRY_VERIFY(f.box().isVisible());
        QCOMPARE(f.note().toPlainText(), QStringLiteral("half a"));
        f.desk.notes().failure = Error{ErrorCode::Unavailable, {}, {}};
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QCOMPARE(f.note().toPlainText(), QStringLiteral("half a"));
        f.desk.notes().failure.reset();
        f.desk.erase({FakeDesk::Booking});
        QTRY_VERIFY(f.note().toPlainText().isEmpty());
    }

    void itIsKeptWhileItIsTyped()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        f.write("half a");
        QVERIFY(f.draft().isEmpty());
        QTRY_COMPARE(f.draft(), QStringLiteral("half a"));
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QVERIFY2(f.draft().isEmpty() && f.all().size() == 1, "a note is no draft any more");
        f.note().insertPlainText(QStringLiteral("the next"));
        QVERIFY2(f.window.close(), "nothing is asked");
        QCOMPARE(f.draft(), QStringLiteral("the next"));
    }

    void whatCouldNotBeSavedWaitsToo()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        f.write("half a");
        f.desk.notes().failure = Error{ErrorCode::Unavailable, {}, {}};
        f.open(FakeDesk::Mine);
        f.open(FakeDesk::Booking);
        QTRY_COMPARE(f.note().toPlainText(), QStringLiteral("half a"));
        f.desk.notes().failure.reset();
        f.note().insertPlainText(QStringLiteral(" note"));
        QTRY_COMPARE(f.draft(), QStringLiteral("half a note"));
    }

    void itIsFoundAgainByItsWriterAlone()
    {
        Noting f;
        auto& drafts = f.desk.notes().drafts;
        drafts[{{FakeDesk::Mine}, f.desk.staffName()}] = QStringLiteral("from before");
        drafts[{{FakeDesk::Closed}, QStringLiteral("Dana")}] = QStringLiteral("hers");
        f.open(FakeDesk::Mine);
        QTRY_COMPARE(f.note().toPlainText(), QStringLiteral("from before"));
        QVERIFY(f.box().isVisible());
        f.open(FakeDesk::Closed);
        QTest::qWait(20);
        QVERIFY2(!f.box().isVisible() && f.note().toPlainText().isEmpty(), "it is somebody else's");
    }

    void itStandsBelowTheMessageItFollowed()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        const auto count = f.thread.threadWindow().messages().size();
        const int height = f.thread.view().verticalScrollBar()->maximum();
        f.desk.notes().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("early"), {}, f.desk.now());
        f.desk.notes().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("second"), f.message(1),
                           f.desk.now());
        f.desk.notes().add({FakeDesk::Mine}, QStringLiteral("Dana"), QStringLiteral("elsewhere"), f.message(1),
                           f.desk.now());
        f.write("last");
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QTRY_COMPARE(f.below(count - 1), QStringLiteral("last"));
        QCOMPARE(f.below(0), QStringLiteral("early"));
        QCOMPARE(f.below(1), QStringLiteral("second"));
        QCOMPARE(f.below(2), QString());
        QTRY_VERIFY(f.thread.view().verticalScrollBar()->maximum() > height);
        QCOMPARE(f.thread.threadWindow().messages().size(), count);
        // The keyboard reads it with its message, and a copy of the message leaves it out.
        f.thread.view().setFocus();
        f.thread.view().reveal(f.message(1));
        QVERIFY(f.thread.view().accessibleDescription().contains(QStringLiteral("second")));
        QVERIFY(!f.thread.view().textOf(f.message(1)).contains(QStringLiteral("second")));
    }

    void itIsPaintedLikeNoBubble()
    {
        Noting f;
        f.open(FakeDesk::Booking);
        const auto count = [&](const QColor& colour) {
            const QImage picture = f.thread.view().viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
            int found = 0;
            for (int y = 0; y < picture.height(); ++y) {
                for (int x = 0; x < picture.width(); ++x) {
                    found += picture.pixel(x, y) == colour.rgb() ? 1 : 0;
                }
            }
            return found;
        };
        const QColor ground(0xfdf3d3);
        QCOMPARE(count(ground), 0);
        f.write("Prefers mornings");
        QTest::keyClick(&f.note(), Qt::Key_Return);
        QTRY_VERIFY(count(ground) > 5'000);
    }

    void besideTheConversationTheyAreListed()
    {
        Noting f;
        const qint64 id = FakeDesk::Booking;
        f.desk.notes().add({id}, QStringLiteral("Dana"), QStringLiteral("older"), {}, f.desk.now());
        f.desk.notes().add({id}, f.desk.notes().me, QStringLiteral("newer"), {}, f.desk.now());
        f.open(FakeDesk::Booking);
        auto& side = *f.window.findChild<ui::SidePane*>();
        QTRY_COMPARE(side.tabText(2), QStringLiteral("Notes (2)"));
        side.setCurrentIndex(2);
        auto* list = f.part<QListView>("noteList");
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("newer"));
        auto* remove = f.part<QPushButton>("removeNote");
        list->setCurrentIndex(list->model()->index(1, 0));
        QVERIFY2(!remove->isEnabled(), "it is Dana's");
        list->setCurrentIndex(list->model()->index(0, 0));
        remove->click();
        QCOMPARE(f.all().size(), size_t(1));
        QTRY_COMPARE(side.tabText(2), QStringLiteral("Notes (1)"));
        f.part<QPushButton>("undoNote")->click();
        QCOMPARE(f.all().back().text, QStringLiteral("newer"));
        f.open(FakeDesk::Mine);
        QCOMPARE(side.tabText(2), QStringLiteral("Notes"));
    }

    void theModelKeepsItsPromises()
    {
        FakeDesk desk;
        ui::NoteModel model([&desk] { return desk.now(); });
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const domain::InternalNote one{{1}, {1}, QStringLiteral("Dana"), QStringLiteral("a"), desk.now(), {}};
        domain::InternalNote two = one;
        two.id = {2};
        model.set({one, two});
        QCOMPARE(model.row(0).id.value, 2);
        QVERIFY(model.index(1).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Dana")));
        model.set({two});
        QCOMPARE(model.rowCount(), 1);
        model.set({});
    }

    void aFoundNoteSaysSo()
    {
        FakeDesk desk;
        desk::SearchHit hit;
        hit.kind = desk::HitKind::Note;
        hit.authorName = QStringLiteral("Dana");
        QVERIFY(ui::hitSource(hit).startsWith(QStringLiteral("Internal note of")));
    }
};

QTEST_MAIN(TestUiNotes)
#include "test_ui_notes.moc"
