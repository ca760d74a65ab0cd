// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/decisionstab.h"

#include "desk/desk.h"
#include "desk/reviews.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/drafts/draftfate.h"
#include "ui/problembar.h"
#include "ui/reviews/reviewwords.h"
#include "ui/reviews/turnpanel.h"
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
const auto reviewSource = QStringLiteral("reviews");

} // namespace

DecisionsTab::DecisionsTab(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new DecisionModel(this))
    , m_tree(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_fate(new DraftFate(context, this))
    , m_panel(new TurnPanel(context, this))
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
    column->addWidget(m_fate);
    column->addWidget(m_panel);
    m_tree->setObjectName(QStringLiteral("decisionTree"));
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const auto concerns = [&](domain::Topic topic) {
            return std::ranges::any_of(changes, [&](const domain::Change& change) {
                return change.topic == topic && change.conversation == m_id.value;
            });
        };
        if (concerns(domain::Topic::Decision)) {
            read();
        }
        if (concerns(domain::Topic::Review)) {
            readReviews();
        }
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &DecisionsTab::choose);
    connect(m_panel, &TurnPanel::changed, this, &DecisionsTab::readReviews);
    connect(m_panel, &TurnPanel::doctorWanted, this, &DecisionsTab::doctorWanted);
    connect(&context.theme, &Theme::changed, this, &DecisionsTab::refresh);
    refresh();
}

void DecisionsTab::open(domain::ConversationId id)
{
    if (id == m_id) {
        read();
        return readReviews();
    }
    m_id = id;
    m_turn = {};
    m_fate->open(id);
    m_decisions.clear();
    m_reviews.clear();
    refresh();
    read();
    readReviews();
}

void DecisionsTab::flush()
{
    m_panel->flush();
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

void DecisionsTab::readReviews()
{
    if (!m_id.isValid()) {
        return;
    }
    whenDone(m_context.desk.reviews().of(m_id), this, [this, id = m_id](const auto& result) {
        if (id != m_id) {
            return;
        }
        if (!result) {
            m_context.problems.report(reviewSource, result.error(), [this] { readReviews(); });
            return;
        }
        m_context.problems.worked(reviewSource);
        m_reviews = *result;
        refresh();
    });
}

std::vector<domain::Review> DecisionsTab::reviewsOf(domain::DecisionId turn) const
{
    std::vector<domain::Review> found;
    std::ranges::copy_if(m_reviews, std::back_inserter(found),
                         [&](const domain::Review& review) { return review.decision == turn; });
    return found;
}

/// A step belongs to its turn.
void DecisionsTab::choose()
{
    const QModelIndex current = m_tree->currentIndex();
    if (current.isValid()) {
        m_turn = {current.data(DecisionModel::DecisionRole).toLongLong()};
        m_fate->setDecision(m_turn);
        m_panel->setTurn(m_turn, reviewsOf(m_turn));
    }
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
    // The arrow beside a chosen turn stands on the same ground as the turn.
    QPalette colours = m_tree->palette();
    colours.setColor(QPalette::Highlight, m_context.theme.colours().accentSoft);
    m_tree->setPalette(colours);
    m_tree->setAccessibleName(tr("Decisions of the agent"));
    m_empty->setText(tr("The agent has decided nothing here yet."));
    m_empty->setVisible(m_decisions.empty());
    m_tree->setVisible(!m_decisions.empty());
    // Whoever reads a turn goes on reading it when another one comes.
    const domain::DecisionId chosen = m_turn;
    std::map<domain::DecisionId, QString> marks;
    for (const auto& decision : m_decisions) {
        marks[decision.id] = reviewwords::mark(reviewsOf(decision.id));
    }
    m_model->set(m_decisions, m_context.desk.now(), marks);
    const QModelIndex row = m_model->indexOf(chosen).isValid() ? m_model->indexOf(chosen) : m_model->index(0, 0, {});
    if (row.isValid()) {
        m_tree->expand(row);
        m_tree->setCurrentIndex(row);
    } else {
        m_turn = {};
        m_fate->setDecision({});
        m_panel->setTurn({}, {});
    }
    m_panel->setVisible(row.isValid());
}

} // namespace delpek::ui
