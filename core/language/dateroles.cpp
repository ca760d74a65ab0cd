// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dateroles.h"

#include "language/datewords.h"

namespace delpek::language
{

namespace
{

constexpr int kReach = 4; ///< words between a day and what is said of it

class Around
{
public:
    Around(const Text& text, const DatePiece& piece)
        : m_text(text)
        , m_piece(piece)
    {
    }

    bool is(int at, std::initializer_list<const char*> words) const
    {
        return at >= 0 && at < int(m_text.tokens.size()) && oneOf(m_text.tokens[std::size_t(at)], words);
    }

    /// "won't work", "is no good for me", "לא מתאים לי", "אני לא יכולה", "אני עובדת".
    bool refusedAfter() const
    {
        for (int at = m_piece.last + 1; at <= m_piece.last + kReach && !breaksAt(at); ++at) {
            const bool taken = is(at, {"full", "impossible", "bad", "difficult", "tough", "busy", "taken", "בעייתי",
                                       "בעיה", "עמוס", "עמוסה", "עובד", "עובדת", "עסוק", "עסוקה", "תפוס", "תפוסה"});
            if (taken && !is(at + 1, {"until", "till", "before", "עד"})) {
                return true;
            }
            if (at == m_piece.last + 1 && is(at, {"לא", "no"}) && breaksAt(at + 1)) {
                return true;
            }
            if (denies(at)) {
                for (int next = at + 1; next <= at + 2 && !breaksAt(next); ++next) {
                    if (fits(next)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// "can't do", "not free on", "לא מתאים לי", "לא יכולה ב", "any day but".
    bool refusedBefore() const
    {
        const int before = m_piece.first - 1;
        if (breaksAt(m_piece.first) ||
            is(before, {"before", "until", "till", "by", "after", "לפני", "עד", "אחרי", "רק", "only"})) {
            return false;
        }
        const bool anyOther = is(before, {"but", "besides", "excluding"}) &&
                              (is(before - 1, {"day", "time", "anything", "week"}) || is(before - 2, {"day", "any"}));
        if (anyOther || is(before, {"except", "חוץ", "למעט", "מלבד"})) {
            return true;
        }
        for (int at = before; at >= m_piece.first - kReach && at > 0; --at) {
            if (fits(at) && (denies(at - 1) || (denies(at - 2) && !breaksAt(at - 1)))) {
                return true;
            }
            if (is(at, {"busy", "עסוק", "עסוקה"})) {
                return true;
            }
            if (breaksAt(at)) {
                break;
            }
        }
        return false;
    }

private:
    bool breaksAt(int at) const
    {
        return at < 0 || at >= int(m_text.tokens.size()) || m_text.tokens[std::size_t(at)].breakBefore > 0;
    }

    bool denies(int at) const
    {
        return is(at, {"not", "wont", "doesnt", "dont", "isnt", "cant", "cannot", "no", "unable", "didnt", "wouldnt",
                       "לא", "אי"});
    }

    bool fits(int at) const
    {
        return is(at, {"work",       "works", "good",   "suit",    "suits", "fit",   "fits",   "possible",
                       "ok",         "okay",  "do",     "make",    "come",  "great", "free",   "available",
                       "convenient", "ideal", "מתאים",  "טוב",     "נוח",   "מסתדר", "אפשרי",  "אפשר",
                       "יכול",       "יכולה", "יכולים", "אוכל",    "נוכל",  "הולך",  "מתאפשר", "פנוי",
                       "פנויה",      "מצליח", "מצליחה", "רלוונטי", "מתאימה"});
    }

    const Text& m_text;
    const DatePiece& m_piece;
};

} // namespace

int sentenceOf(const Text& text, int token)
{
    int sentence = 0;
    for (int i = 1; i <= token; ++i) {
        sentence += text.tokens[std::size_t(i)].breakBefore == 2;
    }
    return sentence;
}

/// In a move the day of the visit as it stands: "my Thursday appointment", "the check-up on Tuesday", "I can't on
/// Sunday".
bool namesOldVisit(const Text& text, const DatePiece& piece)
{
    const auto is = [&](int at, std::initializer_list<const char*> words) {
        return at >= 0 && at < int(text.tokens.size()) && oneOf(text.tokens[std::size_t(at)], words);
    };
    if (is(piece.last + 1, {"appt", "appointment", "slot", "visit", "cleaning", "checkup"}) ||
        is(piece.first - 1, {"my", "של"})) {
        return true;
    }
    for (int i = piece.first - 1; i >= std::max(0, piece.first - 5); --i) {
        if (text.tokens[std::size_t(i + 1)].breakBefore == 2) {
            break;
        }
        if (is(i, {"cant", "cannot", "wont", "couldnt", "אוכל", "יכול", "יכולה", "אגיע", "מגיע", "יוצא", "שלי", "have",
                   "booked", "קבוע", "נקבע"}) ||
            (is(i, {"תור"}) && is(i - 1, {"לי"}))) {
            return true;
        }
    }
    return false;
}

/// "must push to": the word for the new time stands before the day.
bool namesNewVisit(const Text& text, const DatePiece& piece)
{
    for (int i = piece.first - 1; i >= std::max(0, piece.first - 2); --i) {
        if (oneOf(text.tokens[std::size_t(i)], {"to", "for", "אולי", "אפשר", "עד"})) {
            return true;
        }
    }
    return piece.role == DatePiece::Role::To;
}

bool isRefused(const Text& text, const DatePiece& piece)
{
    const Around around(text, piece);
    return around.refusedAfter() || around.refusedBefore();
}

bool isReplaced(const Text& text, const DatePiece& piece)
{
    const Around around(text, piece);
    return around.is(piece.first - 1, {"במקום"}) ||
           (around.is(piece.first - 1, {"of"}) && around.is(piece.first - 2, {"instead"}));
}

} // namespace delpek::language
