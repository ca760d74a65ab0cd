// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/duty/dutypage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/duty/dutyform.h"
#include "ui/duty/dutywords.h"
#include "ui/escalations/cardlabel.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto dutySource = QStringLiteral("duty");
constexpr int dutyWidth = 860;
constexpr int mostNamed = 3;
enum WeekColumn { WeekDay, WeekTimes, WeekWho, WeekOrder, WeekColumns };
enum DateColumn { DateDay, DateTimes, DateWho, DateWhat, DateColumns };

QTreeWidget* listOf(const QString& name, int columns, QWidget* parent)
{
    auto* list = new QTreeWidget(parent);
    list->setObjectName(name);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setColumnCount(columns);
    list->header()->setStretchLastSection(true);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    return list;
}

/// One sentence of it for who listens.
QTreeWidgetItem* addRow(QTreeWidget& list, const QStringList& texts)
{
    auto* item = new QTreeWidgetItem(&list, texts);
    item->setData(0, Qt::AccessibleTextRole, domain::withoutIsolates(texts.join(QStringLiteral(", "))));
    return item;
}

void warn(QTreeWidgetItem& item, const Theme& theme)
{
    for (int column = 0; column < item.columnCount(); ++column) {
        item.setForeground(column, theme.colours().emergency);
    }
}

QString dateText(QDate date)
{
    return domain::isolate(QLocale().toString(date, QStringLiteral("ddd d.M.yyyy")));
}

QHBoxLayout* inRow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * space);
    for (QWidget* widget : widgets) {
        row->addWidget(widget);
    }
    row->addStretch(1);
    return row;
}

} // namespace

DutyPage::DutyPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_mayChange(mayDo(context, domain::Right::ManageClinic))
    , m_title(new QLabel(this))
    , m_intro(new QLabel(this))
    , m_now(new QLabel(this))
    , m_nobody(new QLabel(this))
    , m_said(troubleLabel(this))
    , m_undo(new QPushButton(this))
    , m_weekHeading(new QLabel(this))
    , m_week(listOf(QStringLiteral("dutyWeek"), WeekColumns, this))
    , m_add(new QPushButton(this))
    , m_change(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_datesHeading(new QLabel(this))
    , m_dates(listOf(QStringLiteral("dutyDates"), DateColumns, this))
    , m_addDate(new QPushButton(this))
    , m_removeDate(new QPushButton(this))
{
    build();
    connectAll();
    retranslate();
}

void DutyPage::build()
{
    m_now->setObjectName(QStringLiteral("dutyNow"));
    m_nobody->setObjectName(QStringLiteral("dutyNobody"));
    m_nobody->setProperty("kind", QStringLiteral("trouble"));
    m_undo->setObjectName(QStringLiteral("undoDuty"));
    m_add->setObjectName(QStringLiteral("addDuty"));
    m_change->setObjectName(QStringLiteral("changeDuty"));
    m_remove->setObjectName(QStringLiteral("removeDuty"));
    m_addDate->setObjectName(QStringLiteral("addDutyDate"));
    m_removeDate->setObjectName(QStringLiteral("removeDutyDate"));
    m_intro->setProperty("kind", QStringLiteral("muted"));
    m_undo->setProperty("kind", QStringLiteral("link"));
    m_intro->setWordWrap(true);
    m_now->setWordWrap(true);
    m_nobody->setWordWrap(true);
    m_undo->hide();
    auto* body = new QWidget(this);
    body->setMaximumWidth(dutyWidth);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(3 * space);
    column->addWidget(m_title);
    column->addWidget(m_intro);
    column->addWidget(m_now);
    column->addWidget(m_nobody);
    column->addWidget(m_weekHeading);
    column->addWidget(m_week, 3);
    column->addLayout(inRow({m_add, m_change, m_remove}));
    auto* said = new QHBoxLayout;
    said->setSpacing(2 * space);
    said->addWidget(m_said, 1);
    said->addWidget(m_undo);
    column->addLayout(said);
    column->addWidget(m_datesHeading);
    column->addWidget(m_dates, 1);
    column->addLayout(inRow({m_addDate, m_removeDate}));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(body, 1);
    row->addStretch(0);
    for (QPushButton* button : {m_add, m_change, m_remove, m_addDate, m_removeDate}) {
        button->setVisible(m_mayChange);
    }
}

void DutyPage::connectAll()
{
    m_minute.setObjectName(QStringLiteral("dutyMinute"));
    m_minute.setInterval(std::chrono::minutes(1));
    connect(&m_minute, &QTimer::timeout, this, &DutyPage::read);
    const auto open = [this](DutyForm* form) {
        connect(form, &DutyForm::kept, this, [this] {
            say({}, false);
            read();
        });
        form->open();
    };
    connect(m_add, &QPushButton::clicked, this, [=, this] { open(DutyForm::forWeek(m_context, m_state, window())); });
    connect(m_addDate, &QPushButton::clicked, this,
            [=, this] { open(DutyForm::forDate(m_context, m_state, window())); });
    connect(m_change, &QPushButton::clicked, this, [=, this] {
        if (const auto* span = currentSpan()) {
            open(DutyForm::forSpan(m_context, m_state, *span, window()));
        }
    });
    connect(m_remove, &QPushButton::clicked, this, &DutyPage::removeSpan);
    connect(m_removeDate, &QPushButton::clicked, this, &DutyPage::removeDate);
    connect(m_undo, &QPushButton::clicked, this, &DutyPage::undo);
    connect(m_week, &QTreeWidget::itemActivated, m_change, &QPushButton::click);
    connect(m_week, &QTreeWidget::currentItemChanged, this, &DutyPage::refresh);
    connect(m_dates, &QTreeWidget::currentItemChanged, this, &DutyPage::refresh);
    connect(&m_context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        if (isVisible() &&
            std::ranges::find(changes, domain::Topic::Setting, &domain::Change::topic) != changes.end()) {
            read();
        }
    });
    connect(&m_context.theme, &Theme::changed, this, &DutyPage::retranslate);
}

