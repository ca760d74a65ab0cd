// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow.h"

#include "desk/desk.h"
#include "desk/setup.h"
#include "ui/announcer.h"
#include "ui/application.h"
#include "ui/book/bookpane.h"
#include "ui/book/bookview.h"
#include "ui/call.h"
#include "ui/escalations/alertcards.h"
#include "ui/escalations/alertsound.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/attention.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/inbox/inboxpane.h"
#include "ui/inbox/ownmessages.h"
#include "ui/insights/insightspane.h"
#include "ui/rights.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/settingspane.h"
#include "ui/setup/connectwizard.h"
#include "ui/shifts/shiftbar.h"
#include "ui/shifts/shiftbutton.h"
#include "ui/shifts/shiftkeeper.h"
#include "ui/side/sidepane.h"
#include "ui/signin/idlewatch.h"
#include "ui/signin/signinpane.h"
#include "ui/staff/pinform.h"
#include "ui/theme/quietwheel.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/composer.h"
#include "ui/thread/threadpane.h"
#include "ui/thread/threadview.h"
#include "ui/voice/microphone.h"
#include "ui/window/faultwatch.h"
#include "ui/window/rail.h"
#include "ui/window/windowparts.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimeZone>

namespace delpek::ui
{

MainWindow::Parts::Parts(desk::Desk& d, const Preferences& p)
    : desk(d)
    , preferences(p)
    , feed(d)
    , problems(new ProblemBar([&d] { return d.now(); }))
    , voice(d, [] { return std::make_unique<Microphone>(); })
    , presence(d, feed)
    , context{d, feed, theme, *problems, voice, shortcuts, presence, spelling}
{
}

MainWindow::MainWindow(desk::Desk& desk, const Preferences& preferences)
    : m(std::make_unique<Parts>(desk, preferences))
{
    auto& application = *static_cast<QApplication*>(QCoreApplication::instance());
    applyLanguage(application, preferences.language);
    m->theme.apply(application, preferences.theme, preferences.textSize);
    application.installEventFilter(new QuietWheel(this));
    m->spelling.setOn(preferences.marksSpelling);
    applyZone(application, desk.zone());
    connect(&m->feed, &ChangeFeed::changed, this, &MainWindow::followZone);
    connect(&m->feed, &ChangeFeed::changed, this, &MainWindow::leaveErased);
    build();
    addActions();
    retranslate();
    restoreLayout();
    m->escalations->read();
    // The sign-in tells on any thread.
    m->watching = desk.signIn().watch([window = QPointer<MainWindow>(this)] {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [window] {
                if (window) {
                    window->followSignIn();
                }
            },
            Qt::QueuedConnection);
    });
    followSignIn();
    offerSetup(m->context, *this);
}

/// Nothing of a conversation that was erased stays on the screen.
void MainWindow::leaveErased(const std::vector<domain::Change>& changes)
{
    if (!m->hasPages()) {
        return;
    }
    const qint64 shown = m->thread->conversation().id.value;
    if (std::ranges::find(changes, domain::Change{domain::Topic::Erased, shown, shown}) != changes.end()) {
        m->thread->open({});
        m->side->open({});
    }
}

MainWindow::~MainWindow()
{
    m->watching.reset();
    // The panes use what Parts owns: they go first.
    delete m->signIn;
    delete centralWidget(); // where it is: to take it would style all of it anew
}

