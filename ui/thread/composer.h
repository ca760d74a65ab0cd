// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class ComposerEdit;
class SendQueue;

/// Where a person writes. The recipient stands on the button; what is written is a saved draft at once; when nothing
/// may be sent it says why and keeps the draft.
class Composer final : public QFrame
{
    Q_OBJECT

public:
    explicit Composer(const Context& context, QWidget* parent = nullptr);
    ~Composer() override;

    /// The draft of another conversation is saved before this one's is shown.
    void setConversation(const domain::Conversation& conversation);
    /// The same conversation as it is now.
    void updateConversation(const domain::Conversation& conversation);
    void flushDraft();
    void focus();
    /// Takes the message back that waits to be sent.
    void takeBack();
    SendQueue& queue() { return *m_queue; }
    ComposerEdit& edit() { return *m_edit; }

Q_SIGNALS:
    void leaveWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void send();
    void onChanges(const std::vector<domain::Change>& changes);
    void onFailed(domain::ConversationId conversation, const QString& text, const base::Error& error);
    void readState();
    void readDraft();
    void setText(const QString& text);
    QString written() const;
    void refresh();

    Context m_context;
    domain::Conversation m_conversation;
    desk::ComposerState m_state;
    SendQueue* m_queue;
    ComposerEdit* m_edit;
    QFrame* m_undoBar;
    QLabel* m_undoText;
    QPushButton* m_undo;
    QLabel* m_reason;
    QLabel* m_hint;
    QPushButton* m_send;
    QTimer m_save;
    QTimer m_clock;
    bool m_dirty = false; ///< written since the last save
    int m_generation = 0;
};

} // namespace delpek::ui
