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

bool lies(const Span& visit, const DaySpan& open, QDate date, const QTimeZone& zone)
{
    return domain::toInstant({date, open.from}, zone) <= visit.from &&
           visit.to <= domain::toInstant({date, open.to}, zone);
}

std::vector<Span> busyOn(const Diary& diary, const QString& doctor, QDate date)
{
    std::vector<Span> spans;
    for (const auto& busy : diary.busy) {
        if ((busy.doctor.isEmpty() || busy.doctor == doctor) && busy.from.date <= date && date <= busy.to.date) {
            spans.push_back({domain::toInstant(busy.from, diary.zone), domain::toInstant(busy.to, diary.zone)});
        }
    }
    return spans;
}

bool suits(QTime start, const SlotQuery& query)
{
    return (!query.notBefore || *query.notBefore <= start) && (!query.notAfter || start < *query.notAfter);
}

void addDoctorsDay(std::vector<Slot>& found, const Diary& diary, const SlotQuery& query, const domain::Doctor& doctor,
                   const domain::Treatment& treatment, QDate date)
{
    const auto busy = busyOn(diary, doctor.id, date);
    const bool bounded = query.earliest.isValid();
    const Instant earliest = bounded ? domain::toInstant(query.earliest, diary.zone) : Instant{};
    for (const auto& open : openSpans(diary, doctor, date)) {
        for (const QTime start : possibleStarts(open, query)) {
            const auto visit = realSpan({date, start}, treatment.minutes, diary.zone);
            if (!visit || !suits(start, query) || (bounded && visit->from < earliest) ||
                !lies(*visit, open, date, diary.zone)) {
                continue;
            }
            const auto meets = [&](const Span& other) { return visit->from < other.to && other.from < visit->to; };
            if (std::none_of(busy.begin(), busy.end(), meets)) {
                found.push_back({doctor.id, treatment.id, {date, start}, treatment.minutes});
            }
        }
    }
}

template <typename Item>
const Item* byId(const std::vector<Item>& items, const QString& id)
{
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

struct Search {
    const domain::Treatment* treatment;
    std::vector<const domain::Doctor*> doctors;
};

Result<Search> prepared(const Diary& diary, const SlotQuery& query)
{
    Search search{byId(diary.treatments, query.treatment), {}};
    if (!search.treatment) {
        return fail(ErrorCode::NotFound, QStringLiteral("no treatment has the id \"%1\"").arg(query.treatment));
    }
    if (!query.doctor.isEmpty() && !byId(diary.doctors, query.doctor)) {
        return fail(ErrorCode::NotFound, QStringLiteral("no doctor has the id \"%1\"").arg(query.doctor));
    }
    for (const auto& doctor : diary.doctors) {
        if ((query.doctor.isEmpty() || doctor.id == query.doctor) && doctor.treatments.contains(query.treatment)) {
            search.doctors.push_back(&doctor);
        }
    }
    return search;
}

std::vector<Slot> freeOn(const Diary& diary, const SlotQuery& query, const Search& search, QDate date)
{
    std::vector<Slot> found;
    if (std::find(query.without.begin(), query.without.end(), date) != query.without.end()) {
        return found;
    }
    for (const auto* doctor : search.doctors) {
        addDoctorsDay(found, diary, query, *doctor, *search.treatment, date);
    }
    std::stable_sort(found.begin(), found.end(), [](const Slot& a, const Slot& b) { return a.start < b.start; });
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
    const auto search = prepared(diary, query);
    if (!search) {
        return fail(search.error());
    }
    std::vector<Slot> found;
    const auto [first, last] = searchedDays(query);
    for (QDate date = first; date.isValid() && date <= last; date = date.addDays(1)) {
        auto today = freeOn(diary, query, *search, date);
        found.insert(found.end(), today.begin(), today.end());
    }
    return found;
}

Result<std::vector<Slot>> freeSlots(const Diary& diary, const SlotQuery& query)
{
    if (query.limit > LongestOffer) {
        auto found = allFreeSlots(diary, query);
        if (found && found->size() > static_cast<size_t>(query.limit)) {
            found->resize(static_cast<size_t>(query.limit));
        }
        return found;
    }
    const auto search = prepared(diary, query);
    if (!search) {
        return fail(search.error());
    }
    std::vector<Slot> found;
    const auto [first, last] = searchedDays(query);
    for (QDate date = first; date.isValid() && date <= last; date = date.addDays(1)) {
        const auto today = freeOn(diary, query, *search, date);
        found.insert(found.end(), today.begin(), today.end());
        Offer offer(found, query.limit);
        offer.takeOtherParts();
        if (offer.isFull()) {
            return offer.slots();
        }
    }
    Offer offer(found, query.limit);
    offer.takeOtherParts();
    offer.fillUp(!query.exactly);
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
    for (const auto& open : openSpans(diary, *doctor, slot.start.date)) {
        if (lies(*visit, open, slot.start.date, diary.zone)) {
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
