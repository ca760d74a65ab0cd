// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/searchdelegate.h"

#include "ui/inbox/inboxdelegate.h"
#include "ui/inbox/searchmodel.h"
#include "ui/theme/foundwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

constexpr int side = 3 * space;
constexpr int above = 9;
constexpr int between = 3;
constexpr int placeLines = 2;

QString sourceIcon(const desk::SearchHit& hit)
{
    switch (hit.kind) {
    case desk::HitKind::Name:
        return QStringLiteral("person");
    case desk::HitKind::Phone:
        return QStringLiteral("phone");
    case desk::HitKind::Transcript:
        return QStringLiteral("audio");
    case desk::HitKind::Note:
        return QStringLiteral("note");
    case desk::HitKind::Message:
        break;
    }
    switch (hit.author) {
    case domain::AuthorKind::Agent:
        return QStringLiteral("agent");
    case domain::AuthorKind::Doctor:
        return QStringLiteral("doctor");
    case domain::AuthorKind::Patient:
        return {};
    case domain::AuthorKind::Staff:
    case domain::AuthorKind::System:
        break;
    }
    return QStringLiteral("person");
}

} // namespace

SearchDelegate::SearchDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const Theme& theme = m_context.theme;
    return {200, QFontMetrics(theme.strong()).height() + placeLines * QFontMetrics(theme.body()).height() +
                     QFontMetrics(theme.small()).height() + 2 * above + 2 * between + 1};
}

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const SearchModel*>(index.model());
    if (model == nullptr) {
        return;
    }
    const Theme& theme = m_context.theme;
    const Colours& colours = theme.colours();
    const desk::SearchHit& hit = model->hit(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);

    painter->save();
    painter->fillRect(option.rect, selected ? colours.accentSoft : hovered ? colours.hover : colours.surface);
    if (selected) {
        painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                             QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                          colours.accent);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);

    QRect line = option.rect.adjusted(side, above, -side, 0);
    line.setHeight(QFontMetrics(theme.strong()).height());
    paintTop(*painter, line, option.direction, hit);
    line.translate(0, line.height() + between);
    line.setHeight(QFontMetrics(theme.small()).height());
    LinePainter who(*painter, line, option.direction);
    if (const QString icon = sourceIcon(hit); !icon.isEmpty()) {
        who.iconAtStart(icon, colours.muted, line.height() - 2);
    }
    who.rest(theme.small(), colours.muted, hitSource(hit));
    line.translate(0, line.height() + between);
    line.setHeight(placeLines * QFontMetrics(theme.body()).height());
    paintPlace(*painter, line, option.direction, hit);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void SearchDelegate::paintTop(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                              const desk::SearchHit& hit) const
{
    const Colours& colours = m_context.theme.colours();
    LinePainter line(painter, area, direction);
    line.iconAtStart(channelIcon(hit.conversation.address.channel), colours.muted, area.height() - 2);
    line.atEnd(m_context.theme.small(), colours.muted, words::stamp(hit.at, m_context.desk.now()));
    line.rest(m_context.theme.strong(), colours.text, words::title(hit.conversation));
}

void SearchDelegate::paintPlace(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                                const desk::SearchHit& hit) const
{
    const Colours& colours = m_context.theme.colours();
    drawFound(painter, area, direction, m_context.theme.body(), colours.text, colours, readable(hit.snippet),
              placeLines);
}

} // namespace delpek::ui
