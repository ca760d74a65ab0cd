// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookgrid.h"
#include "ui/book/placing.h"
#include "ui/context.h"

#include <QAbstractScrollArea>

namespace delpek::ui
{

/// The sheet of the book: columns of doctors or days, time downwards. The arrows go from entry to entry, or from one
/// free time to the next while something is being placed. Whoever keeps the book drags a visit that has not begun to
/// another time or doctor, presses free time that is ahead, and drops what comes from a patient's card. Painted as a
/// whole: a clinic's week is a few hundred entries.
class BookView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit BookView(const Context& context, QWidget* parent = nullptr);

    /// Keeps the current entry where it is still there.
    void show(const desk::DayBook& book, BookSpan span, const QString& doctor);
    const desk::DayBook& book() const { return m_book; }
    /// Index in the book's entries; -1: none.
    int current() const { return m_current; }
    void setCurrent(int entry);
    /// Another stretch of days has been asked for: until it is shown nothing can be pressed, moved or dropped.
    void await(QDate first, QDate last);
    /// What free time is pressed for; nothing: for somebody who is asked for then.
    void setPlacing(const std::optional<Placing>& placing);
    /// Shows a time that was chosen and is not booked yet; nothing: none.
    void setChosen(const std::optional<domain::Slot>& chosen);
    /// Where an entry is drawn in the viewport, by its index; empty where it is not.
    QRect rectOf(int entry) const;
    /// The point of the viewport at which that minute of that column begins.
    QPoint pointOf(int column, int minute) const;

Q_SIGNALS:
    void currentChanged(int entry);
    /// A visit was dropped at another time or doctor.
    void moveWanted(int entry, const delpek::domain::Slot& to);
    /// Free time was pressed. Its treatment is the wanted one.
    void timeWanted(const delpek::domain::Slot& at);
    /// Something was dropped at a time.
    void placed(const delpek::ui::Placing& placing, const delpek::domain::Slot& at);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    static constexpr int pixelsAnHour = 72;

    struct Drag {
        int entry = -1;
        QPoint pressed;
        int grabbed = 0; ///< minutes below the visit's start at which it was taken
        std::optional<domain::Slot> to;
    };

    static int toPixels(int minutes) { return minutes * pixelsAnHour / 60; }
    static int toMinutes(int pixels) { return pixels * 60 / pixelsAnHour; }
    int yOf(int minute) const;
    void layOut();
    void scrollToNow();
    QRect visual(const QRect& logical) const;
    QRect place(const PlacedEntry& placed) const;
    QRect columnRect(int column) const;
    /// Where a visit would stand; empty where another day is shown by now.
    QRect ghostRect(const domain::Slot& slot) const;
    int entryAt(const QPoint& point) const;
    /// The time below `point`, as the column's and for no treatment; `above`: minutes between its start and the point.
    std::optional<domain::Slot> slotAt(const QPoint& point, int above) const;
    /// -1: none.
    int columnAt(const QPoint& point) const;
    int columnOf(const domain::Slot& slot) const;
    /// Free time that is still ahead, in the quarter of an hour from `minute`, or at the point.
    std::optional<domain::Slot> freeIn(int column, int minute) const;
    std::optional<domain::Slot> freeAt(const QPoint& point) const;
    std::optional<domain::Slot> firstFree() const;
    void hover(const std::optional<domain::Slot>& free);
    void scrollNear(const QPoint& point);
    void reveal(const QRect& area);
    bool keepsBook() const;
    bool mayMove(int entry) const;
    void step(int columns, int entries);
    void stepFree(int columns, int quarters);
    void describe(const QString& what);
    void paintColumns(QPainter& painter);
    void paintEntry(QPainter& painter, const PlacedEntry& placed);
    void paintGhost(QPainter& painter, const domain::Slot& slot, const QColor& ink);
    void paintAxis(QPainter& painter);
    void paintHeads(QPainter& painter);
    void paintNow(QPainter& painter);

    Context m_context;
    desk::DayBook m_book;
    BookSpan m_span = BookSpan::Day;
    BookGrid m_grid;
    int m_current = -1;
    Drag m_drag;
    std::optional<Placing> m_placing;
    std::optional<domain::Slot> m_hovered; ///< free time below the mouse, a drop, or where the arrows have come to
    std::optional<domain::Slot> m_pressed; ///< free time on which the mouse went down
    std::optional<domain::Slot> m_chosen;
    bool m_awaits = false; ///< what is shown is another day than the one that was asked for
    int m_axis = 52;
    int m_head = 34;
    int m_width = 160; ///< of a column
    bool m_shown = false;
};

} // namespace delpek::ui
