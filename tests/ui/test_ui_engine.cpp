// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "clinic/builtin/builtinrecords.h"
#include "desk/localdesk.h"
#include "node/node.h"
#include "support/echobrain.h"
#include "support/memorychannel.h"
#include "ui/inbox/inboxpane.h"
#include "ui/mainwindow.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadwindow.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <condition_variable>

using namespace delpek;
using namespace std::chrono_literals;
using domain::ChannelKind;
using domain::HolderKind;

namespace
{

const QString words = QStringLiteral("This is Ruti, I am with you now");

/// A brain stops here until the test lets it go on.
class Gate
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_opened.wait(lock, [this] { return m_isOpen; });
        --m_waiting;
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_isOpen = true;
        m_opened.notify_all();
    }
    bool isWaitedAt()
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting > 0;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_opened;
    bool m_isOpen = false;
    int m_waiting = 0;
};

/// The window of a clinic whose engine runs behind it, on a store of its own and a clock that is driven.
struct Clinic {
    explicit Clinic(ChannelKind kind)
        : channel(kind)
        , store(std::move(
              store::Store::open({QStringLiteral("sqlite:") + folder.filePath(QStringLiteral("one.db"))}).value()))
        , records(*store, clock)
        , understander(language::Understander::load(QStringLiteral(":/delpek/language")).value())
        , triage(safety::Triage::load(QStringLiteral(":/delpek/rules")).value())
        , guard(safety::Guard::load(QStringLiteral(":/delpek/rules")).value())
        , turns(agent::TurnParts{clock, records, *understander, *triage, *guard, brain})
        , desk(*store, records, clock, desk::Actor{QStringLiteral("Ruti")})
        , node(node::NodeParts{*store, clock, {&channel}, turns}, options())
    {
        QVERIFY(node.start());
        ui::Preferences plain{domain::Language::English, ui::ThemeKind::Light, 10};
        plain.marksSpelling = false;
        window = std::make_unique<ui::MainWindow>(desk, plain);
        window->resize(1280, 800);
        window->show();
        window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }
    ~Clinic()
    {
        gate.open();
        window.reset();
        node.waitIdle();
    }

    static node::NodeOptions options()
    {
        node::NodeOptions options;
        options.quiet = {2s, 8s};
        return options;
    }

    /// A message of the patient; the conversation is opened.
    void patientWrites(const QString& text)
    {
        domain::MessageReceived event;
        event.sender.address = {channel.kind(), channel.account(), QStringLiteral("972541112233")};
        event.sender.displayName = QStringLiteral("Tamar");
        event.providerId = QStringLiteral("in-%1").arg(++written);
        event.sentAt = clock.now();
        event.text = text;
        QVERIFY(
            base::await(node.accept(channel.kind(), channel.account(), test::MemoryChannel::delivery({event}), {})));
        node.waitIdle();
        inbox().select({1});
        QTRY_COMPARE(int(thread().threadWindow().messages().size()) > 0, true);
    }
    ui::InboxPane& inbox() { return *window->findChild<ui::InboxPane*>(); }
    ui::ThreadPane& thread() { return *window->findChild<ui::ThreadPane*>(); }
    ui::ComposerEdit& edit() { return thread().composer().edit(); }
    HolderKind holder() { return base::await(desk.conversation({1})).value().holder.kind; }
    QStringList sent() const
    {
        QStringList texts;
        for (const auto& one : channel.sent()) {
            texts << one.outgoing.text;
        }
        return texts;
    }
    /// Whatever is due within that time has happened.
    void advance(base::Duration time)
    {
        const auto end = clock.now() + time;
        for (auto due = clock.nextDue(); due && *due <= end; due = clock.nextDue()) {
            clock.advanceTo(*due);
            settle();
        }
        clock.advanceTo(end);
        settle();
    }
    /// What can go on has gone on.
    void settle()
    {
        QTest::qWait(20);
        if (!gate.isWaitedAt()) {
            node.waitIdle();
        }
    }

