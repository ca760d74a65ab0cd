// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/book.h"
#include "ui/context.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

/// Finds a free time for a visit: treatment, doctor, from which day; the times that are free now. What it shows may be
/// taken meanwhile: whoever books hears of it and asks again with `read`.
class SlotPicker final : public QFrame
{
    Q_OBJECT

public:
    explicit SlotPicker(const Context& context, QWidget* parent = nullptr);

    /// For a new visit (no `moved`), or another time for one. `book` brings doctors and treatments, `name` is the
    /// patient's. `treatment`: what a new visit is for, if that is known; it can be chosen anew.
    void begin(const desk::DayBook& book, const QString& name, domain::ConversationId conversation,
               const std::optional<domain::Appointment>& moved = {}, const QString& treatment = {});
    /// Asks for the free times again.
    void read();
    /// While a booking is under way nothing can be pressed twice.
    void setBusy(bool busy);
    /// Why the chosen time was not taken; empty clears it.
    void setProblem(const QString& text);

Q_SIGNALS:
    void picked(const delpek::domain::Slot& slot);
    void cancelled();
    /// A time is rather looked for in the day book, for that treatment.
    void bookWanted(const QString& treatment);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fillDoctors();
    void showSlots(const std::vector<domain::Slot>& slots);
    void retranslate();
    void refresh();
    void pick();

    Context m_context;
    desk::DayBook m_book;
    QString m_name;
    domain::ConversationId m_conversation;
    std::optional<domain::Appointment> m_moved;
    std::vector<domain::Slot> m_slots;
    QDate m_from;
    int m_asked = 0; ///< the newest question; older answers are dropped
    bool m_busy = false;
    QLabel* m_title;
    QComboBox* m_treatment;
    QComboBox* m_doctor;
    QLabel* m_days;
    QToolButton* m_earlier;
    QToolButton* m_later;
    QListWidget* m_list;
    QLabel* m_problem;
    QPushButton* m_inBook;
    QPushButton* m_cancel;
    QPushButton* m_confirm;
};

} // namespace delpek::ui
