// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "ui/context.h"

#include <QFrame>
#include <QTimer>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace delpek::ui
{

enum class Page { Inbox, Escalations, Book, Insights, Settings };

/// The pages of the window, down its leading edge.
class Rail final : public QFrame
{
    Q_OBJECT

public:
    explicit Rail(const Context& context, QWidget* parent = nullptr);

    void setPage(Page page);
    /// Above the last page.
    void addTool(QWidget* tool);
    /// How many escalations nobody has acknowledged.
    void setWaiting(int count);
    /// Who is signed in; nobody is named where nobody signs in.
    void setPerson(const desk::SignIn::State& state);

Q_SIGNALS:
    void chosen(delpek::ui::Page page);
    void lockWanted();
    void signOutWanted();
    void pinWanted();

protected:
    void changeEvent(QEvent* event) override;
    /// What is dragged to the day book opens it, after a moment.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    Context m_context;
    QButtonGroup* m_buttons;
    QVBoxLayout* m_column;
    QToolButton* m_person;
    QAction* m_lock;
    QAction* m_signOut;
    QAction* m_pin;
    desk::SignIn::State m_state;
    int m_waiting = 0;
    QTimer m_spring;
};

} // namespace delpek::ui
