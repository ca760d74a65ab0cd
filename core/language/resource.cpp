// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/resource.h"

#include <QDir>
#include <QFile>

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
    QFile source(pathOf(folder, file));
    if (!source.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("%1 cannot be read: %2").arg(source.fileName(), source.errorString()));
    }
    return source.readAll();
}

Result<base::Json> readResource(const QString& folder, const QString& file)
{
    const auto bytes = readBytes(folder, file);
    if (!bytes) {
        return fail(bytes.error());
    }
    const auto path = pathOf(folder, file);
    auto json = base::parseJson(*bytes);
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
