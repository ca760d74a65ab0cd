// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/fakesetup.h"
#include "ui/privacy/erasureform.h"
#include "ui/privacy/privacypage.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace delpek;
using test::FakeDesk;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

struct PrivacyFixture : WindowFixture {
    PrivacyFixture()
    {
        // Two conversations of one person, on two channels.
        const domain::PersonId person{77};
        for (const auto id : {FakeDesk::Booking, FakeDesk::Mine}) {
            auto& one = desk.at({id});
            one.person = person;
            one.phone = domain::Phone::parse(QStringLiteral("054-1234567")).value();
        }
        open(FakeDesk::Booking);
    }

    void toPage()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::PrivacyPage>(window);
    }
    ui::ErasureForm* form() const { return window.findChild<ui::ErasureForm*>(); }
    template <typename T>
    T& part(const char* name) const
    {
        return *window.findChild<T*>(QLatin1String(name));
    }
    template <typename T>
    T& field(const char* name) const
    {
        return *form()->findChild<T*>(QLatin1String(name));
    }
    QString said(const char* name) const { return domain::withoutIsolates(field<QLabel>(name).text()); }
    bool mayErase() const { return field<QPushButton>("eraseForGood").isEnabled(); }
    void lookFor(const QString& phone)
    {
        part<QLineEdit>("erasePhone").setText(phone);
        QTest::mouseClick(&part<QPushButton>("lookWhatIsKept"), Qt::LeftButton);
    }
    void fromConversation()
    {
        QTRY_VERIFY(window.findChild<QPushButton*>(QStringLiteral("eraseKept")) != nullptr);
        part<QPushButton>("eraseKept").click();
        QTRY_VERIFY(form() != nullptr);
    }
    void prove(const QString& digits) { field<QLineEdit>("erasureProof").setText(digits); }
};

} // namespace

