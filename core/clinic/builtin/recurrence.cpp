// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/recurrence.h"

#include <libical/ical.h>

#include <map>
#include <memory>
#include <set>

namespace delpek::clinic
{

namespace
{

using base::Instant;
using domain::LocalTime;

constexpr int MostSteps = 50'000; // a daily event of a century
constexpr size_t MostDays = 1000; // within one window

Instant instantOf(const ZonedTime& time)
{
    return domain::toInstant(time.wall, time.zone);
}

/// Which of an event's times it is, whatever zone it is written in.
QString instanceOf(const ZonedTime& time)
{
    if (time.wholeDay) {
        return time.wall.date.toString(QStringLiteral("yyyyMMdd"));
    }
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(instantOf(time)), Qt::UTC)
        .toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

icaltimetype toIcal(const ZonedTime& time)
{
    icaltimetype ical = icaltime_null_time();
    ical.year = time.wall.date.year();
    ical.month = time.wall.date.month();
    ical.day = time.wall.date.day();
    ical.hour = time.wall.time.hour();
    ical.minute = time.wall.time.minute();
    ical.second = time.wall.time.second();
    ical.is_date = time.wholeDay ? 1 : 0;
    return ical;
}

LocalTime fromIcal(const icaltimetype& ical)
{
    return {QDate(ical.year, ical.month, ical.day), ical.is_date != 0 ? QTime(0, 0) : QTime(ical.hour, ical.minute)};
}

/// A rule without its end, and the end: what a calendar writes there in UTC is no wall time.
struct Rule {
    QByteArray endless;
    QString until;
    bool isKnown = true;
};

QDate dayOf(const QString& text)
{
    return QDate::fromString(text.left(8), QStringLiteral("yyyyMMdd"));
}

Rule ruleOf(const QString& text)
{
    static const QStringList frequencies{QStringLiteral("FREQ=DAILY"), QStringLiteral("FREQ=WEEKLY"),
                                         QStringLiteral("FREQ=MONTHLY"), QStringLiteral("FREQ=YEARLY")};
    Rule rule;
    QStringList kept;
    bool hasFrequency = false;
    for (const QString& part : text.toUpper().split(u';', Qt::SkipEmptyParts)) {
        if (part.startsWith(QLatin1String("UNTIL="))) {
            rule.until = part.section(u'=', 1);
            rule.isKnown = rule.isKnown && dayOf(rule.until).isValid();
            continue;
        }
        hasFrequency = hasFrequency || frequencies.contains(part);
        // Calendars of other peoples, and hours within a day, are no absence of a dentist.
        static const QStringList foreign{QStringLiteral("RSCALE="), QStringLiteral("SKIP="), QStringLiteral("BYHOUR="),
                                         QStringLiteral("BYMINUTE="), QStringLiteral("BYSECOND=")};
        rule.isKnown = rule.isKnown && std::none_of(foreign.begin(), foreign.end(),
                                                    [&](const QString& name) { return part.startsWith(name); });
        kept << part;
    }
    rule.isKnown = rule.isKnown && hasFrequency;
    rule.endless = kept.join(u';').toLatin1();
    return rule;
}

/// Whether a time lies before the end of its rule; a day ends with itself.
bool isWithin(const ZonedTime& time, const QString& until)
{
    if (until.isEmpty()) {
        return true;
    }
    const QDate day = dayOf(until);
    const QTime clock = QTime::fromString(until.mid(9, 4), QStringLiteral("HHmm"));
    if (time.wholeDay || !clock.isValid()) {
        return time.wall.date <= day;
    }
    return until.endsWith(u'Z') ? instantOf(time) <= domain::toInstant({day, clock}, QTimeZone::utc())
                                : !(LocalTime{day, clock} < time.wall);
}

struct EndIterator {
    void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

/// The starts by the rule, up to `last` of its own wall time; nothing for a rule that is not understood.
std::optional<std::vector<ZonedTime>> startsByRule(const EventSource& source, QDate last)
{
    const Rule rule = ruleOf(source.rule);
    if (!rule.isKnown) {
        return std::nullopt;
    }
    const icalrecurrencetype parsed = icalrecurrencetype_from_string(rule.endless.constData());
    if (parsed.freq == ICAL_NO_RECURRENCE) {
        return std::nullopt;
    }
    const std::unique_ptr<icalrecur_iterator, EndIterator> iterator(
        icalrecur_iterator_new(parsed, toIcal(source.start)));
    if (!iterator) {
        return std::nullopt;
    }
    std::vector<ZonedTime> starts;
    for (int step = 0; step < MostSteps; ++step) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        const ZonedTime time{fromIcal(next), source.start.zone, source.start.wholeDay};
        if (icaltime_is_null_time(next) != 0 || last < time.wall.date || !isWithin(time, rule.until)) {
            return starts;
        }
        starts.push_back(time);
    }
    return std::nullopt;
}

/// The days of the events of one file.
class Writer
{
public:
    Writer(const std::vector<EventSource>& sources, const QTimeZone& zone, const CalendarWindow& window)
        : m_zone(zone)
        , m_window(window)
    {
        for (const auto& source : sources) {
            if (source.replaces) {
                m_replaced.insert({source.event.uid, instanceOf(*source.replaces)});
            }
        }
    }

