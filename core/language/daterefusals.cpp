// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dateroles.h"

// The part of DateRoles that finds what is said against a day.

namespace delpek::language
{

/// "won't work", "is no good for me", "לא מתאים לי", "אני לא יכולה", "אני עובדת".
bool DateRoles::refusedAfter(const DatePiece& piece) const
{
    for (int at = piece.last + 1; at <= piece.last + kReach && !breaksAt(at) && !is(at, Kind::Reason); ++at) {
        const bool suits = said(at, {"עובד", "עובדת"}) && said(at + 1, {"לי", "לנו"});
        if (is(at, Kind::Unfit) && !suits && !is(at + 1, Kind::Until) && !is(at + 1, Kind::Before)) {
            return true;
        }
        // "מחר לא", "Thursdays are a no".
        const bool bareNo = is(at, Kind::Not) && said(at, {"לא", "no", "lo"}) && breaksAt(at + 1);
        if ((at == piece.last + 1 || inPiece(at - 1) || said(at - 1, {"a"})) && bareNo) {
            return true;
        }
        if (is(at, Kind::Not)) {
            for (int next = at + 1; next <= at + 2 && !breaksAt(next); ++next) {
                if (is(next, Kind::Fits)) {
                    return true;
                }
            }
        }
    }
    return false;
}

/// "תור לרביעי? לא, עדיף היום": taken back at once.
bool DateRoles::takenBack(const DatePiece& piece) const
{
    const int next = piece.last + 1;
    return breaksAt(next) && said(next, {"לא", "no", "nope"}) && next + 1 < int(m_words.size()) && breaksAt(next + 1) &&
           std::any_of(m_pieces.begin(), m_pieces.end(), [&](const DatePiece& other) {
               return other.date && other.first > next && other.first <= next + 1 + kReach;
           });
}

/// "can't do", "not free on", "לא מתאים לי", "לא יכולה ב", "any day but".
bool DateRoles::refusedBefore(const DatePiece& piece) const
{
    const int before = piece.first - 1;
    if (breaksAt(piece.first) || piece.bounded || is(before, Kind::Before) || is(before, Kind::Until) ||
        is(before, Kind::By) || is(before, Kind::After) || said(before, {"רק", "only", "אלא"})) {
        return false;
    }
    const bool anyOther = said(before, {"but"}) &&
                          (said(before - 1, {"day", "time", "anything", "week"}) || said(before - 2, {"day", "any"}));
    if (anyOther || is(before, Kind::Except) ||
        (said(before, {"from", "for"}) && said(before - 1, {"apart", "except"}))) {
        return true;
    }
    for (int at = before; at >= piece.first - kReach && at > 0; --at) {
        const bool denied = !breaksAt(at) && (is(at - 1, Kind::Not) || (is(at - 2, Kind::Not) && !breaksAt(at - 1)));
        if ((is(at, Kind::Fits) && denied) || said(at, {"busy", "עסוק", "עסוקה"}) ||
            (at == before && said(at, {"cant", "cannot"}))) {
            return true;
        }
        if (breaksAt(at) || inPiece(at)) {
            break;
        }
    }
    return false;
}

} // namespace delpek::language
