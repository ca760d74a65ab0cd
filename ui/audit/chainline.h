// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/audit.h"
#include "ui/context.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace delpek::ui
{

/// Whether the audit log is whole: a mark, a sentence, and a button that has the chain followed again. UI thread.
class ChainLine final : public QWidget
{
    Q_OBJECT

public:
    explicit ChainLine(const Context& context, QWidget* parent = nullptr);

    /// Follows the chain from its beginning, step by step.
    void check();
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void step(const domain::AuditState& from);
    void refresh();

    enum class State { Unknown, Checking, Found, Failed };

    Context m_context;
    State m_state = State::Unknown;
    domain::AuditState m_found;
    QLabel* m_mark;
    QLabel* m_text;
    QPushButton* m_check;
};

} // namespace delpek::ui
