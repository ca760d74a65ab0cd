// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace delpek::ui
{

class EscalationList;

/// Everything that waits for a person or a doctor, as cards that open the conversation.
class EscalationPage final : public QWidget
{
    Q_OBJECT

public:
    EscalationPage(const Context& context, EscalationList& list, QWidget* parent = nullptr);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    QWidget* card(const domain::Escalation& escalation);

    Context m_context;
    EscalationList& m_list;
    QLabel* m_title;
    QScrollArea* m_area;
};

} // namespace delpek::ui
