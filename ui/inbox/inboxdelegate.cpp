// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inboxdelegate.h"

#include "ui/inbox/inboxmodel.h"
#include "ui/presence/presencekeeper.h"
#include "ui/sorting/labelbook.h"
#include "ui/sorting/labelmark.h"
#include "ui/sorting/sortingwords.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencymark.h"
#include "ui/wording.h"

#include <QPainter>

#include <algorithm>

namespace delpek::ui
{

namespace
{

constexpr int side = 3 * space;
constexpr int above = 9;
constexpr int between = 3;
constexpr int widestLabel = 84;
constexpr size_t mostLabels = 4;

} // namespace

QString channelIcon(domain::ChannelKind channel)
{
    switch (channel) {
    case domain::ChannelKind::WhatsApp:
    case domain::ChannelKind::Waha:
        return QStringLiteral("whatsapp");
    case domain::ChannelKind::Telegram:
        return QStringLiteral("telegram");
    case domain::ChannelKind::WebChat:
        break;
    }
    return QStringLiteral("webchat");
}

InboxDelegate::InboxDelegate(const Context& context, const LabelBook& labels, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
    , m_labels(labels)
{
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const int lines = QFontMetrics(m_context.theme.strong()).height() + QFontMetrics(m_context.theme.body()).height() +
                      QFontMetrics(m_context.theme.small()).height();
    return {200, lines + 2 * above + 2 * between + 1};
}

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const InboxModel*>(index.model());
    if (model == nullptr) {
        return;
    }
    const Theme& theme = m_context.theme;
    const Colours& colours = theme.colours();
    const desk::InboxRow& row = model->row(index.row());
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);

