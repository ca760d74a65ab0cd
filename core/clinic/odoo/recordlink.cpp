// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/recordlink.h"

namespace delpek::clinic::odoo
{

QUrl recordLink(const QUrl& odoo, const QString& model, const QString& id)
{
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    if (odoo.scheme() != QLatin1String("https") || odoo.host().isEmpty() || model.isEmpty() || !isNumber ||
        number <= 0) {
        return {};
    }
    QUrl link;
    link.setScheme(odoo.scheme());
    link.setHost(odoo.host());
    link.setPort(odoo.port());
    QString path = odoo.path();
    while (path.endsWith(QLatin1Char('/'))) {
        path.chop(1);
    }
    link.setPath(path + QStringLiteral("/web"));
    link.setFragment(QStringLiteral("id=%1&model=%2&view_type=form").arg(number).arg(model));
    return link;
}

} // namespace delpek::clinic::odoo
