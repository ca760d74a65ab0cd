// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "ui/fakeserviceroom.h"
#include "ui/hours/weekeditor.h"
#include "ui/services/serviceform.h"
#include "ui/services/servicespage.h"
#include "ui/services/servicewords.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QTextEdit>
#include <QTimeEdit>
#include <QToolButton>

using namespace delpek;
using desk::ServiceDraft;
using test::FakeServiceRoom;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

struct ServicesFixture : WindowFixture {
    explicit ServicesFixture(domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
        , room(desk.fakeServiceRoom())
    {
    }

    void toPage()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::ServicesPage>(window);
    }
    /// Pages are made for whoever comes, a moment later.
    void admit(FakeSignIn::Staff who)
    {
        desk.signIn().ask();
        desk.signIn().admit(who);
        QTest::qWait(50);
    }
    ui::ServicesPage& page() const { return *window.findChild<ui::ServicesPage*>(); }
    template <typename T>
    T& part(const char* name) const
    {
        return *window.findChild<T*>(QLatin1String(name));
    }
    QString text(const char* name) const { return domain::withoutIsolates(part<QLabel>(name).text()); }
    void choose(int row) const { part<QListWidget>("serviceList").setCurrentRow(row); }
    QString listed(int row) const
    {
        return domain::withoutIsolates(part<QListWidget>("serviceList").item(row)->text());
    }
    void click(const char* name) const
    {
        auto& button = part<QPushButton>(name);
        QVERIFY2(button.isVisible() && button.isEnabled(), name);
        button.click();
    }
    ui::ServiceForm* form() const { return window.findChild<ui::ServiceForm*>(); }
    /// Adds spans of hours to a day of the form; 0 is Sunday.
    void hourSpans(int day, int count) const
    {
        auto* add = form()->findChild<QToolButton*>(QStringLiteral("addSpan%1").arg(day));
        for (int i = 0; i < count; ++i) {
            add->click();
        }
    }
    /// The form's fields of a day, from and until by turns.
    QList<QTimeEdit*> times(int day) const
    {
        auto* place = form()->findChild<QToolButton*>(QStringLiteral("addSpan%1").arg(day))->parentWidget();
        auto fields = place->findChildren<QTimeEdit*>();
        // Those that were replaced go a moment later.
        fields.removeIf([](const QTimeEdit* field) { return !field->isVisible(); });
        return fields;
    }
    /// What the form says is wrong.
    QStringList troubles() const
    {
        QStringList found;
        for (const auto* label : form()->findChildren<QLabel*>(QStringLiteral("formTrouble"))) {
            if (label->isVisible()) {
                found << domain::withoutIsolates(label->text());
            }
        }
        return found;
    }

    FakeServiceRoom& room;
};

} // namespace

/// Services and agents in the settings.
class TestUiServices : public QObject
{
    Q_OBJECT

    /// Presses the button of the question that is open.
    static void answer(const ServicesFixture& f, QMessageBox::ButtonRole role)
    {
        for (const auto* question : f.window.findChildren<QMessageBox*>()) {
            for (auto* button : question->buttons()) {
                if (question->isVisible() && question->buttonRole(button) == role) {
                    button->click();
                    return;
                }
            }
        }
        QFAIL("nothing is asked");
    }

private Q_SLOTS:
    void eachServiceTellsWhatItDoes()
    {
        ServicesFixture f;
        f.room.at(QStringLiteral("parking")).isWaiting = true;
        f.toPage();
        QCOMPARE(f.part<QListWidget>("serviceList").count(), 3);
        QCOMPARE(f.listed(0), QStringLiteral("Talk to the team\nAs it came"));
        QCOMPARE(f.listed(2), QStringLiteral("Parking\nThe clinic's own, from the next start on"));
        f.choose(2);
        const QString said = f.text("serviceText");
        for (const char* words : {"A fixed answer", "car park", "There is a car park below the building", "Everybody",
                                  "From 1.4.2026 00:00 until 9.4.2026 00:00: not yet", "parking.json"}) {
            QVERIFY2(said.contains(QLatin1String(words)), words);
        }
        f.choose(0);
        QVERIFY(f.text("serviceText").contains(QStringLiteral("A person is called")));
    }

