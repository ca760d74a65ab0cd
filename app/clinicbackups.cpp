// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/clinicbackups.h"

#include "config/keys.h"
#include "store/databasecopy.h"

#include <QFileInfo>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

const auto timeForm = QStringLiteral("HH:mm");

QString keyOf(const config::KeySpec& spec)
{
    return QLatin1String(spec.name);
}

desk::BackupCopy copyOf(const node::Backup& backup)
{
    return {backup.path, backup.madeAt, backup.bytes, backup.files, backup.lacks};
}

} // namespace

Result<QString> databaseFile(const config::Config& config)
{
    const QLatin1String sqlite("sqlite:");
    const QString location = config.get(keys::storeLocation);
    if (location == sqlite) {
        return fail(ErrorCode::NotFound, QStringLiteral("this database ends with the program"),
                    QStringLiteral("backup.none"));
    }
    if (!location.startsWith(sqlite)) {
        return fail(ErrorCode::Unsupported,
                    QStringLiteral("the database is on a server: copy it with \"pg_dump --format=custom\" and bring it "
                                   "back with pg_restore; copy the folder of media.folder beside it"),
                    QStringLiteral("backup.server"));
    }
    return QFileInfo(location.mid(sqlite.size())).absoluteFilePath();
}

node::BackupSource backupSource(const config::Config& config, const QString& database)
{
    return {database, config.get(keys::mediaFolder), config.ownFile(), config.get(keys::servicesFolder)};
}

Result<desk::BackupPlan> backupPlan(const config::Config& config)
{
    desk::BackupPlan plan;
    plan.folder = config.get(keys::backupFolder);
    plan.keep = int(config.get(keys::backupKeep));
    const QString at = config.get(keys::backupAt);
    plan.at = QTime::fromString(at, timeForm);
    if (!at.isEmpty() && !plan.at.isValid()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("backup.at (%1): write a time of day as 21:30, or nothing")
                                                 .arg(config.origin(keyOf(keys::backupAt.spec))));
    }
    return plan;
}

Result<std::unique_ptr<ClinicBackups>> ClinicBackups::open(const config::Config& config, store::Store& store,
                                                           base::Clock& clock)
{
    const auto plan = backupPlan(config);
    if (!plan) {
        return fail(plan.error());
    }
    std::unique_ptr<ClinicBackups> backups(new ClinicBackups(config));
    const auto database = databaseFile(config);
    if (!database) {
        backups->m_unable = database.error();
        return backups;
    }
    backups->m_source = backupSource(config, *database);
    backups->m_keeper =
        std::make_unique<node::BackupKeeper>(store, clock, backups->m_source, QTimeZone::systemTimeZone());
    backups->m_keeper->setPlan(*plan);
    return backups;
}

Future<desk::BackupState> ClinicBackups::state()
{
    if (!m_keeper) {
        return base::ready<desk::BackupState>(fail(*m_unable));
    }
    using Failure = std::optional<std::pair<base::Instant, Error>>;
    const auto promise = std::make_shared<Promise<desk::BackupState>>();
    m_keeper->lastFailure().then([this, promise, token = m_running.begin()](const Result<Failure>& failure) {
        // Looking at the folder may take its time where it lies on another machine.
        m_worker.post([this, promise, failure, token] {
            if (!failure) {
                return promise->finish(fail(failure.error()));
            }
            desk::BackupState state;
            state.plan = m_keeper->plan();
            state.canChange = bool(m_config.with({{keyOf(keys::backupKeep.spec), QString::number(state.plan.keep)}}));
            state.next = m_keeper->next();
            if (!state.plan.folder.isEmpty()) {
                if (const auto usable = node::checkBackupFolder(m_source, state.plan.folder); !usable) {
                    state.unusable = usable.error();
                }
                if (const auto clinic = store::clinicIdOf(m_source.database)) {
                    for (const auto& copy : node::backupsIn(state.plan.folder, *clinic)) {
                        state.copies.push_back(copyOf(copy));
                    }
                } else {
                    state.unusable = Error{clinic.error().code, QStringLiteral("backup.source"), clinic.error().detail};
                }
            }
            if (*failure) {
                state.failedAt = (*failure)->first;
                state.failure = (*failure)->second;
            }
            promise->finish(state);
        });
    });
    return promise->future();
}

Result<Done> ClinicBackups::keepPlan(const desk::BackupPlan& plan)
{
    if (plan.keep < 1 || plan.keep > desk::mostBackups) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("1 to %1 copies are kept").arg(desk::mostBackups),
                    QStringLiteral("backup.keep"));
    }
    if (!plan.folder.isEmpty()) {
        if (const auto fine = node::checkBackupFolder(m_source, plan.folder); !fine) {
            return fine;
        }
    }
    const config::SettingValues values{
        {keyOf(keys::backupFolder.spec), plan.folder},
        {keyOf(keys::backupAt.spec), plan.at.isValid() ? plan.at.toString(timeForm) : QString()},
        {keyOf(keys::backupKeep.spec), QString::number(plan.keep)}};
    return m_config.with(values).and_then(
        [&](const config::Config&) { return config::keepSettings(m_config.ownFile(), values); });
}

Future<Done> ClinicBackups::setPlan(const desk::BackupPlan& plan)
{
    if (!m_keeper) {
        return base::ready<Done>(fail(*m_unable));
    }
    const auto promise = std::make_shared<Promise<Done>>();
    m_worker.post([this, promise, plan] {
        const auto kept = keepPlan(plan);
        if (kept) {
            m_keeper->setPlan(plan);
        }
        promise->finish(kept);
    });
    return promise->future();
}

Future<desk::BackupCopy> ClinicBackups::makeNow()
{
    if (!m_keeper) {
        return base::ready<desk::BackupCopy>(fail(*m_unable));
    }
    return m_keeper->makeNow().then(
        [](const Result<node::Backup>& made) { return made.map([](const node::Backup& one) { return copyOf(one); }); });
}

std::optional<desk::BackupProgress> ClinicBackups::progress() const
{
    return m_keeper ? m_keeper->progress() : std::nullopt;
}

} // namespace delpek::app
