// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>

namespace delpek::ui
{

/// What keeps keys from being those of a command.
enum class KeyFault {
    None,
    Several, ///< more than one press in a row
    Bare,    ///< would be typed: no Ctrl, Alt or Meta, and no function key
    Editing, ///< belongs to writing and moving in a text
    Alt,     ///< Alt with a letter or digit: fields of forms and ready answers
    System,  ///< the computer's own
    Layout   ///< a letter that other keyboard layouts lack
};

/// Judges one press for a command. No keys at all are allowed.
KeyFault keyFault(const QKeySequence& keys);

/// What was pressed, out of a key event; empty while only Ctrl, Shift, Alt or Meta are held.
QKeySequence pressedKeys(int key, Qt::KeyboardModifiers modifiers);

} // namespace delpek::ui
