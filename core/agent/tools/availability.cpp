// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/registry.h"
#include "agent/tools/values.h"

#include <algorithm>

namespace delpek::agent
{
namespace
{

constexpr int offeredSlots = 3;
constexpr int searchedSlots = 400;
constexpr int daysAhead = 30;
constexpr int farthestDay = 180;
constexpr int apartMinutes = 60;

struct DayWindow {
    std::optional<QTime> exactly;
    std::optional<QTime> notBefore;
    std::optional<QTime> notAfter;
    bool isOpen() const { return !exactly && !notBefore && !notAfter; }
};

/// The parts of the day as the label guide defines them.
DayWindow windowOf(const language::When& when)
{
    DayWindow window{when.time, when.notBefore, when.notAfter};
    if (when.time) {
        return {when.time, std::nullopt, std::nullopt};
    }
    const auto within = [&window](std::optional<QTime> from, std::optional<QTime> to) {
        window.notBefore = window.notBefore ? window.notBefore : from;
        window.notAfter = window.notAfter ? window.notAfter : to;
    };
    if (when.part == QLatin1String("morning")) {
        within(std::nullopt, QTime(12, 0));
    } else if (when.part == QLatin1String("noon")) {
        within(QTime(12, 0), QTime(15, 0));
    } else if (when.part == QLatin1String("afternoon")) {
        within(QTime(15, 0), QTime(18, 0));
    } else if (when.part == QLatin1String("evening")) {
        within(QTime(18, 0), std::nullopt);
    }
    return window;
}

struct Search {
    const base::Json& arguments;
    const ToolContext& context;
    language::When when;
    DayWindow window;
    QDate from;
    QDate to;

