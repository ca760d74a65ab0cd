// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/insights/daychart.h"

#include "domain/isolate.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>

#include <cmath>
#include <ranges>

namespace delpek::ui
{

namespace
{

constexpr int steps = 4;
constexpr int widestBar = 26;
constexpr int swatch = 10;

void fillBar(QPainter& painter, const QRectF& area, const ChartSeries& series, const QColor& ground)
{
    if (area.height() <= 0) {
        return;
    }
    painter.setPen(Qt::NoPen);
    if (series.pattern == Qt::SolidPattern) {
        painter.fillRect(area, series.colour);
        return;
    }
    // A pattern on the ground would be paler than it is: it has an edge.
    painter.fillRect(area, ground);
    painter.fillRect(area, QBrush(series.colour, series.pattern));
    if (area.height() > 2 && area.width() > 2) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(series.colour, 1));
        painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

} // namespace

double niceTop(double most)
{
    if (most <= steps) {
        return steps;
    }
    const double power = std::pow(10, std::floor(std::log10(most / steps)));
    for (const double step : {1.0, 2.0, 2.5, 5.0, 10.0}) {
        const double size = step * power;
        if (size == std::floor(size) && size * steps >= most) {
            return size * steps;
        }
    }
    return 20 * power * steps;
}

DayChart::DayChart(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void DayChart::setData(ChartData data)
{
    m_data = std::move(data);
    if (m_current >= m_data.labels.size()) {
        m_current = -1;
    }
    setAccessibleName(m_data.title);
    tell();
    update();
}

void DayChart::setCurrent(int column)
{
    if (column != m_current) {
        m_current = column;
        tell();
        update();
    }
}

QString DayChart::readout(int column) const
{
    QStringList parts;
    for (const ChartSeries& series : m_data.series) {
        const QString value = domain::isolate(m_data.words(series.values[size_t(column)]));
        parts << (m_data.series.size() == 1 ? value : QStringLiteral("%1 %2").arg(series.name, value));
    }
    return domain::isolate(m_data.longLabels[column]) + QStringLiteral(": ") + parts.join(QStringLiteral(" · "));
}

void DayChart::tell()
{
    setAccessibleDescription(m_current >= 0 ? readout(m_current)
                             : m_data.labels.isEmpty()
                                 ? QString()
                                 : QCoreApplication::translate("delpek::ui::DayChart",
                                                               "The arrow keys go through the columns. The table holds "
                                                               "the same figures."));
}

double DayChart::top() const
{
    if (m_data.top > 0) {
        return m_data.top;
    }
    double most = 0;
    for (int column = 0; column < m_data.labels.size(); ++column) {
        double sum = 0;
        for (const ChartSeries& series : m_data.series) {
            const double value = series.values[size_t(column)];
            sum = m_data.stacked ? sum + value : std::max(sum, value);
        }
        most = std::max(most, sum);
    }
    return niceTop(most);
}

QRectF DayChart::plot() const
{
    const QFontMetrics small(m_theme.small());
    int scale = 0;
    for (int step = 0; step <= steps; ++step) {
        scale = std::max(scale, small.horizontalAdvance(m_data.words(top() * step / steps)));
    }
    const int head = QFontMetrics(m_theme.strong()).height() + small.height() + 5 * space;
    return QRectF(rect()).adjusted(3 * space + scale + 2 * space, head, -3 * space, -(small.height() + 3 * space));
}

QRectF DayChart::columnAt(int column) const
{
    const QRectF area = plot();
    const double width = area.width() / std::max<qsizetype>(1, m_data.labels.size());
    return {area.left() + column * width, area.top(), width, area.height()};
}

/// Everything is laid out from left to right and mirrored when it is painted.
QRectF DayChart::mirrored(const QRectF& area) const
{
    if (layoutDirection() == Qt::LeftToRight) {
        return area;
    }
    return {width() - area.right(), area.top(), area.width(), area.height()};
}

void DayChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(m_theme.colours().accent, 1) : QPen(m_theme.colours().line, 1));
    painter.setBrush(m_theme.colours().surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2 * space, 2 * space);
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintHead(painter);
    if (!m_data.labels.isEmpty()) {
        paintScale(painter);
        paintBars(painter);
        paintLabels(painter);
    }
}

