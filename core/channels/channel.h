// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/event.h"
#include "domain/message.h"


namespace delpek::channels
{

struct Capabilities {
    bool buttons = false;
    int maxButtons = 0;
    int maxButtonLabel = 0;       ///< characters
    int maxText = 4096;           ///< UTF-16 units a message
    bool echoesReference = false; ///< an unknown send can be looked up by our reference
    bool hasWindow = false;       ///< free text only within 24 hours of the patient's last message
    bool reactions = false;
    bool edits = false;
};

/// What is to be sent, channel-neutral. Text holds no bidirectional controls: the sender strips them.
struct Outgoing {
    domain::ChannelAddress to;
    std::optional<domain::Phone> phone;
    QString text;
    std::vector<domain::Option> options; ///< as buttons where the channel has them, else numbered lines
    QString quotedProviderId;
    QString reference;
};

/// The provider's word that it took the message: accepted, not yet delivered.
struct Receipt {
    QString providerId;
};

/// Whether the account itself can send and receive, as one of its deliveries tells.
struct AccountState {
    std::optional<Error> fault; ///< with a text key and, in the detail, the remedy; nothing when all is well
    base::Instant at;
};

/// One channel account. `parse` is pure; `send` may be called from any thread. Errors of `send` are classified:
/// Timeout (effect unknown), Unavailable and RateLimited (no effect, try later, `retryAfter` obeyed), Unauthorised
/// (token), WindowClosed, Unreachable, Forbidden (policy), InvalidInput (this message can never go).
class Channel
{
public:
    virtual ~Channel() = default;
    virtual domain::ChannelKind kind() const = 0;
    virtual QString account() const = 0;
    virtual Capabilities capabilities() const = 0;
    virtual Result<std::vector<domain::Event>> parse(const QByteArray& raw) const = 0;
    /// What a delivery says of the account, where the channel tells such things. Pure.
    virtual std::optional<AccountState> accountState(const QByteArray& raw) const
    {
        Q_UNUSED(raw);
        return std::nullopt;
    }
    virtual Future<Receipt> send(const Outgoing& outgoing) = 0;
};

} // namespace delpek::channels
