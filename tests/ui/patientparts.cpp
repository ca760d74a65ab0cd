// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakepatientcards.h"
#include "ui/pictureparts.h"
#include "ui/side/patienttab.h"

#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

namespace delpek::test
{

namespace
{

void pressAll(const Parts& parts, const char* name, int most = 100)
{
    for (auto* button : parts.window.findChild<ui::PatientTab*>()->findChildren<QPushButton*>(QLatin1String(name))) {
        if (most-- > 0) {
            button->click();
        }
    }
}

void scrollCards(const Parts& parts, double part)
{
    QTest::qWait(60);
    auto* bar = parts.window.findChild<ui::PatientTab*>()->verticalScrollBar();
    bar->setValue(int(bar->maximum() * part));
}

} // namespace

void showCards(const Parts& parts)
{
    scrollCards(parts, 0.28);
}

void showOpenCards(const Parts& parts)
{
    auto& cards = parts.desk.fakePatientCards();
    const auto name = QStringLiteral("אלכסנדרה־ויקטוריה שפירא־גולדשטיין בן־אברהם");
    cards.at(QStringLiteral("p1"))->joined = {
        {1, QStringLiteral("p8"), {name, {}}, QStringLiteral("מאיה"), parts.desk.now() - std::chrono::hours(30)}};
    cards.at(QStringLiteral("p2"))->code = desk::ParentCodeState{
        desk::ParentCodeState::Kind::Good, QStringLiteral("מאיה"), parts.desk.now() - std::chrono::hours(50),
        parts.desk.now() + std::chrono::hours(24 * 60), 2};
    parts.desk.publish({{domain::Topic::Clinic, 0, 0}});
    QTest::qWait(60);
    for (const char* part : {"fold.plan", "fold.visits", "fold.notes", "fold.invoice.INV/2026/0031", "fold.paid"}) {
        pressAll(parts, part);
    }
    scrollCards(parts, 1);
}

void showJoining(const Parts& parts)
{
    pressAll(parts, "compareCards", 1);
}

void showCardSearch(const Parts& parts)
{
    pressAll(parts, "joinCards", 1);
    parts.window.findChild<QLineEdit*>(QStringLiteral("cardSearch"))->setText(QStringLiteral("כהן"));
    QTest::qWait(300);
}

void showTying(const Parts& parts)
{
    pressAll(parts, "findCard", 1);
    parts.window.findChild<QLineEdit*>(QStringLiteral("cardSearch"))->setText(QStringLiteral("כהן"));
    QTest::qWait(300);
}

void showTied(const Parts& parts)
{
    parts.desk.fakePatientCards().tied[{FakeDesk::Mixed}] = {
        {QStringLiteral("p3"), QStringLiteral("מאיה"), parts.desk.now()}};
    parts.desk.publish({{domain::Topic::Clinic, 0, 0}});
    QTest::qWait(60);
}

void showNewPatient(const Parts& parts)
{
    pressAll(parts, "newPatient", 1);
    parts.window.findChild<QLineEdit*>(QStringLiteral("newNameHe"))->setText(QStringLiteral("רוני שלו"));
    parts.window.findChild<QLineEdit*>(QStringLiteral("newBorn"))->setText(QStringLiteral("31.2.1990"));
    parts.window.findChild<QPushButton*>(QStringLiteral("addPatient"))->click();
}

void showCodeForm(const Parts& parts)
{
    pressAll(parts, "makeCode", 1);
}

void showCode(const Parts& parts)
{
    showCodeForm(parts);
    parts.window.findChild<QPushButton*>(QStringLiteral("makeCodeNow"))->click();
}

} // namespace delpek::test