    void whoDoesNotManageTheClinicOnlyReads()
    {
        ServicesFixture f;
        f.room.now.folder.clear();
        f.admit(FakeSignIn::Noa);
        f.toPage();
        for (const char* name : {"addService", "changeService", "turnService", "useServiceFolder"}) {
            QVERIFY2(!f.part<QPushButton>(name).isVisible(), name);
        }
        QVERIFY(!f.part<QComboBox>("agentTeam").isEnabled());
        QVERIFY(f.part<QListWidget>("serviceList").isVisible());
    }

    void aSentenceIsTried()
    {
        ServicesFixture f;
        f.toPage();
        QCOMPARE(f.text("serviceTaken"), QStringLiteral("Nothing that is typed here is kept or sent."));
        f.part<QLineEdit>("serviceTrial").setText(QStringLiteral("is there a car park?"));
        QTRY_COMPARE(f.text("serviceTaken"), QStringLiteral("The service \"Parking\" takes it, by \"car park\"."));
        f.part<QLineEdit>("serviceTrial").setText(QStringLiteral("what does a cleaning cost"));
        QTRY_COMPARE(f.text("serviceTaken"), QStringLiteral("The agent answers."));
    }

    void withoutAFolderOneIsChosenFirst()
    {
        ServicesFixture f;
        f.room.now.folder.clear();
        f.toPage();
        QVERIFY(!f.part<QPushButton>("addService").isEnabled());
        QVERIFY(!f.part<QPushButton>("changeService").isEnabled());
        QCOMPARE(f.part<QLineEdit>("serviceFolder").text(), f.room.now.proposed);
        f.click("useServiceFolder");
        QCOMPARE(f.room.now.folder, f.room.now.proposed);
        QVERIFY(!f.part<QLineEdit>("serviceFolder").isVisible());
        QVERIFY(f.part<QPushButton>("addService").isEnabled());
    }

