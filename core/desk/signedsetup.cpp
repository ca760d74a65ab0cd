// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedsetup.h"

namespace delpek::desk
{

using domain::Right;

namespace
{

/// What is noted are names; one that nobody knows could be anything, also a secret in the wrong place.
template <typename T>
Future<T> unknownName()
{
    return base::ready(Result<T>(fail(ErrorCode::NotFound, QStringLiteral("?: no setting or secret of a connection"),
                                      QStringLiteral("setup.unknown"))));
}

} // namespace

Future<SetupState> SignedSetup::state()
{
    return m_acts.run<SetupState>(Right::ManageClinic, [](Desk& desk) { return desk.setup().state(); });
}

Future<Done> SignedSetup::keep(const SettingValues& values)
{
    QStringList names;
    for (const auto& [key, value] : values) {
        if (!isClinicSetting(key)) {
            return unknownName<Done>();
        }
        // What the clinic has decided is told; an address or an account is not.
        const bool isDecision = std::ranges::any_of(
            settingGroups(), [&](const SettingGroup& group) { return group.settings.contains(key); });
        names << (isDecision ? QStringLiteral("%1: %2").arg(key, value) : key);
    }
    return m_acts.run<Done>(
        Right::ManageClinic,
        SignedActs::Note{QStringLiteral("setup.keep"), QStringLiteral("setup"), names.join(QStringLiteral(", "))},
        [=](Desk& desk) { return desk.setup().keep(values); });
}

Future<SecretState> SignedSetup::secret(const QString& name)
{
    return m_acts.run<SecretState>(Right::ManageClinic, [&](Desk& desk) { return desk.setup().secret(name); });
}

Future<Done> SignedSetup::keepSecret(const QString& name, const QString& value)
{
    if (!isConnectionSecret(name)) {
        return unknownName<Done>();
    }
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QStringLiteral("setup.keepSecret"), QStringLiteral("setup"), name},
                            [=](Desk& desk) { return desk.setup().keepSecret(name, value); });
}

Future<Done> SignedSetup::forgetSecret(const QString& name)
{
    if (!isConnectionSecret(name)) {
        return unknownName<Done>();
    }
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QStringLiteral("setup.forgetSecret"), QStringLiteral("setup"), name},
                            [=](Desk& desk) { return desk.setup().forgetSecret(name); });
}

Future<std::vector<SetupFinding>> SignedSetup::check(const QString& connection)
{
    if (!findConnection(connection)) {
        return unknownName<std::vector<SetupFinding>>();
    }
    // It changes nothing here, yet it speaks to the provider in the clinic's name.
    return m_acts.launch<std::vector<SetupFinding>>(
        Right::ManageClinic, {QStringLiteral("setup.check"), QStringLiteral("setup"), connection},
        [=](Desk& desk) { return desk.setup().check(connection); });
}

void SignedSetup::stopCheck()
{
    if (const auto desk = m_acts.deskFor(Right::ManageClinic)) {
        (*desk)->setup().stopCheck();
    }
}

Future<Pairing> SignedSetup::pair(bool begins)
{
    const auto look = [=](Desk& desk) { return desk.setup().pair(begins); };
    return begins ? m_acts.run<Pairing>(Right::ManageClinic,
                                        {QStringLiteral("setup.pair"), QStringLiteral("setup"), QStringLiteral("waha")},
                                        look)
                  : m_acts.run<Pairing>(Right::ManageClinic, look);
}

} // namespace delpek::desk
