// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookview.h"
#include "ui/book/bookwords.h"

#include <QKeyEvent>

#include <algorithm>

// The part of BookView that the keyboard moves.

namespace delpek::ui
{

void BookView::step(int columns, int entries)
{
    if (m_grid.placed.empty()) {
        return;
    }
    const auto now = std::ranges::find(m_grid.placed, m_current, &PlacedEntry::entry);
    if (now == m_grid.placed.end()) {
        return setCurrent(m_grid.placed.front().entry);
    }
    if (entries != 0) {
        const auto at = std::clamp(int(now - m_grid.placed.begin()) + entries, 0, int(m_grid.placed.size()) - 1);
        return setCurrent(m_grid.placed[size_t(at)].entry);
    }
    // The nearest in time of the next column that has any.
    for (int column = now->column + columns; column >= 0 && column < int(m_grid.columns.size()); column += columns) {
        const PlacedEntry* nearest = nullptr;
        for (const auto& one : m_grid.placed) {
            if (one.column == column &&
                (nearest == nullptr || std::abs(one.from - now->from) < std::abs(nearest->from - now->from))) {
                nearest = &one;
            }
        }
        if (nearest != nullptr) {
            return setCurrent(nearest->entry);
        }
    }
}

void BookView::stepFree(int columns, int quarters)
{
    const auto from = m_hovered ? m_hovered : m_chosen;
    int column = from ? columnOf(*from) : -1;
    std::optional<domain::Slot> next = column < 0 ? firstFree() : std::nullopt;
    if (column >= 0 && quarters != 0) {
        for (int at = minuteOf(from->start.time) + quarters * quarterHour; m_grid.from <= at && at < m_grid.to && !next;
             at += quarters * quarterHour) {
            next = freeIn(column, at);
        }
    } else if (column >= 0) {
        // The nearest in time of the next column that has any.
        const auto distance = [&](const domain::Slot& slot) {
            return std::abs(minuteOf(slot.start.time) - minuteOf(from->start.time));
        };
        for (column += columns; 0 <= column && column < int(m_grid.columns.size()) && !next; column += columns) {
            for (int at = m_grid.from; at < m_grid.to; at += quarterHour) {
                const auto free = freeIn(column, at);
                next = free && (!next || distance(*free) < distance(*next)) ? free : next;
            }
        }
    }
    if (next) {
        hover(next);
        reveal(ghostRect(*next));
        describe(bookwords::slot(m_book, *next));
    }
}

void BookView::keyPressEvent(QKeyEvent* event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    const auto go = [this](int columns, int rows) { m_placing ? stepFree(columns, rows) : step(columns, rows); };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(0, -1);
    case Qt::Key_Down:
        return go(0, 1);
    case Qt::Key_Left:
        return go(-forward, 0);
    case Qt::Key_Right:
        return go(forward, 0);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_placing && m_hovered) {
            Q_EMIT timeWanted(domain::Slot(*m_hovered));
            return;
        }
        return QAbstractScrollArea::keyPressEvent(event);
    case Qt::Key_Escape:
        if (m_drag.entry >= 0) {
            m_drag = {};
            return viewport()->update();
        }
        if (m_current < 0) {
            return QAbstractScrollArea::keyPressEvent(event); // whoever shows the sheet may leave what was begun
        }
        return setCurrent(-1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace delpek::ui
