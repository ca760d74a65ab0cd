// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/resource.h"
#include "base/file.h"

#include <QDir>

namespace delpek::language
{

namespace
{

QString pathOf(const QString& folder, const QString& file)
{
    return QDir::cleanPath(folder + QLatin1Char('/') + file);
}

} // namespace

Result<QByteArray> readBytes(const QString& folder, const QString& file)
{
    return base::readFile(pathOf(folder, file));
}

Result<base::Json> readResource(const QString& folder, const QString& file)
{
    const auto path = pathOf(folder, file);
    auto json = base::readJsonFile(path);
    if (!json) {
        return json;
    }
    if (!json->is_object()) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1 must hold a JSON object").arg(path));
    }
    return json;
}

QStringList textsAt(const base::Json& object, const char* key)
{
    QStringList texts;
    for (const auto& entry : base::at(object, key)) {
        if (entry.is_string()) {
            texts.append(QString::fromStdString(entry.get<std::string>()));
        }
    }
    return texts;
}

} // namespace delpek::language
