// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "store/session.h"

namespace delpek::store
{

/// The escalations that `rest` (what follows WHERE) selects.
Result<std::vector<domain::Escalation>> listEscalations(Session& session, const QString& rest,
                                                        const QVariantList& values);
QString rulesToText(const QStringList& rules);

} // namespace delpek::store
