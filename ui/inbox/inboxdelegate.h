// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "ui/context.h"

#include <QStyledItemDelegate>

namespace delpek::desk
{
struct InboxRow;
}

namespace delpek::ui
{

class LabelBook;
class LinePainter;

/// One conversation on three lines: name and time; preview and unread count; channel, holder, and what waits.
class InboxDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `labels` outlives it.
    InboxDelegate(const Context& context, const LabelBook& labels, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    /// The open one among several that are selected; none while one alone is.
    void setOpened(domain::ConversationId id) { m_opened = id; }

private:
    void paintTop(QPainter& painter, const QRect& line, Qt::LayoutDirection direction, const desk::InboxRow& row) const;
    void paintPreview(QPainter& painter, const QRect& line, Qt::LayoutDirection direction,
                      const desk::InboxRow& row) const;
    void paintState(QPainter& painter, const QRect& line, Qt::LayoutDirection direction,
                    const desk::InboxRow& row) const;

    void paintLabels(LinePainter& line, const QFont& font, int height, const desk::InboxRow& row) const;

    Context m_context;
    const LabelBook& m_labels;
    domain::ConversationId m_opened;
};

/// The drawing of a channel (ui/theme/icons.h).
QString channelIcon(domain::ChannelKind channel);

} // namespace delpek::ui
