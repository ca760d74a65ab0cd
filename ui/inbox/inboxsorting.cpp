// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/sorting.h"
#include "ui/call.h"
#include "ui/inbox/inboxdelegate.h"
#include "ui/inbox/inboxmodel.h"
#include "ui/inbox/inboxpane.h"
#include "ui/rights.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/labelmark.h"
#include "ui/sorting/sortbar.h"
#include "ui/sorting/sorter.h"
#include "ui/sorting/sortmenu.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

// Labels, putting off, and several conversations at once.

namespace delpek::ui
{

InboxPane::~InboxPane() = default;

void InboxPane::connectSorting()
{
    const auto fillWith = [this](QToolButton& button,
                                 void (SortMenu::*fill)(QMenu&, const std::vector<desk::InboxRow>&) const) {
        auto* menu = new QMenu(&button);
        button.setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu, fill] {
            menu->clear();
            std::vector<desk::InboxRow> rows;
            for (const auto& index : m_list->selectionModel()->selectedIndexes()) {
                rows.push_back(m_model->row(index.row()));
            }
            ((*m_menu).*fill)(*menu, rows);
        });
    };
    fillWith(m_bar->snooze(), &SortMenu::fillSnooze);
    fillWith(m_bar->labels(), &SortMenu::fillLabels);
    connect(m_bar, &SortBar::sortWanted, this, [this](const desk::SortAct& act) { m_sorter->sort(selected(), act); });
    connect(m_bar, &SortBar::clearWanted, this, &InboxPane::selectNone);
    connect(m_list, &QListView::customContextMenuRequested, this, [this](const QPoint& at) {
        if (m_list->indexAt(at).isValid()) {
            popUp(m_list->viewport()->mapToGlobal(at));
        }
    });
    connect(m_labels, &LabelBook::changed, this, &InboxPane::fillMore);
    connect(&m_context.theme, &Theme::changed, this, &InboxPane::fillMore);
}

/// A click makes a row current before it selects it, a key does both the other way round.
void InboxPane::onCurrent()
{
    const auto selected = m_list->selectionModel()->selectedIndexes();
    if (!m_isRearranging && selected.size() == 1 && selected.front() == m_list->currentIndex()) {
        m_wanted = {};
        Q_EMIT opened(current());
    }
}

/// While several are selected nothing else is opened: what is open stays.
void InboxPane::onSelection()
{
    if (m_isRearranging) {
        return;
    }
    countSelected();
    const auto rows = m_list->selectionModel()->selectedIndexes();
    if (rows.size() == 1 && m_model->row(rows.front().row()).conversation.id != m_shown) {
        // One alone is the open one, also when it is what was left of several.
        m_list->selectionModel()->setCurrentIndex(rows.front(), QItemSelectionModel::NoUpdate);
        onCurrent();
    }
}

void InboxPane::countSelected()
{
    const auto count = int(m_list->selectionModel()->selectedIndexes().size());
    m_bar->setSelected(mayDo(m_context, domain::Right::Converse) ? count : 0);
    m_delegate->setOpened(count > 1 ? m_shown : domain::ConversationId{});
    m_list->viewport()->update();
}

/// Rows that come and go change the selection as well, and the view makes a neighbour current: nobody chose that, and
/// the next keystroke would go to another patient. The open conversation stays open, in the list or out of it.
void InboxPane::connectRearranging()
{
    const auto begin = [this] { m_isRearranging = true; };
    connect(m_model, &QAbstractItemModel::rowsAboutToBeInserted, this, begin);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeMoved, this, begin);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, begin);
    connect(m_model, &QAbstractItemModel::layoutAboutToBeChanged, this, begin);
    connect(m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this](const QModelIndex&, int first, int last) {
        m_isRearranging = true;
        const auto isGoing = [=](int row) { return row >= first && row <= last; };
        if (isGoing(m_model->indexOf(m_shown).row())) {
            m_wanted = m_shown; // should it come back
        }
        if (isGoing(m_list->currentIndex().row())) {
            m_list->selectionModel()->clearCurrentIndex();
        }
    });
}

/// After the view and its selection have heard of it.
void InboxPane::connectRearranged()
{
    const auto end = [this] {
        m_isRearranging = false;
        // One row left of several that is not the open one would look as if it were.
        const auto left = m_list->selectionModel()->selectedIndexes();
        if (left.size() == 1 && m_model->row(left.front().row()).conversation.id != m_shown) {
            clearSelection();
        }
        countSelected();
    };
    connect(m_model, &QAbstractItemModel::rowsInserted, this, end);
    connect(m_model, &QAbstractItemModel::rowsMoved, this, end);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, end);
    connect(m_model, &QAbstractItemModel::modelReset, this, end);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, end);
}

