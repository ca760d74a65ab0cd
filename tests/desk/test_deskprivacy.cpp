// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/auditroom.h"
#include "desk/erasure.h"
#include "desk/privacy.h"
#include "desk/rutisdesk.h"
#include "store/auditlog.h"

using namespace delpek;
using domain::ConversationId;
using domain::ErasedAmounts;
using store::Session;
using test::must;
using test::noon;

/// The audit log and erasing at a desk, on both engines.
class TestDeskPrivacy : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;

    QString location()
    {
        QFETCH_GLOBAL(bool, postgres);
        return m_engines.newLocation(postgres);
    }

    void note(const QString& action, const QString& subject)
    {
        m_store->write([=, now = m_clock->now()](Session& session) {
            return store::AuditLog(session).append(QStringLiteral("Ruti"), action, subject, {}, now);
        });
    }

    std::vector<domain::AuditEntry> log()
    {
        return m_store->read([](Session& session) { return store::AuditLog(session).after(0, 100); });
    }

    /// Everything in the log but the hashes.
    QStringList lines()
    {
        QStringList all;
        for (const auto& entry : log()) {
            all << QStringList{entry.actor, entry.action, entry.subject, entry.detail}.join(QLatin1Char(' '));
        }
        return all;
    }

    bool isThere(ConversationId id) { return bool(m_desk->conversation(id).result()); }

    /// Somebody with a note and a closed question, and a second account.
    std::vector<ConversationId> fill()
    {
        const auto first = patient(QStringLiteral("972541234567"), QStringLiteral("Noa"));
        must(m_desk->notes().write(first, QStringLiteral("calls back")).result());
        const auto asked =
            must(m_desk->raiseEscalation(first, domain::Urgency::DoctorRequired, QStringLiteral("look")).result());
        must(m_desk->closeEscalation(asked, QStringLiteral("done")).result());
        m_store->write(
            [](Session& session) { return session.execute(QStringLiteral("UPDATE transcript SET state = 'filed'")); });
        const auto second = m_store->write([=, now = m_clock->now()](Session& session) {
            domain::Sender sender;
            sender.address = {test::ChannelKind::Telegram, QStringLiteral("bot"), QStringLiteral("4711")};
            sender.phone = *domain::Phone::parse(QStringLiteral("054-1234567"));
            return store::Conversations(session).findOrCreate(sender, now);
        });
        return {first, second.id};
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init() { openAt(location(), {}); }
    void cleanup() { close(); }

    void rowsNameWhatTheyAreAbout()
    {
        const auto id = patient(QStringLiteral("972541234567"), QStringLiteral("Noa"));
        const auto message = m_store->reload(id).lastMessage;
        domain::StaffMember member;
        member.name = QStringLiteral("Dana");
        const auto dana = must(m_desk->staffRoom().keep(member, {}).result());
        note(QStringLiteral("conversation.read"), QStringLiteral("conversation:%1").arg(id.value));
        note(QStringLiteral("file.read"), QStringLiteral("message:%1").arg(message.value));
        note(QStringLiteral("conversation.read"), QStringLiteral("conversation:99"));
        note(QStringLiteral("desk.lock"), QStringLiteral("desk"));
        const auto rows = must(m_desk->auditRoom().page({}).result()).rows;
        QCOMPARE(rows.size(), size_t(5));
        QVERIFY(!rows[0].conversation && !rows[1].conversation);
        QCOMPARE(rows[2].conversation->id, id);
        QCOMPARE(rows[3].conversation->displayName, QStringLiteral("Noa"));
        QCOMPARE(rows[4].entry.subject, QStringLiteral("staff:%1").arg(dana.value));
        QCOMPARE(rows[4].staff, QStringLiteral("Dana"));
        const auto mine = must(m_desk->auditRoom().page({{.conversation = id}}).result()).rows;
        QCOMPARE(mine.size(), size_t(2));
        QCOMPARE(must(m_desk->auditRoom().actors().result()),
                 (QStringList{QStringLiteral("Ruti"), QStringLiteral("Dana")}));
    }

    void theChainIsFollowedAndWhatIsFoundIsTold()
    {
        note(QStringLiteral("desk.lock"), QStringLiteral("desk"));
        note(QStringLiteral("desk.lock"), QStringLiteral("desk"));
        auto state = must(m_desk->auditRoom().follow({}).result());
        QVERIFY(state.isWhole);
        QCOMPARE(state.entries, 2);
        QVERIFY(must(m_desk->channelFaults().result()).isEmpty());
        m_store->write([](Session& session) -> Result<Done> {
            const bool sqlite = session.engine() == store::Engine::Sqlite;
            return session
                .command(sqlite ? QStringLiteral("DROP TRIGGER audit_no_update")
                                : QStringLiteral("DROP TRIGGER audit_unchanged ON audit"))
                .and_then([&](Done) {
                    return session.command(QStringLiteral("UPDATE audit SET actor = 'Dana' WHERE number = 2"));
                });
        });
        state = must(m_desk->auditRoom().follow({}).result());
        QCOMPARE(state.brokenAt, std::optional<qint64>(2));
        QCOMPARE(must(m_desk->channelFaults().result()), QStringList{QStringLiteral("audit.broken")});
    }

    void theFileIsWhatTheCommandPrints()
    {
        fill();
        QByteArray expected;
        for (const auto& entry : log()) {
            expected += store::lineOf(entry).toUtf8() + '\n';
        }
        QVERIFY(expected.startsWith("{\"action\":\"note.written\",\"actor\":\"Ruti\",\"at\":"));
        const QString path = m_folder.filePath(QStringLiteral("audit.jsonl"));
        QCOMPARE(must(m_desk->auditRoom().exportTo(path).result()), qint64(log().size()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), expected);
        QVERIFY(!(file.permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup)));
        const auto refused = m_desk->auditRoom().exportTo(m_folder.filePath(QStringLiteral("no/such/place"))).result();
        QCOMPARE(refused.error().key, QStringLiteral("audit.file"));
    }

    void everythingOfAPersonIsFoundByPhoneOrConversation()
    {
        const auto ids = fill();
        patient(QStringLiteral("972549999999"));
        const auto byPhone = must(m_desk->privacy().ofPhone(QStringLiteral("+972 54 123 4567")).result());
        QCOMPARE(byPhone.size(), size_t(2));
        const auto byPerson = must(m_desk->privacy().ofPerson(ids[1]).result());
        QCOMPARE(byPerson.size(), size_t(2));
        QCOMPARE(byPerson[0].conversation.id, ids[1]);
        QCOMPARE(byPerson[1].amounts.messages, 1);
        QCOMPARE(byPerson[1].amounts.notes, 1);
        QCOMPARE(byPerson[1].amounts.escalations, 1);
        QCOMPARE(byPerson[1].hindrance, QString());
        QVERIFY(must(m_desk->privacy().ofPhone(QStringLiteral("054-7654321")).result()).empty());
        QCOMPARE(m_desk->privacy().ofPhone(QStringLiteral("Noa")).result().error().key,
                 QStringLiteral("privacy.phone"));
        QVERIFY(m_desk->privacy().ofPerson({99}).result().error().code == ErrorCode::NotFound);
    }

    void whatRestedIsCountedAsItWouldBeErased()
    {
        const auto ids = fill();
        m_clock->advance(std::chrono::hours(24) * 10);
        patient(QStringLiteral("972549999999"));
        QCOMPARE(must(m_desk->privacy().resting(9).result()), 2);
        QCOMPARE(must(m_desk->privacy().resting(11).result()), 0);
        must(m_desk->raiseEscalation(ids[1], domain::Urgency::DoctorRequired, QStringLiteral("look")).result());
        m_clock->advance(std::chrono::hours(24) * 10);
        // An open escalation keeps its conversation.
        QCOMPARE(must(m_desk->privacy().resting(9).result()), 2);
        QCOMPARE(must(m_desk->privacy().resting(19).result()), 1);
    }

    void nothingGoesWhileSomethingStandsInTheWay()
    {
        const auto ids = fill();
        const auto asked =
            must(m_desk->raiseEscalation(ids[1], domain::Urgency::DoctorRequired, QStringLiteral("look")).result());
        Q_UNUSED(asked)
        QCOMPARE(must(m_desk->privacy().ofPerson(ids[1]).result())[0].hindrance, QStringLiteral("erasure.escalation"));
        const auto before = lines();
        const auto refused = m_desk->privacy().erase(ids).result();
        QVERIFY(refused.error().code == ErrorCode::Conflict);
        QCOMPARE(refused.error().key, QStringLiteral("erasure.escalation"));
        QVERIFY(isThere(ids[0]) && isThere(ids[1]));
        QCOMPARE(lines(), before);
        QVERIFY(m_desk->privacy().erase({}).result().error().code == ErrorCode::InvalidInput);
        must(m_desk->privacy().erase({ids[0]}).result());
        QVERIFY(!isThere(ids[0]) && isThere(ids[1]));
    }

    /// The command runs eraseConversation for each; the desk leaves the same behind.
    void erasingIsWhatTheCommandDoes()
    {
        const auto byDesk = fill();
        const auto amounts = must(m_desk->privacy().erase(byDesk).result());
        const auto desks = lines();
        close();
        openAt(location());
        const auto byCommand = fill();
        QVERIFY(byDesk == byCommand);
        const auto expected = m_store->write([&](Session& session) -> Result<ErasedAmounts> {
            ErasedAmounts sum;
            for (const auto id : byCommand) {
                sum += must(desk::eraseConversation(session, id, QStringLiteral("Ruti"), desk::ErasureCause::Request,
                                                    m_clock->now()));
            }
            return sum;
        });
        QVERIFY(amounts == expected);
        QCOMPARE(amounts.messages, 1);
        QCOMPARE(desks, lines());
        QVERIFY(desks.last().startsWith(QStringLiteral("Ruti conversation.erased conversation:")));
        QVERIFY(!isThere(byCommand[0]) && !isThere(byCommand[1]));
    }
};

QTEST_GUILESS_MAIN(TestDeskPrivacy)
#include "test_deskprivacy.moc"
