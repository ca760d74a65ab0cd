// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/plainstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace delpek::ui
{

namespace
{

constexpr qreal corner = 3;

QColor edge(const QStyleOption& option)
{
    return option.palette.color(option.state & QStyle::State_HasFocus ? QPalette::Highlight
                                                                      : QPalette::PlaceholderText);
}

/// A box or a round field, and what stands in it.
void drawIndicator(const QStyleOption& option, QPainter& painter, bool isRound)
{
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & QStyle::State_On;
    const bool isBetween = option.state & QStyle::State_NoChange;
    const QRectF whole = QRectF(option.rect).adjusted(1.5, 1.5, -1.5, -1.5);
    const qreal side = std::min(whole.width(), whole.height());
    const QRectF box(whole.center() - QPointF(side, side) / 2, QSizeF(side, side));
    const QColor filled = option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled,
                                               isEnabled ? QPalette::Highlight : QPalette::PlaceholderText);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isOn || isBetween ? filled : edge(option), 1));
    painter.setBrush(isOn || isBetween ? filled : option.palette.color(QPalette::Base));
    if (isRound) {
        painter.drawEllipse(box);
    } else {
        painter.drawRoundedRect(box, corner, corner);
    }
    QPen mark(option.palette.color(QPalette::HighlightedText), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(mark);
    painter.setBrush(Qt::NoBrush);
    const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(x * side, y * side); };
    if (isOn && isRound) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark.color());
        painter.drawEllipse(box.center(), side / 5, side / 5);
    } else if (isOn) {
        painter.drawPolyline(QPolygonF({at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.3)}));
    } else if (isBetween) {
        painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
    }
    painter.restore();
}

} // namespace

PlainStyle::PlainStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void PlainStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawIndicator(*option, *painter, false);
    case PE_IndicatorRadioButton:
        return drawIndicator(*option, *painter, true);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PlainStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                    const QWidget* widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (control != CC_SpinBox || !qstyleoption_cast<const QStyleOptionSpinBox*>(option)->frame) {
        return;
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(edge(*option));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner);
    painter->restore();
}

} // namespace delpek::ui
