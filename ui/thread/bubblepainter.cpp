// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubblepainter.h"

#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/bubble.h"
#include "ui/thread/bubblewords.h"
#include "ui/wording.h"

#include <QImage>
#include <QPainter>
#include <QStyle>

namespace delpek::ui
{

namespace
{

constexpr int iconSize = 15;

QColor ground(const Colours& colours, domain::AuthorKind author)
{
    switch (author) {
    case domain::AuthorKind::Patient:
        return colours.bubblePatient;
    case domain::AuthorKind::Agent:
        return colours.bubbleAgent;
    case domain::AuthorKind::Staff:
        return colours.bubbleStaff;
    case domain::AuthorKind::Doctor:
        return colours.bubbleDoctor;
    case domain::AuthorKind::System:
        break;
    }
    return colours.hover;
}

QString attachmentIcon(domain::MessageKind kind)
{
    switch (kind) {
    case domain::MessageKind::Audio:
        return QStringLiteral("audio");
    case domain::MessageKind::Document:
        return QStringLiteral("document");
    case domain::MessageKind::Location:
        return QStringLiteral("location");
    case domain::MessageKind::Contact:
        return QStringLiteral("person");
    case domain::MessageKind::Unsupported:
        return QStringLiteral("unknown");
    default:
        return QStringLiteral("image");
    }
}

QString stateIcon(domain::DeliveryState state)
{
    switch (state) {
    case domain::DeliveryState::None:
        return {};
    case domain::DeliveryState::Queued:
    case domain::DeliveryState::Sending:
        return QStringLiteral("clock");
    case domain::DeliveryState::Sent:
        return QStringLiteral("sent");
    case domain::DeliveryState::Delivered:
        return QStringLiteral("delivered");
    case domain::DeliveryState::Read:
        return QStringLiteral("read");
    case domain::DeliveryState::Failed:
        return QStringLiteral("failed");
    case domain::DeliveryState::Unknown:
        return QStringLiteral("unknown");
    case domain::DeliveryState::Withdrawn:
        return QStringLiteral("withdrawn");
    }
    return {};
}

QColor stateColour(const Colours& colours, domain::DeliveryState state)
{
    switch (state) {
    case domain::DeliveryState::Read:
        return colours.accent;
    case domain::DeliveryState::Failed:
        return colours.emergency;
    case domain::DeliveryState::Unknown:
        return colours.waiting;
    default:
        return colours.muted;
    }
}

void paintPill(QPainter& painter, const QRect& area, const QColor& fill, const QColor& edge, double radius)
{
    painter.setPen(edge);
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void paintDay(QPainter& painter, const Bubble& bubble, const domain::Message& message, const Theme& theme,
              base::Instant now)
{
    const QString text = words::day(message.sentAt, now);
    const int width = QFontMetrics(theme.small()).horizontalAdvance(text) + 24;
    QRect area(0, 0, width, 22);
    area.moveCenter(bubble.dayLine.center());
    paintPill(painter, area, theme.colours().surface, theme.colours().line, 11);
    painter.setPen(theme.colours().muted);
    painter.setFont(theme.small());
    painter.drawText(area, Qt::AlignCenter, text);
}

/// Across the thread, with its words in the middle.
void paintUnread(QPainter& painter, const Bubble& bubble, const Theme& theme)
{
    const QString text = bubblewords::firstUnread();
    QRect area(0, 0, QFontMetrics(theme.small()).horizontalAdvance(text) + 24, 22);
    area.moveCenter(bubble.unreadLine.center());
    const int y = area.center().y();
    painter.setPen(theme.colours().accent);
    painter.drawLine(bubble.unreadLine.left() + 12, y, area.left() - 6, y);
    painter.drawLine(area.right() + 6, y, bubble.unreadLine.right() - 12, y);
    painter.setFont(theme.small());
    painter.drawText(area, Qt::AlignCenter, text);
}

void paintFooter(QPainter& painter, const Bubble& bubble, const domain::Message& message, const Theme& theme)
{
    // Time and state stand at the end of the reading direction, the state last.
    const auto direction = bubble.setting.direction;
    const QColor muted = theme.colours().muted;
    LinePainter line(painter, bubble.footer, direction);
    if (const QString state = stateIcon(message.delivery); !state.isEmpty()) {
        line.iconAtEnd(state, stateColour(theme.colours(), message.delivery), iconSize);
    }
    line.atEnd(theme.small(), muted, footerText(message));
}

void paintLabels(QPainter& painter, const Bubble& bubble, const domain::Message& message, const Theme& theme)
{
    const Colours& colours = theme.colours();
    const auto direction = bubble.setting.direction;
    if (!bubble.author.text.isEmpty()) {
        const bool doctor = message.author == domain::AuthorKind::Doctor;
        drawLine(painter, bubble.author.area, direction, theme.small(), doctor ? colours.doctor : colours.accent,
                 bubble.author.text);
    }
    if (!bubble.forwarded.text.isEmpty()) {
        drawLine(painter, bubble.forwarded.area, direction, theme.small(), colours.muted, bubble.forwarded.text);
    }
    if (!bubble.attachment.text.isEmpty()) {
        LinePainter line(painter, bubble.attachment.area, direction);
        line.iconAtStart(attachmentIcon(message.kind), colours.muted, iconSize);
        line.rest(theme.small(), colours.muted, bubble.attachment.text);
    }
    painter.setFont(theme.small());
    for (const auto& option : bubble.options) {
        paintPill(painter, option.area, colours.surface, colours.line, option.area.height() / 2.0);
        painter.setPen(colours.muted);
        painter.drawText(option.area.adjusted(8, 0, -8, 0), Qt::AlignCenter, option.text);
    }
    if (!bubble.note.text.isEmpty()) {
        const bool failed = message.delivery == domain::DeliveryState::Failed;
        drawLine(painter, bubble.note.area, direction, theme.small(), failed ? colours.emergency : colours.waiting,
                 bubble.note.text);
    }
    painter.setFont(theme.small());
    for (const auto& link : bubble.links) {
        if (link.plain) {
            continue;
        }
        paintPill(painter, link.area, colours.surface, colours.accent, 5);
        painter.setPen(colours.accent);
        painter.drawText(link.area, Qt::AlignCenter, link.text);
    }
    if (!bubble.reaction.text.isEmpty()) {
        paintPill(painter, bubble.reaction.area, colours.surface, colours.line, 11);
        painter.setPen(colours.text);
        painter.setFont(theme.body());
        painter.drawText(bubble.reaction.area, Qt::AlignCenter, bubble.reaction.text);
    }
}

void paintQuote(QPainter& painter, const Bubble& bubble, const Theme& theme)
{
    const Colours& colours = theme.colours();
    const auto direction = bubble.setting.direction;
    painter.setPen(Qt::NoPen);
    QColor soft = colours.accent;
    soft.setAlphaF(0.09F);
    painter.setBrush(soft);
    painter.drawRoundedRect(bubble.quote, 5, 5);
    painter.fillRect(QStyle::visualRect(direction, bubble.quote,
                                        QRect(bubble.quote.left(), bubble.quote.top(), 3, bubble.quote.height())),
                     colours.accent);
    QRect line = bubble.quote.adjusted(9, 4, -9, 0);
    line.setHeight(QFontMetrics(theme.small()).height());
    drawLine(painter, line, direction, theme.small(), colours.accent, bubble.setting.quote->author);
    line.translate(0, line.height());
    drawLine(painter, line, direction, theme.small(), colours.muted, bubble.setting.quote->text);
}

void paintListening(QPainter& painter, const Bubble& bubble, const Theme& theme)
{
    const Colours& colours = theme.colours();
    const Listening& listening = *bubble.setting.listening;
    const QRect area = bubble.listening.area;
    drawLine(painter, area, bubble.setting.direction, theme.small(), colours.muted, bubble.listening.text);
    QRect line(area.left(), area.top() - 4, area.width(), 3);
    painter.fillRect(line, colours.line);
    if (listening.seconds > 0) {
        const int done = line.width() * std::min(listening.second, listening.seconds) / listening.seconds;
        painter.fillRect(
            QStyle::visualRect(bubble.setting.direction, line, QRect(line.left(), line.top(), done, line.height())),
            colours.accent);
    }
}

} // namespace

void paintBubble(QPainter& painter, const Bubble& bubble, const domain::Message& message, const Theme& theme,
                 const BubbleLook& look)
{
    const Colours& colours = theme.colours();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!bubble.dayLine.isNull()) {
        paintDay(painter, bubble, message, theme, look.now);
    }
    if (!bubble.unreadLine.isNull()) {
        paintUnread(painter, bubble, theme);
    }
    const QColor fill = ground(colours, message.author);
    paintPill(painter, bubble.body, fill,
              look.current           ? colours.accent
              : message.isIncoming() ? colours.line
                                     : fill,
              10);
    if (bubble.attachmentState.layout) {
        painter.setPen(attachmentwords::isTrouble(message) ? colours.waiting : colours.muted);
        bubble.attachmentState.layout->draw(&painter, bubble.attachmentState.at);
    }
    if (!bubble.quote.isNull()) {
        paintQuote(painter, bubble, theme);
    }
    if (!bubble.listening.text.isEmpty()) {
        paintListening(painter, bubble, theme);
    }
    if (look.picture != nullptr && !bubble.picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawImage(bubble.picture, *look.picture);
    }
    painter.setPen(message.deleted ? colours.muted : colours.text);
    for (const auto& [layout, at] : bubble.paragraphs) {
        layout->draw(&painter, at);
    }
    painter.setPen(colours.muted);
    for (const auto& [layout, at] : bubble.earlier) {
        layout->draw(&painter, at);
    }
    paintLabels(painter, bubble, message, theme);
    paintFooter(painter, bubble, message, theme);
}

} // namespace delpek::ui
