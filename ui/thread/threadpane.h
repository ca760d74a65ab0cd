// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/conversation.h"
#include "ui/context.h"
#include "ui/thread/threadview.h"

#include <QHash>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace delpek::ui
{

class AttachmentActions;
class Composer;
class FoundBar;
class HolderBar;
class DraftBar;
class LaterBar;
class PresenceBar;
class StepPanel;
class ThreadWindow;

/// One conversation: who holds it, its messages, and where to write.
class ThreadPane final : public QWidget
{
    Q_OBJECT

public:
    explicit ThreadPane(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    /// Takes the conversation, or hands it back to the agent when it is mine already.
    void swapHolder();
    void release();
    /// Asks how urgent it is and why; the conversation then waits for the doctor.
    void callDoctor();
    /// Goes to a message of the open conversation that was searched so, and marks the words.
    void showFound(domain::MessageId id, const QString& search);
    void endSearch();
    FoundBar& foundBar() { return *m_found; }
    const domain::Conversation& conversation() const { return m_conversation; }
    /// A command for the menu of the bar above the conversation.
    void addToMenu(QAction* command);
    DraftBar& draftBar() { return *m_draft; }
    Composer& composer() { return *m_composer; }
    ThreadView& view() { return *m_view; }
    AttachmentActions& attachments() { return *m_attachments; }
    ThreadWindow& threadWindow() { return *m_window; }

Q_SIGNALS:
    void leaveWanted();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void read();
    void act(Future<Done> future);
    void markSeen();
    void retranslate();

    Context m_context;
    domain::ConversationId m_id;
    domain::Conversation m_conversation;
    ThreadWindow* m_window;
    HolderBar* m_bar;
    StepPanel* m_raise;
    FoundBar* m_found;
    ThreadView* m_view;
    QHash<qint64, ThreadView::Place> m_places; ///< where conversations were left, by their ids
    AttachmentActions* m_attachments;
    LaterBar* m_later;
    DraftBar* m_draft;
    PresenceBar* m_presence;
    Composer* m_composer;
    QStackedWidget* m_stack;
    QLabel* m_nothing;
};

} // namespace delpek::ui