class TestUiPrivacy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Nobody finds a year of conversations gone by surprise.
    void whatWouldBeErasedIsSaidBefore()
    {
        PrivacyFixture f;
        f.desk.privacy().restingFor = {{365, 214}};
        f.toPage();
        QTRY_VERIFY(f.window.findChild<QSpinBox*>(QStringLiteral("privacy.keep-days")) != nullptr);
        auto& days = f.part<QSpinBox>("privacy.keep-days");
        QCOMPARE(days.text(), QStringLiteral("Never"));
        auto& kept = f.desk.fakeSetup().kept;
        const auto question = [&] { return f.window.findChild<QMessageBox*>(QStringLiteral("eraseRestingQuestion")); };
        days.setValue(365);
        f.part<QPushButton>("privacy.save").click();
        QTRY_VERIFY(question() != nullptr);
        QVERIFY2(question()->text().startsWith(QStringLiteral("214 conversations would be erased at the next start")),
                 qPrintable(question()->text()));
        // What is asked about cannot be changed meanwhile.
        QVERIFY(!days.isEnabled() && !f.part<QPushButton>("privacy.save").isEnabled());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(question() == nullptr);
        QVERIFY(kept.empty());
        QVERIFY(days.isEnabled());
        QCOMPARE(days.value(), 365);
        f.part<QPushButton>("privacy.save").click();
        QTRY_VERIFY(question() != nullptr);
        for (auto* button : question()->buttons()) {
            if (button->text() == QStringLiteral("Save and erase")) {
                button->click();
                break;
            }
        }
        QTRY_COMPARE(kept.size(), size_t(1));
        QCOMPARE(kept[0], (desk::SettingValues{{QStringLiteral("privacy.keep-days"), QStringLiteral("365")}}));
    }

    /// The conversations of the demo say nothing of the clinic's.
    void theDemoIsNotCounted()
    {
        PrivacyFixture f;
        f.desk.fakeSetup().now.isDemo = true;
        f.desk.privacy().restingFor = {{365, 214}};
        f.toPage();
        QTRY_VERIFY(f.window.findChild<QSpinBox*>(QStringLiteral("privacy.keep-days")) != nullptr);
        f.part<QSpinBox>("privacy.keep-days").setValue(365);
        f.part<QPushButton>("privacy.save").click();
        QTRY_COMPARE(f.desk.fakeSetup().kept.size(), size_t(1));
        QVERIFY(f.window.findChild<QMessageBox*>() == nullptr);
    }

    void nothingIsAskedWhereNothingWouldGo()
    {
        PrivacyFixture f;
        f.toPage();
        QTRY_VERIFY(f.window.findChild<QSpinBox*>(QStringLiteral("privacy.keep-days")) != nullptr);
        f.part<QSpinBox>("privacy.keep-days").setValue(730);
        f.part<QCheckBox>("escalation.need-consent").setChecked(true);
        f.part<QPushButton>("privacy.save").click();
        auto& kept = f.desk.fakeSetup().kept;
        QTRY_COMPARE(kept.size(), size_t(1));
        QCOMPARE(kept[0].size(), size_t(2));
        QVERIFY(f.window.findChild<QMessageBox*>() == nullptr);
        // When it cannot be said what would go, nothing is kept.
        f.desk.privacy().failure = Error{ErrorCode::Unavailable, QStringLiteral("store.unavailable"), {}};
        f.part<QSpinBox>("privacy.keep-days").setValue(7);
        f.part<QPushButton>("privacy.save").click();
        QTest::qWait(20);
        QCOMPARE(kept.size(), size_t(1));
    }

    void aPhoneIsLookedFor()
    {
        PrivacyFixture f;
        f.toPage();
        auto& page = *f.window.findChild<ui::PrivacyPage*>();
        auto& trouble = *page.findChild<QLabel*>(QStringLiteral("eraseTrouble"));
        f.lookFor(QStringLiteral("Noa"));
        QTRY_VERIFY(trouble.text().startsWith(QStringLiteral("This is no phone number.")));
        f.lookFor(QStringLiteral("052-7654321"));
        QTRY_COMPARE(trouble.text(), QStringLiteral("No conversation with this number is kept."));
        QVERIFY(f.form() == nullptr);
        f.lookFor(QStringLiteral("+972 54 123 4567"));
        QTRY_VERIFY(f.form() != nullptr);
        QVERIFY(!trouble.isVisible());
        auto& list = f.field<QTreeWidget>("erasables");
        QCOMPARE(list.topLevelItemCount(), 2);
        QVERIFY(list.topLevelItem(0)->checkState(0) == Qt::Checked &&
                list.topLevelItem(1)->checkState(0) == Qt::Checked);
    }

    void nothingIsErasedWithoutTheDigits()
    {
        PrivacyFixture f;
        f.fromConversation();
        auto& list = f.field<QTreeWidget>("erasables");
        QCOMPARE(list.topLevelItemCount(), 2);
        QVERIFY(list.topLevelItem(0)->checkState(0) == Qt::Checked);
        QVERIFY(list.topLevelItem(1)->checkState(0) == Qt::Unchecked);
        QVERIFY(f.said("erasureSum").startsWith(QStringLiteral("To be erased: Messages: ")));
        QVERIFY(!f.mayErase());
        for (const auto* wrong : {"", "4568", "456", "14567"}) {
            f.prove(QLatin1String(wrong));
            QVERIFY(!f.mayErase());
        }
        f.prove(QStringLiteral("4567"));
        QVERIFY(f.mayErase());
        list.topLevelItem(0)->setCheckState(0, Qt::Unchecked);
        QVERIFY(!f.mayErase());
        QCOMPARE(f.said("erasureSum"), QStringLiteral("Nothing is ticked."));
        QTest::keyClick(f.form(), Qt::Key_Escape);
        QTRY_VERIFY(f.form() == nullptr);
        QVERIFY(f.desk.privacy().erased.empty());
    }

    void itIsErasedAndLeftAndSaid()
    {
        PrivacyFixture f;
        const int messages = int(f.desk.thread({FakeDesk::Booking}).size());
        f.fromConversation();
        f.prove(QStringLiteral("4567"));
        QTest::mouseClick(&f.field<QPushButton>("eraseForGood"), Qt::LeftButton);
        QTRY_VERIFY(
            f.said("erasureSum").startsWith(QStringLiteral("One conversation was erased. Messages: %1").arg(messages)));
        QCOMPARE(f.desk.privacy().erased.size(), size_t(1));
        QCOMPARE(f.desk.privacy().erased[0], std::vector<domain::ConversationId>{{FakeDesk::Booking}});
        QVERIFY(!f.field<QPushButton>("eraseForGood").isVisible());
        // The open pane has left it.
        QTRY_VERIFY(f.thread.conversation().id.value != FakeDesk::Booking);
        QTest::mouseClick(&f.field<QPushButton>("closeErasure"), Qt::LeftButton);
        QTRY_VERIFY(f.form() == nullptr);
    }

    void whatStandsInTheWayIsSaidBefore()
    {
        PrivacyFixture f;
        f.desk.at({FakeDesk::Emergency}).phone = domain::Phone::parse(QStringLiteral("054-1234567")).value();
        f.toPage();
        f.lookFor(QStringLiteral("054-1234567"));
        QTRY_VERIFY(f.form() != nullptr);
        f.prove(QStringLiteral("4567"));
        QCOMPARE(f.said("erasureSum"), QStringLiteral("An escalation is open. Close it first."));
        QVERIFY(!f.mayErase());
        auto& list = f.field<QTreeWidget>("erasables");
        for (int row = 0; row < list.topLevelItemCount(); ++row) {
            if (list.topLevelItem(row)->text(2).startsWith(QStringLiteral("An escalation"))) {
                list.topLevelItem(row)->setCheckState(0, Qt::Unchecked);
            }
        }
        QVERIFY(f.mayErase());
        // And when it comes up at the last moment.
        f.desk.privacy().failure = Error{ErrorCode::Conflict, QStringLiteral("erasure.sending"), {}};
        QTest::mouseClick(&f.field<QPushButton>("eraseForGood"), Qt::LeftButton);
        QTRY_COMPARE(f.said("formTrouble"), QStringLiteral("Nothing was erased. A message is on its way to the "
                                                           "provider. Try again in a minute."));
        QVERIFY(f.mayErase());
    }

    /// Who writes without a phone has a number of a conversation.
    void withoutAPhoneItsNumberIsTyped()
    {
        PrivacyFixture f;
        f.desk.at({FakeDesk::Mixed}).phone.reset();
        f.open(FakeDesk::Mixed);
        QTRY_COMPARE(f.thread.conversation().id.value, qint64(FakeDesk::Mixed));
        f.fromConversation();
        QVERIFY(!f.mayErase());
        f.prove(QString::number(FakeDesk::Mixed));
        QVERIFY(f.mayErase());
    }

    void whoMayNotEraseSeesNoButton()
    {
        PrivacyFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTRY_VERIFY(f.window.findChild<ui::InboxPane*>() != nullptr);
        f.window.findChild<ui::InboxPane*>()->select({FakeDesk::Booking});
        QTRY_COMPARE(f.window.findChild<ui::ThreadPane*>()->conversation().id.value, qint64(FakeDesk::Booking));
        QTest::qWait(50);
        QVERIFY(f.window.findChild<QPushButton*>(QStringLiteral("eraseKept")) == nullptr);
    }

    /// A lock closes what stands open: nothing is erased over a locked desk.
    void aLockClosesIt()
    {
        PrivacyFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Dana);
        QTRY_VERIFY(f.window.findChild<ui::InboxPane*>() != nullptr);
        f.window.findChild<ui::InboxPane*>()->select({FakeDesk::Booking});
        f.fromConversation();
        f.prove(QStringLiteral("4567"));
        f.desk.signIn().lock();
        QTRY_VERIFY(f.form() == nullptr);
        QVERIFY(f.desk.privacy().erased.empty());
    }
};

QTEST_MAIN(TestUiPrivacy)
#include "test_ui_privacy.moc"
