// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/context.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QListView;
class QStackedWidget;

namespace delpek::ui
{

class EscalationList;
class EscalationModel;
class QuestionCard;

/// What waits for a person or a doctor: the list by urgency and clock, and beside it the card of the chosen one.
class EscalationPane final : public QWidget
{
    Q_OBJECT

public:
    /// The list outlives it.
    EscalationPane(const Context& context, EscalationList& list, QWidget* parent = nullptr);

    void focusList();
    void select(domain::EscalationId id);
    /// Also one that is closed, however long ago.
    void showEscalation(const domain::Escalation& escalation);
    domain::EscalationId current() const;
    QuestionCard& card() { return *m_card; }
    EscalationModel& model() { return *m_model; }

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void retranslate();
    void follow();
    void count();

    Context m_context;
    EscalationList& m_list;
    EscalationModel* m_model;
    QButtonGroup* m_filters;
    QListView* m_view;
    QLabel* m_empty;
    QLabel* m_keys;
    QuestionCard* m_card;
    QLabel* m_nothing;
    QStackedWidget* m_stack;
    domain::EscalationId m_wanted;
};

} // namespace delpek::ui
