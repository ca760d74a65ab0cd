// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Words of a clinic's records that have a name in both languages; what nobody knows is shown as it stands.
namespace delpek::ui::recordwords
{

QString flag(const QString& id);
QString allergy(const QString& id);

} // namespace delpek::ui::recordwords
