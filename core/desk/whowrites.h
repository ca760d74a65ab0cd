// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/clinicrecords.h"
#include "domain/tiedcard.h"

namespace delpek::desk
{

/// Who may stand behind a conversation.
struct WhoWrites {
    std::vector<domain::Patient> patients; ///< of the phone in the order of the records, then the tied ones; each once
    std::vector<domain::TiedCard> tied;    ///< those that are there, by the ids that the records give them now
};

/// Asks the records for the patients of the phone and for the tied cards. One that was joined reads as the kept card;
/// one that is gone from the records is left out. Fails as the records do. Any thread; `records` outlives it.
Future<WhoWrites> whoWrites(clinic::ClinicRecords& records, const std::optional<domain::Phone>& phone,
                            std::vector<domain::TiedCard> tied);

} // namespace delpek::desk
