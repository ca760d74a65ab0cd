// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/notification.h"

#include <array>

namespace delpek::store
{

namespace
{

using domain::Topic;

// A topic's place in this list is its number on the wire: append, never reorder.
constexpr std::array topics{Topic::Inbox,      Topic::Conversation, Topic::Message,  Topic::Outbox,     Topic::Decision,
                            Topic::Escalation, Topic::Clinic,       Topic::Draft,    Topic::Setting,    Topic::Waiting,
                            Topic::Attachment, Topic::Template,     Topic::Erased,   Topic::QuickReply, Topic::Note,
                            Topic::Label,      Topic::Shift,        Topic::LaterSend};
static_assert(topics.size() == std::size_t(Topic::LaterSend) + 1, "every topic travels");
constexpr qsizetype payloadLimit = 7900;

std::optional<domain::Change> parse(const QString& word)
{
    const auto parts = word.split(QLatin1Char('.'));
    if (parts.size() != 3) {
        return std::nullopt;
    }
    bool topicOk = false;
    bool idOk = false;
    bool conversationOk = false;
    const auto topic = parts[0].toUInt(&topicOk);
    const auto id = parts[1].toLongLong(&idOk);
    const auto conversation = parts[2].toLongLong(&conversationOk);
    if (!topicOk || !idOk || !conversationOk || topic >= topics.size()) {
        return std::nullopt;
    }
    return domain::Change{topics[topic], id, conversation};
}

} // namespace

QStringList toPayloads(const QString& node, const std::vector<domain::Change>& changes)
{
    QStringList payloads;
    for (const auto& change : changes) {
        const auto topic = std::ranges::find(topics, change.topic) - topics.begin();
        const auto word = QStringLiteral(" %1.%2.%3").arg(topic).arg(change.id).arg(change.conversation);
        if (payloads.isEmpty() || payloads.last().size() + word.size() > payloadLimit) {
            payloads.append(node);
        }
        payloads.last().append(word);
    }
    return payloads;
}

std::optional<Notification> fromPayload(const QString& payload)
{
    const auto words = payload.split(QLatin1Char(' '));
    Notification notification{words.first(), {}};
    for (const auto& word : words.mid(1)) {
        const auto change = parse(word);
        if (!change) {
            return std::nullopt;
        }
        notification.changes.push_back(*change);
    }
    return notification;
}

std::vector<domain::Change> anything()
{
    std::vector<domain::Change> changes;
    for (const auto topic : topics) {
        changes.push_back({topic, 0, 0});
    }
    return changes;
}

} // namespace delpek::store
