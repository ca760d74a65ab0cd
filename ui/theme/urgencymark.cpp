// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/urgencymark.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace delpek::ui
{

namespace
{

QPolygonF octagon(const QRectF& r)
{
    const double cut = r.width() * 0.29;
    return {{r.left() + cut, r.top()},     {r.right() - cut, r.top()},    {r.right(), r.top() + cut},
            {r.right(), r.bottom() - cut}, {r.right() - cut, r.bottom()}, {r.left() + cut, r.bottom()},
            {r.left(), r.bottom() - cut},  {r.left(), r.top() + cut}};
}

void strokeBang(QPainter& painter, const QRectF& r)
{
    const QPointF middle = r.center();
    painter.drawLine(QPointF(middle.x(), r.top() + r.height() * 0.24),
                     QPointF(middle.x(), r.top() + r.height() * 0.56));
    painter.drawPoint(QPointF(middle.x(), r.top() + r.height() * 0.76));
}

} // namespace

QColor urgencyColour(const Colours& colours, domain::Urgency urgency)
{
    switch (urgency) {
    case domain::Urgency::Emergency:
        return colours.emergency;
    case domain::Urgency::DoctorRequired:
        return colours.doctor;
    case domain::Urgency::Routine:
        break;
    }
    return colours.waiting;
}

void paintUrgency(QPainter& painter, const QRectF& area, const Colours& colours, domain::Urgency urgency)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = urgencyColour(colours, urgency);
    const double stroke = std::max(1.4, area.width() / 8);
    const QPen inner(colours.surface, stroke, Qt::SolidLine, Qt::RoundCap);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const QPointF middle = area.center();
    if (urgency == domain::Urgency::Emergency) {
        painter.drawPolygon(octagon(area));
        painter.setPen(inner);
        strokeBang(painter, area);
    } else if (urgency == domain::Urgency::DoctorRequired) {
        painter.drawPolygon(QPolygonF({{middle.x(), area.top()},
                                       {area.right(), middle.y()},
                                       {middle.x(), area.bottom()},
                                       {area.left(), middle.y()}}));
        painter.setPen(inner);
        const double arm = area.width() * 0.17;
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm));
    } else {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colour, stroke));
        const double inset = stroke;
        painter.drawEllipse(area.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

} // namespace delpek::ui
