// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "domain/review.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace delpek::ui
{

class DecisionModel;
class DraftFate;
class TurnPanel;

/// Why the agent did what it did: each turn of the conversation as a timeline. The one that is chosen can be reported
/// as wrong.
class DecisionsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionsTab(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    /// Keeps what was begun.
    void flush();

Q_SIGNALS:
    /// A doctor is to be called for the open conversation.
    void doctorWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void readReviews();
    void refresh();
    void choose();
    std::vector<domain::Review> reviewsOf(domain::DecisionId turn) const;

    Context m_context;
    domain::ConversationId m_id;
    domain::DecisionId m_turn; ///< the chosen one
    std::vector<domain::Decision> m_decisions;
    std::vector<domain::Review> m_reviews;
    DecisionModel* m_model;
    QTreeView* m_tree;
    QLabel* m_empty;
    DraftFate* m_fate;
    TurnPanel* m_panel;
};

} // namespace delpek::ui
