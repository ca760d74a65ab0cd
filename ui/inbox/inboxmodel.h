// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"
#include "ui/rowmodel.h"

#include <QTimer>

namespace delpek::ui
{

class LabelBook;

inline domain::ConversationId conversationOf(const desk::InboxRow& row)
{
    return row.conversation.id;
}

using InboxRows = RowModel<desk::InboxRow, &conversationOf>;

/// The rows of the inbox under one view, newest activity first. Pages by key as the list is scrolled and
/// follows the change feed; a row that moves stays the same row, so that a selection stays on its conversation.
class InboxModel final : public InboxRows
{
    Q_OBJECT

public:
    enum Role { ConversationRole = Qt::UserRole + 1 };

    /// `labels` outlives it.
    InboxModel(const Context& context, const LabelBook& labels, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// `label`: only those that have it.
    void setView(desk::View view, std::optional<domain::LabelId> label = {});
    desk::View view() const { return m_view; }
    std::optional<domain::LabelId> label() const { return m_label; }
    bool isLoading() const { return m_loading; }

    /// The first words of the last message; of one without words, that it has none.
    static QString preview(const domain::Conversation& conversation);
    /// Reads again as many rows as are shown.
    void reload();
    /// The waiting clocks moved on.
    void tick();

Q_SIGNALS:
    void loaded();

private:
    void onChanges(const std::vector<domain::Change>& changes);
    QString sentence(const desk::InboxRow& row) const;

    Context m_context;
    desk::View m_view = desk::View::All;
    std::optional<domain::LabelId> m_label;
    const LabelBook& m_labels;
    bool m_mayHaveMore = false;
    bool m_loading = false;
    bool m_again = false; ///< something changed while an answer was on its way
    int m_generation = 0;
    QTimer m_ticker;
};

} // namespace delpek::ui
