// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/announcer.h"

#include "domain/isolate.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace delpek::ui
{

namespace
{

const auto announcerName = QStringLiteral("announcer");

/// A point of the window that is nothing but an alert message.
QWidget& announcerOf(QWidget& window)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory([](const QString&, QObject* object) -> QAccessibleInterface* {
            const bool isOne = object != nullptr && object->isWidgetType() && object->objectName() == announcerName;
            return isOne ? new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::AlertMessage) : nullptr;
        });
        return true;
    }();
    Q_UNUSED(isInstalled)
    auto* known = window.findChild<QWidget*>(announcerName, Qt::FindDirectChildrenOnly);
    if (known == nullptr) {
        known = new QWidget(&window);
        known->setObjectName(announcerName);
        known->setAttribute(Qt::WA_TransparentForMouseEvents);
        known->setGeometry(0, 0, 1, 1);
        known->show();
    }
    return *known;
}

} // namespace

bool announce(const QWidget& where, const QString& sentence)
{
    QWidget& window = *where.window();
    if (!window.isVisible() || sentence.isEmpty()) {
        return false;
    }
    QWidget& announcer = announcerOf(window);
    announcer.setAccessibleName(domain::withoutIsolates(sentence));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    QAccessibleAnnouncementEvent event(&announcer, announcer.accessibleName());
#else
    QAccessibleEvent event(&announcer, QAccessible::ObjectShow);
#endif
    QAccessible::updateAccessibility(&event);
    return true;
}

} // namespace delpek::ui
