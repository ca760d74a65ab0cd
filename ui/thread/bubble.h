// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

namespace delpek::ui
{

class Theme;

enum class BubbleAction { SendAgain, ConfirmArrived, SaveFile, ShowPicture, HidePicture, CopyPlace };

/// What of a message's surroundings shapes its bubble.
struct BubbleSetting {
    int width = 0;             ///< of the viewport
    bool firstOfDay = false;   ///< a line with the day stands above
    bool firstOfAuthor = true; ///< the author's name stands above
    Qt::LayoutDirection direction = Qt::LeftToRight;
    QSize picture = {}; ///< of the picture that a person asked to see; empty: none
    int revision = 0;   ///< of the theme and the language
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
    struct Link {
        BubbleAction action;
        QString text;
        QRect area;
    };

    BubbleSetting setting;
    int height = 0;
    QRect dayLine;
    QRect body; ///< the coloured ground
    Label author;
    Label forwarded;
    Label quoted;              ///< what the author refers to
    Label attachment;          ///< what kind of media it is, or the file's name and size
    Paragraph attachmentState; ///< where the file or its transcript stands; without layout when there is nothing to say
    QRect picture;
    std::vector<Paragraph> paragraphs;
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
