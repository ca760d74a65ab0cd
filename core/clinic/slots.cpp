// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/slots.h"

#include "clinic/offer.h"

namespace delpek::clinic
{

namespace
{

using base::Instant;
using domain::DaySpan;
using domain::LocalTime;
using domain::Slot;
using Minutes = std::chrono::minutes;

constexpr int DefaultDays = 60;
constexpr int MostDays = 366;
constexpr int DefaultStep = 15;
constexpr int LongestOffer = 12;
constexpr int DaysAtOnce = 7;

struct Span {
    Instant from;
    Instant to;
};

/// Spans that touch or overlap are one, so that a visit may cross the seam.
std::vector<DaySpan> joined(std::vector<DaySpan> spans)
{
    std::sort(spans.begin(), spans.end(), [](const DaySpan& a, const DaySpan& b) { return a.from < b.from; });
    std::vector<DaySpan> result;
    for (const auto& span : spans) {
        if (!result.empty() && span.from <= result.back().to) {
            result.back().to = std::max(result.back().to, span.to);
        } else {
            result.push_back(span);
        }
    }
    return result;
}

std::vector<DaySpan> openSpans(const Diary& diary, const domain::Doctor& doctor, QDate date)
{
    std::vector<DaySpan> result;
    if (std::find(diary.closed.begin(), diary.closed.end(), date) != diary.closed.end()) {
        return result;
    }
    const auto theirs = joined(domain::hoursOn(doctor.hours, date));
    for (const auto& house : joined(domain::hoursOn(diary.hours, date))) {
        for (const auto& own : theirs) {
            const DaySpan both{std::max(house.from, own.from), std::min(house.to, own.to)};
            if (both.from < both.to) {
                result.push_back(both);
            }
        }
    }
    return result;
}

std::vector<QTime> possibleStarts(const DaySpan& open, const SlotQuery& query)
{
    if (query.exactly) {
        return {*query.exactly};
    }
    const int step = query.step > 0 ? query.step : DefaultStep;
    const auto minuteOf = [](QTime time) { return time.msecsSinceStartOfDay() / 60'000; };
    std::vector<QTime> starts{open.from};
    for (int minute = (minuteOf(open.from) / step + 1) * step; minute < minuteOf(open.to); minute += step) {
        starts.push_back(QTime::fromMSecsSinceStartOfDay(minute * 60'000));
    }
    return starts;
}

/// The visit in real time; nothing where the clocks skip its start.
std::optional<Span> realSpan(const LocalTime& start, int minutes, const QTimeZone& zone)
{
    const Instant from = domain::toInstant(start, zone);
    if (domain::toLocal(from, zone) != start) {
        return std::nullopt;
    }
    return Span{from, from + Minutes(minutes)};
}

/// A day's clock. Asking the zone is slow, and on all but two days of a year a day is 24 plain hours.
class DayClock
{
public:
    DayClock(QDate date, const QTimeZone& zone)
        : m_date(date)
        , m_zone(zone)
        , m_midnight(domain::toInstant({date, QTime(0, 0)}, zone))
        , m_isPlain(domain::toInstant({date.addDays(1), QTime(0, 0)}, zone) - m_midnight == std::chrono::hours(24))
    {
    }

    Instant at(QTime time) const
    {
        return m_isPlain ? m_midnight + base::Duration(time.msecsSinceStartOfDay())
                         : domain::toInstant({m_date, time}, m_zone);
    }

    std::optional<Span> visit(QTime start, int minutes) const
    {
        return m_isPlain ? Span{at(start), at(start) + Minutes(minutes)} : realSpan({m_date, start}, minutes, m_zone);
    }

private:
    QDate m_date;
    const QTimeZone& m_zone;
    Instant m_midnight;
    bool m_isPlain;
};

bool lies(const Span& visit, const DaySpan& open, const DayClock& clock)
{
    return clock.at(open.from) <= visit.from && visit.to <= clock.at(open.to);
}

/// When one doctor is taken: apart from each other and in order, so that a visit is checked against one of them.
class Taken
{
public:
    void add(const Span& span)
    {
        if (span.from < span.to) {
            m_spans.push_back(span);
        }
    }

    /// To be called after the last add() and before meets(). Sorts what is new alone: a search adds week after week.
    void join()
    {
        const auto isEarlier = [](const Span& a, const Span& b) { return a.from < b.from; };
        const auto fresh = m_spans.begin() + static_cast<std::ptrdiff_t>(m_joined);
        std::sort(fresh, m_spans.end(), isEarlier);
        std::inplace_merge(m_spans.begin(), fresh, m_spans.end(), isEarlier);
        size_t last = 0;
        for (size_t i = 1; i < m_spans.size(); ++i) {
            if (m_spans[i].from <= m_spans[last].to) {
                m_spans[last].to = std::max(m_spans[last].to, m_spans[i].to);
            } else {
                m_spans[++last] = m_spans[i];
            }
        }
        if (!m_spans.empty()) {
            m_spans.resize(last + 1);
        }
        m_joined = m_spans.size();
    }

    bool meets(const Span& visit) const
    {
        const auto next = std::upper_bound(m_spans.begin(), m_spans.end(), visit.from,
                                           [](Instant from, const Span& span) { return from < span.to; });
        return next != m_spans.end() && next->from < visit.to;
    }

private:
    std::vector<Span> m_spans;
    size_t m_joined = 0; ///< so many are joined already
};

bool suits(QTime start, const SlotQuery& query)
{
    return (!query.notBefore || *query.notBefore <= start) && (!query.notAfter || start < *query.notAfter);
}

template <typename Item>
const Item* byId(const std::vector<Item>& items, const QString& id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

/// One search, day after day.
class Search
{
public:
    static Result<Search> begin(const Diary& diary, const SlotQuery& query)
    {
        Search search(diary, query);
        if (!search.m_treatment) {
            return fail(ErrorCode::NotFound, QStringLiteral("no treatment has the id \"%1\"").arg(query.treatment));
        }
        if (!query.doctor.isEmpty() && !byId(diary.doctors, query.doctor)) {
            return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(query.doctor));
        }
        for (const auto& doctor : diary.doctors) {
            if ((query.doctor.isEmpty() || doctor.id == query.doctor) && doctor.treatments.contains(query.treatment)) {
                search.m_doctors.push_back({&doctor, {}});
            }
        }
        for (const auto& busy : diary.busy) {
            search.take(
                {busy.doctor, domain::toInstant(busy.from, diary.zone), domain::toInstant(busy.to, diary.zone)});
        }
        search.joinTaken();
        return search;
    }

    /// Nobody gives the treatment: nothing needs to be read.
    bool isHopeless() const { return m_doctors.empty(); }

    void add(const std::vector<TakenSpan>& taken)
    {
        for (const auto& span : taken) {
            take(span);
        }
        joinTaken();
    }

    std::vector<Slot> freeOn(QDate date) const
    {
        std::vector<Slot> found;
        if (std::find(m_query->without.begin(), m_query->without.end(), date) != m_query->without.end()) {
            return found;
        }
        const DayClock clock(date, m_diary->zone);
        for (const auto& [doctor, taken] : m_doctors) {
            addDoctorsDay(found, *doctor, taken, date, clock);
        }
        std::stable_sort(found.begin(), found.end(), [](const Slot& a, const Slot& b) { return a.start < b.start; });
        return found;
    }

private:
    Search(const Diary& diary, const SlotQuery& query)
        : m_diary(&diary)
        , m_query(&query)
        , m_treatment(byId(diary.treatments, query.treatment))
    {
        if (query.earliest.isValid()) {
            m_earliest = domain::toInstant(query.earliest, diary.zone);
        }
    }

    void take(const TakenSpan& span)
    {
        for (auto& [doctor, taken] : m_doctors) {
            if (span.doctor.isEmpty() || span.doctor == doctor->id) {
                taken.add({span.from, span.to});
            }
        }
    }

    void joinTaken()
    {
        for (auto& [doctor, taken] : m_doctors) {
            taken.join();
        }
    }

    void addDoctorsDay(std::vector<Slot>& found, const domain::Doctor& doctor, const Taken& taken, QDate date,
                       const DayClock& clock) const
    {
        for (const auto& open : openSpans(*m_diary, doctor, date)) {
            for (const QTime start : possibleStarts(open, *m_query)) {
                const auto visit = clock.visit(start, m_treatment->minutes);
                if (visit && suits(start, *m_query) && (!m_earliest || *m_earliest <= visit->from) &&
                    lies(*visit, open, clock) && !taken.meets(*visit)) {
                    found.push_back({doctor.id, m_treatment->id, {date, start}, m_treatment->minutes});
                }
            }
        }
    }

    const Diary* m_diary;
    const SlotQuery* m_query;
    const domain::Treatment* m_treatment;
    std::optional<Instant> m_earliest;
    std::vector<std::pair<const domain::Doctor*, Taken>> m_doctors;
};

/// Tells when enough was found.
using IsEnough = std::function<bool(const std::vector<Slot>& found)>;

/// Every free slot in order, day after day until there is enough.
Result<std::vector<Slot>> searched(const Diary& diary, const SlotQuery& query, const TakenSource& taken,
                                   const IsEnough& isEnough)
{
    auto search = Search::begin(diary, query);
    if (!search) {
        return fail(search.error());
    }
    std::vector<Slot> found;
    if (search->isHopeless()) {
        return found;
    }
    const auto [first, last] = searchedDays(query);
    QDate known = first.addDays(-1);
    for (QDate date = first; date.isValid() && date <= last; date = date.addDays(1)) {
        if (taken && known < date) {
            known = std::min(last, date.addDays(DaysAtOnce - 1));
            const auto more = taken(date, known);
            if (!more) {
                return fail(more.error());
            }
            search->add(*more);
        }
        const auto today = search->freeOn(date);
        found.insert(found.end(), today.begin(), today.end());
        if (!today.empty() && isEnough(found)) {
            break;
        }
    }
    return found;
}

} // namespace

std::pair<QDate, QDate> searchedDays(const SlotQuery& query)
{
    QDate first = query.from;
    if (query.earliest.isValid() && (!first.isValid() || first < query.earliest.date)) {
        first = query.earliest.date;
    }
    const QDate last = query.to.isValid() ? query.to : first.addDays(DefaultDays);
    return {first, std::min(last, first.addDays(MostDays))};
}

BusySpan busySpan(const QString& doctor, const domain::LocalTime& start, int minutes, const QTimeZone& zone)
{
    return {doctor, start, domain::toLocal(domain::toInstant(start, zone) + Minutes(minutes), zone)};
}

Result<std::vector<Slot>> allFreeSlots(const Diary& diary, const SlotQuery& query)
{
    return searched(diary, query, {}, [](const std::vector<Slot>&) { return false; });
}

Result<std::vector<Slot>> freeSlots(const Diary& diary, const SlotQuery& query)
{
    return freeSlots(diary, query, {});
}

Result<std::vector<Slot>> freeSlots(const Diary& diary, const SlotQuery& query, const TakenSource& taken)
{
    const auto limit = static_cast<size_t>(std::max(0, query.limit));
    if (query.limit > LongestOffer) {
        auto found =
            searched(diary, query, taken, [limit](const std::vector<Slot>& slots) { return slots.size() >= limit; });
        if (found && found->size() > limit) {
            found->resize(limit);
        }
        return found;
    }
    const auto isFull = [&](const std::vector<Slot>& slots) {
        Offer offer(slots, query.limit);
        offer.takeOtherParts();
        return offer.isFull();
    };
    const auto found = searched(diary, query, taken, isFull);
    if (!found) {
        return found;
    }
    Offer offer(*found, query.limit);
    offer.takeOtherParts();
    if (!offer.isFull()) {
        offer.fillUp(!query.exactly);
    }
    return offer.slots();
}

Result<Done> checkOpen(const Diary& diary, const Slot& slot)
{
    const auto* doctor = byId(diary.doctors, slot.doctor);
    if (!doctor) {
        return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(slot.doctor));
    }
    if (!byId(diary.treatments, slot.treatment)) {
        return fail(ErrorCode::NotFound, QStringLiteral("no treatment has the id \"%1\"").arg(slot.treatment));
    }
    if (!doctor->treatments.contains(slot.treatment)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 does not give %2").arg(slot.doctor, slot.treatment),
                    QStringLiteral("clinic.not-given"));
    }
    const auto visit = slot.start.isValid() && slot.minutes > 0 && slot.minutes <= 24 * 60
                           ? realSpan(slot.start, slot.minutes, diary.zone)
                           : std::nullopt;
    if (!visit) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("start or length of the visit is no time of the clinic's day"),
                    QStringLiteral("clinic.closed"));
    }
    const DayClock clock(slot.start.date, diary.zone);
    for (const auto& open : openSpans(diary, *doctor, slot.start.date)) {
        if (lies(*visit, open, clock)) {
            return Done{};
        }
    }
    return fail(ErrorCode::InvalidInput,
                QStringLiteral("clinic or doctor %1 is closed at %2 for %3 minutes; ask for free times first")
                    .arg(slot.doctor, slot.start.toText())
                    .arg(slot.minutes),
                QStringLiteral("clinic.closed"));
}

} // namespace delpek::clinic
