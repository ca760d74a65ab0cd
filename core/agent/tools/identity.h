// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/tool.h"

namespace delpek::agent
{

/// The one patient on the phone of the conversation whom name and birth date mean; without a birth date the only
/// patient of the phone, when the name is theirs. No value when there is none or it is not unique: what the caller
/// tells the patient must be the same in both cases. `phone` is used where the channel vouches for none, and only by
/// what shows nothing.
Result<std::optional<domain::Patient>> findPatient(const ToolContext& context, const QString& name,
                                                   const QDate& birthDate, const std::optional<domain::Phone>& phone);

/// findPatient for what is told about a person: counted by the gate, and nobody once it is closed.
Result<std::optional<domain::Patient>> establish(const base::Json& arguments, const ToolContext& context);

/// The answer for whoever is not established, wrong details and details of nobody alike.
base::Json unconfirmed(const ToolContext& context);

/// Adds name, birth_date to `properties` of a schema.
base::Json identityProperties();
/// An object of `properties`, the identity among them; the name is required.
base::Json identitySchema(const char* description, base::Json properties = base::Json::object(),
                          base::Json required = base::Json::array());

} // namespace delpek::agent
