// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakesorting.h"

namespace delpek::test
{

using desk::SortAct;
using desk::Sorted;
using domain::Label;
using domain::LabelId;
using Kind = SortAct::Kind;

Future<std::vector<Label>> FakeSorting::labels()
{
    return base::ready(Result<std::vector<Label>>(all));
}

Future<std::vector<LabelId>> FakeSorting::labelsOf(domain::ConversationId id)
{
    return base::ready(Result<std::vector<LabelId>>(worn[id]));
}

Result<Done> FakeSorting::checkFree(LabelId id, const QString& name) const
{
    if (std::ranges::any_of(all, [&](const Label& other) { return other.id != id && other.name == name; })) {
        return fail(ErrorCode::Conflict, QStringLiteral("taken"), QStringLiteral("label.taken"));
    }
    return Done{};
}

Future<LabelId> FakeSorting::addLabel(const Label& label)
{
    if (const auto free = checkFree({}, label.name); !free) {
        return base::ready<LabelId>(fail(free.error()));
    }
    Label kept = label;
    kept.id.value = 1 + qint64(all.size());
    all.push_back(kept);
    m_publish({{domain::Topic::Label, kept.id.value, 0}});
    return base::ready(Result<LabelId>(kept.id));
}

Future<Done> FakeSorting::changeLabel(const Label& was, const Label& to)
{
    if (const auto free = checkFree(was.id, to.name); !free) {
        return base::ready<Done>(fail(free.error()));
    }
    const auto place = std::ranges::find(all, was);
    if (place == all.end()) {
        return base::ready<Done>(fail(ErrorCode::Conflict, QStringLiteral("changed"), QStringLiteral("label.changed")));
    }
    *place = to;
    place->id = was.id;
    m_publish({{domain::Topic::Label, was.id.value, 0}});
    return base::ready(Result<Done>(Done{}));
}

Future<Done> FakeSorting::removeLabel(LabelId id)
{
    std::erase_if(all, [id](const Label& label) { return label.id == id; });
    for (auto& [conversation, labels] : worn) {
        std::erase(labels, id);
    }
    m_publish({{domain::Topic::Label, id.value, 0}});
    return base::ready(Result<Done>(Done{}));
}

Future<Sorted> FakeSorting::sort(const std::vector<domain::ConversationId>& ids, const SortAct& act)
{
    Sorted done{act};
    std::vector<domain::Change> changes;
    for (const auto id : ids) {
        auto& c = m_conversations.at(id);
        if ((act.kind == Kind::Snooze || act.kind == Kind::HandBack) && c.urgency != domain::Urgency::Routine) {
            ++done.urgent;
            continue;
        }
        done.changed.push_back({id, c.lastMessage, c.unread, c.isReminded, c.snoozedUntil, c.holder});
        changes.push_back({domain::Topic::Conversation, id.value, id.value});
        switch (act.kind) {
        case Kind::Seen:
            c.unread = 0;
            c.isReminded = false;
            break;
        case Kind::Snooze:
            c.snoozedUntil = act.until;
            break;
        case Kind::Wake:
            c.snoozedUntil.reset();
            break;
        case Kind::HandBack:
            c.holder = {domain::HolderKind::Agent, {}};
            break;
        case Kind::Label:
            worn[id].push_back(act.label);
            break;
        case Kind::Unlabel:
            std::erase(worn[id], act.label);
            break;
        }
    }
    m_publish(changes);
    return base::ready(Result<Sorted>(done));
}

Future<int> FakeSorting::undo(const Sorted& done)
{
    std::vector<domain::Change> changes;
    for (const auto& before : done.changed) {
        auto& c = m_conversations.at(before.id);
        if (done.act.kind == Kind::Label) {
            std::erase(worn[before.id], done.act.label);
        } else if (done.act.kind == Kind::Unlabel) {
            worn[before.id].push_back(done.act.label);
        } else if (done.act.kind == Kind::HandBack) {
            c.holder = before.holder;
        } else {
            c.unread = before.unread;
            c.isReminded = before.isReminded;
            c.snoozedUntil = before.snoozedUntil;
        }
        changes.push_back({domain::Topic::Conversation, before.id.value, before.id.value});
    }
    m_publish(changes);
    return base::ready(Result<int>(int(done.changed.size())));
}

} // namespace delpek::test
