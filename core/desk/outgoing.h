// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/message.h"

#include <QByteArray>

// What a person at a desk sends, and what is known of it until it is out of the house.

namespace delpek::desk
{

/// What a person at this desk may send now.
struct ComposerState {
    bool canSendText = true;
    QString reason;                            ///< text key when not: window.closed, channel.…, opted.out
    std::optional<base::Instant> windowCloses; ///< WhatsApp's 24 hours
    bool templates = false;                    ///< approved templates may be sent now, also when text may not
    bool files = false;                        ///< the channel carries files
    bool places = false;                       ///< the channel carries places, and where the clinic is is known
};

/// A file that a person sends.
struct FileContent {
    QByteArray bytes;
    QString type; ///< MIME type, as declared
    QString name;
    bool voice = false; ///< a voice note, as Desk::voiceNote makes it
    int seconds = 0;    ///< how long a voice note is
};

/// As what a file is shown: by its type.
inline domain::MessageKind kindOfFile(const QString& type)
{
    if (type.startsWith(QLatin1String("image/"))) {
        return domain::MessageKind::Image;
    }
    if (type.startsWith(QLatin1String("video/"))) {
        return domain::MessageKind::Video;
    }
    return type.startsWith(QLatin1String("audio/")) ? domain::MessageKind::Audio : domain::MessageKind::Document;
}

/// What goes out in one go: where the clinic is, then the files, the text below the first file or by itself.
struct Parcel {
    QString text;
    std::vector<FileContent> files = {};
    bool place = false; ///< where the clinic is
};

/// A send of this member of staff that waits for the seconds in which it can be taken back.
struct HeldSend {
    domain::MessageId message; ///< the last one of what was sent in one go
    domain::ConversationId conversation;
    QString recipient; ///< as the channel shows the patient; may be empty
    base::Instant goesOut;
};

/// What came back: it never left the house.
struct TakenBack {
    domain::ConversationId conversation;
    std::vector<domain::Message> messages; ///< ascending; their files can still be read
    QString draft;                         ///< the words, in front of what was written since; saved already
};

/// One field of a template. `value` is what the records know; empty where they do not, or where it is not clear whom
/// they would mean.
struct TemplateField {
    QString name;
    QString value;
    QString example;
};

/// A template in one language, as it can be sent in one conversation. Fields stand in the texts as {{name}}.
struct TemplateChoice {
    QString name;
    QString language; ///< the provider's code: "he", "en"
    QString header;
    QString body;
    QString footer;
    QStringList buttons;
    std::vector<TemplateField> fields;
    QString state;         ///< the provider's word in lower case; empty: nothing heard yet
    bool sendable = false; ///< approved
};

} // namespace delpek::desk
