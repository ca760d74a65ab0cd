// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/hours/weekeditor.h"

#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/hours/hourswords.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimeEdit>
#include <QToolButton>

namespace delpek::ui
{

namespace
{

constexpr size_t mostSpans = 4;
constexpr int timeWidth = 58;
constexpr int iconSize = 14;

/// What a receptionist would add next: the afternoon behind a morning, else a whole day.
domain::DaySpan nextSpan(const std::vector<domain::DaySpan>& spans)
{
    if (spans.empty()) {
        return {QTime(9, 0), QTime(13, 0)};
    }
    const QTime last = std::ranges::max(spans, {}, &domain::DaySpan::to).to;
    const int from = std::min(last.hour() + 1, 22);
    return {QTime(from, 0), QTime(std::min(from + 4, 23), 0)};
}

} // namespace

WeekEditor::WeekEditor(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
{
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(5 * space);
    grid->setVerticalSpacing(space);
    grid->setColumnStretch(1, 1);
    for (size_t day = 0; day < m_days.size(); ++day) {
        Day& one = m_days[day];
        one.name = new QLabel(this);
        one.place = new QWidget(this);
        one.row = new QHBoxLayout(one.place);
        one.row->setContentsMargins(0, 0, 0, 0);
        one.row->setSpacing(3 * space);
        one.none = new QLabel(one.place);
        one.none->setProperty("kind", QStringLiteral("muted"));
        one.add = new QToolButton(one.place);
        one.add->setProperty("kind", QStringLiteral("toolLink"));
        one.add->setObjectName(QStringLiteral("addSpan%1").arg(day));
        one.fault = new QLabel(this);
        one.fault->setObjectName(QStringLiteral("formTrouble"));
        one.fault->setProperty("day", int(day));
        one.fault->hide();
        one.row->addWidget(one.none);
        one.row->addWidget(one.add);
        one.row->addStretch(1);
        one.place->setMinimumHeight(32);
        grid->addWidget(one.name, int(2 * day), 0, Qt::AlignLeading | Qt::AlignVCenter);
        grid->addWidget(one.place, int(2 * day), 1);
        grid->addWidget(one.fault, int(2 * day) + 1, 1);
        connect(one.add, &QToolButton::clicked, this, [this, day] { addSpan(day); });
    }
    connect(&context.theme, &Theme::changed, this, &WeekEditor::retranslate);
    retranslate();
}

void WeekEditor::setHours(const domain::WeeklyHours& hours, bool canChange, const QString& none)
{
    m_hours = hours;
    m_canChange = canChange;
    m_none = none;
    retranslate();
}

void WeekEditor::build(size_t day)
{
    Day& one = m_days[day];
    for (QWidget* old : one.spans) {
        // It may be the one whose button was pressed.
        old->hide();
        one.row->removeWidget(old);
        old->deleteLater();
    }
    one.spans.clear();
    const auto& spans = m_hours[day];
    if (m_canChange) {
        for (size_t span = 0; span < spans.size(); ++span) {
            auto* field = spanField(day, span);
            one.row->insertWidget(int(span), field);
            one.spans.push_back(field);
            field->show();
        }
    }
    orderTabs(one);
    const bool isRead = !m_canChange && !spans.empty();
    one.none->setText(isRead ? directed(*this, hourswords::spans(spans)) : m_none);
    setKind(*one.none, isRead ? QString() : QStringLiteral("muted"));
    one.none->setVisible(spans.empty() || !m_canChange);
    one.add->setVisible(m_canChange && spans.size() < mostSpans);
}

/// Fields that are made later stand with their day for the Tab key too, and adding comes behind them.
void WeekEditor::orderTabs(const Day& day)
{
    QWidget* last = day.add;
    const auto append = [&last](QWidget* next) {
        setTabOrder(last, next);
        last = next;
    };
    for (const QWidget* span : day.spans) {
        for (auto* edit : span->findChildren<QTimeEdit*>()) {
            append(edit);
        }
        append(span->findChild<QToolButton*>(QStringLiteral("removeSpan")));
    }
    if (last != day.add) {
        append(day.add);
    }
}

QWidget* WeekEditor::spanField(size_t day, size_t span)
{
    auto* field = new QWidget(m_days[day].place);
    auto* whole = new QHBoxLayout(field);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space);
    auto* times = new QWidget(field);
    // Times run from the left in both languages, also "from" and "to" of one span.
    times->setLayoutDirection(Qt::LeftToRight);
    auto* row = new QHBoxLayout(times);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space);
    whole->addWidget(times);
    const auto time = [&](QTime value, const QString& name, QTime domain::DaySpan::*member) {
        auto* edit = new QTimeEdit(times);
        edit->setLayoutDirection(Qt::LeftToRight);
        edit->setDisplayFormat(QStringLiteral("HH:mm"));
        edit->setTime(value);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
        edit->setAlignment(Qt::AlignCenter);
        edit->setFixedWidth(timeWidth);
        edit->setProperty("kind", QStringLiteral("span"));
        edit->setAccessibleName(name.arg(words::weekday(int(day))));
        connect(edit, &QTimeEdit::timeChanged, this, [this, day, span, member](QTime changed) {
            m_hours[day][span].*member = changed;
            showFaults();
            Q_EMIT edited();
        });
        row->addWidget(edit);
    };
    time(m_hours[day][span].from, tr("%1, from"), &domain::DaySpan::from);
    row->addWidget(new QLabel(QStringLiteral("–"), times));
    time(m_hours[day][span].to, tr("%1, until"), &domain::DaySpan::to);
    auto* remove = new QToolButton(field);
    remove->setProperty("kind", QStringLiteral("tool"));
    remove->setObjectName(QStringLiteral("removeSpan"));
    remove->setIcon(icon(QStringLiteral("close"), m_context.theme.colours().muted));
    remove->setIconSize({iconSize, iconSize});
    const QString what = tr("Take out %1 on %2").arg(hourswords::spans({m_hours[day][span]}), words::weekday(int(day)));
    remove->setToolTip(what);
    remove->setAccessibleName(what);
    connect(remove, &QToolButton::clicked, this, [this, day, span] {
        m_hours[day].erase(m_hours[day].begin() + std::ptrdiff_t(span));
        build(day);
        showFaults();
        m_days[day].add->setFocus(Qt::OtherFocusReason);
        Q_EMIT edited();
    });
    whole->addWidget(remove);
    return field;
}

