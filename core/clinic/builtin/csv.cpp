// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/builtin/csv.h"

#include <QStringDecoder>

namespace delpek::clinic
{

namespace
{

constexpr qsizetype MostBytes = 100'000'000;
constexpr char Key[] = "book.file";

tl::unexpected<Error> refused(const QString& why)
{
    return fail(ErrorCode::InvalidInput, why, QLatin1String(Key));
}

bool beginsFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@").contains(text.front());
}

Result<QString> decoded(const QByteArray& bytes)
{
    if (bytes.size() > MostBytes) {
        return refused(QStringLiteral("the file is larger than 100 MB; split it"));
    }
    const bool utf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF") || bytes.contains('\0');
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = utf16 ? QString() : decoder(bytes);
    if (utf16 || decoder.hasError()) {
        return refused(QStringLiteral("the file is not UTF-8 (Hebrew of older programs is Windows-1255): save it again "
                                      "as \"CSV UTF-8\""));
    }
    return text;
}

/// Counted outside quotes; none of them: a comma.
QChar separatorOf(const QString& text)
{
    std::array<std::pair<QChar, int>, 3> counts{{{u',', 0}, {u';', 0}, {u'\t', 0}}};
    bool quoted = false;
    for (const QChar letter : text) {
        if (letter == u'"') {
            quoted = !quoted;
        } else if (!quoted && (letter == u'\n' || letter == u'\r')) {
            break;
        } else if (!quoted) {
            for (auto& [separator, count] : counts) {
                count += letter == separator;
            }
        }
    }
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

class Reader
{
public:
    explicit Reader(const QString& text)
        : m_text(text)
        , m_separator(separatorOf(text))
    {
    }

    Result<std::vector<CsvRow>> read()
    {
        while (m_at < m_text.size()) {
            CsvRow row{m_line, {}};
            do {
                if (const auto cell = readCell(); cell) {
                    row.cells << *cell;
                } else {
                    return fail(cell.error());
                }
            } while (takes(m_separator));
            if (m_at < m_text.size() && !takesLineEnd()) {
                return refused(QStringLiteral("line %1: after a closing quote comes the separator or the end of the "
                                              "line; write a quote inside quotes twice")
                                   .arg(m_line));
            }
            if (std::any_of(row.cells.begin(), row.cells.end(), [](const QString& cell) { return !cell.isEmpty(); })) {
                m_rows.push_back(std::move(row));
            }
        }
        return std::move(m_rows);
    }

private:
    bool takes(QChar letter)
    {
        const bool there = m_at < m_text.size() && m_text[m_at] == letter;
        m_at += there;
        return there;
    }

    bool takesLineEnd()
    {
        const bool carriage = takes(u'\r');
        const bool there = takes(u'\n') || carriage;
        m_line += there;
        return there;
    }

    Result<QString> readCell()
    {
        QString cell;
        if (takes(u'"')) {
            const int begun = m_line;
            for (;;) {
                if (m_at >= m_text.size()) {
                    return refused(QStringLiteral("line %1: a quote begins here and never ends").arg(begun));
                }
                if (takes(u'"')) {
                    if (!takes(u'"')) {
                        break;
                    }
                    cell += u'"';
                } else if (takesLineEnd()) {
                    cell += u'\n';
                } else {
                    cell += m_text[m_at++];
                }
            }
        } else {
            while (m_at < m_text.size() && m_text[m_at] != m_separator && m_text[m_at] != u'\n' &&
                   m_text[m_at] != u'\r') {
                cell += m_text[m_at++];
            }
        }
        cell = cell.trimmed();
        return cell.startsWith(u'\'') && beginsFormula(QStringView(cell).mid(1)) ? cell.mid(1) : cell;
    }

    const QString& m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
    std::vector<CsvRow> m_rows;
};

QString quoted(QString cell)
{
    if (beginsFormula(cell)) {
        cell.prepend(u'\'');
    }
    static const QString special = QStringLiteral(",;\t\r\n\"");
    const bool needed = std::any_of(cell.begin(), cell.end(), [](QChar letter) { return special.contains(letter); });
    return needed ? u'"' + cell.replace(QStringLiteral("\""), QStringLiteral("\"\"")) + u'"' : cell;
}

} // namespace

Result<std::vector<CsvRow>> parseCsv(const QByteArray& bytes)
{
    return decoded(bytes).and_then([](const QString& text) { return Reader(text).read(); });
}

QByteArray writeCsv(const std::vector<QStringList>& rows)
{
    QByteArray bytes("\xEF\xBB\xBF");
    for (const auto& row : rows) {
        QStringList cells;
        for (const auto& cell : row) {
            cells << quoted(cell);
        }
        bytes += cells.join(u',').toUtf8() + "\r\n";
    }
    return bytes;
}

} // namespace delpek::clinic
