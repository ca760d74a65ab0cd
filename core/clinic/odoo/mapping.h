// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/clinicfacts.h"

#include <map>

// Where a clinic's Odoo keeps what we need, as data: no two clinics install the same modules. The shipped profiles lie
// in resources/odoo, an admin's own file has the same form (docs/records.md).

namespace delpek::clinic::odoo
{

/// Something in a mapping that cannot work, for admins.
struct Flaw {
    QString place;  ///< "/appointment/fields/start"
    QString remedy; ///< what is wrong and what to write there
    friend bool operator==(const Flaw&, const Flaw&) = default;
};

/// A field of a model. An optional one ("mobile?") is left out where the database has none of that name.
struct Column {
    QString field;
    bool isOptional = false;
};

/// What one kind of our records is in Odoo: a model, a field for each role, and the words for values.
struct Entity {
    QString model;
    bool isOptional = false;                  ///< left out whole where the database has no such model
    base::Json filter = base::Json::array();  ///< terms of a domain that hold for every record
    base::Json create = base::Json::object(); ///< constant values of every new record; "field?" where it is there
    std::map<QString, Column> columns;        ///< by role
    std::map<QString, base::Json> values;     ///< role -> {our word: [their values]}; the first is written
    base::Json cancel = base::Json::object(); ///< {"write": {…}} or {"method": "action_cancel"}
    QStringList silent;                       ///< methods that return nothing, so that nothing is read from them

    bool has(const char* role) const { return columns.contains(QLatin1String(role)); }
    /// The field's name; empty when the role is not mapped.
    QString field(const char* role) const;
    std::string key(const char* role) const { return base::utf8(field(role)); }
    /// What a row holds for the role; null when the role is not mapped.
    const base::Json& at(const base::Json& row, const char* role) const;
    /// Our word for what a row holds; the raw value as text when the mapping does not know it.
    QString word(const base::Json& row, const char* role) const;
    /// What is written for our word; null when the mapping has none.
    base::Json raw(const char* role, const QString& word) const;
    /// The names of all mapped fields but "id", each once.
    base::Json fieldNames() const;
};

/// How a treatment of our label guide is found among the clinic's services.
struct TreatmentRule {
    QString id; ///< checkup, cleaning …
    QStringList codes;
    QStringList names;      ///< part of a service's name, any case
    domain::Bilingual name; ///< for the patient; empty: the service's own
    int minutes = 0;        ///< 0: as Odoo says
    QString kind;           ///< "dentist", "hygienist"; empty: everybody gives it
};

/// What Odoo does not know of a doctor.
struct DoctorRule {
    QStringList names;                     ///< part of the name or the e-mail, any case
    domain::Bilingual name;                ///< for the patient; empty: as Odoo writes it
    std::optional<QStringList> treatments; ///< our ids; none: by kind
    QString kind;                          ///< empty: by the job's title
};

/// What Odoo does not know of a clinic.
struct ClinicOverlay {
    domain::Bilingual name;
    domain::Bilingual address;
    QString phone;
    QTimeZone zone;                           ///< invalid: the company calendar's
    std::optional<domain::WeeklyHours> hours; ///< for the clinic, and for doctors without a calendar
    QStringList insurance;
};

struct Mapping {
    QString name;
    domain::Bilingual title;
    QStringList modules; ///< technical names of the add-ons it is made for; all must be installed
    std::map<QString, Entity> entities;
    std::vector<TreatmentRule> treatments;
    std::vector<DoctorRule> doctors;
    QStringList allergyTags; ///< beginnings of a tag's name ("Allergy:")
    QStringList flagTags;
    QStringList planTags;
    QStringList hygienistWords; ///< in a job's title
    int defaultMinutes = 30;
    int grid = 15; ///< minutes between possible starts
    ClinicOverlay clinic;

    /// An empty entity when there is none of that name.
    const Entity& entity(const char* name) const;
    bool has(const char* name) const { return entities.contains(QLatin1String(name)); }
    /// Every model that is mapped, each once, in order.
    QStringList models() const;
    /// True where a visit names patient and doctor among its attendees (calendar.event).
    bool hasAttendees() const { return entity("appointment").has("attendees"); }
    /// True where a visit's time is a date and decimal hours of the clinic's zone.
    bool hasLocalHours() const { return entity("appointment").has("fromHour"); }
};

/// Reads and checks a mapping. `base`: what an entry "extends" names; entities it has itself replace those of the base.
/// InvalidInput lists every flaw with place and remedy.
Result<Mapping> parseMapping(const base::Json& json, const base::Json& base = {});
/// Every flaw of the form, in order of place. Empty: parseMapping() takes it.
std::vector<Flaw> flawsOf(const base::Json& json);
/// The mapping with `extends` carried out.
base::Json extended(const base::Json& json, const base::Json& base);

/// "place: remedy", one a line.
QString describe(const std::vector<Flaw>& flaws);

} // namespace delpek::clinic::odoo
