// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/presence.h"

#include <algorithm>

namespace delpek::store
{

using domain::Topic;

namespace
{

constexpr base::Duration longestLeft = std::chrono::hours(24);

} // namespace

Result<std::vector<Place>> Presence::all()
{
    auto rows =
        m_session.run(QStringLiteral("SELECT desk, staff, conversation, is_writing, beat FROM presence ORDER BY desk"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Place> places;
    while (rows->next()) {
        places.push_back({rows->text(0), rows->text(1), {rows->integer(2)}, rows->flag(3), rows->integer(4)});
    }
    return places;
}

Result<Done> Presence::say(const Place& place, base::Instant now)
{
    const auto places = all();
    if (!places) {
        return fail(places.error());
    }
    const auto before = std::ranges::find(*places, place.desk, &Place::desk);
    const bool isThere = before != places->end();
    if (!isThere) {
        const auto swept = m_session.execute(QStringLiteral("DELETE FROM presence WHERE said_at < ?"),
                                             {qint64(base::toMillis(now - longestLeft))});
        if (!swept) {
            return fail(swept.error());
        }
    }
    const auto said = m_session.execute(
        QStringLiteral(
            "INSERT INTO presence (desk, staff, conversation, is_writing, beat, said_at) VALUES (?, ?, ?, ?, 1, ?) "
            "ON CONFLICT (desk) DO UPDATE SET staff = excluded.staff, conversation = excluded.conversation, "
            "is_writing = excluded.is_writing, beat = presence.beat + 1, said_at = excluded.said_at"),
        {place.desk, place.staff, place.conversation.value, place.isWriting, qint64(base::toMillis(now))});
    if (!said) {
        return fail(said.error());
    }
    const bool isSame = isThere && before->conversation == place.conversation && before->isWriting == place.isWriting;
    if (!isSame) {
        m_session.changed(Topic::Presence, 0, place.conversation.value);
    }
    if (isThere && before->conversation != place.conversation) {
        m_session.changed(Topic::Presence, 0, before->conversation.value);
    }
    return Done{};
}

Result<Done> Presence::remove(const QString& desk)
{
    return m_session.execute(QStringLiteral("DELETE FROM presence WHERE desk = ?"), {desk}).map([&](int gone) {
        if (gone > 0) {
            m_session.changed(Topic::Presence, 0);
        }
        return Done{};
    });
}

} // namespace delpek::store
