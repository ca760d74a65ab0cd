// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace delpek::secrets
{

/// InvalidInput unless `name` is dotted lower case: "whatsapp.access-token".
Result<Done> checkName(const QString& name);

/// "whatsapp.access-token" as "DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN".
QString variableOf(const QString& name);
/// The way back: the first part of a variable is the part before the dot, the others are joined by dashes. Empty for a
/// variable of another kind.
QString nameOf(const QString& variable);

} // namespace delpek::secrets
