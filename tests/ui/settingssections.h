// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

#include <stdexcept>

namespace delpek::test
{

/// The page of the settings of that kind, chosen in their list: pages are made when they are first shown. The settings
/// are open. Throws where nobody has such a page.
template <typename Page>
Page& chooseSettings(QWidget& window)
{
    auto& sections = *window.findChild<QListWidget*>(QStringLiteral("settingsSections"));
    for (int row = 0; row < sections.count(); ++row) {
        sections.setCurrentRow(row);
        if (auto* page = window.findChild<Page*>(); page && page->isVisible()) {
            return *page;
        }
    }
    throw std::runtime_error("the settings have no such page");
}

} // namespace delpek::test
