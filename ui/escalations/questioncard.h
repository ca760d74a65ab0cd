// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "desk/desk.h"
#include "ui/context.h"
#include "ui/escalations/escalationwords.h"

#include <QWidget>

namespace delpek::ui
{

class AnswerBox;
class AttachmentActions;
class BriefPanel;
class CallPanel;
class CardHead;
class CardSide;
class EscalationList;
class StepPanel;
class ThreadView;
class ThreadWindow;

/// One escalation as a question: who, what, since when, what to keep in mind, the thread, where to answer, and what can
/// be done. Stays as it is when the escalation is closed elsewhere, so that no words are lost.
class QuestionCard final : public QWidget
{
    Q_OBJECT

public:
    /// The list outlives it.
    QuestionCard(const Context& context, EscalationList& list, QWidget* parent = nullptr);

    void open(domain::EscalationId id);
    domain::EscalationId escalation() const { return m_id; }
    const domain::EscalationCard& card() const { return m_card; }
    AnswerBox& answer() { return *m_answer; }
    AttachmentActions& attachments() { return *m_attachments; }

    void focusAnswer();
    void acknowledge();
    void call();
    void changeUrgency();
    /// Asks why it is closed; of a closed one, why it is opened again.
    void closeOrReopen();
    void handBack();

Q_SIGNALS:
    void leaveWanted();
    void openWanted(delpek::domain::ConversationId id);

private:
    void build();
    void connectParts();
    void onChanges(const std::vector<domain::Change>& changes);
    void read();
    void readSide();
    void show(const domain::EscalationCard& card);
    void take(escalationwords::Step step, const QString& reason, domain::Urgency urgency);
    void handBackWith(const QString& brief, bool close);
    template <typename T>
    void act(Future<T> future);
    void showPanel(QWidget* panel);
    void closePanels();

    Context m_context;
    EscalationList& m_list;
    domain::EscalationId m_id;
    domain::EscalationCard m_card;
    std::optional<desk::PatientSide> m_side;
    CardHead* m_head;
    StepPanel* m_step;
    BriefPanel* m_brief;
    CallPanel* m_call;
    ThreadWindow* m_window;
    ThreadView* m_view;
    AttachmentActions* m_attachments;
    AnswerBox* m_answer;
    CardSide* m_facts;
};

} // namespace delpek::ui
