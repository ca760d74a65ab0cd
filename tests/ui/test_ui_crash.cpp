// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/notes.h"
#include "desk/rutisdesk.h"
#include "ui/book/bookpane.h"
#include "ui/inbox/inboxpane.h"
#include "ui/mainwindow.h"
#include "ui/notes/notebox.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadpane.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QStandardPaths>
#include <QTextStream>

#include <cstdio>

using namespace delpek;
using test::must;

namespace
{

const auto typedWords = QStringLiteral("הכאב נמשך? Please call us before 18:00");
const auto notedWords = QStringLiteral("לחזור אליה אחרי 16:00");
const ui::Preferences plain{domain::Language::English, ui::ThemeKind::Light, 10};

/// A window over a real store: in the process that is cut, and in the one that comes after it.
struct RealWindow : test::RutisDesk {
    void begin()
    {
        open();
        conversation = patient();
        window = std::make_unique<ui::MainWindow>(*m_desk, plain);
        window->resize(1300, 760);
        window->show();
    }

    void goOn(const QString& database, domain::ConversationId id)
    {
        conversation = id;
        m_store = std::make_unique<test::TestStore>(QStringLiteral("sqlite:") + database);
        m_clock = std::make_unique<base::VirtualClock>(test::noon);
        m_records = std::make_unique<clinic::BuiltinRecords>(**m_store, *m_clock);
        m_desk =
            std::make_unique<desk::LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Ruti")});
        window = std::make_unique<ui::MainWindow>(*m_desk, plain);
        window->show();
    }

    ~RealWindow()
    {
        window.reset();
        close();
    }

    QString database() const { return m_folder.filePath(QStringLiteral("1.db")); }
    QString noteDraft() { return must(m_desk->notes().draft(conversation).result()); }
    ui::ComposerEdit& note() { return window->findChild<ui::ThreadPane*>()->composer().noteBox().edit(); }
    QString draft() { return must(m_desk->draft(conversation).result()); }
    ui::ComposerEdit& edit() { return window->findChild<ui::ThreadPane*>()->composer().edit(); }

    domain::ConversationId conversation;
    std::unique_ptr<ui::MainWindow> window;
};

/// The process that is cut: writes a draft and a note, turns to another page, says when all must be safe, and never
/// ends.
int runUntilCut()
{
    RealWindow f;
    f.begin();
    f.window->findChild<ui::InboxPane*>()->select(f.conversation);
    const bool shown =
        QTest::qWaitFor([&f] { return f.window->findChild<ui::ThreadPane*>()->conversation().id == f.conversation; });
    f.edit().insertPlainText(typedWords);
    // Not by a change of the page or the conversation, which would save it: by the time alone.
    const bool kept = QTest::qWaitFor([&f] { return f.draft() == typedWords; });
    f.window->findChild<ui::ThreadPane*>()->composer().setNoting(true);
    f.note().insertPlainText(notedWords);
    const bool noted = QTest::qWaitFor([&f] { return f.noteDraft() == notedWords; });
    f.window->openLink(QStringLiteral("delpek://book/2026-03-05"));
    const bool placed = QTest::qWaitFor(
        [] { return QSettings().value(QStringLiteral("window/page")).toString() == QLatin1String("book"); });
    QSettings().sync();
    QTextStream(stdout) << (shown && kept && noted && placed ? f.database() : QStringLiteral("not kept")) << ' '
                        << f.conversation.value << Qt::endl;
    return QApplication::exec();
}

} // namespace

/// A power cut costs nobody his work.
class TestUiCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasTypedOutlivesAKill()
    {
        QSettings().clear();
        QSettings().sync();
        QProcess process;
        process.setProcessChannelMode(QProcess::SeparateChannels);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--until-cut")});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine() || process.state() == QProcess::NotRunning, 60'000);
        const QString said = QString::fromUtf8(process.readLine()).trimmed();
        const QString database = said.section(QLatin1Char(' '), 0, 0);
        QVERIFY2(QFileInfo::exists(database), qPrintable(said));
        process.kill();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitStatus(), QProcess::CrashExit);

        {
            RealWindow next;
            next.goOn(database, {said.section(QLatin1Char(' '), 1).toLongLong()});
            QVERIFY(next.window->findChild<ui::BookPane*>()->isVisible());
            QCOMPARE(next.window->size(), QSize(1300, 760));
            next.window->showConversation(next.conversation);
            QTRY_COMPARE(next.edit().toPlainText(), typedWords);
            QTRY_COMPARE(next.note().toPlainText(), notedWords);
            QTRY_VERIFY(next.note().isVisible());
        }
        QDir(QFileInfo(database).path()).removeRecursively();
    }
};

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("delpek-crash-test"));
    if (QCoreApplication::arguments().contains(QStringLiteral("--until-cut"))) {
        return runUntilCut();
    }
    TestUiCrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_ui_crash.moc"
