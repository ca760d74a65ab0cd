// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/waha/line.h"
#include "domain/event.h"

// Hidden ids (@lid), by which WhatsApp names patients whose number it does not show. Source: WAHA, "Contacts", "LIDs".

namespace delpek::channels::waha
{

bool isLid(const QString& chatId);

/// The sender by his number, with the hidden id among `otherIds`; unchanged when WAHA does not know the number.
Future<domain::Sender> identify(const Line& line, const domain::Sender& sender);

} // namespace delpek::channels::waha
