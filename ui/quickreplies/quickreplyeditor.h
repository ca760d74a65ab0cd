// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/quickreply.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;
class QTextEdit;
class QToolButton;

namespace delpek::ui
{

class QuickReplyModel;

/// Where a person adds, changes, orders and deletes the clinic's quick replies. What was changed is saved by a button;
/// a deletion can be undone while the page is open.
class QuickReplyEditor final : public QDialog
{
    Q_OBJECT

public:
    explicit QuickReplyEditor(const Context& context, QWidget* parent = nullptr);

    void reject() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    /// What is written in one language.
    struct Words {
        QLabel* heading;
        QLabel* nameLabel;
        QLineEdit* name;
        QLabel* textLabel;
        QTextEdit* text;
    };

    void build();
    QWidget* buildForm();
    Words buildWords(domain::Language language);
    void connectParts();
    void read();
    void present(const domain::QuickReply& reply);
    domain::QuickReply written() const;
    bool isChanged() const;
    void choose();
    void add();
    void save();
    void move(int by);
    void remove();
    void bringBack();
    void insertField(domain::ReplyField field);
    void fillFields();
    void say(const QString& sentence, bool trouble);
    void refresh();
    void retranslate();

    Context m_context;
    QuickReplyModel* m_model;
    QListView* m_list;
    QPushButton* m_add;
    QToolButton* m_up;
    QToolButton* m_down;
    QPushButton* m_remove;
    Words m_hebrew;
    Words m_english;
    QPushButton* m_field;
    QMenu* m_fields;
    QLabel* m_explains;
    QLabel* m_said;
    QPushButton* m_undo;
    QPushButton* m_discard;
    QPushButton* m_save;
    QPushButton* m_close;
    bool m_saving = false;
    domain::QuickReply m_shown;    ///< as it was read; an invalid id: a new one
    domain::QuickReplyId m_wanted; ///< to be chosen when the list is read
    std::optional<domain::QuickReply> m_removed;
    std::vector<domain::QuickReplyId> m_orderBefore; ///< of the list when that one was deleted
    QTextEdit* m_last = nullptr;                     ///< where a field goes
};

} // namespace delpek::ui
