// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <QFile>

namespace delpek::base
{

Result<QByteArray> readFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
    }
    return file.readAll();
}

Result<Json> readJsonFile(const QString& path)
{
    const auto bytes = readFile(path);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto json = parseJson(*bytes);
    return json ? json : fail(ErrorCode::InvalidInput, QStringLiteral("%1 is %2").arg(path, json.error().detail));
}

} // namespace delpek::base
