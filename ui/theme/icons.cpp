// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace delpek::ui
{

QPixmap iconPixmap(const QString& name, const QColor& colour, int size, qreal devicePixelRatio, bool mirrored)
{
    const QString key = QStringLiteral("delpek/%1/%2/%3/%4/%5")
                            .arg(name, colour.name(QColor::HexArgb))
                            .arg(size)
                            .arg(devicePixelRatio)
                            .arg(mirrored);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(QStringLiteral(":/delpek/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    pixmap = QPixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (mirrored) {
        painter.translate(size, 0);
        painter.scale(-1, 1);
    }
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIcon icon(const QString& name, const QColor& colour, bool mirrored)
{
    QColor pale = colour;
    pale.setAlphaF(0.4F);
    QIcon result;
    for (const int size : {16, 20, 24}) {
        for (const qreal ratio : {1.0, 2.0}) {
            result.addPixmap(iconPixmap(name, colour, size, ratio, mirrored), QIcon::Normal);
            result.addPixmap(iconPixmap(name, pale, size, ratio, mirrored), QIcon::Disabled);
        }
    }
    return result;
}

QIcon appIcon()
{
    QIcon result;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        result.addPixmap(iconPixmap(QStringLiteral("delpek"), Qt::white, size, 1));
    }
    return result;
}

} // namespace delpek::ui
