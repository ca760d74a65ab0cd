// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspane.h"

#include "ui/audit/auditpage.h"
#include "ui/backup/backuppage.h"
#include "ui/hours/hourspage.h"
#include "ui/privacy/privacypage.h"
#include "ui/reviews/reviewpage.h"
#include "ui/rights.h"
#include "ui/rules/rulespage.h"
#include "ui/services/servicespage.h"
#include "ui/settings/restartbar.h"
#include "ui/settings/settingspage.h"
#include "ui/setup/connectionspage.h"
#include "ui/shortcuts/shortcutspage.h"
#include "ui/staff/staffpage.h"
#include "ui/templates/templatespage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QStackedWidget>

namespace delpek::ui
{

SettingsPane::SettingsPane(const Context& context, const Preferences& preferences, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_sections(new QListWidget(this))
    , m_restart(new RestartBar(context, this))
    , m_pages(new QStackedWidget(this))
    , m_window(new SettingsPage(context, preferences, m_pages))
{
    m_sections->setObjectName(QStringLiteral("settingsSections"));
    m_sections->setFixedWidth(180);
    m_sections->setFrameShape(QFrame::NoFrame);
    auto* line = new QFrame(this);
    line->setObjectName(QStringLiteral("line"));
    line->setFixedWidth(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sections);
    row->addWidget(line);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_restart);
    column->addWidget(m_pages, 1);
    row->addLayout(column, 1);
    connect(m_restart, &RestartBar::restartWanted, this, &SettingsPane::restartWanted);
    add(QT_TR_NOOP("This window"), m_window);
    if (mayDo(context, domain::Right::ManageClinic)) {
        add(QT_TR_NOOP("Staff"), new StaffPage(context, m_pages));
        add(QT_TR_NOOP("Privacy"), new PrivacyPage(context, m_pages));
    }
    if (mayDo(context, domain::Right::ReadAudit)) {
        auto* audit = new AuditPage(context, m_pages);
        connect(audit, &AuditPage::openWanted, this, &SettingsPane::openWanted);
        add(QT_TR_NOOP("Audit log"), audit);
    }
    if (mayDo(context, domain::Right::ManageClinic)) {
        auto* connections = new ConnectionsPage(context, m_pages);
        connect(connections, &ConnectionsPage::waits, m_restart,
                [this, connections](bool forStart) { m_restart->setWaiting(connections, forStart); });
        add(QT_TR_NOOP("Connections"), connections);
        auto* hours = new HoursPage(context, m_pages);
        connect(hours, &HoursPage::openWanted, this, &SettingsPane::openWanted);
        connect(hours, &HoursPage::dayWanted, this, &SettingsPane::dayWanted);
        add(QT_TR_NOOP("Hours"), hours);
        add(QT_TR_NOOP("Backup"), new BackupPage(context, m_pages));
    }
    auto* services = new ServicesPage(context, m_pages);
    if (mayDo(context, domain::Right::ManageClinic)) {
        connect(services, &ServicesPage::waits, m_restart,
                [this, services](bool forStart) { m_restart->setWaiting(services, forStart); });
    }
    add(QT_TR_NOOP("Services and agents"), services);
    add(QT_TR_NOOP("Templates"), new TemplatesPage(context, m_pages));
    if (mayDo(context, domain::Right::Converse)) {
        auto* reviews = new ReviewPage(context, m_pages);
        connect(reviews, &ReviewPage::openWanted, this, &SettingsPane::openWanted);
        add(QT_TR_NOOP("Reported turns"), reviews);
    }
    add(QT_TR_NOOP("Rules"), new RulesPage(context, m_pages));
    add(QT_TR_NOOP("Keyboard"), new ShortcutsPage(context, m_pages));
    connect(m_sections, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    m_sections->setCurrentRow(0);
    retranslate();
}

void SettingsPane::add(const char* name, QWidget* page)
{
    m_names.push_back(name);
    m_sections->addItem(QString());
    m_pages->addWidget(page);
}

void SettingsPane::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

void SettingsPane::retranslate()
{
    m_sections->setAccessibleName(tr("Sections of the settings"));
    for (int row = 0; row < m_sections->count(); ++row) {
        m_sections->item(row)->setText(tr(m_names[size_t(row)]));
    }
}

} // namespace delpek::ui
