// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookview.h"

#include "desk/desk.h"
#include "ui/book/bookwords.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr int narrowest = 108;

} // namespace

BookView::BookView(const Context& context, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    connect(&context.theme, &Theme::changed, this, [this] {
        layOut();
        viewport()->update();
    });
}

void BookView::show(const desk::DayBook& book, BookSpan span, const QString& doctor)
{
    const auto chosen = m_current >= 0 ? std::optional(m_book.entries[size_t(m_current)]) : std::nullopt;
    m_book = book;
    m_span = span;
    m_grid = gridOf(m_book, span, doctor);
    m_drag = {};
    // A visit stays chosen wherever it was moved to; what else is in the book is known by its place.
    const auto same = std::ranges::find_if(m_book.entries, [&](const auto& entry) {
        return chosen && entry.kind == chosen->kind && entry.visit.id == chosen->visit.id &&
               (entry.kind == desk::BookEntry::Kind::Visit ||
                (entry.doctor == chosen->doctor && entry.start == chosen->start));
    });
    m_current = same == m_book.entries.end() ? -1 : int(same - m_book.entries.begin());
    layOut();
    if (!std::exchange(m_shown, true)) {
        scrollToNow();
    }
    viewport()->update();
    Q_EMIT currentChanged(m_current);
}

