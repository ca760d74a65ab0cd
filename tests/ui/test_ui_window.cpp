// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/problembar.h"
#include "ui/side/decisionmodel.h"
#include "ui/windowfixture.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>

using namespace delpek;
using domain::HolderKind;
using test::FakeDesk;
using test::WindowFixture;

class TestUiWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneKeyTakesOverAndHandsBack()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder, (domain::Holder{HolderKind::Staff, f.desk.staffName()}));
        QCOMPARE(f.thread.conversation().holder.kind, HolderKind::Staff);
        f.press(Qt::Key_F6);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Agent);
        f.press(Qt::Key_F6);
        f.press(Qt::Key_F7);
        QCOMPARE(f.desk.at({FakeDesk::Booking}).holder.kind, HolderKind::Nobody);
    }

    void theLanguageChangesUnderAnOpenDraft()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        f.composer.edit().insertPlainText(QStringLiteral("draft in the making"));
        auto preferences = f.window.preferences();
        preferences.language = domain::Language::Hebrew;
        f.window.setPreferences(preferences);
        QCOMPARE(f.window.layoutDirection(), Qt::RightToLeft);
        const auto* send = f.composer.findChild<QPushButton*>(QStringLiteral("send"));
        QTRY_COMPARE(domain::withoutIsolates(send->text()), QStringLiteral("שליחה אל נועה כהן בוואטסאפ"));
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("draft in the making"));
        preferences.language = domain::Language::English;
        f.window.setPreferences(preferences);
        QTRY_COMPARE(domain::withoutIsolates(send->text()), QStringLiteral("Send to נועה כהן on WhatsApp"));
        QCOMPARE(f.window.layoutDirection(), Qt::LeftToRight);
    }

    void anEmergencyStaysUntilSomebodyTakesIt()
    {
        WindowFixture f;
        const auto shown = [&] {
            const auto all = f.window.findChildren<QPushButton*>(QStringLiteral("acknowledge"));
            const auto visible = std::ranges::find_if(all, [](const auto* button) { return button->isVisible(); });
            return visible == all.end() ? nullptr : *visible;
        };
        QTRY_VERIFY(shown() != nullptr);
        shown()->click();
        QTRY_VERIFY(shown() == nullptr);
        QVERIFY(f.desk.escalations({FakeDesk::Emergency}).result().value().at(0).acknowledgedAt);
    }

    void aChannelThatDoesNotWorkIsSaid()
    {
        WindowFixture f;
        const auto* bar = f.window.findChild<ui::ProblemBar*>();
        QVERIFY(bar);
        QCOMPARE(bar->text(), QString());
        f.desk.setChannelFaults({QStringLiteral("channel.wahaPairing")});
        QTRY_VERIFY(bar->text().contains(QStringLiteral("scan the code")));
        // Put away, it stays away until something is new.
        bar->findChildren<QPushButton*>().back()->click();
        QCOMPARE(bar->text(), QString());
        f.desk.setChannelFaults({QStringLiteral("channel.wahaPairing")});
        f.desk.setChannelFaults({QStringLiteral("channel.wahaFailed")});
        QTRY_VERIFY(bar->text().contains(QStringLiteral("has failed")));
        QVERIFY(!bar->text().contains(QStringLiteral("scan the code")));
        f.desk.setChannelFaults({});
        QTRY_COMPARE(bar->text(), QString());
    }

    void themesChangeWhileRunning()
    {
        WindowFixture f;
        const QColor before = f.window.palette().color(QPalette::Window);
        auto preferences = f.window.preferences();
        preferences.theme = ui::ThemeKind::Dark;
        f.window.setPreferences(preferences);
        QVERIFY(f.window.palette().color(QPalette::Window).lightness() < before.lightness());
        QCOMPARE(ui::Preferences::load(), preferences);
    }

    void decisionsAreATree()
    {
        FakeDesk desk;
        ui::DecisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.set(desk.decisions({FakeDesk::Booking}, {}, 30).result().value(), desk.now());
        QCOMPARE(model.rowCount(), 1);
        const auto decision = model.index(0, 0, {});
        QCOMPARE(model.rowCount(decision), 5);
        QVERIFY(model.rowCount(model.index(2, 0, decision)) > 2);
    }

    void everyButtonHasAName()
    {
        WindowFixture f;
        f.open(FakeDesk::Booking);
        for (const auto* button : f.window.findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) {
                continue;
            }
            const bool inner = button->parent()->inherits("QLineEdit") || button->parent()->inherits("QTabBar");
            QVERIFY2(inner || !button->text().isEmpty() || !button->accessibleName().isEmpty(),
                     qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(TestUiWindow)
#include "test_ui_window.moc"
