// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/notecard.h"

#include "domain/isolate.h"
#include "ui/notes/notewords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace delpek::ui
{

namespace
{

constexpr int cardMargin = 14;
constexpr int cardPadX = 12;
constexpr int cardPadY = 8;
constexpr int widestCard = 680;

} // namespace

std::shared_ptr<const NoteCard> layOutNote(const domain::InternalNote& note, const NoteSetting& setting,
                                           const Theme& theme)
{
    auto card = std::make_shared<NoteCard>();
    card->setting = setting;
    card->note = note;
    const int width = std::max(120, std::min(widestCard, setting.width - 2 * cardMargin));
    const int left = (setting.width - width) / 2;
    const int room = width - 2 * cardPadX;
    constexpr int top = 5;
    int y = top + cardPadY;
    const int line = QFontMetrics(theme.small()).height();
    card->head = QRect(left + cardPadX, y, room, line);
    y += line + 3;
    for (const QString& text : note.text.split(QLatin1Char('\n'))) {
        NoteCard::Paragraph paragraph{std::make_unique<QTextLayout>(readable(text), theme.body()), {}};
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        const auto direction = text.trimmed().isEmpty() ? setting.direction
                               : text.isRightToLeft()   ? Qt::RightToLeft
                                                        : Qt::LeftToRight;
        option.setTextDirection(direction);
        option.setAlignment(Qt::AlignAbsolute | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
        paragraph.layout->setTextOption(option);
        paragraph.layout->setCacheEnabled(true);
        paragraph.layout->beginLayout();
        qreal height = 0;
        for (QTextLine one = paragraph.layout->createLine(); one.isValid(); one = paragraph.layout->createLine()) {
            one.setLineWidth(room);
            one.setPosition({0, height});
            height += one.height();
        }
        paragraph.layout->endLayout();
        paragraph.at = QPointF(left + cardPadX, y);
        y += int(std::ceil(height));
        card->paragraphs.push_back(std::move(paragraph));
    }
    card->body = QRect(left, top, width, y + cardPadY - top);
    card->height = card->body.bottom() + 1 + top;
    return card;
}

void paintNote(QPainter& painter, const NoteCard& card, const Theme& theme, base::Instant now)
{
    const Colours& colours = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.noteStrong, 1, Qt::DashLine));
    painter.setBrush(colours.note);
    painter.drawRoundedRect(QRectF(card.body).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    LinePainter head(painter, card.head, card.setting.direction);
    head.iconAtStart(QStringLiteral("note"), colours.noteStrong, card.head.height());
    head.rest(theme.small(), colours.noteStrong, notewords::heading(card.note, now));
    painter.setPen(colours.text);
    for (const auto& paragraph : card.paragraphs) {
        paragraph.layout->draw(&painter, paragraph.at);
    }
    painter.restore();
}

QString spokenNote(const domain::InternalNote& note, base::Instant now)
{
    return notewords::heading(note, now) + QStringLiteral(": ") + domain::withoutIsolates(note.text);
}

} // namespace delpek::ui
