// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/foundwords.h"

#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QRegularExpression>

#include <cmath>

namespace delpek::ui
{

namespace
{

void insert(domain::Snippet& snippet, qsizetype at, QChar mark)
{
    snippet.text.insert(at, mark);
    for (auto& span : snippet.marks) {
        span.begin += span.begin >= at ? 1 : 0;
        span.end += span.end > at ? 1 : 0;
    }
}

/// Breaks `text` into lines; where the last of them begins when there is more than fits, else -1.
int breakLines(QTextLayout& text, const QString& whole, int width, int lines)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(whole.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(text.textOption().alignment());
    text.setTextOption(option);
    double y = 0;
    int last = 0;
    text.beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = text.createLine();
        if (!line.isValid()) {
            text.endLayout();
            return -1;
        }
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += std::ceil(line.height());
        last = line.textStart();
    }
    const bool more = text.createLine().isValid();
    text.endLayout();
    return more ? last : -1;
}

} // namespace

QList<QTextLayout::FormatRange> foundFormats(const std::vector<domain::TextSpan>& marks, const Colours& colours)
{
    QTextCharFormat format;
    format.setBackground(colours.found);
    format.setForeground(colours.text);
    QList<QTextLayout::FormatRange> ranges;
    for (const auto& mark : marks) {
        ranges.append({int(mark.begin), int(mark.end - mark.begin), format});
    }
    return ranges;
}

domain::Snippet readable(domain::Snippet snippet)
{
    static const QRegularExpression number(QStringLiteral("\\+\\d[\\d ()\\-]{5,}\\d"));
    std::vector<domain::TextSpan> numbers;
    for (auto match = number.globalMatch(snippet.text); match.hasNext();) {
        const auto found = match.next();
        numbers.push_back({found.capturedStart(), found.capturedEnd()});
    }
    // From the end, so that the places of those before stay.
    for (auto place = numbers.rbegin(); place != numbers.rend(); ++place) {
        insert(snippet, place->end, QChar(0x2069));
        insert(snippet, place->begin, QChar(0x2068));
    }
    return snippet;
}

void drawFound(QPainter& painter, const QRect& area, Qt::LayoutDirection layout, const QFont& font,
               const QColor& colour, const Colours& colours, const domain::Snippet& snippet, int lines)
{
    if (area.width() <= 0 || snippet.text.isEmpty()) {
        return;
    }
    const auto laidOut = [&](const QString& shown, QTextLayout& text) {
        QTextOption option;
        option.setAlignment((layout == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
        text.setTextOption(option);
        text.setText(shown);
        text.setFont(font);
        auto marks = snippet.marks;
        std::erase_if(marks, [&](const auto& mark) { return mark.begin >= shown.size(); });
        for (auto& mark : marks) {
            mark.end = std::min(mark.end, shown.size());
        }
        text.setFormats(foundFormats(marks, colours));
        return breakLines(text, snippet.text, area.width(), lines);
    };
    QTextLayout text;
    if (const int last = laidOut(snippet.text, text); last >= 0) {
        const QString rest = QFontMetrics(font).elidedText(snippet.text.mid(last), Qt::ElideRight, area.width() - 2);
        laidOut(snippet.text.left(last) + rest, text);
    }
    painter.setPen(colour);
    text.draw(&painter, area.topLeft());
}

} // namespace delpek::ui
