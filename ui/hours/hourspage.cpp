// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hours/hourspage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/escalations/cardlabel.h"
#include "ui/hours/effectpanel.h"
#include "ui/hours/hourswords.h"
#include "ui/hours/timeoffform.h"
#include "ui/hours/weekeditor.h"
#include "ui/problembar.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto hoursSource = QStringLiteral("hours");
constexpr auto editRest = std::chrono::milliseconds(250);
constexpr int hoursWidth = 860;
constexpr int offHeight = 170;
enum OffColumn { OffWho, OffFrom, OffUntil, OffReason, OffColumns };

} // namespace

HoursPage::HoursPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel)
    , m_source(new QLabel)
    , m_whoLabel(new QLabel)
    , m_who(new QComboBox)
    , m_week(new WeekEditor(context))
    , m_save(new QPushButton)
    , m_undo(new QPushButton)
    , m_said(new QLabel)
    , m_effect(new EffectPanel(context, EffectPanel::Of::Hours))
    , m_offHeading(new QLabel)
    , m_off(new QTreeWidget)
    , m_offHint(new QLabel)
    , m_add(new QPushButton)
    , m_remove(new QPushButton)
    , m_putBack(new QPushButton)
{
    build();
    connectAll();
    retranslate();
    refresh();
}

void HoursPage::build()
{
    m_source->setObjectName(QStringLiteral("hoursSource"));
    m_who->setObjectName(QStringLiteral("hoursWho"));
    m_save->setObjectName(QStringLiteral("saveHours"));
    m_undo->setObjectName(QStringLiteral("undoHours"));
    m_said->setObjectName(QStringLiteral("hoursSaid"));
    m_off->setObjectName(QStringLiteral("timeOffList"));
    setKind(*m_off, QStringLiteral("table"));
    m_add->setObjectName(QStringLiteral("addTimeOff"));
    m_remove->setObjectName(QStringLiteral("removeTimeOff"));
    m_putBack->setObjectName(QStringLiteral("putBackTimeOff"));
    m_whoLabel->setBuddy(m_who);
    m_who->setMinimumWidth(220);
    setKind(*m_save, QStringLiteral("primary"));
    for (QLabel* label : {m_source, m_said, m_offHint}) {
        label->setWordWrap(true);
    }
    setKind(*m_source, QStringLiteral("muted"));
    setKind(*m_offHint, QStringLiteral("muted"));
    m_off->setRootIsDecorated(false);
    m_off->setUniformRowHeights(true);
    m_off->setColumnCount(OffColumns);
    m_off->setMinimumHeight(offHeight);
    m_off->header()->setStretchLastSection(true);
    m_off->header()->setSectionResizeMode(QHeaderView::ResizeToContents);

    const auto inRow = [](std::initializer_list<QWidget*> widgets) {
        auto* row = new QHBoxLayout;
        row->setSpacing(2 * space);
        for (QWidget* widget : widgets) {
            row->addWidget(widget);
        }
        row->addStretch(1);
        return row;
    };
    auto* body = new QWidget;
    body->setMaximumWidth(hoursWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_source);
    column->addLayout(inRow({m_whoLabel, m_who}));
    column->addWidget(m_week);
    column->addWidget(m_effect);
    column->addLayout(inRow({m_save, m_undo}));
    column->addWidget(m_said);
    column->addSpacing(2 * space);
    column->addWidget(m_offHeading);
    column->addWidget(m_off, 1);
    column->addLayout(inRow({m_add, m_remove, m_putBack}));
    column->addWidget(m_offHint);
    auto* place = new QWidget;
    auto* row = new QHBoxLayout(place);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(body, 1);
    row->addStretch(0);
    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(place);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
}

void HoursPage::connectAll()
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(editRest);
    connect(&m_rest, &QTimer::timeout, this, &HoursPage::look);
    connect(m_who, &QComboBox::activated, this, [this] {
        if (whose() == m_shown) {
            return;
        }
        if (isEdited()) {
            m_who->setCurrentIndex(std::max(0, m_who->findData(m_shown)));
            return say(tr("These hours are not saved yet. Save them, or press \"As they were\"."), true);
        }
        say({}, false);
        showWeek();
    });
    connect(m_week, &WeekEditor::edited, this, [this] {
        if (!isOutdated()) {
            say({}, false);
        }
        onEdited();
    });
    connect(m_save, &QPushButton::clicked, this, &HoursPage::save);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        say({}, false);
        showWeek();
    });
    connect(m_add, &QPushButton::clicked, this, &HoursPage::addTimeOff);
    connect(m_remove, &QPushButton::clicked, this, &HoursPage::removeTimeOff);
    connect(m_putBack, &QPushButton::clicked, this, &HoursPage::putBack);
    connect(m_off, &QTreeWidget::currentItemChanged, this, &HoursPage::refresh);
    connect(m_effect, &EffectPanel::dayWanted, this, &HoursPage::dayWanted);
    connect(m_effect, &EffectPanel::openWanted, this, &HoursPage::openWanted);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() && std::ranges::find(changes, domain::Topic::Clinic, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&m_context.theme, &Theme::changed, this, &HoursPage::retranslate);
}

