// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxmodel.h"

#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/presence/presencekeeper.h"
#include "ui/presence/presencewords.h"
#include "ui/problembar.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/sortingwords.h"
#include "ui/wording.h"

namespace delpek::ui
{

namespace
{

constexpr int pageSize = 50;
const auto source = QStringLiteral("inbox");

bool concernsInbox(domain::Topic topic)
{
    using domain::Topic;
    return topic == Topic::Conversation || topic == Topic::Message || topic == Topic::Escalation ||
           topic == Topic::Draft || topic == Topic::AgentDraft || topic == Topic::LaterSend;
}

} // namespace

InboxModel::InboxModel(const Context& context, const LabelBook& labels, QObject* parent)
    : InboxRows(parent)
    , m_context(context)
    , m_labels(labels)
{
    connect(&context.feed, &ChangeFeed::changed, this, &InboxModel::onChanges);
    connect(&labels, &LabelBook::changed, this, &InboxModel::reload);
    connect(&context.presence, &PresenceKeeper::changed, this, &InboxModel::tick);
    connect(&m_ticker, &QTimer::timeout, this, &InboxModel::tick);
    m_ticker.start(std::chrono::seconds(30));
}

QVariant InboxModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const desk::InboxRow& row = m_rows[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words::title(row.conversation);
    case Qt::AccessibleTextRole:
        return sentence(row);
    case ConversationRole:
        return row.conversation.id.value;
    default:
        return {};
    }
}

bool InboxModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_mayHaveMore && !m_loading;
}

void InboxModel::fetchMore(const QModelIndex& parent)
{
    if (!canFetchMore(parent) || m_rows.empty()) {
        return;
    }
    m_loading = true;
    const domain::Conversation& last = m_rows.back().conversation;
    const desk::InboxRequest request{m_view, m_label, desk::Cursor{last.lastActivity, last.id}, pageSize};
    whenDone(m_context.desk.inbox(request), this, [this, generation = m_generation](auto result) {
        if (generation != m_generation) {
            return;
        }
        m_loading = false;
        if (!result) {
            m_mayHaveMore = false;
            m_context.problems.report(source, result.error(), [this] { reload(); });
            return;
        }
        m_mayHaveMore = int(result->size()) == pageSize;
        std::erase_if(*result, [this](const auto& row) { return indexOf(row.conversation.id).isValid(); });
        if (!result->empty()) {
            const int first = int(m_rows.size());
            beginInsertRows({}, first, first + int(result->size()) - 1);
            std::ranges::move(*result, std::back_inserter(m_rows));
            endInsertRows();
        }
        if (std::exchange(m_again, false)) {
            reload();
        }
    });
}

void InboxModel::setView(desk::View view, std::optional<domain::LabelId> label)
{
    m_view = view;
    m_label = label;
    reload();
}

QString InboxModel::preview(const domain::Conversation& conversation)
{
    return conversation.preview.isEmpty() && conversation.lastMessage.isValid() ? tr("File, picture or place")
                                                                                : conversation.preview;
}

void InboxModel::reload()
{
    const int generation = ++m_generation;
    m_loading = true;
    m_again = false;
    const int limit = std::max(pageSize, int(m_rows.size()));
    whenDone(m_context.desk.inbox({m_view, m_label, std::nullopt, limit}), this,
             [this, generation, limit](auto result) {
                 if (generation != m_generation) {
                     return;
                 }
                 m_loading = false;
                 if (!result) {
                     m_context.problems.report(source, result.error(), [this] { reload(); });
                     return;
                 }
                 m_context.problems.worked(source);
                 m_mayHaveMore = int(result->size()) == limit;
                 apply(std::move(*result));
                 Q_EMIT loaded();
                 if (std::exchange(m_again, false)) {
                     reload();
                 }
             });
}

void InboxModel::tick()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    }
}

void InboxModel::onChanges(const std::vector<domain::Change>& changes)
{
    if (std::ranges::none_of(changes, [](const auto& change) { return concernsInbox(change.topic); })) {
        return;
    }
    if (m_loading) {
        m_again = true;
    } else {
        reload();
    }
}

QString InboxModel::sentence(const desk::InboxRow& row) const
{
    const domain::Conversation& c = row.conversation;
    QStringList parts{words::title(c), words::channel(c.address.channel)};
    if (c.needsPerson || c.urgency != domain::Urgency::Routine) {
        parts.append(words::urgency(c.urgency));
    }
    if (c.waitingSince) {
        parts.append(tr("waiting for %1").arg(words::waited(m_context.desk.now() - *c.waitingSince)));
    }
    parts.append(tr("held by %1").arg(words::holder(c.holder, m_context.desk.staffName())));
    if (c.isReminded) {
        parts.append(tr("Reminder"));
    }
    if (c.snoozedUntil) {
        parts.append(tr("put off until %1").arg(words::ahead(*c.snoozedUntil, m_context.desk.now())));
    }
    for (const auto id : row.labels) {
        if (const auto* label = m_labels.find(id)) {
            parts.append(tr("label %1").arg(label->name));
        }
    }
    if (c.unread > 0) {
        parts.append(tr("%n unread message(s)", nullptr, c.unread));
    }
    if (const QString there = presencewords::sentence(m_context.presence.at(c.id)); !there.isEmpty()) {
        parts.append(there);
    }
    if (row.plannedFor) {
        parts.append(tr("a message goes out %1").arg(words::ahead(*row.plannedFor, m_context.desk.now())));
    }
    if (row.hasAgentDraft && row.draft.isEmpty()) {
        parts.append(tr("the agent has drafted an answer"));
    }
    parts.append(row.draft.isEmpty() ? preview(c) : tr("Draft: %1").arg(row.draft));
    return parts.join(QStringLiteral(", "));
}

} // namespace delpek::ui
