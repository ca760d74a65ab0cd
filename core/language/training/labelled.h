// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/hearing.h"

namespace delpek::language
{

/// A message and what its writer says it means: one line of a JSONL file as the label guide describes it.
struct Labelled {
    QString id;
    QString text;
    QString writer; ///< the file it came from
    std::optional<domain::Language> language;
    int intent = 0;
    bool hard = false;
    base::Json slots_;
};

/// All lines of all *.jsonl and *.tsv files of a folder, the files in the order of their names; a line of a .tsv is an
/// intent and a text. Fails with file and line.
Result<std::vector<Labelled>> readLabelled(const QString& folder);

/// The labels' moment: Tuesday 2026-03-03, 10:00.
UnderstandingContext labelledContext(const Labelled& message);

} // namespace delpek::language
