// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"
#include "store/attachments.h"
#include "store/staff.h"
#include "support/memorychannel.h"
#include "support/speech.h"

using namespace delpek;
using namespace std::chrono_literals;
using desk::FileContent;
using domain::MessageKind;
using domain::TranscriptState;
using domain::Urgency;
using store::Session;
using test::AuthorKind;
using test::must;
using test::OutboxState;

/// What staff and doctors speak goes the way of everything else that a person sends.
class TestDeskVoice : public QObject, private test::RutisDesk
{
    Q_OBJECT

    void openWith(base::Duration undo, bool transcribe)
    {
        channels::Capabilities limits = m_channel.capabilities();
        limits.files = true;
        limits.maxCaption = 1024;
        m_channel.setCapabilities(limits);
        m_door = std::make_unique<media::FileDoor>(m_folder.filePath(QStringLiteral("files-%1").arg(m_files)),
                                                   media::FileDoor::Limits{},
                                                   []() -> Result<QByteArray> { return QByteArray(32, 'k'); });
        desk::Means means{{&m_channel}, m_door.get()};
        means.undo = undo;
        means.transcribe = transcribe;
        open(std::move(means));
    }

    FileContent note(base::Duration length = 2'300ms)
    {
        return must(m_desk->voiceNote(support::speech(length)).result());
    }

    std::vector<domain::Message> thread(domain::ConversationId id)
    {
        return must(m_desk->threadBefore(id, {}, 50).result()).messages;
    }

    std::vector<store::AttachmentJob> toWriteDown()
    {
        return m_store->read(
            [now = m_clock->now()](Session& session) { return store::Attachments(session).due(now, 50); });
    }

    test::MemoryChannel m_channel{test::ChannelKind::WhatsApp, QStringLiteral("clinic")};
    std::unique_ptr<media::FileDoor> m_door;

private Q_SLOTS:
    void init() { openWith(0s, false); }
    void cleanup() { close(); }

    void aNoteGoesOutAsSpoken()
    {
        const auto id = patient();
        const auto spoken = note();
        QVERIFY(spoken.voice);
        QCOMPARE(spoken.seconds, 3);
        QCOMPARE(spoken.type, QStringLiteral("audio/ogg"));
        must(m_desk->checkFile(id, spoken).result());
        must(m_desk->send(id, {QStringLiteral("As I said."), {spoken}}).result());
        const auto sent = thread(id);
        // No channel shows words below what is spoken: they are a message of their own.
        QCOMPARE(sent.size(), size_t(3));
        QVERIFY(sent[1].kind == MessageKind::Audio && sent[1].attachment);
        QVERIFY(sent[1].attachment->voice && sent[1].attachment->transcript == TranscriptState::None);
        QCOMPARE(sent[1].attachment->seconds, 3);
        QCOMPARE(sent[1].text, QString());
        QCOMPARE(sent[2].text, QStringLiteral("As I said."));
        QCOMPARE(must(m_desk->attachmentBytes(sent[1].id).result()), spoken.bytes);
        QVERIFY(m_store->reload(id).holder == (domain::Holder{domain::HolderKind::Staff, QStringLiteral("Ruti")}));
    }

    void whatIsNoNoteIsRefusedInWords_data()
    {
        QTest::addColumn<domain::Recording>("recording");
        QTest::addColumn<QString>("key");
        QTest::newRow("short") << support::speech(300ms) << QStringLiteral("voice.tooShort");
        QTest::newRow("long") << support::speech(181s) << QStringLiteral("voice.tooLong");
        QTest::newRow("silent") << support::silence(5s) << QStringLiteral("voice.silent");
    }
    void whatIsNoNoteIsRefusedInWords()
    {
        QFETCH(domain::Recording, recording);
        QTEST(m_desk->voiceNote(recording).result().error().key, "key");
    }

    void anotherSoundIsNoNote()
    {
        const auto id = patient();
        FileContent file{"OggS of something else", QStringLiteral("audio/ogg"), QStringLiteral("voice.ogg")};
        file.voice = true;
        QCOMPARE(m_desk->sendFile(id, file, {}).result().error().key, QStringLiteral("media.type"));
        QCOMPARE(thread(id).size(), size_t(1));
    }

    void consentHoldsForTheVoice()
    {
        const auto id = patient();
        const auto escalation =
            must(m_desk->raiseEscalation(id, Urgency::DoctorRequired, QStringLiteral("a question")).result());
        m_store->write([](Session& session) {
            domain::StaffMember member;
            member.name = QStringLiteral("Ruti");
            member.role = domain::Role::Doctor;
            return store::Staff(session).add(member);
        });
        must(m_desk->noteConsent(id, false).result());
        const auto before = thread(id).size();
        const auto spoken = note();
        const QString refused = QStringLiteral("consent.answerRefused");
        QCOMPARE(m_desk->answerWithFile(escalation, QStringLiteral("Dr. Levi"), spoken, {}).result().error().key,
                 refused);
        QCOMPARE(m_desk->send(id, {{}, {spoken}}).result().error().key, refused);
        QCOMPARE(thread(id).size(), before);
        must(m_desk->noteConsent(id, true).result());
        const auto sent = must(m_desk->answerWithFile(escalation, QStringLiteral("Dr. Levi"), spoken, {}).result());
        QVERIFY(m_store->message(sent).author == AuthorKind::Doctor);
        QVERIFY(m_store->message(sent).attachment->voice);
        QVERIFY(must(m_desk->escalationCard(escalation).result()).escalation.answeredAt);
    }

    void itIsWrittenDownOnceItCanNotBeTakenBack()
    {
        openWith(5s, true);
        const auto id = patient();
        const auto sent = must(m_desk->sendFile(id, note(), {}).result());
        QVERIFY(m_store->message(sent).attachment->transcript == TranscriptState::Wanted);
        QVERIFY(toWriteDown().empty());
        m_clock->advance(5s);
        QCOMPARE(toWriteDown().size(), size_t(1));
        QVERIFY(toWriteDown()[0].author == AuthorKind::Staff);
    }

    void whatIsTakenBackIsTheSpokenNoteAgain()
    {
        openWith(5s, true);
        const auto id = patient();
        const auto spoken = note();
        const auto sent = must(m_desk->sendFile(id, spoken, {}).result());
        // As if it had been written down already.
        m_store->write([&](Session& session) {
            return store::Messages(session).edit(sent, QStringLiteral("come at nine"), m_clock->now());
        });
        const auto back = must(m_desk->takeBack(sent).result());
        QCOMPARE(back.draft, QString());
        QCOMPARE(back.messages.size(), size_t(1));
        QVERIFY(back.messages[0].attachment->voice);
        QCOMPARE(back.messages[0].attachment->seconds, 3);
        QCOMPARE(must(m_desk->attachmentBytes(sent).result()), spoken.bytes);
    }

    void aFailedNoteIsSpokenAgain()
    {
        openWith(0s, true);
        const auto id = patient();
        const auto sent = must(m_desk->sendFile(id, note(), {}).result());
        m_store->write([&](Session& session) {
            return store::Messages(session).edit(sent, QStringLiteral("come at nine"), m_clock->now());
        });
        bring(sent, OutboxState::Failed);
        const auto again = m_store->message(must(m_desk->sendAgain(sent).result()));
        QVERIFY(again.attachment && again.attachment->voice);
        QVERIFY(again.attachment->transcript == TranscriptState::Wanted);
        QCOMPARE(again.text, QString());
        QCOMPARE(thread(id).size(), size_t(3));
    }
};

QTEST_GUILESS_MAIN(TestDeskVoice)
#include "test_deskvoice.moc"
