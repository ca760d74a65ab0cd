// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/openedlinks.h"

#include <QCoreApplication>
#include <QFileOpenEvent>
#include <QUrl>

namespace delpek::ui
{

OpenedLinks::OpenedLinks(std::function<void(const QString& link)> open, QObject* parent)
    : QObject(parent)
    , m_open(std::move(open))
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool OpenedLinks::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::FileOpen || watched != QCoreApplication::instance()) {
        return QObject::eventFilter(watched, event);
    }
    m_open(static_cast<QFileOpenEvent*>(event)->url().toString(QUrl::FullyEncoded));
    return true;
}

} // namespace delpek::ui
