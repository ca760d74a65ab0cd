// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/engines.h"

#include "desk/localshifts.h"
#include "desk/shifts.h"
#include "store/auditlog.h"
#include "store/escalations.h"
#include "store/notes.h"
#include "store/outbox.h"

namespace delpek::test
{

/// A store with three conversations, and two people who work shifts.
struct ShiftDesk {
    explicit ShiftDesk(const QString& location)
        : store(location)
    {
        for (const char* name : {"Noa", "Amit", "Yael"}) {
            ids.push_back(store.conversation(QLatin1String(name)).id);
        }
    }

    void hold(size_t which, domain::HolderKind kind, const char* name = "")
    {
        store.write([&](store::Session& session) {
            return store::Conversations(session).setHolder(ids[which], {kind, QLatin1String(name)}, clock.now());
        });
    }
    /// The last word is the author's.
    void says(size_t which, domain::AuthorKind author)
    {
        domain::Message message;
        message.conversation = ids[which];
        message.author = author;
        message.text = QStringLiteral("x");
        message.createdAt = message.sentAt = clock.now();
        message.id = store.message(ids[which], author, message.text);
        store.write([&](store::Session& session) { return store::Conversations(session).noteMessage(message); });
    }
    domain::EscalationId escalate(size_t which)
    {
        domain::Escalation escalation;
        escalation.conversation = ids[which];
        escalation.urgency = domain::Urgency::DoctorRequired;
        escalation.reason = QStringLiteral("human.requested");
        escalation.openedAt = clock.now();
        return store.write([&](store::Session& session) { return store::Escalations(session).open(escalation); });
    }
    domain::MessageId send(size_t which, bool fails)
    {
        store::OutboxRow row;
        row.conversation = ids[which];
        row.message = store.message(ids[which], domain::AuthorKind::Staff, QStringLiteral("x"));
        row.fence = store::Fence::None;
        row.reference = QStringLiteral("ref-%1").arg(row.message.value);
        row.nextAttempt = noon;
        const auto id = store.write([&](store::Session& session) { return store::Outbox(session).add(row); });
        store.write([&](store::Session& session) { return store::Outbox(session).claim(id, noon); });
        store.write([&](store::Session& session) {
            store::Outbox outbox(session);
            return fails ? outbox.markFailed(id, QStringLiteral("send.failed")) : outbox.markSent(id, {});
        });
        return row.message;
    }
    void note(size_t which, const char* author, const QString& text)
    {
        store.write([&](store::Session& session) {
            return store::Notes(session).add(
                {{}, ids[which], QString::fromLatin1(author), text, clock.now(), domain::MessageId()});
        });
    }
    /// "Noa: first, Amit: second"
    QString notes(const desk::HandOverSheet& sheet)
    {
        QStringList all;
        for (const auto& one : sheet.notes) {
            all << one.conversation.displayName + QStringLiteral(": ") + one.note.text;
        }
        return all.join(QStringLiteral(", "));
    }
    domain::Conversation at(size_t which) { return store.reload(ids[which]); }
    QStringList log()
    {
        QStringList entries;
        for (const auto& entry :
             store.read([](store::Session& session) { return store::AuditLog(session).after(0, 100); })) {
            entries << entry.actor + QLatin1Char(' ') + entry.action + QLatin1Char(' ') + entry.subject;
        }
        return entries;
    }
    /// "held 1 anyone, waiting 2 left"
    QString rows(const desk::HandOverSheet& sheet)
    {
        QStringList all;
        for (const auto& row : sheet.rows) {
            QStringList words{base::toText(row.line.kind), row.conversation.displayName};
            if (row.line.kind == domain::LineKind::Held) {
                words << base::toText(row.line.fate);
            }
            if (!row.isLeft) {
                words << QStringLiteral("done");
            }
            all << words.join(QLatin1Char(' '));
        }
        return all.join(QStringLiteral(", "));
    }

    TestStore store;
    base::VirtualClock clock{noon};
    desk::LocalShifts ruti{*store, clock, QStringLiteral("Ruti")};
    desk::LocalShifts dana{*store, clock, QStringLiteral("Dana")};
    std::vector<domain::ConversationId> ids;
};

} // namespace delpek::test
