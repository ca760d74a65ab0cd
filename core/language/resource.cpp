// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/resource.h"

#include <QDir>
#include <QFile>

namespace delpek::language
{

Result<base::Json> readResource(const QString& folder, const QString& file)
{
    const auto path = QDir::cleanPath(folder + QLatin1Char('/') + file);
    QFile source(path);
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be read: %2").arg(path, source.errorString()));
    }
    auto json = base::parseJson(source.readAll());
    if (!json) {
        return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(path, json.error().detail));
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
