// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/change.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QFrame>

#include <map>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class ComposerEdit;

/// Where a person writes an internal note. It has no way to the patient: it stands in the place of the message, with
/// other colours, words and button. What was begun is kept for each conversation while the window is open.
class NoteBox final : public QFrame
{
    Q_OBJECT

public:
    explicit NoteBox(const Context& context, QWidget* parent = nullptr);

    void setConversation(domain::ConversationId id);
    /// A note of this conversation was begun and not saved.
    bool hasBegun() const;
    /// All conversations in which one was.
    std::vector<domain::ConversationId> begun() const;
    void focus();
    ComposerEdit& edit() { return *m_edit; }

Q_SIGNALS:
    /// Back to the message.
    void leaveWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void save();
    void onChanges(const std::vector<domain::Change>& changes);
    QString written() const;
    /// A note that could not be saved, before what was written since.
    void putBack(domain::ConversationId id, const QString& text);
    void refresh();
    void retranslate();

    Context m_context;
    domain::ConversationId m_id;
    std::map<domain::ConversationId, QString> m_begun; ///< of the others
    QLabel* m_mark;
    QLabel* m_title;
    QLabel* m_says;
    ComposerEdit* m_edit;
    QLabel* m_hint;
    QPushButton* m_leave;
    QPushButton* m_save;
};

} // namespace delpek::ui
