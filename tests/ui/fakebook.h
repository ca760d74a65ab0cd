// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"

#include <functional>
#include <map>

namespace delpek::test
{

/// A book in memory with a fixed week around Thursday, 5 March 2026. Answers at once, on the calling thread.
class FakeBook final : public desk::Book
{
public:
    FakeBook();

    Future<desk::DayBook> days(QDate first, QDate last) override;
    Future<std::vector<domain::Slot>> freeSlots(const desk::SlotWish& wish) override;
    Future<domain::Appointment> book(const QString& patient, const domain::Slot& slot, const QString& reference,
                                     domain::ConversationId conversation) override;
    Future<domain::Appointment> move(const QString& appointment, const domain::Slot& to,
                                     const QString& reference) override;
    Future<Done> cancel(const QString& appointment, const QString& reference) override;

    // What a test turns.
    /// What stands in it on whatever days are asked for.
    desk::DayBook all;
    /// Every call fails with this until it is taken away.
    std::optional<Error> failure;
    int reads = 0;
    /// Names of those who have a card, by its id.
    std::map<QString, domain::Bilingual> people{
        {QStringLiteral("p1"), {QStringLiteral("נועה כהן"), QStringLiteral("Noa Cohen")}},
        {QStringLiteral("p2"), {QStringLiteral("איתי כהן"), QStringLiteral("Itay Cohen")}},
        {QStringLiteral("p9"), {QStringLiteral("נעה כהן"), QStringLiteral("Noa Cohen")}},
    };
    QStringList references; ///< of the changes that were made, in order
    QStringList tried;      ///< of every booking that was asked for
    bool isHeld = false;    ///< a booking is answered by release() only
    void release();

private:
    std::function<void()> m_waiting;
    Result<domain::Appointment> made(const QString& patient, const domain::Slot& slot, const QString& reference);
    desk::BookEntry* visit(const QString& id);
    Result<Done> checkFree(const domain::Slot& slot, const QString& except) const;
    void add(const char* doctor, const char* start, const char* end, const char* treatment, const char* he,
             const char* en);
};

} // namespace delpek::test
