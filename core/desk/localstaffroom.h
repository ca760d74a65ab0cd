// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/workers.h"
#include "desk/staffroom.h"
#include "store/store.h"

namespace delpek::desk
{

/// The staff in our store, changed by `actor`. References outlive it.
class LocalStaffRoom final : public StaffRoom
{
public:
    /// `region` is where phone numbers without a country code belong (ISO 3166 alpha-2).
    LocalStaffRoom(store::Store& store, base::Clock& clock, QString actor, QString region);
    ~LocalStaffRoom() override;

    Future<std::vector<domain::StaffMember>> all() override;
    Future<domain::StaffId> keep(const domain::StaffMember& member, const QString& phone) override;
    Future<Done> setPin(domain::StaffId id, const QString& pin) override;
    Future<Done> changeOwnPin(const QString& old, const QString& fresh) override;
    Future<SignInRules> rules() override;
    Future<Done> setRules(const SignInRules& rules) override;

private:
    /// On the worker: making and trying a PIN takes long on purpose.
    Result<Done> replacePin(domain::StaffId id, const QString& pin);
    Result<Done> replaceOwnPin(const QString& old, const QString& fresh);

    store::Store& m_store;
    base::Clock& m_clock;
    QString m_actor;
    QString m_region;
    base::Workers m_worker{1};
};

} // namespace delpek::desk
