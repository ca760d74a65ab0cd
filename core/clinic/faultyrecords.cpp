// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/faultyrecords.h"

namespace delpek::clinic
{

namespace
{

template <typename Future>
struct Value;
template <typename T>
struct Value<QFuture<Result<T>>> {
    using type = T;
};

} // namespace

template <typename Call>
std::invoke_result_t<Call> FaultyRecords::reading(Call call)
{
    using T = typename Value<std::invoke_result_t<Call>>::type;
    if (auto error = m_fault()) {
        return base::ready<T>(fail(std::move(*error)));
    }
    return call();
}

template <typename Call>
std::invoke_result_t<Call> FaultyRecords::changing(Call call)
{
    using T = typename Value<std::invoke_result_t<Call>>::type;
    auto error = m_fault();
    if (!error) {
        return call();
    }
    if (error->code != ErrorCode::Timeout) {
        return base::ready<T>(fail(std::move(*error)));
    }
    return call().then(QtFuture::Launch::Sync, [error = *error](const Result<T>&) -> Result<T> { return fail(error); });
}

QFuture<Result<domain::ClinicInfo>> FaultyRecords::info()
{
    return reading([&] { return m_inner.info(); });
}

QFuture<Result<std::vector<domain::Doctor>>> FaultyRecords::doctors()
{
    return reading([&] { return m_inner.doctors(); });
}

QFuture<Result<std::vector<domain::Treatment>>> FaultyRecords::treatments()
{
    return reading([&] { return m_inner.treatments(); });
}

QFuture<Result<std::vector<domain::Patient>>> FaultyRecords::findPatients(const domain::Phone& phone)
{
    return reading([&] { return m_inner.findPatients(phone); });
}

QFuture<Result<domain::Patient>> FaultyRecords::patient(const QString& id)
{
    return reading([&] { return m_inner.patient(id); });
}

QFuture<Result<domain::Patient>> FaultyRecords::addPatient(const NewPatient& patient)
{
    return changing([&] { return m_inner.addPatient(patient); });
}

QFuture<Result<std::vector<domain::Slot>>> FaultyRecords::freeSlots(const SlotQuery& query)
{
    return reading([&] { return m_inner.freeSlots(query); });
}

QFuture<Result<domain::Appointment>> FaultyRecords::book(const Booking& booking)
{
    return changing([&] { return m_inner.book(booking); });
}

QFuture<Result<domain::Appointment>> FaultyRecords::move(const QString& appointment, const domain::Slot& to,
                                                         const QString& reference)
{
    return changing([&] { return m_inner.move(appointment, to, reference); });
}

QFuture<Result<Done>> FaultyRecords::cancel(const QString& appointment, const QString& reference)
{
    return changing([&] { return m_inner.cancel(appointment, reference); });
}

QFuture<Result<std::vector<domain::Appointment>>> FaultyRecords::appointments(const QString& patient,
                                                                              const domain::LocalTime& from)
{
    return reading([&] { return m_inner.appointments(patient, from); });
}

QFuture<Result<std::vector<domain::Invoice>>> FaultyRecords::invoices(const QString& patient)
{
    return reading([&] { return m_inner.invoices(patient); });
}

QFuture<Result<Done>> FaultyRecords::appendNote(const QString& patient, const domain::Note& note)
{
    return changing([&] { return m_inner.appendNote(patient, note); });
}

} // namespace delpek::clinic
