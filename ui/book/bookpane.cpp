// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/announcer.h"
#include "ui/application.h"
#include "ui/book/bookprint.h"
#include "ui/book/bookview.h"
#include "ui/book/bookwords.h"
#include "ui/book/entryside.h"
#include "ui/book/whopanel.h"
#include "ui/call.h"
#include "ui/changefeed.h"
#include "ui/problembar.h"
#include "ui/rights.h"
#include "ui/theme/icons.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace delpek::ui
{

namespace
{

const auto source = QStringLiteral("book");
constexpr auto lookAgain = std::chrono::minutes(1);
constexpr int sideWidth = 288;

} // namespace

BookPane::BookPane(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_date(domain::toLocal(context.desk.now(), context.desk.zone()).date)
    , m_view(new BookView(context, this))
    , m_when(new QLabel(this))
    , m_asOf(new QLabel(this))
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
    , m_today(new QPushButton(this))
    , m_spans(new QButtonGroup(this))
    , m_doctors(new QComboBox(this))
    , m_print(new QPushButton(this))
    , m_bar(new QFrame(this))
    , m_barText(new QLabel(m_bar))
    , m_leave(new QPushButton(m_bar))
    , m_side(new EntrySide(context, this))
    , m_who(new WhoPanel(context, this))
    , m_panel(new VisitPanel(context, this))
{
    build();
    connect(m_back, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { go(1); });
    connect(m_today, &QPushButton::clicked, this,
            [this] { showDate(domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date); });
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int span) { setSpan(BookSpan(span)); });
    connect(m_doctors, &QComboBox::currentIndexChanged, this, &BookPane::showBook);
    connect(m_print, &QPushButton::clicked, this, &BookPane::print);
    connect(m_view, &BookView::currentChanged, this, [this](int entry) {
        // A question about one patient does not stand beside the card of another.
        const bool isAnothers = m_book && entry >= 0 && !m_panel->patient().isEmpty() &&
                                m_book->entries[size_t(entry)].visit.patient != m_panel->patient();
        if (isAnothers && !m_panel->isBusy()) {
            m_panel->dismiss();
        }
        showEntry();
    });
    connect(m_view, &BookView::moveWanted, this, [this](int entry, const domain::Slot& to) {
        if (m_panel->isBusy()) {
            return;
        }
        const auto& one = m_book->entries[size_t(entry)];
        m_time.reset();
        m_view->setChosen({});
        m_panel->askMoveTo({names(), one.visit.patient, bookwords::title(one)}, one.visit, to);
        showEntry();
    });
    connect(m_side, &EntrySide::moveWanted, m_panel, &VisitPanel::askMove);
    connect(m_side, &EntrySide::cancelWanted, m_panel, &VisitPanel::askCancel);
    connect(m_side, &EntrySide::newVisitWanted, m_panel, &VisitPanel::askNew);
    connect(m_side, &EntrySide::openWanted, this, &BookPane::openWanted);
    connect(m_side, &EntrySide::newWanted, this, [this] { askWho({}); });
    for (const auto asked : {&EntrySide::moveWanted, &EntrySide::cancelWanted}) {
        connect(m_side, asked, this, &BookPane::showEntry);
    }
    connect(m_side, &EntrySide::newVisitWanted, this, &BookPane::showEntry);
    connect(m_leave, &QPushButton::clicked, this, &BookPane::leavePlacing);
    connect(m_view, &BookView::timeWanted, this,
            [this](const domain::Slot& at) { m_placing ? askAt(at) : askWho(at); });
    connect(m_view, &BookView::placed, this, [this](const Placing& placing, const domain::Slot& at) {
        if (!m_panel->isBusy()) {
            begin(placing);
            askAt(at);
        }
    });
    connect(m_panel, &VisitPanel::treatmentChosen, this, [this](const QString& treatment, int minutes) {
        if (m_placing && !m_placing->moved) { // it is the same one at another time, too
            m_placing->subject.treatment = treatment;
            m_view->setPlacing(m_placing);
        }
        if (m_time) {
            m_time->treatment = treatment;
            m_time->minutes = minutes;
            m_view->setChosen(m_time);
        }
        showBar();
    });
    connect(m_who, &WhoPanel::found, this, [this](const domain::Patient& patient) {
        const VisitSubject subject{names(), patient.id, words::name(patient.name)};
        if (!m_time) {
            m_panel->askNew(subject);
            return showEntry();
        }
        setPlacing(Placing{subject}, false);
        askAt(*m_time);
    });
    connect(m_who, &WhoPanel::closed, this, &BookPane::leavePlacing);
    connect(m_panel, &VisitPanel::changed, this, &BookPane::afterChange);
    connect(m_panel, &VisitPanel::placingWanted, this, &BookPane::place);
    connect(m_panel, &VisitPanel::closed, this, [this] {
        m_time.reset();
        m_view->setChosen({});
        if (!m_staysPlacing) {
            setPlacing({}, false);
        }
        showEntry();
        m_view->setFocus();
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const auto concerns = [](const domain::Change& change) { return change.topic == domain::Topic::Clinic; };
        if (isVisible() && std::ranges::any_of(changes, concerns)) {
            read();
            m_side->readAgain();
        }
    });
    m_again.setInterval(lookAgain);
    connect(&m_again, &QTimer::timeout, this, [this] {
        read();
        m_side->readAgain();
    });
    connect(&context.theme, &Theme::changed, this, &BookPane::retranslate);
    retranslate();
}

