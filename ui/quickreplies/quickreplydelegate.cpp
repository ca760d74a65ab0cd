// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quickreplies/quickreplydelegate.h"

#include "ui/quickreplies/quickreplymodel.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

constexpr int rowSide = 10;
constexpr int rowAbove = 6;

} // namespace

QuickReplyDelegate::QuickReplyDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize QuickReplyDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const Theme& theme = m_context.theme;
    return {160, QFontMetrics(theme.strong()).height() + QFontMetrics(theme.small()).height() + 2 * rowAbove + 1};
}

void QuickReplyDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const Colours& colours = theme.colours();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected                                         ? colours.accentSoft
                                   : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                                                    : colours.surface);
    QRect line = option.rect.adjusted(rowSide, rowAbove, -rowSide, 0);
    line.setHeight(QFontMetrics(theme.strong()).height());
    LinePainter(*painter, line, option.direction)
        .rest(theme.strong(), colours.text, index.data(Qt::DisplayRole).toString());
    line.translate(0, line.height() + 1);
    line.setHeight(QFontMetrics(theme.small()).height());
    LinePainter(*painter, line, option.direction)
        .rest(theme.small(), colours.muted, index.data(QuickReplyModel::TextRole).toString());
    painter->restore();
}

} // namespace delpek::ui
