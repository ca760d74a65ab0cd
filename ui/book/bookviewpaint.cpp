// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/desk.h"
#include "ui/book/bookview.h"
#include "ui/book/bookwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QScrollBar>

#include <algorithm>

// The part of BookView that paints.

namespace delpek::ui
{

namespace
{

constexpr int bar = 3; ///< at the leading edge of a visit

} // namespace

void BookView::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_context.theme.colours().surface);
    paintColumns(painter);
    for (const auto& placed : m_grid.placed) {
        paintEntry(painter, placed);
    }
    const Colours& colours = m_context.theme.colours();
    if (m_hovered && m_hovered != m_chosen) {
        paintGhost(painter, *m_hovered, colours.muted);
    }
    for (const auto& slot : {m_chosen, m_drag.to}) {
        if (slot) {
            paintGhost(painter, *slot, colours.accent);
        }
    }
    paintNow(painter);
    paintAxis(painter);
    paintHeads(painter);
}

void BookView::paintColumns(QPainter& painter)
{
    const Colours& colours = m_context.theme.colours();
    for (int i = 0; i < int(m_grid.columns.size()); ++i) {
        const auto& column = m_grid.columns[size_t(i)];
        const QRect logical = columnRect(i);
        painter.fillRect(visual(logical), colours.window);
        for (const auto& open : column.open) {
            const int top = yOf(minuteOf(open.from));
            const int bottom = yOf(minuteOf(open.to));
            painter.fillRect(visual({logical.left(), top, logical.width(), bottom - top}), colours.surface);
        }
        painter.fillRect(visual({logical.left(), logical.top(), 1, logical.height()}), colours.line);
    }
    for (int minute = m_grid.from; minute <= m_grid.to; minute += 60) {
        painter.fillRect(QRect(0, yOf(minute), viewport()->width(), 1), colours.line);
    }
}

void BookView::paintAxis(QPainter& painter)
{
    const Colours& colours = m_context.theme.colours();
    painter.fillRect(visual({0, 0, m_axis, viewport()->height()}), colours.surface);
    painter.setFont(m_context.theme.small());
    for (int minute = m_grid.from; minute <= m_grid.to; minute += 60) {
        painter.fillRect(visual({0, yOf(minute), m_axis, 1}), colours.line);
        painter.setPen(colours.muted);
        if (minute < m_grid.to) {
            painter.drawText(
                visual({0, yOf(minute) + 2, m_axis - space, painter.fontMetrics().height()}),
                Qt::AlignTop | Qt::AlignRight,
                QTime::fromMSecsSinceStartOfDay(std::min(minute, 1439) * 60'000).toString(QStringLiteral("HH:mm")));
        }
    }
}

void BookView::paintEntry(QPainter& painter, const PlacedEntry& placed)
{
    using Kind = desk::BookEntry::Kind;
    const Colours& colours = m_context.theme.colours();
    const auto& entry = m_book.entries[size_t(placed.entry)];
    const QRect area = visual(place(placed));
    const bool isOver = entry.end < domain::toLocal(m_context.desk.now(), m_context.desk.zone());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (entry.kind == Kind::Visit) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isOver ? colours.hover : colours.accentSoft);
        painter.drawRoundedRect(area, space, space);
        painter.fillRect(QStyle::visualRect(layoutDirection(), area, {area.left(), area.top(), bar, area.height()}),
                         isOver ? colours.muted : colours.accent);
    } else if (entry.kind == Kind::Held) {
        painter.setPen(QPen(colours.waiting, 1, Qt::DashLine));
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), space, space);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.window);
        painter.drawRect(area);
        painter.setBrush(QBrush(colours.line, Qt::BDiagPattern));
        painter.drawRect(area);
    }
    if (placed.entry == m_current) {
        painter.setPen(QPen(colours.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), space, space);
    }
    painter.restore();
    const QRect inner = area.adjusted(2 * space, 1, -2 * space, -1);
    const int line = QFontMetrics(m_context.theme.body()).height();
    if (inner.height() < line - 2 || inner.width() < 3 * space) {
        return;
    }
    painter.save();
    painter.setClipRect(area);
    LinePainter first(painter, {inner.left(), inner.top(), inner.width(), line}, layoutDirection());
    const QColor ink = entry.kind == Kind::Visit && !isOver ? colours.text : colours.muted;
    constexpr int wideEnough = 130; // else the name needs it, and the axis tells the time
    if (entry.kind != Kind::Away && inner.width() >= wideEnough) {
        first.atEnd(m_context.theme.small(), colours.muted, entry.start.time.toString(QStringLiteral("HH:mm")));
    }
    first.rest(entry.kind == Kind::Visit ? m_context.theme.strong() : m_context.theme.body(), ink,
               bookwords::title(entry));
    if (inner.height() >= 2 * line - 2) {
        drawLine(painter, {inner.left(), inner.top() + line, inner.width(), line}, layoutDirection(),
                 m_context.theme.small(), colours.muted, bookwords::detail(m_book, entry));
    }
    painter.restore();
}

QRect BookView::ghostRect(const domain::Slot& slot) const
{
    const int column = columnOf(slot);
    const int from = minuteOf(slot.start.time);
    return column < 0 ? QRect() : visual(place({-1, column, from, from + slot.minutes}));
}

/// A visit that is not there yet.
void BookView::paintGhost(QPainter& painter, const domain::Slot& slot, const QColor& ink)
{
    const QRect area = ghostRect(slot);
    if (!area.isValid()) {
        return;
    }
    painter.setPen(QPen(ink, 2, Qt::DashLine));
    painter.setBrush(m_context.theme.colours().surface);
    painter.drawRoundedRect(area, space, space);
    painter.setFont(m_context.theme.strong());
    painter.drawText(area.adjusted(2 * space, space / 2, -2 * space, 0), Qt::AlignTop | leading(*this),
                     slot.start.time.toString(QStringLiteral("HH:mm")));
}

void BookView::paintHeads(QPainter& painter)
{
    const Colours& colours = m_context.theme.colours();
    painter.fillRect(QRect(0, 0, viewport()->width(), m_head), colours.surface);
    for (int i = 0; i < int(m_grid.columns.size()); ++i) {
        const auto& column = m_grid.columns[size_t(i)];
        QRect logical = columnRect(i);
        logical.setRect(logical.left() + 2 * space, 0, logical.width() - 3 * space, m_head);
        const bool isToday = column.date == domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
        const QString text =
            m_span == BookSpan::Day ? bookwords::doctor(m_book, column.doctor) : bookwords::date(column.date);
        drawLine(painter, visual(logical), layoutDirection(), m_context.theme.strong(),
                 m_span == BookSpan::Week && isToday ? colours.accent
                 : column.open.empty()               ? colours.muted
                                                     : colours.text,
                 text);
    }
    painter.fillRect(visual({0, 0, m_axis, m_head}), colours.surface);
    painter.fillRect(QRect(0, m_head - 1, viewport()->width(), 1), colours.line);
}

void BookView::paintNow(QPainter& painter)
{
    const auto now = domain::toLocal(m_context.desk.now(), m_context.desk.zone());
    const int minute = minuteOf(now.time);
    if (minute < m_grid.from || minute >= m_grid.to) {
        return;
    }
    for (int i = 0; i < int(m_grid.columns.size()); ++i) {
        if (m_grid.columns[size_t(i)].date == now.date) {
            const QRect logical = columnRect(i);
            painter.fillRect(visual({logical.left(), yOf(minute), m_width, 2}), m_context.theme.colours().emergency);
        }
    }
}

} // namespace delpek::ui
