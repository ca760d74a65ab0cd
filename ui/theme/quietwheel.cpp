// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/quietwheel.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QEvent>
#include <QSlider>

namespace delpek::ui
{

namespace
{

/// Null for what may follow the wheel.
QWidget* fieldOf(QObject* watched)
{
    const bool isField = qobject_cast<QComboBox*>(watched) || qobject_cast<QAbstractSpinBox*>(watched) ||
                         qobject_cast<QSlider*>(watched);
    return isField ? static_cast<QWidget*>(watched) : nullptr;
}

} // namespace

bool QuietWheel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Wheel && event->type() != QEvent::Polish) {
        return false;
    }
    QWidget* field = fieldOf(watched);
    if (!field) {
        return false;
    }
    if (event->type() == QEvent::Polish) {
        // Else the wheel itself would bring the focus.
        if (field->focusPolicy() == Qt::WheelFocus) {
            field->setFocusPolicy(Qt::StrongFocus);
        }
        return false;
    }
    if (field->hasFocus()) {
        return false;
    }
    // Left for the page around it.
    event->ignore();
    return true;
}

} // namespace delpek::ui
