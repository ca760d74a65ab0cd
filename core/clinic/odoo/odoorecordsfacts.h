// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/cache.h"
#include "clinic/odoo/calendar.h"
#include "clinic/odoo/events.h"
#include "clinic/odoo/login.h"
#include "clinic/odoo/partners.h"

namespace delpek::clinic::odoo
{

/// A doctor with what Odoo knows of the hours.
struct DoctorFacts {
    domain::Doctor doctor;
    DoctorRef ref;
    qint64 calendar = 0;
    qint64 resource = 0;
    QTimeZone zone; ///< in which the hours are meant
};

/// What changes rarely: read as a whole, used for some minutes.
struct Facts {
    Mapping mapping; ///< fitted to the database
    Session session;
    base::Instant readAt;
    domain::ClinicInfo info;
    std::vector<DoctorFacts> doctors;
    std::vector<domain::Treatment> treatments;
    std::map<QString, qint64> treatmentRecords;
    std::map<qint64, WorkCalendar> calendars;
    qint64 companyCalendar = 0;
    std::vector<Leave> leaves;
    Declined declined;
    TagNames tags;

    const DoctorFacts* doctor(const QString& id) const;
    const domain::Treatment* treatment(const QString& id) const;
    const Entity& visits() const { return mapping.entity("appointment"); }
    std::vector<DoctorRef> allDoctors() const;
    /// Whose visit it is; nothing when none of ours.
    const DoctorFacts* doctorOf(const Visit& visit) const;
    /// The patient's record among who takes part; 0 when there is none.
    qint64 patientOf(const Visit& visit) const;
    domain::Appointment appointment(const Visit& visit) const;
    /// Hours and time off of everybody on those days, without visits.
    Diary diary(QDate first, QDate last) const;
    TimeSpan spanOf(const domain::Slot& slot) const;
};

/// Which mapping is used.
struct MappingChoice {
    std::optional<Mapping> fixed;  ///< an admin's own
    std::vector<Mapping> profiles; ///< to choose from by the fields there are
};

/// Reads all facts. Unsupported with every flaw, when no mapping fits. Waits.
Result<Facts> readFacts(CachedReads& reads, const MappingChoice& choice, const Session& session, base::Instant now,
                        base::Duration age, const base::Cancel& cancel);

/// What the database has: the fields of all candidate models, and the installed modules. Waits.
struct Surroundings {
    ModelFields fields;
    QStringList installed;
};
Result<Surroundings> readSurroundings(CachedReads& reads, const MappingChoice& choice, base::Duration age,
                                      const base::Cancel& cancel);
Fitted chosen(const MappingChoice& choice, const Surroundings& around);

} // namespace delpek::clinic::odoo
