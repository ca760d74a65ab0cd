// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localhours.h"

#include "clinic/builtin/staffeditor.h"
#include "desk/timeoffs.h"
#include "desk/touchedvisits.h"
#include "store/auditlog.h"

namespace delpek::desk
{

namespace
{

using clinic::StaffEditor;
using store::Session;

constexpr int yearsAhead = 10;
constexpr int daysElsewhere = 42;

Error notOurs()
{
    return {ErrorCode::Unsupported, QStringLiteral("hours.elsewhere"),
            QStringLiteral("the hours are kept in the clinic's own records, not in Delpek")};
}

std::vector<std::pair<QDate, QString>> daysAndReasons(const std::vector<clinic::ClosedDay>& closed)
{
    std::vector<std::pair<QDate, QString>> days;
    for (const auto& day : closed) {
        days.emplace_back(day.date, day.reason);
    }
    return days;
}

Result<HoursState> readState(Session& session, base::Instant now, const QString& staff)
{
    clinic::BookReader reader(session);
    StaffEditor editor(session, now, staff);
    const auto info = reader.info();
    if (!info) {
        return fail(info.error());
    }
    const QDate today = domain::toLocal(now, info->zone).date;
    const auto doctors = reader.doctors();
    const auto absences = editor.absences(today, today.addYears(yearsAhead));
    const auto closed = editor.closedDays();
    if (!doctors || !absences || !closed) {
        return fail(!doctors ? doctors.error() : !absences ? absences.error() : closed.error());
    }
    HoursState state;
    state.canChange = true;
    state.clinic = info->hours;
    for (const auto& doctor : *doctors) {
        state.doctors.push_back({doctor.id, doctor.name, doctor.hours});
    }
    std::vector<TimeOff> away;
    for (const auto& entry : *absences) {
        if (!entry.cancelled) {
            away.push_back({absenceId(entry.id), entry.absence});
        }
    }
    state.timeOff = notOver(std::move(away), daysAndReasons(*closed), domain::toLocal(now, info->zone));
    state.holidays = holidaysAhead(today);
    return state;
}

Result<Done> checkTimeOff(Session& session, const domain::Absence& absence, base::Instant now)
{
    const auto info = clinic::BookReader(session).info();
    if (!info) {
        return fail(info.error());
    }
    if (!(domain::toLocal(now, info->zone) < absence.to)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("time off ends in the future"),
                    QStringLiteral("hours.past"));
    }
    if (absence.from.date.daysTo(absence.to.date) > longestTimeOff) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("time off has at most %1 days").arg(longestTimeOff),
                    QStringLiteral("hours.tooLong"));
    }
    return Done{};
}

/// The whole days of a closure are closed days; what is left before and behind them is time off of everybody.
Result<Done> addTimeOff(StaffEditor& editor, const domain::Absence& absence, const QStringList& seen)
{
    std::vector<domain::Absence> rest{absence};
    if (const auto days = wholeDaysOf(absence)) {
        rest = restOf(absence, *days);
        for (QDate day = days->first; day <= days->second; day = day.addDays(1)) {
            if (const auto closed = editor.closeDay({day, absence.reason}, seen); !closed) {
                return closed;
            }
        }
    }
    for (const auto& part : rest) {
        if (const auto added = editor.addAbsence(part, seen, {}); !added) {
            return fail(added.error());
        }
    }
    return Done{};
}

Result<Done> removeTimeOff(StaffEditor& editor, const QString& id)
{
    if (const auto absence = absenceOf(id)) {
        return editor.cancelAbsence(*absence);
    }
    const auto days = closedDaysOf(id);
    const auto closed = editor.closedDays();
    if (!closed) {
        return fail(closed.error());
    }
    // Days of a closure that was changed meanwhile are somebody else's.
    const auto all = notOver({}, daysAndReasons(*closed), {});
    if (!days || std::ranges::find(all, id, &TimeOff::id) == all.end()) {
        return fail(ErrorCode::NotFound, QStringLiteral("no time off has this id"), QStringLiteral("hours.gone"));
    }
    for (QDate day = days->first; day <= days->second; day = day.addDays(1)) {
        if (const auto opened = editor.openDay(day); !opened) {
            return opened;
        }
    }
    return Done{};
}

QString whose(const QString& doctor)
{
    return doctor.isEmpty() ? QStringLiteral("clinic") : QStringLiteral("doctor:") + doctor;
}

} // namespace

LocalHours::LocalHours(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff,
                       bool ownBook)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_staff(std::move(staff))
    , m_ownBook(ownBook)
{
}

