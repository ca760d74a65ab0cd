// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QMenu;
class QMimeData;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

class ChipBar;
class ComposerEdit;
class ElidedLabel;
class GapMarks;
class HeldSends;
class NoteBox;
class OutgoingFiles;
class QuickReplyPanel;
class TemplatePicker;
class VoiceBar;

/// Where a person writes or speaks. The recipient stands on the button; what is written is a saved draft at once; files
/// and the clinic's place go along as chips. When WhatsApp's 24 hours are over it is where a template is chosen, and
/// the draft waits until the patient writes again.
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
    /// The draft became this at the desk: a planned message is written again.
    void takeUp(delpek::domain::ConversationId id, const QString& planned, const QString& draft);
    /// Behind what is written: words of the agent, where they do not stand there already.
    void addWords(delpek::domain::ConversationId id, const QString& words);
    bool holds(const QString& words) const;
    /// Takes back what was sent last and is still held.
    void takeBack();
    /// Files and pictures of a drop; false when it holds none.
    bool addFrom(const QMimeData& data);
    OutgoingFiles& files() { return *m_files; }
    TemplatePicker& picker() { return *m_picker; }
    ComposerEdit& edit() { return *m_edit; }
    NoteBox& noteBox() { return *m_note; }
    /// Writes internal notes instead of messages, or messages again.
    void setNoting(bool noting);
    bool isNoting() const { return m_noting; }
    /// Conversations with files that were not sent.
    std::vector<domain::ConversationId> unsent() const;
    QuickReplyPanel& quickReplies() { return *m_replies; }
    /// Begins to record a voice message, or ends the recording that runs.
    void speak();

Q_SIGNALS:
    void leaveWanted();
    /// The agent is to draft an answer.
    void draftWanted();
    /// A person typed, a message or a note.
    void wrote();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void connectParts();
    void send();
    void sendParcel();
    void sendLater(domain::ConversationId id, base::Instant at);
    bool mayPlan() const;
    void sendTemplate();
    void handTemplate(domain::ConversationId id, const domain::TemplateUse& use, const QString& text);
    void chooseFiles();
    void showBegunNote();
    void setPicking(bool picking);
    bool isPicking() const;
    bool maySend() const;
    void onChanges(const std::vector<domain::Change>& changes);
    void onTakenBack(const desk::TakenBack& back);
    void bringBack(domain::ConversationId id, const desk::FileContent& content);
    void bringFileBack(domain::ConversationId id, const domain::Message& message);
    void readState();
    void readDraft();
    void setText(const QString& text);
    QString written() const;
    void retranslate();
    void refresh();
    void refreshWindow();

    Context m_context;
    desk::Person m_person; ///< whose drafts these are
    domain::Conversation m_conversation;
    desk::ComposerState m_state;
    HeldSends* m_held;
    OutgoingFiles* m_files;
    TemplatePicker* m_picker;
    ChipBar* m_chips;
    VoiceBar* m_voice;
    ComposerEdit* m_edit;
    NoteBox* m_note;
    QWidget* m_message; ///< all that belongs to a message
    QuickReplyPanel* m_replies;
    GapMarks* m_gaps;
    QWidget* m_undoRoom; ///< around the bar, so that nothing is left of it when it is not shown
    QFrame* m_undoBar;
    QLabel* m_undoText;
    QPushButton* m_undo;
    QLabel* m_reason;
    ElidedLabel* m_hint;
    QToolButton* m_attach;
    QToolButton* m_place;
    QToolButton* m_templates;
    QToolButton* m_reply;
    QToolButton* m_noteButton;
    QToolButton* m_agent;
    QToolButton* m_later;
    QMenu* m_times;
    QPushButton* m_send;
    QTimer m_save;
    QTimer m_clock;
    bool m_dirty = false;   ///< written since the last save
    bool m_follows = false; ///< nothing was written here since it was shown: the draft may come from elsewhere
    bool m_wantsTemplate = false;
    bool m_isFilling = false; ///< what is put there is not typed
    bool m_noting = false;
    bool m_handing = false; ///< a template is on its way to the desk
    int m_generation = 0;
};

} // namespace delpek::ui
