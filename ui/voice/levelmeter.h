// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/context.h"

#include <QWidget>

namespace delpek::ui
{

/// How loud the running recording was lately, as bars behind a dot that says that it runs. The newest is at the end.
class LevelMeter final : public QWidget
{
    Q_OBJECT

public:
    explicit LevelMeter(const Context& context, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Context m_context;
};

} // namespace delpek::ui
