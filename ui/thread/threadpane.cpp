// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadpane.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/drafts/draftbar.h"
#include "ui/escalations/steppanel.h"
#include "ui/later/laterbar.h"
#include "ui/presence/presencebar.h"
#include "ui/presence/presencekeeper.h"
#include "ui/problembar.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/composer.h"
#include "ui/thread/composeredit.h"
#include "ui/thread/foundbar.h"
#include "ui/thread/holderbar.h"
#include "ui/thread/messageactions.h"
#include "ui/thread/outgoingfiles.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"
#include "ui/wording.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto readSource = QStringLiteral("conversation");
const auto actSource = QStringLiteral("act");

} // namespace

ThreadPane::ThreadPane(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_window(new ThreadWindow(context, this))
    , m_bar(new HolderBar(context, this))
    , m_raise(new StepPanel(context, this))
    , m_found(new FoundBar(context, this))
    , m_view(new ThreadView(context, *m_window, this))
    , m_attachments(new AttachmentActions(context, *m_view, *m_window))
    , m_later(new LaterBar(context, this))
    , m_draft(new DraftBar(
          context, [this](const QString& words) { return m_composer->holds(words); }, this))
    , m_presence(new PresenceBar(context, this))
    , m_composer(new Composer(context, this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
{
    auto* shown = new QWidget(this);
    auto* column = new QVBoxLayout(shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_raise);
    m_raise->hide();
    column->addWidget(m_found);
    column->addWidget(m_view, 1);
    column->addWidget(m_later);
    column->addWidget(m_draft);
    column->addWidget(m_presence);
    column->addWidget(m_composer);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("kind", QStringLiteral("muted"));
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(shown);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);

    setAcceptDrops(true);
    connect(m_bar, &HolderBar::takeOverWanted, this, [this] { act(m_context.desk.takeOver(m_id)); });
    connect(m_bar, &HolderBar::handBackWanted, this, [this] { act(m_context.desk.handBack(m_id)); });
    connect(m_bar, &HolderBar::releaseWanted, this, &ThreadPane::release);
    connect(m_bar, &HolderBar::doctorWanted, this, &ThreadPane::callDoctor);
    connect(m_raise, &StepPanel::cancelled, m_raise, &QWidget::hide);
    connect(m_raise, &StepPanel::confirmed, this, [this](auto, const QString& reason, domain::Urgency urgency) {
        m_raise->setBusy(true);
        const auto raised = m_context.desk.raiseEscalation(m_id, urgency, reason);
        // What was written stays until it is done; the panel may ask for another conversation by then.
        whenDone(raised, this, [this, id = m_id](const auto& result) {
            if (id == m_id) {
                m_raise->setBusy(false);
                m_raise->setVisible(!result);
            }
        });
        act(raised.then([](const auto& result) -> Result<Done> {
            return result.map([](domain::EscalationId) { return Done{}; });
        }));
    });
    connect(m_bar, &HolderBar::modeWanted, this,
            [this](domain::Mode mode) { act(m_context.desk.setMode(m_id, mode)); });
    connect(m_found, &FoundBar::reached, m_view, &ThreadView::reveal);
    connect(m_found, &FoundBar::closed, this, &ThreadPane::endSearch);
    connect(m_later, &LaterBar::editWanted, m_composer, &Composer::flushDraft);
    connect(m_later, &LaterBar::edited, m_composer, &Composer::takeUp);
    connect(m_draft, &DraftBar::used, m_composer, &Composer::addWords);
    connect(&m_composer->edit(), &QTextEdit::textChanged, m_draft, &DraftBar::lookAtComposer);
    connect(m_composer, &Composer::wrote, &context.presence, &PresenceKeeper::wrote);
    connect(m_composer, &Composer::draftWanted, m_draft, &DraftBar::ask);
    connect(m_composer, &Composer::leaveWanted, this, &ThreadPane::leaveWanted);
    connect(m_view, &ThreadView::seenEnd, this, &ThreadPane::markSeen);
    connect(m_window, &ThreadWindow::reset, this, &ThreadPane::markSeen);
    new MessageActions(context, *m_view, *m_window, *m_attachments);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const bool concerns = std::ranges::any_of(changes, [this](const domain::Change& change) {
            return change.topic == domain::Topic::Conversation && change.conversation == m_id.value;
        });
        if (concerns && m_id.isValid()) {
            read();
        }
    });
    retranslate();
}

