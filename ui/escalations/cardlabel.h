// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace delpek::ui
{

/// A label for words of people: plain text, wrapped, on the leading side of the layout, to be copied with the mouse.
/// `kind` is a kind of the style sheet ("muted", "heading", "warn"), or null.
QLabel* cardLabel(const QWidget& layout, const QString& text = {}, const char* kind = nullptr);

/// Changes a widget's kind in the style sheet.
void setKind(QWidget& widget, const QString& kind);

} // namespace delpek::ui
