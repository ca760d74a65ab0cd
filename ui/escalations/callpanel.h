// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// The number to call the patient on, large, from left to right in either language.
class CallPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit CallPanel(const Context& context, QWidget* parent = nullptr);

    void ask(const domain::Conversation& conversation);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();

    Context m_context;
    domain::Conversation m_conversation;
    QLabel* m_title;
    QLabel* m_number;
    QPushButton* m_copy;
    QPushButton* m_done;
};

} // namespace delpek::ui
