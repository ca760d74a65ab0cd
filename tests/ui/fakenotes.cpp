// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakenotes.h"

#include <algorithm>

namespace delpek::test
{

using domain::InternalNote;
using domain::NoteId;

FakeNotes::FakeNotes(std::function<void(const std::vector<domain::Change>&)> publish,
                     std::function<domain::MessageId(domain::ConversationId)> last, std::function<QString()> who)
    : m_publish(std::move(publish))
    , m_last(std::move(last))
    , m_who(std::move(who))
{
}

NoteId FakeNotes::add(domain::ConversationId id, const QString& author, const QString& text, domain::MessageId after,
                      base::Instant at)
{
    const NoteId added{all.empty() ? 1 : all.back().id.value + 1};
    all.push_back({added, id, author, text, at, after});
    m_publish({{domain::Topic::Note, added.value, id.value}});
    return added;
}

Future<std::vector<InternalNote>> FakeNotes::of(domain::ConversationId id)
{
    std::vector<InternalNote> found;
    std::ranges::copy_if(all, std::back_inserter(found), [&](const auto& note) { return note.conversation == id; });
    return base::ready(failure ? Result<std::vector<InternalNote>>(fail(*failure)) : std::move(found));
}

Future<NoteId> FakeNotes::write(domain::ConversationId id, const QString& text)
{
    if (failure) {
        return base::ready(Result<NoteId>(fail(*failure)));
    }
    drafts.erase({id, m_who()});
    return base::ready(Result<NoteId>(add(id, me, text.trimmed(), m_last(id), now)));
}

Future<Done> FakeNotes::remove(NoteId id)
{
    const auto place = std::ranges::find(all, id, &InternalNote::id);
    if (failure || place == all.end() || place->author != me) {
        return base::ready<Done>(failure ? fail(*failure)
                                         : fail(ErrorCode::Forbidden, {}, QStringLiteral("note.notYours")));
    }
    const auto conversation = place->conversation;
    all.erase(place);
    m_publish({{domain::Topic::Note, id.value, conversation.value}});
    return base::ready(Result<Done>(Done{}));
}

Future<QString> FakeNotes::draft(domain::ConversationId id)
{
    const auto place = drafts.find({id, m_who()});
    return base::ready(failure                 ? Result<QString>(fail(*failure))
                       : place == drafts.end() ? Result<QString>(QString())
                                               : Result<QString>(place->second));
}

Future<Done> FakeNotes::saveDraft(domain::ConversationId id, const QString& text)
{
    if (failure || m_who().isEmpty()) {
        return base::ready<Done>(fail(failure.value_or(Error{ErrorCode::Unauthorised, {}, {}})));
    }
    drafts[{id, m_who()}] = text;
    return base::ready(Result<Done>(Done{}));
}

} // namespace delpek::test