void DutyPage::read()
{
    whenDone(m_context.desk.dutyRoom().state(), this, [this](const auto& state) {
        if (!state) {
            return readFailed(state.error());
        }
        m_context.problems.worked(dutySource);
        m_state = *state;
        m_isRead = true;
        showState();
    });
}

/// Who is told at this moment is not known any more.
void DutyPage::readFailed(const base::Error& error)
{
    m_context.problems.report(dutySource, error, [this] { read(); });
    m_now->clear();
    m_nobody->hide();
}

void DutyPage::showState()
{
    showNow();
    showWeek();
    showDates();
    refresh();
}

void DutyPage::showNow()
{
    const QString now = dutywords::line(m_state, m_state.line);
    m_now->setText(!m_isRead ? QString()
                   : !m_state.hasWays
                       ? tr("Nobody is told outside of the desk: no way to tell anybody is set up. An administrator "
                            "connects text messages or e-mail under Connections, or lets the Telegram bot tell the "
                            "staff under Answers and alerts.")
                   : now.isEmpty()
                       ? tr("An emergency would reach nobody outside of the desk. Give somebody of the staff a phone "
                            "number or an address.")
                       : tr("An emergency at this moment reaches: %1.").arg(now));
    setKind(*m_now, m_isRead && m_state.hasWays && now.isEmpty() ? QStringLiteral("trouble") : QString());
    QStringList stretches;
    for (const auto& gap : m_state.gaps) {
        stretches << dutywords::stretch(gap);
    }
    const QString then = dutywords::line(m_state, m_state.fallback);
    // When there is nobody at all it has been said.
    m_nobody->setVisible(m_isRead && m_state.hasWays && !stretches.isEmpty() && !then.isEmpty());
    m_nobody->setText(
        stretches.size() > mostNamed
            ? tr("Nobody is on duty %n times a week, as the red lines say. An emergency then reaches: %1.", nullptr,
                 int(stretches.size()))
                  .arg(then)
            : tr("Nobody is on duty: %1. An emergency then reaches: %2.").arg(stretches.join(tr("; ")), then));
}

/// Beside who is on duty stands when nobody is: what is missing is seen where it is missing.
void DutyPage::showWeek()
{
    const auto* before = currentSpan();
    const auto chosen = before ? before->id : domain::DutySpanId{};
    m_week->clear();
    auto gap = m_state.hasWays ? m_state.gaps.begin() : m_state.gaps.end();
    const auto addGapsBefore = [&](int minute) {
        for (; gap != m_state.gaps.end() && gap->from < minute; ++gap) {
            addGap(*gap);
        }
    };
    for (const auto& span : m_state.roster.weekly) {
        addGapsBefore(span.weekday * domain::minutesOfDay + span.from);
        auto* item = addRow(*m_week, {words::weekday(span.weekday), dutywords::times(span.from, span.to),
                                      dutywords::person(m_state, span.staff), dutywords::order(span.order)});
        item->setData(0, Qt::UserRole, span.id.value);
        if (span.id == chosen) {
            m_week->setCurrentItem(item);
        }
    }
    addGapsBefore(domain::minutesOfWeek);
}

void DutyPage::addGap(const domain::WeekStretch& gap)
{
    auto* item = addRow(
        *m_week, {words::weekday(gap.from / domain::minutesOfDay), dutywords::stretch(gap), tr("nobody"), QString()});
    warn(*item, m_context.theme);
}

void DutyPage::showDates()
{
    const auto* before = currentDate();
    const auto chosen = before ? before->id : domain::DutyExceptionId{};
    m_dates->clear();
    for (const auto& one : m_state.roster.exceptions) {
        const bool isUncovered = std::ranges::find(m_state.uncovered, one.id) != m_state.uncovered.end();
        auto* item = addRow(*m_dates, {dateText(one.date), dutywords::times(one.from, one.to),
                                       dutywords::person(m_state, one.staff),
                                       one.present   ? tr("on duty, called %1").arg(dutywords::order(one.order))
                                       : isUncovered ? tr("not on duty, and for a time nobody else is")
                                                     : tr("not on duty")});
        item->setData(0, Qt::UserRole, one.id.value);
        if (isUncovered) {
            warn(*item, m_context.theme);
        }
        if (one.id == chosen) {
            m_dates->setCurrentItem(item);
        }
    }
}

