// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationpane.h"

#include "ui/escalations/cardlabel.h"
#include "ui/escalations/escalationdelegate.h"
#include "ui/escalations/escalationlist.h"
#include "ui/escalations/escalationmodel.h"
#include "ui/escalations/questioncard.h"
#include "ui/shortcuts/shortcuts.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace delpek::ui
{

namespace
{

using Filter = EscalationModel::Filter;

constexpr Filter filters[] = {Filter::Open, Filter::Mine, Filter::Closed};

} // namespace

EscalationPane::EscalationPane(const Context& context, EscalationList& list, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_model(new EscalationModel(context, list, this))
    , m_filters(new QButtonGroup(this))
    , m_view(new QListView(this))
    , m_empty(new QLabel(this))
    , m_keys(new QLabel(this))
    , m_card(new QuestionCard(context, list))
    , m_nothing(new QLabel)
    , m_stack(new QStackedWidget(this))
{
    // Before the view hears of it, which would make the neighbour current: an escalation that leaves the list (closed,
    // filtered) stays open beside it, so that the next keystroke does not go to another patient.
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        const int row = m_view->currentIndex().row();
        if (row >= first && row <= last) {
            m_view->selectionModel()->clear();
        }
    });
    build();
    connect(m_filters, &QButtonGroup::idClicked, this, [this](int filter) { m_model->setFilter(Filter(filter)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) {
            m_wanted = {};
            m_card->open(current());
            follow();
        }
    });
    // Not `activated`: on some desktops a single press of the mouse is one, and the arrows would be gone.
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* enter = new QShortcut(key, m_view);
        enter->setContext(Qt::WidgetShortcut);
        connect(enter, &QShortcut::activated, m_card, &QuestionCard::focusAnswer);
    }
    connect(m_card, &QuestionCard::leaveWanted, this, &EscalationPane::focusList);
    connect(m_card, &QuestionCard::openWanted, this, &EscalationPane::openWanted);
    connect(m_model, &EscalationModel::refreshed, this, &EscalationPane::follow);
    connect(&context.theme, &Theme::changed, this, [this] {
        m_view->doItemsLayout();
        retranslate();
    });
    retranslate();
}

void EscalationPane::build()
{
    auto* chips = new FlowLayout(nullptr, space + 1);
    for (const Filter filter : filters) {
        auto* chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_filters->addButton(chip, int(filter));
        chips->addWidget(chip);
    }
    m_filters->button(int(Filter::Open))->setChecked(true);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EscalationDelegate(m_context, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setObjectName(QStringLiteral("escalationList"));
    for (QLabel* label : {m_empty, m_nothing, m_keys}) {
        label->setProperty("kind", QStringLiteral("muted"));
        label->setWordWrap(true);
    }
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setContentsMargins(16, 32, 16, 32);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_keys->setContentsMargins(12, 6, 12, 8);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_card);

    auto* list = new QWidget(this);
    list->setObjectName(QStringLiteral("surface"));
    list->setAttribute(Qt::WA_StyledBackground);
    list->setFixedWidth(288);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 10, 10, 8);
    head->addLayout(chips);
    auto* column = new QVBoxLayout(list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    column->addWidget(m_keys);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(list);
    row->addWidget(line);
    row->addWidget(m_stack, 1);
}

void EscalationPane::focusList()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void EscalationPane::select(domain::EscalationId id)
{
    if (const QModelIndex index = m_model->indexOf(id); index.isValid()) {
        m_view->setCurrentIndex(index);
        return;
    }
    m_wanted = id;
    m_filters->button(int(Filter::Open))->setChecked(true);
    m_model->setFilter(Filter::Open);
}

void EscalationPane::showEscalation(const domain::Escalation& escalation)
{
    if (escalation.isOpen()) {
        return select(escalation.id);
    }
    m_wanted = escalation.id;
    m_view->selectionModel()->clear();
    m_card->open(escalation.id);
    m_filters->button(int(Filter::Closed))->setChecked(true);
    m_model->setFilter(Filter::Closed);
    follow();
}

domain::EscalationId EscalationPane::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->row(index.row()).escalation.id : m_card->escalation();
}

void EscalationPane::follow()
{
    if (m_wanted.isValid()) {
        if (const QModelIndex index = m_model->indexOf(m_wanted); index.isValid()) {
            m_view->setCurrentIndex(index);
            return;
        }
    } else if (!m_card->escalation().isValid() && m_model->rowCount() > 0) {
        m_view->setCurrentIndex(m_model->index(0));
        return;
    } else if (!m_view->currentIndex().isValid()) {
        // Back in the list, for instance opened again.
        if (const QModelIndex index = m_model->indexOf(m_card->escalation()); index.isValid()) {
            m_view->setCurrentIndex(index);
        }
    }
    m_empty->setVisible(m_model->rowCount() == 0);
    m_stack->setCurrentIndex(m_card->escalation().isValid() ? 1 : 0);
    count();
}

void EscalationPane::count()
{
    const auto& open = m_list.open();
    m_filters->button(int(Filter::Open))->setText(open.empty() ? tr("Open") : tr("Open (%1)").arg(open.size()));
    m_empty->setText(m_model->filter() == Filter::Closed ? tr("Nothing was closed yet.")
                     : m_model->filter() == Filter::Mine ? tr("You have taken on nothing.")
                                                         : tr("Nothing waits for a person."));
}

void EscalationPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void EscalationPane::retranslate()
{
    m_view->setAccessibleName(tr("Escalations"));
    m_filters->button(int(Filter::Mine))->setText(tr("Mine"));
    m_filters->button(int(Filter::Closed))->setText(tr("Closed"));
    m_nothing->setText(tr("Nothing waits for a person."));
    m_keys->setFont(m_context.theme.small());
    m_keys->setAlignment(leading(*this));
    const QString keys = m_context.shortcuts.keysOf("escalation.acknowledge");
    m_keys->setText(
        directed(*this, keys.isEmpty() ? tr("Enter: answer") : tr("Enter: answer · %1: I am on it").arg(keys)));
    follow();
}

} // namespace delpek::ui
