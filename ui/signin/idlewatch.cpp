// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>

namespace delpek::ui
{

IdleWatch::IdleWatch(QObject* parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::look);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setAfter(base::Duration after)
{
    m_after = after;
    m_since.start();
    if (after.count() > 0) {
        m_timer.start(after);
    } else {
        m_timer.stop();
    }
}

void IdleWatch::look()
{
    // Touches do not set the timer anew, there are too many of them.
    const base::Duration left = m_after - base::Duration(m_since.elapsed());
    if (left.count() > 0) {
        m_timer.start(left);
    } else {
        Q_EMIT idle();
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
        m_since.start();
        if (m_after.count() > 0 && !m_timer.isActive()) {
            m_timer.start(m_after);
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace delpek::ui
