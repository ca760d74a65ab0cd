// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

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
    /// The two clocks it goes by: of the greater span it takes the word.
    struct Clocks {
        std::function<base::Instant()> now;      ///< the time of day, which also goes on while the computer sleeps
        std::function<base::Duration()> running; ///< how long the computer has run; nobody sets it back
    };

    /// Watches all windows of the application.
    explicit IdleWatch(Clocks clocks, QObject* parent = nullptr);
    /// How long the computer has run, counted by itself.
    static std::function<base::Duration()> runningTime();

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

    Clocks m_clocks;
    base::Duration m_after{0};
    bool m_isIdle = false;
    base::Duration m_since{0};
    base::Instant m_touched;
    QTimer m_timer;
};

} // namespace delpek::ui
