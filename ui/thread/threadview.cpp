// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/thread/threadview.h"

#include "desk/desk.h"
#include "ui/application.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/thread/bubblepainter.h"
#include "ui/thread/bubblewords.h"
#include "ui/thread/threadwindow.h"
#include "ui/wording.h"

#include <QDateTime>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>

namespace delpek::ui
{

namespace
{

constexpr int edge = 400; ///< pixels from an end at which the next page is asked for
constexpr int padding = 8;

QDate dayOf(const domain::Message& message)
{
    return QDateTime::fromMSecsSinceEpoch(base::toMillis(message.sentAt), currentZone()).date();
}

} // namespace

ThreadView::ThreadView(const Context& context, ThreadWindow& window, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
    , m_window(window)
    , m_pill(new QPushButton(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(36);
    m_pill->setProperty("kind", QStringLiteral("pill"));
    m_pill->setFocusPolicy(Qt::NoFocus);
    connect(m_pill, &QPushButton::clicked, this, &ThreadView::scrollToEnd);
    connect(&window, &ThreadWindow::reset, this, &ThreadView::onReset);
    connect(&window, &ThreadWindow::moved, this, &ThreadView::onMoved);
    connect(&window, &ThreadWindow::reached, this, &ThreadView::onReached);
    connect(&window, &ThreadWindow::messageChanged, this, [this] { onMoved(0); });
    connect(&window, &ThreadWindow::notesChanged, this, [this] { onMoved(0); });
    connect(&context.theme, &Theme::changed, this, &ThreadView::restyle);
    restyle();
}

void ThreadView::scrollToEnd()
{
    m_wanted.reset();
    m_restored = {};
    m_unseenThere = 0;
    m_unread = 0;
    if (m_window.hasNewer()) {
        m_sticky = true;
        m_window.toEnd();
        return;
    }
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    reachEnd(); // nothing moves where the end was to be seen all along
}

void ThreadView::reachEnd()
{
    m_sticky = isAtEnd();
    if (m_sticky && std::exchange(m_unseen, 0) > 0) {
        Q_EMIT seenEnd();
    }
    placePill();
}

bool ThreadView::isAtEnd() const
{
    return !m_window.hasNewer() && verticalScrollBar()->value() >= verticalScrollBar()->maximum() - 4;
}

std::pair<domain::MessageId, int> ThreadView::anchor() const
{
    const int index = indexAt(verticalScrollBar()->value());
    if (index < 0 || index >= int(m_items.size())) {
        return {};
    }
    // From the items, not from the window: they still describe what was on the screen when the window has moved.
    const Item& item = m_items[static_cast<size_t>(index)];
    return {item.id, item.top - verticalScrollBar()->value()};
}

void ThreadView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_context.theme.colours().window);
    const int offset = verticalScrollBar()->value();
    const base::Instant now = m_context.desk.now();
    for (int i = std::max(0, indexAt(offset + event->rect().top())); i < int(m_items.size()); ++i) {
        const Item& item = m_items[static_cast<size_t>(i)];
        if (item.top - offset > event->rect().bottom()) {
            break;
        }
        const domain::Message& message = m_window.messages()[static_cast<size_t>(i)];
        painter.save();
        painter.translate(0, item.top - offset);
        paintBubble(painter, *item.bubble, message, m_context.theme,
                    {.now = now,
                     .current = hasFocus() && message.id == m_current,
                     .picture = item.bubble->picture.isNull() ? nullptr : &*m_pictures.constFind(message.id.value)});
        painter.translate(0, item.bubble->height);
        for (const auto& note : item.notes) {
            paintNote(painter, *note, m_context.theme, now);
            painter.translate(0, note->height);
        }
        painter.restore();
    }
}

void ThreadView::resizeEvent(QResizeEvent* event)
{
    const auto place = anchor();
    QAbstractScrollArea::resizeEvent(event);
    layOutAll();
    if (m_unseenThere == 0) {
        return keepPlace(place);
    }
    showUnread();
    if (m_sticky) {
        Q_EMIT seenEnd();
    }
}

void ThreadView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_adjusting) {
        return;
    }
    m_wanted.reset(); // whoever scrolls is where she wants to be
    m_unseenThere = 0;
    m_unseen = std::max(m_unseen, std::exchange(m_unread, 0)); // not looked for any more
    reachEnd();
    loadAtEdges();
}

