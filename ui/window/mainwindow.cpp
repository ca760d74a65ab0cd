// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "desk/desk.h"
#include "ui/application.h"
#include "ui/book/bookpane.h"
#include "ui/book/bookview.h"
#include "ui/changefeed.h"
#include "ui/escalations/alertcards.h"
#include "ui/escalations/alertsound.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/attention.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/problembar.h"
#include "ui/quickreplies/quickreplyeditor.h"
#include "ui/quickreplies/quickreplypanel.h"
#include "ui/settings/settingspage.h"
#include "ui/side/sidepane.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/composer.h"
#include "ui/thread/foundbar.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/voice/microphone.h"
#include "ui/voice/voicenotes.h"
#include "ui/window/channelfaults.h"
#include "ui/window/palette.h"
#include "ui/window/rail.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimeZone>

namespace delpek::ui
{

namespace
{

const auto geometryKey = QStringLiteral("window/geometry");
const auto splitterKey = QStringLiteral("window/panes");

} // namespace

struct MainWindow::Parts {
    Parts(desk::Desk& d, const Preferences& p)
        : desk(d)
        , preferences(p)
        , feed(d)
        , problems(new ProblemBar([&d] { return d.now(); }))
        , voice(d, [] { return std::make_unique<Microphone>(); })
        , context{d, feed, theme, *problems, voice}
    {
    }

