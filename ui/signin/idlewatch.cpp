// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace delpek::ui
{

IdleWatch::IdleWatch(std::function<base::Instant()> now, QObject* parent)
    : QObject(parent)
    , m_now(std::move(now))
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
    m_since.start();
    m_touched = m_now();
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

/// Timers and QElapsedTimer stand still while the computer sleeps.
base::Duration IdleWatch::elapsed() const
{
    return std::max(base::Duration(m_since.elapsed()), m_now() - m_touched);
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
