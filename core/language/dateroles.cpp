// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/dateroles.h"

namespace delpek::language
{

namespace
{

constexpr int kSoon = 31; ///< days ahead that a visit for a symptom may lie

/// What is done at the clinic, beside the kinds of visits.
constexpr std::array<GrammarWord, 35> kDoneThere = {
    "אצלכם",   "אצלי",      "עוקרים",    "עושים", "ניתוח",    "לניתוח",   "צילום", "טשטוש",  "לטיפול",
    "surgery", "procedure", "treatment", "op",    "sedation", "sedative", "yours", "עקירות", "השתלה",
    "השתלות",  "שתלים",     "שתל",       "לשתל",  "סתימה",    "הלבנה",    "canal", "pull",   "extraction",
    "implant", "crown",     "filling",   "שורש",  "השורש",    "שקבעתם",   "אעבור", "אקפוץ"};

} // namespace

bool bounds(const DatePiece& outer, const DatePiece& inner)
{
    return (outer.open || outer.bounded) && !inner.to && !inner.open && !inner.bounded && *inner.date >= *outer.date &&
           *inner.date <= outer.to.value_or(*inner.date);
}

DateRoles::DateRoles(const Text& text, const DateReading& dates)
    : m_text(text)
    , m_pieces(dates.pieces)
    , m_words(dates.words)
    , m_inPiece(text.tokens.size())
{
    int sentence = 0;
    int segment = 0;
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        const auto& token = text.tokens[i];
        const bool turn = m_words[i].is(Kind::Reason) || m_words[i].is(Kind::Turn);
        sentence += i > 0 && token.breakBefore == 2;
        const bool picture =
            !token.number && !token.key.isEmpty() && !token.key[0].isLetter() && token.key != QLatin1String("-");
        segment += i > 0 && (token.breakBefore > 0 || turn || picture);
        m_sentence.push_back(sentence);
        m_segment.push_back(segment);
    }
    for (const auto& piece : m_pieces) {
        for (int i = piece.first; i <= piece.last; ++i) {
            m_inPiece[std::size_t(i)] = true;
        }
    }
}

bool DateRoles::said(int at, std::initializer_list<GrammarWord> words) const
{
    return at >= 0 && at < int(m_text.tokens.size()) && oneOf(m_text.tokens[std::size_t(at)], words);
}

bool DateRoles::breaksAt(int at) const
{
    return at < 0 || at >= int(m_text.tokens.size()) || m_text.tokens[std::size_t(at)].breakBefore > 0;
}

bool DateRoles::inSegment(const DatePiece& piece, Kind kind) const
{
    const int own = segment(piece.first);
    for (int at = 0; at < int(m_words.size()); ++at) {
        if (segment(at) == own && !inPiece(at) && m_words[std::size_t(at)].is(kind)) {
            return true;
        }
    }
    return false;
}

/// The day of the visit as it stands: "my Thursday appointment", "the check-up on Tuesday", "I can't on Sunday".
bool DateRoles::namesOldVisit(const DatePiece& piece) const
{
    const bool latin = piece.last + 1 < int(m_text.tokens.size()) &&
                       m_text.tokens[std::size_t(piece.last + 1)].key.left(1) < QStringLiteral("\u0590");
    const bool visitBehind = latin && is(piece.last + 1, Kind::Visit) &&
                             m_text.tokens[std::size_t(piece.last + 1)].breakBefore == 0 &&
                             !said(piece.last + 1, {"תור"}) && !said(piece.first - 1, {"a", "any"});
    if (visitBehind || said(piece.first - 1, {"my", "של", "our", "todays", "tomorrows", "than"}) ||
        (said(piece.first - 2, {"than"}) && !breaksAt(piece.first)) ||
        (said(piece.first - 1, {"רק", "only"}) && said(piece.first - 2, {"אני", "im"})) ||
        (said(piece.first - 1, {"on"}) && is(piece.first - 2, Kind::Visit))) {
        return true;
    }
    for (int at = piece.first - 1; at >= std::max(0, piece.first - 5); --at) {
        if (m_text.tokens[std::size_t(at + 1)].breakBefore == 2 || (inPiece(at) && at < piece.first - 2)) {
            break;
        }
        if (!piece.date && isNewDay(at)) {
            return false; // "להעביר את התור לראשון ב-10:30"
        }
        const bool close = at >= piece.first - 2;
        const bool asks = is(at - 2, Kind::Can) || said(at - 2, {"may", "should", "would"});
        const bool have = said(at, {"have", "got"}) && said(at - 1, {"i", "we", "ive"}) && !is(at - 2, Kind::Can) &&
                          !said(at - 2, {"may", "should"});
        const bool visit = is(at, Kind::Visit) && said(at - 1, {"לי", "לנו", "את", "my"});
        const bool mine = is(at, Kind::Booked) || have ||
                          said(at, {"cant", "cannot", "wont", "couldnt", "mine", "mines"}) ||
                          (close && said(at, {"שלי", "שלו", "שלה", "שלנו"})) ||
                          (is(at, Kind::Not) && is(at + 1, Kind::Fits)) || (close && visit && !asks);
        const bool wish = is(at, Kind::Wish) && !is(at - 1, Kind::Not);
        if (mine && segment(at) == segment(piece.first)) {
            return true;
        }
        if (wish && at >= piece.first - 2) {
            return false;
        }
    }
    return false;
}

