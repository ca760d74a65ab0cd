// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/side/sidepane.h"

#include "ui/side/decisionstab.h"
#include "ui/side/patienttab.h"

#include <QEvent>

namespace delpek::ui
{

SidePane::SidePane(const Context& context, QWidget* parent)
    : QTabWidget(parent)
    , m_patient(new PatientTab(context, this))
    , m_decisions(new DecisionsTab(context, this))
{
    setDocumentMode(true);
    addTab(m_patient, {});
    addTab(m_decisions, {});
    retranslate();
}

void SidePane::open(domain::ConversationId id)
{
    m_patient->open(id);
    m_decisions->open(id);
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
}

} // namespace delpek::ui
