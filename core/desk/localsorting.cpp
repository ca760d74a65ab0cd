// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/localsorting.h"

#include "desk/staffsend.h"
#include "store/agentdrafts.h"
#include "store/auditlog.h"
#include "store/conversationrow.h"
#include "store/conversations.h"
#include "store/escalations.h"
#include "store/labels.h"

#include <set>

namespace delpek::desk
{

namespace
{

using domain::Conversation;
using domain::Label;
using domain::LabelId;
using store::Session;
using Kind = SortAct::Kind;

struct Doer {
    QString name;
    base::Instant now;
};

Result<Done> tellLog(Session& session, const Doer& doer, const char* action, const QString& subject,
                     const QString& detail = {})
{
    return store::AuditLog(session).append(doer.name, QLatin1String(action), subject, detail, doer.now);
}

QString labelSubject(LabelId id)
{
    return QStringLiteral("label:%1").arg(id.value);
}

/// Where the act would change nothing: false.
bool isWanted(const Conversation& c, const SortAct& act)
{
    switch (act.kind) {
    case Kind::Seen:
        return c.unread > 0 || c.isReminded;
    case Kind::Snooze:
        return c.snoozedUntil != act.until;
    case Kind::Wake:
        return c.snoozedUntil.has_value();
    case Kind::HandBack:
        return c.holder.kind != domain::HolderKind::Agent;
    case Kind::Label:
    case Kind::Unlabel:
        break;
    }
    return true;
}

/// Gives whether something changed.
Result<bool> sortOne(Session& session, const Conversation& c, const SortAct& act, const Doer& doer)
{
    if (!isWanted(c, act)) {
        return false;
    }
    store::Conversations conversations(session);
    const auto log = [&](const char* action, const QString& detail = {}) {
        return tellLog(session, doer, action, QStringLiteral("conversation:%1").arg(c.id.value), detail).map([](Done) {
            return true;
        });
    };
    switch (act.kind) {
    case Kind::Seen:
        return conversations.markSeen(c.id).map([](Done) { return true; });
    case Kind::Snooze:
        return conversations.setSnooze(c.id, act.until).and_then([&](Done) {
            return log("conversation.snoozed", QString::number(base::toMillis(act.until)));
        });
    case Kind::Wake:
        return conversations.setSnooze(c.id, {}).and_then([&](Done) { return log("conversation.woken"); });
    case Kind::HandBack:
        return setHolder(session, c.id, {domain::HolderKind::Agent, {}}, doer.now).and_then([&](Done) {
            return log("conversation.handBack");
        });
    case Kind::Label:
    case Kind::Unlabel: {
        const bool on = act.kind == Kind::Label;
        const auto set = store::Labels(session).set(c.id, act.label, on);
        return set && *set ? log(on ? "conversation.labelled" : "conversation.unlabelled", labelSubject(act.label))
                           : set;
    }
    }
    return false;
}

/// Whether it is still as the act left it.
bool isUntouched(const Conversation& c, const Sorted::Before& before, const SortAct& act, base::Instant now)
{
    switch (act.kind) {
    case Kind::Seen:
        return c.unread == 0 && !c.isReminded && c.lastMessage == before.lastMessage;
    case Kind::Snooze:
        return c.snoozedUntil == act.until;
    case Kind::Wake:
        return !c.snoozedUntil && c.lastMessage == before.lastMessage && before.snoozedUntil > now;
    case Kind::HandBack:
        return c.holder.kind == domain::HolderKind::Agent && c.lastMessage == before.lastMessage;
    case Kind::Label:
    case Kind::Unlabel:
        break;
    }
    return true;
}

/// What waits for a doctor or a person stays where it is seen.
Result<bool> isUrgent(Session& session, const Conversation& c)
{
    if (c.urgency != domain::Urgency::Routine) {
        return true;
    }
    return store::Escalations(session).ofConversation(c.id).map([](const auto& escalations) {
        return std::ranges::any_of(escalations, [](const auto& escalation) { return escalation.isOpen(); });
    });
}

/// What somebody else works on does not vanish from that person's list.
bool isOfAnother(const domain::Holder& holder, const Doer& doer)
{
    return (holder.kind == domain::HolderKind::Staff || holder.kind == domain::HolderKind::Doctor) &&
           holder.name != doer.name;
}

/// A person was waited for, and what the patient wrote has no answer.
Result<bool> waitsForAnswer(Session& session, const Conversation& c)
{
    return c.needsPerson || c.waitingSince ? store::AgentDrafts(session).unanswered(c.id).map(
                                                 [](const auto& messages) { return !messages.empty(); })
                                           : Result<bool>(false);
}

Result<bool> undoOne(Session& session, const Sorted::Before& before, const SortAct& act, const Doer& doer)
{
    const auto c = store::loadConversation(session, before.id, true);
    if (!c) {
        return c.error().code == ErrorCode::NotFound ? Result<bool>(false) : fail(c.error());
    }
    if (!isUntouched(*c, before, act, doer.now)) {
        return false;
    }
    if (act.kind == Kind::Wake) {
        const auto urgent = isUrgent(session, *c);
        if (!urgent || *urgent || isOfAnother(c->holder, doer)) {
            return urgent.map([](bool) { return false; });
        }
    }
    store::Conversations conversations(session);
    const auto backToSnooze = [&]() -> Result<bool> {
        const SortAct back = before.snoozedUntil ? SortAct{.kind = Kind::Snooze, .until = *before.snoozedUntil}
                                                 : SortAct{.kind = Kind::Wake};
        const auto done = sortOne(session, *c, back, doer);
        return done && before.isReminded
                   ? conversations.setUnread(before.id, c->unread, true).map([](Done) { return true; })
                   : done;
    };
    switch (act.kind) {
    case Kind::Seen:
        return conversations.setUnread(before.id, before.unread, before.isReminded).map([](Done) { return true; });
    case Kind::Snooze:
    case Kind::Wake:
        return backToSnooze();
    case Kind::HandBack: {
        // Nobody puts a conversation into the hands of another, who may have left.
        const domain::Holder nobody{domain::HolderKind::Nobody, {}};
        const auto holder = isOfAnother(before.holder, doer) ? nobody : before.holder;
        return setHolder(session, before.id, holder, doer.now)
            .and_then([&](Done) {
                const bool wasHeld = holder.kind != domain::HolderKind::Nobody;
                return tellLog(session, doer, wasHeld ? "conversation.take" : "conversation.release",
                               QStringLiteral("conversation:%1").arg(before.id.value));
            })
            .map([](Done) { return true; });
    }
    case Kind::Label:
        return sortOne(session, *c, {.kind = Kind::Unlabel, .label = act.label}, doer);
    case Kind::Unlabel:
        return sortOne(session, *c, {.kind = Kind::Label, .label = act.label}, doer);
    }
    return false;
}

Result<Sorted> sortAll(Session& session, const std::set<domain::ConversationId>& ids, const SortAct& act,
                       const Doer& doer)
{
    if (act.kind == Kind::Label || act.kind == Kind::Unlabel) {
        if (const auto known = store::Labels(session).find(act.label); !known) {
            return fail(known.error());
        }
    }
    Sorted sorted{act};
    for (const auto id : ids) {
        const auto c = store::loadConversation(session, id, true);
        if (!c) {
            if (c.error().code == ErrorCode::NotFound) {
                continue;
            }
            return fail(c.error());
        }
        if (act.kind == Kind::Snooze || act.kind == Kind::HandBack) {
            const auto urgent = isUrgent(session, *c);
            if (!urgent) {
                return fail(urgent.error());
            }
            if (*urgent || isOfAnother(c->holder, doer)) {
                ++(*urgent ? sorted.urgent : sorted.held);
                continue;
            }
            // The agent answers what comes next, not what was written before.
            const auto waits = act.kind == Kind::HandBack ? waitsForAnswer(session, *c) : Result<bool>(false);
            if (!waits) {
                return fail(waits.error());
            }
            if (*waits) {
                ++sorted.waiting;
                continue;
            }
        }
        const auto changed = sortOne(session, *c, act, doer);
        if (!changed) {
            return fail(changed.error());
        }
        if (*changed) {
            sorted.changed.push_back({id, c->lastMessage, c->unread, c->isReminded, c->snoozedUntil, c->holder});
        }
    }
    return sorted;
}

/// With the spaces put right.
Result<Label> checkedLabel(Label label)
{
    label.name = label.name.simplified();
    if (label.name.isEmpty() || label.name.size() > domain::maxLabelName) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a label has 1 to %1 characters").arg(domain::maxLabelName),
                    label.name.isEmpty() ? QStringLiteral("label.empty") : QStringLiteral("label.tooLong"));
    }
    return label;
}

