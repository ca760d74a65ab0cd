// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/agentsview.h"

#include "desk/desk.h"
#include "domain/isolate.h"
#include "ui/application.h"
#include "ui/call.h"
#include "ui/escalations/cardlabel.h"
#include "ui/rights.h"
#include "ui/services/servicetext.h"
#include "ui/services/servicetextfield.h"
#include "ui/services/servicewords.h"
#include "ui/theme/theme.h"
#include "ui/wording.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QSignalBlocker>

namespace delpek::ui
{

AgentsView::AgentsView(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_label(new QLabel(this))
    , m_team(new QComboBox(this))
    , m_note(new QLabel(this))
    , m_trouble(troubleLabel(this))
    , m_text(new QLabel(this))
{
    m_team->setObjectName(QStringLiteral("agentTeam"));
    m_note->setObjectName(QStringLiteral("agentTeamNote"));
    m_text->setObjectName(QStringLiteral("agentText"));
    m_label->setBuddy(m_team);
    m_note->setWordWrap(true);
    m_note->setProperty("kind", QStringLiteral("muted"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setAlignment(Qt::AlignTop);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* row = new QHBoxLayout;
    row->setSpacing(2 * space);
    row->addWidget(m_label);
    row->addWidget(m_team);
    row->addStretch(1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_text);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 3 * space, 0, 0);
    column->setSpacing(2 * space);
    column->addLayout(row);
    column->addWidget(m_note);
    column->addWidget(m_trouble);
    column->addWidget(scroll, 1);
    connect(m_team, &QComboBox::activated, this, &AgentsView::choose);
    connect(&context.theme, &Theme::changed, this, &AgentsView::retranslate);
    retranslate();
}

void AgentsView::read()
{
    whenDone(m_context.desk.serviceRoom().teams(), this, [this](const Result<desk::TeamState>& state) {
        m_failure = state ? std::nullopt : std::optional(state.error());
        if (state) {
            m_state = *state;
        }
        retranslate();
        Q_EMIT told();
    });
}

bool AgentsView::waitsForStart() const
{
    return !m_failure && !m_state.isDemo && m_state.chosen != m_state.running;
}

void AgentsView::choose()
{
    whenDone(m_context.desk.serviceRoom().chooseTeam(m_team->currentData().toString()), this,
             [this](const Result<Done>& done) {
                 m_trouble->setVisible(!done);
                 if (!done) {
                     m_trouble->setText(words::sentence(done.error()));
                 }
                 // What was not kept is not shown as if it were.
                 read();
             });
}

void AgentsView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void AgentsView::retranslate()
{
    m_label->setText(tr("Who answers patients"));
    {
        const QSignalBlocker blocker(m_team);
        m_team->clear();
        for (const auto& team : m_state.teams) {
            m_team->addItem(servicewords::team(team.name), team.name);
        }
        m_team->setCurrentIndex(m_team->findData(m_state.chosen));
    }
    m_team->setEnabled(m_state.canChoose && mayDo(m_context, domain::Right::ManageClinic));
    m_label->setVisible(!m_failure);
    m_team->setVisible(!m_failure);
    m_note->setFont(m_context.theme.small());
    const QString running = servicewords::team(m_state.running);
    m_note->setText(
        m_failure ? words::sentence(*m_failure)
        : m_state.isDemo
            ? tr("What runs now is the demo clinic. The choice holds from the next start on your clinic on.")
        : m_state.running == m_state.chosen
            ? tr("The same safety rules hold for both. Another choice holds from the next start of Delpek "
                 "on.")
            : tr("Until Delpek is started again, it is still: %1.").arg(domain::isolate(running)));
    const auto language = currentLanguage();
    QString html = QStringLiteral("<div dir=\"%1\">")
                       .arg(layoutDirection() == Qt::RightToLeft ? QStringLiteral("rtl") : QStringLiteral("ltr"));
    for (const auto& team : m_state.teams) {
        html += QStringLiteral("<p style=\"margin:16px 0 0 0\"><b>%1</b></p>")
                    .arg((team.name == m_state.running ? tr("%1 (answers now)").arg(servicewords::team(team.name))
                                                       : servicewords::team(team.name))
                             .toHtmlEscaped());
        for (const auto& agent : team.agents) {
            const QString shown = domain::isolate(agent.display.in(language));
            html +=
                headingHtml(agent.isCoordinator && team.agents.size() > 1 ? tr("%1, coordinator").arg(shown) : shown);
            html += paragraphHtml(agent.persona.in(language));
            QStringList takes;
            for (const QString& intent : agent.intents) {
                takes << (intent == QLatin1String("*") ? tr("everything") : words::intent(intent));
            }
            QStringList tools;
            for (const QString& tool : agent.tools) {
                tools << servicewords::tool(tool);
            }
            const auto line = [](const QString& text) {
                return QStringLiteral("<p style=\"margin:2px 0\">%1</p>").arg(text.toHtmlEscaped());
            };
            html += line(tr("Takes: %1.").arg(takes.join(tr("; "))));
            html += line(tr("May: %1.").arg(tools.join(tr("; "))));
        }
    }
    m_text->setText(m_failure ? QString() : html + QStringLiteral("</div>"));
}

} // namespace delpek::ui
