// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "desk/clinicroom.h"
#include "store/store.h"

namespace delpek::desk
{

/// The clinic's own data in its records; changed where those are the built-in book, in one write with the entry in the
/// audit log. References outlive it.
class LocalClinicRoom final : public ClinicRoom
{
public:
    LocalClinicRoom(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff,
                    bool ownBook);

    Future<ClinicState> state() override;
    Future<Done> keepClinic(const domain::ClinicInfo& was, const domain::ClinicInfo& info) override;
    Future<QString> keepTreatment(const std::optional<domain::Treatment>& was,
                                  const domain::Treatment& treatment) override;
    Future<Done> retireTreatment(const QString& id) override;
    Future<Done> restoreTreatment(const QString& id) override;
    Future<QString> keepDoctor(const std::optional<domain::Doctor>& was, const domain::Doctor& doctor) override;
    Future<HoursEffect> visitsOf(const QString& doctor) override;
    Future<Done> retireDoctor(const QString& id, const QStringList& seen) override;
    Future<Done> restoreDoctor(const QString& id) override;

private:
    template <typename T, typename Work, typename Subject>
    Future<T> change(const char* action, Work work, Subject subject);
    Future<ClinicState> stateElsewhere();

    store::Store& m_store;
    clinic::ClinicRecords& m_records;
    base::Clock& m_clock;
    QString m_staff;
    bool m_ownBook;
};

} // namespace delpek::desk
