// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/paths.h"

#include <QDirIterator>
#include <QFile>
#include <QStringList>

namespace delpek::structure
{

inline QString sourceRoot()
{
    return test::sourcePath();
}

/// All files of these kinds below a folder of the repository, as paths from its root, sorted.
inline QStringList filesBelow(const QString& folder, const QStringList& patterns)
{
    QStringList files;
    for (QDirIterator it(sourceRoot() + QLatin1Char('/') + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
         it.hasNext();) {
        files << it.next().mid(sourceRoot().size() + 1);
    }
    files.sort();
    return files;
}

/// The lines of a file named from the root; empty when it cannot be read.
inline QStringList linesOf(const QString& path)
{
    QFile file(sourceRoot() + QLatin1Char('/') + path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QStringList lines = QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'));
    if (lines.constLast().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

} // namespace delpek::structure
