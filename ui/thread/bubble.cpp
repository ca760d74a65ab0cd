// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/bubble.h"

#include "domain/searchterms.h"
#include "ui/theme/foundwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/thread/attachmentwords.h"
#include "ui/thread/bubblewords.h"
#include "ui/thread/picture.h"
#include "ui/wording.h"

#include <QFontMetrics>
#include <QStyle>

namespace delpek::ui
{

namespace
{

constexpr int padX = 11;
constexpr int padY = 7;
constexpr int margin = 14; ///< from the viewport's edge
constexpr int widest = 620;
constexpr int dayHeight = 34;
constexpr int iconWidth = 18; ///< the delivery state beside the time
constexpr int quotePad = 9;
constexpr int widestPlayer = 190;

/// Works from the start edge; everything is turned over at the end for a mirrored layout.
class Builder
{
public:
    Builder(const domain::Message& message, const BubbleSetting& setting, const Theme& theme)
        : m_message(message)
        , m_theme(theme)
        , m_small(theme.small())
    {
        m_bubble->setting = setting;
    }

    std::shared_ptr<const Bubble> build()
    {
        const int width = m_bubble->setting.width;
        const int room = std::max(80, std::min(widest, width * 78 / 100 - margin) - 2 * padX);
        int y = 3;
        if (m_bubble->setting.firstOfDay) {
            m_bubble->dayLine = QRect(0, 0, width, dayHeight);
            y = dayHeight + 2;
        } else if (m_bubble->setting.firstOfAuthor) {
            y = 9;
        }
        if (m_bubble->setting.firstUnread) {
            m_bubble->unreadLine = QRect(0, y, width, dayHeight);
            y += dayHeight + 2;
        }
        const int top = y;
        y += padY;
        m_room = room + 2 * padX;
        y = head(y, room);
        measureEarlier(room);
        y = text(y, room);
        y = placeEarlier(y);
        y = footer(y);
        m_bubble->body = QRect(0, top, m_inner + 2 * padX, y + padY - 2 - top);
        y = m_bubble->body.bottom() + 1;
        if (!m_message.reaction.isEmpty()) {
            // Over the lower edge, as it belongs to the message and not to what follows.
            const int w = QFontMetrics(m_theme.body()).horizontalAdvance(m_message.reaction) + 14;
            m_bubble->reaction = {m_message.reaction, QRect(m_bubble->body.width() - w - padX, y - 9, w, 22)};
            y += 12;
        }
        y = options(y, room + 2 * padX);
        y = fileActions(y);
        y = troubles(y, room + 2 * padX);
        m_bubble->height = y + 3;
        place();
        return m_bubble;
    }

private:
    int head(int y, int room)
    {
        const QFontMetrics metrics(m_small);
        if (m_bubble->setting.firstOfAuthor && !m_message.isIncoming()) {
            const QString name = words::author(m_message.author, m_message.authorName);
            y = label(m_bubble->author, name, metrics, y, room);
        }
        if (m_message.deleted) {
            return y;
        }
        if (m_message.forwarded) {
            y = label(m_bubble->forwarded, bubblewords::forwarded(), metrics, y, room);
        }
        y = quote(y, room);
        if (const QString title = attachmentwords::title(m_message); !title.isEmpty()) {
            y = label(m_bubble->attachment, title, metrics, y, room, iconWidth + 6);
        }
        if (const QString state = attachmentwords::state(m_message); !state.isEmpty()) {
            m_bubble->attachmentState = {laidOut(state, m_small), {}};
            m_inner = std::max(m_inner, int(std::ceil(wrap(*m_bubble->attachmentState.layout, room))) + 1);
            m_bubble->attachmentState.at = QPointF(padX, y);
            y += int(std::ceil(m_bubble->attachmentState.layout->boundingRect().height())) + 2;
        }
        if (m_bubble->setting.listening) {
            y = label(m_bubble->listening, bubblewords::listening(*m_bubble->setting.listening), metrics, y + 5,
                      std::min(room, widestPlayer), widestPlayer);
        }
        if (const QSize size = m_bubble->setting.picture; !size.isEmpty()) {
            const QSize fitting = size.width() > room ? size.scaled(room, size.height(), Qt::KeepAspectRatio) : size;
            m_bubble->picture = QRect(QPoint(padX, y + 2), fitting);
            m_inner = std::max(m_inner, fitting.width());
            y += fitting.height() + 6;
        }
        return y;
    }

