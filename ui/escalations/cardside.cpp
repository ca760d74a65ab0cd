// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/cardside.h"

#include "domain/isolate.h"
#include "ui/escalations/cardlabel.h"
#include "ui/escalations/escalationwords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace delpek::ui
{

CardSide::CardSide(const Context& context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&context.theme, &Theme::changed, this, &CardSide::rebuild);
}

void CardSide::setCard(const domain::EscalationCard& card, const desk::PatientSide* side)
{
    m_card = card;
    m_patients = side == nullptr ? std::vector<domain::Patient>() : side->patients;
    rebuild();
}

void CardSide::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QScrollArea::changeEvent(event);
}

void CardSide::rebuild()
{
    auto* body = new QWidget;
    body->setObjectName(QStringLiteral("sideBody"));
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(14, 12, 14, 14);
    column->setSpacing(4);
    addFacts(*column);
    addConsent(*column);
    addFiling(*column);
    addHistory(*column);
    column->addStretch(1);
    setWidget(body);
}

void CardSide::heading(QVBoxLayout& column, const QString& text)
{
    auto* label = cardLabel(*this, text, "heading");
    label->setFont(m_context.theme.small());
    column.addWidget(label);
}

void CardSide::addFacts(QVBoxLayout& column)
{
    heading(column, tr("What the patient said"));
    if (m_card.facts.empty()) {
        column.addWidget(cardLabel(*this, tr("Nothing about the complaint yet."), "muted"));
    }
    for (const domain::IntakeFact& fact : m_card.facts) {
        auto* name = cardLabel(*this, escalationwords::factName(fact.key), "muted");
        name->setFont(m_context.theme.small());
        column.addWidget(name);
        auto* value = cardLabel(*this, escalationwords::factValue(fact));
        value->setContentsMargins(0, 0, 0, 4);
        column.addWidget(value);
    }
    column.addSpacing(10);
}

void CardSide::addFiling(QVBoxLayout& column)
{
    QString said;
    switch (m_card.filing) {
    case domain::FilingState::None:
        return;
    case domain::FilingState::Waiting:
        said = tr("The exchange is about to be written into the patient's record.");
        break;
    case domain::FilingState::Choose:
        said =
            m_patients.empty()
                ? tr("It is not clear whose record this belongs to. The exchange is filed once the patient is known.")
                : tr("Whose record does this belong to?");
        break;
    case domain::FilingState::Filed:
        said = tr("The exchange is in the patient's record.");
        break;
    }
    heading(column, tr("Record"));
    column.addWidget(cardLabel(*this, said));
    if (m_card.filing == domain::FilingState::Choose) {
        for (const domain::Patient& patient : m_patients) {
            auto* choose = new QPushButton(domain::isolate(words::name(patient.name)));
            connect(choose, &QPushButton::clicked, this, [this, id = patient.id] { Q_EMIT patientChosen(id); });
            column.addWidget(choose);
        }
    }
    column.addSpacing(10);
}

void CardSide::addConsent(QVBoxLayout& column)
{
    const bool isAsked = m_card.escalation.urgency == domain::Urgency::DoctorRequired &&
                         m_card.consent != domain::ConsentState::NotAsked;
    if (!m_card.escalation.isOpen() || (!isAsked && m_card.answerFault.isEmpty())) {
        return;
    }
    const bool given = m_card.consent == domain::ConsentState::Given;
    heading(column, tr("Medical answers here"));
    column.addWidget(cardLabel(
        *this, given                                              ? tr("The patient agreed.")
               : m_card.consent == domain::ConsentState::NotAsked ? tr("The patient was not asked.")
               : m_card.consent == domain::ConsentState::Asked    ? tr("The patient was asked and has not answered.")
                                                                  : tr("The patient does not want them.")));
    auto* change = new QPushButton(given ? tr("No longer agrees") : tr("Agreed on the phone"));
    change->setToolTip(tr("Notes what the patient said"));
    connect(change, &QPushButton::clicked, this, [this, given] { Q_EMIT consentTold(!given); });
    column.addWidget(change);
    column.addSpacing(10);
}

void CardSide::addHistory(QVBoxLayout& column)
{
    heading(column, tr("What happened"));
    const base::Instant now = m_context.desk.now();
    QString shownDay;
    for (const domain::EscalationEvent& event : m_card.history) {
        if (const QString day = words::day(event.at, now); std::exchange(shownDay, day) != day) {
            auto* label = cardLabel(*this, day, "muted");
            label->setFont(m_context.theme.small());
            label->setContentsMargins(0, 4, 0, 0);
            column.addWidget(label);
        }
        auto* entry = cardLabel(
            *this, directed(*this, tr("%1 · %2").arg(words::clockTime(event.at), escalationwords::event(event))));
        column.addWidget(entry);
        if (const QString detail = escalationwords::eventDetail(event); !detail.isEmpty()) {
            auto* more = cardLabel(*this, directed(*this, detail), "muted");
            more->setFont(m_context.theme.small());
            more->setContentsMargins(0, 0, 0, 4);
            column.addWidget(more);
        }
    }
}

} // namespace delpek::ui
