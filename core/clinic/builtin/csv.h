// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringList>

#include <vector>

namespace delpek::clinic
{

struct CsvRow {
    int line = 0; ///< of the file, from 1, where the row begins
    QStringList cells;
};

/// Reads comma-separated values (RFC 4180): UTF-8 with or without a byte order mark, lines ended by CR LF, LF or CR,
/// the separator of the first row (comma, semicolon or tab) for all. Cells are trimmed; rows without any text are left
/// out. InvalidInput with the line or the remedy: other encodings, a quote that never ends, text after a closing quote,
/// more than 100 MB. Source: RFC 4180.
Result<std::vector<CsvRow>> parseCsv(const QByteArray& bytes);

/// Comma-separated, with a byte order mark and CR LF, as spreadsheets like it. What a spreadsheet would take for a
/// formula gets an apostrophe in front, which parseCsv() takes off again.
QByteArray writeCsv(const std::vector<QStringList>& rows);

} // namespace delpek::clinic