void BookPane::build()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    head->setSpacing(2 * space);
    for (QToolButton* button : {m_back, m_forward}) {
        button->setProperty("kind", QStringLiteral("tool"));
    }
    head->addWidget(m_back);
    head->addWidget(m_today);
    head->addWidget(m_forward);
    head->addWidget(m_when);
    head->addStretch(1);
    head->addWidget(m_asOf);
    head->addWidget(m_doctors);
    for (const BookSpan span : {BookSpan::Day, BookSpan::Week}) {
        auto* chip = new QPushButton(this);
        chip->setCheckable(true);
        chip->setProperty("kind", QStringLiteral("chip"));
        m_spans->addButton(chip, int(span));
        head->addWidget(chip);
    }
    m_spans->button(int(m_span))->setChecked(true);
    head->addWidget(m_print);
    m_asOf->setProperty("kind", QStringLiteral("warn"));
    m_doctors->setMinimumWidth(160);
    m_view->setObjectName(QStringLiteral("bookView"));
    m_bar->setObjectName(QStringLiteral("actionPanel"));
    m_leave->setObjectName(QStringLiteral("leavePlacing"));
    m_barText->setObjectName(QStringLiteral("placingText"));
    m_barText->setTextFormat(Qt::PlainText);
    m_barText->setWordWrap(true);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(3 * space, 2 * space, 3 * space, 2 * space);
    bar->addWidget(m_barText, 1);
    bar->addWidget(m_leave);
    auto* beside = new QWidget(this);
    beside->setObjectName(QStringLiteral("surface"));
    beside->setAttribute(Qt::WA_StyledBackground);
    beside->setFixedWidth(sideWidth);
    auto* side = new QVBoxLayout(beside);
    side->setContentsMargins(0, 0, 0, 0);
    side->setSpacing(0);
    side->addWidget(m_who);
    side->addWidget(m_panel);
    side->addWidget(m_side, 1);

    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(m_view, 1);
    below->addWidget(line);
    below->addWidget(beside);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_bar);
    column->addLayout(below, 1);
}

void BookPane::showDate(QDate date)
{
    m_date = date;
    m_booked.clear();
    m_panel->dismiss();
    // Whom a visit is looked for stays; the time that was pressed is another day's.
    m_who->dismiss();
    refreshHead();
    read();
}

void BookPane::setSpan(BookSpan span)
{
    m_span = span;
    m_spans->button(int(span))->setChecked(true);
    showDate(m_date);
}

void BookPane::go(int direction)
{
    showDate(m_date.addDays(m_span == BookSpan::Day ? direction : 7 * direction));
}

void BookPane::read()
{
    const auto [first, last] = shownDays(m_span, m_date);
    m_view->await(first, last);
    whenDone(m_context.desk.book().days(first, last), this, [this, asked = ++m_asked](const auto& book) {
        if (asked != m_asked) {
            return;
        }
        if (!book) {
            return m_context.problems.report(source, book.error(), [this] { read(); });
        }
        m_context.problems.worked(source);
        m_book = *book;
        {
            const QSignalBlocker quiet(m_doctors);
            const QString before = m_doctors->currentData().toString();
            m_doctors->clear();
            for (const auto& doctor : m_book->doctors) {
                m_doctors->addItem(bookwords::doctor(*m_book, doctor.id), doctor.id);
            }
            m_doctors->setCurrentIndex(std::max(0, m_doctors->findData(before)));
        }
        showBook();
    });
}

void BookPane::showBook()
{
    if (m_book) {
        m_view->show(*m_book, m_span, m_doctors->currentData().toString());
        const auto booked = std::ranges::find_if(m_book->entries, [this](const desk::BookEntry& entry) {
            return entry.kind == desk::BookEntry::Kind::Visit && entry.visit.id == m_booked;
        });
        if (!m_booked.isEmpty() && booked != m_book->entries.end()) {
            m_booked.clear();
            m_view->setCurrent(int(booked - m_book->entries.begin()));
        }
        refreshHead();
    }
}

QString BookPane::timeWords() const
{
    return m_time ? bookwords::slot(names(), *m_time) : QString();
}

desk::DayBook BookPane::names() const
{
    return m_book ? namesOf(m_book->doctors, m_book->treatments) : desk::DayBook();
}

void BookPane::askWho(const std::optional<domain::Slot>& at)
{
    if (m_panel->isBusy()) {
        return;
    }
    m_panel->dismiss();
    m_view->setCurrent(-1);
    m_time = at;
    m_view->setChosen(at);
    m_who->setWhen(timeWords());
    m_who->ask();
    showEntry();
}