void WeekEditor::addSpan(size_t day)
{
    m_hours[day].push_back(nextSpan(m_hours[day]));
    build(day);
    showFaults();
    m_days[day].spans.back()->findChild<QTimeEdit*>()->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void WeekEditor::showFaults()
{
    const auto found = domain::hoursFaults(m_hours);
    for (size_t day = 0; day < m_days.size(); ++day) {
        const auto first = std::ranges::find(found, day, &domain::SpanFinding::weekday);
        m_days[day].fault->setText(first == found.end() ? QString() : hourswords::fault(first->fault));
        m_days[day].fault->setVisible(first != found.end());
        for (size_t span = 0; span < m_days[day].spans.size(); ++span) {
            const bool isWrong =
                std::ranges::any_of(found, [&](const auto& one) { return one.weekday == day && one.span == span; });
            for (auto* edit : m_days[day].spans[span]->findChildren<QTimeEdit*>()) {
                setKind(*edit, isWrong ? QStringLiteral("spanFault") : QStringLiteral("span"));
            }
        }
    }
}

void WeekEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void WeekEditor::retranslate()
{
    for (size_t day = 0; day < m_days.size(); ++day) {
        m_days[day].name->setText(words::weekday(int(day)));
        const QString what = tr("Add hours on %1").arg(words::weekday(int(day)));
        m_days[day].add->setText(tr("+ hours"));
        m_days[day].add->setToolTip(what);
        m_days[day].add->setAccessibleName(what);
        build(day);
    }
    showFaults();
}

} // namespace delpek::ui
