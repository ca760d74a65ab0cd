// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/searchterms.h"

#include <QRect>
#include <QTextLayout>

class QPainter;

namespace delpek::ui
{

struct Colours;

/// The words that a search found, on the theme's ground for them.
QList<QTextLayout::FormatRange> foundFormats(const std::vector<domain::TextSpan>& marks, const Colours& colours);

/// A snippet as it is shown: telephone numbers keep their plus at the front inside Hebrew, and the marks their words.
domain::Snippet readable(domain::Snippet snippet);

/// The snippet on at most `lines` lines, shortened with an ellipsis; aligned to the start of the layout, its words in
/// their own direction.
void drawFound(QPainter& painter, const QRect& area, Qt::LayoutDirection layout, const QFont& font,
               const QColor& colour, const Colours& colours, const domain::Snippet& snippet, int lines);

} // namespace delpek::ui
