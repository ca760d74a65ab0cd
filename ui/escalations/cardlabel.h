// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace delpek::ui
{

/// A label for words of people: plain text, wrapped, on the leading side of the layout, to be copied with the mouse.
/// `kind` is a kind of the style sheet ("muted", "heading", "warn"), or null.
QLabel* cardLabel(const QWidget& layout, const QString& text = {}, const char* kind = nullptr);

/// A label for what is wrong, hidden while nothing is.
QLabel* troubleLabel(QWidget* parent);

/// A sentence of ours, to run in the direction of the layout even when a name in other letters stands first in it: the
/// text of a label that can be selected takes its direction from the first letter, also from an isolated one.
QString directed(const QWidget& layout, const QString& sentence);

/// Changes a widget's kind in the style sheet.
void setKind(QWidget& widget, const QString& kind);

/// Says below a form what became of it; empty: nothing.
void showSaid(QLabel& label, const QString& text, bool isTrouble);
/// The same for a label that keeps its name.
void showOutcome(QLabel& label, const QString& text, bool isTrouble);

} // namespace delpek::ui
