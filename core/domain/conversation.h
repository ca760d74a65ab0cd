// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "domain/ids.h"
#include "domain/language.h"
#include "domain/message.h"
#include "domain/phone.h"
#include "domain/urgency.h"

#include <QString>

#include <optional>

namespace delpek::domain
{

enum class ChannelKind { WhatsApp, Waha, Telegram, WebChat };

enum class HolderKind { Agent, Staff, Doctor, Nobody };

/// How agents take part: Autopilot sends, Copilot drafts and a person sends, Off stays silent.
enum class Mode { Autopilot, Copilot, Off };

/// Who a conversation is with, in the channel's own terms. `account` is the clinic's side (phone_number_id, bot id),
/// `user` the patient's (business-scoped user id or wa_id, chat id).
struct ChannelAddress {
    ChannelKind channel = ChannelKind::WhatsApp;
    QString account;
    QString user;
    friend bool operator==(const ChannelAddress&, const ChannelAddress&) = default;
};

struct Holder {
    HolderKind kind = HolderKind::Agent;
    QString name; ///< of the staff member or doctor; empty otherwise
    friend bool operator==(const Holder&, const Holder&) = default;
};

/// All messages with one patient on one channel account.
struct Conversation {
    ConversationId id;
    ChannelAddress address;
    PersonId person;
    QString displayName;        ///< the profile name the channel shows; no proof of identity
    std::optional<Phone> phone; ///< where the channel vouches for it
    Language language = Language::Hebrew;
    Holder holder;
    qint64 epoch = 1; ///< raised by take-over, hand-back, a person's send, a patient's message or edit
    Mode mode = Mode::Autopilot;
    Urgency urgency = Urgency::Routine; ///< the highest of the open escalations
    bool needsPerson = false;
    std::optional<base::Instant> waitingSince; ///< when the wait for a person began
    base::Instant lastActivity;
    std::optional<base::Instant> lastPatientMessage; ///< starts WhatsApp's 24 hours
    MessageId lastMessage;
    QString preview; ///< the first words of the last message
    AuthorKind previewAuthor = AuthorKind::Patient;
    int unread = 0; ///< patient messages nobody at the desk has seen
    std::optional<base::Instant> snoozedUntil; ///< put off: out of the list until then
    bool isReminded = false;                   ///< that time came, and nobody has looked yet
    bool optedOut = false;
    bool blocked = false; ///< the patient blocked the clinic on this channel
};

/// May an agent's work made under `madeUnder` still be committed or sent? The one rule of the fence.
bool agentMayAct(const Conversation& conversation, qint64 madeUnder);

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::ChannelKind> =
    std::to_array<std::pair<delpek::domain::ChannelKind, const char*>>(
        {{delpek::domain::ChannelKind::WhatsApp, "whatsapp"},
         {delpek::domain::ChannelKind::Waha, "waha"},
         {delpek::domain::ChannelKind::Telegram, "telegram"},
         {delpek::domain::ChannelKind::WebChat, "webchat"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::HolderKind> =
    std::to_array<std::pair<delpek::domain::HolderKind, const char*>>({{delpek::domain::HolderKind::Agent, "agent"},
                                                                       {delpek::domain::HolderKind::Staff, "staff"},
                                                                       {delpek::domain::HolderKind::Doctor, "doctor"},
                                                                       {delpek::domain::HolderKind::Nobody, "nobody"}});
template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Mode> =
    std::to_array<std::pair<delpek::domain::Mode, const char*>>({{delpek::domain::Mode::Autopilot, "autopilot"},
                                                                 {delpek::domain::Mode::Copilot, "copilot"},
                                                                 {delpek::domain::Mode::Off, "off"}});
