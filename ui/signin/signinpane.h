// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/signin.h"
#include "domain/urgency.h"
#include "ui/context.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace delpek::ui
{

class Initials;
class UrgencyLabel;

/// Lies over the window while nobody is signed in, or somebody is away: who is there, and the PIN. Of what waits it
/// tells how much, never whose.
class SignInPane final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPane(const Context& context, QWidget* parent = nullptr);

    /// Of a locked window `behind` is what was seen in it; it is shown so blurred that nothing can be read.
    /// `isWorkUnsent`: the person who is away would lose work that only this window keeps, if somebody else came.
    void showFor(const desk::SignIn::State& state, const QPixmap& behind, bool isWorkUnsent);
    /// The window was to be closed over such work: says why it stays.
    void refuseClose();
    /// How many escalations nobody is on, and the gravest of them.
    void setWaiting(int count, domain::Urgency gravest);

    /// So far out of focus that no word is left. Pure.
    static QPixmap blurred(const QPixmap& picture);

Q_SIGNALS:
    void languageWanted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void readPeople();
    void rebuildPeople();
    void choose(const desk::Person& person);
    void chooseNobody();
    void enter();
    void onAnswer(const Result<Done>& done);
    void tell(const base::Error& error);
    void tick();
    void refresh();

    Context m_context;
    desk::SignIn::State m_state;
    std::vector<desk::Person> m_people;
    std::optional<desk::Person> m_chosen;
    QPixmap m_behind;
    bool m_isWorkUnsent = false;
    bool m_isCloseRefused = false;
    bool m_isTrying = false;
    bool m_hasRead = false;
    int m_waits = 0;
    std::optional<base::Instant> m_waitUntil;
    std::optional<base::Error> m_error;
    QTimer m_ticker;
    QWidget* m_card;
    QLabel* m_title;
    QScrollArea* m_scroll;
    QWidget* m_list;
    QVBoxLayout* m_listColumn;
    QWidget* m_form;
    Initials* m_initials;
    QLabel* m_name;
    QLabel* m_role;
    QLineEdit* m_pin;
    QPushButton* m_enter;
    QLabel* m_trouble;
    QPushButton* m_other;
    QLabel* m_unsent;
    QWidget* m_waiting;
    UrgencyLabel* m_urgency;
    QLabel* m_count;
    QPushButton* m_language;
};

} // namespace delpek::ui