void ThreadView::onReset()
{
    m_cache.clear();
    m_notes.clear();
    m_pictures.clear();
    m_earlier.clear();
    m_unseen = 0;
    m_sticky = !m_wanted;
    m_current = {};
    layOutAll();
    keepPlace({});
    placeUnread();
}

void ThreadView::onMoved(int arrived)
{
    const auto place = anchor();
    const bool follow = m_sticky;
    if (!follow) {
        m_unseen += arrived;
        m_unseenThere += m_unseenThere > 0 ? arrived : 0;
    }
    layOutAll();
    keepPlace(place);
    placeUnread();
    if (follow && arrived > 0) {
        Q_EMIT seenEnd();
    }
    announceArrived(arrived);
}

void ThreadView::restyle()
{
    const auto place = anchor();
    ++m_revision;
    m_cache.clear();
    m_pill->setIcon(icon(QStringLiteral("down"), m_context.theme.colours().onAccent));
    setAccessibleName(tr("Messages"));
    layOutAll();
    keepPlace(place);
}

void ThreadView::showPicture(domain::MessageId id, const QImage& picture)
{
    if (indexOf(id) < 0 || picture.isNull()) {
        return;
    }
    m_pictures.insert(id.value, picture);
    onMoved(0);
}

void ThreadView::hidePicture(domain::MessageId id)
{
    m_pictures.remove(id.value);
    onMoved(0);
}

void ThreadView::setPatientName(const QString& name)
{
    if (std::exchange(m_patient, name) != name) {
        onMoved(0); // quotes name the patient
    }
}

void ThreadView::showEarlier(domain::MessageId id, const QStringList& texts)
{
    if (texts.isEmpty()) {
        m_earlier.remove(id.value);
    } else {
        m_earlier.insert(id.value, texts);
    }
    onMoved(0);
}

void ThreadView::setFound(const QString& search)
{
    if (std::exchange(m_found, search) != search) {
        onMoved(0);
    }
}

void ThreadView::setListening(domain::MessageId id, const std::optional<Listening>& listening)
{
    auto now = listening ? std::optional(std::pair(id, *listening)) : std::nullopt;
    if (m_listening != now) {
        m_listening = std::move(now);
        onMoved(0);
    }
}

void ThreadView::reveal(domain::MessageId id)
{
    m_wanted.reset();
    m_restored = {};
    m_unseenThere = 0;
    if (indexOf(id) < 0) {
        m_window.openAt(id);
    } else {
        onReached(id);
    }
}

void ThreadView::onReached(domain::MessageId id)
{
    if (std::exchange(m_restored, {}) == id) {
        return;
    }
    if (const int index = indexOf(id); index >= 0) {
        m_sticky = false;
        setFocus(Qt::OtherFocusReason);
        makeCurrent(index);
    }
}

/// The message that is answered, or the part of it that the patient marked.
std::optional<Quote> ThreadView::quoteOf(const domain::Message& message) const
{
    const domain::Message* quoted = m_window.quotedBy(message);
    if (!quoted && message.quotedText.isEmpty()) {
        return std::nullopt;
    }
    const QString author = quoted ? words::author(quoted->author, quoted->isIncoming() ? m_patient : quoted->authorName)
                                  : bubblewords::quotation();
    return Quote{author,
                 message.quotedText.isEmpty() ? bubblewords::shortened(*quoted) : message.quotedText.simplified()};
}

BubbleSetting ThreadView::settingFor(const domain::Message& message, const domain::Message* before) const
{
    BubbleSetting setting;
    setting.width = viewport()->width();
    setting.firstOfDay = before == nullptr || dayOf(*before) != dayOf(message);
    setting.firstOfAuthor = before == nullptr || setting.firstOfDay || before->author != message.author ||
                            before->authorName != message.authorName;
    setting.firstUnread = message.id == m_firstUnread;
    setting.direction = layoutDirection();
    const auto picture = m_pictures.constFind(message.id.value);
    if (picture != m_pictures.constEnd()) {
        setting.picture = picture->deviceIndependentSize().toSize();
    }
    setting.quote = quoteOf(message);
    if (m_listening && m_listening->first == message.id) {
        setting.listening = m_listening->second;
    }
    setting.earlier = m_earlier.value(message.id.value);
    setting.found = m_found;
    setting.revision = m_revision;
    return setting;
}

