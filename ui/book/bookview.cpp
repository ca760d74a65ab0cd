// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookview.h"

#include "desk/desk.h"
#include "ui/book/bookwords.h"
#include "ui/rights.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QDropEvent>
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
    setAcceptDrops(true);
    connect(&context.theme, &Theme::changed, this, [this] {
        layOut();
        viewport()->update();
    });
}

void BookView::show(const desk::DayBook& book, BookSpan span, const QString& doctor)
{
    const auto chosen = m_current >= 0 ? std::optional(m_book.entries[size_t(m_current)]) : std::nullopt;
    const auto hovered = std::exchange(m_hovered, {});
    m_book = book;
    m_span = span;
    m_grid = gridOf(m_book, span, doctor);
    m_drag = {};
    m_awaits = false;
    m_pressed.reset();
    if (const int column = hovered ? columnOf(*hovered) : -1; column >= 0) {
        m_hovered = freeIn(column, minuteOf(hovered->start.time));
    }
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
    const int minute = minuteOf(now.time);
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

int BookView::columnAt(const QPoint& point) const
{
    for (int column = 0; point.y() >= m_head && column < int(m_grid.columns.size()); ++column) {
        const QRect area = visual(columnRect(column));
        if (area.left() <= point.x() && point.x() <= area.right()) {
            return column;
        }
    }
    return -1;
}

int BookView::columnOf(const domain::Slot& slot) const
{
    const auto found = std::ranges::find_if(m_grid.columns, [&](const BookColumn& one) {
        return one.doctor == slot.doctor && one.date == slot.start.date;
    });
    return found == m_grid.columns.end() ? -1 : int(found - m_grid.columns.begin());
}

std::optional<domain::Slot> BookView::slotAt(const QPoint& point, int above) const
{
    const int column = columnAt(point);
    if (column < 0) {
        return std::nullopt;
    }
    const QTime start = snapped(m_grid.from + toMinutes(point.y() - columnRect(column).top()) - above);
    const auto& target = m_grid.columns[size_t(column)];
    return domain::Slot{target.doctor, {}, {target.date, start}, 0};
}

std::optional<domain::Slot> BookView::freeIn(int column, int minute) const
{
    if (!keepsBook() || !isFree(m_grid, column, minute)) {
        return std::nullopt;
    }
    const auto& target = m_grid.columns[size_t(column)];
    const domain::LocalTime start{target.date, QTime::fromMSecsSinceStartOfDay(minute * 60'000)};
    if (!(domain::toLocal(m_context.desk.now(), m_context.desk.zone()) < start)) {
        return std::nullopt;
    }
    const Placing placing = m_placing.value_or(Placing());
    return domain::Slot{target.doctor, placing.treatment(), start, placing.minutes()};
}

std::optional<domain::Slot> BookView::freeAt(const QPoint& point) const
{
    const int column = columnAt(point);
    const int minute = m_grid.from + toMinutes(point.y() - yOf(m_grid.from));
    return column < 0 ? std::nullopt : freeIn(column, minute / quarterHour * quarterHour);
}

std::optional<domain::Slot> BookView::firstFree() const
{
    for (int column = 0; column < int(m_grid.columns.size()); ++column) {
        for (int minute = m_grid.from; minute < m_grid.to; minute += quarterHour) {
            if (const auto free = freeIn(column, minute)) {
                return free;
            }
        }
    }
    return std::nullopt;
}

void BookView::hover(const std::optional<domain::Slot>& free)
{
    if (std::exchange(m_hovered, free) != free) {
        viewport()->update();
    }
}

void BookView::setPlacing(const std::optional<Placing>& placing)
{
    m_placing = placing;
    hover({});
}

void BookView::await(QDate first, QDate last)
{
    m_awaits = first != m_book.first || last != m_book.last;
    m_drag = {};
    m_pressed.reset();
    if (m_awaits) {
        hover({});
    }
}

void BookView::setChosen(const std::optional<domain::Slot>& chosen)
{
    m_chosen = chosen;
    viewport()->update();
}

bool BookView::keepsBook() const
{
    return !m_awaits && !m_book.asOf && mayDo(m_context, domain::Right::KeepBook);
}

bool BookView::mayMove(int entry) const
{
    if (entry < 0 || !keepsBook()) {
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
    if (entry >= 0) {
        reveal(rectOf(entry));
    }
    viewport()->update();
    describe(m_current < 0 ? QString() : bookwords::spoken(m_book, m_book.entries[size_t(m_current)]));
    Q_EMIT currentChanged(entry);
}

/// Scrolls as little as it takes.
void BookView::reveal(const QRect& area)
{
    const auto toShow = [](int before, int after) { return before < 0 ? before - space : std::max(0, after + space); };
    const QRect logical = visual(area); // mirroring twice changes nothing
    verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                  toShow(area.top() - m_head, area.bottom() - viewport()->height()));
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    toShow(logical.left() - m_axis, logical.right() - viewport()->width()));
}

/// For a screen reader: where the keyboard is on the sheet.
void BookView::describe(const QString& what)
{
    setAccessibleDescription(what);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
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
    m_pressed = freeAt(point);
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
        hover(freeAt(point));
        viewport()->setCursor(mayMove(entryAt(point)) ? Qt::OpenHandCursor
                              : m_hovered             ? Qt::PointingHandCursor
                                                      : Qt::ArrowCursor);
        return;
    }
    viewport()->setCursor(Qt::ClosedHandCursor);
    const auto& visit = m_book.entries[size_t(m_drag.entry)].visit;
    m_drag.to = slotAt(point, m_drag.grabbed);
    if (m_drag.to) {
        m_drag.to->treatment = visit.treatment;
        m_drag.to->minutes = visit.minutes;
    }
    scrollNear(point);
    viewport()->update();
}

void BookView::mouseReleaseEvent(QMouseEvent* event)
{
    const Drag drag = std::exchange(m_drag, {});
    const auto pressed = std::exchange(m_pressed, {});
    viewport()->update();
    if (pressed && pressed == freeAt(event->position().toPoint())) {
        Q_EMIT timeWanted(*pressed);
        return;
    }
    if (drag.entry < 0 || !drag.to) {
        return;
    }
    const auto& visit = m_book.entries[size_t(drag.entry)].visit;
    if (drag.to->start != visit.start || drag.to->doctor != visit.doctor) {
        Q_EMIT moveWanted(drag.entry, *drag.to);
    }
}

void BookView::scrollNear(const QPoint& point)
{
    constexpr int near = 24;
    const int below = viewport()->height() - near;
    const int step = point.y() < m_head + near ? -near : below < point.y() ? near : 0;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + step);
}

void BookView::dragEnterEvent(QDragEnterEvent* event)
{
    event->setAccepted(keepsBook() && PlacingMime::in(event->mimeData()) != nullptr);
}

void BookView::dragMoveEvent(QDragMoveEvent* event)
{
    const QPoint point = event->position().toPoint();
    const auto* placing = PlacingMime::in(event->mimeData());
    auto to = placing != nullptr && keepsBook() ? slotAt(point, 0) : std::nullopt;
    if (to) {
        to->treatment = placing->treatment();
        to->minutes = placing->minutes();
    }
    hover(to);
    scrollNear(point);
    event->setAccepted(to.has_value());
}

void BookView::dragLeaveEvent(QDragLeaveEvent*)
{
    hover({});
}

void BookView::dropEvent(QDropEvent* event)
{
    const auto* placing = PlacingMime::in(event->mimeData());
    const auto to = std::exchange(m_hovered, {});
    viewport()->update();
    if (placing != nullptr && to) {
        event->acceptProposedAction();
        Q_EMIT placed(*placing, *to);
    }
}

bool BookView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave) {
        hover({});
    }
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
