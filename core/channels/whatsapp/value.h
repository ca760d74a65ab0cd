// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "channels/whatsapp/contacts.h"
#include "domain/event.h"

// What the readers of the parts of a delivery share.

namespace delpek::channels::whatsapp
{

/// One change's value with what each of its items needs.
struct Value {
    const base::Json& json;
    QString account;                 ///< phone_number_id
    QString path;                    ///< in the delivery, for what is malformed
    std::optional<base::Instant> at; ///< of the entry; only some kinds of changes tell it
    Contacts contacts = {};          ///< of messages and echoes
};

/// Names the place of what cannot be read, never its content.
domain::Event malformed(const QString& path);

/// Unix seconds as text or number; nothing outside of the years 1970 to 9999.
std::optional<base::Instant> timeAt(const base::Json& object, const char* key);

/// A provider's word that is safe to log: short, lower-case ASCII; "other" for anything else.
QString safeWord(const QString& word);

} // namespace delpek::channels::whatsapp