void ThreadView::layOutAll()
{
    const auto& messages = m_window.messages();
    m_items.clear();
    m_items.reserve(messages.size());
    QHash<qint64, Cached> kept;
    int y = padding;
    const domain::Message* before = nullptr;
    for (const domain::Message& message : messages) {
        const BubbleSetting setting = settingFor(message, before);
        auto bubble = bubbleFor(message, setting);
        kept.insert(message.id.value,
                    {message.version, message.delivery, message.deleted, message.reaction, message.attachment, bubble});
        m_items.push_back({message.id, y, bubble, notesFor(message)});
        y += m_items.back().height();
        before = &message;
    }
    m_cache = std::move(kept);
    m_height = y + padding;
}

int ThreadView::Item::height() const
{
    int sum = bubble->height;
    for (const auto& note : notes) {
        sum += note->height;
    }
    return sum;
}

std::vector<std::shared_ptr<const NoteCard>> ThreadView::notesFor(const domain::Message& message)
{
    const NoteSetting setting{viewport()->width(), layoutDirection(), m_revision};
    std::vector<std::shared_ptr<const NoteCard>> cards;
    for (const auto& note : m_window.notesBelow(message)) {
        auto& card = m_notes[note.id.value];
        if (!card || card->setting != setting || card->note != note) {
            card = layOutNote(note, setting, m_context.theme);
        }
        cards.push_back(card);
    }
    return cards;
}

std::shared_ptr<const Bubble> ThreadView::bubbleFor(const domain::Message& message, const BubbleSetting& setting)
{
    const auto known = m_cache.constFind(message.id.value);
    if (known != m_cache.constEnd() && known->version == message.version && known->delivery == message.delivery &&
        known->deleted == message.deleted && known->reaction == message.reaction &&
        known->attachment == message.attachment && known->bubble->setting == setting) {
        return known->bubble;
    }
    return layOut(message, setting, m_context.theme);
}

void ThreadView::keepPlace(const std::pair<domain::MessageId, int>& anchor)
{
    m_adjusting = true;
    auto* bar = verticalScrollBar();
    bar->setPageStep(std::max(1, viewport()->height() - 40));
    bar->setRange(0, std::max(0, m_height - viewport()->height()));
    // Without anything to scroll the style shows no handle.
    bar->setEnabled(m_height > viewport()->height());
    const int index = indexOf(anchor.first);
    if (keepRestored()) {
        // Stays, until enough stands below it.
    } else if (m_sticky && !m_window.hasNewer()) {
        bar->setValue(bar->maximum());
    } else if (index >= 0) {
        bar->setValue(m_items[static_cast<size_t>(index)].top - anchor.second);
    }
    m_adjusting = false;
    placePill();
    viewport()->update();
}

void ThreadView::loadAtEdges()
{
    const auto* bar = verticalScrollBar();
    if (bar->value() < edge) {
        m_window.loadOlder();
    }
    if (bar->value() > bar->maximum() - edge) {
        m_window.loadNewer();
    }
}

void ThreadView::placePill()
{
    const bool shown = m_unseen > 0 || (!m_sticky && (m_window.hasNewer() || !isAtEnd()) && !m_items.empty());
    m_pill->setVisible(shown);
    if (!shown) {
        return;
    }
    m_pill->setText(m_unseen > 0 ? tr("%n new message(s)", nullptr, m_unseen) : tr("To the latest"));
    m_pill->adjustSize();
    m_pill->move((viewport()->width() - m_pill->width()) / 2, viewport()->height() - m_pill->height() - 12);
}

int ThreadView::indexAt(int y) const
{
    const auto place = std::ranges::upper_bound(m_items, y, {}, &Item::top);
    return int(place - m_items.begin()) - (m_items.empty() || place == m_items.begin() ? 0 : 1);
}

int ThreadView::indexOf(domain::MessageId id) const
{
    const auto& messages = m_window.messages();
    const auto place = std::ranges::lower_bound(messages, id, {}, &domain::Message::id);
    return place != messages.end() && place->id == id ? int(place - messages.begin()) : -1;
}

} // namespace delpek::ui
