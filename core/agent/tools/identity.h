// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/tool.h"

namespace delpek::agent
{

/// Is `stated` the name in the records, in either language? The order of the words and one letter in a longer word
/// (transliteration, a typing error) do not matter; a part of a full name is enough only when it has two words.
bool nameMatches(const QString& stated, const domain::Bilingual& name);

/// The one patient on the phone of the conversation with this name and birth date. No value when there is none or it is
/// not unique: what the caller tells the patient must be the same in both cases. `phone` is used where the channel
/// vouches for none, and only by what shows nothing.
Result<std::optional<domain::Patient>> findPatient(const ToolContext& context, const QString& name,
                                                   const QDate& birthDate, const std::optional<domain::Phone>& phone);

/// Adds name, birth_date to `properties` of a schema.
base::Json identityProperties();

} // namespace delpek::agent
