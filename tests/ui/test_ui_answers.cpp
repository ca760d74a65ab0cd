// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/application.h"
#include "ui/settings/restartbar.h"
#include "ui/setup/answerspage.h"
#include "ui/setup/durationedit.h"
#include "ui/setupfixture.h"

#include <QComboBox>
#include <QSpinBox>
#include <QWheelEvent>

using namespace delpek;
using test::FakeSignIn;
using test::SetupFixture;

namespace
{

struct AnswersFixture : SetupFixture {
    void toAnswers()
    {
        toSection(QStringLiteral("Answers and alerts"));
        QTRY_VERIFY(window.findChild<QWidget*>(QStringLiteral("agent.team")) != nullptr);
    }
    QSpinBox& number(const char* key) const { return *part<ui::DurationEdit>(key).findChild<QSpinBox*>(); }
    QComboBox& unit(const char* key) const { return *part<ui::DurationEdit>(key).findChild<QComboBox*>(); }
    void toUnit(const char* key, const char* name) const
    {
        auto& box = unit(key);
        const int found = box.findText(QLatin1String(name));
        QVERIFY2(found >= 0, name);
        box.setCurrentIndex(found);
    }
};

void turnWheel(QWidget& over)
{
    const QPointF place = over.rect().center();
    QWheelEvent turn(place, over.mapToGlobal(place.toPoint()), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                     Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&over, &turn);
}

} // namespace

class TestUiAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnAdministratorHasTheSection()
    {
        SetupFixture f;
        f.admit(FakeSignIn::Noa);
        f.press(Qt::CTRL | Qt::Key_5);
        QTRY_VERIFY(!f.hasSection(QStringLiteral("Answers and alerts")));
        f.admit(FakeSignIn::Dana);
        QTRY_VERIFY(f.hasSection(QStringLiteral("Answers and alerts")));
    }

    void eachSettingSaysWhatItIs()
    {
        AnswersFixture f;
        f.toAnswers();
        for (const char* name : {"answers", "waiting", "alerts"}) {
            for (const QString& key : desk::findSettingGroup(QLatin1String(name))->settings) {
                auto* field = f.window.findChild<QWidget*>(key);
                QVERIFY2(field, qPrintable(key));
                const auto* named = qobject_cast<ui::DurationEdit*>(field) ? field->focusProxy() : field;
                QVERIFY2(!named->accessibleName().isEmpty() && named->accessibleName() != key, qPrintable(key));
            }
            QVERIFY(!f.part<QPushButton>(qPrintable(QLatin1String(name) + QStringLiteral(".save"))).isEnabled());
        }
        QCOMPARE(f.number("agent.quiet-window").value(), 4);
        QCOMPARE(f.unit("agent.quiet-window").currentText(), QStringLiteral("seconds"));
        QCOMPARE(f.number("intake.stale-after").value(), 12);
        QCOMPARE(f.unit("intake.stale-after").currentText(), QStringLiteral("hours"));
        QVERIFY(f.text("agent.team.effect").contains(QStringLiteral("same agent")));
        f.part<QComboBox>("agent.team").setCurrentIndex(1);
        QVERIFY(f.text("agent.team.effect").contains(QStringLiteral("Michal")));
    }

    void whatIsChangedIsSavedTogether()
    {
        AnswersFixture f;
        f.toAnswers();
        f.number("escalation.holding-after").setValue(20);
        f.number("escalation.holding-emergency").setValue(0);
        QCOMPARE(f.number("escalation.holding-emergency").text(), QStringLiteral("Never"));
        QVERIFY2(!f.unit("escalation.holding-emergency").isEnabled(), "never has no unit");
        f.toUnit("escalation.holding-again", "minutes");
        f.number("escalation.holding-again").setValue(90);
        f.click("waiting.save");
        QTRY_COMPARE(f.said("waiting"), QStringLiteral("Saved. It works after Delpek was started again."));
        const desk::SettingValues expected{{QStringLiteral("escalation.holding-after"), QStringLiteral("1200000")},
                                           {QStringLiteral("escalation.holding-again"), QStringLiteral("5400000")},
                                           {QStringLiteral("escalation.holding-emergency"), QStringLiteral("0")}};
        QCOMPARE(f.setup.kept, std::vector{expected});
        QVERIFY(!f.part<QPushButton>("waiting.save").isEnabled());
        QTRY_VERIFY(f.part<ui::RestartBar>("restartBar").isVisible());
    }

    /// No unit leads out of what is allowed.
    void theBoundsHoldInEachUnit()
    {
        AnswersFixture f;
        f.toAnswers();
        QCOMPARE(f.unit("agent.quiet-window").findText(QStringLiteral("hours")), -1);
        QCOMPARE(f.number("agent.quiet-window").maximum(), 60);
        QCOMPARE(f.number("intake.stale-after").maximum(), 30 * 24);
        f.toUnit("intake.stale-after", "minutes");
        QCOMPARE(f.number("intake.stale-after").minimum(), 5);
        f.number("offers.hold").setValue(500);
        f.toUnit("offers.hold", "days");
        QCOMPARE(f.part<ui::DurationEdit>("offers.hold").value(), qint64(24) * 3600 * 1000);
    }

    void aValueInOddUnitsIsShownAsItIs()
    {
        AnswersFixture f;
        f.setup.at(QStringLiteral("agent.quiet-window")).value = QStringLiteral("2500");
        f.toAnswers();
        QCOMPARE(f.number("agent.quiet-window").value(), 2500);
        QCOMPARE(f.unit("agent.quiet-window").currentText(), QStringLiteral("milliseconds"));
        QVERIFY(!f.part<QPushButton>("answers.save").isEnabled());
    }

    void aRefusalLeadsToTheField()
    {
        AnswersFixture f;
        f.toAnswers();
        f.part<QSpinBox>("identity.tries").setValue(5);
        f.setup.failure = Error{ErrorCode::Conflict, QStringLiteral("setup.overridden"),
                                QStringLiteral("identity.tries: is given by the environment")};
        f.click("answers.save");
        QTRY_VERIFY2(f.said("answers").startsWith(QStringLiteral("Tries to say who one is, in a day: The environment")),
                     qPrintable(f.said("answers")));
        QCOMPARE(f.window.focusWidget(), &f.part<QSpinBox>("identity.tries"));
        QCOMPARE(f.part<QSpinBox>("identity.tries").value(), 5);
        f.click("answers.undo");
        QCOMPARE(f.part<QSpinBox>("identity.tries").value(), 3);
        QVERIFY(f.said("answers").isEmpty());
        QVERIFY(f.setup.kept.empty());
    }

    void whatTheEnvironmentGivesIsLocked()
    {
        AnswersFixture f;
        auto& setting = f.setup.at(QStringLiteral("escalation.rounds"));
        setting.source = desk::Setting::Source::Environment;
        setting.place = QStringLiteral("DELPEK_ESCALATION_ROUNDS");
        f.toAnswers();
        QVERIFY(!f.part<QSpinBox>("escalation.rounds").isEnabled());
        QVERIFY(f.part<QSpinBox>("escalation.rounds")
                    .accessibleDescription()
                    .contains(QStringLiteral("DELPEK_ESCALATION_ROUNDS")));
    }

    /// Who scrolls the page changes nothing on it.
    void theWheelScrollsThePage()
    {
        AnswersFixture f;
        f.toAnswers();
        f.window.setFocus();
        auto& tries = f.part<QSpinBox>("identity.tries");
        auto& team = f.part<QComboBox>("agent.team");
        turnWheel(tries);
        turnWheel(team);
        QCOMPARE(tries.value(), 3);
        QCOMPARE(team.currentIndex(), 0);
        tries.setFocus();
        turnWheel(tries);
        QCOMPARE(tries.value(), 2);
    }

    void whereNothingIsSetUpThePageSaysSo()
    {
        AnswersFixture f;
        f.setup.stateFailure = Error{ErrorCode::Unsupported, QStringLiteral("setup.none"), {}};
        f.toSection(QStringLiteral("Answers and alerts"));
        auto& page = *f.window.findChild<ui::AnswersPage*>();
        QTRY_VERIFY(page.findChild<QLabel*>(QStringLiteral("formTrouble"))
                        ->text()
                        .startsWith(QStringLiteral("At this desk nothing can be connected.")));
        QVERIFY(!f.part<QPushButton>("answers.save").isVisible());
    }

    void theLanguageIsFollowed()
    {
        AnswersFixture f;
        f.toAnswers();
        f.number("agent.quiet-window").setValue(9);
        ui::applyLanguage(*qApp, domain::Language::Hebrew);
        QTRY_COMPARE(f.unit("agent.quiet-window").currentText(), QStringLiteral("שניות"));
        QCOMPARE(f.number("agent.quiet-window").value(), 9);
        QCOMPARE(f.part<QPushButton>("answers.save").text(), QStringLiteral("שמירה"));
        QVERIFY(f.part<QPushButton>("answers.save").isEnabled());
        ui::applyLanguage(*qApp, domain::Language::English);
    }

    void mailShowsWhatItsWayNeeds()
    {
        AnswersFixture f;
        f.toPage();
        auto& way = f.part<QComboBox>("notify.email.by");
        QVERIFY(!f.field("notify.email.smtp-host").isVisible() && !f.field("sendgrid.api-key").isVisible());
        QVERIFY(f.field("notify.email.from").isVisible());
        way.setCurrentIndex(1);
        QVERIFY(f.field("notify.email.smtp-host").isVisible() && f.field("smtp.password").isVisible());
        QVERIFY(f.part<QSpinBox>("notify.email.smtp-port").isVisible() && !f.field("sendgrid.api-key").isVisible());
        way.setCurrentIndex(2);
        QVERIFY(!f.field("notify.email.smtp-host").isVisible() && f.field("sendgrid.api-key").isVisible());
        f.field("notify.email.from").setText(QStringLiteral("desk@clinic.example"));
        f.field("sendgrid.api-key").setText(QStringLiteral("geheim"));
        f.click("email.check");
        QTRY_COMPARE(f.setup.checked, QStringList{QStringLiteral("email")});
        QCOMPARE(f.setup.typed[QStringLiteral("sendgrid.api-key")], QStringLiteral("geheim"));
    }
};

QTEST_MAIN(TestUiAnswers)
#include "test_ui_answers.moc"
