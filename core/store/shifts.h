// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/shift.h"
#include "store/session.h"

namespace delpek::store
{

/// Somebody has read a sheet.
struct SheetReading {
    QString reader;
    base::Instant at;
};

/// Tables `shift`, `shift_line` and `shift_reading`. The end of a shift and its lines are written once and stay, but
/// for what an erasure takes.
class Shifts
{
public:
    explicit Shifts(Session& session)
        : m_session(session)
    {
    }

    /// Conflict (shift.open) when the person has one open.
    Result<domain::ShiftId> begin(const QString& person, base::Instant now);
    /// The first to begin first.
    Result<std::vector<domain::Shift>> open();
    /// Kept from other writers until the commit when `lock` is set.
    Result<std::optional<domain::Shift>> openOf(const QString& person, bool lock);
    /// NotFound.
    Result<domain::Shift> find(domain::ShiftId id);
    /// Last ended first.
    Result<std::vector<domain::Shift>> ended(int limit);
    Result<Done> setWords(domain::ShiftId id, const QString& words);
    /// `shift` as it ends, with its lines.
    Result<Done> end(const domain::Shift& shift, const std::vector<domain::SheetLine>& lines);
    /// As they were written.
    Result<std::vector<domain::SheetLine>> linesOf(domain::ShiftId id);
    /// False: the reader had read it.
    Result<bool> noteRead(domain::ShiftId id, const QString& reader, base::Instant now);
    /// The first first.
    Result<std::vector<SheetReading>> readingsOf(domain::ShiftId id);
    Result<std::set<domain::ShiftId>> readBy(const QString& reader);
    /// Takes out those that ended before `before`, with all that belongs to them; gives how many.
    Result<int> sweep(base::Instant before);

    /// What a person who goes would leave at `now`. `outgoing` is left out.
    Result<domain::SheetFacts> facts(const QString& person, base::Instant now);
    /// Messages of the last days that failed, or of which nobody knows, in conversations in which nothing went out
    /// since.
    Result<std::map<domain::ConversationId, int>> unsent(base::Instant now);
    /// Conversations with messages that nobody at the desk has seen.
    Result<int> unread();

private:
    Session& m_session;
};

} // namespace delpek::store
