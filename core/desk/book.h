// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/clinicfacts.h"
#include "domain/ids.h"

#include <QUuid>

#include <algorithm>
#include <optional>
#include <vector>

namespace delpek::desk
{

/// One stretch of a doctor's time in the book.
struct BookEntry {
    enum class Kind { Visit, Held, Away };

    Kind kind = Kind::Visit;
    QString doctor; ///< id; empty with Away: everybody
    domain::LocalTime start;
    domain::LocalTime end;               ///< exclusive
    QString treatment;                   ///< id; of Visit and Held
    domain::Appointment visit;           ///< of Visit
    domain::Bilingual name;              ///< the patient's; of Held the name the channel shows. Empty: not known
    domain::ConversationId conversation; ///< of Held: to whom it is offered; invalid: kept by a person
    base::Instant until;                 ///< of Held: when it is free again
    QString reason;                      ///< of Away
};

/// Some days of the book, as they are now.
struct DayBook {
    QDate first;
    QDate last; ///< inclusive
    domain::WeeklyHours hours;
    std::vector<QDate> closed;
    std::vector<domain::Doctor> doctors;
    std::vector<domain::Treatment> treatments;
    std::vector<BookEntry> entries;    ///< in order of start
    std::optional<base::Instant> asOf; ///< set: read from a cache of that moment; nothing can be changed

    const domain::Doctor* doctor(const QString& id) const { return byId(doctors, id); }
    const domain::Treatment* treatment(const QString& id) const { return byId(treatments, id); }

private:
    template <typename Thing>
    static const Thing* byId(const std::vector<Thing>& all, const QString& id)
    {
        const auto found = std::ranges::find(all, id, &Thing::id);
        return found == all.end() ? nullptr : &*found;
    }
};

/// What a person looks for when a patient wants a time.
struct SlotWish {
    QString treatment;
    QString doctor; ///< id; empty: anyone who gives it
    QDate from;
    QDate to;
    domain::ConversationId conversation = {}; ///< what is offered in it counts as free
};

/// The longest stretch that is shown at once, in days.
inline constexpr int longestBook = 42;

/// The clinic's book as people at a desk work with it. As Desk: any thread, answers later, blocks nowhere. Each change
/// carries a reference of newReference(), the same when the same decision is tried again: it is made once. Errors are
/// those of clinic::ClinicRecords.
class Book
{
public:
    virtual ~Book() = default;

    /// InvalidInput for more than longestBook days.
    virtual Future<DayBook> days(QDate first, QDate last) = 0;
    /// All of them in order, at most 200.
    virtual Future<std::vector<domain::Slot>> freeSlots(const SlotWish& wish) = 0;
    /// `conversation`: what is offered in it may be taken; invalid: none.
    virtual Future<domain::Appointment> book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                             domain::ConversationId conversation) = 0;
    virtual Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                             const QString& reference) = 0;
    virtual Future<Done> cancel(const QString& appointment, const QString& reference) = 0;

    /// "desk:" and a random UUID.
    static QString newReference()
    {
        return QStringLiteral("desk:") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    }
};

} // namespace delpek::desk
