// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/builtin/csv.h"
#include "domain/clinicfacts.h"

#include <map>

namespace delpek::clinic
{

struct BadLine {
    int line = 0;
    QString column; ///< as the file's header has it; empty when the whole line is meant
    QString reason; ///< what belongs there; never what stands there
};

/// What an import did, or would do.
struct ImportReport {
    int added = 0;
    int there = 0;            ///< known already: nothing changed
    int ignored = 0;          ///< not meant for the book: times marked as free, the book's own visits
    std::vector<BadLine> bad; ///< one bad line and nothing at all is written
    QDate repeatedUntil = {}; ///< the last day for which events that repeat were taken; null: none repeats
    bool written = false;
};

/// One row by the names of its columns, in Hebrew or in English. What is wrong is put on the report once.
class CsvCells
{
public:
    using Columns = std::map<QString, int>; ///< our name of a column -> where it stands

    /// `known`: every heading that is understood, comparable(), to our name. InvalidInput when a heading comes twice or
    /// when of `needed` (each entry: names of which one is enough, joined by "|") one is missing.
    static Result<Columns> columnsOf(const CsvRow& header, const std::map<QString, QString>& known,
                                     const QStringList& needed);
    /// What columnsOf() understands: our names, and for each the headings that mean it, joined by "|".
    static std::map<QString, QString> headings(std::initializer_list<std::pair<const char*, const char*>> columns);
    /// A heading without case, marks and needless spaces.
    static QString comparable(const QString& heading);

    CsvCells(const CsvRow& header, const Columns& columns, const CsvRow& row, ImportReport& report)
        : m_header(header)
        , m_columns(columns)
        , m_row(row)
        , m_report(report)
    {
    }

    QString text(const char* column) const;
    /// Day before month before year, or ISO; the year with four digits. Null when empty.
    QDate date(const char* column);
    /// 9:30, 09:30, 09:30:00.
    QTime time(const char* column);
    std::optional<domain::Phone> phone(const char* column);
    /// Minutes, 0 when empty.
    int minutes(const char* column);
    /// Separated by commas, semicolons or line ends.
    QStringList words(const char* column) const;

    void reject(const char* column, const QString& reason);
    bool isGood() const { return !m_bad; }

private:
    const CsvRow& m_header;
    const Columns& m_columns;
    const CsvRow& m_row;
    ImportReport& m_report;
    bool m_bad = false;
};

} // namespace delpek::clinic