    painter->save();
    painter->fillRect(option.rect, selected ? colours.accentSoft : hovered ? colours.hover : colours.surface);
    const bool urgent = row.conversation.urgency != domain::Urgency::Routine;
    if (urgent || selected) {
        const QRect edge = QStyle::visualRect(option.direction, option.rect,
                                              QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()));
        painter->fillRect(edge, urgent ? urgencyColour(colours, row.conversation.urgency) : colours.accent);
    }
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);
    if (m_opened.isValid() && row.conversation.id == m_opened) {
        painter->setPen(QPen(colours.accent, 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }

    QRect line = option.rect.adjusted(side, above, -side, 0);
    line.setHeight(QFontMetrics(theme.strong()).height());
    paintTop(*painter, line, option.direction, row);
    line.translate(0, line.height() + between);
    line.setHeight(QFontMetrics(theme.body()).height());
    paintPreview(*painter, line, option.direction, row);
    line.translate(0, line.height() + between);
    line.setHeight(QFontMetrics(theme.small()).height());
    paintState(*painter, line, option.direction, row);
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

void InboxDelegate::paintTop(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                             const desk::InboxRow& row) const
{
    const Colours& colours = m_context.theme.colours();
    LinePainter line(painter, area, direction);
    line.atEnd(m_context.theme.small(), row.conversation.unread > 0 ? colours.accent : colours.muted,
               words::stamp(row.conversation.lastActivity, m_context.desk.now()));
    const auto there = m_context.presence.at(row.conversation.id);
    if (!there.empty()) {
        const bool isWriting = std::ranges::any_of(there, &desk::Companion::isWriting);
        line.iconAtEnd(isWriting ? QStringLiteral("draft") : QStringLiteral("person"),
                       isWriting ? colours.waiting : colours.muted, area.height() - 3);
    }
    line.rest(row.conversation.unread > 0 || row.conversation.isReminded ? m_context.theme.strong()
                                                                         : m_context.theme.body(),
              colours.text, words::title(row.conversation));
}

void InboxDelegate::paintPreview(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                                 const desk::InboxRow& row) const
{
    const Colours& colours = m_context.theme.colours();
    const domain::Conversation& c = row.conversation;
    LinePainter line(painter, area, direction);
    if (c.unread > 0) {
        line.badgeAtEnd(m_context.theme.small(), colours.onAccent, colours.accent,
                        c.unread > 99 ? QStringLiteral("99+") : QString::number(c.unread));
    }
    if (!row.draft.isEmpty()) {
        line.iconAtStart(QStringLiteral("draft"), colours.accent, area.height() - 3);
        line.atStart(m_context.theme.body(), colours.accent, InboxModel::tr("Draft:"));
        line.rest(m_context.theme.body(), colours.muted, readable(row.draft));
        return;
    }
    if (c.previewAuthor != domain::AuthorKind::Patient) {
        const QString who = c.previewAuthor == domain::AuthorKind::Agent    ? QStringLiteral("agent")
                            : c.previewAuthor == domain::AuthorKind::Doctor ? QStringLiteral("doctor")
                                                                            : QStringLiteral("person");
        line.iconAtStart(who, colours.muted, area.height() - 3);
    }
    line.rest(m_context.theme.body(), colours.muted, readable(InboxModel::preview(c)));
}

void InboxDelegate::paintState(QPainter& painter, const QRect& area, Qt::LayoutDirection direction,
                               const desk::InboxRow& row) const
{
    const Colours& colours = m_context.theme.colours();
    const QFont font = m_context.theme.small();
    const domain::Conversation& c = row.conversation;
    LinePainter line(painter, area, direction);
    line.iconAtStart(channelIcon(c.address.channel), colours.muted, area.height());
    const bool mine = c.holder.kind == domain::HolderKind::Staff && c.holder.name == m_context.desk.staffName();
    if (c.waitingSince) {
        line.atEnd(font, urgencyColour(colours, c.urgency), words::waited(m_context.desk.now() - *c.waitingSince));
        line.iconAtEnd(QStringLiteral("clock"), urgencyColour(colours, c.urgency), area.height() - 2);
    }
    if (c.snoozedUntil) {
        line.atEnd(font, colours.muted, words::ahead(*c.snoozedUntil, m_context.desk.now()));
        line.iconAtEnd(QStringLiteral("clock"), colours.muted, area.height() - 2);
    }
    if (row.hasAgentDraft && row.draft.isEmpty()) {
        line.atEnd(font, colours.accent, InboxModel::tr("Draft ready"));
        line.iconAtEnd(QStringLiteral("agent"), colours.accent, area.height() - 2);
    }
    if (row.plannedFor) {
        line.iconAtEnd(QStringLiteral("send"), colours.accent, area.height() - 2);
    }
    paintLabels(line, font, area.height(), row);
    if (c.isReminded) {
        line.iconAtStart(QStringLiteral("bell"), colours.accent, area.height());
        line.atStart(font, colours.accent, InboxModel::tr("Reminder"));
        line.atStart(font, colours.muted, QStringLiteral("·"));
    }
    if (c.needsPerson || c.urgency != domain::Urgency::Routine) {
        const QRect mark = line.takeStart(area.height() - 2);
        paintUrgency(painter, QRectF(mark), colours, c.urgency);
        line.atStart(font, urgencyColour(colours, c.urgency), words::urgency(c.urgency));
        line.atStart(font, colours.muted, QStringLiteral("·"));
    }
    line.rest(font, mine ? colours.accent : colours.muted, words::holder(c.holder, m_context.desk.staffName()));
}

/// By name where there is one, by their colours alone where there are more; all names are in the row's sentence.
void InboxDelegate::paintLabels(LinePainter& line, const QFont& font, int height, const desk::InboxRow& row) const
{
    const Colours& colours = m_context.theme.colours();
    const size_t shown = std::min(row.labels.size(), mostLabels);
    for (size_t i = 0; i < shown; ++i) {
        const auto* label = m_labels.find(row.labels[i]);
        if (label == nullptr) {
            continue;
        }
        if (shown == 1) {
            line.atEnd(font, colours.text, QFontMetrics(font).elidedText(label->name, Qt::ElideRight, widestLabel));
        }
        line.iconAtEnd(QStringLiteral("label"), labelColour(colours, label->colour), height - 1);
    }
}

} // namespace delpek::ui