Result<Done> checkAct(const std::vector<domain::ConversationId>& ids, const SortAct& act, base::Instant now)
{
    if (ids.size() > maxSorted) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("at most %1 conversations are sorted at once").arg(maxSorted),
                    QStringLiteral("sorting.tooMany"));
    }
    if (act.kind == Kind::Snooze && (act.until <= now || act.until > now + longestSnooze)) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("a conversation is put off until a time within a year"),
                    QStringLiteral("sorting.time"));
    }
    return Done{};
}

} // namespace

LocalSorting::LocalSorting(store::Store& store, base::Clock& clock, QString staff)
    : m_store(store)
    , m_clock(clock)
    , m_staff(std::move(staff))
{
}

Future<std::vector<Label>> LocalSorting::labels()
{
    return m_store.read([](Session& session) { return store::Labels(session).all(); });
}

Future<std::vector<LabelId>> LocalSorting::labelsOf(domain::ConversationId id)
{
    return m_store.read([id](Session& session) { return store::Labels(session).of(id); });
}

Future<LabelId> LocalSorting::addLabel(const Label& label)
{
    const auto kept = checkedLabel(label);
    if (!kept) {
        return base::ready<LabelId>(fail(kept.error()));
    }
    return m_store.write([kept = *kept, doer = Doer{m_staff, m_clock.now()}](Session& session) -> Result<LabelId> {
        store::Labels labels(session);
        const auto known = labels.all();
        if (!known) {
            return fail(known.error());
        }
        if (int(known->size()) >= domain::maxLabels) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("a clinic has at most %1 labels").arg(domain::maxLabels),
                        QStringLiteral("label.tooMany"));
        }
        return labels.add(kept).and_then([&](LabelId id) {
            return tellLog(session, doer, "label.added", labelSubject(id)).map([id](Done) { return id; });
        });
    });
}

