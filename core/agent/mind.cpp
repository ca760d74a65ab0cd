// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/mind.h"

#include "agent/offlinebrain.h"

namespace delpek::agent
{

Result<Mind> Mind::load(const QString& resources, const QString& team, const QString& ownServices)
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
    auto escalations = EscalationBook::load(resources);
    if (!escalations) {
        return fail(escalations.error());
    }
    auto roster = Team::load(resources + QStringLiteral("/agents/%1.json").arg(team));
    auto memory = memory::Rules::load(resources);
    if (!roster || !memory) {
        return fail(roster ? memory.error() : roster.error());
    }
    auto services = service::Book::load(resources, ownServices);
    if (!services) {
        return fail(services.error());
    }
    return Mind{std::move(*understander),
                std::move(*triage),
                std::move(*guard),
                std::move(*brain),
                std::move(*escalations),
                std::move(*memory),
                team,
                std::make_shared<const Team>(std::move(*roster)),
                std::move(*services)};
}

} // namespace delpek::agent
