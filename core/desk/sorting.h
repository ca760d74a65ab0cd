// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "domain/conversation.h"
#include "domain/label.h"

#include <optional>
#include <vector>

namespace delpek::desk
{

/// At most so many conversations are sorted in one go.
inline constexpr size_t maxSorted = 500;
/// A conversation is put off for at most so long.
inline constexpr base::Duration longestSnooze = std::chrono::hours(24 * 366);

/// What is done to several conversations at once. Seen: read without being opened. Snooze: out of the list until
/// `until` at every desk, or until the patient writes, somebody takes or hands over the conversation, it becomes urgent
/// or a send fails. HandBack: the agent goes on, also where nobody held the conversation; it
/// does not answer what was written before.
struct SortAct {
    enum class Kind { Seen, Snooze, Wake, Label, Unlabel, HandBack };
    Kind kind = Kind::Seen;
    domain::LabelId label = {};
    base::Instant until = {};
};

/// What was done, with all that is needed to take it back.
struct Sorted {
    struct Before {
        domain::ConversationId id;
        domain::MessageId lastMessage;
        int unread = 0;
        bool isReminded = false;
        std::optional<base::Instant> snoozedUntil = {};
        domain::Holder holder = {};
    };
    SortAct act;
    std::vector<Before> changed = {}; ///< those that were not so before
    int urgent = 0;                   ///< left as they were, because an escalation is open
    int held = 0;                     ///< left as they were, because another member of staff holds them
    int waiting = 0;                  ///< not given back to the agent, because the patient waits for an answer
};

/// How staff keep the list of conversations in order: labels, putting off, reading. As Desk: any thread, answers later,
/// blocks nowhere. Conversations that changed are told with Topic::Conversation, labels with Topic::Label.
class Sorting
{
public:
    virtual ~Sorting() = default;

    /// By name.
    virtual Future<std::vector<domain::Label>> labels() = 0;
    /// The ids of a conversation's labels.
    virtual Future<std::vector<domain::LabelId>> labelsOf(domain::ConversationId id) = 0;
    /// InvalidInput without a name, with a longer one than domain::maxLabelName or beyond domain::maxLabels; Conflict
    /// when the name is taken.
    virtual Future<domain::LabelId> addLabel(const domain::Label& label) = 0;
    /// Makes `to` of `was`, as it was read; as addLabel, and Conflict when it is not so any more, NotFound when it is
    /// gone.
    virtual Future<Done> changeLabel(const domain::Label& was, const domain::Label& to) = 0;
    /// Takes it off all conversations, too. NotFound when it is gone.
    virtual Future<Done> removeLabel(domain::LabelId id) = 0;

    /// All in one write. Conversations that are gone are left out. InvalidInput for more than maxSorted, or a time to
    /// put off until that is not ahead or beyond longestSnooze; NotFound when the label is gone.
    virtual Future<Sorted> sort(const std::vector<domain::ConversationId>& ids, const SortAct& act) = 0;
    /// Makes each conversation as it was, unless something happened to it since. Gives how many.
    virtual Future<int> undo(const Sorted& done) = 0;
};

} // namespace delpek::desk
