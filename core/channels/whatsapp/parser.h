// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/event.h"

#include <QByteArray>

namespace delpek::channels::whatsapp
{

/// What one webhook POST of the Cloud API says, in its order. Pure.
///
/// A body that is not JSON or not a WhatsApp envelope is InvalidInput. Within an envelope nothing is lost for a
/// neighbour's sake: an item without id, sender or time becomes Ignored, whose `what` names its JSON path
/// ("malformed entry[0].changes[0].value.messages[2].id"), never its content. A message whose content is not known or
/// not readable stays a message of kind Unsupported, so that the desk sees that the patient wrote.
/// What belongs to another number than `account` (phone_number_id) is Ignored: one callback serves a whole business.
/// What concerns a business account as a whole (templates) is `businessAccount`'s, or of any when that is empty.
/// Source: Meta, "Webhooks", "messages" and "smb_message_echoes" references.
Result<std::vector<domain::Event>> parse(const QByteArray& raw, const QString& account,
                                         const QString& businessAccount = {});

} // namespace delpek::channels::whatsapp
