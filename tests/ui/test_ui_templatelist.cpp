// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/faketemplateroom.h"
#include "ui/settingssections.h"
#include "ui/templates/templatecard.h"
#include "ui/templates/templateform.h"
#include "ui/templates/templatespage.h"
#include "ui/windowfixture.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTextEdit>

using namespace delpek;
using test::FakeSignIn;
using test::FakeTemplateRoom;
using test::WindowFixture;

namespace
{

struct TemplatesFixture : WindowFixture {
    explicit TemplatesFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , room(desk.fakeTemplateRoom())
    {
    }

    void toPage()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::TemplatesPage>(window);
    }
    ui::TemplatesPage& page() const { return *window.findChild<ui::TemplatesPage*>(); }
    QListWidget& list() const { return *page().findChild<QListWidget*>(QStringLiteral("templateOverview")); }
    ui::TemplateForm& form() const { return *window.findChild<ui::TemplateForm*>(); }
    template <typename T>
    T& inForm(const char* name) const
    {
        return *form().findChild<T*>(QLatin1String(name));
    }
    /// All that the form says is wrong.
    QString trouble() const
    {
        QStringList said;
        for (const auto* label : form().findChildren<QLabel*>(QStringLiteral("formTrouble"))) {
            said << (label->isVisible() ? label->text() : QString());
        }
        said.removeAll(QString());
        return said.join(QLatin1Char('\n'));
    }
    QPushButton& refresh() const { return *page().findChild<QPushButton*>(QStringLiteral("refreshTemplates")); }
    /// A part of the card of a language.
    template <typename T>
    T& part(int card, const char* name) const
    {
        return *page().findChildren<ui::TemplateCard*>()[card]->findChild<T*>(QLatin1String(name));
    }
    QString text(int card, const char* name) const { return domain::withoutIsolates(part<QLabel>(card, name).text()); }

    FakeTemplateRoom& room;
};

} // namespace

