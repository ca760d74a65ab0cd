// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/labels.h"

#include "store/conversationrow.h"

#include <algorithm>

namespace delpek::store
{

namespace
{

using domain::Label;
using domain::LabelId;

tl::unexpected<Error> noLabel(LabelId id)
{
    return fail(ErrorCode::NotFound, QStringLiteral("there is no label %1").arg(id.value),
                QStringLiteral("label.gone"));
}

} // namespace

Result<std::vector<Label>> Labels::all()
{
    auto rows = m_session.run(QStringLiteral("SELECT id, name, colour FROM label ORDER BY id"));
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<Label> found;
    while (rows->next()) {
        const auto colour = wordAt<domain::LabelColour>(*rows, 2);
        if (!colour) {
            return fail(colour.error());
        }
        found.push_back({{rows->integer(0)}, rows->text(1), *colour});
    }
    // The engines sort letters differently.
    std::ranges::sort(found, [](const Label& a, const Label& b) {
        const int order = QString::compare(a.name, b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return found;
}

Result<Label> Labels::find(LabelId id)
{
    const auto known = all();
    if (!known) {
        return fail(known.error());
    }
    const auto place = std::ranges::find(*known, id, &Label::id);
    return place == known->end() ? Result<Label>(noLabel(id)) : Result<Label>(*place);
}

Result<Done> Labels::checkFree(LabelId id, const QString& name)
{
    const auto known = all();
    if (!known) {
        return fail(known.error());
    }
    if (std::ranges::any_of(*known, [&](const Label& other) {
            return other.id != id && other.name.compare(name, Qt::CaseInsensitive) == 0;
        })) {
        return fail(ErrorCode::Conflict, QStringLiteral("there is a label of that name"),
                    QStringLiteral("label.taken"));
    }
    return Done{};
}

Result<LabelId> Labels::add(const Label& label)
{
    return checkFree({}, label.name)
        .and_then([&](Done) {
            return m_session.insert(QStringLiteral("INSERT INTO label (name, colour) VALUES (?, ?) RETURNING id"),
                                    {label.name, base::toText(label.colour)});
        })
        .map([this](std::optional<qint64> added) {
            const LabelId id{added.value_or(0)};
            m_session.changed(domain::Topic::Label, id.value);
            return id;
        });
}

Result<Done> Labels::change(const Label& was, const Label& to)
{
    return checkFree(was.id, to.name)
        .and_then([&](Done) {
            return m_session.execute(
                QStringLiteral("UPDATE label SET name = ?, colour = ? WHERE id = ? AND name = ? AND colour = ?"),
                {to.name, base::toText(to.colour), was.id.value, was.name, base::toText(was.colour)});
        })
        .and_then([&](int touched) -> Result<Done> {
            if (touched == 0) {
                const auto now = find(was.id);
                return now ? fail(ErrorCode::Conflict, QStringLiteral("the label was changed at another desk"),
                                  QStringLiteral("label.changed"))
                           : fail(now.error());
            }
            m_session.changed(domain::Topic::Label, was.id.value);
            return Done{};
        });
}

Result<Done> Labels::remove(LabelId id)
{
    return m_session.execute(QStringLiteral("DELETE FROM conversation_label WHERE label = ?"), {id.value})
        .and_then([&](int) { return m_session.execute(QStringLiteral("DELETE FROM label WHERE id = ?"), {id.value}); })
        .and_then([&](int gone) -> Result<Done> {
            if (gone == 0) {
                return noLabel(id);
            }
            m_session.changed(domain::Topic::Label, id.value);
            return Done{};
        });
}

Result<std::vector<LabelId>> Labels::of(domain::ConversationId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT label FROM conversation_label WHERE conversation = ? ORDER BY label"), {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<LabelId> found;
    while (rows->next()) {
        found.push_back({rows->integer(0)});
    }
    return found;
}

Result<bool> Labels::set(domain::ConversationId conversation, LabelId label, bool on)
{
    const auto touched = m_session.execute(
        on ? QStringLiteral("INSERT INTO conversation_label (label, conversation) VALUES (?, ?) ON CONFLICT DO NOTHING")
           : QStringLiteral("DELETE FROM conversation_label WHERE label = ? AND conversation = ?"),
        {label.value, conversation.value});
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched > 0) {
        m_session.changed(domain::Topic::Conversation, conversation.value, conversation.value);
    }
    return *touched > 0;
}

} // namespace delpek::store