Future<HoursState> LocalHours::state()
{
    return m_ownBook ? m_store.read([now = m_clock.now(), staff = m_staff](Session& session) {
        return readState(session, now, staff);
    })
                     : stateElsewhere();
}

Future<HoursState> LocalHours::stateElsewhere()
{
    const auto state = std::make_shared<HoursState>();
    const base::Instant now = m_clock.now();
    return m_records.info().then([this, state, now](const Result<domain::ClinicInfo>& info) -> Future<HoursState> {
        if (!info) {
            return base::ready<HoursState>(fail(info.error()));
        }
        state->clinic = info->hours;
        const auto local = domain::toLocal(now, info->zone);
        const auto days = m_records.bookDays(local.date, local.date.addDays(daysElsewhere - 1));
        return m_records.doctors().then([this, state, local, days, closed = info->closed](
                                            const Result<std::vector<domain::Doctor>>& doctors) -> Future<HoursState> {
            if (!doctors) {
                return base::ready<HoursState>(fail(doctors.error()));
            }
            for (const auto& doctor : *doctors) {
                state->doctors.push_back({doctor.id, doctor.name, doctor.hours});
            }
            return days.then([this, state, local, closed](const Result<clinic::BookDays>& read) {
                return read.map([&](const clinic::BookDays& days) {
                    std::vector<TimeOff> away;
                    for (const auto& absence : days.away) {
                        away.push_back({{}, absence});
                    }
                    std::vector<std::pair<QDate, QString>> closures;
                    for (const QDate day : closed) {
                        closures.emplace_back(day, QString());
                    }
                    state->timeOff = notOver(std::move(away), closures, local);
                    state->asOf = m_records.asOf();
                    return *state;
                });
            });
        });
    });
}

template <typename Find>
Future<HoursEffect> LocalHours::look(Find find)
{
    if (!m_ownBook) {
        return base::ready<HoursEffect>(fail(notOurs()));
    }
    return m_store.read(
        [find = std::move(find), now = m_clock.now(), staff = m_staff](Session& session) -> Result<HoursEffect> {
            StaffEditor editor(session, now, staff);
            const auto visits = find(editor);
            return visits ? touchedVisits(session, *visits) : fail(visits.error());
        });
}

/// `work` gives what the audit log notes: action, subject and detail.
template <typename Work>
Future<Done> LocalHours::change(Work work)
{
    if (!m_ownBook) {
        return base::ready<Done>(fail(notOurs()));
    }
    return m_store.write(
        [work = std::move(work), now = m_clock.now(), staff = m_staff](Session& session) -> Result<Done> {
            StaffEditor editor(session, now, staff);
            const Result<std::array<QString, 3>> noted = work(session, editor, now);
            return noted ? store::AuditLog(session).append(staff, (*noted)[0], (*noted)[1], (*noted)[2], now)
                         : fail(noted.error());
        });
}

Future<HoursEffect> LocalHours::effectOf(const HoursChange& change)
{
    return look([change](StaffEditor& editor) { return editor.leftOutside(change.doctor, change.hours); });
}

Future<HoursEffect> LocalHours::effectOf(const domain::Absence& absence)
{
    return look([absence](StaffEditor& editor) { return editor.inTheWay(absence); });
}

Future<Done> LocalHours::keep(const HoursChange& wanted, const QStringList& seen)
{
    return change([wanted, seen](Session&, StaffEditor& editor, base::Instant) {
        return editor.setHours(wanted.doctor, wanted.was, wanted.hours, seen).map([&](Done) {
            return std::array{QStringLiteral("hours.changed"), whose(wanted.doctor), QString()};
        });
    });
}

Future<Done> LocalHours::add(const domain::Absence& absence, const QStringList& seen)
{
    return change([absence, seen](Session& session, StaffEditor& editor, base::Instant now) {
        return checkTimeOff(session, absence, now)
            .and_then([&](Done) { return addTimeOff(editor, absence, seen); })
            .map([&](Done) {
                return std::array{QStringLiteral("hours.timeOffAdded"), whose(absence.doctor),
                                  absence.from.toText() + QLatin1Char('/') + absence.to.toText()};
            });
    });
}

Future<Done> LocalHours::remove(const QString& timeOff)
{
    return change([timeOff](Session&, StaffEditor& editor, base::Instant) {
        return removeTimeOff(editor, timeOff).map([&](Done) {
            return std::array{QStringLiteral("hours.timeOffRemoved"), QStringLiteral("clinic"), timeOff};
        });
    });
}

} // namespace delpek::desk
