// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace delpek::ui
{

/// Finds an action by what it is called and runs it.
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void run();

    QList<QAction*> m_actions;
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace delpek::ui