    void aFolderThatDoesNotDoIsSaid()
    {
        ServicesFixture f;
        f.room.now.folder.clear();
        f.toPage();
        f.room.failure =
            Error{ErrorCode::InvalidInput, QStringLiteral("service.folderPath"), QStringLiteral("no whole path")};
        f.click("useServiceFolder");
        QVERIFY(f.part<QLineEdit>("serviceFolder").isVisible());
        bool isSaid = false;
        for (const auto* label : f.page().findChildren<QLabel*>(QStringLiteral("formTrouble"))) {
            isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("whole path")));
        }
        QVERIFY(isSaid);
    }

    void switchedOffAndOnAgain()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(1);
        f.click("turnService");
        QCOMPARE(f.room.turned, QStringList{QStringLiteral("information off")});
        QCOMPARE(f.listed(1), QStringLiteral("About the clinic\nSwitched off, from the next start on"));
        QCOMPARE(f.part<QPushButton>("turnService").text(), QStringLiteral("Switch on"));
        f.click("turnService");
        QCOMPARE(f.room.turned.constLast(), QStringLiteral("information on"));
    }

    void removingAsksFirst()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(2);
        f.click("removeService");
        auto* question = f.window.findChild<QMessageBox*>(QStringLiteral("removeServiceQuestion"));
        QVERIFY(question && question->isVisible());
        answer(f, QMessageBox::RejectRole);
        QVERIFY(f.room.removed.isEmpty());
        f.click("removeService");
        answer(f, QMessageBox::AcceptRole);
        QTRY_COMPARE(f.room.removed, QStringList{QStringLiteral("parking")});
        QCOMPARE(f.part<QListWidget>("serviceList").count(), 2);
    }

    void aNewServiceIsMadeInTheForm()
    {
        ServicesFixture f;
        f.toPage();
        f.click("addService");
        QVERIFY(f.form() != nullptr);
        QTest::keyClicks(&f.part<QLineEdit>("serviceEnglishName"), QStringLiteral("Baby corner, 2nd"));
        QCOMPARE(f.part<QLineEdit>("serviceId").text(), QStringLiteral("baby_corner_2nd"));
        QVERIFY(f.troubles().isEmpty());
        // What is missing is said when it is to be kept.
        f.click("keepService");
        QTRY_VERIFY(f.troubles().contains(QStringLiteral("Name at least one word by which patients ask for it.")));
        QVERIFY(f.troubles().join(QLatin1Char('\n')).contains(QStringLiteral("Not saved yet")));
        QVERIFY(f.room.kept.empty());
        f.part<QLineEdit>("serviceHebrewName").setText(QStringLiteral("פינת תינוקות"));
        f.part<QComboBox>("serviceKind").setCurrentIndex(1);
        f.part<QTextEdit>("serviceHebrewKeywords").setPlainText(QStringLiteral("פינת תינוקות\n\n החתלה "));
        f.part<QTextEdit>("serviceEnglishKeywords").setPlainText(QStringLiteral("baby corner"));
        f.part<QTextEdit>("/answer/he").setPlainText(QStringLiteral("יש פינה בקומה 2."));
        f.part<QTextEdit>("/answer/en").setPlainText(QStringLiteral("There is one on the second floor."));
        f.part<QComboBox>("serviceOpening").setCurrentIndex(2);
        f.hourSpans(0, 2);
        f.times(0)[3]->setTime(QTime(19, 0));
        f.part<QTextEdit>("/closed/he").setPlainText(QStringLiteral("סגור."));
        f.part<QTextEdit>("/closed/en").setPlainText(QStringLiteral("Closed."));
        f.part<QComboBox>("serviceRoles").setCurrentIndex(1);
        f.click("addNotice");
        f.part<QDateTimeEdit>("noticeFrom").setDateTime(QDateTime(QDate(2026, 4, 1), QTime(8, 0), Qt::UTC));
        f.part<QDateTimeEdit>("noticeUntil").setDateTime(QDateTime(QDate(2026, 4, 2), QTime(8, 0), Qt::UTC));
        f.part<QTextEdit>("/announcements/0/text/he").setPlainText(QStringLiteral("סגור לניקיון."));
        f.part<QTextEdit>("/announcements/0/text/en").setPlainText(QStringLiteral("Closed for cleaning."));
        f.click("keepService");
        QTRY_COMPARE(f.room.kept.size(), size_t(1));
        const ServiceDraft& kept = f.room.kept[0];
        QCOMPARE(kept.id, QStringLiteral("baby_corner_2nd"));
        QVERIFY(kept.by == ServiceDraft::By::Person);
        QCOMPARE(kept.hebrewKeywords, QStringList({QStringLiteral("פינת תינוקות"), QStringLiteral("החתלה")}));
        QCOMPARE(kept.answer.english.female, QStringLiteral("There is one on the second floor."));
        QVERIFY(kept.opening == ServiceDraft::Opening::Own);
        QCOMPARE(kept.hours[0].size(), size_t(2));
        QCOMPARE(kept.hours[0][1].to, QTime(19, 0));
        QCOMPARE(kept.roles, QStringList{QStringLiteral("known")});
        QCOMPARE(kept.notices.size(), size_t(1));
        QVERIFY(kept.notices[0].from == (domain::LocalTime{QDate(2026, 4, 1), QTime(8, 0)}));
        QTRY_COMPARE(f.part<QListWidget>("serviceList").count(), 4);
    }

    void hoursOfAServiceAreEnteredAsThoseOfTheClinic()
    {
        ServicesFixture f(domain::Language::Hebrew);
        f.toPage();
        f.choose(2);
        f.click("changeService");
        auto& week = *f.form()->findChild<ui::WeekEditor*>();
        QVERIFY(!week.isVisible());
        f.part<QComboBox>("serviceOpening").setCurrentIndex(2);
        QVERIFY(week.isVisible());
        f.hourSpans(1, 2);
        QCOMPARE(f.times(1).size(), 4);
        for (const auto* time : f.times(1)) {
            QCOMPARE(time->layoutDirection(), Qt::LeftToRight);
        }
        QVERIFY2(f.times(1)[3]->mapTo(f.form(), QPoint()).x() > 0, "two spans have room");
        QVERIFY(f.troubles().isEmpty());
        const auto button = [&](int day) { return week.findChild<QToolButton*>(QStringLiteral("addSpan%1").arg(day)); };
        const QList<QWidget*> inOrder{f.times(1)[1], f.times(1)[2], f.times(1)[3], button(1), button(2)};
        QList<QWidget*> met;
        QWidget* const first = f.times(1)[0];
        for (QWidget* at = first->nextInFocusChain(); at != first && met.size() < inOrder.size();
             at = at->nextInFocusChain()) {
            if (inOrder.contains(at)) {
                met << at;
            }
        }
        QCOMPARE(met, inOrder);
        // Beside the day at once, and again when it is to be kept.
        f.times(1)[2]->setTime(QTime(12, 0));
        QCOMPARE(f.troubles().size(), 1);
        f.click("keepService");
        QTRY_VERIFY(f.troubles().size() > 1);
        QVERIFY(f.room.kept.empty());
        f.times(1)[2]->setTime(QTime(16, 0));
        f.click("keepService");
        QTRY_COMPARE(f.room.kept.size(), size_t(1));
        QCOMPARE(f.room.kept[0].hours[1].size(), size_t(2));
        QCOMPARE(f.room.kept[0].hours[1][1].from, QTime(16, 0));
    }

    void whatIsFilledInIsNamedInTheWindowsLanguage_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::addColumn<QString>("said");
        QTest::newRow("en") << domain::Language::English
                            << QStringLiteral("In braces only {clinic}, {phone}, {address} and {hours} are filled in, "
                                              "and in a question or a label nothing is.");
        QTest::newRow("he") << domain::Language::Hebrew
                            << QStringLiteral("בסוגריים מסולסלים ממולאים רק {clinic}, {phone}, {address} ו־{hours}, "
                                              "ובשאלות ובתוויות לא ממולא דבר.");
    }

    void whatIsFilledInIsNamedInTheWindowsLanguage()
    {
        QFETCH(domain::Language, language);
        QFETCH(QString, said);
        const ServicesFixture f(language);
        const QString found = ui::servicewords::finding({QStringLiteral("/answer"), QStringLiteral("braces")});
        QCOMPARE(domain::withoutIsolates(found), said);
        QVERIFY(found.contains(domain::isolate(QStringLiteral("{clinic}"))));
    }

    void aNameThatIsTakenIsRefused()
    {
        ServicesFixture f;
        f.toPage();
        f.click("addService");
        f.part<QLineEdit>("serviceHebrewName").setText(QStringLiteral("חניה"));
        f.part<QLineEdit>("serviceEnglishName").setText(QStringLiteral("Parking"));
        f.part<QLineEdit>("serviceId").setText(QStringLiteral("parking"));
        f.part<QTextEdit>("serviceHebrewKeywords").setPlainText(QStringLiteral("חניה"));
        f.part<QTextEdit>("/answer/he").setPlainText(QStringLiteral("כן."));
        f.click("keepService");
        QTRY_VERIFY(f.troubles().contains(QStringLiteral("This is taken. Choose another one.")));
        QVERIFY(f.room.kept.empty());
    }

    void whatTheRulesWouldHoldBackIsSaidWhileTyping()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(2);
        f.click("changeService");
        f.part<QTextEdit>("/answer/he").setPlainText(QStringLiteral("15 ₪ לשעה"));
        QTRY_COMPARE(f.troubles(), QStringList{QStringLiteral("The safety rules would hold this text back: it says a "
                                                              "price. Say it without that.")});
        f.click("keepService");
        QTRY_COMPARE(f.troubles().size(), 2);
        QVERIFY(f.room.kept.empty());
        f.part<QTextEdit>("/answer/he").setPlainText(QStringLiteral("יש חניון."));
        f.click("keepService");
        QTRY_COMPARE(f.room.kept.size(), size_t(1));
    }

    void formsOfAddressAreKept()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(1);
        f.click("changeService");
        QVERIFY(!f.part<QTextEdit>("/answer/he.female").isVisible());
        f.part<QCheckBox>("/answer.forms").setChecked(true);
        QCOMPARE(f.part<QTextEdit>("/answer/he.female").toPlainText(), f.part<QTextEdit>("/answer/he").toPlainText());
        f.part<QTextEdit>("/answer/he.female").setPlainText(QStringLiteral("בואי"));
        f.click("keepService");
        QTRY_COMPARE(f.room.kept.size(), size_t(1));
        QCOMPARE(f.room.kept[0].answer.hebrew.female, QStringLiteral("בואי"));
        QVERIFY(!f.room.kept[0].answer.english.differ());
    }

    void whatCouldNotBeKeptStaysOpen()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(2);
        f.click("changeService");
        f.room.failure = Error{ErrorCode::Conflict, QStringLiteral("service.changed"), QStringLiteral("changed")};
        f.click("keepService");
        QTRY_VERIFY(f.troubles().join(QLatin1Char('\n')).contains(QStringLiteral("changed elsewhere")));
        QVERIFY(f.form() != nullptr && f.form()->isVisible());
    }

    void whatWasTypedIsNotGivenUpByOnePress()
    {
        ServicesFixture f;
        f.toPage();
        f.choose(2);
        f.click("changeService");
        QTest::keyClick(f.form(), Qt::Key_Escape);
        QTRY_VERIFY2(f.form() == nullptr, "nothing was typed");
        f.click("changeService");
        f.part<QLineEdit>("serviceEnglishName").setText(QStringLiteral("Where to park"));
        QTest::keyClick(f.form(), Qt::Key_Escape);
        QVERIFY(f.form() != nullptr && f.form()->isVisible());
        QVERIFY(f.troubles().join(QLatin1Char('\n')).contains(QStringLiteral("Cancel once more")));
        QTest::keyClick(f.form(), Qt::Key_Escape);
        QTRY_VERIFY(f.form() == nullptr);
        QVERIFY(f.room.kept.empty());
    }

    void aFaultInAFileIsSaid()
    {
        ServicesFixture f;
        f.room.at(QStringLiteral("parking")).findings = {
            {QStringLiteral("/done/en"), QStringLiteral("missing"), QStringLiteral("a text is needed here")}};
        f.toPage();
        QCOMPARE(f.listed(2), QStringLiteral("Parking\nHas a fault"));
        f.choose(2);
        QVERIFY(f.text("serviceText").contains(QStringLiteral("Delpek does not start")));
        QVERIFY(
            f.text("serviceText")
                .contains(QStringLiteral("When the form was handed in: A text is needed here, in both languages.")));
    }

    void theTeamIsChosen()
    {
        ServicesFixture f;
        f.toPage();
        f.page().tabs().setCurrentIndex(1);
        auto& team = f.part<QComboBox>("agentTeam");
        QVERIFY(team.isVisible() && team.isEnabled());
        QVERIFY(f.text("agentText")
                    .contains(QStringLiteral("May: tell the clinic's address, phone and hours; tell "
                                             "prices; book a visit.")));
        team.setCurrentIndex(1);
        Q_EMIT team.activated(1);
        QCOMPARE(f.room.team.chosen, QStringLiteral("team"));
        QCOMPARE(f.text("agentTeamNote"),
                 QStringLiteral("Until Delpek is started again, it is still: Alex: one agent for everything."));
        f.room.failure =
            Error{ErrorCode::Conflict, QStringLiteral("setup.overridden"), QStringLiteral("agent.team: x")};
        team.setCurrentIndex(0);
        Q_EMIT team.activated(0);
        QCOMPARE(team.currentIndex(), 1);
    }

    void whereThereAreNoneThePageSaysSo()
    {
        ServicesFixture f;
        f.room.stateFailure = Error{ErrorCode::Unsupported, QStringLiteral("service.none"), QStringLiteral("none")};
        f.toPage();
        QVERIFY(!f.part<QListWidget>("serviceList").isVisible());
        QVERIFY(!f.part<QPushButton>("addService").isVisible());
    }

    void inHebrew()
    {
        ServicesFixture f(domain::Language::Hebrew);
        f.toPage();
        f.choose(2);
        QCOMPARE(f.listed(2), QStringLiteral("חניה\nשירות של המרפאה"));
        QVERIFY(f.text("serviceText").contains(QStringLiteral("תשובה קבועה")));
    }
};

QTEST_MAIN(TestUiServices)
#include "test_ui_services.moc"
