// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/clinic/clinicpage.h"
#include "ui/clinic/clinicwords.h"
#include "ui/clinic/doctorform.h"
#include "ui/clinic/retireform.h"
#include "ui/clinic/treatmentform.h"
#include "ui/fakeclinicroom.h"
#include "ui/hours/effectpanel.h"
#include "ui/hours/hourspage.h"
#include "ui/settingssections.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace delpek;
using test::WindowFixture;

namespace
{

/// The page of the clinic's own data in the settings.
struct ClinicFixture : WindowFixture {
    explicit ClinicFixture(bool opens = true, domain::Language language = domain::Language::English)
        : WindowFixture({}, language)
    {
        if (opens) {
            open();
        }
    }
    void open()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::ClinicPage>(window);
    }

    ui::ClinicPage& page() const { return *window.findChild<ui::ClinicPage*>(); }
    test::FakeClinicRoom& room() { return desk.fakeClinicRoom(); }
    template <typename Widget>
    Widget& on(const char* name) const
    {
        return *page().findChild<Widget*>(QLatin1String(name));
    }
    void click(const char* name) const { QTest::mouseClick(&on<QPushButton>(name), Qt::LeftButton); }
    QString text(const char* label) const
    {
        const auto& said = on<QLabel>(label);
        return said.isVisible() ? said.text() : QString();
    }
    void choose(const char* list, int row) const
    {
        auto& tree = on<QTreeWidget>(list);
        tree.setCurrentItem(tree.topLevelItem(row));
    }
    template <typename Form>
    Form& form() const
    {
        return *window.findChild<Form*>();
    }
    template <typename Form, typename Widget>
    Widget& in(const char* name) const
    {
        return *form<Form>().template findChild<Widget*>(QLatin1String(name));
    }
    static void type(QLineEdit& field, const QString& text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClicks(&field, text);
    }
};

} // namespace

