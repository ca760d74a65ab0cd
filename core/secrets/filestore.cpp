// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/filestore.h"

#include "base/json.h"
#include "secrets/names.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>
#include <QThread>

namespace delpek::secrets
{

namespace
{

constexpr QFile::Permissions ownerOnly = QFile::ReadOwner | QFile::WriteOwner;
constexpr QFile::Permissions ownerFolder = ownerOnly | QFile::ExeOwner;
constexpr int lockPatience = 30000;    // ms
constexpr unsigned long lockPause = 5; // ms

tl::unexpected<Error> unavailable(const QString& path, const QString& what)
{
    return fail(ErrorCode::Unavailable, QStringLiteral("%1: %2").arg(path, what));
}

} // namespace

FileStore::FileStore(QString path)
    : m_path(std::move(path))
{
}

QString FileStore::description() const
{
    return QStringLiteral("the plain file %1 (not encrypted; whoever can read your files can read it)").arg(m_path);
}

Result<Done> FileStore::checkAccess() const
{
    const QFileInfo file(m_path);
    const QString folder = file.absolutePath();
    if (QFile::permissions(folder) & (QFile::WriteGroup | QFile::WriteOther)) {
        return fail(
            ErrorCode::Forbidden,
            QStringLiteral("others may change the folder of the secrets; close it with: chmod 700 '%1'").arg(folder));
    }
    if (file.permissions() & ~(ownerFolder | QFile::ReadUser | QFile::WriteUser | QFile::ExeUser)) {
        return fail(ErrorCode::Forbidden, QStringLiteral("others may read the file of the secrets, so it is not used; "
                                                         "close it with: chmod 600 '%1', and replace the secrets in it")
                                              .arg(m_path));
    }
    return Done{};
}

Result<FileStore::Secrets> FileStore::load() const
{
    QFile file(m_path);
    if (!file.exists()) {
        return Secrets{};
    }
    if (const auto access = checkAccess(); !access) {
        return fail(access.error());
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return unavailable(m_path, QStringLiteral("cannot be read (%1)").arg(file.errorString()));
    }
    const auto json = base::parseJson(file.readAll());
    if (!json || !json->is_object()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("%1: %2; mend the file or move it away")
                        .arg(m_path, json ? QStringLiteral("not a JSON object") : json.error().detail));
    }
    Secrets secrets;
    for (const auto& [name, value] : json->items()) {
        if (!value.is_string()) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1: a value is not text; mend the file or move it away").arg(m_path));
        }
        secrets.emplace(QString::fromStdString(name), QString::fromStdString(value.get<std::string>()));
    }
    return secrets;
}

Result<Done> FileStore::create() const
{
    // QSaveFile takes over the mode of the file that it replaces, but makes a new one as the umask says. So there is
    // always one to replace.
    // It gets its name when it is whole: nobody reads it half made, and a crash leaves no empty one.
    const QString unfinished = m_path + QStringLiteral(".new");
    QFile::remove(unfinished);
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly) || file.write("{}") != 2 ||
        !file.rename(m_path)) {
        return unavailable(m_path, QStringLiteral("cannot be made (%1)").arg(file.errorString()));
    }
    return Done{};
}

Result<Done> FileStore::save(const Secrets& secrets) const
{
    base::Json json = base::Json::object();
    for (const auto& [name, value] : secrets) {
        json[base::utf8(name)] = base::utf8(value);
    }
    QSaveFile file(m_path);
    const QByteArray bytes = QByteArray::fromStdString(json.dump(2)) + '\n';
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return unavailable(m_path,
                           QStringLiteral("cannot be written (%1); the old file stands").arg(file.errorString()));
    }
    return Done{};
}

Result<Done> FileStore::change(const std::function<Result<Done>(Secrets&)>& edit)
{
    const std::lock_guard guard(m_mutex);
    const QDir folder = QFileInfo(m_path).absoluteDir();
    if (!folder.exists()) {
        QDir().mkpath(QFileInfo(folder.absolutePath()).absolutePath());
        if (!QDir().mkdir(folder.absolutePath(), ownerFolder) && !QFileInfo::exists(folder.absolutePath())) {
            return unavailable(folder.absolutePath(), QStringLiteral("the folder cannot be made"));
        }
    }
    QLockFile lock(m_path + QStringLiteral(".lock"));
    // Another one's lock that goes away while it is looked at makes tryLock() give up before its time.
    const QDeadlineTimer end(lockPatience);
    bool locked = lock.tryLock(lockPatience);
    while (!locked && !end.hasExpired()) {
        QThread::msleep(lockPause);
        locked = lock.tryLock(int(end.remainingTime()));
    }
    if (!locked) {
        return unavailable(m_path, QStringLiteral("another program is changing it; try again"));
    }
    if (!QFile::exists(m_path)) {
        if (const auto created = create(); !created) {
            return created;
        }
    }
    auto secrets = load();
    return secrets ? edit(*secrets).and_then([&](Done) { return save(*secrets); })
                   : Result<Done>(fail(secrets.error()));
}

Future<QString> FileStore::read(const QString& name)
{
    const auto find = [&](const Secrets& secrets) -> Result<QString> {
        const auto found = secrets.find(name);
        if (found == secrets.end()) {
            return fail(ErrorCode::NotFound,
                        QStringLiteral("%1 is not in %2; store it with: delpekd secret set %1").arg(name, m_path));
        }
        return found->second;
    };
    return base::ready(checkName(name).and_then([&](Done) { return load(); }).and_then(find));
}

Future<Done> FileStore::write(const QString& name, const QString& value)
{
    return base::ready(checkName(name).and_then([&](Done) {
        return change([&](Secrets& secrets) -> Result<Done> {
            secrets[name] = value;
            return Done{};
        });
    }));
}

Future<Done> FileStore::remove(const QString& name)
{
    return base::ready(checkName(name).and_then([&](Done) {
        return change([&](Secrets& secrets) -> Result<Done> {
            if (secrets.erase(name) == 0) {
                return fail(ErrorCode::NotFound, QStringLiteral("%1 is not in %2").arg(name, m_path));
            }
            return Done{};
        });
    }));
}

Future<QStringList> FileStore::list()
{
    return base::ready(load().map([](const Secrets& secrets) {
        QStringList names;
        for (const auto& [name, value] : secrets) {
            names += name;
        }
        return names;
    }));
}

} // namespace delpek::secrets
