// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/channel.h"
#include "channels/whatsapp/value.h"

// What deliveries say of the clinic's business account rather than of a message.

namespace delpek::channels::whatsapp
{

/// True for the fields of a change that businessEvent reads. Their value names no phone number id.
bool isBusinessField(const QString& field);

/// What a change of such a field says: the fate of a template (state, category or quality), or Ignored in telling words
/// ("number quality flagged, limit tier_250"). Source: Meta, references of message_template_status_update,
/// message_template_quality_update, template_category_update, account_update, phone_number_quality_update and
/// business_capability_update.
domain::Event businessEvent(const QString& field, const Value& value);

/// Whether the account can send at all: a fault when Meta closed or deleted it, all well when it was given back or a
/// message went out. Deliveries that tell neither give nothing, and those of another business account.
std::optional<AccountState> accountStateOf(const QByteArray& raw, const QString& account,
                                           const QString& businessAccount = {});

} // namespace delpek::channels::whatsapp
