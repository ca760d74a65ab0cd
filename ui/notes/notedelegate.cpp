// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notedelegate.h"

#include "desk/desk.h"
#include "ui/notes/notecard.h"
#include "ui/notes/notemodel.h"
#include "ui/theme/theme.h"

#include <QListView>
#include <QPainter>

namespace delpek::ui
{

namespace
{

std::shared_ptr<const NoteCard> cardOf(const QStyleOptionViewItem& option, const QModelIndex& index, const Theme& theme)
{
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const auto* model = qobject_cast<const NoteModel*>(index.model());
    // The card keeps its margin to both sides itself; beside the conversation a smaller one is enough.
    const int width = (view == nullptr ? option.rect.width() : view->viewport()->width()) + 12;
    return layOutNote(model->row(index.row()), {width, option.direction, theme.revision()}, theme);
}

} // namespace

NoteDelegate::NoteDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize NoteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {120, cardOf(option, index, m_context.theme)->height};
}

void NoteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto card = cardOf(option, index, m_context.theme);
    painter->save();
    painter->translate(option.rect.left() - 6, option.rect.top());
    paintNote(*painter, *card, m_context.theme, m_context.desk.now());
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(m_context.theme.colours().accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(card->body).adjusted(1, 1, -1, -1), 8, 8);
    }
    painter->restore();
}

} // namespace delpek::ui