/// Opens nothing.
void InboxPane::clearSelection()
{
    const bool before = std::exchange(m_isRearranging, true);
    m_list->selectionModel()->clear();
    m_isRearranging = before;
}

std::vector<domain::ConversationId> InboxPane::selected() const
{
    const auto rows = m_list->selectionModel()->selectedIndexes();
    if (rows.size() < 2) {
        return m_shown.isValid() ? std::vector{m_shown} : std::vector<domain::ConversationId>{};
    }
    std::vector<domain::ConversationId> ids;
    for (const auto& index : rows) {
        ids.push_back(m_model->row(index.row()).conversation.id);
    }
    return ids;
}

/// QListView::setCurrentIndex would add the row while Ctrl or Shift is held, as for a shortcut that leads here.
void InboxPane::selectOnly(const QModelIndex& index)
{
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

void InboxPane::selectNone()
{
    const auto index = m_model->indexOf(m_shown);
    if (index.isValid()) {
        selectOnly(index);
    } else {
        clearSelection();
        countSelected();
    }
}

void InboxPane::showOnly(desk::View view, std::optional<domain::LabelId> label)
{
    const bool isMore = label || view == desk::View::Snoozed;
    m_filters->button(isMore ? moreId : int(view))->setChecked(true);
    m_model->setView(view, label);
    fillMore();
}

void InboxPane::openMore()
{
    // Pressed is not chosen.
    const bool isMore = m_model->label() || m_model->view() == desk::View::Snoozed;
    m_filters->button(isMore ? moreId : int(m_model->view()))->setChecked(true);
    auto* menu = new QMenu(m_more);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](QAction* action, bool isShown, desk::View view, std::optional<domain::LabelId> label) {
        action->setCheckable(true);
        action->setChecked(isShown);
        connect(action, &QAction::triggered, this, [this, view, label] { showOnly(view, label); });
    };
    add(menu->addAction(tr("Put off")), m_model->view() == desk::View::Snoozed, desk::View::Snoozed, {});
    menu->addSeparator();
    for (const auto& label : m_labels->all()) {
        add(menu->addAction(labelIcon(m_context.theme.colours(), label.colour), label.name),
            m_model->label() == label.id, desk::View::All, label.id);
    }
    menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
}

void InboxPane::fillMore()
{
    const auto* label = m_model->label() ? m_labels->find(*m_model->label()) : nullptr;
    if (m_model->label() && label == nullptr && m_labels->isRead()) {
        return showOnly(desk::View::All); // it is gone
    }
    m_more->setText(m_model->view() == desk::View::Snoozed ? tr("Put off")
                    : label != nullptr ? m_more->fontMetrics().elidedText(label->name, Qt::ElideRight, 90)
                                       : tr("More"));
    m_more->setToolTip(tr("What was put off, and labels"));
}

void InboxPane::withRows(std::function<void(const std::vector<desk::InboxRow>&)> then)
{
    std::vector<desk::InboxRow> rows;
    const auto ids = selected();
    for (const auto id : ids) {
        if (const auto index = m_model->indexOf(id); index.isValid()) {
            rows.push_back(m_model->row(index.row()));
        }
    }
    if (ids.empty() || !rows.empty()) {
        return then(rows);
    }
    // The open one is not in the list: it was found, or the filter hides it.
    whenDone(m_context.desk.conversation(ids.front()), this, [this, then](const auto& found) {
        if (!found) {
            return;
        }
        whenDone(m_context.desk.sorting().labelsOf(found->id), this, [then, found = *found](const auto& labels) {
            then({desk::InboxRow{found, {}, labels ? *labels : std::vector<domain::LabelId>{}}});
        });
    });
}

void InboxPane::popUp(const QPoint& at)
{
    if (!mayDo(m_context, domain::Right::Converse)) {
        return;
    }
    withRows([this, at](const std::vector<desk::InboxRow>& rows) {
        if (rows.empty()) {
            return;
        }
        auto* menu = new QMenu(this);
        menu->setObjectName(QStringLiteral("sortMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        m_menu->fill(*menu, rows);
        menu->popup(at);
    });
}

void InboxPane::showMenu()
{
    const QModelIndex index = m_list->currentIndex();
    const QRect row = index.isValid() ? m_list->visualRect(index) : QRect();
    const bool isSeen = m_list->isVisible() && m_list->viewport()->rect().intersects(row);
    popUp(isSeen ? m_list->viewport()->mapToGlobal(row.center())
                 : m_search->mapToGlobal(QPoint(0, m_search->height())));
}

} // namespace delpek::ui
