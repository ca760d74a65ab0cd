// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QToolButton>

namespace delpek::ui
{

class ShiftKeeper;

/// Stands on the rail: whether the person is on shift, and a menu with who is, to begin and end one and to read sheets.
class ShiftButton final : public QToolButton
{
    Q_OBJECT

public:
    ShiftButton(const Context& context, ShiftKeeper& keeper, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void refresh();

    Context m_context;
    ShiftKeeper& m_keeper;
};

} // namespace delpek::ui
