// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/dates.h"

// What the words around a day or an hour say about it.

namespace delpek::language
{

/// How a piece is used, the best last.
enum class Use {
    Gone,    ///< past, an onset, a birth
    Refused, ///< "Wednesday won't work"
    Excuse,  ///< "because I work until five"
    Old,     ///< of the visit as it stands: "my Thursday appointment"
    Stated,
    Wished,
};

/// `outer` is "after the holiday" or the like, and `inner` a day in it.
bool bounds(const DatePiece& outer, const DatePiece& inner);

class DateRoles
{
public:
    DateRoles(const Text& text, const DateReading& dates);

    Use useOf(const DatePiece& piece, Purpose purpose) const;
    /// "instead of Wednesday", "במקום רביעי".
    bool isReplaced(const DatePiece& piece) const;
    /// A visit is named beside it: what cancelling and asking are about.
    bool nearVisit(const DatePiece& piece) const;
    bool anywhere(Kind kind) const;
    /// "I'm not coming on Thursday", with nothing wished for.
    bool staysAway() const;
    int sentence(int token) const { return m_sentence[std::size_t(token)]; }
    int segment(int token) const { return m_segment[std::size_t(token)]; }
    bool is(int at, Kind kind) const
    {
        return at >= 0 && at < int(m_words.size()) && m_words[std::size_t(at)].is(kind);
    }
    const DateWord& word(int at) const { return m_words[std::size_t(at)]; }
    bool said(int at, std::initializer_list<GrammarWord> words) const;
    /// "because I work until five", "יש לי מילואים ב-26.3": the day of something else.
    bool isExcuse(const DatePiece& piece) const;
    /// Something at the clinic is spoken of beside it.
    bool concernsVisit(const DatePiece& piece) const;
    bool hasHour(const DatePiece& piece) const;
    /// "on Fridays", "בימי שישי": no day of its own.
    bool isHabit(const DatePiece& piece) const;
    int gap(const DatePiece& left, const DatePiece& right) const { return right.first - left.last - 1; }

private:
    static constexpr int kReach = 4; ///< words between a day and what is said of it

    bool breaksAt(int at) const;
    bool inPiece(int at) const { return m_inPiece[std::size_t(at)]; }
    bool inSegment(const DatePiece& piece, Kind kind) const;
    bool refusedAfter(const DatePiece& piece) const;
    bool refusedBefore(const DatePiece& piece) const;
    bool takenBack(const DatePiece& piece) const;
    bool namesOldVisit(const DatePiece& piece) const;
    bool namesNewVisit(const DatePiece& piece) const;
    bool isMovedWithItsHour(const DatePiece& piece) const;
    bool isNewDay(int at) const;
    bool isDeparture(const DatePiece& piece) const;
    bool holdsDay(int segment) const;
    bool isWished(const DatePiece& piece) const;
    bool isTaken(const DatePiece& piece) const;
    bool liesAhead(const DatePiece& piece) const;
    bool countsDays(const DatePiece& piece) const;
    bool toldBefore(const DatePiece& piece, int reach) const;

    const Text& m_text;
    const std::vector<DatePiece>& m_pieces;
    const std::vector<DateWord>& m_words;
    std::vector<bool> m_inPiece;
    std::vector<int> m_sentence;
    std::vector<int> m_segment;
};

} // namespace delpek::language
