// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/serviceroom.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The services, for whoever is signed in: who sees conversations reads them, who manages the clinic changes them.
/// Nothing of a patient's is in them, so that reading is not noted.
class SignedServiceRoom final : public ServiceRoom
{
public:
    explicit SignedServiceRoom(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<ServiceState> state() override;
    Future<std::vector<ServiceFinding>> check(const ServiceDraft& draft) override;
    Future<Done> keep(const ServiceDraft& draft, const QString& stamp) override;
    Future<Done> turn(const QString& id, bool on, const QString& stamp) override;
    Future<Done> remove(const QString& id, const QString& stamp) override;
    Future<ServiceTrial> tryOut(const QString& text, bool isKnown) override;
    Future<Done> chooseFolder(const QString& path) override;
    Future<TeamState> teams() override;
    Future<Done> chooseTeam(const QString& name) override;

private:
    template <typename Call>
    Future<Done> change(const char* action, const QString& id, Call call);

    SignedActs& m_acts;
};

} // namespace delpek::desk
