// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hours/timeoffform.h"

#include "desk/desk.h"
#include "ui/call.h"
#include "ui/hours/effectpanel.h"
#include "ui/hours/hourswords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr auto typingRest = std::chrono::milliseconds(250);
constexpr int timeOffWidth = 560;
constexpr int longestReason = 500;
constexpr int dateWidth = 140;
constexpr int clockWidth = 62;
const QTime dayStart(0, 0);

} // namespace

TimeOffForm::TimeOffForm(const Context& context, const desk::HoursState& state, const QString& doctor,
                         const std::optional<domain::Absence>& begun, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_state(state)
    , m_who(new QComboBox(this))
    , m_holiday(new QComboBox(this))
    , m_wholeDays(new QCheckBox(tr("&Whole days"), this))
    , m_firstDay(new QDateEdit(this))
    , m_firstTime(new QTimeEdit(this))
    , m_lastDay(new QDateEdit(this))
    , m_lastTime(new QTimeEdit(this))
    , m_reason(new QLineEdit(this))
    , m_trouble(new QLabel(this))
    , m_effect(new EffectPanel(context, EffectPanel::Of::TimeOff, this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Close the clinic, or time off"));
    build(doctor);
    if (begun) {
        begin(*begun);
    }
    connectAll();
    refresh();
}

void TimeOffForm::build(const QString& doctor)
{
    m_who->setObjectName(QStringLiteral("timeOffWho"));
    m_holiday->setObjectName(QStringLiteral("timeOffHoliday"));
    m_wholeDays->setObjectName(QStringLiteral("timeOffWholeDays"));
    m_firstDay->setObjectName(QStringLiteral("timeOffFirstDay"));
    m_firstTime->setObjectName(QStringLiteral("timeOffFirstTime"));
    m_lastDay->setObjectName(QStringLiteral("timeOffLastDay"));
    m_lastTime->setObjectName(QStringLiteral("timeOffLastTime"));
    m_reason->setObjectName(QStringLiteral("timeOffReason"));
    m_trouble->setObjectName(QStringLiteral("formTrouble"));
    m_save->setObjectName(QStringLiteral("saveTimeOff"));
    m_who->addItem(tr("The whole clinic"), QString());
    for (const auto& one : m_state.doctors) {
        m_who->addItem(words::name(one.name), one.id);
    }
    m_who->setCurrentIndex(std::max(0, m_who->findData(doctor)));
    m_holiday->addItem(tr("Choose a holiday…"), -1);
    for (size_t i = 0; i < m_state.holidays.size(); ++i) {
        const auto& holiday = m_state.holidays[i];
        const domain::Absence days{{}, {holiday.first, dayStart}, {holiday.last.addDays(1), dayStart}, {}};
        m_holiday->addItem(tr("%1, %2").arg(hourswords::holiday(holiday.id), hourswords::from(days)), int(i));
    }
    const QDate tomorrow = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date.addDays(1);
    for (QDateEdit* edit : {m_firstDay, m_lastDay}) {
        edit->setCalendarPopup(true);
        edit->setLayoutDirection(Qt::LeftToRight); // or day and month change places in a right-to-left window
        edit->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
        edit->setDate(tomorrow);
        edit->setMinimumWidth(dateWidth);
    }
    for (QTimeEdit* edit : {m_firstTime, m_lastTime}) {
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setAlignment(Qt::AlignCenter);
        edit->setProperty("kind", QStringLiteral("span"));
        edit->setFixedWidth(clockWidth);
    }
    m_firstTime->setTime(QTime(8, 0));
    m_lastTime->setTime(QTime(13, 0));
    m_firstDay->setAccessibleName(tr("First day"));
    m_lastDay->setAccessibleName(tr("Last day"));
    m_firstTime->setAccessibleName(tr("Time on the first day"));
    m_lastTime->setAccessibleName(tr("Time on the last day"));
    m_wholeDays->setChecked(true);
    m_reason->setMaxLength(longestReason);
    m_reason->setPlaceholderText(tr("Only the team sees it"));
    m_trouble->setWordWrap(true);

    const auto beside = [this](QWidget* one, QWidget* other) {
        auto* row = new QHBoxLayout;
        row->setSpacing(2 * space);
        row->addWidget(one);
        row->addWidget(other);
        row->addStretch(1);
        return row;
    };
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("Who"), m_who);
    form->addRow(tr("Holiday"), m_holiday);
    form->addRow(QString(), m_wholeDays);
    const auto labelled = [this](const QString& text, QWidget* buddy) {
        auto* label = new QLabel(text, this);
        label->setBuddy(buddy);
        return label;
    };
    form->addRow(labelled(tr("&From"), m_firstDay), beside(m_firstDay, m_firstTime));
    form->addRow(labelled(tr("&Until"), m_lastDay), beside(m_lastDay, m_lastTime));
    form->addRow(tr("&Reason"), m_reason);
    auto* buttons = new QDialogButtonBox(this);
    m_save->setProperty("kind", QStringLiteral("primary")); // before the box gives it its looks
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(form);
    column->addWidget(m_trouble);
    column->addWidget(m_effect);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(timeOffWidth);
    connect(buttons, &QDialogButtonBox::accepted, this, &TimeOffForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void TimeOffForm::connectAll()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(typingRest);
    connect(&m_rest, &QTimer::timeout, this, &TimeOffForm::look);
    connect(m_who, &QComboBox::currentIndexChanged, this, &TimeOffForm::refresh);
    connect(m_holiday, &QComboBox::activated, this, &TimeOffForm::takeHoliday);
    connect(m_wholeDays, &QCheckBox::toggled, this, &TimeOffForm::refresh);
    connect(m_firstDay, &QDateEdit::dateChanged, this, [this](QDate day) {
        // Most time off is one day.
        if (m_lastDay->date() < day) {
            m_lastDay->setDate(day);
        }
        refresh();
    });
    connect(m_lastDay, &QDateEdit::dateChanged, this, &TimeOffForm::refresh);
    connect(m_firstTime, &QTimeEdit::timeChanged, this, &TimeOffForm::refresh);
    connect(m_lastTime, &QTimeEdit::timeChanged, this, &TimeOffForm::refresh);
    // The day is shown beside a form that is gone: it would stand in front of it.
    connect(m_effect, &EffectPanel::dayWanted, this, [this](QDate day) {
        leave();
        Q_EMIT dayWanted(day);
    });
    connect(m_effect, &EffectPanel::openWanted, this, [this](domain::ConversationId id) {
        leave();
        Q_EMIT openWanted(id);
    });
}

void TimeOffForm::leave()
{
    Q_EMIT leftFor(entered());
    reject();
}

void TimeOffForm::begin(const domain::Absence& absence)
{
    const bool isWhole = absence.from.time == dayStart && absence.to.time == dayStart;
    m_who->setCurrentIndex(std::max(0, m_who->findData(absence.doctor)));
    m_wholeDays->setChecked(isWhole);
    m_firstDay->setDate(absence.from.date);
    m_lastDay->setDate(isWhole ? absence.to.date.addDays(-1) : absence.to.date);
    if (!isWhole) {
        m_firstTime->setTime(absence.from.time);
        m_lastTime->setTime(absence.to.time);
    }
    m_reason->setText(absence.reason);
}

void TimeOffForm::takeHoliday()
{
    const int index = m_holiday->currentData().toInt();
    if (index < 0) {
        return;
    }
    const auto& holiday = m_state.holidays[size_t(index)];
    m_wholeDays->setChecked(true);
    m_firstDay->setDate(holiday.first);
    m_lastDay->setDate(holiday.last);
    if (m_reason->text().isEmpty()) {
        m_reason->setText(hourswords::holiday(holiday.id));
    }
}

domain::Absence TimeOffForm::entered() const
{
    const bool isWhole = m_wholeDays->isChecked();
    return {m_who->currentData().toString(),
            {m_firstDay->date(), isWhole ? dayStart : m_firstTime->time()},
            isWhole ? domain::LocalTime{m_lastDay->date().addDays(1), dayStart}
                    : domain::LocalTime{m_lastDay->date(), m_lastTime->time()},
            m_reason->text().simplified()};
}

QString TimeOffForm::faultOf(const domain::Absence& absence) const
{
    if (!(absence.from < absence.to)) {
        return tr("The end has to come after the beginning.");
    }
    if (!(domain::toLocal(m_context.desk.now(), m_context.desk.zone()) < absence.to)) {
        return hourswords::sentence(QStringLiteral("hours.past"));
    }
    return absence.from.date.daysTo(absence.to.date) > desk::longestTimeOff
               ? hourswords::sentence(QStringLiteral("hours.tooLong"))
               : QString();
}

void TimeOffForm::refresh()
{
    const bool isWhole = m_wholeDays->isChecked();
    m_firstTime->setVisible(!isWhole);
    m_lastTime->setVisible(!isWhole);
    const QString fault = faultOf(entered());
    m_trouble->setText(fault);
    m_trouble->setVisible(!fault.isEmpty());
    m_seen.reset();
    ++m_asked;
    m_effect->clear();
    m_save->setEnabled(false);
    if (fault.isEmpty()) {
        m_rest.start();
    } else {
        m_rest.stop();
    }
}

void TimeOffForm::look()
{
    whenDone(m_context.desk.hours().effectOf(entered()), this, [this, number = m_asked](const auto& effect) {
        if (number != m_asked) {
            return;
        }
        if (!effect) {
            m_trouble->setText(words::sentence(effect.error()));
            m_trouble->show();
            return;
        }
        m_seen = effect->ids;
        m_effect->showEffect(*effect);
        m_save->setEnabled(true);
    });
}

void TimeOffForm::save()
{
    if (!m_seen) {
        return;
    }
    m_save->setEnabled(false);
    whenDone(m_context.desk.hours().add(entered(), *m_seen), this, [this](const auto& done) {
        if (done) {
            Q_EMIT kept();
            return accept();
        }
        // Somebody booked meanwhile: what is touched is shown anew.
        refresh();
        m_trouble->setText(words::sentence(done.error()));
        m_trouble->show();
    });
}

} // namespace delpek::ui
