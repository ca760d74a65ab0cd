// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/dutyroom.h"
#include "ui/context.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLayout;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace delpek::ui
{

/// Who is on duty when: every week on some days, or on one date that differs. Closes itself when it is kept.
class DutyForm final : public QDialog
{
    Q_OBJECT

public:
    /// New duty in the week.
    static DutyForm* forWeek(const Context& context, const desk::DutyState& state, QWidget* parent);
    /// Changes one of the week.
    static DutyForm* forSpan(const Context& context, const desk::DutyState& state, const domain::DutySpan& span,
                             QWidget* parent);
    /// A date that differs.
    static DutyForm* forDate(const Context& context, const desk::DutyState& state, QWidget* parent);

Q_SIGNALS:
    void kept();

private:
    enum class Kind { Week, Span, Date };

    DutyForm(const Context& context, const desk::DutyState& state, Kind kind, QWidget* parent);
    void build();
    QLayout* makeDays();
    void connectAll();
    void showSpan(const domain::DutySpan& span);
    std::vector<domain::DutySpan> spans() const;
    domain::DutyException exception() const;
    domain::StaffId who() const;
    int from() const;
    int to() const;
    void save();
    void refresh();

    Context m_context;
    Kind m_kind;
    domain::DutySpanId m_span; ///< the one that is changed
    bool m_isSaving = false;
    const std::vector<desk::DutyPerson> m_staff;
    const bool m_hasWays;
    QComboBox* m_who;
    QLabel* m_whoHint;
    std::vector<QPushButton*> m_days; ///< Sunday first; none for a date
    QDateEdit* m_date;
    QComboBox* m_present;
    QCheckBox* m_allDay;
    QTimeEdit* m_from;
    QTimeEdit* m_to;
    QLabel* m_nextDay;
    QSpinBox* m_order;
    QLabel* m_orderHint;
    QLabel* m_trouble;
    QPushButton* m_save;
};

} // namespace delpek::ui
