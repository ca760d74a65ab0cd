// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/patient/dragchip.h"

#include <QApplication>
#include <QMouseEvent>

namespace delpek::ui
{

void DragChip::mousePressEvent(QMouseEvent* event)
{
    m_pressed = event->position().toPoint();
    QPushButton::mousePressEvent(event);
}

void DragChip::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint way = event->position().toPoint() - m_pressed;
    if (!isDown() || way.manhattanLength() < QApplication::startDragDistance()) {
        return QPushButton::mouseMoveEvent(event);
    }
    setDown(false); // it is not pressed
    Q_EMIT dragged();
}

} // namespace delpek::ui
