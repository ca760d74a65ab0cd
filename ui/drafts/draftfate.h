// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/agentdraft.h"
#include "ui/context.h"

#include <QFrame>

#include <vector>

class QLabel;
class QScrollArea;

namespace delpek::ui
{

/// What became of the draft that a turn made: the words that went out beside those that were drafted.
class DraftFate final : public QFrame
{
    Q_OBJECT

public:
    explicit DraftFate(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    /// The turn whose draft is shown; nothing is shown for one without a draft.
    void setDecision(domain::DecisionId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void refresh();

    Context m_context;
    domain::ConversationId m_id;
    domain::DecisionId m_decision;
    std::vector<domain::AgentDraft> m_past;
    QLabel* m_heading;
    QLabel* m_words;
    QScrollArea* m_scroll;
};

} // namespace delpek::ui
