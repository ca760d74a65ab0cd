// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QPushButton>

namespace delpek::ui
{

/// A small button that can be dragged away as well as pressed.
class DragChip final : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

Q_SIGNALS:
    /// The mouse takes it away. Whoever listens may end only after the drag has; the chip may be gone by then.
    void dragged();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QPoint m_pressed;
};

} // namespace delpek::ui