    desk::Desk& desk;
    Preferences preferences;
    Theme theme;
    ChangeFeed feed;
    ProblemBar* problems; ///< the window's child
    VoiceNotes voice;
    Context context;
    Rail* rail = nullptr;
    QStackedWidget* pages = nullptr;
    QSplitter* splitter = nullptr;
    InboxPane* inbox = nullptr;
    ThreadPane* thread = nullptr;
    SidePane* side = nullptr;
    EscalationList* escalations = nullptr;
    EscalationPane* escalationPane = nullptr;
    ChannelFaults* faults = nullptr;
    BookPane* book = nullptr;
    SettingsPage* settings = nullptr;
    QList<std::pair<QAction*, const char*>> actions;
    bool mayLoseVoice = false; ///< a person said so
};

MainWindow::MainWindow(desk::Desk& desk, const Preferences& preferences)
    : m(std::make_unique<Parts>(desk, preferences))
{
    auto& application = *static_cast<QApplication*>(QCoreApplication::instance());
    applyLanguage(application, preferences.language);
    m->theme.apply(application, preferences.theme, preferences.textSize);
    applyZone(application, desk.zone());
    connect(&m->feed, &ChangeFeed::changed, this, &MainWindow::followZone);
    connect(&m->feed, &ChangeFeed::changed, this, &MainWindow::leaveErased);
    build();
    addActions();
    retranslate();
    restoreLayout();
    m->escalations->read();
    m->faults->read();
    m->inbox->focusList();
}

/// Nothing of a conversation that was erased stays on the screen.
void MainWindow::leaveErased(const std::vector<domain::Change>& changes)
{
    const qint64 shown = m->thread->conversation().id.value;
    if (std::ranges::find(changes, domain::Change{domain::Topic::Erased, shown, shown}) != changes.end()) {
        m->thread->open({});
        m->side->open({});
    }
}

MainWindow::~MainWindow()
{
    // The panes use what Parts owns: they go first.
    delete takeCentralWidget();
}

void MainWindow::build()
{
    auto* central = new QWidget(this);
    m->escalations = new EscalationList(m->context, central);
    m->faults = new ChannelFaults(m->context, central);
    auto* alerts = new AlertCards(m->context, *m->escalations, central);
    m->rail = new Rail(m->context, central);
    m->pages = new QStackedWidget(central);
    m->splitter = new QSplitter(Qt::Horizontal, m->pages);
    m->thread = new ThreadPane(m->context, m->splitter);
    m->side = new SidePane(m->context, m->splitter);
    m->inbox = new InboxPane(m->context, m->splitter);
    for (QWidget* pane :
         {static_cast<QWidget*>(m->inbox), static_cast<QWidget*>(m->thread), static_cast<QWidget*>(m->side)}) {
        m->splitter->addWidget(pane);
    }
    // A picture is no reason to miss an alert above the pages.
    m->thread->attachments().setStage(*m->pages);
    m->splitter->setChildrenCollapsible(false);
    m->splitter->setHandleWidth(1);
    m->splitter->setStretchFactor(1, 1);
    m->inbox->setMinimumWidth(250);
    m->thread->setMinimumWidth(340);
    m->side->setMinimumWidth(220);
    m->escalationPane = new EscalationPane(m->context, *m->escalations, m->pages);
    m->escalationPane->card().attachments().setStage(*m->pages);
    auto* attention = new Attention(m->context, *m->escalations, *this);
    m->book = new BookPane(m->context, m->pages);
    m->settings = new SettingsPage(m->context, m->preferences, m->pages);
    m->pages->addWidget(m->splitter);
    m->pages->addWidget(m->escalationPane);
    m->pages->addWidget(m->book);
    m->pages->addWidget(m->settings);

    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m->problems);
    column->addWidget(alerts);
    column->addWidget(m->pages, 1);
    auto* line = new QFrame(central);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m->rail);
    row->addWidget(line);
    row->addLayout(column, 1);
    setCentralWidget(central);

    const auto open = [this](domain::ConversationId id) { showConversation(id); };
    connect(alerts, &AlertCards::openWanted, this, [this](domain::EscalationId id) {
        toEscalations();
        m->escalationPane->select(id);
    });
    connect(m->escalationPane, &EscalationPane::openWanted, this, open);
    connect(m->book, &BookPane::openWanted, this, open);
    connect(attention, &Attention::wanted, this, [this] {
        showNormal();
        activateWindow();
        toEscalations();
    });
    auto* sound = new AlertSound(this);
    connect(attention, &Attention::called, this, [this, sound](domain::Urgency urgency) {
        if (isHeard(m->preferences, urgency)) {
            sound->play(urgency, m->preferences.volume);
        }
    });
    connect(m->settings, &SettingsPage::tryWanted, this, [this, sound](domain::Urgency urgency) {
        m->settings->showTried(sound->play(urgency, m->preferences.volume));
    });
    connect(m->inbox, &InboxPane::opened, this, [this](domain::ConversationId id) {
        m->thread->open(id);
        m->side->open(id);
    });
    connect(m->inbox, &InboxPane::found, m->thread, &ThreadPane::showFound);
    connect(m->side, &SidePane::placeWanted, &m->thread->view(), &ThreadView::reveal);
    connect(m->thread, &ThreadPane::leaveWanted, m->inbox, &InboxPane::focusList);
    connect(m->rail, &Rail::chosen, this, [this](Page page) { m->pages->setCurrentIndex(int(page)); });
    connect(m->escalations, &EscalationList::changed, this, [this] {
        m->rail->setWaiting(
            int(std::ranges::count_if(m->escalations->open(), [](const auto& e) { return !e.acknowledgedAt; })));
    });
    connect(m->settings, &SettingsPage::changed, this, &MainWindow::setPreferences);
    // The list may have answered before anybody listened.
    if (m->inbox->current().isValid()) {
        m->thread->open(m->inbox->current());
        m->side->open(m->inbox->current());
    }
}