/// "my 2pm tomorrow to next week": where no other day follows, the day stays.
bool DateRoles::isMovedWithItsHour(const DatePiece& piece) const
{
    const auto hasMyHour = [&](const DatePiece& hour) {
        return hour.time && !hour.date && hour.last == piece.first - 1 && !breaksAt(piece.first) &&
               said(hour.first - 1, {"my", "our"});
    };
    const auto isLaterDay = [&](const DatePiece& other) { return other.date && other.first > piece.last; };
    return piece.date && std::any_of(m_pieces.begin(), m_pieces.end(), hasMyHour) &&
           std::any_of(m_pieces.begin(), m_pieces.end(), isLaterDay);
}

/// A day that something is moved to ends at this token.
bool DateRoles::isNewDay(int at) const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(), [&](const DatePiece& other) {
        return other.date && other.last == at && other.role == DatePiece::Role::To;
    });
}

/// "must push to": the word for the new time stands before the day.
bool DateRoles::namesNewVisit(const DatePiece& piece) const
{
    for (int at = piece.first - 1; at >= std::max(0, piece.first - 2); --at) {
        if (said(at, {"to", "for", "אולי", "אפשר", "עד", "till", "until", "into", "maybe", "about", "עדיף", "le",
                      "ulai", "efshar"}) &&
            !breaksAt(at + 1)) {
            return true;
        }
    }
    return piece.role == DatePiece::Role::To;
}

/// "because I work until five", "יש לי מילואים ב-26.3": the day of something else.
bool DateRoles::isExcuse(const DatePiece& piece) const
{
    if (piece.bounded && piece.date) {
        // A deadline, unless what is over then stands right before it: "working until five".
        const int before = piece.first - 1;
        return is(before - 1, Kind::Work) || is(before - 2, Kind::Work);
    }
    const int own = segment(piece.first);
    bool reason = false;
    bool work = false;
    bool wish = false;
    for (int at = 0; at < int(m_words.size()); ++at) {
        if (segment(at) != own || inPiece(at)) {
            continue;
        }
        reason = reason || m_words[std::size_t(at)].is(Kind::Reason);
        if (said(at, {"בחופש", "חופשי", "חופשיה", "חופשייה", "free", "off", "פנוי", "פנויה"})) {
            return false;
        }
        if ((said(at, {"עובד", "עובדת"}) && said(at + 1, {"לי", "לנו"})) ||
            (said(at, {"work"}) && said(at + 1, {"for"}))) {
            continue; // "Monday 2:30, work for you?"
        }
        work = work || m_words[std::size_t(at)].is(Kind::Work);
        const bool denied = at > 0 && is(at - 1, Kind::Not);
        const bool comes = is(at, Kind::Attend) && at < piece.first && piece.first - at <= 3;
        wish = wish || (comes && !denied && said(at, {"אגיע", "נגיע", "אבוא", "נבוא", "coming", "there"})) ||
               (m_words[std::size_t(at)].is(Kind::Wish) && !denied && !said(at, {"need", "ויש", "לבוא", "להגיע"}));
    }
    const bool slot =
        said(piece.first - 1, {"תור", "slot", "appointment"}) && !said(piece.first - 2, {"לי", "לנו", "my"});
    return ((work || reason) && !wish && !slot) || isTaken(piece) || isDeparture(piece);
}

