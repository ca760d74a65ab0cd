// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "store/changelistener.h"
#include "store/filelock.h"
#include "store/migrations.h"
#include "store/readers.h"
#include "store/writer.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QTemporaryDir>

namespace delpek::store
{

namespace
{

/// The lock must be the same whatever name the file is reached by.
QString realPath(const QString& path)
{
    const QFileInfo file(path);
    return file.exists() ? file.canonicalFilePath() : file.absoluteFilePath();
}

/// Creates the file for its owner only; a file that is there must begin as SQLite's do.
Result<Done> prepareFile(const QString& path)
{
    QFile file(path);
    if (!file.exists()) {
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return fail(ErrorCode::Unavailable,
                        QStringLiteral("the database %1 cannot be created: %2").arg(path, file.errorString()));
        }
        return Done{};
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::Unavailable,
                    QStringLiteral("the database %1 cannot be read: %2").arg(path, file.errorString()));
    }
    const QByteArray magic("SQLite format 3\0", 16);
    const QByteArray head = file.read(magic.size());
    if (!head.isEmpty() && head != magic) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1 is not a database; name another file or move this one away").arg(path));
    }
    return Done{};
}

Result<Done> prepareSchema(const Location& location)
{
    const auto steps = migrations();
    if (location.engine == Engine::Sqlite) {
        // Looks first without writing: opening for writing would already change a newer program's file.
        const auto probe = Connection::open(location, Access::Probe);
        if (!probe) {
            return fail(probe.error());
        }
        if (const auto known = checkVersion((*probe)->session(), steps); !known) {
            return known;
        }
    }
    const auto connection = Connection::open(location, Access::Write);
    if (!connection) {
        return fail(connection.error());
    }
    auto& session = (*connection)->session();
    const auto known = checkVersion(session, steps);
    return known ? migrate(session, steps) : known;
}

} // namespace

class Store::Private
{
public:
    Location location;
    std::unique_ptr<QTemporaryDir> temporary;
    std::unique_ptr<FileLock> lock;
    QString node = QString::number(QRandomGenerator::system()->generate64(), 36);
    ChangeFeed feed;
    // Destroyed first to last from the bottom: the writer's connection closes last and folds the log into the file.
    std::unique_ptr<Writer> writer;
    std::unique_ptr<Readers> readers;
    std::unique_ptr<ChangeListener> listener;

    Result<Done> prepareSqlite();
    Result<Done> start(const StoreOptions& options);
};

Result<Done> Store::Private::prepareSqlite()
{
    if (location.path.isEmpty()) {
        temporary = std::make_unique<QTemporaryDir>();
        location.path = temporary->filePath(QStringLiteral("delpek.db"));
    }
    location.path = realPath(location.path);
    auto locked = FileLock::acquire(location.path + QStringLiteral(".lock"));
    if (!locked) {
        return fail(locked.error());
    }
    lock = std::move(*locked);
    return prepareFile(location.path);
}

Result<Done> Store::Private::start(const StoreOptions& options)
{
    writer = std::make_unique<Writer>(location, feed, options.groupLimit, node);
    if (const auto started = writer->start(); !started) {
        return started;
    }
    readers = std::make_unique<Readers>(location);
    if (const auto started = readers->start(options.readers); !started) {
        return started;
    }
    if (location.engine == Engine::PostgreSql) {
        listener = std::make_unique<ChangeListener>(location, feed, node);
        return listener->begin();
    }
    return Done{};
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options)
{
    auto location = Location::parse(options.location);
    if (!location) {
        return fail(location.error());
    }
    auto d = std::make_unique<Private>();
    d->location = std::move(*location);
    if (d->location.engine == Engine::Sqlite) {
        if (const auto prepared = d->prepareSqlite(); !prepared) {
            return fail(prepared.error());
        }
    }
    if (const auto prepared = prepareSchema(d->location); !prepared) {
        return fail(prepared.error());
    }
    if (const auto started = d->start(options); !started) {
        return fail(started.error());
    }
    return std::unique_ptr<Store>(new Store(std::move(d)));
}

Store::Store(std::unique_ptr<Private> d)
    : d(std::move(d))
{
}

Store::~Store() = default;

Engine Store::engine() const
{
    return d->location.engine;
}

domain::Subscription Store::subscribe(domain::ChangeCallback callback)
{
    return d->feed.subscribe(std::move(callback));
}

void Store::post(Job job, bool writing)
{
    if (writing) {
        d->writer->post(std::move(job));
    } else {
        d->readers->post(std::move(job));
    }
}

} // namespace delpek::store
