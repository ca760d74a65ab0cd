// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/escalations/escalationpage.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/escalations/escalationlist.h"
#include "ui/theme/linepainter.h"
#include "ui/theme/theme.h"
#include "ui/theme/urgencylabel.h"
#include "ui/wording.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace delpek::ui
{

EscalationPage::EscalationPage(const Context& context, EscalationList& list, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_list(list)
    , m_title(new QLabel(this))
    , m_area(new QScrollArea(this))
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_area, 1);
    connect(&list, &EscalationList::changed, this, &EscalationPage::rebuild);
    connect(&context.theme, &Theme::changed, this, &EscalationPage::rebuild);
    rebuild();
}

void EscalationPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void EscalationPage::rebuild()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Escalations"));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    for (const domain::Escalation& escalation : m_list.open()) {
        column->addWidget(card(escalation));
    }
    if (m_list.open().empty()) {
        auto* nothing = new QLabel(tr("Nothing waits for a person."));
        nothing->setProperty("kind", QStringLiteral("muted"));
        column->addWidget(nothing);
    }
    column->addStretch(1);
    m_area->setWidget(body);
}

QWidget* EscalationPage::card(const domain::Escalation& escalation)
{
    auto* frame = new QFrame;
    frame->setObjectName(QStringLiteral("listCard"));
    frame->setMaximumWidth(860);
    auto* top = new QHBoxLayout;
    top->setSpacing(10);
    top->addWidget(new UrgencyLabel(m_context.theme, escalation.urgency));
    auto* name = new QLabel(m_list.nameOf(escalation.conversation));
    name->setTextFormat(Qt::PlainText);
    name->setAlignment(leading(*this));
    name->setFont(m_context.theme.strong());
    top->addWidget(name, 1);

    QString text =
        tr("%1 · waiting for %2")
            .arg(words::why(escalation), words::waited(m_context.desk.now() - escalation.openedAt));
    if (escalation.acknowledgedAt) {
        text = tr("%1 · taken on by %2 at %3")
                   .arg(words::why(escalation), domain::isolate(escalation.acknowledgedBy),
                        words::clockTime(*escalation.acknowledgedAt));
    }
    auto* detail = new QLabel(text);
    detail->setAlignment(leading(*this));
    detail->setTextFormat(Qt::PlainText);
    detail->setProperty("kind", QStringLiteral("muted"));
    auto* words = new QVBoxLayout;
    words->setSpacing(3);
    words->addLayout(top);
    words->addWidget(detail);
    auto* row = new QHBoxLayout(frame);
    row->setContentsMargins(14, 10, 12, 10);
    row->setSpacing(8);
    row->addLayout(words, 1);
    if (!escalation.acknowledgedAt) {
        auto* acknowledge = new QPushButton(tr("I am on it"));
        connect(acknowledge, &QPushButton::clicked, &m_list, [this, id = escalation.id] { m_list.acknowledge(id); });
        row->addWidget(acknowledge);
    }
    auto* open = new QPushButton(tr("Open the conversation"));
    open->setProperty("kind", QStringLiteral("primary"));
    connect(open, &QPushButton::clicked, this, [this, id = escalation.conversation] { Q_EMIT openWanted(id); });
    row->addWidget(open);
    return frame;
}

} // namespace delpek::ui
