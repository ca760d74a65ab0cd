// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "domain/localtime.h"
#include "ui/fakelatersends.h"
#include "ui/later/laterbar.h"
#include "ui/problembar.h"
#include "ui/sorting/snoozetimes.h"
#include "ui/sorting/timepicker.h"
#include "ui/windowfixture.h"

#include <QDateTimeEdit>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using namespace std::chrono_literals;
using test::FakeDesk;
using test::WindowFixture;

namespace
{

struct LaterFixture : WindowFixture {
    LaterFixture()
        : WindowFixture()
        , bar(*thread.findChild<ui::LaterBar*>())
        , button(*composer.findChild<QToolButton*>(QStringLiteral("sendLater")))
    {
    }

    QList<QAction*> times()
    {
        Q_EMIT button.menu()->aboutToShow();
        return button.menu()->actions();
    }
    void choose(const QString& begin)
    {
        for (auto* action : times()) {
            if (action->text().startsWith(begin)) {
                action->trigger();
                return;
            }
        }
        QFAIL("there is no such time");
    }
    void type(const char* text) { composer.edit().setPlainText(QString::fromUtf8(text)); }
    QStringList texts(const char* name)
    {
        QStringList all;
        for (const auto* label : bar.findChildren<QLabel*>(QLatin1String(name))) {
            if (label->isVisible()) {
                all << domain::withoutIsolates(label->text());
            }
        }
        return all;
    }
    void press(const char* name)
    {
        for (auto* one : bar.findChildren<QPushButton*>(QLatin1String(name))) {
            if (one->isVisible()) {
                one->click();
                return;
            }
        }
        QFAIL("there is no such button");
    }
    test::FakeLaterSends& later() { return desk.fakeLaterSends(); }

    ui::LaterBar& bar;
    QToolButton& button;
};

} // namespace