/// "before I fly on the 20th", "לפני שאני טסה ביום חמישי": the day that something else begins.
bool DateRoles::isDeparture(const DatePiece& piece) const
{
    constexpr int words = 2; ///< between "before" and what is done, and between that and the day
    for (int at = piece.first - 1; at >= std::max(0, piece.first - 1 - words) && !breaksAt(at + 1); --at) {
        // "before work tomorrow" is a wish.
        const bool leaves = is(at, Kind::Work) && !said(at, {"work", "עבודה", "לימודים", "shift"});
        for (int before = at - 1; leaves && before >= std::max(0, at - 1 - words); --before) {
            if (is(before, Kind::Before) && !breaksAt(before + 1)) {
                return true;
            }
        }
    }
    return false;
}

/// "ביום חמישי יש לי אורחים", "on Thursday I have guests": what follows the day is no visit.
bool DateRoles::isTaken(const DatePiece& piece) const
{
    const int next = piece.last + 1;
    const bool hebrew = said(next, {"יש"}) && said(next + 1, {"לי", "לנו"});
    const bool english = said(next, {"i", "we"}) && said(next + 1, {"have"});
    const int what = next + 2 + (said(next + 2, {"a", "an", "the", "my", "את"}) ? 1 : 0);
    return !breaksAt(next) && (hebrew || english) && !breaksAt(what) && !is(what, Kind::Visit) &&
           !is(what, Kind::Booked) && !is(what, Kind::Fits) && !is(what, Kind::Not) && !inPiece(what) &&
           !said(what, {"זמן", "חור", "חלון", "time", "to", "אפשרות", "חופש", "רגע"});
}

/// "on Monday at 12:40": what began is told without a minute.
bool DateRoles::hasHour(const DatePiece& piece) const
{
    return piece.time || std::any_of(m_pieces.begin(), m_pieces.end(), [&](const DatePiece& other) {
               return other.time && !other.date && other.first > piece.last && other.first <= piece.last + 2 &&
                      m_text.tokens[std::size_t(other.first)].breakBefore == 0;
           });
}

/// "next week", "tomorrow", "on Monday or Tuesday", "this afternoon": can only come, whatever else the sentence tells.
bool DateRoles::liesAhead(const DatePiece& piece) const
{
    if (!piece.date || piece.onset || inSegment(piece, Kind::Not)) {
        return false;
    }
    if (*piece.date <= piece.today) {
        return is(piece.first, Kind::Today) && std::any_of(m_pieces.begin(), m_pieces.end(), [&](const auto& other) {
                   const bool beside = other.first >= piece.first && other.first <= piece.last + 1;
                   return beside && (other.part == partName(3) || other.part == partName(4));
               });
    }
    for (int at = piece.first; at <= piece.last; ++at) {
        if (is(at, Kind::Next) || is(at, Kind::Coming) || is(at, Kind::Tomorrow) || is(at, Kind::AfterTomorrow)) {
            return true;
        }
    }
    if (hasHour(piece) && piece.today.daysTo(*piece.date) <= kSoon) { // "8/10 at 3am" is how it hurts
        return true;
    }
    const auto isNamed = [&](int at) { return at >= 0 && at < int(m_words.size()) && word(at).weekday > 0; };
    return (is(piece.last + 1, Kind::Or) && isNamed(piece.last + 2)) ||
           (is(piece.first - 1, Kind::Or) && isNamed(piece.first - 2));
}

/// "יום שלישי לעקירה": how many days it is since then.
bool DateRoles::countsDays(const DatePiece& piece) const
{
    const int next = piece.last + 1;
    return said(piece.first, {"יום"}) && m_text.tokens[std::size_t(piece.first)].key.size() == 3 &&
           m_text.tokens[std::size_t(piece.first)].prefix.isEmpty() && !breaksAt(next) &&
           said(next, {"לעקירה", "לניתוח", "לטיפול", "לשתל", "להשתלה", "אחרי", "מאז", "מהעקירה", "מהניתוח", "מהטיפול"});
}

bool DateRoles::concernsVisit(const DatePiece& piece) const
{
    for (int at = 0; at < int(m_words.size()); ++at) {
        const auto& token = m_text.tokens[std::size_t(at)];
        const bool there = std::any_of(token.forms.begin(), token.forms.end(), [&](const Form& form) {
            return std::any_of(kDoneThere.begin(), kDoneThere.end(),
                               [&](GrammarWord word) { return word.id() == form.id(); });
        });
        if (segment(at) == segment(piece.first) && (there || is(at, Kind::Visit) || is(at, Kind::Attend))) {
            return true;
        }
    }
    return false;
}