bool HoursPage::hasUnsaved() const
{
    return isEdited();
}

void HoursPage::read()
{
    whenDone(m_context.desk.hours().state(), this, [this](const auto& state) {
        if (!state) {
            m_context.problems.report(hoursSource, state.error(), [this] { read(); });
            return;
        }
        m_context.problems.worked(hoursSource);
        const bool keepsEdit = m_isRead && isEdited();
        m_state = *state;
        m_isRead = true;
        showState();
        if (!keepsEdit || m_week->hours() == kept()) {
            return showWeek();
        }
        if (isOutdated()) {
            say(hourswords::sentence(QStringLiteral("hours.changed")), true);
        }
        // A visit may have been booked meanwhile.
        onEdited();
    });
}

void HoursPage::showState()
{
    {
        const QSignalBlocker quiet(m_who);
        const QString before = whose();
        m_who->clear();
        m_who->addItem(tr("The clinic"), QString());
        for (const auto& one : m_state.doctors) {
            m_who->addItem(words::name(one.name), one.id);
        }
        m_who->setCurrentIndex(std::max(0, m_who->findData(before)));
    }
    m_source->setText(
        !m_isRead ? QString()
        : m_state.canChange
            ? tr("Kept in Delpek's own book. What you save counts at once: for the times that are offered, and for "
                 "what patients are told when they ask.")
            : tr("Read from the clinic's own records (Odoo), and changed there: in the working hours of the company "
                 "and of each doctor, and in their time off. Delpek follows within minutes."));
    if (m_state.asOf) {
        m_source->setText(m_source->text() + QLatin1Char(' ') +
                          tr("As it was %1.").arg(words::ended(*m_state.asOf, m_context.desk.now())));
    }
    showTimeOff();
}

domain::WeeklyHours HoursPage::kept() const
{
    const auto found = std::ranges::find(m_state.doctors, m_shown, &desk::DoctorHours::id);
    return found == m_state.doctors.end() ? m_state.clinic : found->hours;
}

QString HoursPage::whose() const
{
    return m_who->currentData().toString();
}

bool HoursPage::isEdited() const
{
    return m_week->hours() != m_was;
}

/// Somebody changed what the fields began with: saving is refused, and it is said before.
bool HoursPage::isOutdated() const
{
    return kept() != m_was;
}

/// What is kept; an edit is given up.
void HoursPage::showWeek()
{
    m_shown = whose();
    m_was = kept();
    showHours(m_was);
    onEdited();
}

void HoursPage::showHours(const domain::WeeklyHours& hours)
{
    m_week->setHours(hours, m_state.canChange, m_shown.isEmpty() ? tr("Closed") : tr("Not at work"));
}

void HoursPage::showTimeOff()
{
    const auto* current = currentTimeOff();
    const QString chosen = current == nullptr ? QString() : current->id;
    QTreeWidgetItem* again = nullptr;
    const QSignalBlocker quiet(m_off);
    m_off->clear();
    for (const auto& one : m_state.timeOff) {
        const auto doctor = std::ranges::find(m_state.doctors, one.absence.doctor, &desk::DoctorHours::id);
        const QString who = one.absence.doctor.isEmpty()      ? tr("The whole clinic")
                            : doctor == m_state.doctors.end() ? domain::isolate(one.absence.doctor)
                                                              : domain::isolate(words::name(doctor->name));
        const QString reason = domain::isolate(one.absence.reason);
        auto* item =
            new QTreeWidgetItem(m_off, {who, hourswords::from(one.absence), hourswords::until(one.absence), reason});
        item->setData(OffWho, Qt::UserRole, one.id);
        item->setData(OffWho, Qt::AccessibleTextRole,
                      tr("%1, from %2 until %3. %4").arg(who, item->text(OffFrom), item->text(OffUntil), reason));
        again = !chosen.isEmpty() && one.id == chosen ? item : again;
    }
    m_off->setCurrentItem(again);
    refresh();
}

void HoursPage::onEdited()
{
    m_seen.reset();
    ++m_asked;
    m_effect->clear();
    if (isEdited() && m_week->isFine()) {
        m_rest.start();
    } else {
        m_rest.stop();
    }
    refresh();
}

void HoursPage::look()
{
    const desk::HoursChange change{m_shown, m_was, m_week->hours()};
    whenDone(m_context.desk.hours().effectOf(change), this, [this, number = m_asked](const auto& effect) {
        if (number != m_asked) {
            return;
        }
        if (!effect) {
            return say(words::sentence(effect.error()), true);
        }
        m_seen = effect->ids;
        m_effect->showEffect(*effect);
        refresh();
    });
}

