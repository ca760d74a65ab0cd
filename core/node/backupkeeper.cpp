// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backupkeeper.h"

#include "base/await.h"
#include "base/json.h"
#include "base/logging.h"
#include "domain/localtime.h"
#include "store/databasecopy.h"
#include "store/decisions.h"

namespace delpek::node
{

namespace
{

const auto lastTry = QStringLiteral("backup.last");
const auto oldStay = QStringLiteral("backup.oldStay");
constexpr auto tryAgainAfter = std::chrono::hours(1);

} // namespace

base::Instant nextBackup(std::optional<base::Instant> last, base::Instant now, QTime at, const QTimeZone& zone)
{
    const base::Instant since = std::min(last.value_or(now), now);
    const QDate day = domain::toLocal(since, zone).date;
    const base::Instant sameDay = domain::toInstant({day, at}, zone);
    return sameDay > since ? sameDay : domain::toInstant({day.addDays(1), at}, zone);
}

BackupKeeper::BackupKeeper(store::Store& store, base::Clock& clock, BackupSource source, QTimeZone zone)
    : m_store(store)
    , m_clock(clock)
    , m_source(std::move(source))
    , m_zone(std::move(zone))
{
}

BackupKeeper::~BackupKeeper()
{
    m_stopped = true;
    {
        const std::lock_guard lock(m_mutex);
        m_clock.cancel(m_timer);
    }
    m_clock.finishRunning();
    m_workers.drain();
}

void BackupKeeper::setPlan(const desk::BackupPlan& plan)
{
    {
        const std::lock_guard lock(m_mutex);
        m_plan = plan;
    }
    // Looking for the last copy reads the disk.
    m_workers.post([this] { schedule(); });
}

desk::BackupPlan BackupKeeper::plan() const
{
    const std::lock_guard lock(m_mutex);
    return m_plan;
}

std::optional<base::Instant> BackupKeeper::next() const
{
    const std::lock_guard lock(m_mutex);
    return m_next;
}

std::optional<BackupProgress> BackupKeeper::progress() const
{
    const std::lock_guard lock(m_mutex);
    return m_progress;
}

/// On the worker.
void BackupKeeper::schedule(std::optional<base::Instant> retryAt)
{
    const auto wanted = plan();
    std::optional<base::Instant> due = retryAt;
    if (wanted.folder.isEmpty() || !wanted.at.isValid()) {
        due.reset();
    } else if (!retryAt) {
        const auto tries = base::await(m_store.read(triesIn));
        if (!tries) {
            qCWarning(lcNode).noquote() << "when the last backup was made is not known:"
                                        << base::describe(tries.error());
        }
        auto last = tries ? tries->made : std::nullopt;
        // One that was made by hand, with the command.
        const auto clinic = store::clinicIdOf(m_source.database);
        if (const auto copies = clinic ? backupsIn(wanted.folder, *clinic) : std::vector<Backup>(); !copies.empty()) {
            last = last ? std::max(*last, copies.front().madeAt) : copies.front().madeAt;
        }
        due = nextBackup(last, m_clock.now(), wanted.at, m_zone);
        if (tries && tries->failure && tries->failure->second.key != oldStay) {
            due = std::min(*due, tries->failure->first + tryAgainAfter);
        }
    }
    const std::lock_guard lock(m_mutex);
    m_clock.cancel(m_timer);
    m_next = due;
    if (due && !m_stopped) {
        m_timer = m_clock.schedule(*due, [this] { onDue(); });
    }
}

void BackupKeeper::onDue()
{
    (void)makeNow();
}

Future<Backup> BackupKeeper::makeNow()
{
    const std::lock_guard lock(m_mutex);
    if (m_running) {
        return m_running->future();
    }
    m_running.emplace();
    m_progress = BackupProgress{};
    m_workers.post([this] { work(); });
    return m_running->future();
}

void BackupKeeper::work()
{
    const auto made = make();
    // Whoever ends the program has not failed.
    if (!m_stopped) {
        note(made);
    }
    if (!made) {
        qCWarning(lcNode).noquote() << "no backup was made:" << base::describe(made.error());
    } else {
        qCInfo(lcNode) << "a backup was made and verified";
        if (made->cleanUp) {
            qCWarning(lcNode).noquote() << "an older backup stays:" << base::describe(*made->cleanUp);
        }
    }
    schedule(made ? std::nullopt : std::optional(m_clock.now() + tryAgainAfter));
    std::optional<Promise<Backup>> promise;
    {
        const std::lock_guard lock(m_mutex);
        promise.swap(m_running);
        m_progress.reset();
    }
    promise->finish(made.map([](const Made& one) { return one.backup; }));
}

Result<BackupKeeper::Made> BackupKeeper::make()
{
    const auto wanted = plan();
    if (wanted.folder.isEmpty()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("no folder for copies is set: backup.folder"),
                    QStringLiteral("backup.unset"));
    }
    return makeBackup(m_source, wanted.folder, m_clock.now(),
                      [this](const BackupProgress& progress) {
                          const std::lock_guard lock(m_mutex);
                          m_progress = progress;
                          return !m_stopped;
                      })
        .map([&](const Backup& backup) {
            // Only now: what is there stays until there is a newer one.
            const auto removed = removeOldBackups(m_source, wanted.folder, wanted.keep);
            return Made{backup, removed ? std::nullopt : std::optional(removed.error())};
        });
}

void BackupKeeper::note(const Result<Made>& made)
{
    const auto now = m_clock.now();
    const auto noted = base::await(m_store.write([made, now](store::Session& session) -> Result<Done> {
        const auto before = triesIn(session);
        if (!before) {
            return fail(before.error());
        }
        base::Json last = base::Json::object();
        if (const auto since = made ? std::optional(made->backup.madeAt) : before->made) {
            last["made"] = base::toMillis(*since);
        }
        if (!made || made->cleanUp) {
            const Error& error = made ? *made->cleanUp : made.error();
            last["at"] = base::toMillis(made ? made->backup.madeAt : now);
            last["code"] = int(error.code);
            last["key"] = base::utf8(made ? oldStay : error.key);
            last["detail"] = base::utf8(error.detail);
        }
        return store::Settings(session).setValue(lastTry, base::toCompactText(last));
    }));
    if (!noted) {
        qCWarning(lcNode).noquote() << "how the backup went is not kept:" << base::describe(noted.error());
    }
}

Result<BackupKeeper::Tries> BackupKeeper::triesIn(store::Session& session)
{
    return store::Settings(session).value(lastTry).map([](const QString& text) {
        Tries tries;
        const auto last = base::parseJson(text.toUtf8());
        if (!last) {
            return tries;
        }
        if (const auto made = base::integerAt(*last, "made")) {
            tries.made = base::fromMillis(*made);
        }
        if (last->contains("key")) {
            tries.failure.emplace(base::fromMillis(base::integerAt(*last, "at").value_or(0)),
                                  Error{ErrorCode(base::integerAt(*last, "code").value_or(0)),
                                        base::textAt(*last, "key"), base::textAt(*last, "detail")});
        }
        return tries;
    });
}

Future<std::optional<std::pair<base::Instant, Error>>> BackupKeeper::lastFailure()
{
    return m_store.read(
        [](store::Session& session) { return triesIn(session).map([](const Tries& tries) { return tries.failure; }); });
}

} // namespace delpek::node
