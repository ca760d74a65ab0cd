// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/signedbackups.h"

namespace delpek::desk
{

using domain::Right;

Future<BackupState> SignedBackups::state()
{
    return m_acts.run<BackupState>(Right::ManageClinic, [](Desk& desk) { return desk.backups().state(); });
}

Future<Done> SignedBackups::setPlan(const BackupPlan& plan)
{
    return m_acts.run<Done>(Right::ManageClinic,
                            SignedActs::Note{QStringLiteral("backup.plan"), QStringLiteral("backup")},
                            [=](Desk& desk) { return desk.backups().setPlan(plan); });
}

Future<BackupCopy> SignedBackups::makeNow()
{
    return m_acts.launch<BackupCopy>(Right::ManageClinic, {QStringLiteral("backup.make"), QStringLiteral("backup")},
                                     [](Desk& desk) { return desk.backups().makeNow(); });
}

std::optional<BackupProgress> SignedBackups::progress() const
{
    const auto desk = m_acts.deskFor(Right::ManageClinic);
    return desk ? (*desk)->backups().progress() : std::nullopt;
}

} // namespace delpek::desk
