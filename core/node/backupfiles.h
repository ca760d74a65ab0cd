// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "node/backup.h"

#include <QStringList>

// What a backup's folder is made of, and writing that is on the disk when it is done.

namespace delpek::node
{

inline const auto databasePart = QStringLiteral("delpek.sqlite");
inline const auto mediaPart = QStringLiteral("media");
inline const auto servicesPart = QStringLiteral("services");
inline const auto configurationPart = QStringLiteral("delpek.conf");
/// The form of that list; another one is not read.
inline constexpr int listForm = 1;
inline const auto listPart = QStringLiteral("backup.json");

/// A name that media::FileDoor gives: 64 hex digits.
bool isFileName(const QString& name);
/// The names of the kept files; none where the folder is missing.
QStringList filesOf(const QString& media);

/// The clinic's own services, as a service's file may be called; none where the folder is missing.
QStringList serviceFilesOf(const QString& folder);
bool isServiceFile(const QString& name);

qint64 freeBytes(const QString& folder);
/// Only its owner may look into it.
bool keepPrivate(const QString& folder);
/// What was written to the file or the folder is on the disk.
Result<Done> syncPath(const QString& path);
/// By what bytes are known again.
struct FileMark {
    qint64 size = 0;
    QString digest; ///< SHA-256, hex digits
};

/// Unavailable (backup.source) when it cannot be read.
Result<FileMark> markOf(const QString& path);
/// A new file, its owner's only, on the disk when this is done. Gives the mark of what was read. Unavailable with
/// backup.full, backup.folder or backup.source.
Result<FileMark> copyFile(const QString& from, const QString& to);

/// As a list tells a file: its size and its digest, with the name of one among several.
base::Json toList(const FileMark& mark, const QString& name = {});
bool isAsListed(const FileMark& mark, const base::Json& listed);

/// What the list of a backup says. NotFound (backup.none) without one, InvalidInput (backup.broken) for one that cannot
/// be read.
Result<base::Json> listOf(const QString& path);
Result<Backup> readList(const QString& path);

} // namespace delpek::node
