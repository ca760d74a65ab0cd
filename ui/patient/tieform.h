// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/clinicfacts.h"
#include "domain/ids.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace delpek::ui
{

/// Finds the card of whoever writes in a conversation, by a name or a number, and ties it.
class TieForm final : public QDialog
{
    Q_OBJECT

public:
    /// `shown`: the ids of cards that stand beside the conversation already. Deletes itself when it closes.
    TieForm(const Context& context, domain::ConversationId id, QStringList shown, QWidget* parent);

Q_SIGNALS:
    void tied();
    /// Nobody was found who it is.
    void newWanted();

private:
    void build();
    void search();
    void offer(const std::vector<domain::Patient>& cards);
    void refresh();
    void tie();
    void say(const QString& trouble);

    Context m_context;
    domain::ConversationId m_id;
    QStringList m_shown;
    int m_asked = 0; ///< the newest question; older answers are dropped
    bool m_isTying = false;
    QLineEdit* m_text;
    QListWidget* m_found;
    QLabel* m_trouble;
    QPushButton* m_new;
    QPushButton* m_tie;
};

} // namespace delpek::ui
