// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class FlowLayout;
class UrgencyLabel;

/// The top of a question card: how urgent and since when, who, what, the flags, and what can be done.
class CardHead final : public QFrame
{
    Q_OBJECT

public:
    explicit CardHead(const Context& context, QWidget* parent = nullptr);

    /// `side` is what the records know behind the phone; null while they have not answered.
    void setCard(const domain::EscalationCard& card, const desk::PatientSide* side);
    /// While a step is on its way nothing can be pressed twice.
    void setBusy(bool busy);

Q_SIGNALS:
    void acknowledgeWanted();
    void callWanted();
    void urgencyWanted();
    void closeWanted();
    void reopenWanted();
    void handBackWanted();
    void openWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QPushButton* button(const char* name, void (CardHead::*wanted)());
    void refresh();
    void refreshClock();
    void refreshFlags();
    QString whoLine() const;

    Context m_context;
    domain::EscalationCard m_card;
    std::optional<desk::PatientSide> m_side;
    bool m_busy = false;
    UrgencyLabel* m_urgency;
    QLabel* m_clock;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_who;
    QLabel* m_what;
    QWidget* m_flags;
    FlowLayout* m_chips;
    QPushButton* m_acknowledge;
    QPushButton* m_call;
    QPushButton* m_change;
    QPushButton* m_close;
    QPushButton* m_reopen;
    QPushButton* m_handBack;
    QPushButton* m_open;
    QTimer m_ticker;
};

} // namespace delpek::ui
