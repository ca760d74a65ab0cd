// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/change.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

#include <map>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class ComposerEdit;

/// Where a person writes an internal note. It has no way to the patient: it stands in the place of the message, with
/// other colours, words and button. What was begun is a saved draft at once, of whoever is at the desk and for each
/// conversation.
class NoteBox final : public QFrame
{
    Q_OBJECT

public:
    explicit NoteBox(const Context& context, QWidget* parent = nullptr);

    void setConversation(domain::ConversationId id);
    /// In this conversation something is written here.
    bool hasBegun() const;
    /// Keeps what was begun, unless somebody else is at the desk by now.
    void flush();
    void focus();
    ComposerEdit& edit() { return *m_edit; }

Q_SIGNALS:
    /// Back to the message.
    void leaveWanted();
    /// A person typed.
    void wrote();
    /// In the conversation that is shown a note was begun before.
    void found();

protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void save();
    /// A note that could not be saved, before what was written since.
    void putBack(domain::ConversationId id, const QString& text);
    void read();
    void keep(domain::ConversationId id, const QString& text);
    /// The desk has it now, if nothing was written since.
    void forget(domain::ConversationId id, const QString& text);
    void showText(const QString& text);
    void onChanges(const std::vector<domain::Change>& changes);
    QString written() const;
    void refresh();
    void retranslate();

    Context m_context;
    domain::ConversationId m_id;
    desk::Person m_person;                               ///< whose notes these are
    std::map<domain::ConversationId, QString> m_keeping; ///< on its way to the desk, or could not be kept
    QTimer m_timer;
    bool m_dirty = false; ///< written since it was kept
    int m_generation = 0;
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_says;
    ComposerEdit* m_edit;
    QLabel* m_hint;
    QPushButton* m_leave;
    QPushButton* m_save;
};

} // namespace delpek::ui
