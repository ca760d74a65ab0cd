// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakehours.h"

#include "domain/openinghours.h"

#include <functional>

namespace delpek::test
{

namespace
{

QString hoursText(const char* text)
{
    return QString::fromUtf8(text);
}

desk::TouchedVisit touchedVisit(const char* id, const char* doctor, const char* start, domain::Bilingual name,
                                qint64 conversation)
{
    desk::TouchedVisit touched;
    touched.visit.id = hoursText(id);
    touched.visit.doctor = hoursText(doctor);
    touched.visit.treatment = hoursText("filling");
    touched.visit.start = domain::LocalTime::fromText(hoursText(start));
    touched.visit.minutes = 45;
    touched.name = std::move(name);
    touched.doctor = touched.visit.doctor == hoursText("levi")
                         ? domain::Bilingual{hoursText("ד״ר רון לוי"), hoursText("Dr. Ron Levi")}
                         : domain::Bilingual{hoursText("ד״ר מיכל אדר"), hoursText("Dr. Michal Adar")};
    touched.treatment = {hoursText("סתימה"), hoursText("Filling")};
    touched.conversation = {conversation};
    return touched;
}

} // namespace

FakeHours::FakeHours()
{
    const domain::DaySpan morning{QTime(8, 0), QTime(13, 0)};
    const domain::DaySpan afternoon{QTime(14, 0), QTime(18, 0)};
    for (size_t day = 0; day < 5; ++day) {
        now.clinic[day] = {morning, afternoon};
    }
    now.clinic[5] = {morning};
    auto mornings = now.clinic;
    for (auto& day : mornings) {
        if (!day.empty()) {
            day = {morning};
        }
    }
    now.canChange = true;
    now.doctors = {{hoursText("levi"), {hoursText("ד״ר רון לוי"), hoursText("Dr. Ron Levi")}, now.clinic},
                   {hoursText("adar"), {hoursText("ד״ר מיכל אדר"), hoursText("Dr. Michal Adar")}, mornings}};
    const auto at = [](const char* text) { return domain::LocalTime::fromText(hoursText(text)); };
    now.timeOff = {{hoursText("absence:1"),
                    {hoursText("adar"), at("2026-03-10T10:00"), at("2026-03-10T13:00"), hoursText("השתלמות")}},
                   {hoursText("closed:2026-04-01/2026-04-08"),
                    {{}, at("2026-04-01T00:00"), at("2026-04-09T00:00"), hoursText("פסח")}}};
    now.holidays = {{hoursText("pesach"), QDate(2026, 4, 2), QDate(2026, 4, 8)},
                    {hoursText("shavuot"), QDate(2026, 5, 22), QDate(2026, 5, 22)}};
    visits = {touchedVisit("v1", "levi", "2026-03-08T17:00", {hoursText("נועה כהן"), hoursText("Noa Cohen")}, 1),
              touchedVisit("v2", "levi", "2026-03-12T17:15", {hoursText("מוחמד עוואד"), hoursText("Mohammed Awad")}, 0),
              touchedVisit("v3", "adar", "2026-03-09T09:00", {hoursText("תמר ביטון"), hoursText("Tamar Biton")}, 0)};
}

Future<desk::HoursState> FakeHours::state()
{
    return base::ready(Result<desk::HoursState>(now));
}

desk::HoursEffect FakeHours::touched(const std::function<bool(const domain::Appointment&)>& isTouched) const
{
    desk::HoursEffect effect;
    for (const auto& one : visits) {
        if (isTouched(one.visit)) {
            effect.ids << one.visit.id;
            if (effect.visits.size() < desk::mostTouched) {
                effect.visits.push_back(one);
            }
        }
    }
    return effect;
}

Future<desk::HoursEffect> FakeHours::effectOf(const desk::HoursChange& change)
{
    ++looks;
    return base::ready(Result<desk::HoursEffect>(touched([&](const domain::Appointment& visit) {
        return (change.doctor.isEmpty() || change.doctor == visit.doctor) &&
               !domain::isWithin(change.hours, visit.start, visit.minutes);
    })));
}

Future<desk::HoursEffect> FakeHours::effectOf(const domain::Absence& absence)
{
    ++looks;
    return base::ready(Result<desk::HoursEffect>(touched([&](const domain::Appointment& visit) {
        return (absence.doctor.isEmpty() || absence.doctor == visit.doctor) && !(visit.start < absence.from) &&
               visit.start < absence.to;
    })));
}

Result<Done> FakeHours::outcome(const QStringList& touched, const QStringList& seen)
{
    if (failure) {
        return fail(*std::exchange(failure, std::nullopt));
    }
    for (const auto& id : touched) {
        if (!seen.contains(id)) {
            return fail(ErrorCode::Conflict, id, hoursText("book.visits-there"));
        }
    }
    return Done{};
}

Future<Done> FakeHours::keep(const desk::HoursChange& change, const QStringList& seen)
{
    domain::WeeklyHours& hours = change.doctor.isEmpty()
                                     ? now.clinic
                                     : std::ranges::find(now.doctors, change.doctor, &desk::DoctorHours::id)->hours;
    if (!failure && hours != change.was) {
        return base::ready<Done>(fail(ErrorCode::Conflict, change.doctor, hoursText("hours.changed")));
    }
    const auto done = outcome(effectOf(change).result()->ids, seen);
    if (done) {
        kept.push_back(change);
        hours = change.hours;
    }
    return base::ready(Result<Done>(done));
}

Future<Done> FakeHours::add(const domain::Absence& absence, const QStringList& seen)
{
    const auto done = outcome(effectOf(absence).result()->ids, seen);
    if (done) {
        added.push_back(absence);
        now.timeOff.push_back({hoursText("absence:%1").arg(now.timeOff.size() + 1), absence});
    }
    return base::ready(Result<Done>(done));
}

Future<Done> FakeHours::remove(const QString& timeOff)
{
    const auto done = outcome({}, {});
    if (done) {
        removed << timeOff;
        std::erase_if(now.timeOff, [&](const desk::TimeOff& one) { return one.id == timeOff; });
    }
    return base::ready(Result<Done>(done));
}

} // namespace delpek::test
