// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "domain/event.h"

namespace delpek::channels::whatsapp
{

/// What a message says, apart from who, when and which.
struct Content {
    domain::MessageKind kind = domain::MessageKind::Unsupported;
    QString text = {}; ///< text, caption, file name, place, names and numbers, or the chosen title
    QString choice = {};
    QString mediaId = {};
    QString mediaType = {};
};

/// The content of a message object by its `type`.
Content contentOf(const base::Json& message);

/// The patient's side of a conversation: `waId` and `userId` as far as the delivery tells them; `contacts` is the
/// value's list, which may complete them and holds the profile name.
///
/// The rule of the address: wa_id when it is known, the business-scoped user id otherwise. Nearly every patient is
/// known by number first and by user id later; the id that was there from the start keeps one conversation one. A
/// patient whose number stays hidden has the user id from the start.
domain::Sender patientOf(const QString& account, QString waId, QString userId, const base::Json& contacts);

/// A provider's word that is safe to log: short, lower-case ASCII; "other" for anything else.
QString safeWord(const QString& word);

} // namespace delpek::channels::whatsapp
