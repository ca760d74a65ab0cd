// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "domain/conversation.h"
#include "store/session.h"

#include <functional>

namespace delpek::desk
{

/// A message that a person sends.
struct StaffSend {
    domain::ConversationId conversation;
    domain::AuthorKind author = domain::AuthorKind::Staff;
    QString authorName; ///< under whose name it goes out
    QString draftOf;    ///< whose draft it was; empty: none
    QString text;       ///< with files: the caption of the first
    std::vector<domain::Attachment> files = {};
    std::optional<domain::Place> place = std::nullopt;
    std::optional<domain::TemplateUse> templated = std::nullopt; ///< `text` is what it reads as
    /// What a channel account takes; without it what most take.
    std::function<channels::Capabilities(const domain::ChannelAddress&)> limitsOf = nullptr;
    base::Duration undo{0};    ///< how long it can be taken back, see holdFor
    bool needsConsent = false; ///< see answerFault
    bool transcribe = false;   ///< voice notes are written down, for us
    bool clinical = false;     ///< a doctor's words, though another sends them
    bool isRepeat = false;     ///< of a message that failed: it answers nothing that came since
    bool callsInstead = false; ///< the approved words that the clinic calls: they need no consent and answer nothing
};

/// How long the send waits before it goes out, so that it can be taken back: `undo`, but nothing in an emergency, where
/// seconds count, nor when WhatsApp's window would close meanwhile, nor for what a doctor says.
base::Duration holdFor(const StaffSend& send, const domain::Conversation& conversation, base::Instant now);

/// Whether sendByPerson would take it now; the conversation, when it would. Fails like it.
Result<domain::Conversation> checkSend(store::Session& session, const StaffSend& send, base::Instant now);

/// Takes the conversation for the author, withdraws what an agent had queued, queues the message and clears the draft:
/// one write. A text that is longer than the channel takes becomes several messages, a caption too long for its file a
/// message behind it; the id is the last one's. What a doctor sends answers the open escalation. WindowClosed when
/// WhatsApp's 24 hours are over and it is no template, Unreachable when the patient blocked the clinic, InvalidInput
/// for an empty send, Forbidden with the key of answerFault for a doctor's words without the patient's consent.
Result<domain::MessageId> sendByPerson(store::Session& session, const StaffSend& send, base::Instant now);

/// Sets the holder, raises the epoch and withdraws what the fence no longer lets pass.
Result<Done> setHolder(store::Session& session, domain::ConversationId id, const domain::Holder& holder,
                       base::Instant now);

} // namespace delpek::desk
