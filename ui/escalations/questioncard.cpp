// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/questioncard.h"

#include "ui/announcer.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/briefpanel.h"
#include "ui/escalations/callpanel.h"
#include "ui/escalations/cardhead.h"
#include "ui/escalations/cardside.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/steppanel.h"
#include "ui/problembar.h"
#include "ui/thread/attachmentactions.h"
#include "ui/thread/messageactions.h"
#include "ui/thread/threadview.h"
#include "ui/thread/threadwindow.h"
#include "ui/wording.h"

#include <QHBoxLayout>

namespace delpek::ui
{

namespace
{

using escalationwords::Step;

const auto readSource = QStringLiteral("card");
const auto sideSource = QStringLiteral("cardPatient");
const auto actSource = QStringLiteral("escalationStep");

} // namespace

QuestionCard::QuestionCard(const Context& context, EscalationList& list, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_head(new CardHead(context, this))
    , m_step(new StepPanel(context, this))
    , m_brief(new BriefPanel(context, this))
    , m_call(new CallPanel(context, this))
    , m_window(new ThreadWindow(context, this))
    , m_view(new ThreadView(context, *m_window, this))
    , m_attachments(new AttachmentActions(context, *m_view, *m_window))
    , m_answer(new AnswerBox(context, this))
    , m_facts(new CardSide(context, this))
{
    new MessageActions(context, *m_view, *m_window, *m_attachments);
    build();
    connectParts();
}

void QuestionCard::build()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_head);
    for (QWidget* panel :
         {static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_brief), static_cast<QWidget*>(m_call)}) {
        column->addWidget(panel);
        panel->hide();
    }
    column->addWidget(m_view, 1);
    column->addWidget(m_answer);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    m_facts->setFixedWidth(248);
    m_view->setMinimumHeight(90);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    row->addWidget(line);
    row->addWidget(m_facts);
}

void QuestionCard::connectParts()
{
    connect(m_head, &CardHead::acknowledgeWanted, this, &QuestionCard::acknowledge);
    connect(m_head, &CardHead::callWanted, this, &QuestionCard::call);
    connect(m_head, &CardHead::urgencyWanted, this, &QuestionCard::changeUrgency);
    connect(m_head, &CardHead::closeWanted, this, &QuestionCard::closeOrReopen);
    connect(m_head, &CardHead::reopenWanted, this, &QuestionCard::closeOrReopen);
    connect(m_head, &CardHead::handBackWanted, this, &QuestionCard::handBack);
    connect(m_head, &CardHead::openWanted, this, [this] { Q_EMIT openWanted(m_card.conversation.id); });
    connect(m_step, &StepPanel::confirmed, this, &QuestionCard::take);
    connect(m_step, &StepPanel::cancelled, this, &QuestionCard::closePanels);
    connect(m_brief, &BriefPanel::cancelled, this, &QuestionCard::closePanels);
    connect(m_brief, &BriefPanel::confirmed, this, &QuestionCard::handBackWith);
    connect(m_facts, &CardSide::patientChosen, this,
            [this](const QString& patient) { act(m_context.desk.fileEscalation(m_id, patient)); });
    connect(m_facts, &CardSide::consentTold, this,
            [this](bool given) { act(m_context.desk.noteConsent(m_card.conversation.id, given)); });
    connect(m_call, &CallPanel::cancelled, this, &QuestionCard::closePanels);
    connect(m_answer, &AnswerBox::callWanted, this, &QuestionCard::call);
    connect(m_answer, &AnswerBox::callPromised, this, &QuestionCard::read);
    connect(m_answer, &AnswerBox::leaveWanted, this, &QuestionCard::leaveWanted);
    connect(&m_context.feed, &ChangeFeed::changed, this, &QuestionCard::onChanges);
}

void QuestionCard::open(domain::EscalationId id)
{
    if (id == m_id) {
        return;
    }
    m_id = id;
    m_attachments->stopVoice();
    closePanels();
    // Nothing may be sent to the new one before it is known who that is.
    m_card = {};
    m_side.reset();
    m_answer->setCard(m_card);
    m_head->setCard(m_card, nullptr);
    m_facts->setCard(m_card, m_side ? &*m_side : nullptr);
    m_window->open({});
    if (id.isValid()) {
        read();
    }
}

void QuestionCard::onChanges(const std::vector<domain::Change>& changes)
{
    const auto concerns = [this](const domain::Change& change) {
        return (change.topic == domain::Topic::Escalation || change.topic == domain::Topic::Conversation) &&
               change.conversation == m_card.conversation.id.value;
    };
    if (m_id.isValid() && std::ranges::any_of(changes, concerns)) {
        read();
    }
    if (m_card.conversation.id.isValid() && std::ranges::any_of(changes, [](const domain::Change& change) {
            return change.topic == domain::Topic::Clinic;
        })) {
        readSide();
    }
}

