// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/urgency.h"
#include "ui/context.h"
#include "ui/escalations/escalationwords.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;

namespace delpek::ui
{

class FlowLayout;

/// A step that needs a person's reason, asked for in place: calling the doctor, another urgency, closing, opening
/// again. A reason of the short list, own words, or both; without any the step cannot be taken.
class StepPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit StepPanel(const Context& context, QWidget* parent = nullptr);

    void ask(escalationwords::Step step, domain::Urgency current);
    escalationwords::Step step() const { return m_step; }
    /// While the desk has not answered nothing can be pressed twice.
    void setBusy(bool busy);

Q_SIGNALS:
    /// `urgency` means something for ChangeUrgency and Raise only.
    void confirmed(delpek::ui::escalationwords::Step step, const QString& reason, delpek::domain::Urgency urgency);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QPushButton* chip(QButtonGroup& group, int id);
    QString reason() const;
    void confirm();
    void retranslate();
    /// "Graver than it looked" is no reason to lower.
    void fitReasons();
    bool asksUrgency() const;
    void refresh();

    Context m_context;
    escalationwords::Step m_step = escalationwords::Step::Close;
    domain::Urgency m_current = domain::Urgency::Routine;
    bool m_busy = false;
    QLabel* m_title;
    QWidget* m_urgencyRow;
    QButtonGroup* m_urgencies;
    QButtonGroup* m_reasons;
    FlowLayout* m_reasonChips;
    QLineEdit* m_words;
    QPushButton* m_cancel;
    QPushButton* m_confirm;
};

} // namespace delpek::ui
