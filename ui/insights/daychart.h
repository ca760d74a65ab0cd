// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QWidget>

#include <functional>
#include <vector>

namespace delpek::ui
{

class Theme;

struct ChartSeries {
    QString name;
    QColor colour;
    Qt::BrushStyle pattern = Qt::SolidPattern; ///< tells it apart without the colour
    std::vector<double> values;                ///< by column, not negative
};

struct ChartData {
    QString title;
    QStringList labels;     ///< of the columns, short
    QStringList longLabels; ///< the same as they are read out
    std::vector<ChartSeries> series;
    bool stacked = true; ///< else each from zero, the first in front: it is never the larger
    double top = 0;      ///< the end of the scale; 0: what the values need
    std::function<QString(double)> words;
};

/// Bars over days. Mirrored in a mirrored layout; the arrow keys go from column to column, and what one of them holds
/// is written above it and told to a screen reader.
class DayChart final : public QWidget
{
    Q_OBJECT

public:
    explicit DayChart(const Theme& theme, QWidget* parent = nullptr);

    void setData(ChartData data);
    const ChartData& chart() const { return m_data; }
    /// The column that is pointed at; -1: none.
    int current() const { return m_current; }
    void setCurrent(int column);
    /// What a column holds, in words.
    QString readout(int column) const;
    QSize sizeHint() const override { return {420, 190}; }
    QSize minimumSizeHint() const override { return {260, 170}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    double top() const;
    QRectF plot() const;
    QRectF columnAt(int column) const;
    QRectF mirrored(const QRectF& area) const;
    void paintHead(QPainter& painter) const;
    void paintScale(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintLabels(QPainter& painter) const;
    void tell();

    const Theme& m_theme;
    ChartData m_data;
    int m_current = -1;
};

/// The end of a scale that holds `most` and has steps that one counts in.
double niceTop(double most);

} // namespace delpek::ui