void BookView::layOut()
{
    const QFontMetrics metrics(m_context.theme.small());
    m_axis = metrics.horizontalAdvance(QStringLiteral("00:00")) + 4 * space;
    m_head = QFontMetrics(m_context.theme.strong()).height() + 4 * space;
    const int columns = std::max(1, int(m_grid.columns.size()));
    m_width = std::max(narrowest, (viewport()->width() - m_axis) / columns);
    const int height = toPixels(m_grid.to - m_grid.from) + 2 * space;
    verticalScrollBar()->setRange(0, std::max(0, height + m_head - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height() - m_head);
    verticalScrollBar()->setSingleStep(pixelsAnHour / 2);
    horizontalScrollBar()->setRange(0, std::max(0, m_axis + columns * m_width - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width() - m_axis);
    horizontalScrollBar()->setSingleStep(m_width / 2);
}

void BookView::scrollToNow()
{
    const auto now = domain::toLocal(m_context.desk.now(), m_context.desk.zone());
    if (now.date < m_book.first || m_book.last < now.date) {
        return;
    }
    const int minute = now.time.msecsSinceStartOfDay() / 60'000;
    verticalScrollBar()->setValue(toPixels(std::max(0, minute - 60 - m_grid.from)));
}

QRect BookView::visual(const QRect& logical) const
{
    return QStyle::visualRect(layoutDirection(), viewport()->rect(), logical);
}

QRect BookView::columnRect(int column) const
{
    return {m_axis + column * m_width - horizontalScrollBar()->value(), m_head - verticalScrollBar()->value(), m_width,
            toPixels(m_grid.to - m_grid.from)};
}

int BookView::yOf(int minute) const
{
    return m_head - verticalScrollBar()->value() + toPixels(minute - m_grid.from);
}

QRect BookView::place(const PlacedEntry& placed) const
{
    const QRect column = columnRect(placed.column);
    const int width = (column.width() - 2 * space) / placed.lanes;
    const int top = yOf(std::max(placed.from, m_grid.from));
    const int bottom = yOf(std::min(placed.to, m_grid.to));
    return {column.left() + space / 2 + placed.lane * width, top + 1, width - 1, std::max(2, bottom - top - 2)};
}

QRect BookView::rectOf(int entry) const
{
    const auto found = std::ranges::find(m_grid.placed, entry, &PlacedEntry::entry);
    return found == m_grid.placed.end() ? QRect() : visual(place(*found));
}

QPoint BookView::pointOf(int column, int minute) const
{
    return {visual(columnRect(column)).center().x(), yOf(minute) + 1};
}

int BookView::entryAt(const QPoint& point) const
{
    if (point.y() < m_head) {
        return -1;
    }
    const auto found =
        std::ranges::find_if(m_grid.placed, [&](const auto& one) { return visual(place(one)).contains(point); });
    return found == m_grid.placed.end() ? -1 : found->entry;
}

std::optional<domain::Slot> BookView::slotAt(const QPoint& point) const
{
    const auto& visit = m_book.entries[size_t(m_drag.entry)].visit;
    for (int column = 0; column < int(m_grid.columns.size()); ++column) {
        const QRect area = visual(columnRect(column));
        if (point.x() < area.left() || point.x() > area.right() || point.y() < m_head) {
            continue;
        }
        const QTime start = snapped(m_grid.from + toMinutes(point.y() - area.top()) - m_drag.grabbed);
        const auto& target = m_grid.columns[size_t(column)];
        return domain::Slot{target.doctor, visit.treatment, {target.date, start}, visit.minutes};
    }
    return std::nullopt;
}

bool BookView::mayMove(int entry) const
{
    if (entry < 0 || m_book.asOf) {
        return false;
    }
    const auto& one = m_book.entries[size_t(entry)];
    return one.kind == desk::BookEntry::Kind::Visit &&
           domain::toLocal(m_context.desk.now(), m_context.desk.zone()) < one.start;
}

void BookView::setCurrent(int entry)
{
    if (entry == m_current) {
        return;
    }
    m_current = entry;
    if (const QRect area = rectOf(entry); area.isValid()) {
        const int above = area.top() - m_head;
        const int below = area.bottom() - viewport()->height();
        if (above < 0 || below > 0) {
            verticalScrollBar()->setValue(verticalScrollBar()->value() + (above < 0 ? above : below) + space);
        }
    }
    viewport()->update();
    announce();
    Q_EMIT currentChanged(entry);
}

void BookView::announce()
{
    setAccessibleDescription(m_current < 0 ? QString() : bookwords::spoken(m_book, m_book.entries[size_t(m_current)]));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

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

void BookView::keyPressEvent(QKeyEvent* event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Up:
        return step(0, -1);
    case Qt::Key_Down:
        return step(0, 1);
    case Qt::Key_Left:
        return step(-forward, 0);
    case Qt::Key_Right:
        return step(forward, 0);
    case Qt::Key_Escape:
        if (m_drag.entry >= 0) {
            m_drag = {};
            return viewport()->update();
        }
        return setCurrent(-1);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void BookView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton) {
        return;
    }
    const QPoint point = event->position().toPoint();
    const int entry = entryAt(point);
    setCurrent(entry);
    m_drag = {};
    if (mayMove(entry)) {
        m_drag.entry = entry;
        m_drag.pressed = point;
        m_drag.grabbed = toMinutes(point.y() - rectOf(entry).top());
    }
}

void BookView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    constexpr int far = 8;
    if (m_drag.entry < 0 || (!m_drag.to && (point - m_drag.pressed).manhattanLength() < far)) {
        viewport()->setCursor(mayMove(entryAt(point)) ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    viewport()->setCursor(Qt::ClosedHandCursor);
    m_drag.to = slotAt(point);
    viewport()->update();
}

void BookView::mouseReleaseEvent(QMouseEvent*)
{
    const Drag drag = std::exchange(m_drag, {});
    viewport()->update();
    if (drag.entry < 0 || !drag.to) {
        return;
    }
    const auto& visit = m_book.entries[size_t(drag.entry)].visit;
    if (drag.to->start != visit.start || drag.to->doctor != visit.doctor) {
        Q_EMIT moveWanted(drag.entry, *drag.to);
    }
}

bool BookView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int entry = entryAt(help->pos()); entry >= 0) {
            QToolTip::showText(help->globalPos(), bookwords::spoken(m_book, m_book.entries[size_t(entry)]), this);
            return true;
        }
        QToolTip::hideText();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BookView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void BookView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LayoutDirectionChange) {
        viewport()->update();
    }
    QAbstractScrollArea::changeEvent(event);
}

} // namespace delpek::ui
