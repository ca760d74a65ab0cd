// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pictureparts.h"

#include "ui/clinic/clinicpage.h"
#include "ui/clinic/doctorform.h"
#include "ui/clinic/treatmentform.h"
#include "ui/fakeclinicroom.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

namespace delpek::test
{

namespace
{

void clickOn(ui::ClinicPage& page, const char* button)
{
    page.findChild<QPushButton*>(QLatin1String(button))->click();
    QTest::qWait(60);
}

void choose(ui::ClinicPage& page, const char* list, int row)
{
    auto* tree = page.findChild<QTreeWidget*>(QLatin1String(list));
    tree->setCurrentItem(tree->topLevelItem(row));
}

} // namespace

void showClinic(const Parts& parts)
{
    showPage<ui::ClinicPage>(parts);
}

void showClinicLists(const Parts& parts)
{
    auto& page = showPage<ui::ClinicPage>(parts);
    choose(page, "clinicTreatments", 1);
    choose(page, "clinicDoctors", 0);
    QTest::qWait(60); // until everything has its place
    auto* bar = page.findChild<QScrollArea*>()->verticalScrollBar();
    bar->setValue(bar->maximum());
}

void showClinicEmpty(const Parts& parts)
{
    auto& room = parts.desk.fakeClinicRoom();
    room.now = {};
    room.now.canChange = true;
    room.now.isBegun = false;
    showPage<ui::ClinicPage>(parts);
}

void showClinicMissing(const Parts& parts)
{
    auto& room = parts.desk.fakeClinicRoom();
    room.now.treatments.push_back(
        {{QStringLiteral("xray"), {QStringLiteral("צילום רנטגן"), QStringLiteral("X-ray")}, 15, {}}, false});
    room.now.doctors[1].doctor.hours = {};
    room.now.info.phone.clear();
    showPage<ui::ClinicPage>(parts);
}

void showTreatmentForm(const Parts& parts)
{
    clickOn(showPage<ui::ClinicPage>(parts), "addTreatment");
}

void showDoctorForm(const Parts& parts)
{
    auto& page = showPage<ui::ClinicPage>(parts);
    choose(page, "clinicDoctors", 0);
    clickOn(page, "changeDoctor");
}

void showRetireForm(const Parts& parts)
{
    auto& page = showPage<ui::ClinicPage>(parts);
    choose(page, "clinicDoctors", 0);
    clickOn(page, "switchDoctor");
}

} // namespace delpek::test
