// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/internalnote.h"
#include "domain/shift.h"

#include <map>
#include <optional>
#include <vector>

namespace delpek::desk
{

/// A sheet shows so many notes of a shift, the newest, and so many characters of each.
inline constexpr int mostSheetNotes = 40;
inline constexpr int longestSheetNote = 300;

/// Who works now, as the person at this desk sees it.
struct ShiftState {
    std::vector<domain::Shift> open;   ///< of everybody, the first to begin first
    std::optional<domain::Shift> own;  ///< the person's, out of these
    std::vector<domain::Shift> toRead; ///< whose sheets the person has to read, the newest first
};

/// One line, with whom it is about now.
struct SheetRow {
    domain::SheetLine line;
    domain::Conversation conversation;
    bool isLeft = true; ///< somebody has to see to it still
};

/// What a shift leaves. Of an open shift: what it would leave now.
struct HandOverSheet {
    /// What the person wrote for the others in a conversation while the shift was open.
    struct Note {
        domain::InternalNote note; ///< its text no longer than longestSheetNote
        domain::Conversation conversation;
        bool isShortened = false;
    };
    struct Reading {
        QString reader;
        base::Instant at;
    };
    domain::Shift shift;
    std::vector<SheetRow> rows;
    /// By conversation, in the order of their first notes; of each in the order in which they were written.
    std::vector<Note> notes = {};
    bool hasMoreNotes = false; ///< older ones of the shift that are left out (mostSheetNotes)
    std::vector<Reading> readBy = {};
    bool isRead = false; ///< by the person at this desk, or it is the person's own
};

struct SheetHead {
    domain::Shift shift;
    bool isRead = false; ///< as HandOverSheet
};

struct BegunShift {
    domain::ShiftId id;
    std::optional<domain::Shift> forgotten = {}; ///< the person's last one, which was ended now
};

struct ShiftEnd {
    QString words;
    /// What becomes of conversations that the person holds; those not named stay. What an escalation is open for goes
    /// to whoever is free instead of to an agent (domain::allowedFate).
    std::map<domain::ConversationId, domain::Fate> fates = {};
};

/// When staff come and go, and what they leave to each other. As Desk: any thread, answers later, blocks nowhere. All
/// of it is in the store at once and told with Topic::Shift.
class Shifts
{
public:
    virtual ~Shifts() = default;

    virtual Future<ShiftState> state() = 0;
    /// Begins the person's shift. One that was forgotten (domain::isForgotten) is ended first, with a sheet of what is
    /// open now. Conflict (shift.open) when one is open.
    virtual Future<BegunShift> begin() = 0;
    /// What the person's shift would leave now. Conflict (shift.none) without one.
    virtual Future<HandOverSheet> draft() = 0;
    /// Keeps the person's words for the sheet while they are written. InvalidInput (shift.tooLong), Conflict
    /// (shift.none).
    virtual Future<Done> keepWords(const QString& words) = 0;
    /// Ends the person's shift: hands on what it holds and writes the sheet, all in one write. As keepWords.
    virtual Future<domain::ShiftId> end(const ShiftEnd& end) = 0;

    /// Last ended first.
    virtual Future<std::vector<SheetHead>> sheets(int limit) = 0;
    /// NotFound (shift.gone).
    virtual Future<HandOverSheet> sheet(domain::ShiftId id) = 0;
    /// The person has read it. Once more changes nothing. NotFound; Conflict (shift.open) for one that is not ended.
    virtual Future<Done> acknowledge(domain::ShiftId id) = 0;
};

} // namespace delpek::desk