    Result<std::vector<domain::Slot>> run(QDate first, QDate last, const DayWindow& times) const
    {
        clinic::SlotQuery query;
        query.treatment = base::textAt(arguments, "treatment");
        query.doctor = base::textAt(arguments, "doctor");
        query.from = std::max(first, context.turn.now.date);
        query.to = last;
        query.exactly = times.exactly;
        query.notBefore = times.notBefore;
        query.notAfter = times.notAfter;
        query.without = when.without;
        query.earliest = context.turn.now;
        query.limit = searchedSlots;
        query.holder = context.holder;
        if (query.to < query.from) {
            return std::vector<domain::Slot>{};
        }
        return base::await(context.records.freeSlots(query), context.cancel);
    }
};

/// A few that differ enough to be a choice: one a day when several days suit, otherwise an hour apart.
std::vector<domain::Slot> choice(const std::vector<domain::Slot>& free, bool soonest)
{
    std::vector<domain::Slot> chosen;
    const auto pick = [&](auto&& differs) {
        for (const auto& slot : free) {
            if (static_cast<int>(chosen.size()) == offeredSlots) {
                break;
            }
            if (std::all_of(chosen.begin(), chosen.end(), [&](const auto& other) { return differs(slot, other); })) {
                chosen.push_back(slot);
            }
        }
    };
    if (!soonest) {
        pick([](const auto& a, const auto& b) { return a.start.date != b.start.date; });
    }
    pick([](const auto& a, const auto& b) {
        return a.start.date != b.start.date || std::abs(a.start.time.secsTo(b.start.time)) >= apartMinutes * 60;
    });
    pick([](const auto& a, const auto& b) { return a.start.date != b.start.date || a.start.time != b.start.time; });
    std::sort(chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    return chosen;
}

bool covers(const std::vector<domain::DaySpan>& spans, const DayWindow& window)
{
    return std::any_of(spans.begin(), spans.end(), [&](const domain::DaySpan& span) {
        if (window.exactly) {
            return *window.exactly >= span.from && *window.exactly < span.to;
        }
        return (!window.notAfter || span.from < *window.notAfter) && (!window.notBefore || span.to > *window.notBefore);
    });
}

base::Json spansToJson(const std::vector<domain::DaySpan>& spans)
{
    base::Json json = base::Json::array();
    for (const auto& span : spans) {
        json.push_back({{"from", base::utf8(span.from.toString(QStringLiteral("HH:mm")))},
                        {"to", base::utf8(span.to.toString(QStringLiteral("HH:mm")))}});
    }
    return json;
}

/// Why nothing suits: for one day the reason that the patient can understand, otherwise "full".
void explain(base::Json& answer, const Search& search)
{
    const auto& turn = search.context.turn;
    answer["problem"] = "full";
    if (search.to < turn.now.date) {
        answer["problem"] = "past";
        return;
    }
    if (search.from != search.to) {
        return;
    }
    const QDate day = search.from;
    answer["date"] = dateToJson(day);
    if (day > turn.now.date.addDays(farthestDay)) {
        answer["problem"] = "far";
        return;
    }
    const auto& hours = domain::hoursOn(turn.clinic.hours, day);
    const bool holiday =
        std::find(turn.clinic.closed.begin(), turn.clinic.closed.end(), day) != turn.clinic.closed.end();
    if (holiday || hours.empty()) {
        answer["problem"] = "closed";
        return;
    }
    if (day == turn.now.date && search.window.exactly && *search.window.exactly <= turn.now.time) {
        answer["problem"] = "past";
        return;
    }
    if (!covers(hours, search.window)) {
        answer["problem"] = "outside_hours";
        answer["hours"] = spansToJson(hours);
        return;
    }
    const QString wanted = base::textAt(search.arguments, "doctor");
    const QString treatment = base::textAt(search.arguments, "treatment");
    std::vector<domain::DaySpan> spans;
    for (const auto& doctor : turn.doctors) {
        if (wanted.isEmpty() ? doctor.treatments.contains(treatment) : doctor.id == wanted) {
            const auto& own = domain::hoursOn(doctor.hours, day);
            spans.insert(spans.end(), own.begin(), own.end());
        }
    }
    if (spans.empty()) {
        answer["problem"] = "doctor_away";
    } else if (!covers(spans, search.window)) {
        answer["problem"] = "doctor_hours";
        answer["hours"] = spansToJson(spans);
    }
}

/// The nearest that there is instead: the same day at another time, then the same time on later days, then anything.
Result<std::vector<domain::Slot>> alternatives(const Search& search)
{
    const QDate today = search.context.turn.now.date;
    const QDate start = std::clamp(search.from, today, today.addDays(farthestDay));
    std::vector<domain::Slot> found;
    if (!search.window.isOpen()) {
        auto sameDays = search.run(start, std::max(start, search.to), {});
        if (!sameDays) {
            return sameDays;
        }
        if (search.window.exactly) {
            const QTime wish = *search.window.exactly;
            std::stable_sort(sameDays->begin(), sameDays->end(), [wish](const auto& a, const auto& b) {
                return std::abs(wish.secsTo(a.start.time)) < std::abs(wish.secsTo(b.start.time));
            });
        }
        found = choice(*sameDays, search.window.exactly.has_value());
    }
    if (static_cast<int>(found.size()) < offeredSlots) {
        const QDate next = std::max(start, search.to).addDays(1);
        auto later = search.run(next, next.addDays(daysAhead), search.window);
        if (later && later->empty()) {
            later = search.run(start, next.addDays(daysAhead), {});
        }
        if (!later) {
            return later;
        }
        for (const auto& slot : choice(*later, false)) {
            if (static_cast<int>(found.size()) < offeredSlots) {
                found.push_back(slot);
            }
        }
    }
    return found;
}

base::Json slotsToJson(const std::vector<domain::Slot>& list)
{
    base::Json json = base::Json::array();
    for (const auto& slot : list) {
        json.push_back(slotToJson(slot));
    }
    return json;
}

/// What a brain tells of the answer is held in the same step. One exact time is the whole offer.
Result<base::Json> offered(base::Json answer, std::vector<domain::Slot> list, const ToolContext& context)
{
    if (base::boolAt(answer, "exact") && !list.empty()) {
        list.resize(1);
    }
    if (const auto held = holdOffer(list, context); !held) {
        return fail(held.error());
    }
    return answer;
}

Result<base::Json> availableSlots(const base::Json& arguments, const ToolContext& context)
{
    const auto when = whenFromJson(arguments);
    const QDate today = context.turn.now.date;
    Search search{arguments, context, when, windowOf(when), today, today.addDays(daysAhead)};
    if (when.date) {
        search.from = search.to = *when.date;
    } else if (when.from || when.to) {
        search.from = when.from.value_or(today);
        search.to = when.to.value_or(search.from.addDays(daysAhead));
    }
    const auto free = search.run(search.from, std::min(search.to, today.addDays(farthestDay)), search.window);
    if (!free) {
        return fail(free.error());
    }
    if (context.records.asOf()) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the records answer out of a cache: free time in it is no offer"));
    }
    const auto list = choice(*free, when.soonest || search.from == search.to);
    base::Json answer{{"slots", slotsToJson(list)},
                      {"exact", when.date && when.time && !free->empty()},
                      {"problem", ""},
                      {"alternatives", base::Json::array()}};
    if (free->empty()) {
        explain(answer, search);
        const auto instead = alternatives(search);
        if (!instead) {
            return fail(instead.error());
        }
        answer["alternatives"] = slotsToJson(*instead);
        return offered(std::move(answer), *instead, context);
    }
    return offered(std::move(answer), list, context);
}

} // namespace

void addAvailabilityTool(Tools& tools)
{
    const base::Json day = formatProperty("date", "A day.");
    add(tools, "get_available_slots", ToolKind::Read,
        {{"type", "object"},
         {"description", "A few free times for a treatment, or why there are none and what there is instead. They are "
                         "held for some minutes."},
         {"properties",
          {{"treatment", textProperty(40, "The treatment's id.")},
           {"doctor", textProperty(64, "The doctor's id; without it anyone who does it.")},
           {"date", formatProperty("date", "This day alone.")},
           {"from", formatProperty("date", "The first day that suits.")},
           {"to", formatProperty("date", "The last day that suits.")},
           {"time", formatProperty("time", "This start and no other.")},
           {"not_before", formatProperty("time", "Not earlier in the day.")},
           {"not_after", formatProperty("time", "Not later in the day.")},
           {"part", {{"type", "string"}, {"enum", {"morning", "noon", "afternoon", "evening"}}}},
           {"without",
            {{"type", "array"}, {"items", day}, {"maxItems", 31}, {"description", "Days that do not suit."}}},
           {"soonest", {{"type", "boolean"}, {"description", "As early as there is."}}}}},
         {"required", base::Json::array({"treatment"})},
         {"additionalProperties", false}},
        availableSlots);
}

} // namespace delpek::agent
