// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/decisiondelegate.h"

#include "domain/decision.h"
#include "ui/side/decisionmodel.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTreeView>

namespace delpek::ui
{

namespace
{

constexpr int inset = 4;

QColor outcomeColour(const Colours& colours, domain::Outcome outcome)
{
    switch (outcome) {
    case domain::Outcome::Emergency:
    case domain::Outcome::Failed:
        return colours.emergency;
    case domain::Outcome::EscalatedToDoctor:
        return colours.doctor;
    case domain::Outcome::HandedToPerson:
        return colours.waiting;
    case domain::Outcome::Replied:
    case domain::Outcome::Drafted:
        return colours.good;
    case domain::Outcome::Silent:
    case domain::Outcome::Superseded:
        break;
    }
    return colours.muted;
}

int flagsFor(const QString& text)
{
    return int(Qt::TextWrapAnywhere) | int(Qt::TextWordWrap) | int(Qt::AlignTop) | int(Qt::AlignAbsolute) |
           int(text.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

DecisionDelegate::DecisionDelegate(const Context& context, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_context(context)
{
}

QSize DecisionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int level = index.data(DecisionModel::LevelRole).toInt();
    const QFontMetrics small(m_context.theme.small());
    if (level == DecisionModel::DecisionLevel) {
        const int mark = index.data(DecisionModel::MarkRole).toString().isEmpty() ? 0 : small.height() + 1;
        return {120, QFontMetrics(m_context.theme.strong()).height() + small.height() + mark + 15};
    }
    if (level == DecisionModel::StepLevel) {
        return {120, small.height() + 9};
    }
    const auto* view = qobject_cast<const QTreeView*>(option.widget);
    const int width = view == nullptr ? 240 : view->viewport()->width() - 3 * view->indentation() - 2 * inset;
    const QString text = index.data().toString();
    const QRect needed = small.boundingRect(QRect(0, 0, std::max(width, 60), 1'000), flagsFor(text), text);
    return {120, needed.height() + 5};
}

void DecisionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = m_context.theme.colours();
    const int level = index.data(DecisionModel::LevelRole).toInt();
    const QRect area = option.rect.adjusted(inset, 0, -inset, 0);
    const QString text = index.data().toString();
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colours.accentSoft);
    }
    if (level == DecisionModel::LineLevel) {
        painter->setFont(m_context.theme.small());
        painter->setPen(colours.muted);
        painter->setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter->drawText(area.adjusted(0, 2, 0, 0), flagsFor(text), text);
    } else if (level == DecisionModel::StepLevel) {
        LinePainter line(*painter, area, option.direction);
        line.atEnd(m_context.theme.small(), colours.muted, index.data(DecisionModel::EndRole).toString());
        line.rest(m_context.theme.small(), colours.text, text);
    } else {
        const auto outcome = domain::Outcome(index.data(DecisionModel::OutcomeRole).toInt());
        QRect top = area.adjusted(0, 6, 0, 0);
        top.setHeight(QFontMetrics(m_context.theme.strong()).height());
        LinePainter first(*painter, top, option.direction);
        first.rest(m_context.theme.strong(), outcomeColour(colours, outcome), text);
        QRect below = top.translated(0, top.height() + 1);
        below.setHeight(QFontMetrics(m_context.theme.small()).height());
        LinePainter second(*painter, below, option.direction);
        second.rest(m_context.theme.small(), colours.muted, index.data(DecisionModel::EndRole).toString());
        if (const QString mark = index.data(DecisionModel::MarkRole).toString(); !mark.isEmpty()) {
            LinePainter third(*painter, below.translated(0, below.height() + 1), option.direction);
            third.rest(m_context.theme.small(), colours.waiting, mark);
        }
    }
    painter->restore();
}

} // namespace delpek::ui
