// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/internalnote.h"

#include <QRect>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace delpek::ui
{

class Theme;

/// What of a note's surroundings shapes its card.
struct NoteSetting {
    int width = 0; ///< of the viewport
    Qt::LayoutDirection direction = Qt::LeftToRight;
    int revision = 0; ///< of the theme, the language and the zone
    friend bool operator==(const NoteSetting&, const NoteSetting&) = default;
};

/// An internal note as it stands between the messages: across the thread, with an edge of its own, on the side of no
/// author. Measured once, from its own top-left corner.
struct NoteCard {
    struct Paragraph {
        std::unique_ptr<QTextLayout> layout;
        QPointF at;
    };

    NoteSetting setting;
    domain::InternalNote note;
    int height = 0;
    QRect body;
    QRect head; ///< who wrote it, when, and that it is no message
    std::vector<Paragraph> paragraphs;
};

/// Pure but for fonts and translators.
std::shared_ptr<const NoteCard> layOutNote(const domain::InternalNote& note, const NoteSetting& setting,
                                           const Theme& theme);

void paintNote(QPainter& painter, const NoteCard& card, const Theme& theme, base::Instant now);

/// The note as a whole sentence, for a screen reader.
QString spokenNote(const domain::InternalNote& note, base::Instant now);

} // namespace delpek::ui