void MainWindow::addActions()
{
    const auto add = [this](const char* text, const QKeySequence& keys, auto run) {
        auto* action = new QAction(this);
        action->setShortcut(keys);
        connect(action, &QAction::triggered, this, run);
        addAction(action);
        m->actions.append({action, text});
    };
    const auto toInbox = [this] {
        m->rail->setPage(Page::Inbox);
        m->pages->setCurrentIndex(int(Page::Inbox));
    };
    // What acts on the open conversation or card acts on none that is not to be seen.
    const auto onInbox = [this](auto run) {
        return [this, run] {
            if (m->pages->currentIndex() == int(Page::Inbox)) {
                run();
            }
        };
    };
    const auto onCard = [this](void (QuestionCard::*run)()) {
        return [this, run] {
            if (m->pages->currentIndex() == int(Page::Escalations)) {
                (m->escalationPane->card().*run)();
            }
        };
    };
    add(QT_TR_NOOP("Take over or hand back"), Qt::Key_F6, onInbox([this] { m->thread->swapHolder(); }));
    add(QT_TR_NOOP("Release the conversation"), Qt::Key_F7, onInbox([this] { m->thread->release(); }));
    add(QT_TR_NOOP("Call the doctor"), Qt::CTRL | Qt::SHIFT | Qt::Key_R, onInbox([this] { m->thread->callDoctor(); }));
    add(QT_TR_NOOP("Next conversation that waits"), Qt::Key_F8, [this, toInbox] {
        toInbox();
        m->inbox->selectNextWaiting();
    });
    add(QT_TR_NOOP("Take the last message back"), Qt::Key_F9, [this] { m->thread->composer().takeBack(); });
    add(QT_TR_NOOP("Search the inbox"), QKeySequence::Find, [this, toInbox] {
        toInbox();
        m->inbox->focusSearch();
    });
    add(QT_TR_NOOP("Search: the older one in this conversation"), Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goOlder(); }));
    add(QT_TR_NOOP("Search: the newer one in this conversation"), Qt::SHIFT | Qt::Key_F3,
        onInbox([this] { m->thread->foundBar().goNewer(); }));
    add(QT_TR_NOOP("Write a message"), Qt::CTRL | Qt::Key_E, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(false);
        m->thread->composer().focus();
    });
    add(QT_TR_NOOP("Write an internal note"), Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this, toInbox] {
        toInbox();
        m->thread->composer().setNoting(true);
    });
    add(QT_TR_NOOP("Insert a quick reply"), Qt::CTRL | Qt::SHIFT | Qt::Key_I,
        onInbox([this] { m->thread->composer().quickReplies().toggle(); }));
    add(QT_TR_NOOP("Add and change quick replies"), {}, [this] { (new QuickReplyEditor(m->context, this))->open(); });
    add(QT_TR_NOOP("Record a voice message, or stop"), Qt::CTRL | Qt::SHIFT | Qt::Key_M, [this] {
        if (m->pages->currentIndex() == int(Page::Inbox)) {
            m->thread->composer().speak();
        } else if (m->pages->currentIndex() == int(Page::Escalations)) {
            m->escalationPane->card().answer().speak();
        }
    });
    add(QT_TR_NOOP("Show the list of conversations"), Qt::CTRL | Qt::Key_L, [this, toInbox] {
        toInbox();
        m->inbox->focusList();
    });
    add(QT_TR_NOOP("Show the inbox"), Qt::CTRL | Qt::Key_1, toInbox);
    add(QT_TR_NOOP("Show the escalations"), Qt::CTRL | Qt::Key_2, [this] { toEscalations(); });
    add(QT_TR_NOOP("Escalation: I am on it"), Qt::Key_F4, onCard(&QuestionCard::acknowledge));
    add(QT_TR_NOOP("Escalation: call the patient"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, onCard(&QuestionCard::call));
    add(QT_TR_NOOP("Escalation: another urgency"), Qt::CTRL | Qt::SHIFT | Qt::Key_U,
        onCard(&QuestionCard::changeUrgency));
    add(QT_TR_NOOP("Escalation: close or open again"), Qt::CTRL | Qt::SHIFT | Qt::Key_E,
        onCard(&QuestionCard::closeOrReopen));
    add(QT_TR_NOOP("Escalation: hand back to the agent"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        onCard(&QuestionCard::handBack));
    add(QT_TR_NOOP("Show the day book"), Qt::CTRL | Qt::Key_3, [this] {
        m->rail->setPage(Page::Book);
        m->pages->setCurrentIndex(int(Page::Book));
        m->book->view().setFocus(Qt::ShortcutFocusReason);
    });
    add(QT_TR_NOOP("Show the settings"), Qt::CTRL | Qt::Key_4, [this] {
        m->rail->setPage(Page::Settings);
        m->pages->setCurrentIndex(int(Page::Settings));
    });
    add(QT_TR_NOOP("Switch between Hebrew and English"), Qt::CTRL | Qt::SHIFT | Qt::Key_L, [this] {
        Preferences next = m->preferences;
        next.language =
            next.language == domain::Language::Hebrew ? domain::Language::English : domain::Language::Hebrew;
        setPreferences(next);
    });
    add(QT_TR_NOOP("Switch between light and dark"), Qt::CTRL | Qt::SHIFT | Qt::Key_D, [this] {
        Preferences next = m->preferences;
        next.theme = next.theme == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark;
        setPreferences(next);
    });
    add(QT_TR_NOOP("Find a command"), Qt::CTRL | Qt::Key_K, [this] {
        QList<QAction*> commands;
        for (const auto& [action, text] : m->actions) {
            commands.append(action);
        }
        commands.removeLast();
        (new CommandPalette(commands, this))->open();
    });
}

void MainWindow::toEscalations()
{
    m->rail->setPage(Page::Escalations);
    m->pages->setCurrentIndex(int(Page::Escalations));
    m->escalationPane->focusList();
}

const Preferences& MainWindow::preferences() const
{
    return m->preferences;
}

void MainWindow::setPreferences(const Preferences& preferences)
{
    const Preferences old = std::exchange(m->preferences, preferences);
    auto& application = *static_cast<QApplication*>(QCoreApplication::instance());
    if (old.language != preferences.language) {
        applyLanguage(application, preferences.language);
    }
    if (old.theme != preferences.theme || old.textSize != preferences.textSize) {
        m->theme.apply(application, preferences.theme, preferences.textSize);
    }
    m->settings->setPreferences(preferences);
    preferences.save();
}

void MainWindow::followZone()
{
    if (const QTimeZone zone = m->desk.zone(); zone != currentZone()) {
        applyZone(*static_cast<QApplication*>(QCoreApplication::instance()), zone);
        // Every time that is shown is a text: all of them are read anew.
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(this, &event);
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

VoiceNotes& MainWindow::voice()
{
    return m->voice;
}

void MainWindow::askBeforeClosing()
{
    // Nothing more is recorded while it is asked.
    m->voice.stop();
    auto* box = new QMessageBox(QMessageBox::Warning, tr("A voice message was not sent"),
                                tr("What was recorded is kept only while Delpek runs. Closing loses it."),
                                QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* stay = box->addButton(tr("Show it"), QMessageBox::RejectRole);
    auto* lose = box->addButton(tr("Close and lose it"), QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, lose](QAbstractButton* pressed) {
        if (pressed == lose) {
            m->mayLoseVoice = true;
            close();
        } else if (const auto unsent = m->voice.unsent(); !unsent.empty()) {
            showConversation(unsent.front());
        }
    });
    box->open();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m->mayLoseVoice && !m->voice.unsent().empty()) {
        event->ignore();
        askBeforeClosing();
        return;
    }
    m->thread->composer().flushDraft();
    m->escalationPane->card().answer().flushDraft();
    QSettings settings;
    settings.setValue(geometryKey, saveGeometry());
    settings.setValue(splitterKey, m->splitter->saveState());
    QMainWindow::closeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Delpek"));
    for (const auto& [action, text] : m->actions) {
        action->setText(tr(text));
    }
}

void MainWindow::showConversation(domain::ConversationId id)
{
    m->rail->setPage(Page::Inbox);
    m->pages->setCurrentIndex(int(Page::Inbox));
    m->inbox->select(id);
}

void MainWindow::restoreLayout()
{
    const QSettings settings;
    if (!restoreGeometry(settings.value(geometryKey).toByteArray())) {
        resize(1280, 800);
    }
    if (!m->splitter->restoreState(settings.value(splitterKey).toByteArray())) {
        m->splitter->setSizes({300, 700, 250});
    }
}

} // namespace delpek::ui