    /// Two short lines, with a bar at their start.
    int quote(int y, int room)
    {
        const auto& quoted = m_bubble->setting.quote;
        if (!quoted) {
            return y;
        }
        const QFontMetrics metrics(m_small);
        const int longest =
            std::max(metrics.horizontalAdvance(quoted->author), metrics.horizontalAdvance(quoted->text));
        const int w = std::min(room, longest + 2 * quotePad);
        const int h = 2 * metrics.height() + 8;
        m_bubble->quote = QRect(padX, y + 1, w, h);
        m_inner = std::max(m_inner, w);
        return y + h + 5;
    }

    /// Before the text is wrapped: the widest of both sets the bubble's width.
    void measureEarlier(int room)
    {
        if (m_message.deleted) {
            return;
        }
        for (const QString& text : m_bubble->setting.earlier) {
            for (const QString& line : bubblewords::before(text).split(QLatin1Char('\n'))) {
                auto layout = laidOut(line, m_small);
                m_inner = std::max(m_inner, int(std::ceil(wrap(*layout, room))) + 1);
                m_bubble->earlier.push_back({std::move(layout), {}});
            }
        }
    }

    int placeEarlier(int y)
    {
        for (auto& [layout, where] : m_bubble->earlier) {
            wrap(*layout, m_inner);
            where = QPointF(padX, y + 2);
            y += int(std::ceil(layout->boundingRect().height())) + 1;
        }
        return y;
    }

    static std::unique_ptr<QTextLayout> laidOut(const QString& line, const QFont& font)
    {
        auto layout = std::make_unique<QTextLayout>(line, font);
        layout->setCacheEnabled(true);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        // The layout does not turn the alignment with the direction.
        option.setTextDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        option.setAlignment(line.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
        layout->setTextOption(option);
        return layout;
    }

    int label(Bubble::Label& label, const QString& text, const QFontMetrics& metrics, int y, int room, int extra = 0)
    {
        const int w = std::min(room, metrics.horizontalAdvance(text) + extra + 2);
        label = {text, QRect(padX, y, w, metrics.height())};
        m_inner = std::max(m_inner, w);
        return y + metrics.height() + 2;
    }

    int text(int y, int room)
    {
        const QString shown = bubblewords::content(m_message);
        QFont font = m_theme.body();
        font.setItalic(m_message.deleted);
        double natural = 0;
        const auto lines = shown.split(QLatin1Char('\n'));
        for (const QString& line : lines) {
            auto layout = laidOut(line, font);
            markFound(*layout);
            natural = std::max(natural, wrap(*layout, room));
            m_bubble->paragraphs.push_back({std::move(layout), {}});
        }
        m_inner = std::max({m_inner, int(std::ceil(natural)) + 1, footerWidth()});
        if (m_bubble->attachmentState.layout) {
            wrap(*m_bubble->attachmentState.layout, m_inner);
        }
        double at = y;
        for (auto& [layout, where] : m_bubble->paragraphs) {
            wrap(*layout, m_inner);
            where = QPointF(padX, at);
            at += layout->text().isEmpty() ? QFontMetrics(font).height() * 0.6 : layout->boundingRect().height();
        }
        return shown.isEmpty() ? y : int(std::ceil(at));
    }

    void markFound(QTextLayout& layout) const
    {
        if (m_bubble->setting.found.isEmpty() || m_message.deleted) {
            return;
        }
        const auto marks = domain::markTerms(layout.text(), domain::searchTerms(m_bubble->setting.found));
        layout.setFormats(foundFormats(marks, m_theme.colours()));
    }

    static double wrap(QTextLayout& layout, double width)
    {
        double natural = 0;
        double y = 0;
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition(QPointF(0, y));
            y += line.height();
            natural = std::max(natural, line.naturalTextWidth());
        }
        layout.endLayout();
        return natural;
    }

