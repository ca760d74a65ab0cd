// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/mappingtest.h"

#include "clinic/odoo/wire.h"
#include "domain/weekhours.h"

namespace delpek::clinic::odoo
{

namespace
{

using base::Json;

bool endsTrial(const Error& error)
{
    return isAway(error) || error.code == ErrorCode::Unauthorised || error.code == ErrorCode::Cancelled;
}

QString remedyFor(const Error& error, const QString& model)
{
    switch (error.code) {
    case ErrorCode::Forbidden:
        return QStringLiteral("the API user may not read %1; give it the right (docs/records.md, \"Rights\")")
            .arg(model);
    case ErrorCode::Unsupported:
        return QStringLiteral("%1 refuses one of the mapped fields or terms; compare with \"delpekd odoo fields %1\"")
            .arg(model);
    default:
        return QStringLiteral("reading %1 failed: %2").arg(model, error.detail);
    }
}

QString hoursText(const domain::WeeklyHours& hours)
{
    static constexpr std::array<const char*, 7> Days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    QStringList days;
    for (size_t day = 0; day < Days.size(); ++day) {
        QStringList spans;
        for (const auto& span : hours[day]) {
            spans << domain::spanText(span);
        }
        if (!spans.isEmpty()) {
            days << QLatin1String(Days[day]) + QLatin1Char(' ') + spans.join(QStringLiteral(", "));
        }
    }
    return days.isEmpty() ? QStringLiteral("no hours") : days.join(QStringLiteral("; "));
}

void judge(Trial& trial, const Facts& facts)
{
    const auto hint = [&](const char* place, const QString& text) {
        trial.hints.push_back({QLatin1String(place), text});
    };
    bool worksOnSunday = false;
    for (const auto& one : facts.doctors) {
        const auto& name = one.doctor.name;
        trial.doctors.push_back((name.he.isEmpty() ? name.en : name.he) + QStringLiteral(" (") + one.doctor.id +
                                QStringLiteral("): ") + hoursText(one.doctor.hours));
        worksOnSunday = worksOnSunday || !one.doctor.hours[0].empty();
        if (one.zone != facts.info.zone) {
            hint(
                "/doctor/fields/zone",
                QStringLiteral("the hours of doctor %1 are meant in %2, the clinic is in %3; set the zone of the "
                               "working hours in Odoo")
                    .arg(one.doctor.id, QString::fromLatin1(one.zone.id()), QString::fromLatin1(facts.info.zone.id())));
        }
    }
    if (facts.doctors.empty()) {
        trial.flaws.push_back({QStringLiteral("/doctor/filter"),
                               QStringLiteral("no doctor is found; change the filter, or enter the doctors in Odoo, "
                                              "each with a user")});
    } else if (!worksOnSunday) {
        hint("/clinic/hours", QStringLiteral("nobody works on Sundays: a fresh Odoo has hours from Monday to Friday; "
                                             "enter the real ones in Odoo"));
    }
    for (const auto& treatment : facts.treatments) {
        for (const auto& rule : facts.mapping.treatments) {
            if (rule.id == treatment.id) {
                trial.treatments << treatment.id;
            }
        }
    }
    if (trial.treatments.isEmpty()) {
        trial.flaws.push_back({QStringLiteral("/treatments"),
                               QStringLiteral("none of the clinic's services is recognised; write their names or "
                                              "codes into the rules")});
    }
    if (!facts.mapping.entity("patient").has("birthDate")) {
        hint("/patient/fields/birthDate",
             QStringLiteral("no field holds the date of birth: of patients entered in Odoo it is not known, and "
                            "families on one phone cannot be told apart by it"));
    }
}

} // namespace

Result<Trial> tryMapping(CachedReads& reads, const MappingChoice& choice, const Session& session, base::Instant now,
                         const base::Cancel& cancel)
{
    const auto around = readSurroundings(reads, choice, {}, cancel);
    if (!around) {
        return fail(around.error());
    }
    auto fitted = chosen(choice, *around);
    Trial trial{std::move(fitted.mapping), std::move(fitted.flaws), {}, {}, {}, {}};
    for (const auto& [name, entity] : trial.mapping.entities) {
        if (!around->fields.contains(entity.model)) {
            continue;
        }
        const auto count = reads.readLive(
            {entity.model, QStringLiteral("search_count"), Json::array({entity.filter}), Json::object()}, cancel);
        const auto one =
            count ? reads.readLive({entity.model, QStringLiteral("search_read"), Json::array({entity.filter}),
                                    Json{{"fields", entity.fieldNames()}, {"limit", 1}, {"order", "id"}}},
                                   cancel)
                  : fail(count.error());
        if (one) {
            trial.counts.push_back({name, entity.model, wire::whole(*count)});
        } else if (endsTrial(one.error())) {
            return fail(one.error());
        } else {
            auto& list = entity.isOptional ? trial.hints : trial.flaws;
            list.push_back({QLatin1Char('/') + name, remedyFor(one.error(), entity.model)});
        }
    }
    if (trial.flaws.empty()) {
        const auto facts = readFacts(reads, choice, session, now, {}, cancel);
        if (facts) {
            judge(trial, *facts);
        } else if (endsTrial(facts.error())) {
            return fail(facts.error());
        } else {
            trial.flaws.push_back({QStringLiteral("/"), facts.error().detail});
        }
    }
    return trial;
}

} // namespace delpek::clinic::odoo
