// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpane.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/book/bookprint.h"
#include "ui/book/bookview.h"
#include "ui/book/bookwords.h"
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
    , m_side(new QWidget(this))
    , m_name(new QLabel(m_side))
    , m_facts(new QLabel(m_side))
    , m_move(new QPushButton(m_side))
    , m_cancel(new QPushButton(m_side))
    , m_open(new QPushButton(m_side))
    , m_hint(new QLabel(m_side))
    , m_panel(new VisitPanel(context, m_side))
{
    build();
    connect(m_back, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_forward, &QToolButton::clicked, this, [this] { go(1); });
    connect(m_today, &QPushButton::clicked, this,
            [this] { showDate(domain::toLocal(m_context.desk.now(), m_context.desk.zone()).date); });
    connect(m_spans, &QButtonGroup::idClicked, this, [this](int span) { setSpan(BookSpan(span)); });
    connect(m_doctors, &QComboBox::currentIndexChanged, this, &BookPane::showBook);
    connect(m_print, &QPushButton::clicked, this, &BookPane::print);
    connect(m_view, &BookView::currentChanged, this, &BookPane::showEntry);
    connect(m_view, &BookView::moveWanted, this, [this](int entry, const domain::Slot& to) {
        const auto& one = m_book->entries[size_t(entry)];
        m_panel->askMoveTo(subjectOf(one), one.visit, to);
        showEntry(entry);
    });
    connect(m_move, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current()) {
            m_panel->askMove(subjectOf(*entry), entry->visit);
            showEntry(m_view->current());
        }
    });
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current()) {
            m_panel->askCancel(subjectOf(*entry), entry->visit);
            showEntry(m_view->current());
        }
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* entry = current()) {
            Q_EMIT openWanted(entry->conversation);
        }
    });
    connect(m_panel, &VisitPanel::changed, this, &BookPane::read);
    connect(m_panel, &VisitPanel::closed, this, [this] {
        showEntry(m_view->current());
        m_view->setFocus();
    });
    connect(&context.feed, &ChangeFeed::changed, this, [this](const auto& changes) {
        const auto concerns = [](const domain::Change& change) { return change.topic == domain::Topic::Clinic; };
        if (isVisible() && std::ranges::any_of(changes, concerns)) {
            read();
        }
    });
    m_again.setInterval(lookAgain);
    connect(&m_again, &QTimer::timeout, this, &BookPane::read);
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
    m_move->setObjectName(QStringLiteral("moveVisit"));
    m_cancel->setObjectName(QStringLiteral("cancelVisit"));
    m_open->setObjectName(QStringLiteral("openOffer"));

    m_side->setObjectName(QStringLiteral("surface"));
    m_side->setAttribute(Qt::WA_StyledBackground);
    m_side->setFixedWidth(288);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    for (QLabel* label : {m_name, m_facts, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(label == m_hint ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    }
    auto* acts = new QHBoxLayout;
    acts->setSpacing(2 * space);
    acts->addWidget(m_move);
    acts->addWidget(m_cancel);
    acts->addWidget(m_open);
    acts->addStretch(1);
    auto* entry = new QVBoxLayout;
    entry->setContentsMargins(3 * space, 3 * space, 3 * space, 3 * space);
    entry->setSpacing(2 * space);
    entry->addWidget(m_name);
    entry->addWidget(m_facts);
    entry->addLayout(acts);
    entry->addWidget(m_hint);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addLayout(entry);
    side->addWidget(m_panel);
    side->addStretch(1);

    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(0, 0, 0, 0);
    below->setSpacing(0);
    below->addWidget(m_view, 1);
    below->addWidget(line);
    below->addWidget(m_side);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addLayout(below, 1);
}

void BookPane::showDate(QDate date)
{
    m_date = date;
    m_panel->dismiss();
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
        refreshHead();
    }
}

const desk::BookEntry* BookPane::current() const
{
    const int entry = m_view->current();
    return m_book && entry >= 0 && entry < int(m_book->entries.size()) ? &m_book->entries[size_t(entry)] : nullptr;
}

VisitPanel::Subject BookPane::subjectOf(const desk::BookEntry& entry) const
{
    desk::DayBook facts;
    facts.doctors = m_book->doctors;
    facts.treatments = m_book->treatments;
    return {std::move(facts), entry.visit.patient, bookwords::title(entry)};
}

void BookPane::showEntry(int)
{
    using Kind = desk::BookEntry::Kind;
    const auto* entry = current();
    const bool asks = !m_panel->isHidden();
    const bool isVisit = entry != nullptr && entry->kind == Kind::Visit;
    const bool isAhead =
        isVisit && !m_book->asOf && mayDo(m_context, domain::Right::KeepBook) && domain::toLocal(m_context.desk.now(), m_context.desk.zone()) < entry->start;
    m_name->setVisible(entry != nullptr);
    m_facts->setVisible(entry != nullptr);
    m_move->setVisible(isAhead && !asks);
    m_cancel->setVisible(isAhead && !asks);
    m_open->setVisible(entry != nullptr && entry->conversation.isValid());
    m_hint->setVisible(entry == nullptr && !asks);
    if (entry == nullptr) {
        return;
    }
    m_name->setText(bookwords::title(*entry));
    QStringList lines{bookwords::date(entry->start.date), bookwords::hours(entry->start, entry->end),
                      bookwords::detail(*m_book, *entry)};
    if (!entry->doctor.isEmpty()) {
        lines << bookwords::doctor(*m_book, entry->doctor);
    }
    lines.removeAll(QString());
    m_facts->setText(lines.join(QLatin1Char('\n')));
    for (QLabel* label : {m_name, m_facts}) {
        label->setAlignment(leading(*this));
    }
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
}

void BookPane::hideEvent(QHideEvent* event)
{
    m_again.stop();
    QWidget::hideEvent(event);
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
    m_name->setFont(m_context.theme.title());
    m_move->setText(tr("Move…"));
    m_cancel->setText(tr("Cancel…"));
    m_open->setText(tr("To the conversation"));
    m_hint->setText(tr("Choose a visit to see it. Drag it to another time or doctor to move it."));
    m_hint->setAlignment(leading(*this));
    refreshHead();
    showEntry(m_view->current());
}

} // namespace delpek::ui
