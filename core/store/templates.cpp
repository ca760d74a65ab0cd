// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/templates.h"

#include "store/conversationrow.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;

namespace
{

Result<std::vector<TemplateState>> list(Session& session, const QString& where, const QVariantList& values)
{
    auto rows = session.run(QStringLiteral("SELECT channel, account, name, language, state, category, reason, "
                                           "provider_id, updated_at, words FROM template WHERE ") +
                                where,
                            values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<TemplateState> found;
    while (rows->next()) {
        const auto channel = wordAt<domain::ChannelKind>(*rows, 0);
        if (!channel) {
            return fail(channel.error());
        }
        found.push_back({*channel, rows->text(1), rows->text(2), rows->text(3), rows->text(4), rows->text(5),
                         rows->text(6), rows->text(7), rows->instant(8), rows->text(9)});
    }
    return found;
}

} // namespace

Result<Done> Templates::note(const TemplateState& news)
{
    const auto known = find(news.channel, news.account, news.name, news.language);
    if (!known) {
        return fail(known.error());
    }
    if (*known && (*known)->updatedAt > news.updatedAt) {
        return Done{};
    }
    TemplateState kept = news;
    if (*known) {
        const auto keep = [](QString& word, const QString& old) { word = word.isEmpty() ? old : word; };
        keep(kept.state, (*known)->state);
        keep(kept.category, (*known)->category);
        keep(kept.providerId, (*known)->providerId);
        keep(kept.words, (*known)->words);
        // A reason belongs to the state it was given with.
        if (news.state.isEmpty()) {
            keep(kept.reason, (*known)->reason);
        }
    }
    const auto noted = m_session.execute(
        QStringLiteral(
            "INSERT INTO template (channel, account, name, language, state, category, reason, provider_id, "
            "updated_at, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (channel, account, name, language) "
            "DO UPDATE SET state = excluded.state, category = excluded.category, reason = excluded.reason, "
            "provider_id = excluded.provider_id, updated_at = excluded.updated_at, "
            "words = excluded.words"),
        {toText(kept.channel), kept.account, kept.name, kept.language, kept.state, kept.category, kept.reason,
         kept.providerId, qint64(toMillis(kept.updatedAt)), kept.words});
    if (!noted) {
        return fail(noted.error());
    }
    m_session.changed(domain::Topic::Template, 0);
    return Done{};
}

Result<std::optional<TemplateState>> Templates::find(domain::ChannelKind channel, const QString& account,
                                                     const QString& name, const QString& language)
{
    return list(m_session, QStringLiteral("channel = ? AND account = ? AND name = ? AND language = ?"),
                {toText(channel), account, name, language})
        .map([](std::vector<TemplateState> found) {
            return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
        });
}

Result<std::vector<TemplateState>> Templates::of(domain::ChannelKind channel, const QString& account)
{
    return list(m_session, QStringLiteral("channel = ? AND account = ? ORDER BY name, language"),
                {toText(channel), account});
}

} // namespace delpek::store