class TestUiClinic : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsChangedByLooking()
    {
        ClinicFixture f;
        QCOMPARE(f.on<QLineEdit>("clinicNameEn").text(), QStringLiteral("HaShen Dental"));
        QCOMPARE(f.on<QLineEdit>("clinicPhone").text(), QStringLiteral("03-555-0100"));
        QVERIFY(f.on<QCheckBox>("fund.maccabi").isChecked() && !f.on<QCheckBox>("fund.leumit").isChecked());
        QVERIFY(!f.page().hasUnsaved());
        QVERIFY(!f.on<QPushButton>("saveClinic").isEnabled());
        QVERIFY(f.text("clinicMissing").isEmpty());
    }

    /// What came from a file or from a map has more digits and lines than the fields make of it.
    void whatTheFieldsCannotShowWholeIsNoChange()
    {
        ClinicFixture f(false);
        f.room().now.info.location = {32.085312345678901, 34.781812345678901};
        f.room().now.info.address.en = QStringLiteral("112 Ibn Gabirol St.,\n2nd  floor");
        f.room().now.info.insurance << QStringLiteral("Harel, dental only");
        f.open();
        QVERIFY(!f.page().hasUnsaved());
        ClinicFixture::type(f.on<QLineEdit>("clinicNameEn"), QStringLiteral("Galil"));
        f.click("saveClinic");
        QCOMPARE(f.room().now.info.name.en, QStringLiteral("Galil"));
        QCOMPARE(f.room().now.info.address.en, QStringLiteral("112 Ibn Gabirol St.,\n2nd  floor"));
        QCOMPARE(f.room().now.info.location, std::pair(32.085312345678901, 34.781812345678901));
        QCOMPARE(f.room().now.info.insurance.last(), QStringLiteral("Harel, dental only"));
    }

    void whatIsTypedIsSavedAndTheRestStays()
    {
        ClinicFixture f;
        const auto before = f.room().now.info;
        ClinicFixture::type(f.on<QLineEdit>("clinicAddressEn"), QStringLiteral("5 Herzl St., Haifa"));
        f.on<QCheckBox>("fund.leumit").click();
        ClinicFixture::type(f.on<QLineEdit>("clinicPlace"), QStringLiteral("32.8191, 34.9983"));
        QVERIFY(f.page().hasUnsaved());
        f.click("saveClinic");
        const auto& now = f.room().now.info;
        QCOMPARE(now.address.en, QStringLiteral("5 Herzl St., Haifa"));
        QCOMPARE(now.insurance,
                 (QStringList{QStringLiteral("maccabi"), QStringLiteral("clalit"), QStringLiteral("leumit")}));
        QCOMPARE(now.location, std::pair(32.8191, 34.9983));
        QCOMPARE(now.phone, before.phone);
        QCOMPARE(now.hours, before.hours);
        QCOMPARE(f.text("clinicSaid"), QStringLiteral("Saved."));
        QVERIFY(!f.page().hasUnsaved());
    }

    void whatCannotBeIsSaidBeforeItIsTried()
    {
        ClinicFixture f;
        ClinicFixture::type(f.on<QLineEdit>("clinicPlace"), QStringLiteral("near the sea"));
        f.click("saveClinic");
        QVERIFY(f.text("clinicSaid").contains(QStringLiteral("two numbers")));
        QCOMPARE(f.room().now.info.location, std::pair(32.0853, 34.7818));
        f.click("undoClinic");
        QVERIFY(!f.page().hasUnsaved());
        // What the book refuses is said in its words.
        f.room().failure = Error{ErrorCode::InvalidInput, QStringLiteral("phone.invalid"), {}, std::nullopt};
        ClinicFixture::type(f.on<QLineEdit>("clinicPhone"), QStringLiteral("12"));
        f.click("saveClinic");
        QVERIFY(f.text("clinicSaid").contains(QStringLiteral("telephone number")));
        QCOMPARE(f.on<QLineEdit>("clinicPhone").text(), QStringLiteral("12"));
    }

    void aChangeElsewhereIsSaidAndNothingTypedIsLost()
    {
        ClinicFixture f;
        ClinicFixture::type(f.on<QLineEdit>("clinicNameEn"), QStringLiteral("My name"));
        f.room().now.info.name.en = QStringLiteral("Their name");
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_VERIFY(f.text("clinicSaid").contains(QStringLiteral("meanwhile")));
        QCOMPARE(f.on<QLineEdit>("clinicNameEn").text(), QStringLiteral("My name"));
        f.click("undoClinic");
        QCOMPARE(f.on<QLineEdit>("clinicNameEn").text(), QStringLiteral("Their name"));
        QVERIFY(!f.page().hasUnsaved());
        // And saving after it was said writes over it.
        ClinicFixture::type(f.on<QLineEdit>("clinicNameEn"), QStringLiteral("Mine"));
        f.room().now.info.name.en = QStringLiteral("Theirs");
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_VERIFY(!f.text("clinicSaid").isEmpty());
        f.click("saveClinic");
        QCOMPARE(f.room().now.info.name.en, QStringLiteral("Mine"));
    }

    void whatSomebodyElseSavedMeanwhileIsNotWrittenBack()
    {
        ClinicFixture f;
        ClinicFixture::type(f.on<QLineEdit>("clinicNameEn"), QStringLiteral("Mine"));
        f.room().now.info.phone = QStringLiteral("+97248888888");
        f.room().now.info.insurance << QStringLiteral("leumit");
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTRY_COMPARE(f.on<QLineEdit>("clinicPhone").text(), QStringLiteral("04-888-8888"));
        QCOMPARE(f.on<QLineEdit>("clinicNameEn").text(), QStringLiteral("Mine"));
        f.click("saveClinic");
        QCOMPARE(f.room().now.info.name.en, QStringLiteral("Mine"));
        QCOMPARE(f.room().now.info.phone, QStringLiteral("+97248888888"));
        QVERIFY(f.room().now.info.insurance.contains(QStringLiteral("leumit")));
    }

    void hoursThatChangeElsewhereDisturbNobodyHere()
    {
        ClinicFixture f;
        ClinicFixture::type(f.on<QLineEdit>("clinicNameEn"), QStringLiteral("Mine"));
        f.room().now.info.hours[0].clear();
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(50);
        QVERIFY(f.text("clinicSaid").isEmpty());
        f.click("saveClinic");
        QCOMPARE(f.room().now.info.name.en, QStringLiteral("Mine"));
        QVERIFY(f.room().now.info.hours[0].empty());
    }

    void aTreatmentThatPatientsAskForBringsItsNamesAndId()
    {
        ClinicFixture f;
        f.click("addTreatment");
        auto& kind = f.in<ui::TreatmentForm, QComboBox>("treatmentKind");
        // Those that the clinic has already are not there.
        QVERIFY(kind.findData(QStringLiteral("checkup")) < 0);
        const int crown = kind.findData(QStringLiteral("crown"));
        QVERIFY(crown >= 0);
        kind.setCurrentIndex(crown);
        Q_EMIT kind.activated(crown);
        QCOMPARE((f.in<ui::TreatmentForm, QLineEdit>("treatmentNameEn").text()), QStringLiteral("Crown"));
        QCOMPARE((f.in<ui::TreatmentForm, QSpinBox>("treatmentMinutes").value()), 60);
        f.in<ui::TreatmentForm, QDoubleSpinBox>("treatmentPrice").setValue(2900.5);
        QTest::mouseClick(&f.in<ui::TreatmentForm, QPushButton>("saveTreatment"), Qt::LeftButton);
        const auto& added = f.room().now.treatments.back().treatment;
        QCOMPARE(added.id, QStringLiteral("crown"));
        QCOMPARE(added.price, (domain::Money{290050, QStringLiteral("ILS")}));
        QCOMPARE(f.on<QTreeWidget>("clinicTreatments").topLevelItemCount(), 4);
        QVERIFY(f.text("clinicMissing").contains(QStringLiteral("Crown")));
    }

    void aPriceIsChangedAndAConflictIsSaid()
    {
        ClinicFixture f;
        f.choose("clinicTreatments", 0);
        f.click("changeTreatment");
        f.in<ui::TreatmentForm, QDoubleSpinBox>("treatmentPrice").setValue(250);
        f.room().now.treatments[0].treatment.minutes = 20;
        QTest::mouseClick(&f.in<ui::TreatmentForm, QPushButton>("saveTreatment"), Qt::LeftButton);
        QVERIFY((f.in<ui::TreatmentForm, QLabel>("formTrouble").text().contains(QStringLiteral("meanwhile"))));
        QCOMPARE(f.room().now.treatments[0].treatment.price.minor, 22000);
        // Leaving asks once.
        QTest::keyClick(&f.form<ui::TreatmentForm>(), Qt::Key_Escape);
        QVERIFY(f.form<ui::TreatmentForm>().isVisible());
        QTest::keyClick(&f.form<ui::TreatmentForm>(), Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<ui::TreatmentForm*>() == nullptr);
    }

    /// The words for no price are typed over by whoever clicks into them; another kind takes nothing that was typed.
    void whatIsTypedForANewTreatmentStays()
    {
        ClinicFixture f;
        f.click("addTreatment");
        auto& price = f.in<ui::TreatmentForm, QDoubleSpinBox>("treatmentPrice");
        auto& kind = f.in<ui::TreatmentForm, QComboBox>("treatmentKind");
        auto& english = f.in<ui::TreatmentForm, QLineEdit>("treatmentNameEn");
        QCOMPARE(price.text(), QStringLiteral("Not told"));
        auto* text = price.findChild<QLineEdit*>();
        QTest::mouseClick(text, Qt::LeftButton);
        QTRY_COMPARE(text->selectedText(), text->text());
        QTest::keyClicks(text, QStringLiteral("450"));
        QCOMPARE(price.value(), 450.0);
        const QString first = english.text();
        QVERIFY(!first.isEmpty());
        const auto choose = [&](int index) {
            kind.setCurrentIndex(index);
            Q_EMIT kind.activated(index);
        };
        choose(1);
        QVERIFY(english.text() != first);
        QCOMPARE(price.value(), 450.0);
        english.setText(QStringLiteral("Our own"));
        choose(kind.count() - 1);
        QCOMPARE(english.text(), QStringLiteral("Our own"));
        QVERIFY((f.in<ui::TreatmentForm, QLineEdit>("treatmentNameHe").text().isEmpty()));
        // Who typed since the warning is asked again.
        auto& form = f.form<ui::TreatmentForm>();
        QTest::keyClick(&form, Qt::Key_Escape);
        english.setText(QStringLiteral("Our very own"));
        QTest::keyClick(&form, Qt::Key_Escape);
        QVERIFY(form.isVisible());
        QTest::keyClick(&form, Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<ui::TreatmentForm*>() == nullptr);
    }

    /// A kind that was only looked at is nothing to warn of.
    void aKindThatWasOnlyChosenIsLeftAtOnce()
    {
        ClinicFixture f;
        f.click("addTreatment");
        auto& kind = f.in<ui::TreatmentForm, QComboBox>("treatmentKind");
        for (int index = 0; index < kind.count(); ++index) {
            kind.setCurrentIndex(index);
            Q_EMIT kind.activated(index);
        }
        QTest::keyClick(&f.form<ui::TreatmentForm>(), Qt::Key_Escape);
        QTRY_VERIFY(f.window.findChild<ui::TreatmentForm*>() == nullptr);
    }

    void aTreatmentIsTakenOutAndOfferedAgain()
    {
        ClinicFixture f;
        f.choose("clinicTreatments", 1);
        f.click("switchTreatment");
        QVERIFY(f.room().now.treatments[1].retired);
        QCOMPARE(f.on<QPushButton>("switchTreatment").text(), QStringLiteral("Offer it again"));
        f.click("switchTreatment");
        QVERIFY(!f.room().now.treatments[1].retired);
        QCOMPARE(f.text("treatmentsSaid"), QStringLiteral("Offered again."));
    }

    void somebodyNewNeedsHoursAndThePageLeadsThere()
    {
        ClinicFixture f;
        f.click("addDoctor");
        QVERIFY((!f.in<ui::DoctorForm, QPushButton>("saveDoctor").isEnabled()));
        ClinicFixture::type(f.in<ui::DoctorForm, QLineEdit>("doctorNameEn"), QStringLiteral("Dr. Noa Lavie"));
        f.in<ui::DoctorForm, QCheckBox>("allTreatments").click();
        QTest::mouseClick(&f.in<ui::DoctorForm, QPushButton>("saveDoctor"), Qt::LeftButton);
        const auto& added = f.room().now.doctors.back().doctor;
        // What is not offered is not done.
        QCOMPARE(added.treatments, (QStringList{QStringLiteral("checkup"), QStringLiteral("filling")}));
        QVERIFY(f.text("clinicMissing").contains(QStringLiteral("Dr. Noa Lavie")));
        f.click("openHours");
        QVERIFY(f.window.findChild<ui::HoursPage*>() != nullptr && f.window.findChild<ui::HoursPage*>()->isVisible());
    }

    void theVisitsOfWhoLeavesAreSeenBefore()
    {
        ClinicFixture f;
        f.choose("clinicDoctors", 0);
        f.click("switchDoctor");
        auto* panel = f.form<ui::RetireForm>().findChild<ui::EffectPanel*>();
        QVERIFY(panel->text().startsWith(QStringLiteral("2 visits are booked with them")));
        // One is booked while the form is open.
        auto more = f.room().visits.visits.front();
        more.visit.id = QStringLiteral("v9");
        f.room().visits.visits.push_back(more);
        QTest::mouseClick(&f.in<ui::RetireForm, QPushButton>("retireDoctor"), Qt::LeftButton);
        QVERIFY(!f.room().now.doctors[0].retired);
        QVERIFY(panel->text().startsWith(QStringLiteral("3 visits")));
        QTest::mouseClick(&f.in<ui::RetireForm, QPushButton>("retireDoctor"), Qt::LeftButton);
        QVERIFY(f.room().now.doctors[0].retired);
        QCOMPARE(f.on<QPushButton>("switchDoctor").text(), QStringLiteral("Treats here again"));
        f.click("switchDoctor");
        QVERIFY(!f.room().now.doctors[0].retired);
    }

    /// The first start of a clinic without Odoo: the window leads to where it is entered.
    void anEmptyBookIsBegunHere()
    {
        WindowFixture f({}, domain::Language::English, [](test::FakeDesk& desk) {
            desk.fakeClinicRoom().now = {};
            desk.fakeClinicRoom().now.canChange = true;
            desk.fakeClinicRoom().now.isBegun = false;
        });
        QTRY_VERIFY(f.window.findChild<ui::ClinicPage*>() != nullptr);
        auto& page = *f.window.findChild<ui::ClinicPage*>();
        QVERIFY(page.isVisible() && !page.hasUnsaved());
        auto& save = *page.findChild<QPushButton*>(QStringLiteral("saveClinic"));
        QCOMPARE(save.text(), QStringLiteral("Begin the book"));
        QVERIFY(!save.isEnabled());
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("addTreatment"))->isEnabled());
        // What is typed before the name waits for it, also when the page is read again.
        ClinicFixture::type(*page.findChild<QLineEdit*>(QStringLiteral("clinicPhone")), QStringLiteral("04-888-8888"));
        QVERIFY(page.hasUnsaved());
        f.desk.publish({{domain::Topic::Clinic, 0, 0}});
        QTest::qWait(50);
        QCOMPARE(page.findChild<QLineEdit*>(QStringLiteral("clinicPhone"))->text(), QStringLiteral("04-888-8888"));
        QVERIFY(!page.findChild<QLabel*>(QStringLiteral("clinicSaid"))->isVisible());
        ClinicFixture::type(*page.findChild<QLineEdit*>(QStringLiteral("clinicNameHe")), QStringLiteral("Galil"));
        QTest::mouseClick(&save, Qt::LeftButton);
        QVERIFY(f.desk.fakeClinicRoom().now.isBegun);
        QVERIFY(f.desk.fakeClinicRoom().now.info.zone.isValid());
        QVERIFY(page.findChild<QPushButton*>(QStringLiteral("addTreatment"))->isEnabled());
        const auto missing = page.findChild<QLabel*>(QStringLiteral("clinicMissing"))->text();
        QCOMPARE(missing.count(QLatin1Char('\n')), 2); // treatments, people, hours
    }

    void recordsElsewhereAreReadHere()
    {
        ClinicFixture f(false);
        f.room().now.canChange = false;
        f.open();
        QVERIFY(!f.on<QPushButton>("saveClinic").isVisible() && !f.on<QPushButton>("addDoctor").isVisible());
        QVERIFY(f.on<QLineEdit>("clinicNameEn").isReadOnly());
        QVERIFY(f.text("clinicSource").contains(QStringLiteral("Odoo")));
        QVERIFY(!f.page().hasUnsaved());
    }

    void aPlaceIsReadAsMapsWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isPlace");
        QTest::newRow("as copied") << QStringLiteral("32.08530, 34.78180") << true;
        QTest::newRow("no space") << QStringLiteral("32.0853,34.7818") << true;
        QTest::newRow("south and west") << QStringLiteral("-33.9, -70.6") << true;
        QTest::newRow("words") << QStringLiteral("Tel Aviv") << false;
        QTest::newRow("one") << QStringLiteral("32.0853") << false;
        QTest::newRow("too far north") << QStringLiteral("92.0, 34.0") << false;
        QTest::newRow("too far east") << QStringLiteral("32.0, 190.0") << false;
    }
    void aPlaceIsReadAsMapsWriteIt()
    {
        QFETCH(QString, text);
        QFETCH(bool, isPlace);
        const auto place = ui::clinicwords::placeOf(text);
        QCOMPARE(place.has_value(), isPlace);
        if (place) {
            QCOMPARE(ui::clinicwords::placeOf(ui::clinicwords::placeText(*place)), place);
        }
    }
};

QTEST_MAIN(TestUiClinic)
#include "test_ui_clinic.moc"