    void add(const EventSource& source)
    {
        const bool repeats = !source.rule.isEmpty() || !source.added.empty();
        if (!source.event.fault.isEmpty() || (!repeats && !source.replaces) ||
            (source.event.cancelled && !source.replaces)) {
            m_events.push_back(source.event);
            return;
        }
        if (source.replaces) {
            m_events.push_back(source.event);
            m_events.back().instance = instanceOf(*source.replaces);
            return;
        }
        addDays(source);
    }

    std::vector<CalendarEvent> take() { return std::move(m_events); }

private:
    void addDays(const EventSource& source)
    {
        // A wall time of another zone is a day away at most.
        auto starts = source.rule.isEmpty() ? std::optional(std::vector{source.start})
                                            : startsByRule(source, m_window.last.addDays(1));
        if (!starts) {
            fault(source, QStringLiteral("its rule of repetition is not understood; write each of its days as an event "
                                         "of its own"));
            return;
        }
        starts->insert(starts->end(), source.added.begin(), source.added.end());
        std::map<Instant, ZonedTime> days; // in order, each once
        for (const auto& start : *starts) {
            if (!isRemoved(source, start)) {
                days.insert({instantOf(start), start});
            }
        }
        std::vector<CalendarEvent> found;
        for (const auto& [moment, start] : days) {
            auto event = at(source, start);
            const bool isNear = m_window.first <= event.to.date && event.from.date <= m_window.last;
            if (isNear && !m_replaced.contains({event.uid, event.instance})) {
                found.push_back(std::move(event));
            }
        }
        if (found.size() > MostDays) {
            fault(source, QStringLiteral("it repeats more than %1 times").arg(MostDays));
            return;
        }
        m_events.insert(m_events.end(), found.begin(), found.end());
    }

    void fault(const EventSource& source, const QString& text)
    {
        m_events.push_back(source.event);
        m_events.back().fault = text;
    }

    static bool isRemoved(const EventSource& source, const ZonedTime& start)
    {
        return std::any_of(source.removed.begin(), source.removed.end(), [&](const ZonedTime& removed) {
            return removed.wholeDay ? removed.wall.date == start.wall.date : instantOf(removed) == instantOf(start);
        });
    }

    /// The event at another start, as long as at its first.
    CalendarEvent at(const EventSource& source, const ZonedTime& start) const
    {
        CalendarEvent event = source.event;
        event.instance = instanceOf(start);
        if (start.wholeDay) {
            const qint64 length = source.event.from.date.daysTo(source.event.to.date);
            event.from = start.wall;
            event.to = {start.wall.date.addDays(length), start.wall.time};
            return event;
        }
        const auto length = domain::toInstant(source.event.to, m_zone) - domain::toInstant(source.event.from, m_zone);
        event.from = domain::toLocal(instantOf(start), m_zone);
        event.to = domain::toLocal(instantOf(start) + length, m_zone);
        return event;
    }

    const QTimeZone& m_zone;
    const CalendarWindow& m_window;
    std::set<std::pair<QString, QString>> m_replaced; ///< UID and instance
    std::vector<CalendarEvent> m_events;
};

} // namespace

std::vector<CalendarEvent> writtenOut(const std::vector<EventSource>& sources, const QTimeZone& zone,
                                      const CalendarWindow& window)
{
    Writer writer(sources, zone, window);
    for (const auto& source : sources) {
        writer.add(source);
    }
    return writer.take();
}

} // namespace delpek::clinic
