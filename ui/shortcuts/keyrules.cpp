// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keyrules.h"

#include <algorithm>

namespace delpek::ui
{

namespace
{

/// With Ctrl, and Shift or not: what every text field does by itself. Named here and not asked of Qt, whose list has
/// others on each system: what is chosen at one desk must hold at the next.
constexpr Qt::Key editingKeys[] = {Qt::Key_A,    Qt::Key_C,   Qt::Key_V,         Qt::Key_X,      Qt::Key_Y,
                                   Qt::Key_Z,    Qt::Key_Up,  Qt::Key_Down,      Qt::Key_Left,   Qt::Key_Right,
                                   Qt::Key_Home, Qt::Key_End, Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Insert};

/// Alone they leave, choose or send; what they do with Ctrl differs from field to field.
constexpr Qt::Key controlKeys[] = {Qt::Key_Escape,  Qt::Key_Tab,        Qt::Key_Backtab, Qt::Key_Return, Qt::Key_Enter,
                                   Qt::Key_Space,   Qt::Key_Menu,       Qt::Key_Print,   Qt::Key_SysReq, Qt::Key_Pause,
                                   Qt::Key_NumLock, Qt::Key_ScrollLock, Qt::Key_CapsLock};

bool isFunctionKey(Qt::Key key)
{
    return key >= Qt::Key_F1 && key <= Qt::Key_F24;
}

bool isLetterOrDigit(Qt::Key key)
{
    return (key >= Qt::Key_A && key <= Qt::Key_Z) || (key >= Qt::Key_0 && key <= Qt::Key_9);
}

bool isSystems(Qt::Key key, Qt::KeyboardModifiers held)
{
    const bool leavesWindow = key == Qt::Key_Q && (held & Qt::ControlModifier);
    const bool closes = held == Qt::AltModifier && key == Qt::Key_F4;
    const bool opensMenu = held == Qt::ShiftModifier && key == Qt::Key_F10;
    const bool switchesConsole = isFunctionKey(key) && held.testFlags(Qt::ControlModifier | Qt::AltModifier);
    return leavesWindow || closes || opensMenu || switchesConsole || (held & Qt::MetaModifier) ||
           std::ranges::find(controlKeys, key) != std::end(controlKeys);
}

} // namespace

KeyFault keyFault(const QKeySequence& keys)
{
    if (keys.isEmpty()) {
        return KeyFault::None;
    }
    if (keys.count() > 1) {
        return KeyFault::Several;
    }
    const Qt::Key key = keys[0].key();
    const auto held = keys[0].keyboardModifiers();
    const auto typing = held & ~Qt::KeyboardModifiers(Qt::ShiftModifier | Qt::KeypadModifier);
    if (isSystems(key, held)) {
        return KeyFault::System;
    }
    if (!typing && !isFunctionKey(key)) {
        return KeyFault::Bare;
    }
    if (std::ranges::find(editingKeys, key) != std::end(editingKeys)) {
        return KeyFault::Editing;
    }
    if (typing == Qt::AltModifier && isLetterOrDigit(key)) {
        return KeyFault::Alt;
    }
    // What has no code of its own carries its letter: on another layout nobody could press it.
    if (key > 0x7f && key < Qt::Key_Escape) {
        return KeyFault::Layout;
    }
    return KeyFault::None;
}

QKeySequence pressedKeys(int key, Qt::KeyboardModifiers modifiers)
{
    switch (key) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Control:
    case Qt::Key_Shift:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
    case Qt::Key_Super_L:
    case Qt::Key_Super_R:
        return {};
    default:
        break;
    }
    auto held = modifiers & ~Qt::KeyboardModifiers(Qt::KeypadModifier | Qt::GroupSwitchModifier);
    // "Ctrl+Shift+1" arrives as "Ctrl+Shift+!", which is pressed as "Ctrl+!" is: the sign has the Shift in it.
    const bool isSign = key > Qt::Key_Space && key < 0x7f && !isLetterOrDigit(Qt::Key(key));
    if (isSign) {
        held &= ~Qt::KeyboardModifiers(Qt::ShiftModifier);
    }
    return QKeySequence(QKeyCombination(held, Qt::Key(key)));
}

} // namespace delpek::ui
