// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"
#include "ui/notes/notecard.h"
#include "ui/thread/bubble.h"

#include <QAbstractScrollArea>
#include <QHash>
#include <QImage>

class QPushButton;

namespace delpek::ui
{

class ThreadWindow;

/// Paints the messages of a ThreadWindow and scrolls over them. Only what stands in the window is measured, each
/// message once for a width; what a person reads stays where it is when pages come above or below.
class ThreadView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ThreadView(const Context& context, ThreadWindow& window, QWidget* parent = nullptr);

    /// The name that a screen reader gives the patient.
    void setPatientName(const QString& name);
    const QString& patientName() const { return m_patient; }
    void scrollToEnd();
    bool isAtEnd() const;
    /// The first message that is to be seen and how far its top is below the viewport's (at most 0).
    std::pair<domain::MessageId, int> anchor() const;
    /// The message at a point of the viewport, as text for the clipboard.
    QString textOf(domain::MessageId id) const;
    /// What a press at this point of the viewport does, and to which message; nothing where there is nothing to press.
    std::optional<std::pair<domain::MessageId, BubbleAction>> actionAt(const QPoint& point) const;
    int unseenBelow() const { return m_unseen; }
    /// Shows the picture of a message in its bubble, until it is hidden or another conversation is opened.
    void showPicture(domain::MessageId id, const QImage& picture);
    void hidePicture(domain::MessageId id);
    /// Shows what a message said before it was edited; nothing: hides it.
    void showEarlier(domain::MessageId id, const QStringList& texts);
    /// How far a voice note is; nothing: nobody listens to it.
    void setListening(domain::MessageId id, const std::optional<Listening>& listening);
    /// Marks the words of a search in all messages; empty: none.
    void setFound(const QString& search);
    /// Scrolls to a message and puts the keyboard on it; from far away it is brought first.
    void reveal(domain::MessageId id);

    /// Where somebody reads: the first message that is to be seen, and how far its top is below the viewport's.
    struct Place {
        domain::MessageId id;
        int offset = 0;
    };
    /// Another conversation is shown from now on.
    void forget();
    /// Where what nobody has seen is read from.
    enum class ReadFrom { First, Last };
    /// So many messages of the patient at the end were not seen before the conversation was opened. A line stands
    /// above the first; where they fill more than the viewport it is scrolled to, or else the end.
    void setUnread(int count, ReadFrom from = ReadFrom::First);
    domain::MessageId firstUnread() const { return m_firstUnread; }
    /// The first of them is not found yet.
    bool isCounting() const { return m_unread > 0; }
    /// Nothing at the end of the conversation, which is where it opens.
    std::optional<Place> readingPlace() const;
    /// Shows that place, which may have to be brought first.
    void restore(const Place& place);

Q_SIGNALS:
    void actionWanted(delpek::domain::MessageId id, delpek::ui::BubbleAction action);
    /// The newest message came into sight.
    void seenEnd();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Item {
        domain::MessageId id;
        int top = 0;
        std::shared_ptr<const Bubble> bubble;
        std::vector<std::shared_ptr<const NoteCard>> notes; ///< below it

        int height() const;
    };
    struct Cached {
        int version = 0;
        domain::DeliveryState delivery{};
        bool deleted = false;
        QString reaction;
        std::optional<domain::Attachment> attachment;
        std::shared_ptr<const Bubble> bubble;
    };

    void onReset();
    void onMoved(int arrived);
    /// What the patient wrote just now, for a screen reader.
    void announceArrived(int arrived);
    void restyle();
    void layOutAll();
    std::shared_ptr<const Bubble> bubbleFor(const domain::Message& message, const BubbleSetting& setting);
    std::vector<std::shared_ptr<const NoteCard>> notesFor(const domain::Message& message);
    QString spoken(const domain::Message& message, const Item& item) const;
    void onReached(domain::MessageId id);
    std::optional<Quote> quoteOf(const domain::Message& message) const;
    BubbleSetting settingFor(const domain::Message& message, const domain::Message* before) const;
    void keepPlace(const std::pair<domain::MessageId, int>& anchor);
    bool keepRestored();
    void placeUnread();
    void showUnread();
    void loadAtEdges();
    void placePill();
    void reachEnd();
    int indexAt(int y) const;
    int indexOf(domain::MessageId id) const;
    const Bubble::Link* linkAt(const QPoint& point, domain::MessageId* id) const;
    void makeCurrent(int index);
    void showMenu(domain::MessageId id, const QPoint& at);

    Context m_context;
    ThreadWindow& m_window;
    std::vector<Item> m_items;
    QHash<qint64, Cached> m_cache;
    QHash<qint64, std::shared_ptr<const NoteCard>> m_notes;
    QHash<qint64, QImage> m_pictures;
    QHash<qint64, QStringList> m_earlier;
    std::optional<std::pair<domain::MessageId, Listening>> m_listening;
    int m_height = 0;
    int m_revision = 0;
    int m_unseen = 0;
    bool m_sticky = true; ///< at the end: stay there as messages come
    bool m_adjusting = false;
    domain::MessageId m_current;
    domain::MessageId m_firstUnread; ///< the line stands above it
    int m_unread = 0;                ///< whose first message is still to be found
    ReadFrom m_readFrom = ReadFrom::First;
    int m_unseenThere = 0;         ///< below the line, which is shown while nobody scrolls; else 0
    std::optional<Place> m_wanted; ///< to be shown once enough of the thread is there
    domain::MessageId m_restored;  ///< is brought for it
    QString m_patient;
    QString m_found;
    QPushButton* m_pill;
};

} // namespace delpek::ui
