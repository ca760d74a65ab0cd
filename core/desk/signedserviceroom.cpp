// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedserviceroom.h"

#include "agent/service/servicefile.h"

namespace delpek::desk
{

using domain::Right;

/// What is noted is a name; what can be none could be anything, also a path.
template <typename Call>
Future<Done> SignedServiceRoom::change(const char* action, const QString& id, Call call)
{
    if (!agent::service::isServiceName(id)) {
        return base::ready(Result<Done>(fail(ErrorCode::InvalidInput, QStringLiteral("/id: no name of a service"),
                                             QStringLiteral("service.fault"))));
    }
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QLatin1String(action), QStringLiteral("service:") + id}, std::move(call));
}

Future<ServiceState> SignedServiceRoom::state()
{
    return m_acts.run<ServiceState>(Right::See, [](Desk& desk) { return desk.serviceRoom().state(); });
}

Future<std::vector<ServiceFinding>> SignedServiceRoom::check(const ServiceDraft& draft)
{
    return m_acts.run<std::vector<ServiceFinding>>(Right::ManageClinic,
                                                   [&](Desk& desk) { return desk.serviceRoom().check(draft); });
}

Future<Done> SignedServiceRoom::keep(const ServiceDraft& draft, const QString& stamp)
{
    return change("service.keep", draft.id, [=](Desk& desk) { return desk.serviceRoom().keep(draft, stamp); });
}

Future<Done> SignedServiceRoom::turn(const QString& id, bool on, const QString& stamp)
{
    return change(on ? "service.on" : "service.off", id,
                  [=](Desk& desk) { return desk.serviceRoom().turn(id, on, stamp); });
}

Future<Done> SignedServiceRoom::remove(const QString& id, const QString& stamp)
{
    return change("service.remove", id, [=](Desk& desk) { return desk.serviceRoom().remove(id, stamp); });
}

Future<ServiceTrial> SignedServiceRoom::tryOut(const QString& text, bool isKnown)
{
    return m_acts.run<ServiceTrial>(Right::See, [&](Desk& desk) { return desk.serviceRoom().tryOut(text, isKnown); });
}

Future<Done> SignedServiceRoom::chooseFolder(const QString& path)
{
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QStringLiteral("service.folder"), QStringLiteral("services")},
                            [=](Desk& desk) { return desk.serviceRoom().chooseFolder(path); });
}

Future<TeamState> SignedServiceRoom::teams()
{
    return m_acts.run<TeamState>(Right::See, [](Desk& desk) { return desk.serviceRoom().teams(); });
}

Future<Done> SignedServiceRoom::chooseTeam(const QString& name)
{
    if (!agent::service::isServiceName(name)) {
        return base::ready(Result<Done>(
            fail(ErrorCode::InvalidInput, QStringLiteral("agent.team: no such team"), QStringLiteral("setup.value"))));
    }
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QStringLiteral("service.team"), QStringLiteral("services"), name},
                            [=](Desk& desk) { return desk.serviceRoom().chooseTeam(name); });
}

} // namespace delpek::desk
