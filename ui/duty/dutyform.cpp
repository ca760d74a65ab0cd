// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/dutyform.h"

#include "desk/desk.h"
#include "domain/localtime.h"
#include "ui/call.h"
#include "ui/duty/dutywords.h"
#include "ui/escalations/cardlabel.h"
#include "ui/staffwords.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

constexpr int dutyFormWidth = 520;
constexpr int dutyClockWidth = 62;
constexpr int lastOrder = 9;

int minutesOf(const QTimeEdit& edit)
{
    return edit.time().hour() * 60 + edit.time().minute();
}

QTime timeOf(int minutes)
{
    return QTime(0, 0).addSecs(60 * (minutes % domain::minutesOfDay));
}

} // namespace

DutyForm* DutyForm::forWeek(const Context& context, const desk::DutyState& state, QWidget* parent)
{
    return new DutyForm(context, state, Kind::Week, parent);
}

DutyForm* DutyForm::forSpan(const Context& context, const desk::DutyState& state, const domain::DutySpan& span,
                            QWidget* parent)
{
    auto* form = new DutyForm(context, state, Kind::Span, parent);
    form->showSpan(span);
    return form;
}

DutyForm* DutyForm::forDate(const Context& context, const desk::DutyState& state, QWidget* parent)
{
    return new DutyForm(context, state, Kind::Date, parent);
}

