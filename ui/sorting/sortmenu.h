// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/desk.h"

#include <QCoreApplication>

class QMenu;
class QWidget;

namespace delpek::ui
{

class LabelBook;
class Sorter;
struct Context;

/// The menus of what can be done to conversations in the list. The actions outlive neither the menu nor `sorter`.
class SortMenu
{
    Q_DECLARE_TR_FUNCTIONS(SortMenu)

public:
    /// `window`: the parent of dialogs.
    SortMenu(const Context& context, const LabelBook& labels, Sorter& sorter, QWidget* window)
        : m_context(context)
        , m_labels(labels)
        , m_sorter(sorter)
        , m_window(window)
    {
    }

    /// Everything.
    void fill(QMenu& menu, const std::vector<desk::InboxRow>& rows) const;
    void fillSnooze(QMenu& menu, const std::vector<desk::InboxRow>& rows) const;
    void fillLabels(QMenu& menu, const std::vector<desk::InboxRow>& rows) const;

private:
    const Context& m_context;
    const LabelBook& m_labels;
    Sorter& m_sorter;
    QWidget* m_window;
};

} // namespace delpek::ui