    Gate gate;
    QTemporaryDir folder;
    base::VirtualClock clock{base::fromMillis(1'772'524'800'000)};
    testing::EchoBrain brain{[this] { gate.pass(); }};
    test::MemoryChannel channel;
    std::unique_ptr<store::Store> store;
    clinic::BuiltinRecords records;
    std::unique_ptr<language::Understander> understander;
    std::unique_ptr<safety::Triage> triage;
    std::unique_ptr<safety::Guard> guard;
    agent::TurnRunner turns;
    desk::LocalDesk desk;
    node::Node node;
    std::unique_ptr<ui::MainWindow> window;
    int written = 0;
};

} // namespace

/// The window and the engine in one process, as they are delivered: what a person does while the engine is at work.
class TestUiEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("delpek-engine-test"));
    }
    void init() { QSettings().clear(); }

    /// The agent has thought already when the key is pressed: what it says goes nowhere.
    void aConversationIsTakenOverWhileATurnRuns()
    {
        Clinic f(ChannelKind::Telegram);
        f.patientWrites(QStringLiteral("What are your opening hours?"));
        f.clock.advance(2s);
        QTRY_VERIFY(f.gate.isWaitedAt());
        QTest::keySequence(f.window.get(), Qt::Key_F6);
        QTRY_COMPARE(f.thread().conversation().holder.kind, HolderKind::Staff);
        f.gate.open();
        f.advance(1min);
        QCOMPARE(f.sent(), QStringList());
        QTest::keyClicks(&f.edit(), words);
        QTest::keyClick(&f.edit(), Qt::Key_Return);
        f.advance(1min);
        QTRY_COMPARE(f.sent(), QStringList{words});
        // In the thread there is what was said, and nothing else.
        QTRY_COMPARE(f.thread().threadWindow().messages().size(), size_t(2));
        QCOMPARE(f.thread().threadWindow().messages().back().text, words);
        // Handed back, the agent answers what comes next.
        QTest::keySequence(f.window.get(), Qt::Key_F6);
        QTRY_COMPARE(f.holder(), HolderKind::Agent);
        f.patientWrites(QStringLiteral("And on Friday?"));
        f.advance(1min);
        QTRY_COMPARE(f.sent().size(), 2);
        QVERIFY(f.sent().back().startsWith(QStringLiteral("re ")));
    }

    /// Typing alone takes nothing over; what is sent does.
    void aReplyDuringATurnIsTheOnlyOne()
    {
        Clinic f(ChannelKind::Telegram);
        f.patientWrites(QStringLiteral("What are your opening hours?"));
        f.clock.advance(2s);
        QTRY_VERIFY(f.gate.isWaitedAt());
        QTest::keyClicks(&f.edit(), words);
        QCOMPARE(f.holder(), HolderKind::Agent);
        QTest::keyClick(&f.edit(), Qt::Key_Return);
        f.advance(1min);
        QTRY_COMPARE(f.holder(), HolderKind::Staff);
        f.gate.open();
        f.advance(1min);
        QTRY_COMPARE(f.sent(), QStringList{words});
    }

    /// WhatsApp's 24 hours end between the first key and Enter.
    void theWindowClosesUnderWhatIsTyped()
    {
        Clinic f(ChannelKind::WhatsApp);
        f.gate.open();
        f.patientWrites(QStringLiteral("What are your opening hours?"));
        QTest::keySequence(f.window.get(), Qt::Key_F6);
        QTRY_COMPARE(f.holder(), HolderKind::Staff);
        f.advance(24h - 10s);
        const auto before = f.sent();
        QTest::keyClicks(&f.edit(), words);
        f.advance(1min);
        QTest::keyClick(&f.edit(), Qt::Key_Return);
        f.advance(1min);
        QTest::qWait(100);
        QCOMPARE(f.sent(), before);
        QCOMPARE(f.edit().toPlainText(), words);
        QTRY_COMPARE(base::await(f.desk.draft({1})).value(), words);
        // The patient writes, and it can go.
        f.patientWrites(QStringLiteral("Hello?"));
        QTRY_VERIFY(f.edit().isVisible() && f.edit().isEnabled());
        QCOMPARE(f.edit().toPlainText(), words);
        QTest::keyClick(&f.edit(), Qt::Key_Return);
        f.advance(1min);
        QTRY_COMPARE(f.sent(), before + QStringList{words});
    }
};

QTEST_MAIN(TestUiEngine)
#include "test_ui_engine.moc"