Future<Done> LocalSorting::changeLabel(const Label& was, const Label& to)
{
    const auto kept = checkedLabel(to);
    if (!kept) {
        return base::ready<Done>(fail(kept.error()));
    }
    return m_store.write([was, kept = *kept, doer = Doer{m_staff, m_clock.now()}](Session& session) {
        return store::Labels(session).change(was, kept).and_then(
            [&](Done) { return tellLog(session, doer, "label.changed", labelSubject(was.id)); });
    });
}

Future<Done> LocalSorting::removeLabel(LabelId id)
{
    return m_store.write([id, doer = Doer{m_staff, m_clock.now()}](Session& session) {
        return store::Labels(session).remove(id).and_then(
            [&](Done) { return tellLog(session, doer, "label.removed", labelSubject(id)); });
    });
}

Future<Sorted> LocalSorting::sort(const std::vector<domain::ConversationId>& ids, const SortAct& act)
{
    const Doer doer{m_staff, m_clock.now()};
    if (const auto good = checkAct(ids, act, doer.now); !good) {
        return base::ready<Sorted>(fail(good.error()));
    }
    // In order, so that two desks do not wait for one another.
    const std::set<domain::ConversationId> each(ids.begin(), ids.end());
    return m_store.write([=](Session& session) { return sortAll(session, each, act, doer); });
}

Future<int> LocalSorting::undo(const Sorted& done)
{
    return m_store.write([done, doer = Doer{m_staff, m_clock.now()}](Session& session) -> Result<int> {
        int undone = 0;
        for (const auto& before : done.changed) {
            const auto back = undoOne(session, before, done.act, doer);
            if (!back) {
                return fail(back.error());
            }
            undone += *back ? 1 : 0;
        }
        return undone;
    });
}

} // namespace delpek::desk
