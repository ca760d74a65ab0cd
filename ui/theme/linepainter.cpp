// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/linepainter.h"

#include "domain/isolate.h"
#include "ui/theme/icons.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRegularExpression>
#include <QStyle>
#include <QTextLayout>
#include <QWidget>

namespace delpek::ui
{

namespace
{

constexpr int gap = 5;

QString onOneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' '));
}

} // namespace

Qt::Alignment leading(const QWidget& widget)
{
    const auto side = widget.layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    return side | Qt::AlignAbsolute | Qt::AlignVCenter;
}

QString readable(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(\\+\\d[\\d ()\\-]{5,}\\d)"));
    QString shown = text;
    return shown.replace(number, domain::isolate(QStringLiteral("\\1")));
}

void drawLine(QPainter& painter, const QRect& area, Qt::LayoutDirection layout, const QFont& font, const QColor& colour,
              const QString& text)
{
    if (area.width() <= 0 || text.isEmpty()) {
        return;
    }
    const QFontMetrics metrics(font);
    const QString plain = onOneLine(text);
    const QString shown = metrics.elidedText(plain, Qt::ElideRight, area.width());
    QTextLayout line(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(plain.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment((layout == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    line.setTextOption(option);
    line.beginLayout();
    QTextLine first = line.createLine();
    first.setLineWidth(area.width());
    line.endLayout();
    painter.setPen(colour);
    line.draw(&painter, QPointF(area.left(), area.top() + (area.height() - first.height()) / 2.0));
}

LinePainter::LinePainter(QPainter& painter, const QRect& line, Qt::LayoutDirection direction)
    : m_painter(painter)
    , m_line(line)
    , m_direction(direction)
{
}

void LinePainter::atStart(const QFont& font, const QColor& colour, const QString& text)
{
    const int left = m_line.width() - m_start - m_end;
    draw(take(std::min(left, QFontMetrics(font).horizontalAdvance(text) + 2), true), font, colour, text);
}

void LinePainter::atEnd(const QFont& font, const QColor& colour, const QString& text)
{
    draw(take(QFontMetrics(font).horizontalAdvance(text) + 2, false), font, colour, text);
}

void LinePainter::badgeAtEnd(const QFont& font, const QColor& text, const QColor& ground, const QString& label)
{
    const int height = m_line.height();
    const QRect area = take(std::max(height, QFontMetrics(font).horizontalAdvance(label) + 10), false);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ground);
    m_painter.drawRoundedRect(area, height / 2.0, height / 2.0);
    m_painter.setPen(text);
    m_painter.setFont(font);
    m_painter.drawText(area, Qt::AlignCenter, label);
    m_painter.restore();
}

void LinePainter::iconAtStart(const QString& name, const QColor& colour, int size)
{
    m_painter.drawPixmap(takeStart(size).topLeft(),
                         iconPixmap(name, colour, size, m_painter.device()->devicePixelRatioF()));
}

void LinePainter::iconAtEnd(const QString& name, const QColor& colour, int size)
{
    QRect area = take(size, false);
    area.translate(0, (m_line.height() - size) / 2);
    m_painter.drawPixmap(area.topLeft(), iconPixmap(name, colour, size, m_painter.device()->devicePixelRatioF()));
}

void LinePainter::rest(const QFont& font, const QColor& colour, const QString& text)
{
    draw(take(m_line.width() - m_start - m_end, true), font, colour, text);
}

QRect LinePainter::takeStart(int size)
{
    QRect area = take(size, true);
    area.setTop(m_line.top() + (m_line.height() - size) / 2);
    area.setHeight(size);
    return area;
}

QRect LinePainter::take(int width, bool fromStart)
{
    const int x = fromStart ? m_line.left() + m_start : m_line.right() + 1 - m_end - width;
    (fromStart ? m_start : m_end) += width + gap;
    return QStyle::visualRect(m_direction, m_line, QRect(x, m_line.top(), width, m_line.height()));
}

void LinePainter::draw(const QRect& area, const QFont& font, const QColor& colour, const QString& text)
{
    drawLine(m_painter, area, m_direction, font, colour, text);
}

} // namespace delpek::ui
