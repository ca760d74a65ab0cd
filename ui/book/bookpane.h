// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookgrid.h"
#include "ui/book/visitpanel.h"

#include <QTimer>

class QButtonGroup;
class QComboBox;
class QPushButton;
class QToolButton;

namespace delpek::ui
{

class BookView;

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

Q_SIGNALS:
    void openWanted(delpek::domain::ConversationId id);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void read();
    void go(int direction);
    void showBook();
    void showEntry(int entry);
    VisitPanel::Subject subjectOf(const desk::BookEntry& entry) const;
    const desk::BookEntry* current() const;
    void retranslate();
    void refreshHead();

    Context m_context;
    QDate m_date;
    BookSpan m_span = BookSpan::Day;
    std::optional<desk::DayBook> m_book;
    int m_asked = 0;
    QTimer m_again;
    BookView* m_view;
    QLabel* m_when;
    QLabel* m_asOf;
    QToolButton* m_back;
    QToolButton* m_forward;
    QPushButton* m_today;
    QButtonGroup* m_spans;
    QComboBox* m_doctors;
    QPushButton* m_print;
    QWidget* m_side;
    QLabel* m_name;
    QLabel* m_facts;
    QPushButton* m_move;
    QPushButton* m_cancel;
    QPushButton* m_open;
    QLabel* m_hint;
    VisitPanel* m_panel;
};

} // namespace delpek::ui
