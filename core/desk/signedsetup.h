// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The connections and settings, for whoever is signed in and manages the clinic. The audit log has the names of what
/// was changed, and the values of what the clinic has decided (settingGroups()); never those of connections.
class SignedSetup final : public Setup
{
public:
    explicit SignedSetup(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<SetupState> state() override;
    Future<Done> keep(const SettingValues& values) override;
    Future<SecretState> secret(const QString& name) override;
    Future<Done> keepSecret(const QString& name, const QString& value) override;
    Future<Done> forgetSecret(const QString& name) override;
    Future<std::vector<SetupFinding>> check(const QString& connection) override;
    void stopCheck() override;
    Future<Pairing> pair(bool begins) override;

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
