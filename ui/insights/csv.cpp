// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/csv.h"

namespace delpek::ui
{

namespace
{

/// Source: OWASP, "CSV Injection".
bool looksLikeFormula(const QString& value)
{
    return !value.isEmpty() && QStringLiteral("=+-@\t\r\n").contains(value.front());
}

QString field(const QString& value)
{
    QString text = looksLikeFormula(value) ? QLatin1Char('\'') + value : value;
    const bool isPlain =
        std::ranges::none_of(text, [](QChar letter) { return QStringLiteral(",\"\r\n").contains(letter); });
    return isPlain ? text
                   : QLatin1Char('"') + text.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

} // namespace

QByteArray csv(const QList<QStringList>& rows)
{
    QString text(QChar::ByteOrderMark);
    for (const QStringList& row : rows) {
        QStringList fields;
        for (const QString& value : row) {
            fields << field(value);
        }
        text += fields.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

} // namespace delpek::ui
