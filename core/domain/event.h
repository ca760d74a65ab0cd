// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"

#include <variant>
#include <vector>

// What a channel's parser makes of one delivery. Values only; a parser never looks anything up.

namespace delpek::domain
{

/// Who wrote, as the delivery tells it.
struct Sender {
    ChannelAddress address;
    QString displayName;
    std::optional<Phone> phone;  ///< only where the channel vouches for it
    QString language;            ///< IETF tag when the channel tells one
};

struct MessageReceived {
    Sender sender;
    QString providerId;
    base::Instant sentAt;
    MessageKind kind = MessageKind::Text;
    QString text;
    QString choice;
    QString quotedProviderId;
    QString mediaId;
    QString mediaType;
    bool transcribed = false;  ///< `text` is the transcript of a voice note
};

struct MessageEdited {
    Sender sender;
    QString providerId;
    QString text;
    base::Instant editedAt;
};

struct MessageDeleted {
    Sender sender;
    QString providerId;
};

struct ReactionChanged {
    Sender sender;
    QString providerId;  ///< of the message reacted to
    QString emoji;       ///< empty: taken back
    base::Instant at;
};

/// The provider's evidence on a message of ours. An older state never overwrites a newer one.
struct DeliveryReported {
    ChannelKind channel = ChannelKind::WhatsApp;
    QString account;
    QString providerId;
    DeliveryState state = DeliveryState::Sent;
    base::Instant at;
    QString reference;  ///< our own, echoed back (biz_opaque_callback_data); may be empty
    int errorCode = 0;
    QString errorKey;
};

/// A person of the clinic wrote from the clinic's own phone: takes the conversation at once.
struct EchoReceived {
    Sender patient;
    QString providerId;
    QString text;
    base::Instant sentAt;
};

/// The patient blocked or unblocked the clinic.
struct ReachabilityChanged {
    Sender sender;
    bool reachable = true;
};

/// Understood, and nothing to do. `what` names the kind for the log.
struct Ignored {
    QString what;
};

using Event = std::variant<MessageReceived, MessageEdited, MessageDeleted, ReactionChanged, DeliveryReported, EchoReceived,
                           ReachabilityChanged, Ignored>;

} // namespace delpek::domain
