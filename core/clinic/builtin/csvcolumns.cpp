// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/csvcolumns.h"

#include "clinic/builtin/bookchecks.h"

#include <QRegularExpression>

namespace delpek::clinic
{

QString CsvCells::comparable(const QString& heading)
{
    static const QRegularExpression marks(QStringLiteral("[\"'״׳_\\-./()*:\\x{200E}\\x{200F}\\x{FEFF}]"));
    QString text = heading.toCaseFolded();
    return text.replace(marks, QStringLiteral(" ")).simplified();
}

std::map<QString, QString> CsvCells::headings(std::initializer_list<std::pair<const char*, const char*>> columns)
{
    std::map<QString, QString> known;
    for (const auto& [ours, others] : columns) {
        for (const QString& heading : QString::fromUtf8(others).split(u'|')) {
            known.emplace(comparable(heading), QLatin1String(ours));
        }
    }
    return known;
}

Result<CsvCells::Columns> CsvCells::columnsOf(const CsvRow& header, const std::map<QString, QString>& known,
                                              const QStringList& needed)
{
    Columns columns;
    for (int i = 0; i < header.cells.size(); ++i) {
        const auto name = known.find(comparable(header.cells[i]));
        if (name != known.end() && !columns.emplace(name->second, i).second) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("line %1: two columns are \"%2\"; leave one").arg(header.line).arg(name->second),
                        QStringLiteral("book.file"));
        }
    }
    for (const auto& choice : needed) {
        const auto names = choice.split(u'|');
        if (std::none_of(names.begin(), names.end(), [&](const QString& name) { return columns.contains(name); })) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("line %1: the first row names the columns; \"%2\" is missing")
                            .arg(header.line)
                            .arg(names.join(QStringLiteral("\" or \""))),
                        QStringLiteral("book.file"));
        }
    }
    return columns;
}

QString CsvCells::text(const char* column) const
{
    const auto found = m_columns.find(QLatin1String(column));
    return found == m_columns.end() ? QString() : m_row.cells.value(found->second);
}

QDate CsvCells::date(const char* column)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d{1,2})[./\\- ](\\d{1,2})[./\\- ](\\d{4})\\z"));
    const QString value = text(column);
    if (value.isEmpty()) {
        return {};
    }
    QDate date = QDate::fromString(value, Qt::ISODate);
    if (const auto match = form.match(value); match.hasMatch()) {
        date = QDate(match.captured(3).toInt(), match.captured(2).toInt(), match.captured(1).toInt());
    }
    if (!date.isValid()) {
        reject(column, QStringLiteral("write day/month/year with four digits for the year, as 25/03/2026"));
    }
    return date;
}

QTime CsvCells::time(const char* column)
{
    static const QRegularExpression form(QStringLiteral("\\A(\\d{1,2})[:.](\\d{2})(?::00)?\\z"));
    const auto match = form.match(text(column));
    const QTime time = match.hasMatch() ? QTime(match.captured(1).toInt(), match.captured(2).toInt()) : QTime();
    if (!time.isValid()) {
        reject(column, QStringLiteral("write the time as 9:30 or 16:45"));
    }
    return time;
}

std::optional<domain::Phone> CsvCells::phone(const char* column)
{
    const QString value = text(column);
    if (value.isEmpty()) {
        return std::nullopt;
    }
    const auto phone = domain::Phone::parse(value);
    if (!phone) {
        reject(column, QStringLiteral("write a telephone number, as 050-000-1234 or +972500001234"));
        return std::nullopt;
    }
    return *phone;
}

int CsvCells::minutes(const char* column)
{
    const QString value = text(column);
    if (value.isEmpty()) {
        return 0;
    }
    const int minutes = value.toInt();
    if (minutes < 1 || minutes > LongestVisit) {
        reject(column, QStringLiteral("write 1 to %1 minutes").arg(LongestVisit));
    }
    return minutes;
}

QStringList CsvCells::words(const char* column) const
{
    static const QRegularExpression separators(QStringLiteral("[,;\\n]"));
    QStringList words;
    for (const auto& word : text(column).split(separators)) {
        if (!word.trimmed().isEmpty()) {
            words << word.trimmed();
        }
    }
    return words;
}

void CsvCells::reject(const char* column, const QString& reason)
{
    m_bad = true;
    const auto found = m_columns.find(QLatin1String(column));
    const QString heading = found == m_columns.end() ? QString() : m_header.cells.value(found->second);
    m_report.bad.push_back({m_row.line, heading, reason});
}

} // namespace delpek::clinic
