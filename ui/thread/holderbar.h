// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/conversation.h"
#include "ui/context.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;

namespace delpek::ui
{

class ElidedLabel;

/// Who the conversation is with and who holds it, and the buttons to change that.
class HolderBar final : public QFrame
{
    Q_OBJECT

public:
    explicit HolderBar(const Context& context, QWidget* parent = nullptr);

    void setConversation(const domain::Conversation& conversation);
    /// While a take-over or hand-back is on its way nothing can be pressed twice.
    void setBusy(bool busy);

Q_SIGNALS:
    void takeOverWanted();
    void handBackWanted();
    void releaseWanted();
    void doctorWanted();
    void modeWanted(delpek::domain::Mode mode);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();
    /// Says less where the bar is narrow.
    void fit();

    Context m_context;
    domain::Conversation m_conversation;
    bool m_busy = false;
    ElidedLabel* m_name;
    ElidedLabel* m_detail;
    QLabel* m_holder;
    QComboBox* m_mode;
    QPushButton* m_takeOver;
    QPushButton* m_handBack;
    QPushButton* m_release;
    QPushButton* m_doctor;
};

} // namespace delpek::ui