/// The message templates in the settings.
class TestUiTemplateList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachTellsWhatTheProviderSays()
    {
        TemplatesFixture f;
        f.toPage();
        QCOMPARE(f.list().count(), 2);
        QCOMPARE(f.list().item(0)->text(),
                 QStringLiteral("General message\nIn Hebrew: Waiting for approval\nIn English: Not handed in"));
        f.list().setCurrentRow(1);
        QCOMPARE(f.text(0, "templateState"), QStringLiteral("Approved"));
        QCOMPARE(f.text(1, "templateState"), QStringLiteral("Not approved"));
        QVERIFY(f.text(1, "templateTold").contains(QStringLiteral("WhatsApp takes it for a message of another")));
        QVERIFY(f.text(1, "templateTold").contains(QStringLiteral("WhatsApp files it under: Advertising.")));
    }

    void thePreviewIsWhatAPatientWouldRead()
    {
        TemplatesFixture f;
        f.toPage();
        f.list().setCurrentRow(1);
        const QString hebrew = f.text(0, "templatePreview");
        QVERIFY(hebrew.contains(QStringLiteral("dir=\"rtl\"")) && hebrew.contains(QStringLiteral("דנה לוי")));
        QVERIFY(!hebrew.contains(QStringLiteral("{{")));
        QVERIFY(f.text(1, "templatePreview").contains(QStringLiteral("dir=\"ltr\"")));
    }

    void oneIsHandedIn()
    {
        TemplatesFixture f;
        f.toPage();
        f.list().setCurrentRow(0);
        QVERIFY(!f.part<QPushButton>(0, "handInTemplate").isVisible());
        auto& button = f.part<QPushButton>(1, "handInTemplate");
        QVERIFY(button.isVisible());
        button.click();
        QCOMPARE(f.room.handedIn, QStringList{QStringLiteral("general_information en")});
        QTRY_COMPARE(f.text(1, "templateState"), QStringLiteral("Waiting for approval"));
        QVERIFY(!button.isVisible());
    }

    void aNewOneIsWritten()
    {
        TemplatesFixture f;
        f.toPage();
        f.page().findChild<QPushButton*>(QStringLiteral("newTemplate"))->click();
        QPointer<ui::TemplateForm> form = &f.form();
        QVERIFY(form->isVisible());
        QTest::qWait(300);
        QVERIFY2(f.trouble().isEmpty(), "what was not written yet is no mistake");
        f.inForm<QComboBox>("templateLanguage").setCurrentIndex(1);
        auto& body = f.inForm<QTextEdit>("templateBody");
        QCOMPARE(body.layoutDirection(), Qt::LeftToRight);
        body.insertPlainText(QStringLiteral("Hello "));
        const auto fields = f.inForm<QPushButton>("insertTemplateField").menu()->actions();
        QCOMPARE(fields.front()->text(), QStringLiteral("Patient's name"));
        fields.front()->trigger();
        body.insertPlainText(QStringLiteral(", {{street}} is open."));
        // What is known stands there already.
        QCOMPARE(f.inForm<QLineEdit>("example.patient_name").text(), QStringLiteral("Dana Levi"));
        f.inForm<QLineEdit>("example.street").setText(QStringLiteral("Herzl Street"));
        f.inForm<QComboBox>("templateLanguage").setCurrentIndex(0);
        QCOMPARE(f.inForm<QLineEdit>("example.patient_name").text(), QStringLiteral("דנה לוי"));
        f.inForm<QComboBox>("templateLanguage").setCurrentIndex(1);
        f.inForm<QLineEdit>("templateReply1").setText(QStringLiteral("Thanks"));
        const QString preview = domain::withoutIsolates(f.inForm<QLabel>("templateFormPreview").text());
        QVERIFY(preview.contains(QStringLiteral("<b>Herzl Street</b> is open")));
        QVERIFY(preview.contains(QStringLiteral("Thanks")));
        f.inForm<QPushButton>("keepTemplate").click();
        QTRY_VERIFY(f.trouble().startsWith(QStringLiteral("The name takes small English letters")));
        QVERIFY(f.room.kept.empty());
        f.inForm<QLineEdit>("templateName").setText(QStringLiteral("parking"));
        f.room.failure = Error{ErrorCode::Conflict, QStringLiteral("template.taken"), {}};
        f.inForm<QPushButton>("keepTemplate").click();
        QTRY_VERIFY(f.trouble().contains(QStringLiteral("There is a template of this name already")));
        f.inForm<QPushButton>("keepTemplate").click();
        QTRY_VERIFY(!form);
        QCOMPARE(f.room.kept.size(), size_t(1));
        const auto& one = f.room.kept.front();
        QCOMPARE(one.name + QLatin1Char(' ') + one.language, QStringLiteral("parking en"));
        QCOMPARE(one.category, QStringLiteral("utility"));
        QCOMPARE(one.buttons, QStringList{QStringLiteral("Thanks")});
        QCOMPARE(one.body, QStringLiteral("Hello {{patient_name}}, {{street}} is open."));
        QCOMPARE(one.examples.back().second, QStringLiteral("Herzl Street"));
        // It is shown, and offers itself in the other language.
        QTRY_COMPARE(f.text(0, "templateState"), QStringLiteral("Not handed in"));
        auto& other = *f.page().findChild<QPushButton*>(QStringLiteral("otherLanguage"));
        QCOMPARE(other.text(), QStringLiteral("Write it in Hebrew too…"));
        other.click();
        QVERIFY(f.inForm<QLineEdit>("templateName").isReadOnly());
        QCOMPARE(f.inForm<QTextEdit>("templateBody").layoutDirection(), Qt::RightToLeft);
    }

    void whatWasTypedIsNotLostByOneKey()
    {
        TemplatesFixture f;
        f.toPage();
        f.page().findChild<QPushButton*>(QStringLiteral("newTemplate"))->click();
        QPointer<ui::TemplateForm> form = &f.form();
        f.inForm<QTextEdit>("templateBody").setPlainText(QStringLiteral("Hello there"));
        QTest::keyClick(form, Qt::Key_Escape);
        QVERIFY(form && form->isVisible());
        QVERIFY(f.trouble().startsWith(QStringLiteral("What you wrote is not saved")));
        QTest::keyClick(form, Qt::Key_Escape);
        QTRY_VERIFY(!form);
        QVERIFY(f.room.kept.empty());
    }

    void whatWouldBeRefusedIsToldWhileItIsTyped()
    {
        TemplatesFixture f;
        f.toPage();
        f.page().findChild<QPushButton*>(QStringLiteral("newTemplate"))->click();
        f.room.findings = {{QStringLiteral("variable-at-end"), QStringLiteral("body")}};
        f.inForm<QTextEdit>("templateBody").setPlainText(QStringLiteral("Hello {{street}}"));
        QTRY_VERIFY(f.trouble().startsWith(QStringLiteral("A field cannot close the text")));
        f.inForm<QPushButton>("keepTemplate").click();
        QTest::qWait(20);
        QVERIFY(f.room.kept.empty());
    }

    void itsOwnIsChangedAndRemoved()
    {
        TemplatesFixture f;
        auto& text = f.room.now.templates[1].texts[1];
        text.version = 4;
        f.toPage();
        f.list().setCurrentRow(1);
        QVERIFY2(!f.part<QPushButton>(0, "changeTemplate").isVisible(), "it came with Delpek");
        QVERIFY2(f.part<QPushButton>(1, "changeTemplate").isVisible(), "it was refused");
        f.part<QPushButton>(1, "changeTemplate").click();
        QPointer<ui::TemplateForm> form = &f.form();
        QCOMPARE(f.inForm<QTextEdit>("templateBody").toPlainText(), text.body);
        QVERIFY(!f.inForm<QComboBox>("templateLanguage").isEnabled());
        f.inForm<QTextEdit>("templateBody").setPlainText(QStringLiteral("Hello {{amount}} there"));
        f.inForm<QPushButton>("keepTemplate").click();
        QTRY_VERIFY(!form);
        QCOMPARE(f.room.kept.back().version, 4);
        f.list().setCurrentRow(1);
        QTRY_COMPARE(f.text(1, "templateState"), QStringLiteral("Not handed in"));
        f.part<QPushButton>(1, "removeTemplate").click();
        auto* question = f.window.findChild<QMessageBox*>(QStringLiteral("removeTemplateQuestion"));
        QVERIFY(question->text().contains(QStringLiteral("30 days")));
        question->buttons().constFirst()->click();
        QTRY_COMPARE(f.room.removed, QStringList{QStringLiteral("payment_reminder en")});
    }

    void theProviderIsAskedAgain()
    {
        TemplatesFixture f;
        f.toPage();
        QVERIFY(f.refresh().isVisible() && f.refresh().isEnabled());
        f.refresh().click();
        QCOMPARE(f.room.refreshed, 1);
        QTRY_VERIFY(f.refresh().isEnabled());
        f.room.failure = Error{ErrorCode::Conflict, QStringLiteral("template.known"), QStringLiteral("known")};
        f.refresh().click();
        auto* trouble = f.page().findChild<QLabel*>(QStringLiteral("formTrouble"));
        QTRY_VERIFY(trouble->isVisible() && trouble->text().startsWith(QStringLiteral("WhatsApp has this template")));
    }

    void whoDoesNotManageTheClinicOnlyReads()
    {
        TemplatesFixture f;
        f.desk.signIn().ask();
        f.desk.signIn().admit(FakeSignIn::Noa);
        QTest::qWait(50);
        f.toPage();
        QVERIFY(!f.refresh().isVisible());
        QVERIFY(!f.page().findChild<QPushButton*>(QStringLiteral("newTemplate"))->isVisible());
        QVERIFY(!f.part<QPushButton>(1, "handInTemplate").isVisible());
        QCOMPARE(f.list().count(), 2);
    }

    void withoutAProviderThePageSaysWhatToDo()
    {
        TemplatesFixture f;
        f.room.now.hasProvider = false;
        f.toPage();
        QVERIFY(!f.refresh().isVisible());
        const auto* heard = f.page().findChild<QLabel*>(QStringLiteral("templatesHeard"));
        QVERIFY(heard->text().startsWith(QStringLiteral("No WhatsApp account is connected")));
    }

    void inHebrew()
    {
        TemplatesFixture f(domain::Language::Hebrew);
        f.toPage();
        f.list().setCurrentRow(1);
        QVERIFY(f.text(0, "templateState").startsWith(QStringLiteral("מאושרת")));
        QVERIFY(f.text(1, "templateTold").contains(QStringLiteral("פרסום")));
    }
};

QTEST_MAIN(TestUiTemplateList)
#include "test_ui_templatelist.moc"
