// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "domain/event.h"
#include "domain/message.h"

namespace delpek::channels
{

/// What one channel account can carry. A send that asks for more is refused with InvalidInput or made less (options
/// become numbered lines); see Channel::send.
struct Capabilities {
    bool buttons = false;
    int maxButtons = 0;
    int maxButtonLabel = 0;       ///< characters
    int maxText = 4096;           ///< UTF-16 units a message
    int maxInteractive = 0;       ///< UTF-16 units of a message with buttons; 0: as without
    int maxCaption = 0;           ///< UTF-16 units below a file; 0: a file goes without words
    bool echoesReference = false; ///< an unknown send can be looked up by our reference
    bool hasWindow = false;       ///< free text only within 24 hours of the patient's last message
    bool files = false;           ///< pictures, documents, voice notes; each still has to pass Channel::checkFile
    bool places = false;
    bool templates = false;
    bool reactions = false;
    bool edits = false;  ///< our own messages
    bool typing = false; ///< Channel::showReading has something to show
};

struct OutgoingFile {
    domain::MessageKind kind = domain::MessageKind::Document; ///< Image, Video, Audio, Document or Sticker
    QString type;                                             ///< MIME type
    QString name;
    bool voice = false; ///< to be shown as spoken
    QByteArray bytes;
};

/// What is to be sent, channel-neutral. Text holds no bidirectional controls: the sender strips them. At most one of
/// file, place and template is set; with a file the text is its caption, with a template it is not sent.
struct Outgoing {
    domain::ChannelAddress to;
    std::optional<domain::Phone> phone;
    QString text;
    std::vector<domain::Option> options; ///< as buttons where the channel has them, else numbered lines
    QString quotedProviderId;
    QString reference;
    std::optional<OutgoingFile> file;
    std::optional<domain::Place> place;
    std::optional<domain::TemplateUse> templated;
};

/// A file of a patient's as its provider gave it.
struct MediaFile {
    QByteArray bytes;
    QString type; ///< as the provider declares it; may be empty
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

    /// Whether the provider hides who the sender is and may tell when it is asked. Pure.
    virtual bool isHidden(const domain::Sender& sender) const;
    /// The sender by a better known id, with this one among `otherIds`, and the phone; as he is where the provider does
    /// not know more. Asked before his message is taken in, so the answer comes soon or not at all.
    virtual Future<domain::Sender> identify(const domain::Sender& sender);

    /// Whether a file of ours can go out here. InvalidInput says which kinds and sizes do. Pure.
    virtual Result<Done> checkFile(const OutgoingFile& file) const;
    /// The file behind Attachment::reference. InvalidInput when it is longer than `most` bytes or the reference is none
    /// of this channel's, NotFound when the provider does not have it any more (ask again: its links expire), else the
    /// errors of `send`. It changes nothing, so Timeout may be tried again.
    virtual Future<MediaFile> fetchMedia(const QString& reference, qint64 most);
    /// Shows the patient that `providerId` was read and, with `typing`, that an answer is being written. For courtesy:
    /// nothing depends on its success. Shown for some seconds or until the next message, as the provider has it.
    virtual Future<Done> showReading(const domain::ChannelAddress& to, const QString& providerId, bool typing);
    /// Our reaction to a message; an empty `emoji` takes it back.
    virtual Future<Done> react(const domain::ChannelAddress& to, const QString& providerId, const QString& emoji);
    /// New words for a message of ours.
    virtual Future<Done> edit(const domain::ChannelAddress& to, const QString& providerId, const QString& text,
                              const std::vector<domain::Option>& options);
};

} // namespace delpek::channels
