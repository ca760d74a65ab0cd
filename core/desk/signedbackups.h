// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/backups.h"
#include "desk/signeddesk.h"

namespace delpek::desk
{

/// The copies, for whoever is signed in and manages the clinic.
class SignedBackups final : public Backups
{
public:
    explicit SignedBackups(SignedActs& acts)
        : m_acts(acts)
    {
    }

    Future<BackupState> state() override;
    Future<Done> setPlan(const BackupPlan& plan) override;
    Future<BackupCopy> makeNow() override;
    std::optional<BackupProgress> progress() const override;

private:
    SignedActs& m_acts;
};

} // namespace delpek::desk
