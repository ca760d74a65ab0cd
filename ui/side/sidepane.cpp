// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/sidepane.h"

#include "ui/book/visitpanel.h"
#include "ui/notes/notestab.h"
#include "ui/side/decisionstab.h"
#include "ui/side/patienttab.h"

#include <QEvent>
#include <QVBoxLayout>

namespace delpek::ui
{

SidePane::SidePane(const Context& context, QWidget* parent)
    : QTabWidget(parent)
    , m_patient(new PatientTab(context))
    , m_visit(new VisitPanel(context))
    , m_decisions(new DecisionsTab(context, this))
    , m_notes(new NotesTab(context, this))
{
    setDocumentMode(true);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_patient, 1);
    column->addWidget(m_visit);
    addTab(page, {});
    connect(m_patient, &PatientTab::newVisitWanted, m_visit, &VisitPanel::askNew);
    connect(m_patient, &PatientTab::moveWanted, m_visit, &VisitPanel::askMove);
    connect(m_patient, &PatientTab::cancelWanted, m_visit, &VisitPanel::askCancel);
    connect(m_visit, &VisitPanel::placingWanted, this, &SidePane::placingWanted);
    addTab(m_decisions, {});
    addTab(m_notes, {});
    connect(m_notes, &NotesTab::changed, this, &SidePane::retranslate);
    connect(m_notes, &NotesTab::placeWanted, this, &SidePane::placeWanted);
    connect(m_decisions, &DecisionsTab::doctorWanted, this, &SidePane::doctorWanted);
    retranslate();
}

void SidePane::open(domain::ConversationId id)
{
    m_visit->dismiss();
    m_patient->open(id);
    m_decisions->open(id);
    m_notes->open(id);
}

void SidePane::flush()
{
    m_decisions->flush();
}

void SidePane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QTabWidget::changeEvent(event);
}

void SidePane::retranslate()
{
    setTabText(0, tr("Patient"));
    setTabText(1, tr("Decisions"));
    const int notes = m_notes->count();
    setTabText(2, notes == 0 ? tr("Notes") : tr("Notes (%1)").arg(notes));
}

} // namespace delpek::ui