const domain::DutySpan* DutyPage::currentSpan() const
{
    const auto* item = m_week->currentItem();
    const qint64 id = item ? item->data(0, Qt::UserRole).toLongLong() : 0;
    const auto found = std::ranges::find(m_state.roster.weekly, domain::DutySpanId{id}, &domain::DutySpan::id);
    return found == m_state.roster.weekly.end() ? nullptr : &*found;
}

const domain::DutyException* DutyPage::currentDate() const
{
    const auto* item = m_dates->currentItem();
    const qint64 id = item ? item->data(0, Qt::UserRole).toLongLong() : 0;
    const auto found =
        std::ranges::find(m_state.roster.exceptions, domain::DutyExceptionId{id}, &domain::DutyException::id);
    return found == m_state.roster.exceptions.end() ? nullptr : &*found;
}

void DutyPage::removeSpan()
{
    if (const auto* span = currentSpan()) {
        const QString what = tr("%1, %2").arg(words::weekday(span->weekday), dutywords::times(span->from, span->to));
        remove(m_context.desk.dutyRoom().remove(span->id),
               tr("%1: %2").arg(dutywords::person(m_state, span->staff), what),
               [this, was = *span] { return m_context.desk.dutyRoom().add(std::vector{was}); });
    }
}

void DutyPage::removeDate()
{
    if (const auto* date = currentDate()) {
        remove(m_context.desk.dutyRoom().remove(date->id),
               tr("%1: %2").arg(dutywords::person(m_state, date->staff), dateText(date->date)),
               [this, was = *date] { return m_context.desk.dutyRoom().add(was); });
    }
}

/// Nothing is chosen afterwards: a second press does not take the next one away.
void DutyPage::remove(const Future<Done>& removal, const QString& what, std::function<Future<Done>()> putBack)
{
    m_isBusy = true;
    refresh();
    whenDone(removal, this, [this, what, putBack = std::move(putBack)](const auto& done) {
        m_isBusy = false;
        m_week->setCurrentItem(nullptr);
        m_dates->setCurrentItem(nullptr);
        say(done ? tr("Removed. %1").arg(what) : words::sentence(done.error()), !done);
        if (done) {
            m_putBack = putBack;
            m_undo->show();
        }
        read();
    });
}

/// What could not be put back can be tried again.
void DutyPage::undo()
{
    if (!m_putBack || m_isBusy) {
        return;
    }
    m_isBusy = true;
    refresh();
    whenDone(m_putBack(), this, [this](const auto& done) {
        m_isBusy = false;
        if (done) {
            say(tr("It is as it was."), false);
        } else {
            showSaid(*m_said, words::sentence(done.error()), true);
        }
        read();
    });
}

void DutyPage::say(const QString& text, bool isTrouble)
{
    m_putBack = nullptr;
    m_undo->hide();
    showSaid(*m_said, text, isTrouble);
}

void DutyPage::refresh()
{
    const bool may = m_mayChange && !m_isBusy;
    m_change->setEnabled(may && currentSpan() != nullptr);
    m_remove->setEnabled(may && currentSpan() != nullptr);
    m_removeDate->setEnabled(may && currentDate() != nullptr);
    m_undo->setEnabled(!m_isBusy);
}

void DutyPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
    m_minute.start();
}

void DutyPage::hideEvent(QHideEvent* event)
{
    m_minute.stop();
    QWidget::hideEvent(event);
}

void DutyPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void DutyPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("On duty"));
    m_intro->setFont(m_context.theme.small());
    m_intro->setText(
        tr("Who is told outside of the desk when somebody has to answer: one after the other, until somebody "
           "acknowledges. Times are the clinic's. What is changed here counts at once."));
    for (QLabel* heading : {m_weekHeading, m_datesHeading}) {
        heading->setFont(m_context.theme.strong());
    }
    m_weekHeading->setText(tr("Every week"));
    m_datesHeading->setText(tr("Dates that differ"));
    m_week->setAccessibleName(m_weekHeading->text());
    m_dates->setAccessibleName(m_datesHeading->text());
    m_week->setHeaderLabels({tr("Day"), tr("Time"), tr("Who"), tr("Called")});
    m_dates->setHeaderLabels({tr("Date"), tr("Time"), tr("Who"), tr("What differs")});
    m_add->setText(tr("Add…"));
    m_change->setText(tr("Change…"));
    m_remove->setText(tr("Remove"));
    m_addDate->setText(tr("Add a date…"));
    m_removeDate->setText(tr("Remove the date"));
    m_undo->setText(tr("Undo"));
    for (QLabel* label : {m_title, m_intro, m_now, m_nobody, m_said, m_weekHeading, m_datesHeading}) {
        label->setAlignment(leading(*this) | Qt::AlignVCenter);
    }
    showState();
}

} // namespace delpek::ui
