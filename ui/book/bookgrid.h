// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"

// Where the entries of the book stand on the sheet. Pure.

namespace delpek::ui
{

enum class BookSpan { Day, Week };

inline constexpr int quarterHour = 15; ///< minutes; what a new visit begins on

/// One doctor's one day.
struct BookColumn {
    QString doctor;
    QDate date;
    std::vector<domain::DaySpan> open; ///< when doctor and clinic are both there; empty: closed
};

/// An entry's place in a column, in minutes of the day. Entries that meet share the width in lanes.
struct PlacedEntry {
    int entry = 0; ///< index in DayBook::entries
    int column = 0;
    int from = 0;
    int to = 0; ///< exclusive, at most 1440
    int lane = 0;
    int lanes = 1;
};

struct BookGrid {
    std::vector<BookColumn> columns;
    int from = 8 * 60; ///< whole hours, in minutes of the day
    int to = 18 * 60;
    std::vector<PlacedEntry> placed; ///< by column, then by time
};

int minuteOf(QTime time);

/// The days that are shown around `date`: itself, or its week from Sunday to Saturday.
std::pair<QDate, QDate> shownDays(BookSpan span, QDate date);

/// A day: one column a doctor. A week: one column a day, of `doctor`; a Saturday on which nobody works is left out. The
/// hours reach from the first opening to the last closing, and as far as there are entries.
BookGrid gridOf(const desk::DayBook& book, BookSpan span, const QString& doctor);

/// Whether a visit can begin in the quarter of an hour from `minute` of that column: doctor and clinic are there, and
/// nothing stands in it.
bool isFree(const BookGrid& grid, int column, int minute);

/// The start that a drop at `minute` means: the nearest quarter of an hour.
QTime snapped(int minute);

} // namespace delpek::ui
