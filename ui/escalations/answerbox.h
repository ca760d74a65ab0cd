// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace delpek::ui
{

class AnswerButton;
class CallInstead;
class ComposerEdit;
class VoiceBar;

/// Where the patient is answered: a ready answer is put in with one press and sent with the next; it can be changed
/// before. A doctor writes as himself; anybody else says in whose name. What is written is the saved draft of the
/// conversation, and stays when the escalation is closed meanwhile. Without the patient's consent nothing goes out in a
/// doctor's name; a call takes its place.
class AnswerBox final : public QFrame
{
    Q_OBJECT

public:
    explicit AnswerBox(const Context& context, QWidget* parent = nullptr);
    ~AnswerBox() override;

    /// Another card, or the same as it is now.
    void setCard(const domain::EscalationCard& card);
    void setDoctors(const std::vector<domain::Doctor>& doctors);
    void flushDraft();
    void focus();
    ComposerEdit& edit() { return *m_edit; }
    /// Begins to record a voice message, or ends the recording that runs.
    void speak();

Q_SIGNALS:
    void leaveWanted();
    void callWanted();
    void callPromised();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void connectParts();
    void insert(const QString& answer);
    void send();
    Future<domain::MessageId> hand(const domain::EscalationCard& card, const QString& name, const QString& text,
                                   const std::optional<desk::FileContent>& spoken);
    void readState();
    void readDraft();
    void setText(const QString& text);
    QString written() const;
    bool maySend() const;
    bool isSilenced() const;
    void rebuildAnswers();
    void rebuildNames();
    void refresh();
    QString notice() const;
    QString doctorName(const domain::Doctor& doctor) const;

    Context m_context;
    desk::Person m_person; ///< whose drafts these are
    domain::EscalationCard m_card;
    std::vector<domain::Doctor> m_doctors;
    desk::ComposerState m_state;
    QLabel* m_notice;
    QWidget* m_ready;
    QVBoxLayout* m_readyColumn;
    std::vector<AnswerButton*> m_buttons;
    CallInstead* m_instead;
    VoiceBar* m_voice;
    ComposerEdit* m_edit;
    QLabel* m_nameLabel;
    QComboBox* m_name;
    QLabel* m_hint;
    QPushButton* m_send;
    QTimer m_save;
    QTimer m_clock;
    QString m_inserted; ///< the ready answer in the edit, while nobody changed it
    bool m_dirty = false;
    bool m_follows = false; ///< nothing was written here since it was shown: the draft may come from elsewhere
    bool m_chose = false;   ///< a person said in whose name
    int m_generation = 0;
};

} // namespace delpek::ui
