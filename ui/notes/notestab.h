// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace delpek::ui
{

class NoteModel;

/// The internal notes beside a conversation, newest first. Who wrote one can delete it, and bring it back.
class NotesTab final : public QWidget
{
    Q_OBJECT

public:
    explicit NotesTab(const Context& context, QWidget* parent = nullptr);

    void open(domain::ConversationId id);
    int count() const;

Q_SIGNALS:
    /// Notes came or went.
    void changed();
    /// The place of a note in the thread.
    void placeWanted(delpek::domain::MessageId id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void read();
    void remove();
    void bringBack();
    void refresh();
    void retranslate();

    Context m_context;
    domain::ConversationId m_id;
    NoteModel* m_model;
    QListView* m_list;
    QLabel* m_empty;
    QPushButton* m_remove;
    QPushButton* m_undo;
    QString m_removed; ///< what the deleted one said
};

} // namespace delpek::ui
