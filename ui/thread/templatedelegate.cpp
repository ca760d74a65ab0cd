// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/templatedelegate.h"

#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

constexpr int side = 9;
constexpr int above = 6;

} // namespace

TemplateDelegate::TemplateDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize TemplateDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {120, QFontMetrics(m_context.theme.body()).height() + QFontMetrics(m_context.theme.small()).height() +
                     2 * above + 2};
}

void TemplateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Theme& theme = m_context.theme;
    const Colours& colours = theme.colours();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool sendable = index.data(SendableRole).toBool();
    painter->save();
    painter->fillRect(option.rect, selected                                         ? colours.accentSoft
                                   : option.state.testFlag(QStyle::State_MouseOver) ? colours.hover
                                                                                    : colours.surface);
    QRect line = option.rect.adjusted(side, above, -side, 0);
    line.setHeight(QFontMetrics(theme.body()).height());
    LinePainter(*painter, line, option.direction)
        .rest(theme.body(), sendable ? colours.text : colours.muted, index.data(Qt::DisplayRole).toString());
    line.translate(0, line.height() + 2);
    line.setHeight(QFontMetrics(theme.small()).height());
    LinePainter state(*painter, line, option.direction);
    state.iconAtStart(sendable ? QStringLiteral("sent") : QStringLiteral("clock"),
                      sendable ? colours.good : colours.waiting, line.height() - 1);
    state.rest(theme.small(), sendable ? colours.muted : colours.waiting, index.data(StateRole).toString());
    painter->restore();
}

} // namespace delpek::ui
