// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localshifts.h"

#include "desk/heldsends.h"
#include "desk/staffsend.h"
#include "store/auditlog.h"
#include "store/conversationrow.h"
#include "store/escalations.h"
#include "store/latersends.h"
#include "store/notes.h"
#include "store/shifts.h"

#include <QRegularExpression>

namespace delpek::desk
{

namespace
{

using domain::Fate;
using domain::Shift;
using domain::ShiftId;
using store::Session;

/// More than anybody looks back to.
constexpr int sheetsToLookAt = 60;

struct Worker {
    QString name;
    base::Instant now;
};

QString shiftSubject(ShiftId id)
{
    return QStringLiteral("shift:%1").arg(id.value);
}

Result<Done> logShift(Session& session, const Worker& worker, const char* action, const QString& subject,
                      const QString& detail = {})
{
    return store::AuditLog(session).append(worker.name, QLatin1String(action), subject, detail, worker.now);
}

Result<domain::SheetFacts> factsOf(Session& session, const Worker& worker)
{
    auto facts = store::Shifts(session).facts(worker.name, worker.now);
    const auto held = facts ? heldSends(session, worker.name, worker.now) : fail(facts.error());
    if (!held) {
        return fail(held.error());
    }
    const auto planned = store::LaterSends(session).plannedBy(worker.name);
    if (!planned) {
        return fail(planned.error());
    }
    for (const auto& send : *held) {
        facts->outgoing.try_emplace(send.conversation, send.goesOut);
    }
    for (const auto& later : *planned) {
        facts->outgoing.try_emplace(later.conversation, later.at);
    }
    return facts;
}

/// Whole words.
QString beginning(const QString& text)
{
    const qsizetype end = text.left(longestSheetNote).lastIndexOf(QRegularExpression(QStringLiteral("\\s")));
    return text.left(end > 0 ? end : longestSheetNote - 1).trimmed();
}

/// What the shift's person wrote of patients; read from the conversations, so that what is deleted or erased there is
/// gone here too.
Result<HandOverSheet> withNotes(Session& session, HandOverSheet sheet, base::Instant now)
{
    const auto& shift = sheet.shift;
    auto written =
        store::Notes(session).writtenBy(shift.person, shift.begunAt, shift.endedAt.value_or(now), mostSheetNotes + 1);
    if (!written) {
        return fail(written.error());
    }
    if (int(written->size()) > mostSheetNotes) {
        sheet.hasMoreNotes = true;
        written->erase(written->begin());
    }
    std::map<domain::ConversationId, size_t> order;
    for (auto& note : *written) {
        const bool isFirst = order.try_emplace(note.conversation, order.size()).second;
        const auto known =
            std::ranges::find(sheet.notes, note.conversation, [](const auto& one) { return one.conversation.id; });
        auto conversation = isFirst ? store::loadConversation(session, note.conversation, false)
                                    : Result<domain::Conversation>(known->conversation);
        if (!conversation) {
            return fail(conversation.error());
        }
        const bool isLong = note.text.size() > longestSheetNote;
        note.text = isLong ? beginning(note.text) : note.text;
        sheet.notes.push_back({std::move(note), std::move(*conversation), isLong});
    }
    std::ranges::stable_sort(sheet.notes, {}, [&](const auto& one) { return order.at(one.conversation.id); });
    return sheet;
}

Result<HandOverSheet> sheetOf(Session& session, const Shift& shift, const std::vector<domain::SheetLine>& lines,
                              const Worker& worker)
{
    store::Shifts shifts(session);
    const auto unsent = shifts.unsent(worker.now);
    const auto readings = unsent ? shifts.readingsOf(shift.id) : fail(unsent.error());
    if (!readings) {
        return fail(readings.error());
    }
    HandOverSheet sheet{shift, {}};
    for (const auto& line : lines) {
        auto conversation = store::loadConversation(session, line.conversation, false);
        const auto escalation = line.escalation.isValid() ? store::Escalations(session).byId(line.escalation)
                                                          : Result<domain::Escalation>(domain::Escalation{});
        if (!conversation || !escalation) {
            return fail(conversation ? escalation.error() : conversation.error());
        }
        const bool isLeft = domain::isLeft(line, shift.person, *conversation, escalation->isOpen(),
                                           unsent->contains(line.conversation), worker.now);
        sheet.rows.push_back({line, std::move(*conversation), isLeft || shift.isOpen()});
    }
    sheet.isRead = shift.person == worker.name;
    for (const auto& reading : *readings) {
        sheet.readBy.push_back({reading.reader, reading.at});
        sheet.isRead = sheet.isRead || reading.reader == worker.name;
    }
    return withNotes(session, std::move(sheet), worker.now);
}

/// The person's open shift, held against another desk at which the same person sits.
Result<Shift> ownShift(Session& session, const Worker& worker, bool lock)
{
    const auto own = store::Shifts(session).openOf(worker.name, lock);
    if (!own) {
        return fail(own.error());
    }
    if (!*own) {
        return fail(ErrorCode::Conflict, QStringLiteral("no shift of this person is open"),
                    QStringLiteral("shift.none"));
    }
    return **own;
}

Result<Done> handOn(Session& session, const domain::SheetLine& line, ShiftId shift, const Worker& worker)
{
    if (line.kind != domain::LineKind::Held || line.fate == Fate::Kept) {
        return Done{};
    }
    const bool toAgent = line.fate == Fate::ToAgent;
    const domain::Holder holder{toAgent ? domain::HolderKind::Agent : domain::HolderKind::Nobody, {}};
    return setHolder(session, line.conversation, holder, worker.now).and_then([&](Done) {
        return logShift(session, worker, toAgent ? "conversation.handBack" : "conversation.release",
                        QStringLiteral("conversation:%1").arg(line.conversation.value), shiftSubject(shift));
    });
}

/// `shift` as it ends, with the words and whether it was forgotten.
Result<Shift> endShift(Session& session, Shift shift, const std::map<domain::ConversationId, Fate>& fates,
                       const Worker& worker)
{
    store::Shifts shifts(session);
    const auto facts = factsOf(session, worker);
    const auto unread = facts ? shifts.unread() : fail(facts.error());
    if (!unread) {
        return fail(unread.error());
    }
    shift.endedAt = worker.now;
    shift.unread = *unread;
    const auto lines = domain::makeSheet(*facts, fates);
    Result<Done> done = Done{};
    for (const auto& line : lines) {
        done = done.and_then([&](Done) { return handOn(session, line, shift.id, worker); });
    }
    return done.and_then([&](Done) { return shifts.end(shift, lines); })
        .and_then([&](Done) {
            return logShift(session, worker, shift.wasForgotten ? "shift.forgotten" : "shift.ended",
                            shiftSubject(shift.id));
        })
        .map([&](Done) { return shift; });
}

Result<BegunShift> beginShift(Session& session, const Worker& worker)
{
    store::Shifts shifts(session);
    const auto open = shifts.openOf(worker.name, true);
    if (!open) {
        return fail(open.error());
    }
    BegunShift begun;
    if (*open && domain::isForgotten(**open, worker.now)) {
        Shift forgotten = **open;
        forgotten.wasForgotten = true;
        const auto ended = endShift(session, forgotten, {}, worker);
        if (!ended) {
            return fail(ended.error());
        }
        begun.forgotten = *ended;
    }
    return shifts.begin(worker.name, worker.now).and_then([&](ShiftId id) {
        begun.id = id;
        return logShift(session, worker, "shift.begun", shiftSubject(id)).map([&](Done) { return begun; });
    });
}

Result<Done> checkWords(const QString& words)
{
    return words.size() <= domain::maxHandOverWords
               ? Result<Done>(Done{})
               : fail(ErrorCode::InvalidInput,
                      QStringLiteral("at most %1 characters are handed over").arg(domain::maxHandOverWords),
                      QStringLiteral("shift.tooLong"));
}

} // namespace

LocalShifts::LocalShifts(store::Store& store, base::Clock& clock, QString staff)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
{
}

Future<ShiftState> LocalShifts::state()
{
    return m_store.read([worker = Worker{m_staff, m_clock.now()}](Session& session) -> Result<ShiftState> {
        store::Shifts shifts(session);
        auto open = shifts.open();
        const auto ended = open ? shifts.ended(sheetsToLookAt) : fail(open.error());
        const auto read = ended ? shifts.readBy(worker.name) : fail(ended.error());
        if (!read) {
            return fail(read.error());
        }
        ShiftState state;
        state.open = std::move(*open);
        if (const auto own = std::ranges::find(state.open, worker.name, &Shift::person); own != state.open.end()) {
            state.own = *own;
        }
        // Whoever forgot to end it is not there.
        std::erase_if(state.open, [&](const Shift& shift) {
            return shift.person != worker.name && domain::isForgotten(shift, worker.now);
        });
        state.toRead = domain::sheetsToRead(*ended, *read, worker.name, worker.now);
        return state;
    });
}

Future<BegunShift> LocalShifts::begin()
{
    return m_store.write(
        [worker = Worker{m_staff, m_clock.now()}](Session& session) { return beginShift(session, worker); });
}

Future<HandOverSheet> LocalShifts::draft()
{
    return m_store.read([worker = Worker{m_staff, m_clock.now()}](Session& session) -> Result<HandOverSheet> {
        auto own = ownShift(session, worker, false);
        const auto facts = own ? factsOf(session, worker) : fail(own.error());
        const auto unread = facts ? store::Shifts(session).unread() : fail(facts.error());
        if (!unread) {
            return fail(unread.error());
        }
        own->unread = *unread;
        std::map<domain::ConversationId, Fate> suggested;
        for (const auto& conversation : facts->conversations) {
            const bool isEscalated = std::ranges::find(facts->escalations, conversation.id,
                                                       &domain::Escalation::conversation) != facts->escalations.end();
            suggested[conversation.id] =
                domain::suggestedFate(conversation, isEscalated, facts->outgoing.contains(conversation.id));
        }
        return sheetOf(session, *own, domain::makeSheet(*facts, suggested), worker);
    });
}

Future<Done> LocalShifts::keepWords(const QString& words)
{
    if (const auto good = checkWords(words); !good) {
        return base::ready<Done>(good);
    }
    return m_store.write([words, worker = Worker{m_staff, m_clock.now()}](Session& session) {
        return ownShift(session, worker, true).and_then([&](const Shift& own) {
            return own.words == words ? Result<Done>(Done{}) : store::Shifts(session).setWords(own.id, words);
        });
    });
}

Future<ShiftId> LocalShifts::end(const ShiftEnd& end)
{
    if (const auto good = checkWords(end.words); !good) {
        return base::ready<ShiftId>(fail(good.error()));
    }
    return m_store.write([end, worker = Worker{m_staff, m_clock.now()}](Session& session) {
        return ownShift(session, worker, true)
            .and_then([&](Shift own) {
                own.words = end.words.trimmed();
                return endShift(session, own, end.fates, worker);
            })
            .map([](const Shift& ended) { return ended.id; });
    });
}

Future<std::vector<SheetHead>> LocalShifts::sheets(int limit)
{
    return m_store.read([limit, name = m_staff](Session& session) -> Result<std::vector<SheetHead>> {
        store::Shifts shifts(session);
        const auto ended = shifts.ended(limit);
        const auto read = ended ? shifts.readBy(name) : fail(ended.error());
        if (!read) {
            return fail(read.error());
        }
        std::vector<SheetHead> heads;
        for (const auto& shift : *ended) {
            heads.push_back({shift, shift.person == name || read->contains(shift.id)});
        }
        return heads;
    });
}

Future<HandOverSheet> LocalShifts::sheet(ShiftId id)
{
    return m_store.read([id, worker = Worker{m_staff, m_clock.now()}](Session& session) -> Result<HandOverSheet> {
        store::Shifts shifts(session);
        const auto shift = shifts.find(id);
        const auto lines = shift ? shifts.linesOf(id) : fail(shift.error());
        return lines ? sheetOf(session, *shift, *lines, worker) : fail(lines.error());
    });
}

Future<Done> LocalShifts::acknowledge(ShiftId id)
{
    return m_store.write([id, worker = Worker{m_staff, m_clock.now()}](Session& session) -> Result<Done> {
        store::Shifts shifts(session);
        const auto shift = shifts.find(id);
        if (!shift) {
            return fail(shift.error());
        }
        if (shift->isOpen()) {
            return fail(ErrorCode::Conflict, QStringLiteral("the shift is not ended"), QStringLiteral("shift.open"));
        }
        return shifts.noteRead(id, worker.name, worker.now).and_then([&](bool isNew) {
            return isNew ? logShift(session, worker, "shift.acknowledged", shiftSubject(id)) : Result<Done>(Done{});
        });
    });
}

} // namespace delpek::desk
