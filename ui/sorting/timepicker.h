// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/context.h"

#include <QDialog>

#include <optional>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace delpek::ui
{

/// Asks for a day and a time ahead: to put a conversation off until, or to send a message at. Times are the clinic's.
class TimePicker final : public QDialog
{
    Q_OBJECT

public:
    enum class For { PutOff, Send };

    /// `before`: the time must be before this.
    TimePicker(const Context& context, QWidget* parent, For purpose = For::PutOff,
               std::optional<base::Instant> before = {});

Q_SIGNALS:
    void picked(delpek::base::Instant time);

private:
    base::Instant chosen() const;
    void refresh();

    Context m_context;
    For m_for;
    std::optional<base::Instant> m_before;
    QDateTimeEdit* m_edit;
    QLabel* m_trouble;
    QPushButton* m_take;
};

} // namespace delpek::ui