void MainWindow::build()
{
    auto* central = new QWidget(this);
    m->escalations = new EscalationList(m->context, central);
    m->faults = new FaultWatch(m->context, central);
    auto* alerts = new AlertCards(m->context, *m->escalations, central);
    m->rail = new Rail(m->context, central);
    m->pages = new QStackedWidget(central);
    m->attention = new Attention(m->context, *m->escalations, *this);
    m->sound = new AlertSound(this);
    m->idle = new IdleWatch({[&desk = m->desk] { return desk.now(); }, IdleWatch::runningTime()}, this);

    m->shifts = new ShiftKeeper(m->context, this);
    m->rail->addTool(new ShiftButton(m->context, *m->shifts, m->rail));

    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m->problems);
    column->addWidget(alerts);
    column->addWidget(new ShiftBar(m->context, *m->shifts, central));
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
    m->signIn = new SignInPane(m->context, this);

    connect(alerts, &AlertCards::openWanted, this, [this](domain::EscalationId id) {
        toEscalations();
        if (m->hasPages()) {
            m->escalationPane->select(id);
        }
    });
    connect(m->attention, &Attention::wanted, this, [this] {
        comeToFront();
        toEscalations();
    });
    connect(m->attention, &Attention::conversationWanted, this, [this](domain::ConversationId id) {
        comeToFront();
        if (m->hasPages()) {
            showConversation(id);
        }
    });
    connect(m->attention, &Attention::called, this, [this](domain::Urgency urgency) {
        if (isHeard(m->preferences, urgency)) {
            m->sound->play(urgency, m->preferences.volume);
        }
    });
    connect(m->shifts, &ShiftKeeper::openWanted, this, &MainWindow::showConversation);
    connect(m->rail, &Rail::chosen, this, [this](Page page) { m->pages->setCurrentIndex(int(page)); });
    connect(m->rail, &Rail::lockWanted, this, &MainWindow::lock);
    connect(m->rail, &Rail::signOutWanted, this, &MainWindow::signOut);
    connect(m->rail, &Rail::pinWanted, this, [this] { (new PinForm(m->context, this))->open(); });
    connect(m->signIn, &SignInPane::languageWanted, this, &MainWindow::swapLanguage);
    connect(m->idle, &IdleWatch::idle, this, &MainWindow::lock);
    connect(m->escalations, &EscalationList::changed, this, [this] {
        int waiting = 0;
        auto gravest = domain::Urgency::Routine;
        for (const auto& escalation : m->escalations->open()) {
            if (!escalation.acknowledgedAt) {
                ++waiting;
                gravest = std::max(gravest, escalation.urgency);
            }
        }
        m->rail->setWaiting(waiting);
        m->signIn->setWaiting(waiting, gravest);
    });
}

