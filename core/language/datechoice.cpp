// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/datechoice.h"

namespace delpek::language
{

namespace
{

using Role = DatePiece::Role;
using Link = DatePiece::Link;

constexpr int kFar = 12; ///< an hour this many words from the day belongs to something else

bool isDay(const DatePiece& piece)
{
    return piece.date.has_value();
}

bool isHour(const DatePiece& piece)
{
    return piece.time || piece.notBefore || piece.notAfter || (!piece.part.isEmpty() && !piece.date);
}

int partOf(QTime time)
{
    return time.hour() < 12 ? 1 : time.hour() < 15 ? 2 : time.hour() < 18 ? 3 : 4;
}

} // namespace

DateChoice::DateChoice(const Text& text, const DateReading& dates, Purpose purpose)
    : m_text(text)
    , m_pieces(dates.pieces)
    , m_purpose(purpose)
    , m_roles(text, dates)
{
    // Whatever the message as a whole was taken for.
    const bool open = m_purpose == Purpose::Wish || m_purpose == Purpose::Aside;
    if (m_purpose == Purpose::Wish && m_roles.anywhere(Kind::Moving)) {
        m_purpose = Purpose::Move;
    } else if (open && (m_roles.anywhere(Kind::Cancelling) || m_roles.staysAway())) {
        m_purpose = Purpose::Existing;
    }
}

void DateChoice::gatherDays()
{
    for (const auto& piece : m_pieces) {
        if (!isDay(piece)) {
            continue;
        }
        auto use = m_roles.useOf(piece, m_purpose);
        // Where an hour stands with the day, the hour is what does not fit.
        const bool timed = std::any_of(m_pieces.begin(), m_pieces.end(), [&](const DatePiece& other) {
            return isHour(other) && !isDay(other) && other.first > piece.last && other.first - piece.last <= 2 &&
                   piece.role != Role::Not && m_text.tokens[std::size_t(other.first)].breakBefore == 0;
        });
        if (use == Use::Refused && timed) {
            use = Use::Old;
        }
        if (use == Use::Refused) {
            for (QDate day = *piece.date; !piece.bounded && day <= piece.to.value_or(*piece.date);
                 day = day.addDays(1)) {
                m_without.push_back(day);
            }
            if (!piece.bounded && !piece.to) {
                m_notOn.push_back(piece);
            }
        }
        auto kept = piece;
        if (m_purpose == Purpose::Move && piece.to && piece.role == Role::From && !m_roles.isReplaced(piece)) {
            // "from the 5th to the 15th"
            kept.date = piece.to;
            kept.to.reset();
            use = Use::Wished;
        }
        const bool from = piece.role == Role::From && m_purpose == Purpose::Wish && !piece.to && use == Use::Stated;
        kept.open = kept.open || from;
        m_days.push_back({kept, use});
    }
}

/// "Tuesday 10 March" is one day, "8.3 or 9.3" a span.
std::optional<DateChoice::Candidate> DateChoice::merged(const Candidate& left, const Candidate& right) const
{
    const auto& a = left.piece;
    const auto& b = right.piece;
    const int between = m_roles.gap(a, b);
    // "from tomorrow until Friday"
    const bool fromUntil = b.bounded && b.to && !a.to && !a.bounded && between == 1 &&
                           m_roles.is(a.last + 1, Kind::Until) && *a.date < *b.to;
    const bool fromTo = m_purpose == Purpose::Wish && a.role == Role::From && b.role == Role::To && !a.to && !b.to &&
                        between <= 1 && *a.date < *b.date;
    if ((fromUntil || fromTo) && left.use != Use::Gone) {
        auto made = right;
        made.piece.first = a.first;
        made.piece.date = a.date;
        made.piece.to = fromUntil ? b.to : b.date;
        made.piece.bounded = false;
        made.piece.open = false;
        made.use = std::max(left.use, right.use);
        return made;
    }
    const bool usable =
        left.use != Use::Gone && right.use != Use::Gone && left.use != Use::Refused && right.use != Use::Refused;
    if (!usable || between > 2 || a.open || b.open || a.bounded || b.bounded) {
        return std::nullopt;
    }
    auto made = left;
    made.use = std::max(left.use, right.use);
    made.piece.last = b.last;
    const bool or_ = between == 1 && m_roles.is(a.last + 1, Kind::Or);
    const bool and_ = (between == 1 && m_roles.said(a.last + 1, {"and"})) ||
                      (between == 0 && m_roles.word(b.first).glued.startsWith(QChar(0x05D5)));
    const bool said = (between == 1 || between == 2) && m_roles.said(a.last + 1, {"או", "or", "ו", "ולא"});
    if (or_ || and_ || said) {
        if (a.role == Role::From || b.role == Role::From) {
            return std::nullopt;
        }
        const QDate first = std::min(*a.date, *b.date);
        const QDate last = std::max(a.to.value_or(*a.date), b.to.value_or(*b.date));
        made.piece.date = first;
        made.piece.to = first == last ? std::optional<QDate>() : last;
        made.piece.otherDate = *a.date;
        return made;
    }
    const bool near = m_roles.sentence(a.first) == m_roles.sentence(b.first) && (between <= 1 || b.exact);
    if (!near || (a.role != b.role && b.role != Role::Plain && a.role != Role::Plain) ||
        m_roles.is(b.first - 1, Kind::Not)) {
        return std::nullopt;
    }
    if (!a.to && !b.to) {
        if (*a.date == *b.date) {
            made.piece.part = made.piece.part.isEmpty() ? b.part : made.piece.part;
            return made;
        }
        if (a.exact == b.exact || b.role == Role::To) {
            return std::nullopt;
        }
        made.piece.date = a.exact ? a.date : b.date;
        made.piece.otherDate = a.exact ? b.date : a.date;
        made.piece.exact = true;
        return made;
    }
    if (m_purpose == Purpose::Move && !a.to && b.role == Role::To) {
        return std::nullopt; // "bump tomorrow to next week"
    }
    const auto& span = a.to ? a : b;
    const auto& single = a.to ? b : a;
    if (single.to || (a.to && b.to)) {
        return std::nullopt;
    }
    QDate day = *single.date;
    if (day < *span.date || day > *span.to) {
        if (single.exact) {
            return std::nullopt;
        }
        const int ahead = (single.date->dayOfWeek() - span.date->dayOfWeek() + 7) % 7;
        day = span.date->addDays(ahead);
        if (day > *span.to || b.to != span.to) {
            return std::nullopt;
        }
    }
    if (day < a.today) {
        day = day.addDays(7);
        if (day > *span.to) {
            return std::nullopt;
        }
    }
    made.piece = single;
    made.piece.first = a.first;
    made.piece.last = b.last;
    made.piece.date = day;
    return made;
}

void DateChoice::mergeDays()
{
    for (std::size_t i = 0; i + 1 < m_days.size();) {
        if (const auto one = merged(m_days[i], m_days[i + 1])) {
            m_days[i] = *one;
            m_days.erase(m_days.begin() + std::ptrdiff_t(i) + 1);
        } else {
            ++i;
        }
    }
}

void DateChoice::gatherHours()
{
    for (const auto& piece : m_pieces) {
        if (!isHour(piece)) {
            continue;
        }
        auto use = m_roles.useOf(piece, m_purpose);
        auto kept = piece;
        if (piece.role == Role::From && piece.notBefore && piece.notAfter) {
            // "from 10 to 12": in a move the second is the new time.
            if (m_purpose == Purpose::Move) {
                kept.time = kept.notAfter;
                kept.notBefore.reset();
                kept.notAfter.reset();
                use = Use::Wished;
            }
        } else if (piece.role == Role::From && !m_roles.isReplaced(piece)) {
            if (m_purpose == Purpose::Move || !piece.time || piece.date) {
                use = m_purpose == Purpose::Move ? Use::Old : use;
            } else {
                kept.notBefore = kept.time;
                kept.begins = true;
                kept.time.reset();
            }
        }
        // "Anything tomorrow evening before I leave?": the part goes with its day.
        const bool goes = use == Use::Gone && m_purpose == Purpose::Report && piece.role == Role::Plain &&
                          std::any_of(m_days.begin(), m_days.end(), [&](const Candidate& day) {
                              return day.use >= Use::Stated && piece.first == day.piece.last + 1 &&
                                     m_text.tokens[std::size_t(piece.first)].breakBefore == 0;
                          });
        m_hours.push_back({kept, goes ? Use::Stated : use});
    }
}

/// The day an hour stands beside.
const DateChoice::Candidate* DateChoice::ownerOf(const DatePiece& hour) const
{
    const Candidate* owner = nullptr;
    for (const auto& day : m_days) {
        if (day.use == Use::Gone && day.piece.role != Role::Past) {
            continue;
        }
        const bool before = hour.first > day.piece.last && hour.first - day.piece.last <= 2 &&
                            m_roles.segment(hour.first) == m_roles.segment(day.piece.last);
        const bool after = day.piece.first > hour.last && day.piece.first - hour.last <= 2 &&
                           m_roles.segment(hour.first) == m_roles.segment(day.piece.first) &&
                           day.piece.role != Role::To;
        if (before || (after && !owner) || (hour.first == day.piece.first && hour.date)) {
            owner = &day;
        }
    }
    return owner;
}

int DateChoice::rank(const Candidate& day) const
{
    int rank = int(day.use) * 100;
    if (m_purpose == Purpose::Existing || m_purpose == Purpose::Question) {
        const bool visit = m_roles.nearVisit(day.piece);
        rank = (day.use == Use::Excuse ? 100 : 200) + (visit ? 50 : 0) + (day.use == Use::Old ? 20 : 0);
    }
    rank += m_purpose == Purpose::Existing && day.use == Use::Wished ? 30 : 0;
    rank += (day.piece.to ? 0 : 5) + (day.piece.exact ? 3 : 0);
    rank += m_purpose == Purpose::Wish && m_roles.hasHour(day.piece) ? 4 : 0;
    // "after the holiday, on Sunday 12 April": the day itself says more than what bounds it.
    const auto inside = [&](const Candidate& one) { return one.use >= Use::Stated && bounds(day.piece, one.piece); };
    rank -= std::any_of(m_days.begin(), m_days.end(), inside) ? 150 : 0;
    const bool second = std::any_of(m_days.begin(), m_days.end(), [&](const Candidate& other) {
        return other.piece.first < day.piece.first &&
               m_roles.segment(other.piece.first) == m_roles.segment(day.piece.first);
    });
    rank += day.piece.role == Role::To && !day.piece.bounded && second ? 15 : 0;
    return rank;
}

const DateChoice::Candidate* DateChoice::chooseDay() const
{
    const Candidate* best = nullptr;
    for (const auto& day : m_days) {
        if (day.use == Use::Gone || day.use == Use::Refused) {
            continue;
        }
        const bool asking = m_purpose == Purpose::Existing || m_purpose == Purpose::Question;
        if (!asking && day.use == Use::Excuse) {
            continue;
        }
        if ((m_purpose == Purpose::Move && day.use == Use::Old) ||
            (m_purpose == Purpose::Aside && day.use != Use::Wished)) {
            continue;
        }
        if (m_purpose == Purpose::Wish && day.use == Use::Old && m_roles.isReplaced(day.piece)) {
            continue;
        }
        const bool later =
            m_purpose == Purpose::Move ? best && rank(day) >= rank(*best) : best && rank(day) > rank(*best);
        best = !best || later ? &day : best;
    }
    return best;
}

/// "the day after", "by a week", "the same day", "the one after".
const DateChoice::Candidate* DateChoice::shifted(const Candidate* day)
{
    for (const auto& piece : m_pieces) {
        const bool counted = piece.shiftDays != 0 && piece.link == Link::None && (m_purpose == Purpose::Move);
        const bool linked =
            piece.link == Link::DayAfter || piece.link == Link::WeekAfter || piece.link == Link::SameDay;
        if (!counted && !linked) {
            continue;
        }
        const Candidate* base = nullptr;
        for (const auto& one : m_days) {
            const bool usable = one.use != Use::Gone && one.piece.role != Role::Past;
            base = usable && (one.piece.last < piece.first || !base) ? &one : base;
        }
        if (piece.link == Link::SameDay) {
            const bool nothing = !day || day->use <= Use::Old;
            if (base && nothing) {
                m_made = *base;
                m_made.piece.first = piece.first;
                m_made.piece.last = piece.last;
                m_made.use = Use::Wished;
                return &m_made;
            }
            continue;
        }
        const bool elsewhere = counted && day && day->use == Use::Wished &&
                               m_roles.segment(day->piece.first) != m_roles.segment(piece.first);
        const bool gone =
            base && base->piece.date->addDays(piece.link == Link::WeekAfter ? 7 : piece.shiftDays) < piece.today;
        if (!base || elsewhere || gone) {
            continue;
        }
        m_made = *base;
        m_made.piece.date = base->piece.date->addDays(piece.link == Link::WeekAfter ? 7 : piece.shiftDays);
        m_made.piece.to.reset();
        m_made.piece.otherDate.reset();
        m_made.use = Use::Wished;
        if (linked || m_roles.segment(piece.first) != m_roles.segment(base->piece.first)) {
            m_made.piece.first = piece.first;
            m_made.piece.last = piece.last;
        }
        return &m_made;
    }
    return day;
}

int DateChoice::distance(const DatePiece* day, const DatePiece& hour) const
{
    if (!day) {
        return 0;
    }
    const int gap = hour.first > day->last     ? hour.first - day->last - 1
                    : hour.first >= day->first ? 0
                                               : 2 + day->first - hour.last;
    return gap + (m_roles.sentence(hour.first) == m_roles.sentence(day->first) ? 0 : 4);
}

const DateChoice::Candidate* DateChoice::chooseHour(const Candidate* day) const
{
    const Candidate* best = nullptr;
    int bestScore = 0;
    const bool sameTime =
        std::any_of(m_pieces.begin(), m_pieces.end(), [](const auto& piece) { return piece.link == Link::SameTime; });
    for (const auto& hour : m_hours) {
        const bool usable =
            hour.use >= Use::Stated ||
            (m_purpose != Purpose::Move && (m_purpose != Purpose::Report || ownerOf(hour.piece) == day) &&
             hour.use == Use::Old && !m_roles.isReplaced(hour.piece)) ||
            (sameTime && hour.use != Use::Gone && hour.piece.time);
        if (!usable || (m_purpose == Purpose::Aside && hour.use != Use::Wished)) {
            continue;
        }
        const auto* owner = ownerOf(hour.piece);
        const bool foreign =
            owner && (!day || (owner->piece.first != day->piece.first &&
                               !(owner->piece.first >= day->piece.first && owner->piece.last <= day->piece.last)));
        const bool dayStays =
            owner && day && owner->piece.date == day->piece.date && owner->piece.first != day->piece.first;
        if (foreign && !sameTime && (!dayStays || day == &m_made)) {
            continue;
        }
        const int far = distance(day ? &day->piece : nullptr, hour.piece);
        if (day && far >= kFar && !sameTime) {
            continue;
        }
        const bool close = m_purpose == Purpose::Question || m_purpose == Purpose::Report;
        const bool apart = day && m_roles.segment(hour.piece.first) != m_roles.segment(day->piece.last);
        // "Anything in the evening?" is asked beside a report; other hours without a day belong to it.
        const bool asked =
            m_purpose == Purpose::Report && hour.use == Use::Wished &&
            (m_roles.said(hour.piece.first - 1, {"משהו", "משו", "תור", "anything", "something", "slot"}) ||
             m_roles.is(hour.piece.first - 1, Kind::Attend) || m_roles.is(hour.piece.first - 2, Kind::Attend));
        // "my 8am extraction on the 12th": what is done may stand between.
        const bool ahead = day && hour.piece.last < day->piece.first && !apart;
        if (close && ((!day && !asked) || far > (ahead ? 6 : 3) || (apart && m_purpose == Purpose::Question))) {
            continue;
        }
        int score =
            far * 2 - (hour.piece.time ? 5 : 0) - (m_purpose == Purpose::Move && hour.piece.role == Role::To ? 40 : 0) -
            (hour.use == Use::Wished ? 6 : 0) + (hour.use == Use::Old ? 20 : 0) + (hour.use == Use::Excuse ? 60 : 0);
        score -= m_purpose == Purpose::Move ? hour.piece.first / 4 : 0;
        score -= std::any_of(m_pieces.begin(), m_pieces.end(),
                             [&](const auto& link) {
                                 return link.link == Link::SameDay && std::abs(link.first - hour.piece.last) <= 2 &&
                                        m_roles.segment(link.first) == m_roles.segment(hour.piece.first);
                             })
                     ? 40
                     : 0;
        if (!best || score < bestScore) {
            best = &hour;
            bestScore = score;
        }
    }
    return best;
}

QString DateChoice::choosePart(const Candidate* day, const Candidate* hour) const
{
    for (const auto& one : m_hours) {
        const bool near = distance(day ? &day->piece : nullptr, one.piece) < 6 ||
                          (hour && std::abs(one.piece.first - hour->piece.last) <= 3);
        if (!one.piece.part.isEmpty() && !one.piece.time && one.use >= Use::Stated && near) {
            return one.piece.part;
        }
    }
    return day ? day->piece.part : QString();
}

std::vector<When> DateChoice::readings()
{
    gatherDays();
    mergeDays();
    gatherHours();
    const auto* day = shifted(chooseDay());
    const auto* hour = chooseHour(day);
    if (m_purpose == Purpose::Question && !day) {
        return {};
    }
    std::vector<When> readings;
    const auto add = [&](const When& when) {
        if (!when.isEmpty() && std::find(readings.begin(), readings.end(), when) == readings.end()) {
            readings.push_back(when);
        }
    };
    auto best = compose(day, hour);
    if (!hour && best.part.isEmpty()) {
        best.notBefore = busyUntil();
    }
    add(best);
    if (day && day->piece.otherDate) {
        auto other = *day;
        other.piece.date = day->piece.otherDate;
        other.piece.to.reset();
        add(compose(&other, hour));
    }
    if (hour && hour->piece.otherTime) {
        auto other = best;
        other.time = best.time == hour->piece.otherTime ? hour->piece.time : hour->piece.otherTime;
        add(other);
    }
    for (const auto& other : m_days) {
        if (day && other.use == day->use && other.piece.first != day->piece.first && other.use >= Use::Stated) {
            add(compose(&other, chooseHour(&other)));
        }
    }
    return readings;
}

} // namespace delpek::language
