// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "ui/context.h"

#include <QFrame>

class QCheckBox;
class QLabel;
class QPushButton;

namespace delpek::ui
{

class ComposerEdit;

/// Before a conversation goes back to the agent: what the agent is told about it, drafted from the thread, for a person
/// to read and to change.
class BriefPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit BriefPanel(const Context& context, QWidget* parent = nullptr);

    /// Drafts it for an escalation; an open one can be closed in the same go. What a person changed in the draft of the
    /// same escalation stays.
    void ask(const domain::Escalation& escalation);
    void setBusy(bool busy);
    QString brief() const;

Q_SIGNALS:
    void confirmed(const QString& brief, bool close);
    void cancelled();

protected:
    void changeEvent(QEvent* event) override;

private:
    void read();
    void retranslate();

    Context m_context;
    domain::EscalationId m_id;
    bool m_busy = false;
    bool m_changed = false;
    QLabel* m_title;
    QLabel* m_explanation;
    ComposerEdit* m_edit;
    QCheckBox* m_close;
    QPushButton* m_cancel;
    QPushButton* m_confirm;
};

} // namespace delpek::ui
