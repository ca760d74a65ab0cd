// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace delpek::ui
{

class ShiftKeeper;

/// The strip above the pages that offers a shift to whoever comes, once, and says that a sheet waits to be read or that
/// a shift was forgotten.
class ShiftBar final : public QFrame
{
    Q_OBJECT

public:
    ShiftBar(const Context& context, ShiftKeeper& keeper, QWidget* parent = nullptr);

    QString text() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void act();
    void refresh();

    Context m_context;
    ShiftKeeper& m_keeper;
    QLabel* m_label;
    QPushButton* m_act;
    QPushButton* m_later;
};

} // namespace delpek::ui
