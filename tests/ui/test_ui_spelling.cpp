// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spelling/spellbook.h"
#include "ui/spelling/spellmarks.h"
#include "ui/spelling/textmarks.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextEdit>
#include <QThreadPool>

using namespace delpek;
using domain::Language;
using ui::SpellBook;

namespace
{

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// Two small dictionaries, each in the letters that real ones are written in.
struct Books {
    Books()
    {
        write(folder.filePath(u("en_US.aff")), "SET UTF-8\nTRY abcdefghijklmnopqrstuvwxyz\n");
        write(folder.filePath(u("en_US.dic")), "4\nplease\nbring\nyour\ncard\n");
        write(folder.filePath(u("he_IL.aff")), "SET ISO8859-8\nTRY \xe9\xe5\xe4\xec\n");
        // תור, שלום, בוקר
        write(folder.filePath(u("he_IL.dic")), "3\n\xfa\xe5\xf8\n\xf9\xec\xe5\xed\n\xe1\xe5\xf7\xf8\n");
    }

    QTemporaryDir folder;
    SpellBook book{{folder.path()}};
};

} // namespace

/// Spelling marks where a dictionary exists.
class TestUiSpelling : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordsThatAreJudged_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("judged");
        QTest::newRow("words") << u("Please bring your card.") << u("Please bring your card");
        QTest::newRow("Hebrew") << u("שלום, יש תור מחר?") << u("שלום יש תור מחר");
        QTest::newRow("both") << u("תור ל-checkup מחר") << u("תור checkup מחר");
        QTest::newRow("numbers and times") << u("at 10:00 on 3.3, room 4B") << u("at on room");
        QTest::newRow("addresses") << u("see https://delpek.example/x or a@b.example now") << u("see or now");
        QTest::newRow("abbreviations") << u("ד\"ר לוי, ש\"ח, ג' MRI WhatsApp") << u("לוי");
        QTest::newRow("an apostrophe") << u("don't come") << u("don't come");
        QTest::newRow("a gap of a quick reply") << u("Dear ‹name›, come") << u("Dear come");
        QTest::newRow("nothing") << u("  3 , ! ") << QString();
    }
    void wordsThatAreJudged()
    {
        QFETCH(QString, text);
        QStringList judged;
        for (const auto& word : ui::spellWords(text)) {
            judged << text.mid(word.start, word.length);
        }
        QTEST(judged.join(QLatin1Char(' ')), "judged");
    }

    void dictionariesAreReadInTheirOwnLetters()
    {
        Books f;
        QVERIFY2(f.book.isRight(u("qwrt"), Language::English), "nothing is read yet");
        f.book.setOn(true);
        QTRY_VERIFY(!f.book.isRight(u("qwrt"), Language::English));
        QTRY_VERIFY(!f.book.isRight(u("תורר"), Language::Hebrew));
        QVERIFY(f.book.isRight(u("please"), Language::English));
        QVERIFY(f.book.isRight(u("Please"), Language::English));
        QVERIFY(f.book.isRight(u("תור"), Language::Hebrew));
        f.book.setOn(false);
        QVERIFY(f.book.isRight(u("qwrt"), Language::English));
    }

    void aMachineWithoutDictionariesMarksNothing()
    {
        QTemporaryDir empty;
        SpellBook book({empty.path()});
        book.setOn(true);
        QThreadPool::globalInstance()->waitForDone();
        const QSignalSpy came(&book, &SpellBook::changed);
        QCoreApplication::processEvents();
        QVERIFY2(came.isEmpty(), "no dictionary came");
        QVERIFY(book.isRight(u("qwrt"), Language::English));
    }

    void aWordIsMarkedWhenItIsWritten()
    {
        Books f;
        f.book.setOn(true);
        QTRY_VERIFY(!f.book.isRight(u("qwrt"), Language::English));
        QTRY_VERIFY(!f.book.isRight(u("תורר"), Language::Hebrew));
        ui::Theme theme;
        QTextEdit edit;
        ui::SpellMarks marks(edit, f.book, theme);
        edit.show();
        edit.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&edit));
        edit.setFocus();
        QTest::keyClicks(&edit, u("bring qwrt"));
        QTest::qWait(450);
        QVERIFY2(marks.wrong().empty(), "the cursor stands behind it: it may go on");
        QTest::keyClicks(&edit, u(" card"));
        QTRY_COMPARE(marks.wrong().size(), 1u);
        QCOMPARE(marks.wrong().front().start, 6);
        QCOMPARE(edit.extraSelections().size(), 1);

        // Other marks stay.
        QTextEdit::ExtraSelection gap;
        gap.cursor = QTextCursor(edit.document());
        gap.format.setBackground(Qt::yellow);
        ui::setTextMarks(edit, ui::TextMark::Gap, {gap});
        QCOMPARE(edit.extraSelections().size(), 2);
        ui::setTextMarks(edit, ui::TextMark::Gap, {});
        QCOMPARE(edit.extraSelections().size(), 1);

        f.book.accept(u("qwrt"));
        QVERIFY(marks.wrong().empty());

        // The last word is spared only as long as somebody stands behind it.
        QTest::keyClicks(&edit, u(" qwwrt"));
        QTest::qWait(450);
        QVERIFY(marks.wrong().empty());
        QTest::keyClick(&edit, Qt::Key_Home);
        QTRY_COMPARE(marks.wrong().size(), 1u);
    }

    void anotherWordIsChosenInTheMenu()
    {
        Books f;
        f.book.setOn(true);
        QTRY_VERIFY(!f.book.isRight(u("qwrt"), Language::English));
        ui::Theme theme;
        QTextEdit edit;
        ui::SpellMarks marks(edit, f.book, theme);
        edit.setPlainText(u("plase bring"));
        edit.resize(300, 100);
        edit.show();
        QVERIFY(QTest::qWaitForWindowExposed(&edit));
        QTRY_COMPARE(marks.wrong().size(), 1u);
        QTextCursor cursor(edit.document());
        cursor.setPosition(2);
        edit.setTextCursor(cursor);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, edit.mapToGlobal(QPoint(0, 0)));
        QCoreApplication::sendEvent(&edit, &event);
        auto* menu = edit.findChild<QMenu*>(u("spellMenu"));
        QVERIFY(menu);
        QAction* found = nullptr;
        const auto look = [&] {
            for (auto* action : menu->actions()) {
                found = action->text() == u("please") ? action : found;
            }
            return found != nullptr;
        };
        QTRY_VERIFY(look());
        found->trigger();
        QCOMPARE(edit.toPlainText(), u("please bring"));
        menu->close();
    }
};

QTEST_MAIN(TestUiSpelling)
#include "test_ui_spelling.moc"
