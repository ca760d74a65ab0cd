// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/keptfocus.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace delpek::ui
{

KeptFocus::KeptFocus(const QWidget* old)
{
    const QWidget* now = QApplication::focusWidget();
    m_had = old != nullptr && now != nullptr && old->isAncestorOf(now);
    if (m_had) {
        m_name = now->objectName();
        m_meaning = now->accessibleName();
    }
}

void KeptFocus::giveBack(const QWidget& fresh, QWidget& otherwise) const
{
    if (!m_had) {
        return;
    }
    const auto all = fresh.findChildren<QWidget*>();
    const auto same = std::ranges::find_if(all, [this](const QWidget* one) {
        return one->focusPolicy() != Qt::NoFocus && one->objectName() == m_name && one->accessibleName() == m_meaning;
    });
    (same == all.end() ? &otherwise : *same)->setFocus();
}

} // namespace delpek::ui
