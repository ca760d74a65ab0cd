// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localbook.h"

#include "agent/offerholder.h"
#include "clinic/slots.h"
#include "store/auditlog.h"
#include "store/conversations.h"

#include <algorithm>

namespace delpek::desk
{

namespace
{

using domain::Appointment;
using domain::Slot;

using Names = std::map<domain::ConversationId, QString>;

constexpr int mostSlots = 200;

/// Goes on with `next` when `future` brought something; its error is handed on.
template <typename T, typename Next>
auto after(const Future<T>& future, Next next) -> std::invoke_result_t<Next, const T&>
{
    using Following = std::invoke_result_t<Next, const T&>;
    return future.then([next = std::move(next)](const Result<T>& got) -> Following {
        using U = typename Following::Value::value_type;
        return got ? next(*got) : base::ready<U>(fail(got.error()));
    });
}

/// Both, when both are there.
template <typename A, typename B>
Future<std::pair<A, B>> together(const Future<A>& one, const Future<B>& other)
{
    return after(one, [other](const A& first) {
        return other.then([first](const Result<B>& second) {
            return second.map([&](const B& value) { return std::pair<A, B>(first, value); });
        });
    });
}

QString placeOf(const Slot& slot)
{
    return slot.doctor + QLatin1Char(' ') + slot.start.toText();
}

} // namespace

std::vector<BookEntry> bookEntries(const clinic::BookDays& days, const std::vector<clinic::Hold>& holds,
                                   const std::map<domain::ConversationId, QString>& names, const QTimeZone& zone)
{
    std::vector<BookEntry> entries;
    const auto at = [&](const QString& doctor, const domain::LocalTime& start, int minutes) {
        const auto span = clinic::busySpan(doctor, start, minutes, zone);
        BookEntry entry;
        entry.doctor = doctor;
        entry.start = span.from;
        entry.end = span.to;
        return entry;
    };
    for (const auto& visit : days.visits) {
        BookEntry entry = at(visit.doctor, visit.start, visit.minutes);
        entry.treatment = visit.treatment;
        entry.visit = visit;
        if (const auto name = days.names.find(visit.patient); name != days.names.end()) {
            entry.name = name->second;
        }
        entries.push_back(std::move(entry));
    }
    for (const auto& hold : holds) {
        BookEntry entry = at(hold.slot.doctor, hold.slot.start, hold.slot.minutes);
        entry.kind = BookEntry::Kind::Held;
        entry.treatment = hold.slot.treatment;
        entry.until = hold.until;
        if (const auto conversation = agent::offeredIn(hold.holder)) {
            entry.conversation = *conversation;
            if (const auto name = names.find(*conversation); name != names.end()) {
                entry.name = {name->second, name->second};
            }
        }
        entries.push_back(std::move(entry));
    }
    for (const auto& away : days.away) {
        BookEntry entry;
        entry.kind = BookEntry::Kind::Away;
        entry.doctor = away.doctor;
        entry.start = away.from;
        entry.end = away.to;
        entry.reason = away.reason;
        entries.push_back(std::move(entry));
    }
    std::ranges::stable_sort(entries, std::less<>(), &BookEntry::start);
    return entries;
}

LocalBook::LocalBook(store::Store& store, clinic::ClinicRecords& records, base::Clock& clock, QString staff)
    : m_store(store)
    , m_records(records)
    , m_clock(clock)
    , m_staff(std::move(staff))
{
}

Future<Done> LocalBook::note(const QString& action, const QString& subject, const QString& detail)
{
    return m_store.write([=, staff = m_staff, now = m_clock.now()](store::Session& session) {
        return store::AuditLog(session).append(staff, action, subject, detail, now);
    });
}

Future<std::map<domain::ConversationId, QString>> LocalBook::whoIsOffered(const std::vector<clinic::Hold>& holds)
{
    return m_store.read([holds](store::Session& session) -> Result<Names> {
        Names names;
        for (const auto& hold : holds) {
            const auto id = agent::offeredIn(hold.holder);
            if (!id || names.contains(*id)) {
                continue;
            }
            const auto conversation = store::Conversations(session).find(*id);
            names.emplace(*id, conversation ? conversation->displayName : QString());
        }
        return names;
    });
}

Future<DayBook> LocalBook::days(QDate first, QDate last)
{
    if (!first.isValid() || last < first || first.daysTo(last) >= longestBook) {
        return base::ready<DayBook>(
            fail(ErrorCode::InvalidInput, QStringLiteral("the book is shown for 1 to %1 days").arg(longestBook)));
    }
    const auto facts = together(m_records.info(), together(m_records.doctors(), m_records.treatments()));
    const auto taken = together(m_records.bookDays(first, last), m_records.holds(first, last));
    return after(together(facts, taken), [this, first, last](const auto& read) {
        const auto& [info, people] = read.first;
        const auto& [days, holds] = read.second;
        DayBook book;
        book.first = first;
        book.last = last;
        book.hours = info.hours;
        book.closed = info.closed;
        std::tie(book.doctors, book.treatments) = people;
        book.asOf = m_records.asOf();
        return after(whoIsOffered(holds), [book, days = days, holds = holds, zone = info.zone](const Names& names) {
            DayBook whole = book;
            whole.entries = bookEntries(days, holds, names, zone);
            return base::ready(Result<DayBook>(std::move(whole)));
        });
    });
}

Future<std::vector<Slot>> LocalBook::freeSlots(const SlotWish& wish)
{
    return after(m_records.info(), [this, wish](const domain::ClinicInfo& info) {
        clinic::SlotQuery query;
        query.treatment = wish.treatment;
        query.doctor = wish.doctor;
        query.from = wish.from;
        query.to = wish.to;
        query.earliest = domain::toLocal(m_clock.now(), info.zone);
        query.limit = mostSlots;
        if (wish.conversation.isValid()) {
            query.holder = agent::offerHolder(wish.conversation);
        }
        return m_records.freeSlots(query);
    });
}

Future<Appointment> LocalBook::book(const QString& patient, const Slot& slot, const QString& reference,
                                    domain::ConversationId conversation)
{
    clinic::Booking booking{reference, patient, slot.doctor, slot.treatment, slot.start, slot.minutes};
    if (conversation.isValid()) {
        booking.holder = agent::offerHolder(conversation);
    }
    return after(note(QStringLiteral("visit.book"), QStringLiteral("patient:") + patient, placeOf(slot)),
                 [this, booking](Done) { return m_records.book(booking); });
}

Future<Appointment> LocalBook::move(const QString& appointment, const Slot& to, const QString& reference)
{
    return after(note(QStringLiteral("visit.move"), QStringLiteral("visit:") + appointment, placeOf(to)),
                 [this, appointment, to, reference](Done) { return m_records.move(appointment, to, reference); });
}

Future<Done> LocalBook::cancel(const QString& appointment, const QString& reference)
{
    return after(note(QStringLiteral("visit.cancel"), QStringLiteral("visit:") + appointment, {}),
                 [this, appointment, reference](Done) { return m_records.cancel(appointment, reference); });
}

} // namespace delpek::desk
