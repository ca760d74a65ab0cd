// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/odoorecordsfacts.h"

namespace delpek::clinic::odoo
{

/// What a mapping finds in a real database.
struct Trial {
    Mapping mapping;         ///< fitted
    std::vector<Flaw> flaws; ///< what keeps it from working
    std::vector<Flaw> hints; ///< what works and deserves a look
    struct Count {
        QString entity;
        QString model;
        qint64 records = 0;
    };
    std::vector<Count> counts;
    std::vector<QString> doctors; ///< their names, with the hours of a week
    QStringList treatments;       ///< ids of ours that were recognised
};

/// Asks for the fields of every mapped model, counts and reads one record of each, then reads doctors, hours and
/// treatments as the desk would. Changes nothing. Errors are those of an Odoo that cannot be reached or refuses the
/// login; everything else is a flaw. Waits.
Result<Trial> tryMapping(CachedReads& reads, const MappingChoice& choice, const Session& session, base::Instant now,
                         const base::Cancel& cancel);

} // namespace delpek::clinic::odoo
