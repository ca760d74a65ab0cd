// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/paths.h"

namespace delpek::test
{

QString sourcePath(const char* relative)
{
    const QString root = QStringLiteral(DELPEK_SOURCE_DIR);
    return *relative == '\0' ? root : root + QLatin1Char('/') + QString::fromUtf8(relative);
}

} // namespace delpek::test
