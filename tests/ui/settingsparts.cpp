// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "ui/duty/dutypage.h"
#include "ui/fakesetup.h"
#include "ui/privacy/privacypage.h"
#include "ui/setup/answerspage.h"
#include "ui/setup/connectionspage.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <QTreeWidget>

namespace delpek::test
{

namespace
{

/// Scrolls until the last line of the page stands at its end.
void toEnd(const QWidget& page)
{
    QTest::qWait(30);
    auto* bar = page.findChild<QScrollArea*>()->verticalScrollBar();
    bar->setValue(bar->maximum());
}

} // namespace

void showAnswers(const Parts& parts)
{
    auto& page = showPage<ui::AnswersPage>(parts);
    auto* team = page.findChild<QComboBox*>(QStringLiteral("agent.team"));
    team->setCurrentIndex(1);
    page.findChild<QPushButton*>(QStringLiteral("answers.save"))->setFocus();
}

void showAlerts(const Parts& parts)
{
    auto& setup = parts.desk.fakeSetup();
    setup.at(QStringLiteral("escalation.rounds")).source = desk::Setting::Source::Environment;
    setup.at(QStringLiteral("escalation.rounds")).place = QStringLiteral("DELPEK_ESCALATION_ROUNDS");
    auto& page = showPage<ui::AnswersPage>(parts);
    page.findChild<QComboBox*>(QStringLiteral("notify.telling"))->setCurrentIndex(2);
    toEnd(page);
}

void showNoticeCards(const Parts& parts)
{
    auto& setup = parts.desk.fakeSetup();
    setup.at(QStringLiteral("notify.email.by")).value = QStringLiteral("smtp");
    setup.at(QStringLiteral("notify.email.from")).value = QStringLiteral("desk@clinic.example");
    setup.at(QStringLiteral("notify.email.smtp-host")).value = QStringLiteral("mail.clinic.example");
    setup.secrets[QStringLiteral("smtp.password")].isSet = true;
    toEnd(showPage<ui::ConnectionsPage>(parts));
}

void showDuty(const Parts& parts)
{
    showPage<ui::DutyPage>(parts);
}

void showDutyForm(const Parts& parts)
{
    auto& page = showPage<ui::DutyPage>(parts);
    page.findChild<QPushButton*>(QStringLiteral("addDuty"))->click();
    for (const char* day : {"dutyDay5", "dutyDay6"}) {
        parts.window.findChild<QPushButton*>(QLatin1String(day))->click();
    }
    parts.window.findChild<QTimeEdit*>(QStringLiteral("dutyFrom"))->setTime(QTime(20, 0));
    parts.window.findChild<QTimeEdit*>(QStringLiteral("dutyTo"))->setTime(QTime(8, 0));
}

void showDutyDate(const Parts& parts)
{
    auto& page = showPage<ui::DutyPage>(parts);
    page.findChild<QPushButton*>(QStringLiteral("addDutyDate"))->click();
    parts.window.findChild<QComboBox*>(QStringLiteral("dutyWho"))->setCurrentIndex(2);
    parts.window.findChild<QComboBox*>(QStringLiteral("dutyPresent"))->setCurrentIndex(1);
}

void showEraseResting(const Parts& parts)
{
    parts.desk.privacy().restingFor = {{730, 214}};
    auto& page = showPage<ui::PrivacyPage>(parts);
    page.findChild<QSpinBox*>(QStringLiteral("privacy.keep-days"))->setValue(730);
    page.findChild<QPushButton*>(QStringLiteral("privacy.save"))->click();
}

} // namespace delpek::test
