// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/latersends.h"
#include "domain/change.h"

#include <algorithm>
#include <functional>
#include <optional>

namespace delpek::test
{

/// Planned messages in memory. Answers at once, on the calling thread.
class FakeLaterSends final : public desk::LaterSends
{
public:
    /// What it does to the desk it belongs to.
    struct Room {
        std::function<void(const std::vector<domain::Change>&)> publish;
        std::function<QString()> who;
        std::function<base::Instant()> now;
        std::function<Future<domain::MessageId>(domain::ConversationId, const QString&)> send;
        std::function<QString&(domain::ConversationId)> draft;
    };

    explicit FakeLaterSends(Room room)
        : m_room(std::move(room))
    {
    }

    Future<std::vector<domain::LaterSend>> of(domain::ConversationId id) override
    {
        std::vector<domain::LaterSend> found;
        std::ranges::copy_if(all, std::back_inserter(found), [&](const auto& one) { return one.conversation == id; });
        std::ranges::sort(found, {}, &domain::LaterSend::at);
        return base::ready(failure ? Result<std::vector<domain::LaterSend>>(fail(*failure)) : std::move(found));
    }
    Future<domain::LaterSendId> plan(domain::ConversationId id, const QString& text, base::Instant at) override
    {
        if (failure) {
            return base::ready<domain::LaterSendId>(fail(*failure));
        }
        m_room.draft(id).clear();
        return base::ready(Result<domain::LaterSendId>(add(id, m_room.who(), text, at)));
    }
    Future<QString> edit(domain::LaterSendId id) override
    {
        const auto one = take(id);
        if (!one) {
            return base::ready<QString>(fail(one.error()));
        }
        QString& draft = m_room.draft(one->conversation);
        draft = draft.isEmpty() ? one->text : one->text + QLatin1Char('\n') + draft;
        return base::ready(Result<QString>(draft));
    }
    Future<domain::MessageId> sendNow(domain::LaterSendId id) override
    {
        const auto one = take(id);
        return one ? m_room.send(one->conversation, one->text) : base::ready<domain::MessageId>(fail(one.error()));
    }
    Future<Done> cancel(domain::LaterSendId id) override
    {
        return base::ready(take(id).map([](const auto&) { return Done{}; }));
    }

    // What a test turns.
    std::vector<domain::LaterSend> all;
    /// Every call fails with this until it is taken away.
    std::optional<Error> failure;
    domain::LaterSendId add(domain::ConversationId id, const QString& author, const QString& text, base::Instant at,
                            const QString& fault = {})
    {
        const domain::LaterSendId added{++m_last};
        all.push_back({added, id, author, text, at, m_room.now(), 0, {}, fault});
        m_room.publish({{domain::Topic::LaterSend, added.value, id.value}});
        return added;
    }

private:
    Result<domain::LaterSend> take(domain::LaterSendId id)
    {
        const auto place = std::ranges::find(all, id, &domain::LaterSend::id);
        if (failure || place == all.end()) {
            return fail(failure.value_or(Error{ErrorCode::NotFound, QStringLiteral("later.gone"), {}}));
        }
        const auto one = *place;
        all.erase(place);
        m_room.publish({{domain::Topic::LaterSend, id.value, one.conversation.value}});
        return one;
    }

    Room m_room;
    qint64 m_last = 0;
};

} // namespace delpek::test
