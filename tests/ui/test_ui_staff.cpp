// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settingssections.h"
#include "ui/staff/pinform.h"
#include "ui/staff/staffform.h"
#include "ui/staff/staffpage.h"
#include "ui/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTreeWidget>

using namespace delpek;
using namespace std::chrono_literals;
using test::FakeSignIn;
using test::WindowFixture;

namespace
{

/// The staff page of the settings.
struct StaffFixture : WindowFixture {
    StaffFixture()
    {
        press(Qt::CTRL | Qt::Key_5);
        test::chooseSettings<ui::StaffPage>(window);
        QVERIFY(list().isVisible());
    }

    QTreeWidget& list() const { return *window.findChild<QTreeWidget*>(QStringLiteral("staffList")); }
    QPushButton& button(const char* name) const { return *window.findChild<QPushButton*>(QLatin1String(name)); }
    QLineEdit& field(const char* name) const { return *window.findChild<QLineEdit*>(QLatin1String(name)); }
    template <typename Form>
    Form* form() const
    {
        return window.findChild<Form*>();
    }
    template <typename Form>
    QString trouble() const
    {
        return form<Form>()->template findChild<QLabel*>(QStringLiteral("formTrouble"))->text();
    }
    template <typename Form>
    void save()
    {
        for (auto* box : form<Form>()->template findChildren<QDialogButtonBox*>()) {
            for (auto* button : box->buttons()) {
                if (box->buttonRole(button) == QDialogButtonBox::AcceptRole) {
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            }
        }
    }
};

} // namespace

class TestUiStaff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somebodyIsAdded()
    {
        StaffFixture f;
        QCOMPARE(f.list().topLevelItemCount(), 5);
        QTest::mouseClick(&f.button("addStaff"), Qt::LeftButton);
        f.save<ui::StaffForm>();
        QTRY_COMPARE(f.trouble<ui::StaffForm>(), QStringLiteral("Enter a name."));
        f.field("staffName").setText(QStringLiteral("Maya Golan"));
        f.field("staffPhone").setText(QStringLiteral("12"));
        f.save<ui::StaffForm>();
        QTRY_VERIFY(f.trouble<ui::StaffForm>().startsWith(QStringLiteral("This is no phone number")));
        // What was typed is still there.
        QCOMPARE(f.field("staffName").text(), QStringLiteral("Maya Golan"));
        f.field("staffPhone").setText(QStringLiteral("054-7654321"));
        f.save<ui::StaffForm>();
        QTRY_VERIFY(f.form<ui::StaffForm>() == nullptr);
        QTRY_COMPARE(f.list().topLevelItemCount(), 6);
        const auto& added = f.desk.staffRoom().staff().back();
        QCOMPARE(added.name, QStringLiteral("Maya Golan"));
        QCOMPARE(added.phone->e164(), QStringLiteral("+972547654321"));
        QCOMPARE(f.list().topLevelItem(5)->text(3), QStringLiteral("text message"));
    }

    void aPinIsTypedTwice()
    {
        StaffFixture f;
        f.list().setCurrentItem(f.list().topLevelItem(3));
        QTest::mouseClick(&f.button("staffPin"), Qt::LeftButton);
        f.field("freshPin").setText(QStringLiteral("274851"));
        f.field("samePin").setText(QStringLiteral("274852"));
        f.save<ui::PinForm>();
        QCOMPARE(f.trouble<ui::PinForm>(), QStringLiteral("The two are not the same."));
        f.field("freshPin").setText(QStringLiteral("1234"));
        f.field("samePin").setText(QStringLiteral("1234"));
        f.save<ui::PinForm>();
        QTRY_VERIFY(f.trouble<ui::PinForm>().startsWith(QStringLiteral("Choose a PIN of 6 to 12 digits")));
        f.field("freshPin").setText(QStringLiteral("974251"));
        f.field("samePin").setText(QStringLiteral("974251"));
        QCOMPARE(f.field("freshPin").echoMode(), QLineEdit::Password);
        f.save<ui::PinForm>();
        QTRY_VERIFY(f.form<ui::PinForm>() == nullptr);
    }

    void whoHasLeftGetsNoPin()
    {
        StaffFixture f;
        f.list().setCurrentItem(f.list().topLevelItem(4));
        QVERIFY(!f.button("staffPin").isEnabled());
        QCOMPARE(f.list().topLevelItem(4)->text(1), QStringLiteral("not here any more"));
    }

    void aRuleThatIsRefusedIsNotShownAsKept()
    {
        StaffFixture f;
        auto& required = *f.window.findChild<QCheckBox*>(QStringLiteral("signInRequired"));
        auto& lock = *f.window.findChild<QComboBox*>(QStringLiteral("lockAfter"));
        QVERIFY(!required.isChecked() && !lock.isEnabled());
        QTest::mouseClick(&required, Qt::LeftButton, {}, QPoint(8, required.height() / 2));
        QTRY_VERIFY(f.desk.staffRoom().rules().result()->required);
        QVERIFY(lock.isEnabled());
        lock.setCurrentIndex(lock.findData(30));
        Q_EMIT lock.activated(lock.currentIndex());
        QTRY_COMPARE(f.desk.staffRoom().rules().result()->lockAfter, base::Duration(30min));
        QTest::mouseClick(&required, Qt::LeftButton, {}, QPoint(8, required.height() / 2));
        QTRY_VERIFY(!f.desk.staffRoom().rules().result()->required);
        (void)f.desk.staffRoom().setPin({FakeSignIn::Dana}, {});
        QTest::mouseClick(&required, Qt::LeftButton, {}, QPoint(8, required.height() / 2));
        QTRY_VERIFY(!required.isChecked());
        QVERIFY(!f.desk.staffRoom().rules().result()->required);
    }
};

QTEST_MAIN(TestUiStaff)
#include "test_ui_staff.moc"
