// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/isolate.h"
#include "support/speech.h"
#include "ui/democards.h"
#include "ui/escalations/answerbox.h"
#include "ui/escalations/escalationpane.h"
#include "ui/escalations/questioncard.h"
#include "ui/spokensource.h"
#include "ui/voice/microphone.h"
#include "ui/voice/voicebar.h"
#include "ui/voice/voicenotes.h"
#include "ui/windowfixture.h"

#include <QAudioFormat>
#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>

using namespace delpek;
using namespace std::chrono_literals;
using test::FakeDesk;
using test::WindowFixture;
using State = ui::VoiceNotes::State;

namespace
{

struct Desk : WindowFixture {
    explicit Desk(base::Duration undo = {})
        : WindowFixture(undo)
        , notes(window.voice())
    {
        notes.setSource([this] {
            auto source = std::make_unique<test::SpokenSource>(fault);
            microphone = source.get();
            return source;
        });
        open(FakeDesk::Booking);
        QTRY_VERIFY(button().isVisible());
    }

    ui::VoiceBar& bar() { return *composer.findChild<ui::VoiceBar*>(); }
    QToolButton& button() { return *composer.findChild<QToolButton*>(QStringLiteral("microphone")); }
    QPushButton& send() { return *composer.findChild<QPushButton*>(QStringLiteral("send")); }
    QString trouble()
    {
        const auto* label = bar().findChild<QLabel*>(QStringLiteral("voiceTrouble"));
        return label->isVisible() ? label->text() : QString();
    }
    State state(FakeDesk::Demo which = FakeDesk::Booking) { return notes.state({which}); }
    void press(const char* name) { bar().findChild<QAbstractButton*>(QLatin1String(name))->click(); }
    void record(base::Duration length)
    {
        button().click();
        microphone->say(support::speech(length));
        button().click();
    }

    ui::VoiceNotes& notes;
    std::optional<base::Error> fault;
    QPointer<test::SpokenSource> microphone;
};

} // namespace

