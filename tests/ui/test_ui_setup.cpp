// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/settings/restartbar.h"
#include "ui/setup/connectwizard.h"
#include "ui/setupfixture.h"

#include <QComboBox>
#include <QMessageBox>
#include <QSignalSpy>

using namespace delpek;
using domain::FindingState;
using test::FakeSetup;
using test::FakeSignIn;
using test::SetupFixture;
using test::WindowFixture;

namespace
{

const QString geheim = QStringLiteral("12345:geheim");

} // namespace

class TestUiSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnAdministratorHasTheSection()
    {
        SetupFixture f;
        f.admit(FakeSignIn::Noa);
        f.press(Qt::CTRL | Qt::Key_5);
        QTRY_VERIFY(!f.hasSection(QStringLiteral("Connections")));
        f.admit(FakeSignIn::Dana);
        QTRY_VERIFY(f.hasSection(QStringLiteral("Connections")));
    }

    void eachCardTellsItsState()
    {
        SetupFixture f;
        f.setup.now.isDemo = true;
        f.setup.at(QStringLiteral("odoo.url")).source = desk::Setting::Source::Environment;
        f.setup.at(QStringLiteral("odoo.url")).place = QStringLiteral("DELPEK_ODOO_URL");
        f.toPage();
        QCOMPARE(f.text("telegram.chip"), QStringLiteral("On"));
        QCOMPARE(f.text("odoo.chip"), QStringLiteral("Off"));
        QVERIFY(f.part<QCheckBox>("telegram.enabled").isChecked());
        QCOMPARE(f.text("telegram.bot-token.state"), QStringLiteral("Set"));
        QCOMPARE(f.text("odoo.secret.state"), QStringLiteral("Not set"));
        QVERIFY(f.field("telegram.bot-token").text().isEmpty());
        QCOMPARE(f.field("telegram.bot-token").echoMode(), QLineEdit::Password);
        QVERIFY(!f.field("odoo.url").isEnabled());
        QVERIFY(f.field("odoo.url").accessibleDescription().contains(QStringLiteral("DELPEK_ODOO_URL")));
        QVERIFY(f.part<QLabel>("setupOfDemo").isVisible());
        QVERIFY(!f.part<QPushButton>("telegram.save").isEnabled());
        QVERIFY(!f.part<QPushButton>("odoo.check").isEnabled());
        for (const auto& connection : desk::connections()) {
            for (const QString& name : connection.settings + connection.secrets) {
                QVERIFY2(!f.window.findChild<QWidget*>(name)->accessibleName().isEmpty(), qPrintable(name));
            }
        }
    }

    void whatWaitsForAStartIsStartedFromHere()
    {
        SetupFixture f;
        f.toPage();
        auto& bar = f.part<ui::RestartBar>("restartBar");
        QVERIFY(!bar.isVisible());
        // Something of a connection that is off makes no difference.
        f.setup.at(QStringLiteral("odoo.database")).isWaiting = true;
        f.toSection(QStringLiteral("Keyboard"));
        f.toPage();
        QTRY_VERIFY(!bar.isVisible());
        f.setup.at(QStringLiteral("telegram.enabled")).isWaiting = true;
        f.toSection(QStringLiteral("Keyboard"));
        f.toPage();
        QTRY_VERIFY(bar.isVisible());
        f.toSection(QStringLiteral("Keyboard"));
        QVERIFY2(bar.isVisible(), "also beside the other pages");
        QSignalSpy start(&f.window, &ui::MainWindow::startWanted);
        f.setup.stateFailure =
            Error{ErrorCode::InvalidInput, QStringLiteral("setup.config"), QStringLiteral("/etc/delpek.conf:7: no")};
        f.click("restartNow");
        QTest::qWait(20);
        QVERIFY2(f.window.isVisible() && start.isEmpty(), "it would not come back");
        f.setup.stateFailure.reset();
        f.click("restartNow");
        QTRY_COMPARE(start.size(), 1);
        QVERIFY(!f.window.isVisible());
    }

    void whatIsNotSavedIsAskedForBeforeItEnds()
    {
        SetupFixture f;
        f.setup.at(QStringLiteral("telegram.enabled")).isWaiting = true;
        f.toPage();
        f.field("waha.session").setText(QStringLiteral("clinic"));
        f.toSection(QStringLiteral("Keyboard"));
        QSignalSpy start(&f.window, &ui::MainWindow::startWanted);
        const auto asked = [&](QMessageBox::ButtonRole role) {
            auto* box = f.window.findChild<QMessageBox*>();
            QVERIFY(box != nullptr);
            QVERIFY(box->text().contains(QStringLiteral("under \"Connections\" is not saved")));
            for (auto* button : box->buttons()) {
                if (box->buttonRole(button) == role) {
                    return button->click();
                }
            }
        };
        QTRY_VERIFY(f.part<ui::RestartBar>("restartBar").isVisible());
        f.click("restartNow");
        QTest::qWait(20);
        asked(QMessageBox::RejectRole);
        QVERIFY(f.window.isVisible() && start.isEmpty());
        QVERIFY2(f.field("waha.session").isVisible(), "it is shown where it is");
        QCOMPARE(f.field("waha.session").text(), QStringLiteral("clinic"));
        QTest::qWait(20);
        // Who stayed is asked again, whichever way it ends.
        f.window.close();
        asked(QMessageBox::DestructiveRole);
        QTRY_VERIFY(!f.window.isVisible());
        QVERIFY2(start.isEmpty(), "it was closed, not started again");
    }

    void secretsAreKeptBeforeWhatNeedsThem()
    {
        SetupFixture f;
        f.toPage();
        f.field("whatsapp.access-token").setText(QStringLiteral("  geheim \n"));
        f.field("whatsapp.app-secret").setText(QStringLiteral("geheim2"));
        f.field("whatsapp.phone-number-id").setText(QStringLiteral("1234567890 "));
        QVERIFY(f.setup.typed.empty());
        f.click("whatsapp.save");
        QTRY_COMPARE(f.said("whatsapp"), QStringLiteral("Saved. It works after Delpek was started again."));
        QCOMPARE(f.setup.typed[QStringLiteral("whatsapp.access-token")], QStringLiteral("geheim"));
        QCOMPARE(f.setup.typed[QStringLiteral("whatsapp.app-secret")], QStringLiteral("geheim2"));
        const desk::SettingValues expected{{QStringLiteral("whatsapp.phone-number-id"), QStringLiteral("1234567890")}};
        QCOMPARE(f.setup.kept, std::vector{expected});
        QVERIFY(f.field("whatsapp.access-token").text().isEmpty());
        QCOMPARE(f.text("whatsapp.access-token.state"), QStringLiteral("Set"));
        QCOMPARE(f.text("whatsapp.chip"), QStringLiteral("On, after a restart"));
        QVERIFY(!f.part<QPushButton>("whatsapp.save").isEnabled());
    }

    void aWrongValueSaysWhereAndWhat()
    {
        SetupFixture f;
        f.toPage();
        f.field("waha.api-base").setText(QStringLiteral("127.0.0.1"));
        f.field("waha.session").setText(QStringLiteral("clinic"));
        f.setup.failure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.address"),
                                QStringLiteral("waha.api-base: must be an address")};
        f.click("waha.save");
        QTRY_VERIFY2(f.said("waha").startsWith(QStringLiteral("WAHA's address: This is no address.")),
                     qPrintable(f.said("waha")));
        QVERIFY(f.setup.kept.empty());
        QCOMPARE(f.window.focusWidget(), &f.field("waha.api-base"));
        // What was typed stays, and the next letter takes the complaint away.
        QCOMPARE(f.field("waha.session").text(), QStringLiteral("clinic"));
        f.field("waha.api-base").setText(QStringLiteral("http://127.0.0.1:3000"));
        QVERIFY(f.said("waha").isEmpty());
        f.click("waha.save");
        QTRY_COMPARE(f.setup.kept.size(), size_t(1));
    }

    void aMissingSecretIsAskedFor()
    {
        SetupFixture f;
        f.toPage();
        f.part<QComboBox>("clinic.records").setCurrentIndex(1);
        f.setup.failure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.secretMissing"),
                                QStringLiteral("odoo.secret: is needed")};
        f.click("odoo.save");
        QTRY_VERIFY2(f.said("odoo").startsWith(QStringLiteral("API key or password: This is needed")),
                     qPrintable(f.said("odoo")));
        QCOMPARE(f.window.focusWidget(), &f.field("odoo.secret"));
    }

    void telegramsModeSaysWhatItNeeds()
    {
        SetupFixture f;
        f.toPage();
        auto& mode = f.part<QComboBox>("telegram.mode");
        // The first of its name: Telegram's card is the first.
        auto& address = f.field("listen.public-url");
        auto& secret = f.field("telegram.webhook-secret");
        QCOMPARE(mode.currentText(), QStringLiteral("Delpek fetches them (polling)"));
        QVERIFY(f.text("telegram.mode.effect").contains(QStringLiteral("needs no address")));
        QCOMPARE(mode.accessibleDescription(), f.text("telegram.mode.effect"));
        QVERIFY(!address.isVisible() && !secret.isVisible());
        QVERIFY(!f.part<QPushButton>("telegram.webhook-secret.forget").isVisible());
        mode.setCurrentIndex(1);
        QCOMPARE(mode.currentText(), QStringLiteral("Telegram delivers them (webhook)"));
        QVERIFY(f.text("telegram.mode.effect").contains(QStringLiteral("address on the internet")));
        QVERIFY(address.isVisible() && secret.isVisible());
        secret.setText(QStringLiteral("geheim"));
        f.setup.failure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.webhookSecret"),
                                QStringLiteral("telegram.webhook-secret: another form")};
        f.click("telegram.save");
        QTRY_VERIFY2(f.said("telegram").startsWith(QStringLiteral("Webhook secret: Telegram does not take this.")),
                     qPrintable(f.said("telegram")));
        QVERIFY(f.setup.kept.empty());
        f.setup.failure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.missing"),
                                QStringLiteral("listen.public-url: is needed")};
        f.click("telegram.save");
        QTRY_COMPARE(f.window.focusWidget(), &address);
        address.setText(QStringLiteral("https://clinic.example"));
        f.click("telegram.save");
        QTRY_COMPARE(f.setup.kept.size(), size_t(1));
        QCOMPARE(
            f.setup.kept.front(),
            (desk::SettingValues{{QStringLiteral("telegram.mode"), QStringLiteral("webhook")},
                                 {QStringLiteral("listen.public-url"), QStringLiteral("https://clinic.example")}}));
        QCOMPARE(f.setup.typed[QStringLiteral("telegram.webhook-secret")], QStringLiteral("geheim"));
        QVERIFY(f.part<QPushButton>("telegram.webhook-secret.forget").isVisible());
    }

    void whatTheModeHidesIsNotSaved()
    {
        SetupFixture f;
        f.toPage();
        auto& mode = f.part<QComboBox>("telegram.mode");
        mode.setCurrentIndex(1);
        f.field("listen.public-url").setText(QStringLiteral("https://clinic.example"));
        f.field("telegram.webhook-secret").setText(QStringLiteral("geheim"));
        QVERIFY(f.part<QPushButton>("telegram.save").isEnabled());
        mode.setCurrentIndex(0);
        QVERIFY(!f.part<QPushButton>("telegram.save").isEnabled());
        // An address that another card changed makes no difference to a bot that is asked.
        f.setup.at(QStringLiteral("listen.public-url")).isWaiting = true;
        f.toSection(QStringLiteral("Keyboard"));
        f.toPage();
        QCOMPARE(f.text("telegram.chip"), QStringLiteral("On"));
        QVERIFY(f.setup.kept.empty() && f.setup.typed.empty());
    }

    void aSecretIsForgotten()
    {
        SetupFixture f;
        f.toPage();
        f.setup.failure = Error{ErrorCode::Conflict, QStringLiteral("setup.secretNeeded"),
                                QStringLiteral("telegram.bot-token: is needed")};
        f.click("telegram.bot-token.forget");
        QTRY_VERIFY(f.said("telegram").startsWith(QStringLiteral("Bot token: The connection needs this.")));
        QCOMPARE(f.text("telegram.bot-token.state"), QStringLiteral("Set"));
        f.click("telegram.bot-token.forget");
        QTRY_COMPARE(f.text("telegram.bot-token.state"), QStringLiteral("Not set"));
        QVERIFY(!f.part<QPushButton>("telegram.bot-token.forget").isVisible());
    }

    void aCheckTellsWhatItFound()
    {
        SetupFixture f;
        f.setup.holdsChecks = true;
        f.setup.findings = {FakeSetup::finding(FindingState::Good, QStringLiteral("token")),
                            FakeSetup::finding(FindingState::Fault, QStringLiteral("webhook"),
                                               QStringLiteral("Remove the webhook."), QStringLiteral("https://x"))};
        f.toPage();
        f.click("telegram.check");
        QCOMPARE(f.setup.checked, QStringList{QStringLiteral("telegram")});
        QCOMPARE(f.part<QPushButton>("telegram.check").text(), QStringLiteral("Stop checking"));
        QCOMPARE(f.text("telegram.progress"), QStringLiteral("Asking the other side…"));
        QCOMPARE(f.findings(), 0);
        f.setup.answerCheck();
        QTRY_COMPARE(f.findings(), 2);
        QCOMPARE(f.text("telegram.progress"), QStringLiteral("One fault was found."));
        QCOMPARE(f.part<QPushButton>("telegram.check").text(), QStringLiteral("Check now"));
        const auto rows = f.page().findChildren<QWidget*>(QStringLiteral("finding"));
        QCOMPARE(domain::withoutIsolates(rows[1]->accessibleName()),
                 QStringLiteral("webhook: Fault. Remove the webhook. https://x"));
    }

    void aCheckThatFailsOrIsStopped()
    {
        SetupFixture f;
        f.setup.checkFailure = Error{ErrorCode::Unavailable, QStringLiteral("secrets.no-keychain"), {}};
        f.toPage();
        f.click("telegram.check");
        QTRY_VERIFY(f.said("telegram").startsWith(QStringLiteral("The system's keychain does not answer")));
        f.setup.holdsChecks = true;
        f.setup.checkFailure.reset();
        f.click("telegram.check");
        QTRY_VERIFY(f.said("telegram").isEmpty());
        f.click("telegram.check");
        QCOMPARE(f.setup.stopped, 1);
        QTRY_COMPARE(f.text("telegram.progress"), QString());
        QVERIFY(f.said("telegram").isEmpty());
    }

    void leavingThePageGivesTheCheckUp()
    {
        SetupFixture f;
        f.setup.holdsChecks = true;
        f.setup.findings = {FakeSetup::finding(FindingState::Good, QStringLiteral("token"))};
        f.toPage();
        f.click("telegram.check");
        f.toSection(QStringLiteral("Staff"));
        QCOMPARE(f.setup.stopped, 1);
        f.toPage();
        QTest::qWait(20);
        QCOMPARE(f.text("telegram.progress"), QString());
        QCOMPARE(f.findings(), 0);
        QVERIFY(f.said("telegram").isEmpty());
        QCOMPARE(f.part<QPushButton>("telegram.check").text(), QStringLiteral("Check now"));
    }

    void whatIsTypedIsSavedBeforeItIsChecked()
    {
        SetupFixture f;
        f.toPage();
        f.part<QComboBox>("agent.brain").setCurrentIndex(1);
        f.field("llm.model").setText(QStringLiteral("m"));
        f.field("llm.api-key").setText(QStringLiteral("geheim"));
        QCOMPARE(f.part<QPushButton>("model.check").text(), QStringLiteral("Save and check"));
        f.setup.failure =
            Error{ErrorCode::InvalidInput, QStringLiteral("setup.line"), QStringLiteral("llm.api-key: x")};
        f.click("model.check");
        QTRY_VERIFY(!f.said("model").isEmpty());
        QVERIFY(f.setup.checked.isEmpty());
        f.click("model.check");
        QTRY_COMPARE(f.setup.checked, QStringList{QStringLiteral("model")});
        QCOMPARE(f.setup.kept.size(), size_t(1));
        QTRY_COMPARE(f.text("model.progress"), QStringLiteral("Everything is in order."));
    }

    /// A secret that is half typed does not wait for the next person.
    void aLockClearsASecret()
    {
        SetupFixture f;
        f.admit(FakeSignIn::Dana);
        f.toPage();
        f.field("telegram.bot-token").setText(geheim);
        f.field("odoo.login").setText(QStringLiteral("delpek"));
        f.desk.signIn().lock();
        QTRY_VERIFY(!f.page().isVisible());
        QVERIFY(f.field("telegram.bot-token").text().isEmpty());
        f.desk.signIn().admit(FakeSignIn::Dana);
        QTRY_VERIFY(f.page().isVisible());
        QVERIFY(f.field("telegram.bot-token").text().isEmpty());
        QVERIFY(f.setup.typed.empty());
        // What is no secret is still there.
        QCOMPARE(f.field("odoo.login").text(), QStringLiteral("delpek"));
    }

    void theWizardLeadsThroughThreeSteps()
    {
        SetupFixture f;
        f.setup.at(QStringLiteral("telegram.enabled")).value = QStringLiteral("false");
        f.toPage();
        f.click("connectMyClinic");
        auto* wizard = f.window.findChild<ui::ConnectWizard*>();
        QVERIFY(wizard);
        const auto title = [&] { return wizard->findChild<QLabel*>(QStringLiteral("wizardTitle"))->text(); };
        auto& next = *wizard->findChild<QPushButton*>(QStringLiteral("wizardNext"));
        const auto field = [&](const char* name) { return wizard->findChild<QLineEdit*>(QLatin1String(name)); };
        QCOMPARE(title(), QStringLiteral("Where patients write"));
        QCOMPARE(next.text(), QStringLiteral("Skip"));
        QVERIFY(field("telegram.bot-token")->isVisible() && !field("whatsapp.access-token")->isVisible());
        wizard->findChild<QComboBox*>(QStringLiteral("wizardChannel"))->setCurrentIndex(1);
        QVERIFY(!field("telegram.bot-token")->isVisible() && field("whatsapp.access-token")->isVisible());
        field("whatsapp.access-token")->setText(QStringLiteral("geheim"));
        QCOMPARE(next.text(), QStringLiteral("Save and go on"));
        // Another channel after all: nothing is carried along.
        wizard->findChild<QComboBox*>(QStringLiteral("wizardChannel"))->setCurrentIndex(0);
        QVERIFY(field("whatsapp.access-token")->text().isEmpty());
        field("telegram.bot-token")->setText(geheim);
        wizard->findChild<QCheckBox*>(QStringLiteral("telegram.enabled"))->setChecked(true);
        f.setup.failure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.token"),
                                QStringLiteral("telegram.bot-token: has another form")};
        next.click();
        QTest::qWait(20);
        QCOMPARE(title(), QStringLiteral("Where patients write"));
        next.click();
        QTRY_COMPARE(title(), QStringLiteral("The clinic's records"));
        QCOMPARE(f.setup.typed[QStringLiteral("telegram.bot-token")], geheim);
        QCOMPARE(f.setup.at(QStringLiteral("telegram.enabled")).value, QStringLiteral("true"));
        wizard->findChild<QPushButton*>(QStringLiteral("wizardBack"))->click();
        QCOMPARE(next.text(), QStringLiteral("Next"));
        next.click();
        QCOMPARE(next.text(), QStringLiteral("Skip"));
        next.click();
        QCOMPARE(title(), QStringLiteral("A language model"));
        QCOMPARE(next.text(), QStringLiteral("Done"));
        // The page behind it knows already.
        QTRY_COMPARE(f.page().findChild<QLabel*>(QStringLiteral("telegram.chip"))->text(),
                     QStringLiteral("On, after a restart"));
        f.setup.holdsChecks = true;
        wizard->findChild<QComboBox*>(QStringLiteral("agent.brain"))->setCurrentIndex(1);
        wizard->findChild<QPushButton*>(QStringLiteral("model.check"))->click();
        QTRY_COMPARE(f.setup.checked, QStringList{QStringLiteral("model")});
        QTest::keyClick(wizard, Qt::Key_Escape);
        QCOMPARE(f.setup.stopped, 1);
        QTRY_VERIFY(f.window.findChild<ui::ConnectWizard*>() == nullptr);
    }

    void aLockClosesTheWizard()
    {
        SetupFixture f;
        f.admit(FakeSignIn::Dana);
        f.toPage();
        f.click("connectMyClinic");
        QVERIFY(f.window.findChild<ui::ConnectWizard*>() != nullptr);
        f.desk.signIn().lock();
        QTRY_VERIFY(f.window.findChild<ui::ConnectWizard*>() == nullptr);
        QVERIFY(f.setup.typed.empty());
    }

    void theDemoOffersItOnce()
    {
        WindowFixture::useOwnSettings();
        test::FakeDesk desk;
        desk.fakeSetup().now.isDemo = true;
        const ui::Preferences preferences{domain::Language::English, ui::ThemeKind::Light, 10};
        {
            ui::MainWindow first(desk, preferences);
            first.show();
            QTRY_VERIFY(first.findChild<QDialog*>(QStringLiteral("setupOffer")) != nullptr);
            auto& offer = *first.findChild<QDialog*>(QStringLiteral("setupOffer"));
            QVERIFY(!offer.isModal());
            offer.findChild<QPushButton*>(QStringLiteral("connectNow"))->click();
            QTRY_VERIFY(first.findChild<ui::ConnectWizard*>() != nullptr);
            QTRY_VERIFY(first.findChild<QDialog*>(QStringLiteral("setupOffer")) == nullptr);
        }
        ui::MainWindow second(desk, preferences);
        second.show();
        QTest::qWait(30);
        QVERIFY(second.findChild<QDialog*>(QStringLiteral("setupOffer")) == nullptr);
    }

    void whereNothingIsSetUpThePageSaysSo()
    {
        SetupFixture f;
        f.setup.stateFailure = Error{ErrorCode::Unsupported, QStringLiteral("setup.none"), {}};
        f.toSection(QStringLiteral("Connections"));
        auto& page = f.page();
        QTRY_VERIFY(page.findChild<QLabel*>(QStringLiteral("formTrouble"))
                        ->text()
                        .startsWith(QStringLiteral("At this desk nothing can be connected.")));
        QVERIFY(!f.part<QPushButton>("telegram.save").isVisible());
    }

    void aMistakeInTheFileIsNamedWithItsPlace()
    {
        SetupFixture f;
        f.setup.stateFailure = Error{ErrorCode::InvalidInput, QStringLiteral("setup.config"),
                                     QStringLiteral("/etc/delpek.conf:7: there is no setting webchat.origin")};
        f.toSection(QStringLiteral("Connections"));
        const auto says = [&] {
            const auto labels = f.page().findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QStringLiteral("delpek.conf:7"));
            });
        };
        QTRY_VERIFY(says());
    }

    void theLanguageIsFollowed()
    {
        SetupFixture f;
        f.setup.findings = {FakeSetup::finding(FindingState::Attention, QStringLiteral("token"))};
        f.setup.findings[0].sentence = {QStringLiteral("עברית"), QStringLiteral("English")};
        f.toPage();
        f.click("telegram.check");
        QTRY_COMPARE(f.findings(), 1);
        f.field("odoo.login").setText(QStringLiteral("delpek"));
        ui::applyLanguage(*qApp, domain::Language::Hebrew);
        QTRY_COMPARE(f.text("telegram.chip"), QStringLiteral("פעיל"));
        QCOMPARE(f.part<QCheckBox>("telegram.enabled").text(), QStringLiteral("הבוט פועל"));
        QCOMPARE(f.part<QComboBox>("agent.brain").currentText(), QStringLiteral("הכללים של דלפק"));
        const auto rows = f.page().findChildren<QWidget*>(QStringLiteral("finding"));
        QVERIFY(rows[0]->accessibleName().contains(QStringLiteral("עברית")));
        QCOMPARE(f.field("odoo.login").text(), QStringLiteral("delpek"));
        QCOMPARE(f.field("odoo.login").layoutDirection(), Qt::LeftToRight);
        ui::applyLanguage(*qApp, domain::Language::English);
    }
};

QTEST_MAIN(TestUiSetup)
#include "test_ui_setup.moc"
