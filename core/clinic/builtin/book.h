// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/bookwriter.h"
#include "clinic/builtin/csvcolumns.h"
#include "clinic/builtin/invoiceeditor.h"
#include "clinic/builtin/patienteditor.h"
#include "clinic/builtin/patientmerge.h"
#include "clinic/builtin/staffeditor.h"
#include "store/store.h"

namespace delpek::clinic
{

/// The built-in book for those who keep it: what staff edits beyond what ClinicRecords does for an agent. Any thread;
/// `store` and `clock` outlive it. Each edit is one write: whole or not at all, told to the change feed as Clinic.
///
///     book.edit([](StaffEditor& staff) { return staff.saveDoctor(doctor); })
///
/// gives the Future of what the editor's function gives. Reading goes the same way through look(), on a reader.
class Book
{
public:
    /// `author`: who edits, for the book's log.
    Book(store::Store& store, const base::Clock& clock, QString author)
        : m_store(store)
        , m_clock(clock)
        , m_author(std::move(author))
    {
    }

    /// `work` takes one editor by reference: StaffEditor, PatientEditor, PatientMerge or InvoiceEditor. It runs on the
    /// writer thread, perhaps twice.
    template <typename Editor, typename Result>
    auto edit(std::function<Result(Editor&)> work)
    {
        return m_store.write([work = std::move(work), now = m_clock.now(), author = m_author](store::Session& session) {
            Editor editor(session, now, author);
            return work(editor);
        });
    }
    template <typename Work>
    auto edit(Work work)
    {
        return edit(std::function(std::move(work)));
    }

    template <typename Editor, typename Result>
    auto look(std::function<Result(Editor&)> work)
    {
        return m_store.read([work = std::move(work), now = m_clock.now(), author = m_author](store::Session& session) {
            Editor editor(session, now, author);
            return work(editor);
        });
    }
    template <typename Work>
    auto look(Work work)
    {
        return look(std::function(std::move(work)));
    }

    /// Visits of any day, history and evenings included; only an overlap at one doctor or of one patient is Conflict.
    /// References as in ClinicRecords.
    Future<domain::Appointment> writeVisit(const Booking& booking);
    Future<domain::Appointment> moveVisit(const QString& id, const domain::Slot& to, const QString& reference);
    Future<Done> cancelVisit(const QString& id, const QString& reference);
    /// Every visit that begins on those days (both inclusive), cancelled ones too, in order of start.
    Future<std::vector<domain::Appointment>> visits(QDate first, QDate last);
    /// Newest first, cancelled ones too.
    Future<std::vector<domain::Invoice>> invoices(const QString& patient);

    /// Files from elsewhere (patientcsv.h, appointmentcsv.h, bookcalendar.h). Whole or not at all: one bad line, or
    /// `dryRun`, and the report says what would have been, with nothing written.
    Future<ImportReport> importPatients(const QByteArray& csv, bool dryRun);
    Future<ImportReport> importAppointments(const QByteArray& csv, bool dryRun);
    Future<ImportReport> importAbsences(const QByteArray& calendar, const QString& doctor, bool keepVisits,
                                        bool dryRun);
    Future<QByteArray> exportPatients();
    Future<QByteArray> exportAppointments();
    Future<QByteArray> exportCalendar(const QString& doctor);

private:
    using Import = std::function<Result<ImportReport>(store::Session&, base::Instant)>;
    Future<ImportReport> take(Import import, bool dryRun);

    store::Store& m_store;
    const base::Clock& m_clock;
    QString m_author;
};

} // namespace delpek::clinic
