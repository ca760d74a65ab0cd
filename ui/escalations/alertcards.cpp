// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/alertcards.h"

#include "domain/isolate.h"
#include "ui/announcer.h"
#include "ui/escalations/escalationlist.h"
#include "ui/rights.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencylabel.h"
#include "ui/wording.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace delpek::ui
{

AlertCards::AlertCards(const Context& context, EscalationList& list, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    connect(&list, &EscalationList::changed, this, &AlertCards::rebuild);
    connect(&context.theme, &Theme::changed, this, &AlertCards::rebuild);
    rebuild();
}

void AlertCards::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void AlertCards::rebuild()
{
    std::set<domain::EscalationId> said;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        // Its button may be what asked for this.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const domain::Escalation& escalation : m_list.open()) {
        if (escalation.urgency != domain::Urgency::Emergency || escalation.acknowledgedAt) {
            continue;
        }
        auto* card = new QFrame(this);
        card->setObjectName(QStringLiteral("alertCard"));
        const QString what =
            tr("%1: %2").arg(domain::isolate(m_list.nameOf(escalation.conversation)), words::why(escalation));
        if (m_said.contains(escalation.id) || say(escalation)) {
            said.insert(escalation.id);
        }
        auto* text = new QLabel(what);
        text->setAlignment(leading(*this));
        text->setTextFormat(Qt::PlainText);
        auto* open = new QPushButton(tr("Show"));
        auto* acknowledge = new QPushButton(tr("I am on it"));
        acknowledge->setObjectName(QStringLiteral("acknowledge"));
        acknowledge->setProperty("kind", QStringLiteral("alert"));
        auto* row = new QHBoxLayout(card);
        row->setContentsMargins(14, 7, 12, 7);
        row->setSpacing(10);
        row->addWidget(new UrgencyLabel(m_context.theme, escalation.urgency));
        row->addWidget(text, 1);
        row->addWidget(open);
        row->addWidget(acknowledge);
        if (!mayDo(m_context, domain::Right::Escalate)) {
            acknowledge->hide();
        }
        connect(open, &QPushButton::clicked, this, [this, id = escalation.id] { Q_EMIT openWanted(id); });
        connect(acknowledge, &QPushButton::clicked, &m_list, [this, id = escalation.id] { m_list.acknowledge(id); });
        m_column->addWidget(card);
        card->show();
    }
    m_said = std::move(said);
    setVisible(m_column->count() > 0);
}

/// At once, also where it is not read yet whose it is.
bool AlertCards::say(const domain::Escalation& escalation)
{
    QStringList parts{words::urgency(escalation.urgency), words::why(escalation)};
    if (m_list.conversationOf(escalation.conversation).id.isValid()) {
        parts.insert(1, m_list.nameOf(escalation.conversation));
    }
    return announce(*this, parts.join(QStringLiteral(". ")));
}

} // namespace delpek::ui
