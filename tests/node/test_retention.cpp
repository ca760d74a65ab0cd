// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/erasure.h"
#include "node/clinicday.h"
#include "store/auditlog.h"
#include "store/inbox.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::MessageKind;
using test::ClinicDay;

namespace
{

const QByteArray picture("\xff\xd8\xff\xe0 a picture");
const QString jpeg = QStringLiteral("image/jpeg");
constexpr auto day = 24h;

Result<store::ErasedAmounts> erase(ClinicDay& clinic, domain::ConversationId id)
{
    return base::await(clinic.store().write([&](store::Session& session) {
        return desk::eraseConversation(session, id, QStringLiteral("Ruti"), desk::ErasureCause::Request,
                                       clinic.clock.now());
    }));
}

bool isThere(ClinicDay& clinic, domain::ConversationId id)
{
    return clinic.read(
        [&](store::Session& session) { return Result<bool>(bool(store::Conversations(session).find(id))); });
}

int inboxRows(ClinicDay& clinic)
{
    return clinic.read([](store::Session& session) -> Result<int> {
        auto rows = session.run(QStringLiteral("SELECT count(*) FROM inbox"));
        return rows && rows->next() ? int(rows->integer(0)) : -1;
    });
}

std::vector<store::AuditEntry> auditOf(ClinicDay& clinic)
{
    return clinic.read([](store::Session& session) { return store::AuditLog(session).after(0, 100); });
}

} // namespace