void MainWindow::buildPages()
{
    m->splitter = new QSplitter(Qt::Horizontal, m->pages);
    m->thread = new ThreadPane(m->context, m->splitter);
    m->side = new SidePane(m->context, m->splitter);
    m->inbox = new InboxPane(m->context, m->splitter);
    for (QWidget* pane :
         {static_cast<QWidget*>(m->inbox), static_cast<QWidget*>(m->thread), static_cast<QWidget*>(m->side)}) {
        m->splitter->addWidget(pane);
    }
    m->thread->addToMenu(m->shortcuts.find("page.copy-link")->action);
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
    m->book = new BookPane(m->context, m->pages);
    m->insights = mayDo(m->context, domain::Right::SeeInsights) ? new InsightsPane(m->context, m->pages) : nullptr;
    m->settings = new SettingsPane(m->context, m->preferences, m->pages);
    m->pages->addWidget(m->splitter);
    m->pages->addWidget(m->escalationPane);
    m->pages->addWidget(m->book);
    // Each page has its place, also one that the person may not see.
    m->pages->addWidget(m->insights != nullptr ? m->insights : new QWidget(m->pages));
    m->pages->addWidget(m->settings);

    const auto isSeen = [this](domain::ConversationId id) {
        return isActiveWindow() && m->inbox->isVisible() && m->inbox->current() == id;
    };
    auto* own = new OwnMessages(m->context, isSeen, m->inbox);
    connect(own, &OwnMessages::called, this, [this](const QString& said, domain::ConversationId id) {
        m->attention->remind(said, id);
        announce(*this, said);
        if (isHeard(m->preferences, domain::Urgency::Routine)) {
            m->sound->playMessage(m->preferences.volume);
        }
    });

    const auto open = [this](domain::ConversationId id) { showConversation(id); };
    connect(m->escalationPane, &EscalationPane::openWanted, this, open);
    connect(m->book, &BookPane::openWanted, this, open);
    connect(m->settings, &SettingsPane::openWanted, this, open);
    connect(m->settings, &SettingsPane::restartWanted, this, &MainWindow::restart);
    connect(m->settings, &SettingsPane::dayWanted, this, [this](QDate day) {
        toBook();
        m->book->showDate(day);
    });
    connect(&m->settings->window(), &SettingsPage::tryWanted, this, [this](domain::Urgency urgency) {
        m->settings->window().showTried(m->sound->play(urgency, m->preferences.volume));
    });
    connect(&m->settings->window(), &SettingsPage::changed, this, &MainWindow::setPreferences);
    connect(m->inbox, &InboxPane::opened, this, [this](domain::ConversationId id) {
        m->thread->open(id);
        m->side->open(id);
    });
    connect(m->inbox, &InboxPane::found, m->thread, &ThreadPane::showFound);
    connect(m->side, &SidePane::placeWanted, &m->thread->view(), &ThreadView::reveal);
    connect(m->side, &SidePane::placingWanted, this, [this](const Placing& placing) {
        toBook();
        m->book->place(placing);
    });
    connect(m->side, &SidePane::doctorWanted, m->thread, &ThreadPane::callDoctor);
    connect(m->thread, &ThreadPane::leaveWanted, m->inbox, &InboxPane::focusList);
    // The list may have answered before anybody listened.
    if (m->inbox->current().isValid()) {
        m->thread->open(m->inbox->current());
        m->side->open(m->inbox->current());
    }
    restorePages();
    m->faults->read();
}

void MainWindow::dropPages()
{
    if (!m->hasPages()) {
        return;
    }
    saveLayout();
    for (const auto id : m->voice.unsent()) {
        m->voice.discard(id);
    }
    m->presence.open({});
    m->inbox = nullptr;
    m->thread = nullptr;
    m->side = nullptr;
    m->escalationPane = nullptr;
    m->book = nullptr;
    m->insights = nullptr;
    m->settings = nullptr;
    m->splitter = nullptr;
    while (QWidget* page = m->pages->widget(0)) {
        delete page;
    }
    // What was to be tried again belonged to them.
    m->problems->clear();
    m->faults->showAgain();
}

void MainWindow::toBook()
{
    m->rail->setPage(Page::Book);
    m->pages->setCurrentIndex(int(Page::Book));
    m->book->view().setFocus(Qt::ShortcutFocusReason);
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
    m->spelling.setOn(preferences.marksSpelling);
    if (m->hasPages()) {
        m->settings->window().setPreferences(preferences);
    }
    preferences.save();
}

void MainWindow::swapLanguage()
{
    Preferences next = m->preferences;
    next.language = next.language == domain::Language::Hebrew ? domain::Language::English : domain::Language::Hebrew;
    setPreferences(next);
}

void MainWindow::followZone()
{
    if (const QTimeZone zone = m->desk.zone(); zone != currentZone()) {
        applyZone(*static_cast<QApplication*>(QCoreApplication::instance()), zone);
        // Every time that is shown is a text.
        retranslateAll();
    }
}

void MainWindow::retranslateAll()
{
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(this, &event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::WindowStateChange) {
        layoutChanged();
    }
    QMainWindow::changeEvent(event);
}

VoiceNotes& MainWindow::voice()
{
    return m->voice;
}

std::vector<domain::ConversationId> MainWindow::unsent() const
{
    auto all = m->voice.unsent();
    if (m->hasPages()) {
        std::ranges::copy(m->thread->composer().unsent(), std::back_inserter(all));
    }
    return all;
}

/// The section of the settings in which something is not saved yet; empty: none.
QString MainWindow::unsavedSettings() const
{
    return m->hasPages() ? m->settings->unsaved() : QString();
}

