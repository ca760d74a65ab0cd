// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookreader.h"

namespace delpek::clinic
{

/// A doctor as the book keeps one, retired or not.
struct DoctorEntry {
    domain::Doctor doctor;
    bool retired = false;
};

struct TreatmentEntry {
    domain::Treatment treatment;
    bool retired = false;
};

struct AbsenceEntry {
    QString id;
    domain::Absence absence;
    bool cancelled = false;
};

struct ClosedDay {
    QDate date;
    QString reason;
};

/// Edits who works in the clinic, when and what, inside one write of the store. InvalidInput names the place; NotFound
/// an id that is not there. Nothing is deleted; what stood there before is in the book's log under `author`.
///
/// What takes time away over booked visits (an absence, a closed day, other hours, a retirement) is Conflict unless
/// `keep` names every one of those visits by id; inTheWay() and leftOutside() list them. Visits that are kept stay
/// booked.
class StaffEditor
{
public:
    StaffEditor(store::Session& session, base::Instant now, QString author)
        : m_session(session)
        , m_reader(session)
        , m_now(now)
        , m_author(std::move(author))
    {
    }

    /// Begins an empty book, too. Closed days are not looked at: closeDay(). The zone of a book with visits stays.
    Result<Done> setClinic(const domain::ClinicInfo& info);
    /// What the clinic is called, where it is and how it is reached, without its hours, which stay. Conflict
    /// (clinic.changed) when that is not `was` any more, also where a book was begun meanwhile (`was` is empty then).
    Result<Done> changeClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info);
    /// An empty id is a new one; a given id is changed, or added where it is new. Gives the id.
    Result<QString> saveDoctor(const domain::Doctor& doctor);
    /// As saveDoctor() for people who read them before: hours stay (a new one has none), and so does what they did
    /// before it was retired. Conflict with clinic.changed when they are not `was` any more, with clinic.exists when
    /// a new one's id stands already.
    Result<QString> changeDoctor(const std::optional<domain::Doctor>& was, domain::Doctor doctor);
    Result<Done> retireDoctor(const QString& id, const QStringList& keep);
    Result<Done> restoreDoctor(const QString& id);
    Result<QString> saveTreatment(const domain::Treatment& treatment);
    /// The same for a treatment.
    Result<QString> changeTreatment(const std::optional<domain::Treatment>& was, const domain::Treatment& treatment);
    Result<Done> retireTreatment(const QString& id);
    Result<Done> restoreTreatment(const QString& id);
    /// Gives the id. With a reference the same again gives the one that is there, changed where it differs.
    Result<QString> addAbsence(const domain::Absence& absence, const QStringList& keep, const QString& reference);
    Result<Done> cancelAbsence(const QString& id);
    Result<Done> closeDay(const ClosedDay& day, const QStringList& keep);
    Result<Done> openDay(QDate date);

    Result<std::vector<DoctorEntry>> doctors();
    Result<std::vector<TreatmentEntry>> treatments();
    /// Those that touch the days, cancelled ones too.
    Result<std::vector<AbsenceEntry>> absences(QDate first, QDate last);
    Result<std::vector<ClosedDay>> closedDays();
    /// Booked visits that are not over and meet the absence, in order of start.
    Result<std::vector<domain::Appointment>> inTheWay(const domain::Absence& absence);
    /// Those that are booked with a doctor.
    Result<std::vector<domain::Appointment>> visitsOf(const QString& doctor);

    /// Changes the clinic's hours, or with an id a doctor's. Conflict (hours.changed) when they are not `was` any more.
    Result<Done> setHours(const QString& doctor, const domain::WeeklyHours& was, const domain::WeeklyHours& hours,
                          const QStringList& keep);
    /// Booked visits that are not over, lie within the hours as they are and would not within these, in order of start.
    Result<std::vector<domain::Appointment>> leftOutside(const QString& doctor, const domain::WeeklyHours& hours);

private:
    Result<domain::WeeklyHours> hoursOf(const QString& doctor);
    Result<Done> checkDoctor(const domain::Doctor& doctor);
    Result<Done> writeDoctor(const domain::Doctor& doctor, const QString& id);
    Result<Done> checkAbsence(const domain::Absence& absence);
    Result<Done> checkKept(const domain::Absence& absence, const QStringList& keep);
    static Result<Done> refuseUnless(const QStringList& keep, const std::vector<domain::Appointment>& visits);
    Result<QStringList> retiredTreatmentsOf(const QString& doctor);
    Result<Done> setRetired(const QString& table, const QString& id, bool retired);
    Result<bool> exists(const QString& table, const QString& id);
    /// The clinic's, or with an id a doctor's; what stood there goes into the log, the same hours change nothing.
    Result<Done> writeHours(const QString& doctor, const domain::WeeklyHours& hours);
    /// In that order; likewise.
    Result<Done> writeTreatmentsOf(const QString& doctor, const QStringList& treatments);

    store::Session& m_session;
    BookReader m_reader;
    base::Instant m_now;
    QString m_author;
};

} // namespace delpek::clinic
