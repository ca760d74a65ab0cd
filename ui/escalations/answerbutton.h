// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QAbstractButton>

namespace delpek::ui
{

/// A ready answer on one line, shortened with an ellipsis; the whole of it for the screen reader and under the mouse.
class AnswerButton final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `number` counts from 1: Alt and the digit press it.
    AnswerButton(const Context& context, int number, const QString& answer, QWidget* parent = nullptr);

    const QString& answer() const { return m_answer; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    Context m_context;
    QString m_answer;
};

} // namespace delpek::ui
