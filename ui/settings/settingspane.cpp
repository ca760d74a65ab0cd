// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspane.h"

#include "ui/audit/auditpage.h"
#include "ui/backup/backuppage.h"
#include "ui/clinic/clinicpage.h"
#include "ui/duty/dutypage.h"
#include "ui/hours/hourspage.h"
#include "ui/privacy/privacypage.h"
#include "ui/reviews/reviewpage.h"
#include "ui/rights.h"
#include "ui/rules/rulespage.h"
#include "ui/services/servicespage.h"
#include "ui/settings/holdsedits.h"
#include "ui/settings/restartbar.h"
#include "ui/settings/settingspage.h"
#include "ui/setup/answerspage.h"
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

namespace
{

constexpr const char* clinicSection = QT_TRANSLATE_NOOP("delpek::ui::SettingsPane", "Clinic");
constexpr const char* hoursSection = QT_TRANSLATE_NOOP("delpek::ui::SettingsPane", "Hours");

} // namespace

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
    const bool manages = mayDo(context, domain::Right::ManageClinic);
    add(QT_TR_NOOP("This window"), [this] { return m_window; });
    if (manages) {
        addPage<StaffPage>(QT_TR_NOOP("Staff"));
    }
    addPage<DutyPage>(QT_TR_NOOP("On duty"));
    if (manages) {
        add(QT_TR_NOOP("Privacy"), [this] { return followWaiting(new PrivacyPage(m_context, m_pages)); });
    }
    if (mayDo(context, domain::Right::ReadAudit)) {
        add(QT_TR_NOOP("Audit log"), [this] {
            auto* audit = new AuditPage(m_context, m_pages);
            connect(audit, &AuditPage::openWanted, this, &SettingsPane::openWanted);
            return audit;
        });
    }
    if (manages) {
        addClinics();
    }
    add(QT_TR_NOOP("Services and agents"), [this, manages] {
        auto* services = new ServicesPage(m_context, m_pages);
        return manages ? followWaiting(services) : services;
    });
    addPage<TemplatesPage>(QT_TR_NOOP("Templates"));
    if (mayDo(context, domain::Right::Converse)) {
        add(QT_TR_NOOP("Reported turns"), [this] {
            auto* reviews = new ReviewPage(m_context, m_pages);
            connect(reviews, &ReviewPage::openWanted, this, &SettingsPane::openWanted);
            return reviews;
        });
    }
    addPage<RulesPage>(QT_TR_NOOP("Rules"));
    addPage<ShortcutsPage>(QT_TR_NOOP("Keyboard"));
    connect(m_sections, &QListWidget::currentRowChanged, this, &SettingsPane::show);
    m_sections->setCurrentRow(0);
    retranslate();
}

/// What only an administrator keeps.
void SettingsPane::addClinics()
{
    add(QT_TR_NOOP("Connections"), [this] { return followWaiting(new ConnectionsPage(m_context, m_pages)); });
    add(QT_TR_NOOP("Answers and alerts"), [this] { return followWaiting(new AnswersPage(m_context, m_pages)); });
    add(clinicSection, [this] {
        auto* clinic = new ClinicPage(m_context, m_pages);
        connect(clinic, &ClinicPage::hoursWanted, this, [this] { showSection(hoursSection); });
        connect(clinic, &ClinicPage::openWanted, this, &SettingsPane::openWanted);
        connect(clinic, &ClinicPage::dayWanted, this, &SettingsPane::dayWanted);
        return clinic;
    });
    add(hoursSection, [this] {
        auto* hours = new HoursPage(m_context, m_pages);
        connect(hours, &HoursPage::openWanted, this, &SettingsPane::openWanted);
        connect(hours, &HoursPage::dayWanted, this, &SettingsPane::dayWanted);
        return hours;
    });
    addPage<BackupPage>(QT_TR_NOOP("Backup"));
}

/// Pages on which something is kept that works after a restart only.
template <typename SomePage>
SomePage* SettingsPane::followWaiting(SomePage* page)
{
    connect(page, &SomePage::waits, m_restart, [this, page](bool forStart) { m_restart->setWaiting(page, forStart); });
    return page;
}

template <typename SomePage>
void SettingsPane::addPage(const char* name)
{
    add(name, [this] { return new SomePage(m_context, m_pages); });
}

void SettingsPane::add(const char* name, Maker make)
{
    m_list.push_back({name, std::move(make)});
    m_sections->addItem(QString());
}

void SettingsPane::show(int row)
{
    if (row < 0) {
        return;
    }
    auto& section = m_list[size_t(row)];
    if (!section.page) {
        section.page = section.make();
        m_pages->addWidget(section.page);
    }
    m_pages->setCurrentWidget(section.page);
}

void SettingsPane::showSection(const char* name)
{
    const auto found = std::ranges::find_if(
        m_list, [name](const Section& section) { return QLatin1String(section.name) == QLatin1String(name); });
    if (found != m_list.end()) {
        m_sections->setCurrentRow(int(found - m_list.begin()));
    }
}

void SettingsPane::showClinic()
{
    showSection(clinicSection);
}

int SettingsPane::unsavedRow() const
{
    const auto found = std::ranges::find_if(m_list, [](const Section& section) {
        const auto* page = dynamic_cast<const HoldsEdits*>(section.page);
        return page != nullptr && page->hasUnsaved();
    });
    return found == m_list.end() ? -1 : int(found - m_list.begin());
}

QString SettingsPane::unsaved() const
{
    const int row = unsavedRow();
    return row < 0 ? QString() : m_sections->item(row)->text();
}

void SettingsPane::showUnsaved()
{
    if (const int row = unsavedRow(); row >= 0) {
        m_sections->setCurrentRow(row);
    }
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
        m_sections->item(row)->setText(tr(m_list[size_t(row)].name));
    }
}

} // namespace delpek::ui
