// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakeshifts.h"

#include "ui/fakedesk.h"

namespace delpek::test
{

using desk::BegunShift;
using desk::HandOverSheet;
using desk::SheetHead;
using desk::SheetRow;
using desk::ShiftState;
using domain::Fate;
using domain::Shift;
using domain::ShiftId;

namespace
{

template <typename T>
Future<T> refused(const char* key)
{
    return base::ready<T>(fail(ErrorCode::Conflict, QStringLiteral("refused"), QLatin1String(key)));
}

} // namespace

/// Most tests are about something else: who needs not sign in is on shift.
void FakeShifts::beginAsUsual()
{
    if (m_isUsual && own() == nullptr && m_desk.signIn().state().entry == desk::Entry::Open) {
        all.push_back({{++m_next}, m_desk.staffName(), m_desk.now() - std::chrono::hours(2)});
    }
}

Shift* FakeShifts::own()
{
    const auto place = std::ranges::find_if(
        all, [&](const Shift& shift) { return shift.isOpen() && shift.person == m_desk.staffName(); });
    return place == all.end() ? nullptr : &*place;
}

Shift* FakeShifts::find(ShiftId id)
{
    const auto place = std::ranges::find(all, id, &Shift::id);
    return place == all.end() ? nullptr : &*place;
}

std::vector<Shift> FakeShifts::endedOnes() const
{
    std::vector<Shift> found;
    std::ranges::copy_if(all, std::back_inserter(found), [](const Shift& shift) { return !shift.isOpen(); });
    std::ranges::sort(found, [](const Shift& a, const Shift& b) { return a.endedAt > b.endedAt; });
    return found;
}

std::vector<SheetRow> FakeShifts::rowsOf(const QString& person, const std::map<domain::ConversationId, Fate>& fates)
{
    domain::SheetFacts facts{person, m_desk.now()};
    for (qint64 id = FakeDesk::Booking; id <= FakeDesk::Files; ++id) {
        facts.conversations.push_back(m_desk.at({id}));
    }
    facts.escalations = m_desk.openEscalations().result().value_or(std::vector<domain::Escalation>{});
    facts.unsent[{FakeDesk::Mine}] = 1;
    std::vector<SheetRow> rows;
    for (const auto& line : domain::makeSheet(facts, fates)) {
        rows.push_back({line, m_desk.at(line.conversation)});
    }
    return rows;
}

HandOverSheet FakeShifts::sheetOf(const Shift& shift)
{
    HandOverSheet sheet{shift, m_rows[shift.id]};
    sheet.notes = notes[shift.id];
    sheet.isRead = shift.person == m_desk.staffName() || read.contains(shift.id);
    return sheet;
}

Future<ShiftState> FakeShifts::state()
{
    if (failure) {
        return base::ready<ShiftState>(fail(*failure));
    }
    beginAsUsual();
    ShiftState state;
    std::ranges::copy_if(all, std::back_inserter(state.open), &Shift::isOpen);
    if (own() != nullptr) {
        state.own = *own();
    }
    state.toRead = domain::sheetsToRead(endedOnes(), read, m_desk.staffName(), m_desk.now());
    return base::ready(Result<ShiftState>(state));
}

Future<BegunShift> FakeShifts::begin()
{
    BegunShift begun;
    if (auto* open = own()) {
        if (!domain::isForgotten(*open, m_desk.now())) {
            return refused<BegunShift>("shift.open");
        }
        open->endedAt = m_desk.now();
        open->wasForgotten = true;
        m_rows[open->id] = rowsOf(open->person, {});
        begun.forgotten = *open;
    }
    begun.id = onShift(m_desk.staffName(), {});
    tell();
    return base::ready(Result<BegunShift>(begun));
}

Future<HandOverSheet> FakeShifts::draft()
{
    auto* open = own();
    if (open == nullptr) {
        return refused<HandOverSheet>("shift.none");
    }
    std::map<domain::ConversationId, Fate> suggested;
    for (qint64 id = FakeDesk::Booking; id <= FakeDesk::Files; ++id) {
        const auto& conversation = m_desk.at({id});
        suggested[{id}] = domain::suggestedFate(conversation, conversation.urgency != domain::Urgency::Routine, false);
    }
    HandOverSheet sheet{*open, rowsOf(open->person, suggested)};
    sheet.notes = notes[open->id];
    sheet.shift.unread = 3;
    sheet.isRead = true;
    return base::ready(Result<HandOverSheet>(sheet));
}

Future<Done> FakeShifts::keepWords(const QString& words)
{
    if (own() == nullptr) {
        return refused<Done>("shift.none");
    }
    own()->words = words;
    return base::ready(Result<Done>(Done{}));
}

Future<ShiftId> FakeShifts::end(const desk::ShiftEnd& end)
{
    if (failure) {
        return base::ready<ShiftId>(fail(*failure));
    }
    auto* open = own();
    if (open == nullptr) {
        return refused<ShiftId>("shift.none");
    }
    m_isUsual = false;
    ends.push_back(end);
    m_rows[open->id] = rowsOf(open->person, end.fates);
    open->words = end.words;
    open->endedAt = m_desk.now();
    open->unread = 3;
    const ShiftId id = open->id;
    for (const auto& [conversation, fate] : end.fates) {
        if (fate != Fate::Kept) {
            (void)(fate == Fate::ToAgent ? m_desk.handBack(conversation) : m_desk.release(conversation));
        }
    }
    tell();
    return base::ready(Result<ShiftId>(id));
}

Future<std::vector<SheetHead>> FakeShifts::sheets(int limit)
{
    std::vector<SheetHead> heads;
    for (const auto& shift : endedOnes()) {
        if (int(heads.size()) < limit) {
            heads.push_back({shift, sheetOf(shift).isRead});
        }
    }
    return base::ready(Result<std::vector<SheetHead>>(heads));
}

Future<HandOverSheet> FakeShifts::sheet(ShiftId id)
{
    const auto* shift = find(id);
    return shift == nullptr ? base::ready<HandOverSheet>(
                                  fail(ErrorCode::NotFound, QStringLiteral("gone"), QStringLiteral("shift.gone")))
                            : base::ready(Result<HandOverSheet>(sheetOf(*shift)));
}

Future<Done> FakeShifts::acknowledge(ShiftId id)
{
    read.insert(id);
    tell();
    return base::ready(Result<Done>(Done{}));
}

void FakeShifts::clear()
{
    m_isUsual = false;
    all.clear();
    tell();
}

ShiftId FakeShifts::onShift(const QString& person, base::Duration since)
{
    m_isUsual = false;
    all.push_back({{++m_next}, person, m_desk.now() - since});
    return all.back().id;
}

ShiftId FakeShifts::ended(const QString& person, base::Duration ago, const QString& words)
{
    const auto id = onShift(person, ago + std::chrono::hours(6));
    all.back().endedAt = m_desk.now() - ago;
    all.back().words = words;
    all.back().unread = 4;
    m_rows[id] = rowsOf(person, {});
    return id;
}

void FakeShifts::note(ShiftId shift, domain::ConversationId conversation, const QString& text)
{
    const auto at = find(shift)->endedAt.value_or(m_desk.now()) - std::chrono::minutes(30);
    notes[shift].push_back({{{}, conversation, find(shift)->person, text, at, {}}, m_desk.at(conversation)});
}

void FakeShifts::settle(domain::ConversationId id)
{
    for (auto& [shift, rows] : m_rows) {
        for (auto& row : rows) {
            row.isLeft = row.isLeft && row.conversation.id != id;
        }
    }
}

void FakeShifts::tell()
{
    m_desk.publish({{domain::Topic::Shift, 1, 0}});
}

} // namespace delpek::test
