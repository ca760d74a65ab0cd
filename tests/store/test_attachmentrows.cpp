// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/attachments.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::AttachmentState;
using domain::TranscriptState;
using store::Attachments;
using store::Session;

/// What messages carry besides their words, and the work on it.
class TestAttachmentRows : public QObject
{
    Q_OBJECT

    Engines m_engines;
    int m_messages = 0;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }
    domain::Message messageWith(TestStore& store, const std::optional<domain::Attachment>& attachment,
                                base::Instant at = noon)
    {
        domain::Message message;
        message.conversation = store.conversation().id;
        message.kind = domain::MessageKind::Audio;
        message.providerId = QStringLiteral("m%1").arg(++m_messages);
        message.sentAt = message.createdAt = at;
        message.attachment = attachment;
        message.id = *store.write([=](Session& session) { return store::Messages(session).add(message); });
        return message;
    }
    static domain::Attachment remote()
    {
        domain::Attachment attachment;
        attachment.reference = QStringLiteral("ref");
        attachment.type = QStringLiteral("audio/ogg");
        attachment.name = QStringLiteral("הקלטה.ogg");
        attachment.size = 5'000'000'000;
        attachment.voice = true;
        return attachment;
    }
    static std::vector<store::AttachmentJob> due(TestStore& store, base::Instant now)
    {
        return store.read([=](Session& session) { return Attachments(session).due(now, 10); });
    }
    static std::optional<base::Instant> nextDue(TestStore& store)
    {
        return store.read([](Session& session) { return Attachments(session).nextDue(); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void everythingComesBack()
    {
        auto store = open();
        const auto with = messageWith(store, remote());
        QVERIFY(store.message(with.id).attachment == remote());
        QVERIFY(!store.message(messageWith(store, std::nullopt).id).attachment);
        domain::Attachment kept = remote();
        kept.state = AttachmentState::Kept;
        kept.file = QString(64, QLatin1Char('a'));
        kept.transcript = TranscriptState::Written;
        kept.type = QStringLiteral("audio/mpeg");
        kept.size = 17;
        store.write([=](Session& session) { return Attachments(session).update(with.id, kept); });
        QVERIFY(store.read([=](Session& session) { return Attachments(session).find(with.id); }) == kept);
    }

    void specialPartsComeBack()
    {
        auto store = open();
        domain::Message message;
        message.conversation = store.conversation().id;
        message.author = domain::AuthorKind::Staff;
        message.forwarded = true;
        message.place = domain::Place{32.0853, -34.7818, QStringLiteral("מרפאה"), QStringLiteral("Street \"1\"")};
        message.templated = domain::TemplateUse{
            QStringLiteral("reminder"),
            QStringLiteral("he"),
            {{QStringLiteral("b"), QStringLiteral("2")}, {QStringLiteral("a"), QStringLiteral("1")}}};
        const auto id = *store.write([=](Session& session) { return store::Messages(session).add(message); });
        const auto back = store.message(id);
        QVERIFY(back.forwarded);
        QVERIFY(back.place == message.place);
        QVERIFY(back.templated == message.templated);
    }

    void workIsDueInItsOrder()
    {
        auto store = open();
        const auto later = messageWith(store, remote(), noon + 1min);
        const auto first = messageWith(store, remote());
        domain::Attachment done = remote();
        done.state = AttachmentState::Kept;
        messageWith(store, done);
        QCOMPARE(due(store, noon).size(), 1u);
        const auto jobs = due(store, noon + 1min);
        QCOMPARE(jobs.size(), 2u);
        QCOMPARE(jobs.front().message, first.id);
        QCOMPARE(jobs.front().conversation, first.conversation);
        QCOMPARE(jobs.front().kind, domain::MessageKind::Audio);
        QCOMPARE(jobs.front().since, noon);
        QCOMPARE(jobs.back().message, later.id);
        QCOMPARE(nextDue(store).value_or(base::Instant{}), noon);
    }

    void wordsThatAreWaitedForComeFirst()
    {
        auto store = open();
        messageWith(store, remote());
        domain::Attachment note = remote();
        note.transcript = TranscriptState::Wanted;
        const auto voice = messageWith(store, note, noon + 1min);
        QCOMPARE(due(store, noon + 1min).front().message, voice.id);
    }

    void aVoiceNoteIsWorkUntilItIsWritten()
    {
        auto store = open();
        domain::Attachment note = remote();
        note.state = AttachmentState::Kept;
        note.transcript = TranscriptState::Wanted;
        const auto message = messageWith(store, note);
        QCOMPARE(due(store, noon).size(), 1u);
        note.transcript = TranscriptState::Failed;
        store.write([=](Session& session) { return Attachments(session).update(message.id, note); });
        QVERIFY(due(store, noon).empty());
        QVERIFY(!nextDue(store));
    }

    /// Two processes saw the same job: one has it, and when nothing comes of it the other may.
    void oneTakesAJob()
    {
        auto store = open();
        const auto id = messageWith(store, remote()).id;
        const int seen = due(store, noon).front().attempts;
        const auto claim = [&](int attempts) {
            return store.write([=](Session& session) { return Attachments(session).claim(id, attempts, noon + 3min); });
        };
        QVERIFY(claim(seen));
        QVERIFY(!claim(seen));
        QVERIFY(due(store, noon + 2min).empty());
        const auto again = due(store, noon + 3min);
        QCOMPARE(again.size(), 1u);
        QCOMPARE(again.front().attempts, seen + 1);
        QVERIFY(claim(seen + 1));
        store.write([=](Session& session) { return Attachments(session).retryAt(id, noon + 1h); });
        QCOMPARE(nextDue(store).value_or(base::Instant{}), noon + 1h);
        domain::Attachment refused = remote();
        refused.state = AttachmentState::Refused;
        store.write([=](Session& session) { return Attachments(session).update(id, refused); });
        QVERIFY(!claim(seen + 2));
    }

    void aMessageWithoutAFileHasNone()
    {
        auto store = open();
        const auto id = messageWith(store, std::nullopt).id;
        const auto find = store->read([=](Session& session) { return Attachments(session).find(id); }).result();
        QCOMPARE(find.error().code, ErrorCode::NotFound);
        const auto update =
            store->write([=](Session& session) { return Attachments(session).update(id, remote()); }).result();
        QCOMPARE(update.error().code, ErrorCode::NotFound);
    }

    void eachChangeIsNewsOfItsMessage()
    {
        auto store = open();
        std::mutex mutex;
        std::vector<domain::Change> seen;
        const auto message = messageWith(store, remote());
        const auto subscription = store->subscribe([&](const std::vector<domain::Change>& changes) {
            const std::lock_guard lock(mutex);
            seen.insert(seen.end(), changes.begin(), changes.end());
        });
        store.write([=](Session& session) { return Attachments(session).update(message.id, remote()); });
        store.write([](Session&) -> Result<Done> { return Done{}; });
        const std::lock_guard lock(mutex);
        QVERIFY(std::ranges::find(seen, domain::Change{domain::Topic::Message, message.id.value,
                                                       message.conversation.value}) != seen.end());
    }
};

QTEST_GUILESS_MAIN(TestAttachmentRows)
#include "test_attachmentrows.moc"
