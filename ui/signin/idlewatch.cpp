// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace delpek::ui
{

std::function<base::Duration()> IdleWatch::runningTime()
{
    return [] {
        const auto running = std::chrono::steady_clock::now().time_since_epoch();
        return std::chrono::duration_cast<base::Duration>(running);
    };
}

IdleWatch::IdleWatch(Clocks clocks, QObject* parent)
    : QObject(parent)
    , m_clocks(std::move(clocks))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setAfter(base::Duration after)
{
    m_after = after;
    m_timer.stop();
    begin();
}

void IdleWatch::begin()
{
    m_isIdle = false;
    m_since = m_clocks.running();
    m_touched = m_clocks.now();
    // Touches do not set the timer anew, there are too many of them.
    if (m_after.count() > 0 && !m_timer.isActive()) {
        m_timer.start(m_after);
    }
}

void IdleWatch::end()
{
    m_isIdle = true;
    m_timer.stop();
    Q_EMIT idle();
}

/// Timers, and the time that a computer runs, stand still while it sleeps.
base::Duration IdleWatch::elapsed() const
{
    return std::max(m_clocks.running() - m_since, m_clocks.now() - m_touched);
}

void IdleWatch::look()
{
    if (const base::Duration left = m_after - elapsed(); left.count() > 0) {
        m_timer.start(left);
    } else {
        end();
    }
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseMove:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
    case QEvent::InputMethod:
        if (m_after.count() > 0 && !m_isIdle && elapsed() >= m_after) {
            end();
            return true;
        }
        begin();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace delpek::ui
