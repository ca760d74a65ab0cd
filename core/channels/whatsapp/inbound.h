// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "channels/whatsapp/contacts.h"
#include "domain/event.h"

namespace delpek::channels::whatsapp
{

/// What a message says, apart from who, when and which.
struct Content {
    domain::MessageKind kind = domain::MessageKind::Unsupported;
    QString text = {}; ///< text, caption, place, names and numbers, answers of a form, or the chosen title
    QString choice = {};
    QString mediaId = {};
    QString mediaType = {};
    QString mediaName = {};
    bool voice = false;
    std::optional<domain::Place> place = {};
};

/// The content of a message object by its `type`.
Content contentOf(const base::Json& message);

/// The patient's side of a conversation: `waId` and `userId` as far as the delivery tells them; `contacts` are
/// those of the value, which may complete them and hold the profile name.
///
/// The rule of the address: wa_id when it is known, the business-scoped user id otherwise. Nearly every patient is
/// known by number first and by user id later; the id that was there from the start keeps one conversation one. A
/// patient whose number stays hidden has the user id from the start. The user id beside a number is in otherIds, so
/// that a delivery that tells it alone still finds the patient.
domain::Sender patientOf(const QString& account, QString waId, QString userId, const Contacts& contacts);

} // namespace delpek::channels::whatsapp
