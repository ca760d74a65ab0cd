// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <optional>
#include <vector>

namespace delpek::ui
{

class Theme;

enum class BubbleAction {
    SendAgain,
    ConfirmArrived,
    SaveFile,
    ShowPicture,
    OpenPicture, ///< large, in the light box
    HidePicture,
    PlayVoice,
    PauseVoice,
    OpenMap,
    CopyPlace,
    ShowQuoted,
    ShowEarlier,
    HideEarlier
};

/// The message that another one answers, as it stands above it.
struct Quote {
    QString author;
    QString text;
    friend bool operator==(const Quote&, const Quote&) = default;
};

/// A voice note that is being listened to.
struct Listening {
    bool playing = false;
    int second = 0;
    int seconds = 0; ///< 0 while not known
    friend bool operator==(const Listening&, const Listening&) = default;
};

/// What of a message's surroundings shapes its bubble.
struct BubbleSetting {
    int width = 0;             ///< of the viewport
    bool firstOfDay = false;   ///< a line with the day stands above
    bool firstOfAuthor = true; ///< the author's name stands above
    bool firstUnread = false;  ///< a line says that from here on nobody has seen them
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QSize picture = {}; ///< of the picture that a person asked to see; empty: none
    std::optional<Quote> quote = {};
    std::optional<Listening> listening = {};
    QStringList earlier = {}; ///< what it said before, when a person asked to see it
    QString found = {};       ///< what was searched; its words are marked
    int revision = 0;         ///< of the theme, the language and the zone
    friend bool operator==(const BubbleSetting&, const BubbleSetting&) = default;
};

/// Everything measured about one message, once: where its parts are, from its own top-left corner. Paragraphs keep
/// their own direction.
struct Bubble {
    struct Paragraph {
        std::unique_ptr<QTextLayout> layout;
        QPointF at;
    };
    struct Label {
        QString text;
        QRect area;
    };
    /// Something to press: a button, or (plain) a part of the bubble that is drawn already.
    struct Link {
        BubbleAction action;
        QString text;
        QRect area;
        bool plain = false;
    };

    BubbleSetting setting;
    int height = 0;
    QRect dayLine;
    QRect unreadLine;
    QRect body; ///< the coloured ground
    Label author;
    Label forwarded;
    QRect quote;
    Label attachment;          ///< what kind of media it is, or the file's name and size
    Paragraph attachmentState; ///< where the file or its transcript stands; without layout when there is nothing to say
    QRect picture;
    Label listening; ///< how far a voice note is, below a line that shows it
    std::vector<Paragraph> paragraphs;
    std::vector<Paragraph> earlier;
    std::vector<Label> options;
    QRect footer;
    Label note; ///< why a message failed
    std::vector<Link> links;
    Label reaction;
};

/// Pure but for fonts and translators.
std::shared_ptr<const Bubble> layOut(const domain::Message& message, const BubbleSetting& setting, const Theme& theme);

/// The small line under a text: edited, time; delivery stands beside it as a drawing.
QString footerText(const domain::Message& message);

} // namespace delpek::ui
