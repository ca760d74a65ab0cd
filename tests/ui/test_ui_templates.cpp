// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/thread/templatepicker.h"
#include "ui/windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using test::FakeDesk;
using test::WindowFixture;

/// What a person may still send when WhatsApp's 24 hours are over.
class TestUiTemplates : public QObject
{
    Q_OBJECT

    struct Picker : WindowFixture {
        using WindowFixture::WindowFixture;
        QListWidget* list() { return composer.findChild<QListWidget*>(QStringLiteral("templateList")); }
        QLineEdit* field(const char* name)
        {
            return composer.findChild<QLineEdit*>(QStringLiteral("field-") + QLatin1String(name));
        }
        QPushButton* send() { return composer.findChild<QPushButton*>(QStringLiteral("send")); }
        QString text(const char* label)
        {
            const auto* found = composer.findChild<QLabel*>(QLatin1String(label));
            return found->isVisible() ? domain::withoutIsolates(found->text()) : QString();
        }
        void choose(const QString& name)
        {
            const auto items = list()->findItems(name, Qt::MatchExactly);
            QCOMPARE(items.size(), 1);
            list()->setCurrentItem(items.front());
        }
        void language(const char* code)
        {
            composer.findChild<QPushButton*>(QStringLiteral("language-") + QLatin1String(code))->click();
        }
    };

private Q_SLOTS:
    void aClosedWindowIsATemplatePickerAndKeepsTheDraft()
    {
        Picker f;
        f.desk.saveDraft({FakeDesk::Closed}, QStringLiteral("kept"));
        f.open(FakeDesk::Closed);
        QVERIFY(f.composer.picker().isVisible() && !f.composer.edit().isVisible());
        QVERIFY2(f.text("reasonBar").contains(QStringLiteral("ended yesterday at 08:30")),
                 qPrintable(f.text("reasonBar")));
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("kept"));
        QVERIFY(!f.send()->isEnabled());
        // The patient writes: free text is back, and with it what was begun.
        f.desk.receive({FakeDesk::Closed}, QStringLiteral("I am back"));
        QTRY_VERIFY(f.composer.edit().isVisible() && f.composer.edit().isEnabled());
        QVERIFY(!f.composer.picker().isVisible());
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("kept"));
        QCOMPARE(f.desk.savedDraft({FakeDesk::Closed}), QStringLiteral("kept"));
    }

    void whatIsKnownStandsThereAndThePreviewIsTheText()
    {
        Picker f;
        f.open(FakeDesk::Closed);
        f.choose(QStringLiteral("Appointment confirmation"));
        QCOMPARE(f.field("patient_name")->text(), QStringLiteral("Olga Petrov"));
        QCOMPARE(f.field("appointment_date")->text(), QStringLiteral("10 March 2026"));
        QVERIFY(f.text("templatePreview").contains(QStringLiteral("Dr. Ron Levi")));
        QVERIFY(f.send()->isEnabled());
        f.field("appointment_time")->clear();
        QTest::keyClicks(f.field("appointment_time"), QStringLiteral("12:00"));
        QVERIFY(f.text("templatePreview").contains(QStringLiteral("12:00")));
        QTest::mouseClick(f.send(), Qt::LeftButton);
        QTest::mouseClick(f.send(), Qt::LeftButton);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        const auto& sent = f.desk.sent()[0];
        QCOMPARE(sent.templated->name, QStringLiteral("appointment_confirmation"));
        QCOMPARE(sent.templated->language, QStringLiteral("en"));
        QVERIFY(sent.text.contains(QStringLiteral("at 12:00 with Dr. Ron Levi")));
        // The next one is chosen anew.
        QVERIFY(!f.send()->isEnabled());
    }

    void anEmptyFieldIsNotSent()
    {
        Picker f;
        f.open(FakeDesk::Closed);
        f.choose(QStringLiteral("General message"));
        QVERIFY(f.field("information")->text().isEmpty());
        QVERIFY(!f.send()->isEnabled());
        QVERIFY(f.text("templatePreview").contains(QStringLiteral("[What you want to say]")));
        QTest::keyClicks(f.field("information"), QStringLiteral("We are closed on Sunday."));
        QVERIFY(f.send()->isEnabled());
        QTest::keyClick(f.field("information"), Qt::Key_Return);
        QTRY_COMPARE(f.desk.sent().size(), size_t(1));
    }

    void whatIsNotApprovedSaysSo()
    {
        Picker f;
        f.open(FakeDesk::Closed);
        f.choose(QStringLiteral("Payment reminder"));
        QVERIFY(f.text("templateTrouble").contains(QStringLiteral("does not allow this template")));
        QVERIFY(!f.send()->isEnabled());
        f.choose(QStringLiteral("Appointment reminder"));
        QVERIFY(f.text("templateTrouble").contains(QStringLiteral("still looking")));
        f.language("he");
        QVERIFY(f.text("templateTrouble").isEmpty());
        QCOMPARE(f.field("patient_name")->text(), QStringLiteral("אולגה פטרוב"));
        QCOMPARE(f.field("patient_name")->layoutDirection(), Qt::RightToLeft);
        QVERIFY(f.send()->isEnabled());
    }

    void searchFindsNamesAndWords()
    {
        Picker f;
        f.open(FakeDesk::Closed);
        QCOMPARE(f.list()->count(), 4);
        auto* search = f.composer.findChild<QLineEdit*>(QStringLiteral("templateSearch"));
        QTest::keyClicks(search, QStringLiteral("remind"));
        QCOMPARE(f.list()->count(), 2);
        search->clear();
        QTest::keyClicks(search, QStringLiteral("balance of"));
        QCOMPARE(f.list()->count(), 1);
    }

    void aFamilysPhoneNamesNobody()
    {
        Picker f;
        f.open(FakeDesk::Booking);
        QTest::mouseClick(f.composer.findChild<QToolButton*>(QStringLiteral("templates")), Qt::LeftButton);
        f.choose(QStringLiteral("Appointment confirmation"));
        QVERIFY(f.field("patient_name")->text().isEmpty());
        QVERIFY(!f.field("clinic_name")->text().isEmpty());
    }

    void anOpenWindowOffersThemTooAndGoesBack()
    {
        Picker f;
        f.open(FakeDesk::Booking);
        f.composer.edit().insertPlainText(QStringLiteral("half"));
        auto* button = f.composer.findChild<QToolButton*>(QStringLiteral("templates"));
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(f.composer.picker().isVisible() && !f.composer.edit().isVisible());
        QTest::keyClick(&f.composer.picker(), Qt::Key_Escape);
        QVERIFY(!f.composer.picker().isVisible());
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("half"));
    }

    void theClockSaysHowLong()
    {
        Picker f;
        f.open(FakeDesk::Nameless); // wrote 21 hours ago
        QVERIFY2(f.text("reasonBar").contains(QStringLiteral("another 3 h, until 13:30")),
                 qPrintable(f.text("reasonBar")));
        f.open(FakeDesk::Booking);
        QVERIFY(f.text("reasonBar").isEmpty());
    }

    void aTemplateThatIsTakenBackIsThereAgain()
    {
        Picker f(std::chrono::seconds(5));
        f.open(FakeDesk::Closed);
        f.choose(QStringLiteral("General message"));
        QTest::keyClicks(f.field("information"), QStringLiteral("Closed on Sunday"));
        QTest::mouseClick(f.send(), Qt::LeftButton);
        QCOMPARE(f.desk.sent().size(), size_t(1));
        f.press(Qt::Key_F9);
        QVERIFY(f.desk.sent().empty());
        QTRY_VERIFY(f.field("information") != nullptr);
        QCOMPARE(f.field("information")->text(), QStringLiteral("Closed on Sunday"));
        QVERIFY(f.send()->isEnabled());
    }
};

QTEST_MAIN(TestUiTemplates)
#include "test_ui_templates.moc"