void DayChart::paintHead(QPainter& painter) const
{
    const QFontMetrics strong(m_theme.strong());
    const QFontMetrics small(m_theme.small());
    QRect line(3 * space, 2 * space, width() - 6 * space, strong.height());
    drawLine(painter, line, layoutDirection(), m_theme.strong(), m_theme.colours().text, m_data.title);
    line = QRect(line.left(), line.bottom() + space, line.width(), small.height());
    if (m_current >= 0) {
        drawLine(painter, line, layoutDirection(), m_theme.small(), m_theme.colours().text, readout(m_current));
        return;
    }
    if (m_data.series.size() < 2) {
        return;
    }
    int from = line.left();
    for (const ChartSeries& series : m_data.series) {
        const int wide = small.horizontalAdvance(series.name);
        const QRectF mark(from, line.center().y() - swatch / 2, swatch, swatch);
        fillBar(painter, mirrored(mark), series, m_theme.colours().surface);
        const QRectF text(from + swatch + space, line.top(), wide + 1, line.height());
        drawLine(painter, mirrored(text).toAlignedRect(), layoutDirection(), m_theme.small(), m_theme.colours().muted,
                 series.name);
        from += swatch + space + wide + 4 * space;
    }
}

void DayChart::paintScale(QPainter& painter) const
{
    const QRectF area = plot();
    const QFontMetrics small(m_theme.small());
    for (int step = 0; step <= steps; ++step) {
        const double y = std::round(area.bottom() - area.height() * step / steps);
        painter.setPen(m_theme.colours().line);
        const QRectF line = mirrored({area.left(), y, area.width(), 0});
        painter.drawLine(line.topLeft(), line.topRight());
        const QRectF text = mirrored({0, y - small.height() / 2.0, area.left() - 2 * space, double(small.height())});
        painter.setFont(m_theme.small());
        painter.setPen(m_theme.colours().muted);
        painter.drawText(text, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignRight)) | Qt::AlignVCenter,
                         m_data.words(top() * step / steps));
    }
}

void DayChart::paintBars(QPainter& painter) const
{
    const double highest = top();
    for (int column = 0; column < m_data.labels.size(); ++column) {
        const QRectF area = columnAt(column);
        if (column == m_current) {
            painter.fillRect(mirrored(area), m_theme.colours().hover);
        }
        const double bar = std::max(1.0, std::min(area.width() * 0.72, double(widestBar)));
        const double left = area.center().x() - bar / 2;
        double bottom = area.bottom();
        const auto paint = [&](const ChartSeries& series) {
            const double height = std::min(area.height(), area.height() * series.values[size_t(column)] / highest);
            fillBar(painter, mirrored({left, bottom - height, bar, height}), series, m_theme.colours().surface);
            bottom -= m_data.stacked ? height : 0;
        };
        if (m_data.stacked) {
            std::ranges::for_each(m_data.series, paint);
        } else {
            std::ranges::for_each(m_data.series | std::views::reverse, paint);
        }
    }
}

void DayChart::paintLabels(QPainter& painter) const
{
    const QFontMetrics small(m_theme.small());
    int widest = 0;
    for (const QString& label : m_data.labels) {
        widest = std::max(widest, small.horizontalAdvance(label));
    }
    const double column = columnAt(0).width();
    const int each = std::max(1, int(std::ceil((widest + 2 * space) / column)));
    painter.setFont(m_theme.small());
    painter.setPen(m_theme.colours().muted);
    // Counted from the last one, so that today always has its label.
    for (int index = int(m_data.labels.size()) - 1; index >= 0; index -= each) {
        const double half = std::max(column, double(widest) + space) / 2;
        const QPointF middle = columnAt(index).center();
        QRectF text(middle.x() - half, columnAt(index).bottom() + space, 2 * half, small.height());
        text.moveRight(std::min(text.right(), double(width() - space)));
        painter.drawText(mirrored(text), Qt::AlignHCenter | Qt::AlignVCenter, m_data.labels[index]);
    }
}

void DayChart::keyPressEvent(QKeyEvent* event)
{
    const int last = int(m_data.labels.size()) - 1;
    const bool forward = event->key() == (isRightToLeft() ? Qt::Key_Left : Qt::Key_Right);
    const bool back = event->key() == (isRightToLeft() ? Qt::Key_Right : Qt::Key_Left);
    if (last < 0 || (!forward && !back && event->key() != Qt::Key_Home && event->key() != Qt::Key_End)) {
        return QWidget::keyPressEvent(event);
    }
    setCurrent(event->key() == Qt::Key_Home  ? 0
               : event->key() == Qt::Key_End ? last
               : m_current < 0               ? last
                                             : std::clamp(m_current + (forward ? 1 : -1), 0, last));
}

void DayChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPointF at =
        isRightToLeft() ? QPointF(width() - event->position().x(), event->position().y()) : event->position();
    const QRectF area = plot();
    setCurrent(!m_data.labels.isEmpty() && area.contains(at) ? int((at.x() - area.left()) / columnAt(0).width()) : -1);
}

void DayChart::leaveEvent(QEvent* event)
{
    setCurrent(-1);
    QWidget::leaveEvent(event);
}

void DayChart::focusOutEvent(QFocusEvent* event)
{
    setCurrent(-1);
    QWidget::focusOutEvent(event);
}

} // namespace delpek::ui