void BookPane::askAt(domain::Slot at)
{
    if (m_panel->isBusy()) {
        return;
    }
    m_view->setCurrent(-1);
    m_time = at;
    m_view->setChosen(at);
    auto subject = m_placing->subject;
    subject.facts = names(); // as the book that is seen has them
    if (m_placing->moved) {
        m_panel->askMoveTo(subject, *m_placing->moved, at);
    } else {
        m_panel->askNewAt(subject, at);
    }
    showEntry();
}

void BookPane::place(const Placing& placing)
{
    if (m_panel->isBusy()) {
        return;
    }
    begin(placing);
    if (placing.moved && placing.moved->start.date != m_date) {
        showDate(placing.moved->start.date);
    }
    m_view->setFocus();
}

void BookPane::begin(const Placing& placing)
{
    m_panel->dismiss();
    m_who->dismiss();
    setPlacing(placing, true);
    showEntry();
    announce(*m_barText, m_barText->text());
}

void BookPane::setPlacing(const std::optional<Placing>& placing, bool stays)
{
    m_placing = placing;
    m_staysPlacing = stays;
    m_view->setPlacing(placing);
}

void BookPane::leavePlacing()
{
    setPlacing({}, false);
    m_time.reset();
    m_view->setChosen({});
    m_panel->dismiss();
    showEntry();
}

/// Where a visit was made or moved, it is the one that is shown. What is being placed ends where it was that one.
void BookPane::afterChange(const domain::Appointment& visit)
{
    if (m_time || !m_staysPlacing) {
        setPlacing({}, false);
    }
    m_booked = visit.id;
    if (!visit.id.isEmpty()) {
        const auto [first, last] = shownDays(m_span, m_date);
        if (visit.start.date < first || last < visit.start.date) {
            m_date = visit.start.date;
            refreshHead();
        }
    }
    read();
    m_side->readAgain();
}

void BookPane::showEntry()
{
    const bool asks = !m_panel->isHidden() || !m_who->isHidden();
    m_side->show(m_book, m_view->current(), asks || m_placing);
    showBar();
}

/// Whom one looks for, while one does.
void BookPane::showBar()
{
    m_bar->setVisible(m_placing.has_value() && m_staysPlacing);
    if (!m_placing) {
        return;
    }
    const QString name = domain::isolate(m_placing->subject.name);
    const QString treatment = m_placing->treatment();
    const QString what = domain::isolate(bookwords::treatment(m_placing->subject.facts, treatment));
    m_barText->setText(m_placing->moved      ? tr("Press another time for %1 (%2).").arg(name, what)
                       : treatment.isEmpty() ? tr("Press a free time for %1.").arg(name)
                                             : tr("Press a free time for %1 (%2).").arg(name, what));
}

void BookPane::print()
{
    if (m_book) {
        printBook(*m_book, this);
    }
}

void BookPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_again.start();
    read();
    m_side->readAgain();
}

void BookPane::hideEvent(QHideEvent* event)
{
    m_again.stop();
    QWidget::hideEvent(event);
}

void BookPane::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_placing) {
        return leavePlacing();
    }
    QWidget::keyPressEvent(event);
}

void BookPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (m_book && isVisible()) {
            read();
        }
    }
    QWidget::changeEvent(event);
}

void BookPane::refreshHead()
{
    const auto [first, last] = shownDays(m_span, m_date);
    m_when->setText(first == last ? bookwords::date(first)
                                  : tr("%1 – %2").arg(bookwords::date(first), bookwords::date(last)));
    m_doctors->setVisible(m_span == BookSpan::Week);
    m_asOf->setVisible(m_book && m_book->asOf);
    if (m_book && m_book->asOf) {
        m_asOf->setText(tr("The records cannot be reached. As of %1")
                            .arg(domain::isolate(words::stamp(*m_book->asOf, m_context.desk.now()))));
    }
}

void BookPane::retranslate()
{
    const QColor ink = m_context.theme.colours().text;
    m_back->setIcon(icon(QStringLiteral("next"), ink, !isRightToLeft()));
    m_forward->setIcon(icon(QStringLiteral("next"), ink, isRightToLeft()));
    m_back->setAccessibleName(tr("Back"));
    m_back->setToolTip(tr("Back"));
    m_forward->setAccessibleName(tr("Forward"));
    m_forward->setToolTip(tr("Forward"));
    m_today->setText(tr("Today"));
    m_spans->button(int(BookSpan::Day))->setText(tr("Day"));
    m_spans->button(int(BookSpan::Week))->setText(tr("Week"));
    m_print->setText(tr("Print…"));
    m_doctors->setAccessibleName(tr("Doctor"));
    m_view->setAccessibleName(tr("Day book"));
    m_when->setFont(m_context.theme.title());
    m_leave->setText(tr("Stop choosing"));
    m_barText->setAlignment(leading(*this));
    m_who->setWhen(timeWords());
    refreshHead();
    showEntry();
}

} // namespace delpek::ui
