// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/setup.h"

#include <QWidget>

namespace delpek::ui
{

class Theme;

/// What a check found: each with a mark of its own shape, what was looked at, and what to do.
class FindingsList final : public QWidget
{
    Q_OBJECT

public:
    explicit FindingsList(const Theme& theme, QWidget* parent = nullptr);

    /// In the language of the window; called again when that changes.
    void show(const std::vector<desk::SetupFinding>& findings);

private:
    void addRow(const desk::SetupFinding& finding);

    const Theme& m_theme;
};

} // namespace delpek::ui