/// Messages for later in the window: chosen below the message, seen below the conversation.
class TestUiLater : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesToSendAt_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("offered");
        QTest::newRow("a Tuesday") << QStringLiteral("2026-03-03T11:20")
                                   << QStringLiteral("03 12:20, 03 16:00, 04 08:00, 08 08:00");
        QTest::newRow("the afternoon is near")
            << QStringLiteral("2026-03-03T15:00") << QStringLiteral("03 16:00, 04 08:00, 08 08:00");
        QTest::newRow("a Saturday: tomorrow is Sunday")
            << QStringLiteral("2026-03-07T21:00") << QStringLiteral("07 22:00, 08 08:00");
    }
    void timesToSendAt()
    {
        QFETCH(QString, now);
        const QTimeZone israel("Asia/Jerusalem");
        QStringList offered;
        for (const auto& choice :
             ui::laterChoices(domain::toInstant(domain::LocalTime::fromText(now), israel), israel)) {
            const auto local = domain::toLocal(choice.until, israel);
            offered << local.date.toString(QStringLiteral("dd ")) + local.time.toString(QStringLiteral("HH:mm"));
        }
        QTEST(offered.join(QStringLiteral(", ")), "offered");
    }

    void itIsPlannedAndShown()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        QVERIFY(f.button.isVisible());
        QVERIFY2(!f.button.isEnabled() && !f.bar.isVisible(), "nothing is written");
        f.type("We keep the time");
        QVERIFY(f.button.isEnabled());
        f.choose(QStringLiteral("In an hour"));
        QCOMPARE(f.later().all.size(), size_t(1));
        QCOMPARE(f.later().all[0].at, f.desk.now() + 1h);
        QVERIFY(f.desk.sent().empty());
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
        QTRY_VERIFY(f.bar.isVisible());
        QTRY_COMPARE(f.texts("laterText"), QStringList{QStringLiteral("We keep the time")});
        QVERIFY(f.texts("laterHeading")[0].startsWith(QStringLiteral("To be sent today at")));
        QVERIFY(f.texts("laterHeading")[0].contains(f.desk.staffName()));
        f.open(FakeDesk::Mine);
        QTRY_VERIFY(!f.bar.isVisible());
        f.open(FakeDesk::Booking);
        QTRY_VERIFY(f.bar.isVisible());
    }

    void itCanBeEditedSentOrCancelled()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.later().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("first"), f.desk.now() + 1h);
        f.later().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("second"), f.desk.now() + 2h);
        f.later().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("third"), f.desk.now() + 3h);
        QTRY_COMPARE(f.texts("laterText").size(), 3);
        f.type("since");
        f.press("laterEdit");
        QTRY_COMPARE(f.composer.edit().toPlainText(), QStringLiteral("first\nsince"));
        QTRY_COMPARE(f.texts("laterText").size(), 2);
        f.press("laterSendNow");
        QCOMPARE(f.desk.sent().back().text, QStringLiteral("second"));
        QTRY_COMPARE(f.texts("laterText"), QStringList{QStringLiteral("third")});
        f.press("laterCancel");
        QTRY_VERIFY(!f.bar.isVisible());
        QVERIFY(f.later().all.empty());
        QCOMPARE(f.desk.sent().size(), size_t(1));
    }

    void whatWasNotSentSaysWhy()
    {
        LaterFixture f;
        f.later().add({FakeDesk::Booking}, QStringLiteral("Dana"), QStringLiteral("See you"), f.desk.now() - 1h,
                      QStringLiteral("later.patientWrote"));
        f.open(FakeDesk::Mine);
        f.open(FakeDesk::Booking);
        QTRY_VERIFY(f.bar.isVisible());
        QCOMPARE(f.texts("laterHeading"),
                 QStringList{QStringLiteral("Was not sent: the patient wrote meanwhile · Dana")});
    }

    void whatCouldNotBePlannedStaysWritten()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.type("Hello");
        f.later().failure = Error{ErrorCode::InvalidInput, QStringLiteral("later.tooMany"), {}};
        f.choose(QStringLiteral("In an hour"));
        QTRY_COMPARE(f.composer.edit().toPlainText(), QStringLiteral("Hello"));
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("Hello"));
    }

    void beyondTheWindowNothingIsOffered()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.type("Hello");
        bool isClosedOffered = false;
        int shown = 0;
        for (const auto* action : f.times()) {
            isClosedOffered = isClosedOffered || (action->text().startsWith(QStringLiteral("When the week begins")) &&
                                                  action->isEnabled());
            shown += action->text().startsWith(QStringLiteral("WhatsApp takes free text only until")) ? 1 : 0;
        }
        const auto state = f.desk.composer({FakeDesk::Booking}).result().value();
        QCOMPARE(shown, state.windowCloses ? 1 : 0);
        QCOMPARE(isClosedOffered, !state.windowCloses);
    }

    void anotherTimeIsAhead()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.type("Hello");
        f.choose(QStringLiteral("Another time"));
        auto* picker = f.composer.findChild<ui::TimePicker*>();
        QVERIFY(picker != nullptr);
        auto* edit = picker->findChild<QDateTimeEdit*>();
        auto* take = picker->findChild<QPushButton*>();
        const auto local = domain::toLocal(f.desk.now() + 2h, f.desk.zone());
        edit->setDateTime(QDateTime(local.date, local.time, Qt::UTC).addDays(-1));
        QVERIFY(!take->isEnabled());
        edit->setDateTime(QDateTime(local.date, local.time, Qt::UTC).addDays(31));
        QVERIFY(!take->isEnabled());
        edit->setDateTime(QDateTime(local.date, QTime(local.time.hour(), local.time.minute()), Qt::UTC));
        QVERIFY(take->isEnabled());
        take->click();
        QCOMPARE(f.later().all.size(), size_t(1));
    }

    /// A link led elsewhere while the time was chosen: nobody else's words go out, and that is said.
    void aTimeIsForWhatWasOpen()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.type("for the one who booked");
        f.choose(QStringLiteral("Another time"));
        auto* picker = f.composer.findChild<ui::TimePicker*>();
        QVERIFY(picker != nullptr);
        f.open(FakeDesk::Mixed);
        f.type("for another");
        picker->findChild<QPushButton*>()->click();
        QVERIFY(f.later().all.empty());
        QVERIFY(f.window.findChild<ui::ProblemBar*>()->text().contains(
            QStringLiteral("Another conversation was opened meanwhile")));
        QCOMPARE(f.desk.savedDraft({FakeDesk::Booking}), QStringLiteral("for the one who booked"));
        QCOMPARE(f.composer.edit().toPlainText(), QStringLiteral("for another"));
    }

    void filesGoAtOnceOnly()
    {
        LaterFixture f;
        f.open(FakeDesk::Booking);
        f.type("Hello");
        f.composer.files().add({FakeDesk::Booking},
                               {"%PDF-1.4", QStringLiteral("application/pdf"), QStringLiteral("a.pdf")});
        QTRY_VERIFY(!f.button.isEnabled());
    }
};

QTEST_MAIN(TestUiLater)
#include "test_ui_later.moc"
