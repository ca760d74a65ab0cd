// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/notes.h"
#include "domain/change.h"

#include <functional>
#include <map>

namespace delpek::test
{

/// Notes in memory. Answers at once, on the calling thread.
class FakeNotes final : public desk::Notes
{
public:
    /// `last`: the last message of a conversation, now. `who`: the name of whoever is at the desk.
    FakeNotes(std::function<void(const std::vector<domain::Change>&)> publish,
              std::function<domain::MessageId(domain::ConversationId)> last, std::function<QString()> who);

    Future<std::vector<domain::InternalNote>> of(domain::ConversationId id) override;
    Future<domain::NoteId> write(domain::ConversationId id, const QString& text) override;
    Future<Done> remove(domain::NoteId id) override;
    Future<QString> draft(domain::ConversationId id) override;
    Future<Done> saveDraft(domain::ConversationId id, const QString& text) override;

    // What a test turns.
    std::vector<domain::InternalNote> all;
    /// Every call fails with this until it is taken away.
    std::optional<Error> failure;
    base::Instant now;
    QString me = QStringLiteral("רבקה");
    std::map<std::pair<domain::ConversationId, QString>, QString> drafts; ///< of each member of staff
    domain::NoteId add(domain::ConversationId id, const QString& author, const QString& text, domain::MessageId after,
                       base::Instant at);

private:
    std::function<void(const std::vector<domain::Change>&)> m_publish;
    std::function<domain::MessageId(domain::ConversationId)> m_last;
    std::function<QString()> m_who;
};

} // namespace delpek::test
