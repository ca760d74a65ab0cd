// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace delpek::ui
{

/// Notices when nobody has touched the keyboard, the mouse or the screen of this program for a while. UI thread.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    /// Watches all windows of the application.
    explicit IdleWatch(QObject* parent = nullptr);

    /// Begins anew; 0: never.
    void setAfter(base::Duration after);

Q_SIGNALS:
    /// Once; then after the next touch and the same time again.
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    base::Duration m_after{0};
    QElapsedTimer m_since;
    QTimer m_timer;
};

} // namespace delpek::ui
