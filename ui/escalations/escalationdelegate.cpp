// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationdelegate.h"

#include "desk/desk.h"
#include "ui/escalations/escalationmodel.h"
#include "ui/escalations/escalationwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencymark.h"
#include "ui/wording.h"

#include <QPainter>

namespace delpek::ui
{

namespace
{

constexpr int side = 3 * space;
constexpr int above = 9;
constexpr int between = 3;

} // namespace

EscalationDelegate::EscalationDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize EscalationDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    const Theme& theme = m_context.theme;
    const int lines = QFontMetrics(theme.strong()).height() + QFontMetrics(theme.body()).height() +
                      2 * QFontMetrics(theme.small()).height();
    return {200, lines + 2 * above + 3 * between + 1};
}

void EscalationDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const EscalationModel*>(index.model());
    if (model == nullptr) {
        return;
    }
    const Theme& theme = m_context.theme;
    const Colours& colours = theme.colours();
    const EscalationRow& row = model->row(index.row());
    const bool open = row.escalation.isOpen();
    const QColor urgency = open ? urgencyColour(colours, row.escalation.urgency) : colours.muted;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);

    painter->save();
    painter->fillRect(option.rect, selected ? colours.accentSoft : hovered ? colours.hover : colours.surface);
    painter->fillRect(QStyle::visualRect(option.direction, option.rect,
                                         QRect(option.rect.left(), option.rect.top(), 3, option.rect.height())),
                      urgency);
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours.line);

    QRect area = option.rect.adjusted(side, above, -side, 0);
    const auto next = [&](const QFont& font) {
        area.setHeight(QFontMetrics(font).height());
        return LinePainter(*painter, area, option.direction);
    };
    const auto done = [&] { area.translate(0, area.height() + between); };

    const base::Instant now = m_context.desk.now();
    const TierClock clock = tierClock(row.escalation, now);
    LinePainter top = next(theme.small());
    top.atEnd(theme.small(), clock.isOverdue() ? colours.emergency : colours.muted, words::waited(clock.elapsed));
    top.iconAtEnd(QStringLiteral("clock"), clock.isOverdue() ? colours.emergency : colours.muted, area.height() - 2);
    if (open) {
        paintUrgency(*painter, QRectF(top.takeStart(area.height() - 2)), colours, row.escalation.urgency);
    }
    top.rest(theme.small(), urgency, words::urgency(row.escalation.urgency));
    done();
    next(theme.strong()).rest(theme.strong(), colours.text, words::title(row.conversation));
    done();
    next(theme.body()).rest(theme.body(), colours.text, words::why(row.escalation));
    done();
    LinePainter last = next(theme.small());
    if (const QString late = escalationwords::overdue(clock); !late.isEmpty()) {
        last.atStart(theme.small(), colours.emergency, late);
        last.atStart(theme.small(), colours.muted, QStringLiteral("·"));
    }
    last.rest(theme.small(), colours.muted, escalationwords::state(row.escalation, now));
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colours.accent, 1));
        painter->drawRect(option.rect.adjusted(0, 0, -1, -2));
    }
    painter->restore();
}

} // namespace delpek::ui
