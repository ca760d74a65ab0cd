// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/clinicwords.h"

#include "domain/isolate.h"
#include "ui/wording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

namespace delpek::ui::clinicwords
{

namespace
{

struct ClinicWords {
    Q_DECLARE_TR_FUNCTIONS(ClinicWords)
};

bool worksAtSomeTime(const domain::WeeklyHours& hours)
{
    return std::ranges::any_of(hours, [](const auto& day) { return !day.empty(); });
}

QString namesOf(const std::vector<const domain::Doctor*>& doctors)
{
    QStringList all;
    for (const auto* doctor : doctors) {
        all << words::name(doctor->name);
    }
    return names(all);
}

} // namespace

QString fund(const QString& id)
{
    return id == QLatin1String("maccabi")    ? ClinicWords::tr("Maccabi")
           : id == QLatin1String("clalit")   ? ClinicWords::tr("Clalit")
           : id == QLatin1String("meuhedet") ? ClinicWords::tr("Meuhedet")
           : id == QLatin1String("leumit")   ? ClinicWords::tr("Leumit")
                                             : id;
}

QString kind(domain::DoctorKind kind)
{
    return kind == domain::DoctorKind::Dentist ? ClinicWords::tr("Dentist") : ClinicWords::tr("Hygienist");
}

QString price(const domain::Money& price)
{
    const bool isHebrew = QLocale().language() == QLocale::Hebrew;
    return price.minor == 0
               ? QString()
               : domain::isolate(price.toText(isHebrew ? domain::Language::Hebrew : domain::Language::English));
}

QString names(const QStringList& names)
{
    QStringList isolated;
    for (const auto& name : names) {
        isolated << domain::isolate(name);
    }
    return isolated.join(QStringLiteral(", "));
}

QStringList missing(const desk::ClinicState& state)
{
    if (!state.isBegun) {
        return {};
    }
    QStringList lines;
    std::vector<const domain::Doctor*> withoutHours;
    std::vector<const domain::Doctor*> withoutTreatments;
    bool anyDoctor = false;
    QStringList done;
    for (const auto& [doctor, retired] : state.doctors) {
        if (retired) {
            continue;
        }
        anyDoctor = true;
        done += doctor.treatments;
        if (doctor.treatments.isEmpty()) {
            withoutTreatments.push_back(&doctor);
        }
        if (!worksAtSomeTime(doctor.hours)) {
            withoutHours.push_back(&doctor);
        }
    }
    QStringList undone;
    bool anyTreatment = false;
    for (const auto& [treatment, retired] : state.treatments) {
        anyTreatment = anyTreatment || !retired;
        if (!retired && !done.contains(treatment.id)) {
            undone << words::name(treatment.name);
        }
    }
    if (!anyTreatment) {
        lines << ClinicWords::tr("No treatment is offered yet, so nothing can be booked.");
    }
    if (!anyDoctor) {
        lines << ClinicWords::tr("Nobody treats here yet, so nothing can be booked.");
    }
    if (!worksAtSomeTime(state.info.hours)) {
        lines << ClinicWords::tr("The clinic has no hours yet, so patients are told of none and offered none.");
    }
    if (!withoutHours.empty()) {
        lines << ClinicWords::tr("Without hours, so nobody is booked with them: %1.").arg(namesOf(withoutHours));
    }
    if (!withoutTreatments.empty() && anyTreatment) {
        lines << ClinicWords::tr("Without treatments, so nobody is booked with them: %1.")
                     .arg(namesOf(withoutTreatments));
    }
    if (!undone.isEmpty() && anyDoctor) {
        lines << ClinicWords::tr("Done by nobody, so it cannot be booked: %1.").arg(names(undone));
    }
    if (state.info.phone.isEmpty()) {
        lines << ClinicWords::tr("The clinic has no telephone number, and patients are told to call it.");
    }
    return lines;
}

std::optional<std::pair<double, double>> placeOf(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*([-+]?\\d{1,2}(?:\\.\\d+)?)\\s*[,; ]\\s*([-+]?\\d{1,3}(?:\\.\\d+)?)\\s*\\z"));
    const auto found = form.match(text);
    if (!found.hasMatch()) {
        return std::nullopt;
    }
    const std::pair place{found.captured(1).toDouble(), found.captured(2).toDouble()};
    return std::abs(place.first) <= 90 && std::abs(place.second) <= 180 ? std::optional(place) : std::nullopt;
}

QString placeText(const std::pair<double, double>& place)
{
    constexpr int digits = 10; // a place that was kept is written as it was
    return QStringLiteral("%1, %2").arg(QString::number(place.first, 'g', digits),
                                        QString::number(place.second, 'g', digits));
}

} // namespace delpek::ui::clinicwords