/// "the scan you took on Thursday", "הייתי אצלכם ביום שני": what was done then.
bool DateRoles::toldBefore(const DatePiece& piece, int reach) const
{
    for (int at = piece.first - 1; at >= std::max(0, piece.first - reach); --at) {
        if (breaksAt(at + 1) || segment(at) != segment(piece.first)) {
            return false;
        }
        // "את הגעתי" is a thing: what somebody confirms.
        if ((is(at, Kind::Past) || is(at, Kind::Told)) && !is(at, Kind::Booked) && !said(at - 1, {"את"}) &&
            !said(at, {"was", "were", "היה", "היתה", "הייתה"})) {
            return true;
        }
    }
    return false;
}

bool DateRoles::isHabit(const DatePiece& piece) const
{
    for (int at = piece.first; at <= piece.last; ++at) {
        if (said(at, {"ימי", "sundays", "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "saturdays",
                      "weekends", "mornings", "evenings", "afternoons"})) {
            return true;
        }
    }
    return false;
}

bool DateRoles::holdsDay(int segment) const
{
    return std::any_of(m_pieces.begin(), m_pieces.end(),
                       [&](const auto& piece) { return piece.date && this->segment(piece.first) == segment; });
}

bool DateRoles::isWished(const DatePiece& piece) const
{
    const int own = segment(piece.first);
    for (int at = 0; at < int(m_words.size()); ++at) {
        const bool next = std::abs(segment(at) - own) == 1 && sentence(at) == sentence(piece.first) &&
                          at >= piece.first - 2 && at <= piece.last + 4;
        const bool beside = next && said(at, {"אפשר", "אפשרי", "possible", "please", "works", "נוח", "מתאים"});
        // "on Thursday, ok?"
        const bool agreed = next && at > piece.last && m_text.tokens[std::size_t(at)].asked &&
                            said(at, {"טוב", "בסדר", "סבבה", "ok", "okay"});
        const bool near = segment(at) == own || (beside && !holdsDay(segment(at)));
        const bool wish = m_words[std::size_t(at)].is(Kind::Wish) && !(at > 0 && is(at - 1, Kind::Not));
        if ((near && !inPiece(at) && wish) || agreed) {
            return true;
        }
    }
    // "Thursday?", "מחר בבוקר אפשר?", "יש משהו".
    int end = piece.last + 1;
    while (end < int(m_words.size()) && inPiece(end) && !breaksAt(end)) {
        ++end;
    }
    const bool instead = is(end, Kind::Instead) && !breaksAt(end);
    const bool mark = m_text.question &&
                      (end >= int(m_words.size()) || m_text.tokens[std::size_t(end)].breakBefore == 2) &&
                      m_text.original.mid(m_text.tokens[std::size_t(end - 1)].span.end, 3).contains(QLatin1Char('?'));
    // "25 March is good?"
    const bool suits =
        m_text.question && is(end + 1, Kind::Fits) && said(end, {"is"}) && m_text.tokens[std::size_t(end)].asked;
    const bool asked = instead || mark || suits;
    // "הבוקר יש שיעול" tells what began then.
    const auto begins = [&] { return breaksAt(end) && holdsDay(segment(end)); };
    const bool offered = said(end, {"יש", "אפשר"}) && !begins() && !piece.onset && !isTaken(piece);
    const bool has = said(piece.first - 3, {"יש", "שיש", "ויש"}) && said(piece.first - 2, {"לי", "לנו"});
    return asked || offered || said(piece.first - 1, {"יש", "משהו", "משו", "anything"}) ||
           (said(piece.first - 1, {"תור"}) && !has) ||
           (said(piece.first - 1, {"משהו"}) && said(piece.first - 2, {"יש"}));
}

bool DateRoles::isReplaced(const DatePiece& piece) const
{
    return said(piece.first - 1, {"במקום", "bimkom"}) ||
           (said(piece.first - 1, {"of"}) && said(piece.first - 2, {"instead"})) ||
           (said(piece.first - 2, {"במקום"}) && !breaksAt(piece.first) && !breaksAt(piece.first - 1) &&
            said(piece.first - 1, {"של", "ה"}));
}

bool DateRoles::nearVisit(const DatePiece& piece) const
{
    return inSegment(piece, Kind::Visit) || inSegment(piece, Kind::Booked);
}

