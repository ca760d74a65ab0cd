// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <QHash>

namespace delpek::channels::whatsapp
{

/// The contacts beside the messages of a delivery, found by either id. A delivery may have a thousand of each.
class Contacts
{
public:
    Contacts() = default;
    /// `list` outlives it; anything but a list has no contacts.
    explicit Contacts(const base::Json& list);

    /// The contact with that wa_id, else the one with that user id; null without one. Empty ids find nobody.
    const base::Json* find(const QString& waId, const QString& userId) const;

private:
    QHash<QString, const base::Json*> m_byWaId;
    QHash<QString, const base::Json*> m_byUserId;
};

} // namespace delpek::channels::whatsapp