void MainWindow::askBeforeLosing(const QString& what, const QString& yes, const std::function<void()>& then)
{
    // Nothing more is recorded while it is asked.
    m->voice.stop();
    auto* box =
        new QMessageBox(QMessageBox::Warning, tr("Something here would be lost"), what, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    auto* stay = box->addButton(tr("Show it"), QMessageBox::RejectRole);
    auto* lose = box->addButton(yes, QMessageBox::DestructiveRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(box, &QMessageBox::buttonClicked, this, [this, lose, then](QAbstractButton* pressed) {
        if (pressed == lose) {
            then();
        } else {
            showWhatWouldBeLost();
        }
    });
    box->open();
}

void MainWindow::showWhatWouldBeLost()
{
    if (const auto left = unsent(); !left.empty()) {
        showConversation(left.front());
    } else if (!unsavedSettings().isEmpty()) {
        showSettings();
        m->settings->showUnsaved();
    }
}

void MainWindow::showSettings()
{
    m->rail->setPage(Page::Settings);
    m->pages->setCurrentIndex(int(Page::Settings));
}

void MainWindow::restart()
{
    // What would not start again is better left running.
    whenDone(m->desk.setup().state(), this, [this](const Result<desk::SetupState>& state) {
        if (!state && state.error().code != ErrorCode::Unsupported) {
            return m->problems->report(QStringLiteral("restart"), state.error());
        }
        m->problems->worked(QStringLiteral("restart"));
        m->restarts = true;
        close();
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    // Who stays after all neither starts again nor loses anything with the next closing.
    const bool restarts = std::exchange(m->restarts, false);
    const bool mayLose = std::exchange(m->mayLoseUnsent, false);
    const auto goOn = [this, restarts](bool mayLoseUnsent) {
        m->restarts = restarts;
        m->mayLoseUnsent = mayLoseUnsent;
        close();
    };
    const bool isLocked = m->signIn->isVisible();
    QStringList lost;
    if (!unsent().empty()) {
        lost << tr("A voice message or a file is kept only while Delpek runs. Closing loses it.");
    }
    if (const QString section = unsavedSettings(); !section.isEmpty() && !isLocked && !qApp->isSavingSession()) {
        lost << tr("What you changed in the settings under \"%1\" is not saved. Closing loses it.").arg(section);
    }
    if (!mayLose && !lost.isEmpty()) {
        event->ignore();
        // Behind a lock it is its owner's to decide; the page over it says whose it is.
        if (isLocked) {
            m->signIn->refuseClose();
        } else {
            askBeforeLosing(lost.join(QLatin1Char('\n')), tr("Close and lose it"), [goOn] { goOn(true); });
        }
        return;
    }
    // The end of the computer's session waits for nobody, a passer-by ends nobody's shift, and where nobody signs in
    // there is nobody to hand over to.
    const bool asksShift = !m->mayLeaveShift && m->shifts->state().own &&
                           m->desk.signIn().state().entry == desk::Entry::SignedIn && !qApp->isSavingSession();
    if (asksShift) {
        event->ignore();
        m->shifts->askBefore(tr("Close, it goes on"), [this, goOn, mayLose] {
            m->mayLeaveShift = true;
            goOn(mayLose);
        });
        return;
    }
    saveLayout();
    if (m->hasPages()) {
        flush();
    }
    QMainWindow::closeEvent(event);
    if (restarts) {
        Q_EMIT startWanted();
    }
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Delpek"));
    for (const Command& command : m->shortcuts.commands()) {
        command.action->setText(tr(command.text));
    }
}

void MainWindow::showConversation(domain::ConversationId id)
{
    if (!m->hasPages()) {
        return;
    }
    m->rail->setPage(Page::Inbox);
    m->pages->setCurrentIndex(int(Page::Inbox));
    m->inbox->select(id);
}

} // namespace delpek::ui
