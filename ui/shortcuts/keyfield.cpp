// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/keyfield.h"

#include "domain/isolate.h"
#include "ui/shortcuts/keyrules.h"
#include "ui/theme/linepainter.h"

#include <QKeyEvent>

namespace delpek::ui
{

KeyField::KeyField(QWidget* parent)
    : QLineEdit(parent)
{
    setReadOnly(true);
    setContextMenuPolicy(Qt::NoContextMenu);
    // No letters are written here: a keyboard that composes them would keep the press to itself.
    setAttribute(Qt::WA_InputMethodEnabled, false);
}

void KeyField::setKeys(const QKeySequence& keys)
{
    const QString text = keys.toString(QKeySequence::NativeText);
    setText(text.isEmpty() ? text : domain::isolate(text));
    setAlignment(leading(*this) | Qt::AlignVCenter);
}

bool KeyField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void KeyField::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT leaveWanted();
    } else if (const QKeySequence keys = pressedKeys(event->key(), event->modifiers()); !keys.isEmpty()) {
        Q_EMIT pressed(keys);
    }
}

} // namespace delpek::ui
