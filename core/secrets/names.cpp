// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/names.h"

#include <QRegularExpression>

namespace delpek::secrets
{

namespace
{
const auto variablePrefix = QLatin1String("DELPEK_SECRET_");
}

Result<Done> checkName(const QString& name)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9]+(?:[.-][a-z0-9]+)*\\z"));
    if (name.size() > 100 || !name.contains(QLatin1Char('.')) || !form.match(name).hasMatch()) {
        return fail(
            ErrorCode::InvalidInput,
            QStringLiteral("not a secret's name; write it in lower case with a dot, such as whatsapp.access-token"));
    }
    return Done{};
}

QString variableOf(const QString& name)
{
    QString variable = name.toUpper();
    variable.replace(QLatin1Char('.'), QLatin1Char('_')).replace(QLatin1Char('-'), QLatin1Char('_'));
    return variablePrefix + variable;
}

QString nameOf(const QString& variable)
{
    if (!variable.startsWith(variablePrefix)) {
        return {};
    }
    QString name = variable.mid(variablePrefix.size()).toLower();
    name.replace(QLatin1Char('_'), QLatin1Char('-'));
    if (const qsizetype first = name.indexOf(QLatin1Char('-')); first > 0) {
        name[first] = QLatin1Char('.');
    }
    return checkName(name) ? name : QString();
}

} // namespace delpek::secrets
