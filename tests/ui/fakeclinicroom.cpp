// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeclinicroom.h"

#include "ui/fakehours.h"

#include <functional>

namespace delpek::test
{

namespace
{

QString clinicText(const char* text)
{
    return QString::fromUtf8(text);
}

Error changedThere()
{
    return {ErrorCode::Conflict, clinicText("clinic.changed"), {}, std::nullopt};
}

domain::ClinicInfo withoutHoursOf(domain::ClinicInfo info)
{
    info.hours = {};
    info.closed.clear();
    return info;
}

} // namespace

FakeClinicRoom::FakeClinicRoom()
{
    const FakeHours hours;
    now.canChange = true;
    now.info.name = {clinicText("מרפאת השן"), clinicText("HaShen Dental")};
    now.info.phone = clinicText("+97235550100");
    now.info.address = {clinicText("אבן גבירול 112, קומה 2, תל אביב"),
                        clinicText("112 Ibn Gabirol St., 2nd floor, Tel Aviv")};
    now.info.location = {32.0853, 34.7818};
    now.info.zone = QTimeZone("Asia/Jerusalem");
    now.info.hours = hours.now.clinic;
    now.info.insurance = {clinicText("maccabi"), clinicText("clalit")};
    now.treatments = {
        {{clinicText("checkup"), {clinicText("בדיקה וביקורת"), clinicText("Check-up")}, 30, {22000, clinicText("ILS")}},
         false},
        {{clinicText("filling"), {clinicText("סתימה"), clinicText("Filling")}, 45, {48000, clinicText("ILS")}}, false},
        {{clinicText("t-1"), {clinicText("טיפול בנחירות"), clinicText("Snoring splint")}, 60, {0, clinicText("ILS")}},
         true}};
    for (const auto& one : hours.now.doctors) {
        domain::Doctor doctor;
        doctor.id = one.id;
        doctor.name = one.name;
        doctor.hours = one.hours;
        doctor.treatments = {clinicText("checkup"), clinicText("filling")};
        now.doctors.push_back({doctor, false});
    }
    visits.visits = hours.visits;
}

Future<desk::ClinicState> FakeClinicRoom::state()
{
    return base::ready(Result<desk::ClinicState>(now));
}

template <typename T>
Future<T> FakeClinicRoom::unlessRefused(const std::function<Result<T>()>& change)
{
    return failure ? base::ready<T>(fail(*std::exchange(failure, std::nullopt))) : base::ready<T>(change());
}

Future<Done> FakeClinicRoom::keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info)
{
    return unlessRefused<Done>([&]() -> Result<Done> {
        if (now.isBegun ? withoutHoursOf(was) != withoutHoursOf(now.info) : was != domain::ClinicInfo{}) {
            return fail(changedThere());
        }
        const auto hours = now.info.hours;
        now.info = info;
        now.info.hours = hours;
        now.isBegun = true;
        return Done{};
    });
}

Future<QString> FakeClinicRoom::keepTreatment(const std::optional<domain::Treatment>& was,
                                              const domain::Treatment& treatment)
{
    return unlessRefused<QString>([&]() -> Result<QString> {
        auto wanted = treatment;
        if (!was) {
            wanted.id = wanted.id.isEmpty() ? clinicText("t-%1").arg(now.treatments.size()) : wanted.id;
            now.treatments.push_back({wanted, false});
            return wanted.id;
        }
        const auto found =
            std::ranges::find(now.treatments, wanted.id, [](const auto& one) { return one.treatment.id; });
        if (found == now.treatments.end() || found->treatment != *was) {
            return fail(changedThere());
        }
        found->treatment = wanted;
        return wanted.id;
    });
}

Future<QString> FakeClinicRoom::keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor)
{
    return unlessRefused<QString>([&]() -> Result<QString> {
        auto wanted = doctor;
        if (!was) {
            wanted.id = clinicText("d-%1").arg(now.doctors.size());
            wanted.hours = {};
            now.doctors.push_back({wanted, false});
            return wanted.id;
        }
        const auto found = std::ranges::find(now.doctors, wanted.id, [](const auto& one) { return one.doctor.id; });
        if (found == now.doctors.end() || found->doctor != *was) {
            return fail(changedThere());
        }
        found->doctor = wanted;
        return wanted.id;
    });
}

Result<Done> FakeClinicRoom::setRetired(bool isDoctor, const QString& id, bool retired)
{
    for (auto& one : now.doctors) {
        if (isDoctor && one.doctor.id == id) {
            one.retired = retired;
            return Done{};
        }
    }
    for (auto& one : now.treatments) {
        if (!isDoctor && one.treatment.id == id) {
            one.retired = retired;
            return Done{};
        }
    }
    return fail(ErrorCode::NotFound, id);
}

Future<Done> FakeClinicRoom::retireTreatment(const QString& id)
{
    return unlessRefused<Done>([&] { return setRetired(false, id, true); });
}

Future<Done> FakeClinicRoom::restoreTreatment(const QString& id)
{
    return unlessRefused<Done>([&] { return setRetired(false, id, false); });
}

Future<desk::HoursEffect> FakeClinicRoom::visitsOf(const QString& doctor)
{
    desk::HoursEffect theirs;
    for (const auto& one : visits.visits) {
        if (one.visit.doctor == doctor) {
            theirs.visits.push_back(one);
            theirs.ids << one.visit.id;
        }
    }
    return base::ready(Result<desk::HoursEffect>(theirs));
}

Future<Done> FakeClinicRoom::retireDoctor(const QString& id, const QStringList& seen)
{
    return unlessRefused<Done>([&]() -> Result<Done> {
        const auto theirs = *visitsOf(id).result();
        for (const auto& visit : theirs.ids) {
            if (!seen.contains(visit)) {
                return fail(ErrorCode::Conflict, visit, clinicText("book.visits-there"));
            }
        }
        return setRetired(true, id, true);
    });
}

Future<Done> FakeClinicRoom::restoreDoctor(const QString& id)
{
    return unlessRefused<Done>([&] { return setRetired(true, id, false); });
}

} // namespace delpek::test
