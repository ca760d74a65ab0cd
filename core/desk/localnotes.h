// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/notes.h"
#include "store/store.h"

namespace delpek::desk
{

/// The notes in our store. Who writes and deletes stands in the audit log, without the words. References outlive it.
class LocalNotes final : public Notes
{
public:
    LocalNotes(store::Store& store, base::Clock& clock, QString staff);

    Future<std::vector<domain::InternalNote>> of(domain::ConversationId id) override;
    Future<domain::NoteId> write(domain::ConversationId id, const QString& text) override;
    Future<Done> remove(domain::NoteId id) override;
    Future<QString> draft(domain::ConversationId id) override;
    Future<Done> saveDraft(domain::ConversationId id, const QString& text) override;

private:
    store::Store& m_store;
    base::Clock& m_clock;
    QString m_staff;
};

} // namespace delpek::desk
