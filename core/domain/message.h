// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/attachment.h"
#include "domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace delpek::domain
{

enum class AuthorKind { Patient, Agent, Staff, Doctor, System };

/// What kind of content a message is. Media beyond its caption or transcript is fetched by its channel.
enum class MessageKind { Text, Image, Video, Audio, Document, Sticker, Location, Contact, Choice, Unsupported };

/// The life of an outgoing message. Only the provider's evidence moves it past Sending.
/// Unknown: the process ended between the call and its receipt. Withdrawn: the fence stopped it before it was sent.
enum class DeliveryState { None, Queued, Sending, Sent, Delivered, Read, Failed, Unknown, Withdrawn };

/// What an agent's message asks the patient for; also the kinds of answers in scenarios.
enum class Asks {
    Nothing,
    Identity,
    Treatment,
    When,
    Slot,
    Confirm,
    Reason,
    Doctor,
    Person,
    Appointment,
    Danger,
    Other
};

/// One offered answer. `value` is what the engine understands when it is chosen (at most 64 bytes of UTF-8, Telegram's
/// limit for callback data); `label` is what the patient sees.
struct Option {
    QString value;
    QString label;
    friend bool operator==(const Option&, const Option&) = default;
};

/// One message as it is kept and shown.
struct Message {
    MessageId id;
    ConversationId conversation;
    AuthorKind author = AuthorKind::Patient;
    QString authorName; ///< the agent's, the staff member's or the doctor's; empty for the patient
    MessageKind kind = MessageKind::Text;
    QString text;       ///< text, caption, transcript or chosen label
    QString choice;     ///< Option::value of a pressed button
    QString providerId; ///< the provider's id; empty until a receipt for outgoing messages
    QString quotedProviderId;
    QString quotedText;      ///< the part of that message which is referred to; never read as the author's words
    base::Instant sentAt;    ///< the sender's clock for patients; ours otherwise
    base::Instant createdAt; ///< when we stored it
    qint64 epoch = 0;        ///< of the conversation when the message was made
    DeliveryState delivery = DeliveryState::None;
    QString deliveryError; ///< text key when Failed
    Asks asks = Asks::Nothing;
    std::vector<Option> options;
    int version = 1; ///< raised by each edit
    bool deleted = false;
    QString reaction;    ///< the patient's emoji on this message; empty for none
    DecisionId decision; ///< the turn that wrote or consumed it
    QString correlation;
    bool forwarded = false; ///< the patient passed on somebody else's message
    std::optional<Attachment> attachment;
    std::optional<Place> place;
    std::optional<TemplateUse> templated; ///< ours; `text` is what it reads as

    bool isIncoming() const { return author == AuthorKind::Patient; }
    /// The words that the patient reads: not those that a computer heard in a voice note of ours.
    QString sentText() const { return !isIncoming() && attachment && attachment->voice ? QString() : text; }
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::AuthorKind> =
    std::to_array<std::pair<delpek::domain::AuthorKind, const char*>>({{delpek::domain::AuthorKind::Patient, "patient"},
                                                                       {delpek::domain::AuthorKind::Agent, "agent"},
                                                                       {delpek::domain::AuthorKind::Staff, "staff"},
                                                                       {delpek::domain::AuthorKind::Doctor, "doctor"},
                                                                       {delpek::domain::AuthorKind::System, "system"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::MessageKind> =
    std::to_array<std::pair<delpek::domain::MessageKind, const char*>>(
        {{delpek::domain::MessageKind::Text, "text"},
         {delpek::domain::MessageKind::Image, "image"},
         {delpek::domain::MessageKind::Video, "video"},
         {delpek::domain::MessageKind::Audio, "audio"},
         {delpek::domain::MessageKind::Document, "document"},
         {delpek::domain::MessageKind::Sticker, "sticker"},
         {delpek::domain::MessageKind::Location, "location"},
         {delpek::domain::MessageKind::Contact, "contact"},
         {delpek::domain::MessageKind::Choice, "choice"},
         {delpek::domain::MessageKind::Unsupported, "unsupported"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::DeliveryState> =
    std::to_array<std::pair<delpek::domain::DeliveryState, const char*>>(
        {{delpek::domain::DeliveryState::None, "none"},
         {delpek::domain::DeliveryState::Queued, "queued"},
         {delpek::domain::DeliveryState::Sending, "sending"},
         {delpek::domain::DeliveryState::Sent, "sent"},
         {delpek::domain::DeliveryState::Delivered, "delivered"},
         {delpek::domain::DeliveryState::Read, "read"},
         {delpek::domain::DeliveryState::Failed, "failed"},
         {delpek::domain::DeliveryState::Unknown, "unknown"},
         {delpek::domain::DeliveryState::Withdrawn, "withdrawn"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Asks> =
    std::to_array<std::pair<delpek::domain::Asks, const char*>>({{delpek::domain::Asks::Nothing, ""},
                                                                 {delpek::domain::Asks::Identity, "identity"},
                                                                 {delpek::domain::Asks::Treatment, "treatment"},
                                                                 {delpek::domain::Asks::When, "when"},
                                                                 {delpek::domain::Asks::Slot, "slot"},
                                                                 {delpek::domain::Asks::Confirm, "confirm"},
                                                                 {delpek::domain::Asks::Reason, "reason"},
                                                                 {delpek::domain::Asks::Doctor, "doctor"},
                                                                 {delpek::domain::Asks::Person, "person"},
                                                                 {delpek::domain::Asks::Appointment, "appointment"},
                                                                 {delpek::domain::Asks::Danger, "danger"},
                                                                 {delpek::domain::Asks::Other, "other"}});
