// SPDX-License-Identifier: GPL-3.0-or-later
#include "node/clinicday.h"
#include "store/attachments.h"
#include "store/messages.h"
#include "support/speech.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::AttachmentState;
using domain::MessageKind;
using domain::TranscriptState;
using test::ClinicDay;

namespace
{

const QByteArray picture("\xff\xd8\xff\xe0 a picture");
const QByteArray sound("OggS a voice");
const QString jpeg = QStringLiteral("image/jpeg");

Error errorOf(ErrorCode code)
{
    return {code, {}, QStringLiteral("as the test wants it")};
}

/// Of the newest message that has one.
domain::Attachment attachmentOf(ClinicDay& day)
{
    std::optional<domain::Attachment> newest;
    for (const auto& message : day.thread()) {
        newest = message.attachment ? message.attachment : newest;
    }
    return newest.value();
}

} // namespace

/// What becomes of the files that patients send, and of their voice notes.
class TestAttachments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void aFileIsFetchedThroughTheDoor()
    {
        ClinicDay day;
        day.channel.setFile(QStringLiteral("p1"), channels::MediaFile{picture, {}});
        day.sends(MessageKind::Image, QStringLiteral("p1"), jpeg, QStringLiteral("look"));
        const auto kept = attachmentOf(day);
        QCOMPARE(kept.state, AttachmentState::Kept);
        QCOMPARE(kept.type, jpeg);
        QCOMPARE(kept.size, picture.size());
        QCOMPARE(day.files.read(kept.file).value_or(QByteArray()), picture);
        QCOMPARE(base::await(day.desk().attachmentBytes(day.thread().front().id)).value_or(QByteArray()), picture);
        QCOMPARE(day.channel.fetches(), 1);
        day.restart();
        day.pass(24h);
        QCOMPARE(day.channel.fetches(), 1);
    }

    /// The network hangs, and the program is ended meanwhile: the next start has the file at once.
    void aCleanEndLeavesNothingTaken()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        simulation::Fault silence;
        silence.silent = true;
        day.speech->failNext(1, silence);
        day.speech->hear(sound, QStringLiteral("hello there"));
        day.channel.setFile(QStringLiteral("v1"), channels::MediaFile{sound, QStringLiteral("audio/ogg")});
        auto event = day.message(QString());
        event.kind = MessageKind::Audio;
        event.mediaId = QStringLiteral("v1");
        event.mediaType = QStringLiteral("audio/ogg");
        day.accept(event);
        QTRY_COMPARE(day.speech->calls(), 1);
        day.restart();
        day.pass(10s);
        QCOMPARE(day.thread().front().text, QStringLiteral("hello there"));
    }

    void aSlowOrMissingFileHoldsNothingUp()
    {
        ClinicDay day;
        day.channel.setFile(QStringLiteral("p1"), fail(errorOf(ErrorCode::Unavailable)));
        day.sends(MessageKind::Image, QStringLiteral("p1"), jpeg, QStringLiteral("look"));
        day.pass(10s);
        QCOMPARE(day.channel.sent().size(), 1u);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Remote);
    }

    void whatFailsIsTriedAgain_data()
    {
        QTest::addColumn<int>("code");
        for (const auto code : {ErrorCode::Unavailable, ErrorCode::Timeout, ErrorCode::RateLimited,
                                ErrorCode::Unauthorised, ErrorCode::NotFound}) {
            QTest::newRow(qPrintable(base::toText(code))) << int(code);
        }
    }
    void whatFailsIsTriedAgain()
    {
        QFETCH(int, code);
        ClinicDay day;
        day.channel.setFile(QStringLiteral("p1"), fail(errorOf(ErrorCode(code))));
        day.sends(MessageKind::Image, QStringLiteral("p1"), jpeg);
        day.pass(6s);
        QVERIFY(day.channel.fetches() >= 2);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Remote);
        day.restart(); // nothing of the trying is lost
        day.channel.setFile(QStringLiteral("p1"), channels::MediaFile{picture, jpeg});
        day.pass(10min);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Kept);
    }

    /// Two engines on one database.
    void ofTwoOneFetches()
    {
        ClinicDay day;
        base::Activity activity;
        node::Fetcher other(day.store(), day.clock, activity, {&day.channel}, day.files, nullptr, {});
        const auto subscription = day.store().subscribe([&](const std::vector<domain::Change>&) { other.wake(); });
        for (int i = 0; i < 30; ++i) {
            const QString reference = QStringLiteral("p%1").arg(i);
            day.channel.setFile(reference, channels::MediaFile{picture + QByteArray::number(i), jpeg});
            day.sends(MessageKind::Image, reference, jpeg);
        }
        day.quiesce();
        activity.waitIdle();
        day.quiesce();
        QCOMPARE(day.channel.fetches(), 30);
        for (const auto& message : day.thread()) {
            QVERIFY(!message.attachment || message.attachment->state == AttachmentState::Kept);
        }
    }

    void whatIsNotTakenIsRefusedOnce_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<int>("fetches");
        QTest::newRow("another kind") << QStringLiteral("application/zip") << QByteArray("PK\x03\x04") << qint64(0)
                                      << 1;
        QTest::newRow("a page called a picture") << jpeg << QByteArray("<html>") << qint64(0) << 1;
        QTest::newRow("too long, as told before") << jpeg << picture << qint64(200'000'000) << 0;
        QTest::newRow("too long, as found") << jpeg << QByteArray(30'000'000, 'x') << qint64(0) << 1;
    }
    void whatIsNotTakenIsRefusedOnce()
    {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, size);
        ClinicDay day;
        day.channel.setFile(QStringLiteral("f1"), channels::MediaFile{bytes, {}});
        day.sends(MessageKind::Image, QStringLiteral("f1"), type, {}, size);
        day.pass(24h);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Refused);
        QVERIFY(attachmentOf(day).file.isEmpty());
        QTEST(day.channel.fetches(), "fetches");
        QCOMPARE(base::await(day.desk().attachmentBytes(day.thread().front().id)).error().code, ErrorCode::NotFound);
    }

    void whatTheProviderDoesNotGiveIsLost()
    {
        ClinicDay day;
        day.sends(MessageKind::Image, QStringLiteral("gone"), jpeg);
        day.pass(24h);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Lost);
        QCOMPARE(day.channel.fetches(), node::FetchOptions{}.missing);
        day.channel.setFile(QStringLiteral("away"), fail(errorOf(ErrorCode::Unavailable)));
        day.sends(MessageKind::Image, QStringLiteral("away"), jpeg);
        day.pass(48h);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Lost);
    }

    void aFileOfTheChatPageIsKeptAlready()
    {
        ClinicDay day({domain::ChannelKind::WebChat});
        const QString id = day.files.keep(MessageKind::Image, picture).value();
        day.sends(MessageKind::Image, id, jpeg);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Kept);
        QCOMPARE(attachmentOf(day).file, id);
        QCOMPARE(day.channel.fetches(), 0);
    }

    void aVoiceNoteIsAnsweredByItsWords()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.speech->hear(sound, QStringLiteral("אפשר תור מחר?"));
        day.sendsVoice(sound);
        day.pass(1min);
        const auto thread = day.thread();
        QCOMPARE(thread.front().text, QStringLiteral("אפשר תור מחר?"));
        QCOMPARE(thread.front().version, 2);
        QCOMPARE(thread.front().attachment->transcript, TranscriptState::Written);
        QCOMPARE(day.speech->calls(), 1);
        QCOMPARE(day.sentTexts(), QStringList{QStringLiteral("re %1_2").arg(thread.front().id.value)});
    }

    void whatStaffSpeaksIsWrittenDownForTheClinicAlone()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.says(QStringLiteral("hello"));
        const auto conversation = day.thread().front().conversation;
        const auto note = base::await(day.desk().voiceNote(support::speech(2s))).value();
        day.speech->hear(note.bytes, QStringLiteral("Come at nine."));
        const auto epoch = [&] { return base::await(day.desk().conversation(conversation)).value().epoch; };
        const auto sent = base::await(day.desk().sendFile(conversation, note, {})).value();
        const auto taken = epoch();
        day.pass(1min);
        const auto message = base::await(day.desk().message(sent)).value();
        QCOMPARE(message.attachment->transcript, TranscriptState::Written);
        QCOMPARE(message.text, QStringLiteral("Come at nine."));
        QCOMPARE(epoch(), taken);
        const auto out = day.channel.sent().back().outgoing;
        QVERIFY(out.file && out.file->voice);
        QCOMPARE(out.file->bytes, note.bytes);
        QCOMPARE(out.text, QString());
    }

    void whatNobodyHearsOfOursIsNoTrouble()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.says(QStringLiteral("hello"));
        const auto note = base::await(day.desk().voiceNote(support::speech(2s))).value();
        const auto sent = base::await(day.desk().sendFile(day.thread().front().conversation, note, {})).value();
        day.pass(1min);
        QCOMPARE(base::await(day.desk().message(sent)).value().attachment->transcript, TranscriptState::None);
    }

    /// This process was so slow that another one took the note, wrote it down and was answered.
    void wordsThatSomebodyElseWroteStandOnce()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        simulation::Fault slow;
        slow.delay = 20s;
        day.speech->failNext(1, slow);
        day.speech->hear(sound, QStringLiteral("hello there"));
        day.channel.setFile(QStringLiteral("v1"), channels::MediaFile{sound, QStringLiteral("audio/ogg")});
        auto event = day.message(QString());
        event.kind = MessageKind::Audio;
        event.mediaId = QStringLiteral("v1");
        event.mediaType = QStringLiteral("audio/ogg");
        day.accept(event);
        QTRY_COMPARE(day.speech->calls(), 1);
        const auto note = day.thread().front();
        auto written = note.attachment.value();
        written.transcript = TranscriptState::Written;
        const auto other = base::await(day.store().write([&](store::Session& session) {
            store::Attachments attachments(session);
            // Before it came the claims for the file and for the words.
            return attachments.claim(note.id, 2, day.clock.now() + 1h)
                .and_then([&](bool claimed) {
                    return claimed ? attachments.update(note.id, written)
                                   : fail(ErrorCode::Conflict, QStringLiteral("not claimed"));
                })
                .and_then([&](Done) {
                    return store::Messages(session).edit(note.id, QStringLiteral("hello there"), day.clock.now());
                });
        }));
        QVERIFY2(other, other ? "" : qPrintable(base::describe(other.error())));
        day.clock.advance(slow.delay);
        day.pass(1min);
        QCOMPARE(day.thread().front().text, QStringLiteral("hello there"));
        QCOMPARE(day.thread().front().version, 2);
    }

    void theTurnWaitsForTheWordsAndNoLonger()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.channel.setFile(QStringLiteral("v1"), fail(errorOf(ErrorCode::Unavailable)));
        day.sends(MessageKind::Audio, QStringLiteral("v1"), QStringLiteral("audio/ogg"));
        day.says(QStringLiteral("hello"));
        day.pass(27s);
        QCOMPARE(day.channel.sent().size(), 0u);
        day.pass(6s);
        QCOMPARE(day.channel.sent().size(), 1u);
        // Words that come later are read all the same.
        day.speech->hear(sound, QStringLiteral("it is about tomorrow"));
        day.channel.setFile(QStringLiteral("v1"), channels::MediaFile{sound, QStringLiteral("audio/ogg")});
        day.pass(10min);
        QCOMPARE(day.thread().front().text, QStringLiteral("it is about tomorrow"));
        QCOMPARE(day.channel.sent().size(), 2u);
    }

    void aVoiceNoteBesideWordsIsListenedToByAPerson()
    {
        ClinicDay day;
        day.sendsVoice(sound);
        day.says(QStringLiteral("hello"));
        day.pass(10s);
        QCOMPARE(day.channel.sent().size(), 1u);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("media.received")});
    }

    void anEmergencyInWordsWaitsForNoVoice()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.channel.setFile(QStringLiteral("v1"), fail(errorOf(ErrorCode::Unavailable)));
        day.sends(MessageKind::Audio, QStringLiteral("v1"), QStringLiteral("audio/ogg"));
        day.says(QStringLiteral("I cannot breathe, my throat is closing"));
        day.pass(4s);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("triage.ambulance")});
        QVERIFY(day.channel.sent().size() >= 1u);
    }

    void anEmergencyInTheVoiceIsFound()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true, true});
        day.speech->hear(sound, QStringLiteral("אני לא מצליח לנשום"));
        day.sendsVoice(sound);
        day.pass(10s);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("triage.ambulance")});
    }

    void withoutWordsAPersonIsCalled_data()
    {
        QTest::addColumn<bool>("transcribes");
        QTest::addColumn<int>("status");
        QTest::newRow("no service") << false << 0;
        QTest::newRow("nothing is heard") << true << 0;
        QTest::newRow("the service refuses it") << true << 400;
        QTest::newRow("the service is down") << true << 503;
    }
    void withoutWordsAPersonIsCalled()
    {
        QFETCH(bool, transcribes);
        QFETCH(int, status);
        ClinicDay day({domain::ChannelKind::Telegram, transcribes, true});
        if (status != 0) {
            day.speech->failNext(100, {status, "{}"});
        }
        day.sendsVoice(sound);
        day.pass(1min);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("media.received")});
        day.pass(1h);
        QCOMPARE(attachmentOf(day).transcript, transcribes ? TranscriptState::Failed : TranscriptState::None);
        QCOMPARE(attachmentOf(day).state, AttachmentState::Kept);
    }

    void anEditOfAVoiceNotesCaptionIsRead()
    {
        ClinicDay day({domain::ChannelKind::Telegram, true});
        day.speech->hear(sound, QStringLiteral("words of the voice"));
        day.sendsVoice(sound);
        day.pass(1min);
        day.receive(domain::MessageEdited{day.sender(), QStringLiteral("in-1"), QStringLiteral("I cannot breathe"),
                                          day.clock.now()});
        day.pass(1min);
        QCOMPARE(day.escalations(), QStringList{QStringLiteral("triage.ambulance")});
    }
};

QTEST_GUILESS_MAIN(TestAttachments)
#include "test_attachments.moc"