/// What the running program does once somebody's words are not kept any longer.
class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(QStringLiteral("delpek.*=false")); }

    void anErasureReachesFilesAndMemory()
    {
        ClinicDay clinic;
        clinic.channel.setFile(QStringLiteral("p1"), channels::MediaFile{picture, {}});
        clinic.sends(MessageKind::Image, QStringLiteral("p1"), jpeg, QStringLiteral("look"));
        clinic.says(QStringLiteral("I am terrified of dentists"));
        clinic.pass(1min);
        const auto conversation = clinic.conversation();
        const QString file = clinic.thread().front().attachment->file;
        QVERIFY(clinic.files.read(file));
        QVERIFY(!base::await(clinic.memory().list(conversation.person))->facts.empty());

        const auto erased = erase(clinic, conversation.id);
        QVERIFY2(erased, erased ? "" : qPrintable(base::describe(erased.error())));
        QVERIFY(erased->messages >= 3);
        QCOMPARE(erased->files, 1);
        clinic.quiesce();
        QVERIFY(!isThere(clinic, conversation.id));
        QCOMPARE(clinic.files.read(file).error().code, ErrorCode::NotFound);
        QVERIFY(base::await(clinic.memory().list(conversation.person))->facts.empty());
        const auto log = auditOf(clinic);
        QCOMPARE(log.back().action, QStringLiteral("conversation.erased"));
        QCOMPARE(log.back().actor, QStringLiteral("Ruti"));
        QVERIFY(log.back().detail.startsWith(QLatin1String("request; messages ")));

        const auto before = clinic.sentTexts().size();
        clinic.says(QStringLiteral("hello again"));
        clinic.pass(1min);
        QVERIFY(clinic.conversation().id != conversation.id);
        QCOMPARE(clinic.thread().size(), size_t(2));
        QCOMPARE(clinic.sentTexts().size(), before + 1);
    }

    /// The same picture in another conversation stays.
    void aFileThatAnotherMessageNamesStays()
    {
        ClinicDay clinic;
        for (const char* reference : {"p1", "p2"}) {
            clinic.channel.setFile(QLatin1String(reference), channels::MediaFile{picture, {}});
        }
        clinic.sends(MessageKind::Image, QStringLiteral("p1"), jpeg);
        const auto first = clinic.conversation().id;
        auto event = clinic.message({});
        event.sender.address.user = QStringLiteral("somebody else");
        event.kind = MessageKind::Image;
        event.mediaId = QStringLiteral("p2");
        event.mediaType = jpeg;
        clinic.receive(event);
        clinic.pass(1min);
        const QString file = clinic.thread().front().attachment->file;
        QVERIFY(erase(clinic, first));
        clinic.quiesce();
        QVERIFY(clinic.files.read(file));
    }

    /// A provider that answers only after the erasure: what it gives is not kept.
    void aFileThatComesTooLateGoes()
    {
        ClinicDay clinic;
        clinic.channel.setFile(QStringLiteral("p1"), channels::MediaFile{picture, {}});
        std::optional<Result<store::ErasedAmounts>> erased;
        clinic.channel.onFetch([&] { erased = erase(clinic, clinic.conversation().id); });
        clinic.sends(MessageKind::Image, QStringLiteral("p1"), jpeg);
        QVERIFY(erased && *erased);
        clinic.pass(day);
        QVERIFY(QDir(clinic.filesFolder()).entryList(QDir::Files).isEmpty());
    }

    /// What a turn was about to say to somebody who is not there any more is not said.
    void aTurnThatIsOvertakenSaysNothing()
    {
        ClinicDay clinic;
        clinic.accept(clinic.message(QStringLiteral("what are your hours?")));
        clinic.quiesce();
        const auto id = clinic.conversation().id;
        QVERIFY(erase(clinic, id));
        clinic.pass(1h);
        QVERIFY(clinic.sentTexts().isEmpty());
        QVERIFY(!isThere(clinic, id));
    }

    void aCutBetweenFileAndRowIsMadeUpFor()
    {
        ClinicDay clinic;
        clinic.channel.setFile(QStringLiteral("p1"), channels::MediaFile{picture, {}});
        clinic.sends(MessageKind::Image, QStringLiteral("p1"), jpeg);
        clinic.pass(1min);
        const auto id = clinic.conversation().id;
        const QString file = clinic.thread().front().attachment->file;
        clinic.stopNode();
        QVERIFY(erase(clinic, id));
        QVERIFY(clinic.files.read(file));
        clinic.restart();
        clinic.quiesce();
        QVERIFY(!clinic.files.read(file));
    }

    void conversationsAreKeptAsLongAsTheClinicSays()
    {
        test::DaySetup setup;
        setup.keep = 30 * day;
        ClinicDay clinic(setup);
        clinic.says(QStringLiteral("hello"));
        const auto quiet = clinic.conversation().id;
        auto other = clinic.message(QStringLiteral("shalom"));
        other.sender.address.user = QStringLiteral("somebody else");
        clinic.receive(other);
        clinic.pass(20 * day);
        QVERIFY(isThere(clinic, quiet));
        other = clinic.message(QStringLiteral("me again"));
        other.sender.address.user = QStringLiteral("somebody else");
        clinic.receive(other);
        clinic.pass(12 * day);
        QVERIFY(!isThere(clinic, quiet));
        const auto left = clinic.read([](store::Session& session) {
            store::InboxQuery query;
            return store::Conversations(session).page(query);
        });
        QCOMPARE(left.size(), size_t(1));
        const auto log = auditOf(clinic);
        QCOMPARE(log.back().actor, QStringLiteral("system"));
        QVERIFY(log.back().detail.startsWith(QLatin1String("age; ")));
    }

    void whoWaitsForADoctorIsKept()
    {
        test::DaySetup setup;
        setup.keep = 2 * day;
        ClinicDay clinic(setup);
        clinic.says(QStringLiteral("my face is swollen up to the eye and I have a fever"));
        clinic.pass(1min);
        const auto id = clinic.conversation().id;
        QCOMPARE(clinic.escalations().size(), 1);
        QCOMPARE(erase(clinic, id).error().key, QStringLiteral("erasure.escalation"));
        clinic.pass(10 * day);
        QVERIFY(isThere(clinic, id));
    }

    void escalationsLeaveWhoDidWhatWhen()
    {
        ClinicDay clinic;
        clinic.says(QStringLiteral("my face is swollen up to the eye and I have a fever"));
        clinic.pass(1min);
        const auto id = clinic.conversation().id;
        const auto escalation =
            clinic.read([&](store::Session& session) { return store::Escalations(session).ofConversation(id); })
                .front();
        QVERIFY(base::await(clinic.desk().acknowledge(escalation.id)));
        QVERIFY(base::await(clinic.store().write([&](store::Session& session) {
            return store::Escalations(session).close(escalation.id, QStringLiteral("Ruti"), QStringLiteral("went home"),
                                                     clinic.clock.now());
        })));
        clinic.pass(1min);
        const auto refused = erase(clinic, id); // nobody is in the records: whose it is, a person must say
        QCOMPARE(refused.error().key, QStringLiteral("erasure.unfiled"));
        (void)base::await(clinic.store().write([](store::Session& session) {
            return session.execute(QStringLiteral("UPDATE transcript SET state = 'filed'"));
        }));
        QVERIFY(erase(clinic, id));
        const auto log = auditOf(clinic);
        const auto story = std::ranges::find(log, QStringLiteral("escalation.erased"), &store::AuditEntry::action);
        QVERIFY(story != log.end());
        QVERIFY(story->detail.startsWith(QLatin1String("EMERGENCY raised 2026-03-03T12:00:")));
        QVERIFY(story->detail.contains(QLatin1String("acknowledged 2026-03-03T12:01:")));
        QVERIFY(story->detail.contains(QLatin1String("by Ruti")));
        QVERIFY(!story->detail.contains(QLatin1String("swollen")) && !story->detail.contains(QLatin1String("home")));
    }

    /// Providers repeat for a week; what came is kept two.
    void deliveriesAreNotKeptForEver()
    {
        ClinicDay clinic;
        clinic.says(QStringLiteral("hello"));
        clinic.pass(13 * day);
        QCOMPARE(inboxRows(clinic), 1);
        clinic.pass(3 * day);
        QCOMPARE(inboxRows(clinic), 0);
        QVERIFY(isThere(clinic, clinic.conversation().id));
    }
};

QTEST_GUILESS_MAIN(TestRetention)
#include "test_retention.moc"
