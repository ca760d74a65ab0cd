// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRect>

class QColor;
class QPainter;
class QString;
class QWidget;

namespace delpek::ui
{

/// Fills one line of a row from both of its ends; start and end follow the direction of the layout, each text's own
/// direction follows its letters.
class LinePainter
{
public:
    LinePainter(QPainter& painter, const QRect& line, Qt::LayoutDirection direction);

    void atStart(const QFont& font, const QColor& colour, const QString& text);
    void atEnd(const QFont& font, const QColor& colour, const QString& text);
    void badgeAtEnd(const QFont& font, const QColor& text, const QColor& ground, const QString& label);
    void iconAtStart(const QString& name, const QColor& colour, int size);
    void iconAtEnd(const QString& name, const QColor& colour, int size);
    /// What is left of the line, shortened with an ellipsis.
    void rest(const QFont& font, const QColor& colour, const QString& text);
    /// A square for a drawing of the caller's.
    QRect takeStart(int size);

private:
    QRect take(int width, bool fromStart);
    void draw(const QRect& area, const QFont& font, const QColor& colour, const QString& text);

    QPainter& m_painter;
    QRect m_line;
    Qt::LayoutDirection m_direction;
    int m_start = 0;
    int m_end = 0;
};

/// The leading side of the layout, whatever the direction of the letters: for labels that hold names and numbers.
Qt::Alignment leading(const QWidget& widget);

/// A message as it is shown: telephone numbers keep their plus at the front inside Hebrew.
QString readable(const QString& text);

/// `text` on one line in `width`, aligned to the start of the layout, its words in their own direction.
void drawLine(QPainter& painter, const QRect& area, Qt::LayoutDirection layout, const QFont& font, const QColor& colour,
              const QString& text);

} // namespace delpek::ui
