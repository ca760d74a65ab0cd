// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/mind.h"

#include "agent/offlinebrain.h"

namespace delpek::agent
{

Result<Mind> Mind::load(const QString& resources, const QString& team)
{
    auto understander = language::Understander::load(resources + QStringLiteral("/language"));
    if (!understander) {
        return fail(understander.error());
    }
    auto triage = safety::Triage::load(resources + QStringLiteral("/rules"));
    if (!triage) {
        return fail(triage.error());
    }
    auto guard = safety::Guard::load(resources + QStringLiteral("/rules"));
    if (!guard) {
        return fail(guard.error());
    }
    auto brain = OfflineBrain::load(resources + QStringLiteral("/agents"), team);
    if (!brain) {
        return fail(brain.error());
    }
    return Mind{std::move(*understander), std::move(*triage), std::move(*guard), std::move(*brain), team};
}

} // namespace delpek::agent
