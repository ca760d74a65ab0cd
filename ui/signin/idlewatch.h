// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>

namespace delpek::ui
{

/// Notices when nobody has touched the keyboard, the mouse or the screen of this program for a while. A touch that
/// comes too late, as after the computer slept, only tells that nobody was there. UI thread.
class IdleWatch final : public QObject
{
    Q_OBJECT

public:
    /// Watches all windows of the application. `now`: the time of day, which also goes on while the computer sleeps.
    explicit IdleWatch(std::function<base::Instant()> now, QObject* parent = nullptr);

    /// Begins anew; 0: never.
    void setAfter(base::Duration after);

Q_SIGNALS:
    /// Once; then after the next touch and the same time again.
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();
    void begin();
    void end();
    base::Duration elapsed() const;

    std::function<base::Instant()> m_now;
    base::Duration m_after{0};
    bool m_isIdle = false;
    QElapsedTimer m_since;
    base::Instant m_touched;
    QTimer m_timer;
};

} // namespace delpek::ui
