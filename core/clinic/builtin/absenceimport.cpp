// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/bookcalendar.h"

#include "clinic/builtin/icalendar.h"
#include "clinic/builtin/staffeditor.h"

#include <set>

namespace delpek::clinic
{

namespace
{

/// How far events that repeat are written out.
constexpr int DaysAhead = 400;
constexpr int LongestReason = 500;

/// An absence that an earlier import made.
struct Known {
    QString id;
    domain::LocalTime to;
};

/// Puts the events of one calendar into the book.
class AbsenceImport
{
public:
    AbsenceImport(store::Session& session, const QTimeZone& zone, const QString& doctor, bool keepVisits,
                  base::Instant now)
        : m_session(session)
        , m_doctor(doctor)
        , m_keepVisits(keepVisits)
        , m_today(domain::toLocal(now, zone))
        , m_staff(session, now, QStringLiteral("import"))
    {
    }

    CalendarWindow window() const { return {m_today.date, m_today.date.addDays(DaysAhead)}; }

    Result<ImportReport> take(const std::vector<CalendarEvent>& events)
    {
        if (const auto read = readKnown(); !read) {
            return fail(read.error());
        }
        for (const auto& event : events) {
            if (const auto taken = take(event); !taken) {
                return fail(taken.error());
            }
        }
        for (const auto& event : events) {
            if (const auto ended = endOthers(event); !ended) {
                return fail(ended.error());
            }
        }
        return m_report;
    }

private:
    /// By the UID, and by its day where an event has several.
    QString referenceOf(const CalendarEvent& event) const
    {
        const QString all = QStringLiteral("calendar:%1:%2").arg(m_doctor, event.uid);
        return event.instance.isEmpty() ? all : all + QLatin1Char('#') + event.instance;
    }

    Result<Done> readKnown()
    {
        const QString prefix = QStringLiteral("calendar:%1:").arg(m_doctor);
        auto rows = m_session.run(
            QStringLiteral(
                "SELECT reference, id, to_at FROM absence WHERE cancelled = 0 AND substr(reference, 1, ?) = ?"),
            {qint64(prefix.size()), prefix});
        if (!rows) {
            return fail(rows.error());
        }
        while (rows->next()) {
            m_known[rows->text(0)] = {rows->text(1), domain::LocalTime::fromText(rows->text(2))};
        }
        return Done{};
    }

    Result<Done> take(const CalendarEvent& event)
    {
        const bool over = event.fault.isEmpty() && event.to < m_today;
        const bool isFree = !event.busy && !event.cancelled;
        if (!event.fault.isEmpty() && !event.cancelled && !event.uid.endsWith(ownVisitUid()) && !isFree) {
            m_report.bad.push_back({event.line, {}, event.fault});
            m_kept.insert(referenceOf(event));
            return Done{};
        }
        if (event.uid.endsWith(ownVisitUid()) || over || isFree) {
            ++m_report.ignored;
            return Done{};
        }
        if (!event.instance.isEmpty()) {
            m_report.repeatedUntil = window().last;
        }
        return event.cancelled ? end(referenceOf(event)) : add(event);
    }

    Result<Done> end(const QString& reference)
    {
        const auto known = m_known.find(reference);
        if (known == m_known.end()) {
            ++m_report.there;
            return Done{};
        }
        ++m_report.added;
        const auto ended = m_staff.cancelAbsence(known->second.id);
        m_known.erase(known);
        return ended;
    }

    Result<Done> add(const CalendarEvent& event)
    {
        const QString reference = referenceOf(event);
        m_kept.insert(reference);
        const domain::Absence absence{m_doctor, event.from, event.to, event.summary.left(LongestReason)};
        const auto same = isThere(reference, absence);
        if (!same || *same) {
            m_report.there += same ? 1 : 0;
            return same ? Result<Done>(Done{}) : fail(same.error());
        }
        const auto keep = kept(absence);
        if (!keep) {
            return fail(keep.error());
        }
        const auto added = m_staff.addAbsence(absence, *keep, reference);
        if (added) {
            ++m_report.added;
        } else if (added.error().code == ErrorCode::Conflict || added.error().code == ErrorCode::InvalidInput) {
            m_report.bad.push_back({event.line, {}, added.error().detail});
        } else {
            return fail(added.error());
        }
        return Done{};
    }

    Result<bool> isThere(const QString& reference, const domain::Absence& absence)
    {
        const auto known = m_known.find(reference);
        if (known == m_known.end()) {
            return false;
        }
        return m_staff.absences(absence.from.date, absence.to.date).map([&](const std::vector<AbsenceEntry>& entries) {
            return std::any_of(entries.begin(), entries.end(), [&](const AbsenceEntry& entry) {
                return entry.id == known->second.id && entry.absence == absence;
            });
        });
    }

    Result<QStringList> kept(const domain::Absence& absence)
    {
        if (!m_keepVisits) {
            return QStringList();
        }
        return m_staff.inTheWay(absence).map([](const std::vector<domain::Appointment>& visits) {
            QStringList ids;
            for (const auto& visit : visits) {
                ids << visit.id;
            }
            return ids;
        });
    }

    /// Days that the event had when it was taken last and has no longer: those to come.
    Result<Done> endOthers(const CalendarEvent& event)
    {
        const QString all = QStringLiteral("calendar:%1:%2").arg(m_doctor, event.uid);
        QStringList gone;
        for (const auto& [reference, known] : m_known) {
            const bool isOfEvent = reference == all || reference.startsWith(all + QLatin1Char('#'));
            if (isOfEvent && !m_kept.contains(reference) && m_today < known.to) {
                gone << reference;
            }
        }
        for (const QString& reference : gone) {
            if (const auto ended = end(reference); !ended) {
                return ended;
            }
        }
        return Done{};
    }

    store::Session& m_session;
    const QString m_doctor;
    const bool m_keepVisits;
    const domain::LocalTime m_today;
    StaffEditor m_staff;
    std::map<QString, Known> m_known; ///< by reference
    std::set<QString> m_kept;         ///< references of the file
    ImportReport m_report;
};

} // namespace

Result<ImportReport> importAbsences(store::Session& session, const QByteArray& calendar, const QString& doctor,
                                    bool keepVisits, base::Instant now)
{
    const auto info = BookReader(session).info();
    if (!info) {
        return fail(info.error());
    }
    AbsenceImport import(session, info->zone, doctor, keepVisits, now);
    const auto events = parseCalendar(calendar, info->zone, import.window());
    return events ? import.take(*events) : fail(events.error());
}

} // namespace delpek::clinic
