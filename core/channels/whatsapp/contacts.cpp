// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/contacts.h"

namespace delpek::channels::whatsapp
{

namespace
{

/// The first contact of an id counts.
void note(QHash<QString, const base::Json*>& table, const QString& id, const base::Json& contact)
{
    if (!id.isEmpty() && !table.contains(id)) {
        table.insert(id, &contact);
    }
}

} // namespace

Contacts::Contacts(const base::Json& list)
{
    if (!list.is_array()) {
        return;
    }
    for (const base::Json& contact : list) {
        note(m_byWaId, base::textAt(contact, "wa_id"), contact);
        note(m_byUserId, base::textAt(contact, "user_id"), contact);
    }
}

const base::Json* Contacts::find(const QString& waId, const QString& userId) const
{
    const auto* byWaId = m_byWaId.value(waId, nullptr);
    return byWaId ? byWaId : m_byUserId.value(userId, nullptr);
}

} // namespace delpek::channels::whatsapp
