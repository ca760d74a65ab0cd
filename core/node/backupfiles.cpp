// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/backupfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace delpek::node
{

namespace
{

constexpr qint64 pieceBytes = 1024 * 1024;
constexpr qint64 nearlyNothing = 4LL * 1024 * 1024;

tl::unexpected<Error> cannotWrite(const QString& path, const QString& reason)
{
    const bool isFull = freeBytes(QFileInfo(path).path()) < nearlyNothing;
    return fail(ErrorCode::Unavailable, QStringLiteral("%1 cannot be written: %2").arg(path, reason),
                isFull ? QStringLiteral("backup.full") : QStringLiteral("backup.folder"));
}

tl::unexpected<Error> cannotRead(const QFile& file)
{
    return fail(ErrorCode::Unavailable,
                QStringLiteral("%1 cannot be read: %2").arg(file.fileName(), file.errorString()),
                QStringLiteral("backup.source"));
}

QString hexOf(const QCryptographicHash& hash)
{
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace

bool isFileName(const QString& name)
{
    constexpr qsizetype digits = 64;
    return name.size() == digits && std::ranges::all_of(name, [](QChar c) {
               return (c >= QLatin1Char('0') && c <= QLatin1Char('9')) ||
                      (c >= QLatin1Char('a') && c <= QLatin1Char('f'));
           });
}

QStringList filesOf(const QString& media)
{
    QStringList names = QDir(media).entryList(QDir::Files, QDir::Name);
    names.removeIf([](const QString& name) { return !isFileName(name); });
    return names;
}

bool isServiceFile(const QString& name)
{
    return name.endsWith(QStringLiteral(".json")) && !name.startsWith(QLatin1Char('.')) &&
           !name.contains(QLatin1Char('/')) && !name.contains(QLatin1Char('\\'));
}

QStringList serviceFilesOf(const QString& folder)
{
    if (folder.isEmpty()) {
        return {};
    }
    QStringList names = QDir(folder).entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    names.removeIf([](const QString& name) { return !isServiceFile(name); });
    return names;
}

qint64 freeBytes(const QString& folder)
{
    return QStorageInfo(folder).bytesAvailable();
}

bool keepPrivate(const QString& folder)
{
    return QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

Result<Done> syncPath(const QString& path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    if (handle >= 0) {
        ::close(handle);
    }
    if (!synced) {
        return cannotWrite(path, qt_error_string());
    }
#else
    Q_UNUSED(path)
#endif
    return Done{};
}

Result<FileMark> markOf(const QString& path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file) || file.error() != QFileDevice::NoError) {
        return cannotRead(file);
    }
    return FileMark{file.size(), hexOf(hash)};
}

Result<FileMark> copyFile(const QString& from, const QString& to)
{
    QFile source(from);
    QFile copy(to);
    if (!source.open(QIODevice::ReadOnly)) {
        return cannotRead(source);
    }
    if (!copy.open(QIODevice::WriteOnly | QIODevice::NewOnly) ||
        !copy.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return cannotWrite(to, copy.errorString());
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    while (!source.atEnd()) {
        const QByteArray piece = source.read(pieceBytes);
        if (source.error() != QFileDevice::NoError) {
            return cannotRead(source);
        }
        if (copy.write(piece) != piece.size()) {
            return cannotWrite(to, copy.errorString());
        }
        hash.addData(piece);
        size += piece.size();
    }
    if (!copy.flush()) {
        return cannotWrite(to, copy.errorString());
    }
    copy.close();
    return syncPath(to).map([&](Done) { return FileMark{size, hexOf(hash)}; });
}

base::Json toList(const FileMark& mark, const QString& name)
{
    base::Json listed{{"size", mark.size}, {"sha256", base::utf8(mark.digest)}};
    if (!name.isEmpty()) {
        listed["name"] = base::utf8(name);
    }
    return listed;
}

bool isAsListed(const FileMark& mark, const base::Json& listed)
{
    return base::integerAt(listed, "size") == mark.size && base::textAt(listed, "sha256") == mark.digest;
}

Result<base::Json> listOf(const QString& path)
{
    QFile file(QDir(path).filePath(listPart));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 is no backup of Delpek: it has no list").arg(path),
                    QStringLiteral("backup.none"));
    }
    auto list = base::parseJson(file.readAll());
    if (!list || base::integerAt(*list, "form") != listForm || !base::integerAt(*list, "made_at") ||
        !base::at(*list, "files").is_array()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the list of %1 cannot be read, or is of a newer Delpek").arg(path),
                    QStringLiteral("backup.broken"));
    }
    return list;
}

Result<Backup> readList(const QString& path)
{
    return listOf(path).map([&](const base::Json& list) {
        Backup backup;
        backup.path = path;
        backup.madeAt = base::fromMillis(*base::integerAt(list, "made_at"));
        backup.clinic = base::textAt(list, "clinic");
        backup.lacks = int(base::integerAt(list, "lacks").value_or(0));
        for (const char* part : {"database", "configuration"}) {
            backup.bytes += base::integerAt(base::at(list, part), "size").value_or(0);
        }
        for (const auto& file : base::at(list, "services")) {
            backup.bytes += base::integerAt(file, "size").value_or(0);
        }
        for (const auto& file : base::at(list, "files")) {
            backup.bytes += base::integerAt(file, "size").value_or(0);
            ++backup.files;
        }
        return backup;
    });
}

} // namespace delpek::node