/// Answers that are spoken: recorded, heard, thrown away, sent, and never lost without a word.
class TestUiVoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twoClicksAndItIsReadyToGo()
    {
        Desk f;
        QVERIFY(!f.bar().isVisible() && !f.send().isEnabled());
        f.button().click();
        QVERIFY(f.bar().isVisible());
        QCOMPARE(f.button().accessibleName(), QStringLiteral("Stop recording"));
        f.microphone->say(support::speech(2300ms));
        QCOMPARE(domain::withoutIsolates(f.bar().findChild<QLabel*>(QStringLiteral("voiceTime"))->text()),
                 QStringLiteral("0:02 of 3:00"));
        QVERIFY(!f.send().isEnabled());
        f.press("voiceStop");
        QTRY_COMPARE(f.state(), State::Ready);
        QVERIFY(!f.microphone || f.microphone->isOver);
        QCOMPARE(domain::withoutIsolates(f.bar().findChild<QLabel*>(QStringLiteral("voiceTime"))->text()),
                 QStringLiteral("0:03"));
        QVERIFY(f.bar().findChild<QToolButton*>(QStringLiteral("voicePlay"))->isVisible());
        QVERIFY(f.desk.sent().empty());
        f.composer.edit().insertPlainText(QStringLiteral("as said"));
        f.send().click();
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QCOMPARE(f.desk.sent()[0].text, QStringLiteral("as said"));
        QCOMPARE(f.desk.sent()[0].contents.size(), size_t(1));
        QVERIFY(f.desk.sent()[0].contents[0].voice);
        QCOMPARE(f.desk.sent()[0].contents[0].seconds, 3);
        QVERIFY(!f.bar().isVisible() && !f.send().isEnabled());
    }

    void whatIsNotMeantIsThrownAway()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::speech(2s));
        f.press("voiceDrop");
        QCOMPARE(f.state(), State::None);
        QVERIFY(!f.bar().isVisible());
        f.record(2s);
        QTRY_COMPARE(f.state(), State::Ready);
        f.press("voiceDrop");
        QCOMPARE(f.state(), State::None);
        QVERIFY(!f.send().isEnabled() && f.desk.sent().empty());
    }

    void whatWentWrongIsSaidInWords_data()
    {
        QTest::addColumn<domain::Recording>("spoken");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const domain::Recording& spoken, const char* fault, const char* words) {
            QTest::newRow(name) << spoken << QString::fromLatin1(fault) << QString::fromLatin1(words);
        };
        row("no microphone", {}, "voice.noMicrophone", "No microphone was found");
        row("no permission", {}, "voice.noAccess", "cannot be used");
        row("too short", support::speech(200ms), "", "too short");
        row("silent", support::silence(3s), "", "Nothing is heard");
    }
    void whatWentWrongIsSaidInWords()
    {
        QFETCH(domain::Recording, spoken);
        QFETCH(QString, fault);
        QFETCH(QString, words);
        Desk f;
        if (!fault.isEmpty()) {
            f.fault = base::Error{ErrorCode::Unavailable, fault, {}};
        }
        f.button().click();
        if (fault.isEmpty()) {
            f.microphone->say(spoken);
            f.button().click();
        }
        QTRY_VERIFY2(f.trouble().contains(words), qPrintable(f.trouble()));
        QCOMPARE(f.state(), State::None);
        QVERIFY(!f.send().isEnabled());
        f.press("voiceDrop");
        QVERIFY(!f.bar().isVisible());
    }

    void aMutedMicrophoneIsToldWhileItIsRecorded()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::silence(2500ms));
        QVERIFY(f.trouble().contains(QStringLiteral("muted")));
        f.microphone->say(support::speech(200ms));
        QVERIFY(f.trouble().isEmpty());
    }

    void itEndsAtTheLongest()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::speech(3min + 5s));
        QTRY_COMPARE(f.state(), State::Ready);
        QCOMPARE(f.notes.note({FakeDesk::Booking})->seconds, 180);
        QVERIFY(f.trouble().contains(QStringLiteral("longest")));
    }

    void aMicrophoneThatGoesAwayLosesNothing()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::speech(2s));
        Q_EMIT f.microphone->failed({ErrorCode::Unavailable, QStringLiteral("voice.noAccess"), {}});
        QTRY_COMPARE(f.state(), State::Ready);
        QVERIFY(f.trouble().contains(QStringLiteral("so far")));
    }

    /// Another conversation, or another page: nothing more is recorded, and what was said waits where it belongs.
    void leavingKeepsWhatWasSaid()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::speech(2s));
        f.open(FakeDesk::Mine);
        QTRY_COMPARE(f.state(), State::Ready);
        QVERIFY(!f.bar().isVisible());
        f.open(FakeDesk::Booking);
        QTRY_VERIFY(f.bar().isVisible());
        QTRY_VERIFY(f.send().isEnabled());
        f.notes.discard({FakeDesk::Booking});
        f.button().click();
        f.microphone->say(support::speech(2s));
        f.WindowFixture::press(Qt::CTRL | Qt::Key_3);
        QTRY_COMPARE(f.state(), State::Ready);
    }

    void whatDidNotGoIsThereAgain()
    {
        Desk f;
        f.record(2s);
        QTRY_VERIFY(f.send().isEnabled());
        f.desk.failWith(Error{ErrorCode::Unavailable, QStringLiteral("store.unavailable"), {}});
        f.send().click();
        QTRY_COMPARE(f.state(), State::Ready);
        QVERIFY(f.desk.sent().empty());
    }

    void whatIsTakenBackIsThereAgain()
    {
        Desk f(5s);
        f.record(2s);
        QTRY_VERIFY(f.send().isEnabled());
        f.send().click();
        QCOMPARE(f.state(), State::None);
        f.composer.takeBack();
        QTRY_COMPARE(f.state(), State::Ready);
        QVERIFY(f.notes.note({FakeDesk::Booking})->voice);
        QCOMPARE(f.notes.note({FakeDesk::Booking})->seconds, 2);
        QVERIFY(f.composer.edit().toPlainText().isEmpty());
    }

    void closingAsksFirst()
    {
        Desk f;
        f.button().click();
        f.microphone->say(support::speech(2s));
        f.window.close();
        auto* box = f.window.findChild<QMessageBox*>();
        QVERIFY(box && f.window.isVisible());
        QTRY_COMPARE(f.state(), State::Ready);
        box->button(QMessageBox::NoButton);
        box->defaultButton()->click();
        QVERIFY(f.window.isVisible());
        QTRY_VERIFY(!f.window.findChild<QMessageBox*>());
        f.window.close();
        box = f.window.findChild<QMessageBox*>();
        QVERIFY(box);
        for (QAbstractButton* button : box->buttons()) {
            if (button != box->defaultButton()) {
                button->click();
            }
        }
        QTRY_VERIFY(!f.window.isVisible());
    }

    void theDoctorSpeaksBesideTheCard()
    {
        Desk f;
        fillCards(f.desk);
        f.WindowFixture::press(Qt::CTRL | Qt::Key_2);
        auto& pane = *f.window.findChild<ui::EscalationPane*>();
        pane.select({test::DoctorAsked});
        QTRY_COMPARE(pane.card().card().escalation.id.value, qint64(test::DoctorAsked));
        auto& answer = pane.card().answer();
        auto* microphone = answer.findChild<QToolButton*>(QStringLiteral("microphone"));
        auto* send = answer.findChild<QPushButton*>(QStringLiteral("answerSend"));
        QTRY_VERIFY(microphone->isVisible());
        f.WindowFixture::press(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
        f.microphone->say(support::speech(2s));
        QVERIFY(!send->isEnabled());
        f.WindowFixture::press(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
        QTRY_VERIFY(send->isEnabled());
        send->click();
        QCOMPARE(f.desk.sent().size(), size_t(1));
        QVERIFY(f.desk.sent()[0].contents.at(0).voice);
        // Without the patient's consent there is nothing to speak with.
        f.desk.card({test::DoctorAsked}).answerFault = QStringLiteral("consent.answerRefused");
        f.desk.publish({{domain::Topic::Escalation, test::DoctorAsked, FakeDesk::Doctor}});
        QTRY_VERIFY(!microphone->isVisible());
    }

    void samplesOfAnyDeviceAreMixed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QByteArray>("bytes");
        const auto raw = [](auto... values) {
            QByteArray bytes;
            (bytes.append(reinterpret_cast<const char*>(&values), sizeof(values)), ...);
            return bytes;
        };
        QTest::newRow("16 bits") << int(QAudioFormat::Int16) << 1 << raw(qint16(16'384), qint16(-16'384));
        QTest::newRow("two channels") << int(QAudioFormat::Int16) << 2
                                      << raw(qint16(32'767), qint16(0), qint16(-32'767), qint16(0));
        QTest::newRow("floats") << int(QAudioFormat::Float) << 1 << raw(0.5F, -0.5F);
        QTest::newRow("half a frame behind")
            << int(QAudioFormat::Int32) << 1 << raw(qint32(1 << 30), qint32(-(1 << 30)), qint16(1));
    }
    void samplesOfAnyDeviceAreMixed()
    {
        QFETCH(int, kind);
        QFETCH(int, channels);
        QFETCH(QByteArray, bytes);
        QAudioFormat format;
        format.setSampleFormat(QAudioFormat::SampleFormat(kind));
        format.setChannelCount(channels);
        format.setSampleRate(48'000);
        const auto samples = ui::Microphone::mixed(bytes, format);
        QCOMPARE(samples.size(), size_t(2));
        QVERIFY(std::abs(samples[0] - 16'384) < 3 && std::abs(samples[1] + 16'384) < 3);
    }
};

QTEST_MAIN(TestUiVoice)
#include "test_ui_voice.moc"
