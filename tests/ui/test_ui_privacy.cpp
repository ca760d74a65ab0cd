// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/privacy/erasureform.h"
#include "ui/privacy/privacypage.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
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
        window.findChild<QListWidget*>(QStringLiteral("settingsSections"))->setCurrentRow(2);
        QVERIFY(window.findChild<ui::PrivacyPage*>()->isVisible());
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
    void theRuleIsShown_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("rule");
        QTest::newRow("never") << 0 << QStringLiteral("Conversations are kept until somebody erases them.");
        QTest::newRow("a day") << 1 << QStringLiteral("A conversation that rested for 1 day is erased by itself");
        QTest::newRow("days") << 730 << QStringLiteral("A conversation that rested for 730 days is erased by itself");
    }
    void theRuleIsShown()
    {
        QFETCH(int, days);
        QFETCH(QString, rule);
        PrivacyFixture f;
        f.desk.privacy().days = days;
        f.toPage();
        QTRY_VERIFY2(f.part<QLabel>("keepRule").text().startsWith(rule), qPrintable(f.part<QLabel>("keepRule").text()));
    }

    void aPhoneIsLookedFor()
    {
        PrivacyFixture f;
        f.toPage();
        auto& page = *f.window.findChild<ui::PrivacyPage*>();
        auto& trouble = *page.findChild<QLabel*>(QStringLiteral("formTrouble"));
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
