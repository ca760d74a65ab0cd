// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/quickreply.h"
#include "ui/rowmodel.h"

namespace delpek::ui
{

namespace detail
{
inline constexpr auto quickReplyId = [](const domain::QuickReply& reply) { return reply.id; };
}

/// The quick replies that are meant by what was typed, as they read in one language. UI thread.
class QuickReplyModel final : public RowModel<domain::QuickReply, detail::quickReplyId>
{
    Q_OBJECT

public:
    enum Role { TextRole = Qt::UserRole + 1, LanguageRole };

    using RowModel::RowModel;

    QVariant data(const QModelIndex& index, int role) const override;

    void setReplies(std::vector<domain::QuickReply> replies);
    void setTyped(const QString& typed);
    void setLanguage(domain::Language language);
    /// What the fields are filled with; nothing: they stay as they are written.
    void setFacts(std::optional<domain::ReplyFacts> facts);
    domain::Language language() const { return m_language; }
    const std::vector<domain::QuickReply>& replies() const { return m_all; }
    /// The text of a row as it would be inserted.
    QString textOf(int row) const;

private:
    void tellAll();

    std::vector<domain::QuickReply> m_all;
    QString m_typed;
    domain::Language m_language = domain::Language::Hebrew;
    std::optional<domain::ReplyFacts> m_facts;
};

} // namespace delpek::ui
