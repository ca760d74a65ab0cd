// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"
#include "store/session.h"

namespace delpek::store
{

/// The columns that messageFrom() reads, in its order.
extern const char* const messageColumns;
Result<domain::Message> messageFrom(const Rows& rows);
QString optionsToText(const std::vector<domain::Option>& options);

} // namespace delpek::store
