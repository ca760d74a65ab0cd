// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "channels/whatsapp/templateservice.h"
#include "store/store.h"

namespace delpek::app
{

/// Keeps what Meta told of the templates of `account` (phone_number_id) at `now`.
Future<Done> noteTemplates(store::Store& store, const QString& account,
                           const std::vector<channels::whatsapp::RemoteTemplate>& known, base::Instant now);

/// Asks Meta for them and notes what it says; does not wait. All that is given outlives the answer.
void askTemplates(store::Store& store, http::Client& client, const channels::whatsapp::Business& business,
                  base::Clock& clock);

} // namespace delpek::app