void QuestionCard::read()
{
    whenDone(m_context.desk.escalationCard(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(readSource, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(readSource);
        show(*result);
    });
}

void QuestionCard::show(const domain::EscalationCard& card)
{
    const bool first = !m_card.escalation.id.isValid();
    const bool rose = !first && card.escalation.urgency > m_card.escalation.urgency;
    m_card = card;
    m_view->setPatientName(words::title(card.conversation));
    m_head->setCard(m_card, m_side ? &*m_side : nullptr);
    m_facts->setCard(m_card, m_side ? &*m_side : nullptr);
    m_answer->setCard(m_card);
    if (first) {
        m_window->open(card.conversation.id);
        readSide();
    }
    if (rose) {
        // The eyes have the colour, the shape and the word.
        announce(*this,
                 tr("%1 is now: %2").arg(words::title(card.conversation), words::urgency(card.escalation.urgency)));
    }
}

void QuestionCard::readSide()
{
    whenDone(m_context.desk.patientSide(m_card.conversation.id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(sideSource, result.error(), [this] { readSide(); });
            return;
        }
        m_context.problems.worked(sideSource);
        m_side = *result;
        m_head->setCard(m_card, &*m_side);
        m_facts->setCard(m_card, &*m_side);
        m_answer->setDoctors(m_side->doctors);
    });
}

void QuestionCard::focusAnswer()
{
    m_answer->focus();
}

void QuestionCard::acknowledge()
{
    if (m_card.escalation.isOpen() && m_card.escalation.id.isValid() && !m_card.escalation.acknowledgedAt) {
        m_list.acknowledge(m_id);
    }
}

void QuestionCard::call()
{
    if (m_card.conversation.id.isValid()) {
        showPanel(m_call);
        m_call->ask(m_card.conversation);
    }
}

void QuestionCard::changeUrgency()
{
    if (m_card.escalation.id.isValid() && m_card.escalation.isOpen()) {
        showPanel(m_step);
        m_step->ask(Step::ChangeUrgency, m_card.escalation.urgency);
    }
}

void QuestionCard::closeOrReopen()
{
    if (m_card.escalation.id.isValid()) {
        showPanel(m_step);
        m_step->ask(m_card.escalation.isOpen() ? Step::Close : Step::Reopen, m_card.escalation.urgency);
    }
}

void QuestionCard::handBack()
{
    if (m_card.escalation.id.isValid() && m_card.conversation.holder.kind != domain::HolderKind::Agent) {
        showPanel(m_brief);
        m_brief->ask(m_card.escalation);
    }
}

void QuestionCard::handBackWith(const QString& brief, bool close)
{
    m_brief->setBusy(true);
    if (!close) {
        act(m_context.desk.handBackWithBrief(m_card.conversation.id, brief));
        return;
    }
    // The brief first: without it an agent would go on that does not know what was promised.
    whenDone(m_context.desk.handBackWithBrief(m_card.conversation.id, brief), this,
             [this, id = m_id](const auto& result) {
                 act(result ? m_context.desk.closeEscalation(id, QStringLiteral("close.answered"))
                            : base::ready(Result<Done>(fail(result.error()))));
             });
}

void QuestionCard::take(Step step, const QString& reason, domain::Urgency urgency)
{
    m_step->setBusy(true);
    switch (step) {
    case Step::Close:
        act(m_context.desk.closeEscalation(m_id, reason));
        return;
    case Step::Reopen:
        act(m_context.desk.reopenEscalation(m_id, reason));
        return;
    case Step::ChangeUrgency:
    case Step::Raise:
        if (urgency < m_card.escalation.urgency) {
            act(m_context.desk.lowerEscalation(m_id, urgency, reason));
        } else {
            act(m_context.desk.raiseEscalation(m_card.conversation.id, urgency, reason));
        }
        return;
    }
}

template <typename T>
void QuestionCard::act(Future<T> future)
{
    m_head->setBusy(true);
    whenDone(future, this, [this, id = m_id](const auto& result) {
        m_head->setBusy(false);
        m_step->setBusy(false);
        m_brief->setBusy(false);
        if (!result) {
            // The panel stays, and what was written in it.
            m_context.problems.report(actSource, result.error());
            return;
        }
        m_context.problems.worked(actSource);
        m_list.read();
        if (id == m_id) {
            closePanels();
            read();
        }
    });
}

void QuestionCard::showPanel(QWidget* panel)
{
    for (QWidget* other :
         {static_cast<QWidget*>(m_step), static_cast<QWidget*>(m_brief), static_cast<QWidget*>(m_call)}) {
        other->setVisible(other == panel);
    }
}

void QuestionCard::closePanels()
{
    const bool hadFocus = m_step->isAncestorOf(focusWidget()) || m_brief->isAncestorOf(focusWidget()) ||
                          m_call->isAncestorOf(focusWidget());
    showPanel(nullptr);
    if (hadFocus) {
        focusAnswer();
    }
}

} // namespace delpek::ui
