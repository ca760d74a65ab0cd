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

} // namespace delpek::app
