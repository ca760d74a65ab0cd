// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookgrid.h"
#include "ui/book/visitpanel.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QFrame;
class QLabel;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

class BookView;
class EntrySide;
class WhoPanel;

/// The day book: a day of all doctors, or a week of one. It follows the change feed, and looks again each minute while
/// it is seen, since nobody tells of what is entered in Odoo itself.
class BookPane final : public QWidget
{
    Q_OBJECT

public:
    explicit BookPane(const Context& context, QWidget* parent = nullptr);

    void showDate(QDate date);
    void setSpan(BookSpan span);
    QDate date() const { return m_date; }
    BookView& view() { return *m_view; }
    void print();
    /// Free time is pressed for this one from now on, until it is booked or the person leaves it.
    void place(const Placing& placing);

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void read();
    void go(int direction);
    void showBook();
    void showEntry();
    void askWho(const std::optional<domain::Slot>& at);
    void askAt(domain::Slot at);
    void setPlacing(const std::optional<Placing>& placing, bool stays);
    void leavePlacing();
    void begin(const Placing& placing);
    void showBar();
    void afterChange(const domain::Appointment& visit);
    desk::DayBook names() const;
    QString timeWords() const;
    void retranslate();
    void refreshHead();

    Context m_context;
    QDate m_date;
    BookSpan m_span = BookSpan::Day;
    std::optional<desk::DayBook> m_book;
    int m_asked = 0;
    QTimer m_again;
    std::optional<Placing> m_placing;
    bool m_staysPlacing = false;        ///< until it is booked or left
    std::optional<domain::Slot> m_time; ///< free time that was pressed
    QString m_booked;                   ///< id of the visit that is to be chosen once it is read
    BookView* m_view;
    QLabel* m_when;
    QLabel* m_asOf;
    QToolButton* m_back;
    QToolButton* m_forward;
    QPushButton* m_today;
    QButtonGroup* m_spans;
    QComboBox* m_doctors;
    QPushButton* m_print;
    QFrame* m_bar;
    QLabel* m_barText;
    QPushButton* m_leave;
    EntrySide* m_side;
    WhoPanel* m_who;
    VisitPanel* m_panel;
};

} // namespace delpek::ui
