// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookgrid.h"

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr int wholeDay = 24 * 60;

std::vector<domain::DaySpan> both(const std::vector<domain::DaySpan>& one, const std::vector<domain::DaySpan>& other)
{
    std::vector<domain::DaySpan> common;
    for (const auto& a : one) {
        for (const auto& b : other) {
            const domain::DaySpan span{std::max(a.from, b.from), std::min(a.to, b.to)};
            if (span.from < span.to) {
                common.push_back(span);
            }
        }
    }
    return common;
}

BookColumn columnOf(const desk::DayBook& book, const domain::Doctor& doctor, QDate date)
{
    BookColumn column{doctor.id, date, {}};
    if (std::ranges::find(book.closed, date) == book.closed.end()) {
        column.open = both(domain::hoursOn(book.hours, date), domain::hoursOn(doctor.hours, date));
    }
    return column;
}

bool isIdleSaturday(const desk::DayBook& book, const BookColumn& column)
{
    const auto concerns = [&](const desk::BookEntry& entry) {
        return entry.kind != desk::BookEntry::Kind::Away && entry.doctor == column.doctor &&
               entry.start.date == column.date;
    };
    return column.date.dayOfWeek() == Qt::Saturday && column.open.empty() &&
           std::ranges::none_of(book.entries, concerns);
}

/// Gives each run of entries that meet as many lanes as it needs.
void share(std::vector<PlacedEntry>& column)
{
    std::ranges::stable_sort(column, {}, &PlacedEntry::from);
    size_t first = 0;
    while (first < column.size()) {
        std::vector<int> ends; // of each lane
        int until = column[first].to;
        size_t next = first;
        for (; next < column.size() && column[next].from < until; ++next) {
            auto& one = column[next];
            until = std::max(until, one.to);
            const auto free = std::ranges::find_if(ends, [&](int end) { return end <= one.from; });
            one.lane = int(free - ends.begin());
            if (free == ends.end()) {
                ends.push_back(one.to);
            } else {
                *free = one.to;
            }
        }
        for (; first < next; ++first) {
            column[first].lanes = int(ends.size());
        }
    }
}

} // namespace

std::pair<QDate, QDate> shownDays(BookSpan span, QDate date)
{
    if (span == BookSpan::Day) {
        return {date, date};
    }
    const QDate sunday = date.addDays(-(date.dayOfWeek() % 7));
    return {sunday, sunday.addDays(6)};
}

BookGrid gridOf(const desk::DayBook& book, BookSpan span, const QString& doctor)
{
    BookGrid grid;
    for (QDate date = book.first; date <= book.last; date = date.addDays(1)) {
        for (const auto& one : book.doctors) {
            auto column = columnOf(book, one, date);
            const bool isShown = span == BookSpan::Day || (one.id == doctor && !isIdleSaturday(book, column));
            if (isShown) {
                grid.columns.push_back(std::move(column));
            }
        }
    }
    int from = wholeDay;
    int to = 0;
    for (const auto& column : grid.columns) {
        for (const auto& open : column.open) {
            from = std::min(from, minuteOf(open.from));
            to = std::max(to, minuteOf(open.to));
        }
    }
    for (int at = 0; at < int(grid.columns.size()); ++at) {
        const auto& column = grid.columns[size_t(at)];
        std::vector<PlacedEntry> placed;
        for (int i = 0; i < int(book.entries.size()); ++i) {
            const auto& entry = book.entries[size_t(i)];
            const bool everybody = entry.kind == desk::BookEntry::Kind::Away && entry.doctor.isEmpty();
            if ((entry.doctor != column.doctor && !everybody) || column.date < entry.start.date ||
                entry.end.date < column.date) {
                continue;
            }
            const int start = entry.start.date < column.date ? 0 : minuteOf(entry.start.time);
            const int end = column.date < entry.end.date ? wholeDay : minuteOf(entry.end.time);
            if (start >= end) {
                continue;
            }
            placed.push_back({i, at, start, end});
            if (entry.kind != desk::BookEntry::Kind::Away) {
                from = std::min(from, start);
                to = std::max(to, end);
            }
        }
        share(placed);
        grid.placed.insert(grid.placed.end(), placed.begin(), placed.end());
    }
    if (from < to) {
        grid.from = from / 60 * 60;
        grid.to = std::min(wholeDay, (to + 59) / 60 * 60);
    }
    return grid;
}

int minuteOf(QTime time)
{
    return time.msecsSinceStartOfDay() / 60'000;
}

bool isFree(const BookGrid& grid, int column, int minute)
{
    const auto isOpen = [minute](const domain::DaySpan& open) {
        return minuteOf(open.from) <= minute && minute < minuteOf(open.to);
    };
    const auto stands = [&](const PlacedEntry& entry) {
        return entry.column == column && entry.from < minute + quarterHour && minute < entry.to;
    };
    return std::ranges::any_of(grid.columns[size_t(column)].open, isOpen) && std::ranges::none_of(grid.placed, stands);
}

QTime snapped(int minute)
{
    const int start = std::clamp((minute + quarterHour / 2) / quarterHour * quarterHour, 0, wholeDay - quarterHour);
    return QTime::fromMSecsSinceStartOfDay(start * 60'000);
}

} // namespace delpek::ui