    int footerWidth() const
    {
        const bool state = m_message.delivery != domain::DeliveryState::None;
        return QFontMetrics(m_small).horizontalAdvance(footerText(m_message)) + 4 + (state ? iconWidth : 0);
    }

    int footer(int y)
    {
        const int h = QFontMetrics(m_small).height();
        m_bubble->footer = QRect(padX, y + 1, m_inner, h);
        return y + 1 + h;
    }

    int options(int y, int room)
    {
        if (m_message.options.empty() || m_message.deleted) {
            return y;
        }
        const QFontMetrics metrics(m_small);
        const int height = metrics.height() + 8;
        int x = 0;
        y += 5;
        for (const domain::Option& option : m_message.options) {
            const int w = std::min(room, metrics.horizontalAdvance(option.label) + 20);
            if (x > 0 && x + w > room) {
                x = 0;
                y += height + 4;
            }
            m_bubble->options.push_back({option.label, QRect(x, y, w, height)});
            x += w + 5;
        }
        return y + height;
    }

    /// What can be done with the file or the place.
    int fileActions(int y)
    {
        if (m_message.deleted) {
            return y;
        }
        std::vector<BubbleAction> actions;
        if (m_message.attachment && m_message.attachment->state == domain::AttachmentState::Kept) {
            if (!m_bubble->setting.picture.isEmpty()) {
                actions.push_back(BubbleAction::HidePicture);
            } else if (m_message.kind == domain::MessageKind::Audio) {
                const bool playing = m_bubble->setting.listening && m_bubble->setting.listening->playing;
                actions.push_back(playing ? BubbleAction::PauseVoice : BubbleAction::PlayVoice);
            } else if (picture::canShow(*m_message.attachment)) {
                actions.push_back(BubbleAction::ShowPicture);
            }
            actions.push_back(BubbleAction::SaveFile);
        }
        if (m_message.place) {
            actions.push_back(BubbleAction::OpenMap);
            actions.push_back(BubbleAction::CopyPlace);
        }
        // The version before a transcript said nothing.
        const bool isTranscript = m_message.attachment && m_message.attachment->voice;
        if (m_message.version > 1 && !isTranscript) {
            actions.push_back(m_bubble->setting.earlier.isEmpty() ? BubbleAction::ShowEarlier
                                                                  : BubbleAction::HideEarlier);
        }
        return actions.empty() ? y : links(actions, y + 3);
    }

    /// A row of buttons; gives where it ends.
    int links(const std::vector<BubbleAction>& actions, int y)
    {
        const QFontMetrics metrics(m_small);
        const int height = metrics.height() + 8;
        int x = 0;
        for (const BubbleAction action : actions) {
            const QString text = bubblewords::action(action);
            const int w = metrics.horizontalAdvance(text) + 20;
            if (x > 0 && x + w > m_room) {
                x = 0;
                y += height + 4;
            }
            m_bubble->links.push_back({action, text, QRect(x, y + 1, w, height)});
            x += w + 6;
        }
        return y + height + 2;
    }

