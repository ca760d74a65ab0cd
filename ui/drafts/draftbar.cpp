// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drafts/draftbar.h"

#include "desk/agentdrafts.h"
#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/drafts/draftwords.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/theme/elidedlabel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>
#include <utility>

namespace delpek::ui
{

namespace
{

using domain::AgentDraft;
using domain::AgentDraftState;

const auto agentDraftSource = QStringLiteral("agentdraft");
const auto draftReadSource = QStringLiteral("agentdraft.read");
constexpr int highestDraft = 150;

} // namespace

DraftBar::DraftBar(const Context& context, std::function<bool(const QString&)> isWritten, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_isWritten(std::move(isWritten))
    , m_mark(new QLabel(this))
    , m_heading(new ElidedLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_text(new QLabel)
    , m_note(new QLabel(this))
    , m_use(new QPushButton(this))
    , m_again(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    setObjectName(QStringLiteral("draftBar"));
    m_heading->setObjectName(QStringLiteral("draftHeading"));
    m_text->setObjectName(QStringLiteral("draftText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    m_note->setObjectName(QStringLiteral("draftNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_use->setObjectName(QStringLiteral("draftUse"));
    m_again->setObjectName(QStringLiteral("draftAgain"));
    m_dismiss->setObjectName(QStringLiteral("draftDismiss"));
    for (auto* button : {m_again, m_dismiss}) {
        button->setProperty("kind", QStringLiteral("link"));
    }
    m_scroll->setWidget(m_text);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_mark);
    head->addWidget(m_heading, 1);
    head->addWidget(m_again);
    head->addWidget(m_dismiss);
    head->addWidget(m_use);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_scroll);
    column->addWidget(m_note);
    connect(m_use, &QPushButton::clicked, this, &DraftBar::use);
    connect(m_again, &QPushButton::clicked, this, &DraftBar::ask);
    connect(m_dismiss, &QPushButton::clicked, this, [this] {
        if (m_draft) {
            follow(m_context.desk.agentDrafts().dismiss(m_draft->id));
        }
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const std::vector<domain::Change>& changes) {
        // A message of the patient's makes it stale.
        const auto concerns = [this](const domain::Change& change) {
            return change.conversation == m_id.value &&
                   (change.topic == domain::Topic::AgentDraft || change.topic == domain::Topic::Erased ||
                    (m_draft && change.topic == domain::Topic::Message));
        };
        if (std::ranges::any_of(changes, concerns)) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &DraftBar::refresh);
    hide();
}

void DraftBar::open(domain::ConversationId id)
{
    if (id == m_id) {
        return;
    }
    m_id = id;
    m_draft.reset();
    refresh();
    read();
}

void DraftBar::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.agentDrafts().current(m_id), this, [this, id = m_id](const auto& draft) {
        if (id != m_id) {
            return;
        }
        if (!draft) {
            m_context.problems.report(draftReadSource, draft.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(draftReadSource);
        if (*draft != m_draft) {
            m_draft = *draft;
            refresh();
        }
    });
}

template <typename T>
void DraftBar::follow(const Future<T>& future)
{
    whenDone(future, this, [this](const auto& result) {
        if (result) {
            m_context.problems.worked(agentDraftSource);
        } else {
            m_context.problems.report(agentDraftSource, result.error());
        }
        read();
    });
}

void DraftBar::ask()
{
    if (m_id.isValid() && mayDo(m_context, domain::Right::Converse)) {
        follow(m_context.desk.agentDrafts().ask(m_id));
    }
}

void DraftBar::use()
{
    if (!m_draft || m_draft->text.isEmpty() || m_taking || !mayDo(m_context, domain::Right::Converse)) {
        return;
    }
    m_taking = true;
    refresh();
    whenDone(m_context.desk.agentDrafts().take(m_draft->id), this, [this, id = m_id](const auto& words) {
        m_taking = false;
        if (words) {
            m_context.problems.worked(agentDraftSource);
            Q_EMIT used(id, *words);
        } else {
            m_context.problems.report(agentDraftSource, words.error());
        }
        refresh();
        read();
    });
}

bool DraftBar::isThere() const
{
    return m_draft && m_draft->state == AgentDraftState::Taken && m_draft->takenBy == m_context.desk.staffName() &&
           m_isWritten(m_draft->text);
}

void DraftBar::lookAtComposer()
{
    if (isThere() != m_wasThere) {
        refresh();
    }
}

void DraftBar::refresh()
{
    setVisible(m_draft.has_value());
    if (!m_draft) {
        return;
    }
    const AgentDraft& draft = *m_draft;
    const QString me = m_context.desk.staffName();
    const auto& colours = m_context.theme.colours();
    const bool isMine = draft.state == AgentDraftState::Taken && draft.takenBy == me;
    const bool may = mayDo(m_context, domain::Right::Converse);
    m_mark->setPixmap(icon(QStringLiteral("agent"), colours.muted).pixmap(16, 16));
    m_heading->setFont(m_context.theme.small());
    m_heading->setText(draftwords::heading(draft, me));
    // What is in the composer already is not shown twice.
    m_wasThere = isThere();
    m_text->setText(draft.text);
    m_text->setAccessibleName(m_heading->text());
    m_text->setLayoutDirection(draft.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    m_scroll->setVisible(!draft.text.isEmpty() && !m_wasThere);
    const QString note = draftwords::note(draft);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_use->setText(isMine ? tr("Insert again") : m_context.shortcuts.withKeys(tr("Use"), "message.use-draft"));
    m_use->setVisible(may && !draft.text.isEmpty() && !m_wasThere);
    m_use->setEnabled(draft.mayBeTaken() && !m_taking);
    m_again->setText(tr("Draft again"));
    m_again->setVisible(may && (draft.isStale || draft.state == AgentDraftState::Empty) &&
                        draft.state != AgentDraftState::Wanted);
    m_dismiss->setText(draft.state == AgentDraftState::Wanted ? tr("Stop") : tr("Dismiss"));
    m_dismiss->setVisible(may && !m_wasThere);
    fitHeight();
}

void DraftBar::fitHeight()
{
    if (m_scroll->isVisibleTo(this)) {
        const int width = std::max(1, m_scroll->viewport()->width());
        m_scroll->setFixedHeight(std::min(highestDraft, m_text->heightForWidth(width) + 2));
    }
}

void DraftBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitHeight();
}

void DraftBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QFrame::changeEvent(event);
}

} // namespace delpek::ui
