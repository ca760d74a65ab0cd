// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/entryside.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/book/bookwords.h"
#include "ui/call.h"
#include "ui/keptfocus.h"
#include "ui/patient/cardview.h"
#include "ui/rights.h"
#include "ui/theme/flowlayout.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace delpek::ui
{

using Kind = desk::BookEntry::Kind;

EntrySide::EntrySide(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_name(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_move(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_hint(new QLabel(this))
    , m_new(new QPushButton(this))
    , m_trouble(new QLabel(this))
    , m_area(new QScrollArea(this))
{
    build();
    connect(m_move, &QPushButton::clicked, this, [this] { Q_EMIT moveWanted(subject(), entry()->visit); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { Q_EMIT cancelWanted(subject(), entry()->visit); });
    connect(m_open, &QPushButton::clicked, this, &EntrySide::openConversation);
    connect(m_new, &QPushButton::clicked, this, &EntrySide::newWanted);
    connect(&context.theme, &Theme::changed, this, &EntrySide::retranslate);
    retranslate();
}

void EntrySide::build()
{
    m_move->setObjectName(QStringLiteral("moveVisit"));
    m_cancel->setObjectName(QStringLiteral("cancelVisit"));
    m_open->setObjectName(QStringLiteral("openOffer"));
    m_new->setObjectName(QStringLiteral("newBookVisit"));
    m_area->setObjectName(QStringLiteral("bookCard"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_hint->setProperty("kind", QStringLiteral("muted"));
    m_trouble->setProperty("kind", QStringLiteral("muted"));
    m_trouble->setObjectName(QStringLiteral("cardTrouble"));
    m_trouble->hide();
    for (QLabel* label : {m_name, m_facts, m_hint, m_trouble}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(label == m_hint ? Qt::NoTextInteraction : Qt::TextSelectableByMouse);
    }
    auto* acts = new FlowLayout(nullptr, 2 * space);
    for (QPushButton* act : {m_move, m_cancel, m_open}) {
        acts->addWidget(act);
    }
    auto* facts = new QVBoxLayout;
    facts->setContentsMargins(3 * space, 3 * space, 3 * space, 3 * space);
    facts->setSpacing(2 * space);
    facts->addWidget(m_name);
    facts->addWidget(m_facts);
    facts->addLayout(acts);
    facts->addWidget(m_hint);
    facts->addWidget(m_trouble);
    facts->addWidget(m_new, 0, Qt::AlignLeading);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(facts);
    column->addWidget(m_area, 1);
    column->addStretch(0);
}

const desk::BookEntry* EntrySide::entry() const
{
    return m_book && m_entry >= 0 && m_entry < int(m_book->entries.size()) ? &m_book->entries[size_t(m_entry)]
                                                                           : nullptr;
}

VisitSubject EntrySide::subject() const
{
    return {namesOf(m_book->doctors, m_book->treatments), entry()->visit.patient, bookwords::title(*entry())};
}

void EntrySide::show(const std::optional<desk::DayBook>& book, int entry, bool asks)
{
    m_book = book;
    m_entry = entry;
    m_asks = asks;
    refresh();
    const auto* shown = this->entry();
    if (shown == nullptr || shown->kind != Kind::Visit || shown->visit.patient != m_patient) {
        read(shown != nullptr && shown->kind == Kind::Visit ? shown->visit.patient : QString());
        showCard();
    }
    showWay();
}

void EntrySide::refresh()
{
    const auto* shown = entry();
    const bool keepsBook = m_book && !m_book->asOf && mayDo(m_context, domain::Right::KeepBook);
    const bool isAhead = keepsBook && shown != nullptr && shown->kind == Kind::Visit &&
                         domain::toLocal(m_context.desk.now(), m_context.desk.zone()) < shown->start;
    m_name->setVisible(shown != nullptr);
    m_facts->setVisible(shown != nullptr);
    m_move->setVisible(isAhead && !m_asks);
    m_cancel->setVisible(isAhead && !m_asks);
    m_hint->setVisible(shown == nullptr && !m_asks);
    m_hint->setText(keepsBook ? tr("Choose a visit to see it. Drag it to another time or doctor to move it. Press free "
                                   "time to book a visit.")
                              : tr("Choose a visit to see it."));
    m_new->setVisible(keepsBook && !m_asks && shown == nullptr);
    if (shown == nullptr) {
        return;
    }
    m_name->setText(bookwords::title(*shown));
    QStringList lines{bookwords::date(shown->start.date), bookwords::hours(shown->start, shown->end),
                      bookwords::detail(*m_book, *shown)};
    if (!shown->doctor.isEmpty()) {
        lines << bookwords::doctor(*m_book, shown->doctor);
    }
    lines.removeAll(QString());
    m_facts->setText(lines.join(QLatin1Char('\n')));
}

void EntrySide::readAgain()
{
    if (!m_patient.isEmpty()) {
        read(m_patient);
    }
}

void EntrySide::read(const QString& patient)
{
    if (patient != m_patient) {
        m_patient = patient;
        m_card.reset();
        m_cardError.reset();
        m_conversations.clear();
        m_unfolded.clear();
    }
    if (patient.isEmpty()) {
        return;
    }
    auto& cards = m_context.desk.patientCards();
    whenDone(cards.record(patient), this, [this, patient](const auto& record) {
        if (patient == m_patient) {
            m_card = record ? std::optional(*record) : std::nullopt;
            m_cardError = record ? std::nullopt : std::optional(record.error());
            showCard();
        }
    });
    whenDone(cards.conversationsOf(patient), this, [this, patient](const auto& conversations) {
        if (patient == m_patient && conversations) {
            m_conversations = *conversations;
            showWay();
        }
    });
}

bool EntrySide::isTheirs() const
{
    const auto* shown = entry();
    return shown != nullptr && shown->kind == Kind::Visit && !m_patient.isEmpty() && shown->visit.patient == m_patient;
}

void EntrySide::showWay()
{
    const auto* shown = entry();
    m_open->setVisible(shown != nullptr && (shown->conversation.isValid() || (isTheirs() && !m_conversations.empty())));
}

void EntrySide::showCard()
{
    const int place = m_area->verticalScrollBar()->value();
    const KeptFocus focus(m_area->widget());
    delete m_area->takeWidget();
    m_area->setVisible(isTheirs() && m_card);
    m_trouble->setVisible(isTheirs() && m_cardError);
    if (isTheirs() && m_cardError) {
        m_trouble->setText(tr("The patient's card cannot be read: %1").arg(words::sentence(*m_cardError)));
    }
    if (m_area->isHidden()) {
        return;
    }
    desk::PatientSide side;
    side.patients = {m_card->patient};
    side.nextVisits = m_card->nextVisits;
    side.doctors = m_book->doctors;
    side.treatments = m_book->treatments;
    CardView::Content content{m_card->patient, side, &*m_card};
    content.isDragged = false;
    content.phones = m_card->phones;
    content.isManaged = false;
    auto* card = new CardView(m_context, content, m_unfolded, nullptr);
    connect(card, &CardView::newVisitWanted, this, [this](const QString& treatment) {
        auto wanted = subject();
        wanted.treatment = treatment;
        Q_EMIT newVisitWanted(wanted);
    });
    connect(card, &CardView::moveWanted, this, [this](const auto& visit) { Q_EMIT moveWanted(subject(), visit); });
    connect(card, &CardView::cancelWanted, this, [this](const auto& visit) { Q_EMIT cancelWanted(subject(), visit); });
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(3 * space, 0, 3 * space, 3 * space);
    column->addWidget(card);
    column->addStretch(1);
    m_area->setWidget(page);
    m_area->verticalScrollBar()->setValue(place);
    focus.giveBack(*page, *m_area);
}

void EntrySide::openConversation()
{
    const auto* shown = entry();
    if (shown->conversation.isValid() || m_conversations.size() == 1) {
        Q_EMIT openWanted(shown->conversation.isValid() ? shown->conversation : m_conversations.front().id);
        return;
    }
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("whichConversation"));
    for (const auto& one : m_conversations) {
        auto* act = menu->addAction(
            QStringLiteral("%1 · %2").arg(words::channel(one.address.channel), domain::isolate(words::title(one))));
        connect(act, &QAction::triggered, this, [this, id = one.id] { Q_EMIT openWanted(id); });
    }
    menu->popup(m_open->mapToGlobal(QPoint(0, m_open->height())));
}

void EntrySide::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void EntrySide::retranslate()
{
    m_name->setFont(m_context.theme.title());
    m_move->setText(tr("Move…"));
    m_cancel->setText(tr("Cancel…"));
    m_open->setText(tr("To the conversation"));
    m_new->setText(tr("New visit…"));
    for (QLabel* label : {m_name, m_facts, m_hint, m_trouble}) {
        label->setAlignment(leading(*this));
    }
    refresh();
    showCard();
    showWay();
}

} // namespace delpek::ui
