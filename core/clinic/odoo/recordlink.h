// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

namespace delpek::clinic::odoo
{

/// Where a record of this Odoo is opened in a browser, as every version from 17 on understands it; empty for an address
/// that is not https, a model that is not known and an id that is no number. Pure.
QUrl recordLink(const QUrl& odoo, const QString& model, const QString& id);

} // namespace delpek::clinic::odoo
