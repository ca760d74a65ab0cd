// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/quickreplymodel.h"

namespace delpek::ui
{

QVariant QuickReplyModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const auto& reply = row(index.row());
    const auto language = domain::quickReplyLanguage(reply, m_language);
    switch (role) {
    case Qt::DisplayRole:
        return reply.name.in(language);
    case TextRole:
        return textOf(index.row()).simplified();
    case LanguageRole:
        return int(language);
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(reply.name.in(language), textOf(index.row()).simplified());
    default:
        return {};
    }
}

QString QuickReplyModel::textOf(int row) const
{
    const auto& reply = this->row(row);
    const auto language = domain::quickReplyLanguage(reply, m_language);
    const QString& text = reply.text.in(language);
    return m_facts ? domain::fillQuickReply(text, language, *m_facts) : text;
}

void QuickReplyModel::setReplies(std::vector<domain::QuickReply> replies)
{
    m_all = std::move(replies);
    apply(domain::findQuickReplies(m_all, m_typed));
}

void QuickReplyModel::setTyped(const QString& typed)
{
    m_typed = typed;
    apply(domain::findQuickReplies(m_all, m_typed));
}

void QuickReplyModel::setLanguage(domain::Language language)
{
    m_language = language;
    tellAll();
}

void QuickReplyModel::setFacts(std::optional<domain::ReplyFacts> facts)
{
    m_facts = std::move(facts);
    tellAll();
}

void QuickReplyModel::tellAll()
{
    if (!m_rows.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

} // namespace delpek::ui
