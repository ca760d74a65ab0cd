// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dateroles.h"
#include "language/datescanner.h"

namespace delpek::language
{

namespace
{

using Role = DatePiece::Role;

bool isDay(const DatePiece& piece)
{
    return piece.date && !piece.birth;
}

bool isHour(const DatePiece& piece)
{
    return piece.time || piece.notBefore || piece.notAfter || (!piece.part.isEmpty() && !piece.date);
}

class Composer
{
public:
    Composer(const Text& text, const std::vector<DatePiece>& pieces, Purpose purpose)
        : m_text(text)
        , m_purpose(purpose)
    {
        for (const auto& piece : pieces) {
            if (piece.birth || piece.role == Role::Past) {
                continue;
            }
            m_pieces.push_back(piece);
        }
    }

    std::optional<When> compose()
    {
        const auto* day = chooseDay();
        const auto* hour = chooseHour(day);
        const auto* part = hour && hour->part.isEmpty() ? choosePart(day) : nullptr;
        if (day) {
            if (day->to) {
                m_when.from = day->date;
                m_when.to = day->to;
            } else {
                m_when.date = day->date;
            }
            m_when.part = day->part;
        }
        if (hour) {
            m_when.time = hour->time;
            m_when.notBefore = hour->notBefore;
            m_when.notAfter = hour->notAfter;
            m_when.part = hour->time ? QString() : !hour->part.isEmpty() ? hour->part : m_when.part;
        }
        if (part && !m_when.time) {
            m_when.part = part->part;
        }
        m_when.soonest = std::any_of(m_pieces.begin(), m_pieces.end(), [](const auto& piece) { return piece.soonest; });
        return m_when.isEmpty() ? std::nullopt : std::optional(m_when);
    }

private:
    const DatePiece* chooseDay()
    {
        std::vector<const DatePiece*> days;
        for (const auto& piece : m_pieces) {
            if (!isDay(piece)) {
                continue;
            }
            const bool refused = (m_purpose == Purpose::Wish || m_purpose == Purpose::Move) && refusesDay(piece);
            if (!piece.to && (piece.role == Role::Not || refused)) {
                m_when.without.push_back(*piece.date);
            } else if (!(m_purpose == Purpose::Wish && isReplaced(m_text, piece))) {
                days.push_back(&piece);
            }
        }
        if (days.empty()) {
            return nullptr;
        }
        if (m_purpose == Purpose::Move) {
            return newDay(days);
        }
        if (m_purpose == Purpose::Report && days.size() == 1 && days.front()->role == Role::From) {
            return nullptr;
        }
        // A later explicit date specifies an earlier name ("Tuesday 10 March"); "8.3 or 9.3" is a span.
        const DatePiece* best = days.front();
        for (const auto* day : days) {
            const bool nextTo = day->first - best->last <= 3 && day != best;
            if (nextTo && !day->to && sentenceOf(m_text, day->first) == sentenceOf(m_text, best->last)) {
                best = best->to || day->exact || *day->date == *best->date ? day : best;
            }
        }
        return best;
    }

    /// Not where an hour stands with the day: then the hour is what does not fit.
    bool refusesDay(const DatePiece& day) const
    {
        const bool timed = day.time || std::any_of(m_pieces.begin(), m_pieces.end(), [&](const DatePiece& piece) {
                               return piece.time && piece.first > day.last && piece.first - day.last <= 2 &&
                                      m_text.tokens[std::size_t(piece.first)].breakBefore == 0;
                           });
        return !timed && isRefused(m_text, day);
    }

    const DatePiece* newDay(const std::vector<const DatePiece*>& days)
    {
        for (const auto& piece : m_pieces) {
            if (piece.shiftDays != 0) {
                m_shifted = *days.back();
                m_shifted.date = days.back()->date->addDays(piece.shiftDays);
                return &m_shifted;
            }
        }
        const DatePiece* chosen = nullptr;
        for (const auto* day : days) {
            const bool old = day->role == Role::From || (namesOldVisit(m_text, *day) && !namesNewVisit(m_text, *day));
            if (!old) {
                chosen = !chosen || day->role == Role::To || chosen->role != Role::To || day->first - chosen->last <= 2
                             ? day
                             : chosen;
            }
        }
        if (chosen && days.size() > 1 && chosen == days.back()) {
            const auto* before = days[days.size() - 2];
            const bool either = before->last + 2 == chosen->first && !before->to && !chosen->to &&
                                oneOf(m_text.tokens[std::size_t(before->last + 1)], {"or", "או"});
            if (either && *before->date < *chosen->date) {
                m_shifted = *chosen;
                m_shifted.date = before->date;
                m_shifted.to = chosen->date;
                return &m_shifted;
            }
        }
        return chosen;
    }

    const DatePiece* chooseHour(const DatePiece* day) const
    {
        const DatePiece* best = nullptr;
        int bestDistance = 0;
        for (const auto& piece : m_pieces) {
            if (!isHour(piece) || piece.role == Role::From) {
                continue;
            }
            const int distance = distanceTo(day, piece);
            if (!best || score(piece, distance) < score(*best, bestDistance)) {
                best = &piece;
                bestDistance = distance;
            }
        }
        return best && (!day || bestDistance < 12) ? best : nullptr;
    }

    const DatePiece* choosePart(const DatePiece* day) const
    {
        for (const auto& piece : m_pieces) {
            if (!piece.part.isEmpty() && !piece.date && !piece.time && distanceTo(day, piece) < 6) {
                return &piece;
            }
        }
        return nullptr;
    }

    /// Smaller is better: a new time, a clock time, near the day.
    int score(const DatePiece& piece, int distance) const
    {
        const bool moved = m_purpose == Purpose::Move && piece.role == Role::To;
        return distance * 2 - (piece.time ? 5 : 0) - (moved ? 40 : 0);
    }

    int distanceTo(const DatePiece* day, const DatePiece& piece) const
    {
        if (!day) {
            return 0;
        }
        const int gap = piece.first > day->last ? piece.first - day->last - 1 : 2 + day->first - piece.last;
        return gap + (sentenceOf(m_text, piece.first) == sentenceOf(m_text, day->first) ? 0 : 4);
    }

    const Text& m_text;
    Purpose m_purpose;
    std::vector<DatePiece> m_pieces;
    DatePiece m_shifted;
    When m_when;
};

} // namespace

bool When::isEmpty() const
{
    return *this == When{};
}

std::vector<DatePiece> readDates(const Text& text, const domain::LocalTime& now)
{
    return DateScanner(text, now).scan();
}

std::optional<When> composeWhen(const Text& text, const std::vector<DatePiece>& pieces, Purpose purpose)
{
    return Composer(text, pieces, purpose).compose();
}

} // namespace delpek::language
