// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <functional>
#include <memory>
#include <vector>

namespace delpek::domain
{

/// Waiting: messages of a patient wait for a turn again, without a delivery that would tell. Attachment: a file is to
/// be fetched or a voice note to be written down. Erased: a conversation is there no more.
enum class Topic {
    Inbox,
    Conversation,
    Message,
    Outbox,
    Decision,
    Escalation,
    Clinic,
    Draft,
    Setting,
    Waiting,
    Attachment,
    Template,
    Erased,
    QuickReply,
    Note,
    Label,
    Shift,
    LaterSend,
    AgentDraft,
    Presence,
    Review
};

/// The name of something that changed: read it again if you show it. `conversation` is set where one is concerned.
struct Change {
    Topic topic = Topic::Conversation;
    qint64 id = 0;
    qint64 conversation = 0;
    friend auto operator<=>(const Change&, const Change&) = default;
};

using ChangeCallback = std::function<void(const std::vector<Change>&)>;

/// Keeps a callback registered; ends it when destroyed. After the destructor the callback does not run any more.
using Subscription = std::shared_ptr<void>;

} // namespace delpek::domain