    int troubles(int y, int room)
    {
        const bool failed = m_message.delivery == domain::DeliveryState::Failed;
        const bool unknown = m_message.delivery == domain::DeliveryState::Unknown;
        const bool withdrawn = m_message.delivery == domain::DeliveryState::Withdrawn && !m_message.deleted;
        if (!failed && !unknown && !withdrawn) {
            return y;
        }
        const QFontMetrics metrics(m_small);
        const int h = metrics.height() + 4;
        const QString why = failed ? bubblewords::failure(m_message.deliveryError) : words::delivery(m_message);
        y += 3;
        m_bubble->note = {why, QRect(0, y, std::min(room, metrics.horizontalAdvance(why) + 4), h)};
        y += h;
        if (withdrawn) {
            return y;
        }
        return links(unknown ? std::vector{BubbleAction::ConfirmArrived, BubbleAction::SendAgain}
                             : std::vector{BubbleAction::SendAgain},
                     y);
    }

    /// Ours stand at the end of the line, the patient's at its start; a mirrored layout swaps them.
    void place()
    {
        const bool incoming = m_message.isIncoming();
        const int total = m_bubble->setting.width;
        const bool atLeft = incoming == (m_bubble->setting.direction == Qt::LeftToRight);
        const auto turn = [&](QRect& area) {
            if (!area.isNull()) {
                area = atLeft ? area.translated(margin, 0)
                              : QRect(total - margin - area.left() - area.width(), area.top(), area.width(),
                                      area.height());
            }
        };
        turn(m_bubble->body);
        turn(m_bubble->author.area);
        turn(m_bubble->forwarded.area);
        turn(m_bubble->attachment.area);
        turn(m_bubble->picture);
        turn(m_bubble->quote);
        turn(m_bubble->listening.area);
        turn(m_bubble->footer);
        turn(m_bubble->reaction.area);
        turn(m_bubble->note.area);
        for (auto& option : m_bubble->options) {
            turn(option.area);
        }
        for (auto& link : m_bubble->links) {
            turn(link.area);
        }
        for (auto& paragraph : m_bubble->paragraphs) {
            paragraph.at.setX(m_bubble->body.left() + padX);
        }
        for (auto& paragraph : m_bubble->earlier) {
            paragraph.at.setX(m_bubble->body.left() + padX);
        }
        m_bubble->attachmentState.at.setX(m_bubble->body.left() + padX);
        // Inside the bubble a name stands where the reading starts, whichever side the bubble is on.
        const QRect inner = m_bubble->body.adjusted(padX, 0, -padX, 0);
        for (auto* label : {&m_bubble->author, &m_bubble->forwarded, &m_bubble->attachment, &m_bubble->listening}) {
            if (!label->area.isNull()) {
                QRect area = label->area;
                area.moveLeft(inner.left());
                label->area = QStyle::visualRect(m_bubble->setting.direction, inner, area);
            }
        }
        if (!m_bubble->picture.isNull()) {
            m_bubble->picture.moveLeft(inner.left());
            m_bubble->picture = QStyle::visualRect(m_bubble->setting.direction, inner, m_bubble->picture);
            addPlainLink(BubbleAction::OpenPicture, m_bubble->picture);
        }
        if (!m_bubble->quote.isNull()) {
            m_bubble->quote.setLeft(inner.left());
            m_bubble->quote.setWidth(inner.width());
            addPlainLink(BubbleAction::ShowQuoted, m_bubble->quote);
        }
    }

    void addPlainLink(BubbleAction action, const QRect& area)
    {
        m_bubble->links.push_back({action, bubblewords::action(action), area, true});
    }

    const domain::Message& m_message;
    const Theme& m_theme;
    QFont m_small;
    std::shared_ptr<Bubble> m_bubble = std::make_shared<Bubble>();
    int m_inner = 0;
    int m_room = 0; ///< for what stands below the body
};

} // namespace

std::shared_ptr<const Bubble> layOut(const domain::Message& message, const BubbleSetting& setting, const Theme& theme)
{
    return Builder(message, setting, theme).build();
}

QString footerText(const domain::Message& message)
{
    const QString time = words::clockTime(message.sentAt);
    return message.version > 1 && !message.deleted ? bubblewords::edited(time) : time;
}

} // namespace delpek::ui
