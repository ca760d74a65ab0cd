// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "domain/quickreply.h"
#include "ui/context.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QListView;
class QTextEdit;
class QToolButton;

namespace delpek::ui
{

class QuickReplyModel;

/// Chooses one of the clinic's quick replies for what is written: opened by a button, where it is searched, or by "/"
/// as the first thing that is typed, where what is typed behind it filters. Arrows choose, Enter puts the text in, Esc
/// leaves. It never sends.
class QuickReplyPanel final : public QWidget
{
    Q_OBJECT

public:
    QuickReplyPanel(const Context& context, QTextEdit& edit, QWidget* parent = nullptr);

    /// The language is the conversation's again.
    void setConversation(const domain::Conversation& conversation);
    /// Opens to be searched, or closes.
    void toggle();
    void leave();
    bool isOpen() const { return m_mode != Mode::Closed; }

Q_SIGNALS:
    /// It was opened or closed.
    void changed();
    /// A text was put in that begins at this place of the edit.
    void inserted(int position);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Mode { Closed, Slash, Search };

    void build();
    void open(Mode mode);
    void onWritten();
    void read();
    void setTyped(const QString& typed);
    void step(int by);
    void tell();
    bool key(int key, Qt::KeyboardModifiers modifiers);
    void insert();
    void setLanguage(domain::Language language);
    void refresh();
    void retranslate();

    Context m_context;
    QTextEdit& m_edit;
    domain::Conversation m_conversation;
    QuickReplyModel* m_model;
    QLineEdit* m_search;
    QLabel* m_hint;
    QButtonGroup* m_languages;
    QToolButton* m_manage;
    QListView* m_list;
    QLabel* m_empty;
    Mode m_mode = Mode::Closed;
    bool m_wasEmpty = true;     ///< nothing was written before the last change
    bool m_known = false;       ///< the facts of this conversation have come
    bool m_insertLater = false; ///< as soon as they have
    int m_generation = 0;
};

} // namespace delpek::ui
