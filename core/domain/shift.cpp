// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/shift.h"

#include <algorithm>

namespace delpek::domain
{

namespace
{

bool isHeldBy(const Conversation& conversation, const QString& person)
{
    const HolderKind kind = conversation.holder.kind;
    return (kind == HolderKind::Staff || kind == HolderKind::Doctor) && conversation.holder.name == person;
}

/// The order of the lines of one kind: whatever comes first is seen to first.
bool isBefore(const SheetLine& a, const SheetLine& b)
{
    if (a.kind != b.kind) {
        return a.kind < b.kind;
    }
    if (a.urgency != b.urgency) {
        return a.urgency > b.urgency;
    }
    return a.moment != b.moment ? a.moment < b.moment : a.conversation < b.conversation;
}

} // namespace

bool isForgotten(const Shift& shift, base::Instant now)
{
    return shift.isOpen() && now - shift.begunAt > longestShift;
}

bool isAnswered(const Conversation& conversation)
{
    return conversation.unread == 0 && conversation.previewAuthor != AuthorKind::Patient;
}

Fate allowedFate(Fate wanted, const Conversation& conversation, bool isEscalated)
{
    return wanted == Fate::ToAgent && (isEscalated || !isAnswered(conversation)) ? Fate::ToAnyone : wanted;
}

Fate suggestedFate(const Conversation& conversation, bool isEscalated, bool hasPlanned)
{
    if (hasPlanned && isAnswered(conversation) && !isEscalated) {
        return Fate::Kept;
    }
    return allowedFate(conversation.mode == Mode::Autopilot ? Fate::ToAgent : Fate::ToAnyone, conversation,
                       isEscalated);
}

std::vector<SheetLine> makeSheet(const SheetFacts& facts, const std::map<ConversationId, Fate>& fates)
{
    std::vector<SheetLine> lines;
    std::set<ConversationId> escalated;
    for (const auto& escalation : facts.escalations) {
        if (escalation.isOpen()) {
            escalated.insert(escalation.conversation);
            lines.push_back({.kind = LineKind::Escalation,
                             .conversation = escalation.conversation,
                             .escalation = escalation.id,
                             .moment = escalation.openedAt,
                             .who = escalation.acknowledgedBy,
                             .urgency = escalation.urgency});
        }
    }
    for (const auto& c : facts.conversations) {
        const bool isEscalated = escalated.contains(c.id);
        const bool isHeld = isHeldBy(c, facts.person);
        Fate fate = Fate::Kept;
        if (isHeld) {
            const auto chosen = fates.find(c.id);
            fate = allowedFate(chosen == fates.end() ? Fate::Kept : chosen->second, c, isEscalated);
            lines.push_back({.kind = LineKind::Held,
                             .conversation = c.id,
                             .moment = c.lastActivity,
                             .number = c.unread,
                             .fate = fate});
        } else if (c.needsPerson && !isEscalated) {
            lines.push_back(
                {.kind = LineKind::Waiting, .conversation = c.id, .moment = c.waitingSince, .number = c.unread});
        }
        // Handing over brings it back into the list.
        if (c.snoozedUntil > facts.now && fate == Fate::Kept) {
            lines.push_back({.kind = LineKind::PutOff, .conversation = c.id, .moment = c.snoozedUntil});
        }
    }
    for (const auto& [id, number] : facts.unsent) {
        lines.push_back({.kind = LineKind::Unsent, .conversation = id, .number = number});
    }
    for (const auto& [id, goesOut] : facts.outgoing) {
        lines.push_back({.kind = LineKind::Outgoing, .conversation = id, .moment = goesOut});
    }
    std::ranges::sort(lines, isBefore);
    return lines;
}

bool isLeft(const SheetLine& line, const QString& person, const Conversation& conversation, bool isEscalationOpen,
            bool hasUnsent, base::Instant now)
{
    switch (line.kind) {
    case LineKind::Escalation:
        return isEscalationOpen;
    case LineKind::Held:
        return line.fate == Fate::Kept ? isHeldBy(conversation, person) : conversation.needsPerson;
    case LineKind::Waiting:
        return conversation.needsPerson;
    case LineKind::Unsent:
        return hasUnsent;
    case LineKind::Outgoing:
        return line.moment > now;
    case LineKind::PutOff:
        return conversation.snoozedUntil.has_value();
    }
    return false;
}

std::vector<Shift> sheetsToRead(const std::vector<Shift>& ended, const std::set<ShiftId>& read, const QString& reader,
                                base::Instant now)
{
    std::vector<Shift> found;
    bool isNewest = true;
    for (const auto& shift : ended) {
        if (shift.isOpen() || shift.person == reader) {
            continue;
        }
        if ((isNewest || *shift.endedAt + sheetsMatter >= now) && !read.contains(shift.id)) {
            found.push_back(shift);
        }
        isNewest = false;
    }
    return found;
}

} // namespace delpek::domain
