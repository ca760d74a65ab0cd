// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/whatsapp/value.h"

namespace delpek::channels::whatsapp
{

/// One item of a value's `statuses`: what became of a message of ours. `path` names its place.
/// Source: Meta, "status messages webhook reference".
domain::Event statusEvent(const Value& value, const base::Json& status, const QString& path);

} // namespace delpek::channels::whatsapp
