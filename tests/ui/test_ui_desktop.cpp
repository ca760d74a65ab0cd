// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"
#include "ui/desktop/autostart.h"
#include "ui/desktop/linkhandler.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QSplitter>
#include <QTemporaryDir>
#include <QXmlStreamReader>

using namespace delpek;
using test::FakeDesk;
using test::FakeSignIn;
using test::WindowFixture;
using ui::Autostart;
using ui::System;

class TestUiDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entriesAreWritten_data()
    {
        QTest::addColumn<int>("system");
        QTest::addColumn<QStringList>("command");
        QTest::addColumn<QString>("line");
        const auto row = [](const char* name, System system, const QStringList& command, const char* line) {
            QTest::newRow(name) << int(system) << command << QString::fromUtf8(line);
        };
        row("linux", System::Linux, {QStringLiteral("/usr/bin/delpek")}, "\nExec=\"/usr/bin/delpek\"\n");
        row("linux, spaces", System::Linux,
            {QStringLiteral("/opt/my clinic/delpek"), QStringLiteral("--config"), QStringLiteral("/a b.json")},
            "\nExec=\"/opt/my clinic/delpek\" \"--config\" \"/a b.json\"\n");
        // Two rules, one upon the other: the specification's own example of a dollar is "\\$".
        row("linux, signs", System::Linux, {QStringLiteral("/a$b`c\"d\\e%f")},
            "\nExec=\"/a\\\\$b\\\\`c\\\\\"d\\\\\\\\e%%f\"\n");
        row("windows", System::Windows, {QStringLiteral("C:\\Program Files\\Delpek\\delpek.exe")},
            "\"C:\\Program Files\\Delpek\\delpek.exe\"");
        row("windows, signs", System::Windows,
            {QStringLiteral("C:\\d.exe"), QStringLiteral("a\"b"), QStringLiteral("c\\"), QStringLiteral("d\\\"e")},
            "\"C:\\d.exe\" \"a\\\"b\" \"c\\\\\" \"d\\\\\\\"e\"");
        row("mac", System::MacOs, {QStringLiteral("/Applications/R&D <1>/delpek")},
            "<string>/Applications/R&amp;D &lt;1&gt;/delpek</string>");
    }

    void entriesAreWritten()
    {
        QFETCH(int, system);
        QFETCH(QStringList, command);
        QFETCH(QString, line);
        const QString entry = QString::fromUtf8(ui::autostartEntry(System(system), command).value());
        QVERIFY2(entry.contains(line), qPrintable(entry));
        if (System(system) == System::MacOs) {
            QXmlStreamReader xml(entry);
            while (!xml.atEnd()) {
                xml.readNext();
            }
            QVERIFY(!xml.hasError());
        }
    }

    void whatCannotBeWrittenIsRefused()
    {
        for (const auto system : {System::Linux, System::Windows, System::MacOs}) {
            QVERIFY(!ui::autostartEntry(system, {}));
            QVERIFY(!ui::autostartEntry(system, {QStringLiteral("/a\nExec=/bin/evil")}));
        }
    }

    void theNextStartIsLikeThisOne()
    {
        const QString program = QStringLiteral("/usr/bin/delpek");
        const QString folder = QStringLiteral("/home/rivka");
        QCOMPARE(ui::commandOfNextTime(program, {QStringLiteral("delpek://conversation/1")}, folder),
                 QStringList{program});
        QCOMPARE(
            ui::commandOfNextTime(program, {QStringLiteral("--config"), QStringLiteral("x/../clinic.json")}, folder),
            (QStringList{program, QStringLiteral("--config"), QStringLiteral("/home/rivka/clinic.json")}));
    }

    void theEntryIsWrittenSeenAndTakenAway()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("autostart/delpek.desktop"));
        const QStringList command{QStringLiteral("/usr/bin/delpek")};
        const Autostart autostart(System::Linux, command, ui::autostartFile(path));
        QCOMPARE(autostart.state(), Autostart::State::Off);
        QVERIFY(autostart.set(true));
        QCOMPARE(autostart.state(), Autostart::State::On);
        // Somebody switches it off with another program.
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write("Hidden=true\n");
        file.close();
        QCOMPARE(autostart.state(), Autostart::State::Other);
        QVERIFY(autostart.set(true));
        QCOMPARE(autostart.state(), Autostart::State::On);
        // The program moved.
        const Autostart moved(System::Linux, {QStringLiteral("/opt/delpek")}, ui::autostartFile(path));
        QCOMPARE(moved.state(), Autostart::State::Other);
        QVERIFY(autostart.set(false));
        QVERIFY(!QFile::exists(path));
        QCOMPARE(autostart.state(), Autostart::State::Off);
        QVERIFY(autostart.set(false));
        // Nothing half is left beside it.
        QCOMPARE(QDir(folder.filePath(QStringLiteral("autostart"))).entryList(QDir::Files | QDir::Hidden),
                 QStringList());
    }

    void theValueIsWrittenSeenAndTakenAway()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("run.ini"));
        const Autostart autostart(System::Windows, {QStringLiteral("C:\\Delpek\\delpek.exe"), QStringLiteral("a b")},
                                  ui::autostartValue(path, false));
        QCOMPARE(autostart.state(), Autostart::State::Off);
        QVERIFY(autostart.set(true));
        QCOMPARE(autostart.state(), Autostart::State::On);
        QSettings(path, QSettings::IniFormat).setValue(QStringLiteral("Delpek"), QStringLiteral("other.exe"));
        QCOMPARE(autostart.state(), Autostart::State::Other);
        QVERIFY(autostart.set(false));
        QCOMPARE(autostart.state(), Autostart::State::Off);
    }

    void linksOfItsOwnAreOpened_data()
    {
        QTest::addColumn<int>("system");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("holds");
        QTest::newRow("Linux") << int(System::Linux) << QStringLiteral("delpek-links.desktop")
                               << QStringLiteral("Exec=\"/opt/front desk/delpek\" %u\n");
        QTest::newRow("Windows") << int(System::Windows) << QStringLiteral("classes.ini") << QStringLiteral("%1");
    }
    void linksOfItsOwnAreOpened()
    {
        QFETCH(int, system);
        QFETCH(QString, file);
        QFETCH(QString, holds);
        QStandardPaths::setTestModeEnabled(true);
        const QTemporaryDir folder;
        const bool isFile = System(system) == System::Linux;
        const QString place = isFile ? folder.path() : folder.filePath(file);
        const ui::LinkHandler handler(System(system), {QStringLiteral("/opt/front desk/delpek")}, place);
        QCOMPARE(handler.state(), ui::LinkHandler::State::Off);
        QVERIFY(handler.set(true));
        QCOMPARE(handler.state(), ui::LinkHandler::State::On);
        QFile entry(folder.filePath(file));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(entry.readAll());
        QVERIFY2(text.contains(holds), qPrintable(text));
        QVERIFY(!isFile || text.contains(QStringLiteral("MimeType=x-scheme-handler/delpek;\n")));
        const ui::LinkHandler moved(System(system), {QStringLiteral("/opt/delpek")}, place);
        QCOMPARE(moved.state(), ui::LinkHandler::State::Other);
        QVERIFY(moved.set(true));
        QCOMPARE(moved.state(), ui::LinkHandler::State::On);
        QVERIFY(moved.set(false));
        QCOMPARE(handler.state(), ui::LinkHandler::State::Off);
    }

    void aLineBreakIsNoCommand()
    {
        const QTemporaryDir folder;
        const ui::LinkHandler handler(System::Linux, {QStringLiteral("/a\nExec=/bin/evil")}, folder.path());
        QCOMPARE(handler.set(true).error().key, QStringLiteral("autostart.failed"));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void whatCannotBeKeptSaysSo()
    {
        const QTemporaryDir folder;
        // A file stands where the folder would be.
        QFile file(folder.filePath(QStringLiteral("autostart")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Autostart autostart(System::Linux, {QStringLiteral("/usr/bin/delpek")},
                                  ui::autostartFile(folder.filePath(QStringLiteral("autostart/delpek.desktop"))));
        const auto done = autostart.set(true);
        QVERIFY(!done);
        QCOMPARE(done.error().key, QStringLiteral("autostart.failed"));
        QCOMPARE(autostart.state(), Autostart::State::Off);
    }

    void theSettingsShowWhatIsThere()
    {
        WindowFixture f;
        const QString path = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                             QStringLiteral("/autostart/delpek.desktop");
        QVERIFY(path.contains(QStringLiteral("qttest")));
        QFile::remove(path);
        f.press(Qt::CTRL | Qt::Key_5);
        auto* box = f.window.findChild<QCheckBox*>(QStringLiteral("autostart"));
        const auto* note = f.window.findChild<QLabel*>(QStringLiteral("autostartNote"));
        QCOMPARE(box->checkState(), Qt::Unchecked);
        box->click();
        QCOMPARE(box->checkState(), Qt::Checked);
        QVERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[Desktop Entry]\nExec=/old/delpek\n");
        file.close();
        f.press(Qt::CTRL | Qt::Key_1);
        f.press(Qt::CTRL | Qt::Key_5);
        QCOMPARE(box->checkState(), Qt::PartiallyChecked);
        QVERIFY(note->isVisible());
        box->click();
        QCOMPARE(box->checkState(), Qt::Checked);
        QVERIFY(!note->isVisible());
        // Gone behind our back.
        QVERIFY(QFile::remove(path));
        f.press(Qt::CTRL | Qt::Key_1);
        f.press(Qt::CTRL | Qt::Key_5);
        QCOMPARE(box->checkState(), Qt::Unchecked);
    }

    void theWindowComesBackAsItWas()
    {
        QList<int> sizes;
        {
            WindowFixture f;
            f.window.setGeometry(40, 50, 1311, 766);
            f.press(Qt::CTRL | Qt::Key_3);
            f.window.findChild<QSplitter*>()->setSizes({400, 450, 260});
            sizes = f.window.findChild<QSplitter*>()->sizes();
            f.window.close();
        }
        for (const bool looksAtInbox : {false, true}) {
            FakeDesk desk;
            ui::MainWindow next(desk, {domain::Language::English, ui::ThemeKind::Light, 10});
            next.show();
            QCOMPARE(next.size(), QSize(1311, 766));
            QVERIFY(next.findChild<ui::BookPane*>()->isVisible());
            // The panes of a page that was not looked at in between are kept, too.
            if (looksAtInbox) {
                next.showConversation({FakeDesk::Booking});
                QTRY_COMPARE(next.findChild<QSplitter*>()->sizes(), sizes);
            }
            next.close();
        }
    }

    void theWindowComesBackMaximised()
    {
        {
            WindowFixture f;
            f.window.setGeometry(40, 50, 700, 500);
            f.window.showMaximized();
            f.window.close();
        }
        FakeDesk desk;
        ui::MainWindow next(desk, {domain::Language::English, ui::ThemeKind::Light, 10});
        next.show();
        QVERIFY(next.isMaximized());
        // To the front is no reason to become small.
        next.comeToFront();
        QVERIFY(next.isMaximized());
    }

    void theLayoutIsSavedBeforeTheEnd()
    {
        WindowFixture f;
        f.window.resize(1310, 707);
        f.press(Qt::CTRL | Qt::Key_2);
        // Nobody closes the window: the program is cut.
        QTRY_COMPARE(QSettings().value(QStringLiteral("window/page")).toString(), QStringLiteral("escalations"));
        FakeDesk desk;
        ui::MainWindow next(desk, {domain::Language::English, ui::ThemeKind::Light, 10});
        QCOMPARE(next.size(), QSize(1310, 707));
    }

    void aScreenThatIsGoneLosesNoWindow()
    {
        QByteArray kept;
        {
            WindowFixture f;
            f.window.setGeometry(30, 30, 1300, 700);
            kept = f.window.saveGeometry();
        }
        // The same window, kept on a screen five thousand pixels further right: frame and inner rectangle.
        QDataStream in(kept);
        quint32 magic = 0;
        quint16 major = 0;
        quint16 minor = 0;
        QRect frame;
        QRect normal;
        in >> magic >> major >> minor >> frame >> normal;
        QByteArray moved;
        QDataStream out(&moved, QIODevice::WriteOnly);
        out << magic << major << minor << frame.translated(5000, 0) << normal.translated(5000, 0);
        moved += kept.mid(moved.size());
        QSettings().setValue(QStringLiteral("window/geometry"), moved);
        FakeDesk desk;
        ui::MainWindow next(desk, {domain::Language::English, ui::ThemeKind::Light, 10});
        next.show();
        QVERIFY(next.screen()->availableGeometry().intersects(next.geometry()));
    }

    void aSpoiledLayoutIsNone_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("noise") << QByteArray("\x01\xd9\xd0\xcb\0\3", 6);
        QTest::newRow("words") << QByteArray("window");
    }

    void aSpoiledLayoutIsNone()
    {
        QFETCH(QByteArray, kept);
        WindowFixture::useOwnSettings();
        for (const auto* key : {"window/geometry", "window/panes", "window/page"}) {
            QSettings().setValue(QLatin1String(key), kept);
        }
        FakeDesk desk;
        ui::MainWindow window(desk, {domain::Language::English, ui::ThemeKind::Light, 10});
        window.show();
        QCOMPARE(window.size(), QSize(1280, 800));
        QVERIFY(window.findChild<ui::InboxPane*>()->isVisible());
    }

    void whoSignsInLaterBeginsAtTheInbox()
    {
        WindowFixture f;
        f.press(Qt::CTRL | Qt::Key_3);
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTRY_VERIFY(f.window.findChild<ui::InboxPane*>() != nullptr && f.window.centralWidget()->isVisible());
        QTRY_VERIFY(f.window.findChild<ui::InboxPane*>()->isVisible());
    }
};

QTEST_MAIN(TestUiDesktop)
#include "test_ui_desktop.moc"
