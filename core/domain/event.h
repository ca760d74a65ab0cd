// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/message.h"

#include <QStringList>

#include <variant>
#include <vector>

// What a channel's parser makes of one delivery. Values only; a parser never looks anything up.

namespace delpek::domain
{

/// Who wrote, as the delivery tells it.
struct Sender {
    ChannelAddress address;
    QString displayName;
    std::optional<Phone> phone; ///< only where the channel vouches for it
    QString language;           ///< IETF tag when the channel tells one
    QStringList otherIds; ///< further ids by which the account knows this patient (WhatsApp's user id, WAHA's lid)
};

struct MessageReceived {
    Sender sender;
    QString providerId;
    base::Instant sentAt;
    MessageKind kind = MessageKind::Text;
    QString text;
    QString choice;
    QString quotedProviderId;
    QString quotedText = {}; ///< the part of the quoted message that the patient marked; never his own words
    QString mediaId;         ///< what the channel fetches the file by; empty without a file
    QString mediaType;
    QString mediaName;
    qint64 mediaSize = 0;     ///< bytes; 0 where the channel does not tell
    bool voice = false;       ///< recorded in the chat
    bool transcribed = false; ///< `text` is the transcript of a voice note
    bool forwarded = false;
    std::optional<Place> place;
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
    QString providerId; ///< of the message reacted to
    QString emoji;      ///< empty: taken back
    base::Instant at;
};

/// The provider's evidence on a message of ours. An older state never overwrites a newer one.
struct DeliveryReported {
    ChannelKind channel = ChannelKind::WhatsApp;
    QString account;
    QString providerId;
    DeliveryState state = DeliveryState::Sent;
    base::Instant at;
    QString reference; ///< our own, echoed back (biz_opaque_callback_data); may be empty
    int errorCode = 0;
    QString errorKey;
};

/// A person of the clinic wrote from the clinic's own phone: takes the conversation at once.
struct EchoReceived {
    Sender patient;
    QString providerId;
    QString text;
    base::Instant sentAt;
    MessageKind kind = MessageKind::Text;
    QString mediaId = {};
    QString mediaType = {};
    QString mediaName = {};
};

/// The patient is known by another id from now on: a new number, a chat that was moved.
struct AddressChanged {
    ChannelAddress from;
    QString user; ///< the new ChannelAddress::user
    std::optional<Phone> phone;
    base::Instant at;
};

/// What the provider decided on a template of the clinic.
struct TemplateChanged {
    ChannelKind channel = ChannelKind::WhatsApp;
    QString account;
    QString name;
    QString language; ///< the provider's code, with an underscore: "he", "en_US"
    QString state;    ///< the provider's word in lower case: "approved", "rejected", "paused"; empty: unchanged
    QString category; ///< "utility", "marketing"; empty: unchanged
    QString reason;   ///< a provider's word, safe to log; may be empty
    base::Instant at;
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

using Event = std::variant<MessageReceived, MessageEdited, MessageDeleted, ReactionChanged, DeliveryReported,
                           EchoReceived, AddressChanged, TemplateChanged, ReachabilityChanged, Ignored>;

} // namespace delpek::domain
