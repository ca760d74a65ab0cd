// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "support/paths.h"
#include "ui/settingssections.h"
#include "ui/shortcuts/keyfield.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/shortcuts/shortcutspage.h"
#include "ui/windowfixture.h"

#include <QDialog>
#include <QDirIterator>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QTreeWidget>

using namespace delpek;
using domain::HolderKind;
using test::FakeDesk;
using test::WindowFixture;
using ui::KeyFault;

namespace
{

/// The keyboard page of the settings.
struct KeysFixture : WindowFixture {
    explicit KeysFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , page((press(Qt::CTRL | Qt::Key_5), test::chooseSettings<ui::ShortcutsPage>(window)))
        , field(*page.findChild<ui::KeyField*>())
    {
    }

    void toPage()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::ShortcutsPage>(window);
    }

    void choose(const char* id, int key, Qt::KeyboardModifiers held = {})
    {
        page.select(id);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key(key), held);
    }

    QString trouble() const
    {
        return domain::withoutIsolates(page.findChild<QLabel*>(QStringLiteral("formTrouble"))->text());
    }

    QKeySequence keysOf(const char* id) const
    {
        for (const auto* action : window.actions()) {
            if (action->text() == textOf(id)) {
                return action->shortcut();
            }
        }
        return {};
    }

    QString textOf(const char* id) const
    {
        const auto* list = page.findChild<QTreeWidget*>();
        for (int group = 0; group < list->topLevelItemCount(); ++group) {
            for (int row = 0; row < list->topLevelItem(group)->childCount(); ++row) {
                const auto* item = list->topLevelItem(group)->child(row);
                if (item->data(0, Qt::UserRole).toString() == QLatin1String(id)) {
                    return item->text(0);
                }
            }
        }
        return {};
    }

    QPushButton& button(const char* name) const { return *page.findChild<QPushButton*>(QLatin1String(name)); }

    ui::ShortcutsPage& page;
    ui::KeyField& field;
};

} // namespace

class TestUiShortcuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreJudged_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<int>("fault");
        const auto row = [](const char* name, const QKeySequence& keys, KeyFault fault) {
            QTest::newRow(name) << keys << int(fault);
        };
        row("none", {}, KeyFault::None);
        row("function key", Qt::Key_F6, KeyFault::None);
        row("function key with Shift", Qt::SHIFT | Qt::Key_F3, KeyFault::None);
        row("Ctrl and a letter", Qt::CTRL | Qt::Key_J, KeyFault::None);
        row("Ctrl, Shift and a letter", Qt::CTRL | Qt::SHIFT | Qt::Key_J, KeyFault::None);
        row("Ctrl, Alt and a letter", Qt::CTRL | Qt::ALT | Qt::Key_L, KeyFault::None);
        row("Alt and an arrow", Qt::ALT | Qt::Key_PageDown, KeyFault::None);
        row("Ctrl and a sign", Qt::CTRL | Qt::Key_Slash, KeyFault::None);
        row("a letter", Qt::Key_J, KeyFault::Bare);
        row("a capital", Qt::SHIFT | Qt::Key_J, KeyFault::Bare);
        row("a digit", Qt::Key_7, KeyFault::Bare);
        row("a sign", Qt::Key_Slash, KeyFault::Bare);
        row("a digit of the keypad", Qt::KeypadModifier | Qt::Key_7, KeyFault::Bare);
        row("Delete", Qt::Key_Delete, KeyFault::Bare);
        row("a Hebrew letter", QKeyCombination(Qt::NoModifier, Qt::Key(0x5d0)), KeyFault::Bare);
        row("Ctrl and a Hebrew letter", QKeyCombination(Qt::CTRL, Qt::Key(0x5d0)), KeyFault::Layout);
        row("copy", Qt::CTRL | Qt::Key_C, KeyFault::Editing);
        row("undo", Qt::CTRL | Qt::Key_Z, KeyFault::Editing);
        row("redo", Qt::CTRL | Qt::SHIFT | Qt::Key_Z, KeyFault::Editing);
        row("paste without form", Qt::CTRL | Qt::SHIFT | Qt::Key_V, KeyFault::Editing);
        row("a word on", Qt::CTRL | Qt::Key_Right, KeyFault::Editing);
        row("marking a word", Qt::CTRL | Qt::SHIFT | Qt::Key_Left, KeyFault::Editing);
        row("deleting a word", Qt::CTRL | Qt::Key_Backspace, KeyFault::Editing);
        row("Alt and a letter", Qt::ALT | Qt::Key_S, KeyFault::Alt);
        row("Alt and a digit", Qt::ALT | Qt::Key_1, KeyFault::Alt);
        row("Alt, Shift and a letter", Qt::ALT | Qt::SHIFT | Qt::Key_S, KeyFault::Alt);
        row("closing the window", Qt::ALT | Qt::Key_F4, KeyFault::System);
        row("ending the program", Qt::CTRL | Qt::Key_Q, KeyFault::System);
        row("the menu key", Qt::SHIFT | Qt::Key_F10, KeyFault::System);
        row("the system's key", Qt::META | Qt::Key_L, KeyFault::System);
        row("Escape", Qt::Key_Escape, KeyFault::System);
        row("Ctrl and Enter", Qt::CTRL | Qt::Key_Return, KeyFault::System);
        row("another console", Qt::CTRL | Qt::ALT | Qt::Key_F1, KeyFault::System);
        row("two presses", QKeySequence(Qt::CTRL | Qt::Key_J, Qt::CTRL | Qt::Key_M), KeyFault::Several);
    }

    void keysAreJudged()
    {
        QFETCH(QKeySequence, keys);
        QFETCH(int, fault);
        QCOMPARE(int(ui::keyFault(keys)), fault);
    }

    void whatIsPressedIsRead()
    {
        QVERIFY(ui::pressedKeys(Qt::Key_Control, Qt::ControlModifier).isEmpty());
        QVERIFY(ui::pressedKeys(Qt::Key_AltGr, Qt::NoModifier).isEmpty());
        QCOMPARE(ui::pressedKeys(Qt::Key_J, Qt::ControlModifier | Qt::KeypadModifier),
                 QKeySequence(Qt::CTRL | Qt::Key_J));
        // The sign has the Shift in it already.
        QCOMPARE(ui::pressedKeys(Qt::Key_Exclam, Qt::ControlModifier | Qt::ShiftModifier),
                 QKeySequence(Qt::CTRL | Qt::Key_Exclam));
        QCOMPARE(ui::pressedKeys(Qt::Key_J, Qt::ControlModifier | Qt::ShiftModifier),
                 QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_J));
    }

    void keysAreSettled()
    {
        const QKeySequence f6(Qt::Key_F6);
        const QKeySequence f7(Qt::Key_F7);
        const QKeySequence j(Qt::CTRL | Qt::Key_J);
        using Keys = std::vector<QKeySequence>;
        QCOMPARE(ui::settleKeys({f6, f7}, {std::nullopt, std::nullopt}), (Keys{f6, f7}));
        QCOMPARE(ui::settleKeys({f6, f7}, {j, QKeySequence()}), (Keys{j, {}}));
        // The second was given the first one's keys: with two meanings they would have none.
        QCOMPARE(ui::settleKeys({f6, f7}, {std::nullopt, f6}), (Keys{{}, f6}));
        QCOMPARE(ui::settleKeys({f6, f7}, {f7, f6}), (Keys{f7, f6}));
        // Of a file that somebody wrote into.
        QCOMPARE(ui::settleKeys({f6, f7}, {j, j}), (Keys{j, f7}));
        QCOMPARE(ui::settleKeys({f6, f7}, {QKeySequence(Qt::Key_A), std::nullopt}), (Keys{f6, f7}));
    }

    void theStandardsKeepTheRules()
    {
        KeysFixture f;
        QSet<QString> seen;
        int withKeys = 0;
        for (const auto* action : f.window.actions()) {
            const QKeySequence keys = action->shortcut();
            QVERIFY2(ui::keyFault(keys) == KeyFault::None, qPrintable(action->text()));
            QVERIFY2(keys.isEmpty() || !seen.contains(keys.toString()), qPrintable(action->text()));
            seen.insert(keys.toString());
            withKeys += keys.isEmpty() ? 0 : 1;
        }
        QVERIFY(withKeys > 25);
    }

    void everyCommandIsOnThePage()
    {
        KeysFixture f;
        const auto* list = f.page.findChild<QTreeWidget*>();
        QStringList shown;
        for (int group = 0; group < list->topLevelItemCount(); ++group) {
            QVERIFY(list->topLevelItem(group)->childCount() > 0);
            for (int row = 0; row < list->topLevelItem(group)->childCount(); ++row) {
                shown << list->topLevelItem(group)->child(row)->text(0);
            }
        }
        for (const auto* action : f.window.actions()) {
            QVERIFY2(shown.count(action->text()) == 1, qPrintable(action->text()));
        }
        QCOMPARE(shown.size(), f.window.actions().size());
    }

    /// A tip that names a command that is none would silently show no keys.
    void tipsNameCommandsThatExist()
    {
        KeysFixture f;
        static const QRegularExpression named(QStringLiteral("(?:withKeys\\([^;]*?|keysOf\\()\"([a-z]+\\.[a-z-]+)\""));
        int found = 0;
        for (QDirIterator it(test::sourcePath("ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();) {
            QFile source(it.next());
            QVERIFY(source.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(source.readAll());
            for (auto match = named.globalMatch(text); match.hasNext(); ++found) {
                const QString id = match.next().captured(1);
                QVERIFY2(!f.textOf(id.toLatin1().constData()).isEmpty(), qPrintable(id));
            }
        }
        QVERIFY(found >= 14);
    }

    void newKeysWorkAtOnceAndEverywhere()
    {
        KeysFixture f;
        f.choose("conversation.hold", Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(f.trouble(), QString());
        QCOMPARE(domain::withoutIsolates(f.field.text()), QStringLiteral("Ctrl+B"));
        f.press(Qt::CTRL | Qt::Key_1);
        f.open(FakeDesk::Booking);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Agent);
        f.press(Qt::CTRL | Qt::Key_B);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Staff);
        // The tip of the button that does the same.
        const auto* handBack = f.thread.findChild<QPushButton*>(QStringLiteral("handBack"));
        QCOMPARE(domain::withoutIsolates(handBack->toolTip()), QStringLiteral("The agent goes on from here (Ctrl+B)"));
        // And the palette.
        f.press(Qt::CTRL | Qt::Key_K);
        const auto* palette = f.window.findChild<QDialog*>()->findChild<QListWidget*>();
        QVERIFY(!palette->findItems(QStringLiteral("Ctrl+B"), Qt::MatchContains).isEmpty());
    }

    void theyAreKeptAndOutliveTheLanguage()
    {
        KeysFixture f;
        f.choose("conversation.hold", Qt::Key_B, Qt::ControlModifier);
        f.choose("message.write", Qt::Key_F11);
        f.page.select("window.theme");
        f.button("noShortcut").click();
        auto preferences = f.window.preferences();
        preferences.language = domain::Language::Hebrew;
        f.window.setPreferences(preferences);
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::CTRL | Qt::Key_B));
        FakeDesk desk;
        ui::MainWindow next(desk, preferences);
        const auto find = [&next](const QKeySequence& keys) {
            return std::ranges::count_if(next.actions(),
                                         [&](const auto* action) { return action->shortcut() == keys; });
        };
        QCOMPARE(find(Qt::CTRL | Qt::Key_B), 1);
        QCOMPARE(find(Qt::Key_F11), 1);
        QCOMPARE(find(Qt::Key_F6), 0);
        QCOMPARE(find(Qt::CTRL | Qt::SHIFT | Qt::Key_D), 0);
    }

    void keysOfAnotherCommandAreRefused()
    {
        KeysFixture f;
        f.choose("conversation.hold", Qt::Key_F7);
        QCOMPARE(f.trouble(), QStringLiteral("F7 is already used for “Release the conversation”. Give that command "
                                             "other keys first."));
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::Key_F6));
        // Nothing was done by the press either: the field keeps it to itself.
        QCOMPARE(f.page.isVisible(), true);
        // Given away, they are free; and its own command cannot have them back then.
        f.page.select("conversation.release");
        f.button("noShortcut").click();
        f.choose("conversation.hold", Qt::Key_F7);
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::Key_F7));
        f.page.select("conversation.release");
        f.button("resetShortcut").click();
        QVERIFY(f.trouble().contains(QStringLiteral("Take over or hand back")));
    }

    void keysAgainstTheRulesAreRefused_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<int>("held");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, int key, Qt::KeyboardModifiers held, const char* says) {
            QTest::newRow(name) << key << int(held) << QString::fromUtf8(says);
        };
        row("letter", Qt::Key_J, {}, "J alone would be typed");
        row("copy", Qt::Key_C, Qt::ControlModifier, "Ctrl+C belongs to writing");
        row("alt", Qt::Key_S, Qt::AltModifier, "Alt with a letter");
        row("system", Qt::Key_Q, Qt::ControlModifier, "Ctrl+Q belongs to the computer");
        row("hebrew", 0x5d0, Qt::ControlModifier, "not on every keyboard");
    }

    void keysAgainstTheRulesAreRefused()
    {
        QFETCH(int, key);
        QFETCH(int, held);
        QFETCH(QString, says);
        KeysFixture f;
        f.page.select("conversation.hold");
        f.field.setFocus();
        QKeyEvent press(QEvent::KeyPress, key, Qt::KeyboardModifiers(held));
        QCoreApplication::sendEvent(&f.field, &press);
        QVERIFY2(f.trouble().contains(says), qPrintable(f.trouble()));
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::Key_F6));
        // Esc leaves, and the trouble goes with it.
        QTest::keyClick(&f.field, Qt::Key_Escape);
        QCOMPARE(f.trouble(), QString());
        QVERIFY(!f.field.hasFocus());
    }

    void oneAndAllGoBack()
    {
        KeysFixture f;
        f.choose("conversation.hold", Qt::Key_F7, Qt::ControlModifier);
        f.choose("message.write", Qt::Key_F11);
        QVERIFY(f.button("resetShortcut").isEnabled());
        f.button("resetShortcut").click();
        QCOMPARE(f.keysOf("message.write"), QKeySequence(Qt::CTRL | Qt::Key_E));
        QVERIFY(!f.button("resetShortcut").isEnabled());
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::CTRL | Qt::Key_F7));
        f.button("resetShortcuts").click();
        auto* box = f.window.findChild<QMessageBox*>();
        QVERIFY(box != nullptr);
        for (auto* button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole) {
                button->click();
            }
        }
        QCOMPARE(f.keysOf("conversation.hold"), QKeySequence(Qt::Key_F6));
        QVERIFY(QSettings().value(QStringLiteral("shortcuts/conversation.hold")).isNull());
    }

    void aSpoiledFileChangesNothing_data()
    {
        QTest::addColumn<QString>("kept");
        for (const auto* kept : {"A", "nonsense", "Ctrl+C", "Ctrl+J, Ctrl+M", "\x01", "Ctrl+Ctrl+Ctrl"}) {
            QTest::newRow(kept) << QString::fromLatin1(kept);
        }
    }

    void aSpoiledFileChangesNothing()
    {
        QFETCH(QString, kept);
        WindowFixture::useOwnSettings();
        QSettings().setValue(QStringLiteral("shortcuts/conversation.hold"), kept);
        QAction hold;
        ui::Shortcuts shortcuts;
        shortcuts.add({QLatin1String("conversation.hold"), "hold", Qt::Key_F6, &hold});
        shortcuts.load();
        QCOMPARE(hold.shortcut(), QKeySequence(Qt::Key_F6));
        // What the test writes is read at all.
        QSettings().setValue(QStringLiteral("shortcuts/conversation.hold"), QStringLiteral("Ctrl+B"));
        shortcuts.load();
        QCOMPARE(hold.shortcut(), QKeySequence(Qt::CTRL | Qt::Key_B));
    }
};

QTEST_MAIN(TestUiShortcuts)
#include "test_ui_shortcuts.moc"
