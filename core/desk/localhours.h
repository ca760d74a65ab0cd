// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "desk/hours.h"
#include "store/store.h"

namespace delpek::desk
{

/// The hours in the clinic's records; changed where those are the built-in book, in one write with the entry in the
/// audit log. References outlive it.
class LocalHours final : public Hours
{
public:
    LocalHours(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff, bool ownBook);

    Future<HoursState> state() override;
    Future<HoursEffect> effectOf(const HoursChange& change) override;
    Future<Done> keep(const HoursChange& change, const QStringList& seen) override;
    Future<HoursEffect> effectOf(const domain::Absence& absence) override;
    Future<Done> add(const domain::Absence& absence, const QStringList& seen) override;
    Future<Done> remove(const QString& timeOff) override;

private:
    Future<HoursState> stateElsewhere();
    template <typename Work>
    Future<Done> change(Work work);
    template <typename Find>
    Future<HoursEffect> look(Find find);

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    QString m_staff;
    bool m_ownBook;
};

} // namespace delpek::desk
