// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/faultyrecords.h"

namespace delpek::clinic
{

namespace
{

template <typename Future>
struct Value;
template <typename T>
struct Value<Future<T>> {
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
    if (m_cached && m_cached()) {
        return base::ready<T>(fail(ErrorCode::Unavailable, QStringLiteral("a cache takes no changes")));
    }
    return keeping(std::move(call));
}

std::optional<base::Instant> FaultyRecords::asOf() const
{
    const auto moment = m_cached ? m_cached() : std::nullopt;
    return moment ? moment : m_inner.asOf();
}

template <typename Call>
std::invoke_result_t<Call> FaultyRecords::keeping(Call call)
{
    using T = typename Value<std::invoke_result_t<Call>>::type;
    auto error = m_fault();
    if (!error) {
        return call();
    }
    if (error->code != ErrorCode::Timeout) {
        return base::ready<T>(fail(std::move(*error)));
    }
    return call().then([error = *error](const Result<T>&) -> Result<T> { return fail(error); });
}

Future<domain::ClinicInfo> FaultyRecords::info()
{
    return reading([&] { return m_inner.info(); });
}

Future<std::vector<domain::Doctor>> FaultyRecords::doctors()
{
    return reading([&] { return m_inner.doctors(); });
}

Future<std::vector<domain::Treatment>> FaultyRecords::treatments()
{
    return reading([&] { return m_inner.treatments(); });
}

Future<std::vector<domain::Patient>> FaultyRecords::findPatients(const domain::Phone& phone)
{
    return reading([&] { return m_inner.findPatients(phone); });
}

Future<domain::Patient> FaultyRecords::patient(const QString& id)
{
    return reading([&] { return m_inner.patient(id); });
}

Future<domain::Patient> FaultyRecords::addPatient(const NewPatient& patient)
{
    return changing([&] { return m_inner.addPatient(patient); });
}

Future<std::vector<domain::Slot>> FaultyRecords::freeSlots(const SlotQuery& query)
{
    return reading([&] { return m_inner.freeSlots(query); });
}

Future<domain::Appointment> FaultyRecords::book(const Booking& booking)
{
    return changing([&] { return m_inner.book(booking); });
}

Future<domain::Appointment> FaultyRecords::move(const QString& appointment, const domain::Slot& to,
                                                const QString& reference, const QString& holder)
{
    return changing([&] { return m_inner.move(appointment, to, reference, holder); });
}

Future<Done> FaultyRecords::cancel(const QString& appointment, const QString& reference)
{
    return changing([&] { return m_inner.cancel(appointment, reference); });
}

Future<std::vector<domain::Appointment>> FaultyRecords::appointments(const QString& patient,
                                                                     const domain::LocalTime& from)
{
    return reading([&] { return m_inner.appointments(patient, from); });
}

Future<BookDays> FaultyRecords::bookDays(QDate from, QDate to)
{
    return reading([&] { return m_inner.bookDays(from, to); });
}

Future<std::vector<domain::Invoice>> FaultyRecords::invoices(const QString& patient)
{
    return reading([&] { return m_inner.invoices(patient); });
}

Future<Done> FaultyRecords::appendNote(const QString& patient, const domain::Note& note)
{
    return changing([&] { return m_inner.appendNote(patient, note); });
}

Future<Done> FaultyRecords::hold(const std::vector<Hold>& offered)
{
    return keeping([&] { return m_inner.hold(offered); });
}

Future<Done> FaultyRecords::releaseHolds(const QString& holder)
{
    return keeping([&] { return m_inner.releaseHolds(holder); });
}

Future<std::vector<Hold>> FaultyRecords::holds(QDate from, QDate to)
{
    return reading([&] { return m_inner.holds(from, to); });
}

Future<Done> FaultyRecords::joinWaitingList(const WaitingWish& wish)
{
    return keeping([&] { return m_inner.joinWaitingList(wish); });
}

Future<std::vector<WaitingWish>> FaultyRecords::waitingList()
{
    return reading([&] { return m_inner.waitingList(); });
}

Future<Done> FaultyRecords::leaveWaitingList(const QString& reference)
{
    return keeping([&] { return m_inner.leaveWaitingList(reference); });
}

} // namespace delpek::clinic
