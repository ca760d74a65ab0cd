// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/decision.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QTreeView;

namespace delpek::ui
{

class DecisionModel;

/// Why the agent did what it did: each turn of the conversation as a timeline.
class DecisionsTab final : public QWidget
{
    Q_OBJECT

public:
    explicit DecisionsTab(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void refresh();

    Context m_context;
    domain::ConversationId m_id;
    std::vector<domain::Decision> m_decisions;
    DecisionModel* m_model;
    QTreeView* m_tree;
    QLabel* m_empty;
};

} // namespace delpek::ui
