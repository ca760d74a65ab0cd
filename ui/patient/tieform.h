// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ids.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class CardSearch;

/// Finds the card of whoever writes in a conversation, by a name or a number, and ties it.
class TieForm final : public QDialog
{
    Q_OBJECT

public:
    /// `shown`: the ids of cards that stand beside the conversation already. Deletes itself when it closes.
    TieForm(const Context& context, domain::ConversationId id, const QStringList& shown, QWidget* parent);

Q_SIGNALS:
    void tied();
    /// Nobody was found who it is. `typed`: what was looked for.
    void newWanted(const QString& typed);

private:
    void build();
    void refresh();
    void tie();
    void say(const QString& trouble);

    Context m_context;
    domain::ConversationId m_id;
    bool m_isTying = false;
    CardSearch* m_search;
    QLabel* m_trouble;
    QPushButton* m_new;
    QPushButton* m_tie;
};

} // namespace delpek::ui