void ThreadPane::open(domain::ConversationId id)
{
    if (id == m_id) {
        markSeen();
        return;
    }
    if (m_id.isValid()) {
        if (const auto place = m_view->readingPlace()) {
            m_places.insert(m_id.value, *place);
        } else {
            m_places.remove(m_id.value);
        }
    }
    m_view->forget();
    m_id = id;
    m_attachments->stopVoice();
    // Nothing may be sent to the new one before it is known who that is.
    m_conversation = {};
    m_composer->setConversation(m_conversation);
    m_bar->setConversation(m_conversation);
    m_raise->setBusy(false);
    m_raise->hide();
    endSearch();
    m_stack->setCurrentIndex(id.isValid() ? 1 : 0);
    m_window->open(id);
    m_later->open(id);
    m_draft->open(id);
    m_context.presence.open(id);
    m_presence->open(id);
    if (id.isValid()) {
        read();
    }
}

void ThreadPane::showFound(domain::MessageId id, const QString& search)
{
    m_found->begin(m_id, id, search);
    m_view->setFound(search);
    m_view->reveal(id);
}

void ThreadPane::endSearch()
{
    m_found->end();
    m_view->setFound({});
}

void ThreadPane::swapHolder()
{
    if (!m_conversation.id.isValid()) {
        return;
    }
    const domain::Holder& holder = m_conversation.holder;
    const bool mine = holder.kind == domain::HolderKind::Staff && holder.name == m_context.desk.staffName();
    act(mine ? m_context.desk.handBack(m_id) : m_context.desk.takeOver(m_id));
}

void ThreadPane::release()
{
    if (m_conversation.id.isValid()) {
        act(m_context.desk.release(m_id));
    }
}

void ThreadPane::callDoctor()
{
    if (m_conversation.id.isValid()) {
        m_raise->ask(escalationwords::Step::Raise, m_conversation.urgency);
    }
}

void ThreadPane::read()
{
    whenDone(m_context.desk.conversation(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(readSource, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(readSource);
        const bool first = !m_conversation.id.isValid();
        m_conversation = *result;
        m_view->setPatientName(words::title(m_conversation));
        m_bar->setConversation(m_conversation);
        if (first) {
            m_composer->setConversation(m_conversation);
            const auto place = m_places.constFind(m_id.value);
            // What came since is read first, wherever she was.
            if (m_conversation.unread == 0 && place != m_places.constEnd()) {
                m_view->restore(*place);
            } else {
                // In an emergency it counts how the patient is now.
                m_view->setUnread(m_conversation.unread, m_conversation.urgency == domain::Urgency::Emergency
                                                             ? ThreadView::ReadFrom::Last
                                                             : ThreadView::ReadFrom::First);
            }
            markSeen();
        } else {
            m_composer->updateConversation(m_conversation);
        }
    });
}

void ThreadPane::act(Future<Done> future)
{
    m_bar->setBusy(true);
    whenDone(std::move(future), this, [this](const auto& result) {
        m_bar->setBusy(false);
        if (result) {
            m_context.problems.worked(actSource);
        } else {
            m_context.problems.report(actSource, result.error());
        }
        read();
    });
}

void ThreadPane::markSeen()
{
    // A person must look at the window for a message to be seen, and what nobody has seen is counted first.
    if (m_conversation.id.isValid() && !m_window->messages().empty() && !m_view->isCounting() && isVisible() &&
        m_view->isAtEnd() && window()->isActiveWindow()) {
        whenDone(m_context.desk.markSeen(m_id), this, [](const auto&) {});
    }
}

bool ThreadPane::event(QEvent* event)
{
    // ActivationChange comes to the window alone.
    if (event->type() == QEvent::WindowActivate) {
        markSeen();
    }
    return QWidget::event(event);
}

void ThreadPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ThreadPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    markSeen();
}

void ThreadPane::dragEnterEvent(QDragEnterEvent* event)
{
    if (m_id.isValid() && OutgoingFiles::holdsFiles(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void ThreadPane::dropEvent(QDropEvent* event)
{
    if (m_composer->addFrom(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void ThreadPane::retranslate()
{
    m_nothing->setText(tr("Choose a conversation from the list."));
}

void ThreadPane::addToMenu(QAction* command)
{
    m_bar->addAction(command);
    m_bar->setContextMenuPolicy(Qt::ActionsContextMenu);
}

} // namespace delpek::ui
