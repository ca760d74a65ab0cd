// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/sorting.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

class Sorter;

/// Below the list: what can be done while several conversations are selected; else, for some seconds, what was done
/// last and the button that takes it back.
class SortBar final : public QFrame
{
    Q_OBJECT

public:
    static constexpr std::chrono::seconds undoShown{12};

    SortBar(const Context& context, Sorter& sorter, QWidget* parent);

    void setSelected(int count);
    QToolButton& snooze() { return *m_snooze; }
    QToolButton& labels() { return *m_labels; }

Q_SIGNALS:
    /// To be done with what is selected.
    void sortWanted(const delpek::desk::SortAct& act);
    void clearWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    void onSaid(const QString& sentence);
    void refresh();

    Context m_context;
    Sorter& m_sorter;
    int m_selected = 0;
    QString m_saidText;
    QTimer m_timer;
    QLabel* m_text;
    QToolButton* m_seen;
    QToolButton* m_handBack;
    QToolButton* m_snooze;
    QToolButton* m_labels;
    QToolButton* m_clear;
    QPushButton* m_undo;
};

} // namespace delpek::ui
