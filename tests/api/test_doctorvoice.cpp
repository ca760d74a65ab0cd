// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorsbrowser.h"

#include "media/voicenote.h"
#include "support/speech.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;

/// What a doctor speaks on the page behind a private link.
class TestDoctorVoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatTheDoctorSpeaks_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("key");
        const auto row = [](const char* what, const QByteArray& type, const QByteArray& body, const char* key) {
            QTest::newRow(what) << type << body << QString::fromLatin1(key);
        };
        row("a page", "text/html", "<script>", "voice-unreadable");
        row("not a recording", "audio/wav", "RIFF and more", "voice-unreadable");
        row("of another kind", "audio/ogg", support::wavOf(support::speech(1s)), "voice-unreadable");
        row("too short", "audio/wav", support::wavOf(support::speech(400ms)), "voice-too-short");
        row("silent", "audio/wav", support::wavOf(support::silence(2s)), "voice-silent");
        row("more than is taken", "audio/wav", QByteArray(3 * 1024 * 1024 + 1, 'x'), "voice-too-long");
        row("longer than a note", "audio/wav", support::wavOf(support::speech(181s, 8'000)), "voice-too-long");
        row("a note", "audio/wav", support::wavOf(support::speech(2s)), "");
    }
    void whatTheDoctorSpeaks()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        auto headers = e.browser.headers();
        headers.emplaceBack("Content-Type", type);
        const auto before = e.clinic.thread(e.conversation).size();
        const auto answer = must(base::await(e.clinic.ask("POST", "/api/doctor-chat/voice", headers, body)));
        QTEST(keyOf(answer), "key");
        const auto thread = e.clinic.thread(e.conversation);
        if (answer.status != 200) {
            QCOMPARE(thread.size(), before);
            QVERIFY(!e.clinic.card(e.escalation).escalation.acknowledgedAt);
            return;
        }
        const auto& note = thread.back();
        QVERIFY(note.author == domain::AuthorKind::Doctor && note.attachment && note.attachment->voice);
        QCOMPARE(note.attachment->seconds, 2);
        QVERIFY(media::isVoiceNote(must(e.clinic.files().read(note.attachment->file))));
        QVERIFY(e.clinic.card(e.escalation).escalation.answeredAt);
    }

    void withoutConsentNothingIsSpokenHere()
    {
        Emergency e;
        const auto before = e.refuseConsent();
        auto headers = e.browser.headers();
        headers.emplaceBack("Content-Type", "audio/wav");
        const QByteArray spoken = support::wavOf(support::speech(1s));
        const auto answer = must(base::await(e.clinic.ask("POST", "/api/doctor-chat/voice", headers, spoken)));
        QCOMPARE(keyOf(answer), QStringLiteral("consent-refused"));
        QCOMPARE(e.clinic.thread(e.conversation).size(), before);
    }
};

QTEST_GUILESS_MAIN(TestDoctorVoice)
#include "test_doctorvoice.moc"
