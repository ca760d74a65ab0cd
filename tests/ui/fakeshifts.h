// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/shifts.h"
#include "domain/change.h"

#include <functional>

namespace delpek::test
{

class FakeDesk;

/// Shifts in memory. The person at the desk has begun one, and nothing is to be read; a test turns that.
class FakeShifts final : public desk::Shifts
{
public:
    explicit FakeShifts(FakeDesk& desk)
        : m_desk(desk)
    {
    }

    Future<desk::ShiftState> state() override;
    Future<desk::BegunShift> begin() override;
    Future<desk::HandOverSheet> draft() override;
    Future<Done> keepWords(const QString& words) override;
    Future<domain::ShiftId> end(const desk::ShiftEnd& end) override;
    Future<std::vector<desk::SheetHead>> sheets(int limit) override;
    Future<desk::HandOverSheet> sheet(domain::ShiftId id) override;
    Future<Done> acknowledge(domain::ShiftId id) override;

    /// Nobody is on shift, and nobody was.
    void clear();
    /// Somebody is on shift, since so long.
    domain::ShiftId onShift(const QString& person, base::Duration since);
    /// Somebody has ended a shift of six hours, so long ago; the sheet is made of what the desk holds now.
    domain::ShiftId ended(const QString& person, base::Duration ago, const QString& words);
    /// The shift's person wrote an internal note, half an hour before the shift ended.
    void note(domain::ShiftId shift, domain::ConversationId conversation, const QString& text);
    /// On the sheets the conversation is seen to since.
    void settle(domain::ConversationId id);
    void tell();
    domain::Shift* own();

    std::vector<domain::Shift> all; ///< begins empty: state() then makes the person's own
    std::vector<desk::ShiftEnd> ends;
    std::set<domain::ShiftId> read;
    std::map<domain::ShiftId, std::vector<desk::HandOverSheet::Note>> notes;
    std::optional<Error> failure;

private:
    std::vector<desk::SheetRow> rowsOf(const QString& person,
                                       const std::map<domain::ConversationId, domain::Fate>& fates);
    desk::HandOverSheet sheetOf(const domain::Shift& shift);
    domain::Shift* find(domain::ShiftId id);
    std::vector<domain::Shift> endedOnes() const;
    void beginAsUsual();

    FakeDesk& m_desk;
    bool m_isUsual = true;
    qint64 m_next = 0;
    std::map<domain::ShiftId, std::vector<desk::SheetRow>> m_rows;
};

} // namespace delpek::test
