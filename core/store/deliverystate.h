// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

namespace delpek::store
{

/// Does `to` move a message that stands at `from` forward? Failed and Withdrawn end it; nothing fails that was
/// delivered.
bool isForward(domain::DeliveryState from, domain::DeliveryState to);

} // namespace delpek::store
