// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/quickreplies.h"

#include <algorithm>

namespace delpek::store
{

namespace
{

using domain::QuickReply;
using domain::QuickReplyId;

/// The setting that says that the first ones were added.
const auto begunSetting = QStringLiteral("quickreplies.begun");

tl::unexpected<Error> gone(QuickReplyId id)
{
    return fail(ErrorCode::NotFound, QStringLiteral("there is no quick reply %1").arg(id.value),
                QStringLiteral("quickreply.gone"));
}

} // namespace

Result<std::vector<QuickReply>> QuickReplies::all()
{
    auto rows = m_session.run(QStringLiteral("SELECT id, name_he, name_en, text_he, text_en, version FROM quick_reply "
                                             "ORDER BY place, id"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<QuickReply> found;
    while (rows->next()) {
        found.push_back(
            {{rows->integer(0)}, {rows->text(1), rows->text(2)}, {rows->text(3), rows->text(4)}, rows->integer(5)});
    }
    return found;
}

Result<QuickReplyId> QuickReplies::add(const QuickReply& reply)
{
    const auto id = m_session.insert(
        QStringLiteral("INSERT INTO quick_reply (place, name_he, name_en, text_he, text_en, version) VALUES "
                       "((SELECT coalesce(max(place), 0) + 1 FROM quick_reply), ?, ?, ?, ?, 1) RETURNING id"),
        {reply.name.he, reply.name.en, reply.text.he, reply.text.en});
    if (!id) {
        return fail(id.error());
    }
    m_session.changed(domain::Topic::QuickReply, id->value_or(0));
    return QuickReplyId{id->value_or(0)};
}

Result<Done> QuickReplies::change(const QuickReply& reply)
{
    const auto touched =
        m_session.execute(QStringLiteral("UPDATE quick_reply SET name_he = ?, name_en = ?, text_he = ?, text_en = ?, "
                                         "version = version + 1 WHERE id = ? AND version = ?"),
                          {reply.name.he, reply.name.en, reply.text.he, reply.text.en, reply.id.value, reply.version});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        auto rows = m_session.run(QStringLiteral("SELECT 1 FROM quick_reply WHERE id = ?"), {reply.id.value});
        if (!rows) {
            return fail(rows.error());
        }
        return rows->next() ? fail(ErrorCode::Conflict,
                                   QStringLiteral("quick reply %1 was changed meanwhile").arg(reply.id.value),
                                   QStringLiteral("quickreply.changed"))
                            : Result<Done>(gone(reply.id));
    }
    m_session.changed(domain::Topic::QuickReply, reply.id.value);
    return Done{};
}

Result<Done> QuickReplies::remove(QuickReplyId id)
{
    const auto touched = m_session.execute(QStringLiteral("DELETE FROM quick_reply WHERE id = ?"), {id.value});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return gone(id);
    }
    m_session.changed(domain::Topic::QuickReply, id.value);
    return Done{};
}

Result<Done> QuickReplies::order(const std::vector<QuickReplyId>& ids)
{
    const auto known = all();
    if (!known) {
        return fail(known.error());
    }
    std::vector<QuickReplyId> order = ids;
    for (const auto& reply : *known) {
        if (std::ranges::find(ids, reply.id) == ids.end()) {
            order.push_back(reply.id);
        }
    }
    qint64 place = 0;
    for (const QuickReplyId id : order) {
        const auto placed =
            m_session.execute(QStringLiteral("UPDATE quick_reply SET place = ? WHERE id = ?"), {++place, id.value});
        if (!placed) {
            return fail(placed.error());
        }
    }
    m_session.changed(domain::Topic::QuickReply, 0);
    return Done{};
}

Result<bool> QuickReplies::begin(const std::vector<QuickReply>& first)
{
    // Another process that begins at the same time waits here and then adds none.
    const auto begun = m_session.execute(
        QStringLiteral("INSERT INTO setting (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING"), {begunSetting});
    if (!begun || *begun == 0) {
        return begun.map([](int) { return false; });
    }
    for (const auto& reply : first) {
        if (const auto added = add(reply); !added) {
            return fail(added.error());
        }
    }
    return true;
}

} // namespace delpek::store
