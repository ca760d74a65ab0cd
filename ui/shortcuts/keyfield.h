// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QLineEdit>

namespace delpek::ui
{

/// Shows keys and takes new ones by pressing them; while it has the focus no command of the window answers. Tab goes
/// on, Esc leaves.
class KeyField final : public QLineEdit
{
    Q_OBJECT

public:
    explicit KeyField(QWidget* parent = nullptr);

    void setKeys(const QKeySequence& keys);

Q_SIGNALS:
    void pressed(const QKeySequence& keys);
    void leaveWanted();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace delpek::ui