void HoursPage::save()
{
    if (!m_seen) {
        return;
    }
    m_save->setEnabled(false);
    const desk::HoursChange change{m_shown, m_was, m_week->hours()};
    whenDone(m_context.desk.hours().keep(change, *m_seen), this, [this, change](const auto& done) {
        if (done) {
            const auto doctor = std::ranges::find(m_state.doctors, change.doctor, &desk::DoctorHours::id);
            (doctor == m_state.doctors.end() ? m_state.clinic : doctor->hours) = change.hours;
            if (m_shown == change.doctor) {
                m_was = change.hours;
            }
            onEdited();
            say(tr("Saved. From now on times are offered by these hours."), false);
        } else {
            if (done.error().key == QLatin1String("hours.changed") && m_shown == change.doctor) {
                showWeek();
            } else {
                onEdited();
            }
            say(words::sentence(done.error()), true);
        }
        read();
    });
}

void HoursPage::addTimeOff()
{
    auto* form = new TimeOffForm(m_context, m_state, whose(), std::exchange(m_begun, std::nullopt), window());
    connect(form, &TimeOffForm::kept, this, &HoursPage::read);
    connect(form, &TimeOffForm::leftFor, this, [this](const domain::Absence& begun) { m_begun = begun; });
    connect(form, &TimeOffForm::dayWanted, this, &HoursPage::dayWanted);
    connect(form, &TimeOffForm::openWanted, this, &HoursPage::openWanted);
    form->open();
}

const desk::TimeOff* HoursPage::currentTimeOff() const
{
    const auto* item = m_off->currentItem();
    const auto found = item == nullptr ? m_state.timeOff.end()
                                       : std::ranges::find(m_state.timeOff, item->data(OffWho, Qt::UserRole).toString(),
                                                           &desk::TimeOff::id);
    return found == m_state.timeOff.end() ? nullptr : &*found;
}

/// Nothing is chosen afterwards: a second press does not take the next one out.
void HoursPage::removeTimeOff()
{
    const auto* chosen = currentTimeOff();
    if (chosen == nullptr || m_isBusy) {
        return;
    }
    m_isBusy = true;
    refresh();
    whenDone(m_context.desk.hours().remove(chosen->id), this, [this, was = chosen->absence](const auto& done) {
        m_isBusy = false;
        m_off->setCurrentItem(nullptr);
        m_removed = done ? std::optional(was) : std::nullopt;
        say(done ? tr("Taken out. Times are offered in it again.") : words::sentence(done.error()), !done);
        read();
    });
}

/// Where visits lie in it by now, they are shown before it is kept, as for new time off.
void HoursPage::putBack()
{
    if (!m_removed || m_isBusy) {
        return;
    }
    m_isBusy = true;
    refresh();
    const auto finish = [this](const Result<Done>& done) {
        m_isBusy = false;
        if (done) {
            m_removed.reset();
        }
        say(done ? tr("It is closed again.") : words::sentence(done.error()), !done);
        read();
    };
    whenDone(m_context.desk.hours().effectOf(*m_removed), this, [this, finish, was = *m_removed](const auto& effect) {
        if (!effect) {
            return finish(fail(effect.error()));
        }
        if (effect->ids.isEmpty()) {
            return whenDone(m_context.desk.hours().add(was, {}), this, finish);
        }
        m_isBusy = false;
        m_removed.reset();
        m_begun = was;
        refresh();
        addTimeOff();
    });
}

void HoursPage::say(const QString& text, bool isTrouble)
{
    showOutcome(*m_said, text, isTrouble);
    refresh();
}

void HoursPage::refresh()
{
    const bool mayChange = m_isRead && m_state.canChange;
    m_save->setVisible(mayChange);
    m_undo->setVisible(mayChange);
    m_add->setVisible(mayChange);
    m_remove->setVisible(mayChange);
    m_save->setEnabled(mayChange && m_seen.has_value());
    m_undo->setEnabled(mayChange && (isEdited() || isOutdated()));
    m_remove->setEnabled(!m_isBusy && currentTimeOff() != nullptr);
    m_putBack->setVisible(mayChange && m_removed.has_value());
    m_putBack->setEnabled(!m_isBusy);
}

void HoursPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_removed.reset(); // what was taken out before is no news any more
    read();
}

void HoursPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void HoursPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Hours"));
    m_whoLabel->setText(tr("&Whose hours"));
    m_save->setText(tr("Save hours"));
    m_undo->setText(tr("As they were"));
    m_offHeading->setFont(m_context.theme.strong());
    m_offHeading->setText(tr("Closed, and time off"));
    m_off->setHeaderLabels({tr("Who"), tr("From"), tr("Until"), tr("Reason")});
    m_off->setAccessibleName(tr("Closed, and time off"));
    m_add->setText(tr("Add…"));
    m_remove->setText(tr("Take out"));
    m_putBack->setText(tr("Put it back"));
    m_offHint->setFont(m_context.theme.small());
    m_offHint->setText(tr("A holiday is a day of work like any other unless the clinic is closed here. Patients who "
                          "ask are told of days on which the whole clinic is closed."));
    showState();
    if (m_isRead) {
        showHours(m_week->hours());
    }
}

} // namespace delpek::ui
