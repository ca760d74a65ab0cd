// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/context.h"

#include <QWidget>

class QPushButton;

namespace delpek::ui
{

/// What can be done where a doctor may not answer in the chat: call the patient, and say before that the clinic calls.
class CallInstead final : public QWidget
{
    Q_OBJECT

public:
    explicit CallInstead(const Context& context, QWidget* parent = nullptr);

    /// `name`: in whose name it is said; empty: this member of staff. `maySay`: the channel lets the words out now.
    void setCard(const domain::EscalationCard& card, const QString& name, bool maySay);

Q_SIGNALS:
    void callWanted();
    void promised();

protected:
    void changeEvent(QEvent* event) override;

private:
    void promise();
    void refresh();
    bool wasPromised() const;

    Context m_context;
    domain::EscalationCard m_card;
    QString m_name;
    QPushButton* m_call;
    QPushButton* m_promise;
    bool m_maySay = false;
    bool m_busy = false;
};

} // namespace delpek::ui
