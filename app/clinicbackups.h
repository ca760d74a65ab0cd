// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "config/config.h"
#include "desk/backups.h"
#include "node/backupkeeper.h"

#include <memory>

namespace delpek::app
{

/// The SQLite file that the settings name. Unsupported (backup.server) for a server's database, with the remedy;
/// NotFound (backup.none) for a database that ends with the program.
Result<QString> databaseFile(const config::Config& config);

/// What a backup of this clinic is made of.
node::BackupSource backupSource(const config::Config& config, const QString& database);

/// The copies that backup.folder, backup.at and backup.keep ask for. InvalidInput, with place and remedy, for a time
/// that is none.
Result<desk::BackupPlan> backupPlan(const config::Config& config);

/// The copies of this machine's clinic: made by the engine, planned in the configuration file.
class ClinicBackups final : public desk::Backups
{
public:
    /// References outlive it. Without a file of its own (a server's database, the demo clinic) it makes none.
    static Result<std::unique_ptr<ClinicBackups>> open(const config::Config& config, store::Store& store,
                                                       base::Clock& clock);

    /// Waits for what was begun.
    ~ClinicBackups() override { m_running.waitIdle(); }

    Future<desk::BackupState> state() override;
    Future<Done> setPlan(const desk::BackupPlan& plan) override;
    Future<desk::BackupCopy> makeNow() override;
    std::optional<desk::BackupProgress> progress() const override;

private:
    explicit ClinicBackups(config::Config config)
        : m_config(std::move(config))
    {
    }
    Result<Done> keepPlan(const desk::BackupPlan& plan);

    config::Config m_config;
    std::optional<Error> m_unable; ///< why there is no keeper
    node::BackupSource m_source;
    std::unique_ptr<node::BackupKeeper> m_keeper;
    base::Activity m_running;
    base::Workers m_worker{1}; ///< after the keeper: what it does asks the keeper
};

} // namespace delpek::app
