// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// The columns that messageFrom() reads, in its order, and what they are read from.
extern const char* const messageColumns;
extern const char* const messageTables;
Result<domain::Message> messageFrom(const Rows& rows);
/// What few messages have: forwarded, a place, a template. Empty for the many.
QString specialToText(const domain::Message& message);
QString optionsToText(const std::vector<domain::Option>& options);

} // namespace delpek::store
