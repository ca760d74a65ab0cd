// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "ui/context.h"

#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace delpek::ui
{

/// Asks for a day and a time to put a conversation off until. Times are the clinic's.
class SnoozePicker final : public QDialog
{
    Q_OBJECT

public:
    explicit SnoozePicker(const Context& context, QWidget* parent);

Q_SIGNALS:
    void picked(delpek::base::Instant until);

private:
    base::Instant until() const;
    void refresh();

    Context m_context;
    QDateTimeEdit* m_edit;
    QLabel* m_trouble;
    QPushButton* m_take;
};

} // namespace delpek::ui
