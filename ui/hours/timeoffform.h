// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/hours.h"
#include "ui/context.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;

namespace delpek::ui
{

class EffectPanel;

/// Closes the clinic or gives a doctor time off; says before which visits lie in that time.
class TimeOffForm final : public QDialog
{
    Q_OBJECT

public:
    /// Begins with `begun` where it was left for something else.
    TimeOffForm(const Context& context, const desk::HoursState& state, const QString& doctor,
                const std::optional<domain::Absence>& begun, QWidget* parent = nullptr);

Q_SIGNALS:
    void kept();
    /// It closes, as a day or a conversation is to be seen; with what was entered.
    void leftFor(const delpek::domain::Absence& begun);
    void dayWanted(QDate day);
    void openWanted(delpek::domain::ConversationId id);

private:
    void build(const QString& doctor);
    void connectAll();
    domain::Absence entered() const;
    QString faultOf(const domain::Absence& absence) const;
    void takeHoliday();
    void begin(const domain::Absence& absence);
    void leave();
    void refresh();
    void look();
    void save();

    Context m_context;
    desk::HoursState m_state;
    QComboBox* m_who;
    QComboBox* m_holiday;
    QCheckBox* m_wholeDays;
    QDateEdit* m_firstDay;
    QTimeEdit* m_firstTime;
    QDateEdit* m_lastDay;
    QTimeEdit* m_lastTime;
    QLineEdit* m_reason;
    QLabel* m_trouble;
    EffectPanel* m_effect;
    QPushButton* m_save;
    QTimer m_rest;
    std::optional<QStringList> m_seen; ///< the visits that are shown
    int m_asked = 0;
};

} // namespace delpek::ui
