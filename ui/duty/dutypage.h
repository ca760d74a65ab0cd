// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"
#include "ui/context.h"

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace delpek::ui
{

/// Who is on duty: now, every week, and on dates that differ. Everybody reads it, an administrator keeps it.
class DutyPage final : public QWidget
{
    Q_OBJECT

public:
    explicit DutyPage(const Context& context, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void connectAll();
    void read();
    void readFailed(const base::Error& error);
    void showState();
    void showNow();
    void showWeek();
    void showDates();
    void addGap(const domain::WeekStretch& gap);
    const domain::DutySpan* currentSpan() const;
    const domain::DutyException* currentDate() const;
    void removeSpan();
    void removeDate();
    void remove(const Future<Done>& removal, const QString& what, std::function<Future<Done>()> putBack);
    void undo();
    void say(const QString& text, bool isTrouble);
    void refresh();
    void retranslate();

    Context m_context;
    desk::DutyState m_state;
    bool m_isRead = false;
    bool m_mayChange;
    bool m_isBusy = false;                   ///< something is being removed or put back
    QTimer m_minute{this};                   ///< who is on duty changes by itself
    std::function<Future<Done>()> m_putBack; ///< what was removed last
    QLabel* m_title;
    QLabel* m_intro;
    QLabel* m_now;
    QLabel* m_nobody;
    QLabel* m_said;
    QPushButton* m_undo;
    QLabel* m_weekHeading;
    QTreeWidget* m_week;
    QPushButton* m_add;
    QPushButton* m_change;
    QPushButton* m_remove;
    QLabel* m_datesHeading;
    QTreeWidget* m_dates;
    QPushButton* m_addDate;
    QPushButton* m_removeDate;
};

} // namespace delpek::ui