DutyForm::DutyForm(const Context& context, const desk::DutyState& state, Kind kind, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_kind(kind)
    , m_staff(state.staff)
    , m_hasWays(state.hasWays)
    , m_who(new QComboBox(this))
    , m_whoHint(new QLabel(this))
    , m_date(new QDateEdit(this))
    , m_present(new QComboBox(this))
    , m_allDay(new QCheckBox(tr("&All day"), this))
    , m_from(new QTimeEdit(QTime(8, 0), this))
    , m_to(new QTimeEdit(QTime(16, 0), this))
    , m_nextDay(new QLabel(tr("ends on the next day"), this))
    , m_order(new QSpinBox(this))
    , m_orderHint(new QLabel(this))
    , m_trouble(troubleLabel(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(kind == Kind::Week   ? tr("On duty every week")
                   : kind == Kind::Span ? tr("Change who is on duty")
                                        : tr("A date that differs"));
    build();
    connectAll();
    refresh();
}

void DutyForm::build()
{
    m_who->setObjectName(QStringLiteral("dutyWho"));
    m_date->setObjectName(QStringLiteral("dutyDate"));
    m_present->setObjectName(QStringLiteral("dutyPresent"));
    m_allDay->setObjectName(QStringLiteral("dutyAllDay"));
    m_from->setObjectName(QStringLiteral("dutyFrom"));
    m_to->setObjectName(QStringLiteral("dutyTo"));
    m_nextDay->setObjectName(QStringLiteral("dutyNextDay"));
    m_order->setObjectName(QStringLiteral("dutyOrder"));
    m_save->setObjectName(QStringLiteral("saveDuty"));
    for (const auto& one : m_staff) {
        if (one.isActive) {
            m_who->addItem(tr("%1, %2").arg(one.name, words::role(one.role)), one.id.value);
        }
    }
    m_date->setCalendarPopup(true);
    m_date->setLayoutDirection(Qt::LeftToRight); // or day and month change places in a right-to-left window
    m_date->setDisplayFormat(QStringLiteral("dd.MM.yyyy"));
    const QDate today = domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date;
    m_date->setMinimumDate(today);
    m_date->setDate(today.addDays(1));
    m_present->addItem(tr("Not on duty, although the week says so"), false);
    m_present->addItem(tr("On duty, although the week does not say so"), true);
    for (QTimeEdit* edit : {m_from, m_to}) {
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setAlignment(Qt::AlignCenter);
        edit->setProperty("kind", QStringLiteral("span"));
        edit->setFixedWidth(dutyClockWidth);
    }
    m_from->setAccessibleName(tr("On duty from"));
    m_to->setAccessibleName(tr("On duty until"));
    m_order->setRange(1, lastOrder);
    m_order->setFixedWidth(dutyClockWidth + 4 * space);
    for (QLabel* label : {m_whoHint, m_orderHint, m_nextDay}) {
        label->setProperty("kind", QStringLiteral("muted"));
        label->setFont(m_context.theme.small());
        label->setWordWrap(label != m_nextDay);
    }

    auto* times = new QHBoxLayout;
    times->setSpacing(2 * space);
    times->addWidget(m_from);
    times->addWidget(new QLabel(tr("to"), this));
    times->addWidget(m_to);
    times->addWidget(m_nextDay);
    times->addStretch(1);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(5 * space);
    form->setVerticalSpacing(10);
    form->setLabelAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    form->addRow(tr("&Who"), m_who);
    form->addRow(QString(), m_whoHint);
    if (m_kind == Kind::Date) {
        form->addRow(tr("&Date"), m_date);
        form->addRow(tr("W&hat differs"), m_present);
    } else {
        form->addRow(m_kind == Kind::Week ? tr("Every") : tr("Every (one day)"), makeDays());
    }
    form->addRow(QString(), m_allDay);
    auto* timesLabel = new QLabel(tr("&Time"), this);
    timesLabel->setBuddy(m_from);
    form->addRow(timesLabel, times);
    form->addRow(tr("&Called"), m_order);
    form->addRow(QString(), m_orderHint);
    const bool isDate = m_kind == Kind::Date;
    m_date->setVisible(isDate);
    m_present->setVisible(isDate);
    auto* buttons = new QDialogButtonBox(this);
    m_save->setProperty("kind", QStringLiteral("primary")); // before the box gives it its looks
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 4 * space);
    column->setSpacing(3 * space);
    column->addLayout(form);
    column->addWidget(m_trouble);
    column->addStretch(1);
    column->addWidget(buttons);
    setMinimumWidth(dutyFormWidth);
    for (QLabel* label : {m_whoHint, m_orderHint, m_trouble}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    QWidget* last = m_who;
    for (QWidget* next : std::initializer_list<QWidget*>{m_date, m_present}) {
        setTabOrder(last, next);
        last = next;
    }
    for (QPushButton* day : m_days) {
        setTabOrder(last, day);
        last = day;
    }
    for (QWidget* next : std::initializer_list<QWidget*>{m_allDay, m_from, m_to, m_order, m_save}) {
        setTabOrder(last, next);
        last = next;
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &DutyForm::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// A button for each day of the week.
QLayout* DutyForm::makeDays()
{
    auto* days = new QHBoxLayout;
    days->setSpacing(space);
    for (int day = 0; day < 7; ++day) {
        auto* button = new QPushButton(QLocale().standaloneDayName(day == 0 ? 7 : day, QLocale::ShortFormat), this);
        button->setObjectName(QStringLiteral("dutyDay%1").arg(day));
        button->setAccessibleName(words::weekday(day));
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setProperty("kind", QStringLiteral("chip"));
        m_days.push_back(button);
        days->addWidget(button);
    }
    days->addStretch(1);
    return days;
}

void DutyForm::connectAll()
{
    connect(m_who, &QComboBox::currentIndexChanged, this, &DutyForm::refresh);
    connect(m_present, &QComboBox::currentIndexChanged, this, &DutyForm::refresh);
    connect(m_allDay, &QCheckBox::toggled, this, &DutyForm::refresh);
    connect(m_from, &QTimeEdit::timeChanged, this, &DutyForm::refresh);
    connect(m_to, &QTimeEdit::timeChanged, this, &DutyForm::refresh);
    connect(m_order, &QSpinBox::valueChanged, this, &DutyForm::refresh);
    for (QPushButton* button : m_days) {
        connect(button, &QPushButton::clicked, this, [this, button] {
            // What is changed stays one duty.
            if (m_kind == Kind::Span) {
                for (QPushButton* other : m_days) {
                    other->setChecked(other == button);
                }
            }
            refresh();
        });
    }
}

void DutyForm::showSpan(const domain::DutySpan& span)
{
    m_span = span.id;
    const int known = m_who->findData(span.staff.value);
    // Whoever has left can only be replaced.
    m_who->setCurrentIndex(known);
    m_days[size_t(span.weekday)]->setChecked(true);
    m_allDay->setChecked(span.from == 0 && (span.to == 0 || span.to == domain::minutesOfDay));
    if (!m_allDay->isChecked()) {
        m_from->setTime(timeOf(span.from));
        m_to->setTime(timeOf(span.to));
    }
    m_order->setMaximum(std::max(lastOrder, span.order));
    m_order->setValue(span.order);
    refresh();
}

domain::StaffId DutyForm::who() const
{
    return {m_who->currentData().toLongLong()};
}

int DutyForm::from() const
{
    return m_allDay->isChecked() ? 0 : minutesOf(*m_from);
}

int DutyForm::to() const
{
    return m_allDay->isChecked() ? domain::minutesOfDay : minutesOf(*m_to);
}

std::vector<domain::DutySpan> DutyForm::spans() const
{
    std::vector<domain::DutySpan> all;
    for (size_t day = 0; day < m_days.size(); ++day) {
        if (m_days[day]->isChecked()) {
            all.push_back({m_span, who(), int(day), from(), to(), m_order->value()});
        }
    }
    return all;
}

domain::DutyException DutyForm::exception() const
{
    return {{}, who(), m_date->date(), m_present->currentData().toBool(), from(), to(), m_order->value()};
}

void DutyForm::save()
{
    m_isSaving = true;
    refresh();
    auto& room = m_context.desk.dutyRoom();
    const auto done = m_kind == Kind::Date   ? room.add(exception())
                      : m_kind == Kind::Span ? room.change(spans().front())
                                             : room.add(spans());
    whenDone(done, this, [this](const auto& result) {
        if (result) {
            Q_EMIT kept();
            return accept();
        }
        m_isSaving = false;
        refresh();
        m_trouble->setText(words::sentence(result.error()));
        m_trouble->show();
    });
}

void DutyForm::refresh()
{
    m_trouble->hide();
    const bool isAway = m_kind == Kind::Date && !m_present->currentData().toBool();
    m_from->setEnabled(!m_allDay->isChecked());
    m_to->setEnabled(!m_allDay->isChecked());
    m_nextDay->setVisible(!m_allDay->isChecked() && to() <= from());
    m_order->setEnabled(!isAway);
    m_orderHint->setText(isAway                  ? QString()
                         : m_order->value() == 1 ? tr("1 is called first.")
                                                 : tr("Called when those before have not acknowledged in time."));
    const auto person = std::ranges::find(m_staff, who(), &desk::DutyPerson::id);
    const bool isSilent = m_hasWays && person != m_staff.end() && !person->canBeTold;
    m_whoHint->setVisible(isSilent);
    m_whoHint->setText(isSilent
                           ? tr("Cannot be told: has no phone, address or chat for the ways that are connected. Add "
                                "one under Staff.")
                           : QString());
    m_save->setEnabled(!m_isSaving && m_who->currentIndex() >= 0 && (m_kind == Kind::Date || !spans().empty()));
}

} // namespace delpek::ui
