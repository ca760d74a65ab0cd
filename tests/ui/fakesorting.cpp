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

Future<LabelId> FakeSorting::keepLabel(const Label& label)
{
    if (std::ranges::any_of(all,
                            [&](const Label& other) { return other.id != label.id && other.name == label.name; })) {
        return base::ready<LabelId>(fail(ErrorCode::Conflict, QStringLiteral("taken"), QStringLiteral("label.taken")));
    }
    Label kept = label;
    if (label.id.isValid()) {
        *std::ranges::find(all, label.id, &Label::id) = kept;
    } else {
        kept.id.value = 1 + qint64(all.size());
        all.push_back(kept);
    }
    m_publish({{domain::Topic::Label, kept.id.value, 0}});
    return base::ready(Result<LabelId>(kept.id));
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
    Sorted done{act, {}, 0};
    std::vector<domain::Change> changes;
    for (const auto id : ids) {
        auto& c = m_conversations.at(id);
        if (act.kind == Kind::Snooze && c.urgency != domain::Urgency::Routine) {
            ++done.urgent;
            continue;
        }
        done.changed.push_back({id, c.lastMessage, c.unread, c.isReminded, c.snoozedUntil});
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