bool DateRoles::anywhere(Kind kind) const
{
    return std::any_of(m_words.begin(), m_words.end(), [&](const auto& word) { return word.is(kind); });
}

bool DateRoles::staysAway() const
{
    bool away = false;
    for (int at = 0; at < int(m_words.size()); ++at) {
        const bool denied = at > 0 && (is(at - 1, Kind::Not) || (at > 1 && is(at - 2, Kind::Not)));
        if (is(at, Kind::Attend) && denied) {
            away = true;
        } else if (is(at, Kind::Wish) && !denied && !said(at, {"cancel", "לבטל", "תבטלו"})) {
            return false;
        }
    }
    return away;
}

Use DateRoles::useOf(const DatePiece& piece, Purpose purpose) const
{
    using Role = DatePiece::Role;
    if (piece.birth || piece.role == Role::Past) {
        return Use::Gone;
    }
    const bool wishing = purpose == Purpose::Wish || purpose == Purpose::Move || purpose == Purpose::Aside ||
                         purpose == Purpose::Opening;
    if (piece.role == Role::Not) {
        return wishing ? Use::Refused : Use::Stated;
    }
    if (isReplaced(piece) && breaksAt(piece.first) == false) {
        return Use::Old;
    }
    // "היום כבר אין כלום" tells how it is.
    if ((piece.onset && !isWished(piece)) ||
        (is(piece.first, Kind::Today) && is(piece.last + 1, Kind::Already) && !breaksAt(piece.last + 1))) {
        return Use::Gone;
    }
    if (purpose == Purpose::Question &&
        (inSegment(piece, Kind::Past) || !concernsVisit(piece) || toldBefore(piece, kReach))) {
        return Use::Gone;
    }
    const bool asks = purpose == Purpose::Wish || purpose == Purpose::Opening;
    if ((purpose == Purpose::Opening && isHabit(piece)) || (asks && toldBefore(piece, 3))) {
        return Use::Gone;
    }
    if (purpose == Purpose::Existing && toldBefore(piece, 1)) {
        return Use::Gone;
    }
    if (purpose == Purpose::Wish && inSegment(piece, Kind::Past) && !isWished(piece)) {
        return Use::Excuse;
    }
    if (purpose == Purpose::Report &&
        (piece.role == Role::From || (namesOldVisit(piece) && !namesNewVisit(piece) && isWished(piece)))) {
        return piece.role == Role::From && !isWished(piece) ? Use::Gone : Use::Old;
    }
    const bool stands = namesOldVisit(piece) && !namesNewVisit(piece);
    // "עקירה ביום ראשון, מאז …": what was done then.
    const int next = piece.last + 1;
    if (purpose == Purpose::Report && (said(next, {"מאז", "ומאז"}) || (said(next, {"since"}) && breaksAt(next)))) {
        return Use::Gone;
    }
    if (purpose == Purpose::Report && (isExcuse(piece) || stands || countsDays(piece))) {
        return Use::Gone;
    }
    if (purpose == Purpose::Report) {
        const bool happened =
            inSegment(piece, Kind::Past) || inSegment(piece, Kind::Onset) || toldBefore(piece, kReach);
        const bool wished = isWished(piece) || piece.role == Role::To || inSegment(piece, Kind::Visit) ||
                            inSegment(piece, Kind::Fits) || liesAhead(piece);
        return wished && !(happened && !isWished(piece)) ? Use::Wished : Use::Gone;
    }
    if (wishing && (refusedAfter(piece) || refusedBefore(piece) || takenBack(piece))) {
        return Use::Refused;
    }
    if (purpose == Purpose::Move && piece.role == Role::From && !piece.open) {
        return Use::Old;
    }
    // "רשמתם לי ל-9.3": booked for it, whatever the preposition.
    const bool booked = [&] {
        for (int at = piece.first - 1; at >= std::max(0, piece.first - 3); --at) {
            if (is(at, Kind::Booked) && segment(at) == segment(piece.first)) {
                return true;
            }
        }
        return false;
    }();
    if ((namesOldVisit(piece) && (booked || !namesNewVisit(piece))) ||
        (purpose == Purpose::Move && isMovedWithItsHour(piece))) {
        return Use::Old;
    }
    if ((wishing || (purpose == Purpose::Existing && !piece.date)) && isExcuse(piece)) {
        return Use::Excuse;
    }
    return isWished(piece) || (purpose == Purpose::Move && piece.role == Role::To) ? Use::Wished : Use::Stated;
}

} // namespace delpek::language
