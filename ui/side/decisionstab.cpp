// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/decisionstab.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/side/decisiondelegate.h"
#include "ui/side/decisionmodel.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QTreeView>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int newest = 30;
const auto source = QStringLiteral("decisions");

} // namespace

DecisionsTab::DecisionsTab(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new DecisionModel(this))
    , m_tree(new QTreeView(this))
    , m_empty(new QLabel(this))
{
    setObjectName(QStringLiteral("sideBody"));
    setAttribute(Qt::WA_StyledBackground);
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new DecisionDelegate(context, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(16);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setProperty("kind", QStringLiteral("muted"));
    m_empty->setContentsMargins(16, 32, 16, 32);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(m_tree, 1);
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const bool concerns = std::ranges::any_of(changes, [this](const domain::Change& change) {
            return change.topic == domain::Topic::Decision && change.conversation == m_id.value;
        });
        if (concerns) {
            read();
        }
    });
    connect(&context.theme, &Theme::changed, this, &DecisionsTab::refresh);
    refresh();
}

void DecisionsTab::open(domain::ConversationId id)
{
    m_id = id;
    m_decisions.clear();
    refresh();
    read();
}

void DecisionsTab::read()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.decisions(m_id, {}, newest), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(source, result.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(source);
        m_decisions = *result;
        refresh();
    });
}

void DecisionsTab::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

void DecisionsTab::refresh()
{
    m_tree->setAccessibleName(tr("Decisions of the agent"));
    m_empty->setText(tr("The agent has decided nothing here yet."));
    m_empty->setVisible(m_decisions.empty());
    m_tree->setVisible(!m_decisions.empty());
    m_model->set(m_decisions, m_context.desk.now());
    if (m_model->rowCount() > 0) {
        m_tree->expand(m_model->index(0, 0, {}));
    }
}

} // namespace delpek::ui
