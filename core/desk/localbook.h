// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "desk/book.h"
#include "store/store.h"

namespace delpek::desk
{

/// The book on the clinic's records, with what is held in our store. Who changes what stands in the audit log before it
/// is done. References outlive it.
class LocalBook final : public Book
{
public:
    LocalBook(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff);

    Future<DayBook> days(QDate first, QDate last) override;
    Future<std::vector<domain::Slot>> freeSlots(const SlotWish& wish) override;
    Future<domain::Appointment> book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                     domain::ConversationId conversation) override;
    Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                     const QString& reference) override;
    Future<Done> cancel(const QString& appointment, const QString& reference) override;

private:
    Future<Done> note(const QString& action, const QString& subject, const QString& detail);
    Future<std::map<domain::ConversationId, QString>> whoIsOffered(const std::vector<clinic::Hold>& holds);

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    QString m_staff;
};

/// The entries of the book, in order of start. `names`: what the channels call those to whom times are offered. Pure.
std::vector<BookEntry> bookEntries(const clinic::BookDays& days, const std::vector<clinic::Hold>& holds,
                                   const std::map<domain::ConversationId, QString>& names, const QTimeZone& zone);

} // namespace delpek::desk
