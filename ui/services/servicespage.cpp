// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/services/servicespage.h"

#include "ui/services/agentsview.h"
#include "ui/services/serviceview.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>

namespace delpek::ui
{

ServicesPage::ServicesPage(const Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_services(new ServiceView(context, this))
    , m_agents(new AgentsView(context, this))
{
    m_tabs->setObjectName(QStringLiteral("serviceTabs"));
    m_tabs->addTab(m_services, QString());
    m_tabs->addTab(m_agents, QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6 * space, 5 * space, 6 * space, 5 * space);
    column->setSpacing(2 * space);
    column->addWidget(m_title);
    column->addWidget(m_tabs, 1);
    const auto tell = [this] { Q_EMIT waits(m_services->waitsForStart() || m_agents->waitsForStart()); };
    connect(m_services, &ServiceView::told, this, tell);
    connect(m_agents, &AgentsView::told, this, tell);
    connect(&context.theme, &Theme::changed, this, &ServicesPage::retranslate);
    retranslate();
}

void ServicesPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void ServicesPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_services->read();
    m_agents->read();
}

void ServicesPage::retranslate()
{
    m_title->setFont(m_context.theme.title());
    m_title->setText(tr("Services and agents"));
    m_tabs->setTabText(0, tr("Services"));
    m_tabs->setTabText(1, tr("Agents"));
}

} // namespace delpek::ui
