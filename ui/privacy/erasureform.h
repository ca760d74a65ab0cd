// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/privacy.h"
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace delpek::ui
{

/// Shows what would be erased of somebody and what stays, and erases it once a person has typed a piece of the number:
/// the last four digits, or without a phone the number of the conversation. Tells afterwards what was done.
class ErasureForm final : public QDialog
{
    Q_OBJECT

public:
    /// `chosen`: what is ticked at first. Deletes itself when it closes.
    ErasureForm(const Context& context, std::vector<desk::Erasable> all,
                const std::vector<domain::ConversationId>& chosen, QWidget* parent);

Q_SIGNALS:
    void erased();

private:
    void build(const std::vector<domain::ConversationId>& chosen);
    std::vector<const desk::Erasable*> ticked() const;
    QString proof() const;
    void erase();
    void showDone(int conversations, const domain::ErasedAmounts& amounts);
    void refresh();

    Context m_context;
    std::vector<desk::Erasable> m_all;
    QTreeWidget* m_list;
    QLabel* m_sum;
    QLabel* m_goes;
    QLabel* m_stays;
    QLabel* m_ask;
    QLineEdit* m_typed;
    QLabel* m_trouble;
    QPushButton* m_erase;
    QPushButton* m_close;
    bool m_isErasing = false;
};

} // namespace delpek::ui
