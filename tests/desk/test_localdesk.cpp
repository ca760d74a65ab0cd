// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "clinic/builtin/builtinrecords.h"
#include "desk/channelstate.h"
#include "desk/localdesk.h"
#include "store/decisions.h"
#include "store/outbox.h"

#include <QTest>

#include <set>

using namespace delpek;
using namespace std::chrono_literals;
using desk::LocalDesk;
using desk::View;
using domain::AuthorKind;
using domain::ChannelKind;
using domain::DeliveryState;
using domain::HolderKind;
using store::Fence;
using store::OutboxState;
using store::Session;
using test::must;
using test::noon;

/// What staff do at the desk, on a real store.
class TestLocalDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_unique<test::TestStore>(
            QStringLiteral("sqlite:%1").arg(m_folder.filePath(QStringLiteral("%1.db").arg(++m_files))));
        m_clock = std::make_unique<base::VirtualClock>(noon);
        m_records = std::make_unique<clinic::BuiltinRecords>(**m_store, *m_clock);
        m_desk = std::make_unique<LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Ruti")});
    }

    void cleanup()
    {
        m_desk.reset();
        m_records.reset();
        m_store.reset();
    }

    void aTakeOverWithdrawsWhatTheAgentQueued()
    {
        const auto id = patient();
        const auto agents = queue(id, Fence::Agent);
        const auto epoch = m_store->reload(id).epoch;

        must(m_desk->takeOver(id).result());

        QVERIFY(row(agents).state == OutboxState::Withdrawn);
        QVERIFY(m_store->message(agents).delivery == DeliveryState::Withdrawn);
        const auto conversation = m_store->reload(id);
        QVERIFY(conversation.holder == (domain::Holder{HolderKind::Staff, QStringLiteral("Ruti")}));
        QVERIFY(conversation.epoch > epoch);
    }

    void aTakeOverWaitsForWhatIsBeingSent_data()
    {
        QTest::addColumn<int>("outcome");
        QTest::newRow("receipt") << 0;
        QTest::newRow("failure") << 1;
        QTest::newRow("no answer") << 2;
    }

    void aTakeOverWaitsForWhatIsBeingSent()
    {
        QFETCH(int, outcome);
        const auto id = patient();
        const auto agents = row(queue(id, Fence::Agent));
        m_store->write([&](Session& session) { return store::Outbox(session).claim(agents.id, noon); });

        const auto taken = m_desk->takeOver(id);
        // The take-over itself is not held up, only its completion.
        QTRY_VERIFY(m_store->reload(id).holder.kind == HolderKind::Staff);
        must(m_desk->conversation(id).result());
        QVERIFY(!taken.isFinished());
        // A change elsewhere is no reason to end the wait.
        queue(patient(QStringLiteral("other")), Fence::Agent);
        must(m_desk->conversation(id).result());
        QVERIFY(!taken.isFinished());

        m_store->write([&](Session& session) -> Result<Done> {
            store::Outbox outbox(session);
            return outcome == 0   ? outbox.markSent(agents.id, QStringLiteral("wamid.1"))
                   : outcome == 1 ? outbox.markFailed(agents.id, QStringLiteral("send.failed"))
                                  : outbox.markUnknown(agents.id);
        });
        must(taken.result());
    }

    void aReplyTakesTheConversation()
    {
        const auto id = patient();
        const auto agents = queue(id, Fence::Agent);
        must(m_desk->saveDraft(id, QStringLiteral("half")).result());

        const auto sent = must(m_desk->reply(id, QStringLiteral("  Come at nine.  ")).result());

        QVERIFY(row(agents).state == OutboxState::Withdrawn);
        const auto message = m_store->message(sent);
        QCOMPARE(message.text, QStringLiteral("Come at nine."));
        QVERIFY(message.author == AuthorKind::Staff);
        QCOMPARE(message.authorName, QStringLiteral("Ruti"));
        QVERIFY(row(sent).state == OutboxState::Queued && row(sent).fence == Fence::None);
        const auto conversation = m_store->reload(id);
        QVERIFY(conversation.holder.kind == HolderKind::Staff);
        QCOMPARE(conversation.unread, 0);
        QCOMPARE(message.epoch, conversation.epoch);
        QCOMPARE(must(m_desk->draft(id).result()), QString());
        m_store->write([&](Session& session) { return store::Outbox(session).claim(row(sent, session).id, noon); });
    }

    void aDoctorRepliesUnderTheDoctorsName()
    {
        const auto id = patient();
        const auto sent = must(m_desk->doctorReply(id, QStringLiteral("Dr. Levi"), QStringLiteral("Rest.")).result());
        QVERIFY(m_store->message(sent).author == AuthorKind::Doctor);
        QVERIFY(m_store->reload(id).holder == (domain::Holder{HolderKind::Doctor, QStringLiteral("Dr. Levi")}));
    }

    void anEmptyReplyIsRefused()
    {
        const auto id = patient();
        const auto agents = queue(id, Fence::Agent);
        const auto sent = m_desk->reply(id, QStringLiteral(" \n ")).result();
        QVERIFY(!sent);
        QCOMPARE(sent.error().key, QStringLiteral("send.empty"));
        QVERIFY(m_store->reload(id).holder.kind == HolderKind::Agent);
        QVERIFY(row(agents).state == OutboxState::Queued);
    }

    void aReplyAfterTheWindowIsKeptAsDraft()
    {
        const auto id = patient();
        m_clock->advance(24h - 1ms);
        const auto open = must(m_desk->composer(id).result());
        QVERIFY(open.canSendText && open.windowCloses == noon + 24h);
        m_clock->advance(1ms);
        const auto closed = must(m_desk->composer(id).result());
        QVERIFY(!closed.canSendText);
        QCOMPARE(closed.reason, QStringLiteral("window.closed"));

        const auto agents = queue(id, Fence::Agent);
        const auto sent = m_desk->reply(id, QStringLiteral("Are you well?")).result();
        QVERIFY(!sent && sent.error().code == ErrorCode::WindowClosed);
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("Are you well?"));
        QVERIFY(m_store->reload(id).holder.kind == HolderKind::Agent);
        QVERIFY(row(agents).state == OutboxState::Queued);
    }

    void otherChannelsHaveNoWindow()
    {
        const auto id = patient(QStringLiteral("7"), {}, ChannelKind::Telegram);
        m_clock->advance(24h * 30);
        QVERIFY(must(m_desk->composer(id).result()).canSendText);
        QVERIFY(m_desk->reply(id, QStringLiteral("Hello")).result());
    }

    /// A session of WAHA that is down is seen where people write, on each of its conversations and on no other.
    void anAccountThatDoesNotWorkIsTold()
    {
        const auto on = [this](ChannelKind channel, const char* account, const char* user) {
            domain::Sender sender;
            sender.address = {channel, QLatin1String(account), QLatin1String(user)};
            return m_store
                ->write([sender](Session& session) { return store::Conversations(session).findOrCreate(sender, noon); })
                .id;
        };
        const auto note = [this](const char* fault, std::optional<base::Instant> at) {
            return m_store->write([=](Session& session) {
                return desk::noteChannelState(session, ChannelKind::Waha, QStringLiteral("clinic"),
                                              QLatin1String(fault), at);
            });
        };
        const auto here = on(ChannelKind::Waha, "clinic", "972540001122@c.us");
        const auto elsewhere = on(ChannelKind::Waha, "sales", "972540001122@c.us");
        const auto reason = [this](domain::ConversationId id) {
            const auto state = must(m_desk->composer(id).result());
            return state.canSendText ? QStringLiteral("free") : state.reason;
        };
        QCOMPARE(reason(here), QStringLiteral("free"));
        QVERIFY(note("channel.wahaPairing", noon));
        QCOMPARE(reason(here), QStringLiteral("channel.wahaPairing"));
        QCOMPARE(reason(elsewhere), QStringLiteral("free"));
        // Twice the same, and older news that comes late: nothing changes.
        QVERIFY(!note("channel.wahaPairing", noon));
        QVERIFY(!note("", noon - 1s));
        QCOMPARE(reason(here), QStringLiteral("channel.wahaPairing"));
        QVERIFY(note("", noon + 1s));
        QCOMPARE(reason(here), QStringLiteral("free"));
        QVERIFY(must(m_desk->channelFaults().result()).isEmpty());
        // What was just found out needs no time of the provider.
        QVERIFY(note("channel.wahaUnreachable", std::nullopt));
        QCOMPARE(reason(here), QStringLiteral("channel.wahaUnreachable"));
        QCOMPARE(must(m_desk->channelFaults().result()), QStringList{QStringLiteral("channel.wahaUnreachable")});
        QVERIFY(note("", std::nullopt));
        QCOMPARE(reason(here), QStringLiteral("free"));
        // What only keeps messages from coming in stops nobody from writing.
        QVERIFY(note("channel.telegramOtherReceiver", std::nullopt));
        QCOMPARE(reason(here), QStringLiteral("free"));
        QCOMPARE(must(m_desk->channelFaults().result()).size(), 1);
        // An account that is configured no more has no fault.
        QVERIFY(note("channel.wahaFailed", std::nullopt));
        for (const char* kept : {"clinic", "other"}) {
            m_store->write([=](Session& session) {
                return desk::keepChannelState(session, ChannelKind::Waha, QLatin1String(kept));
            });
            const bool isKept = QLatin1String(kept) == QLatin1String("clinic");
            QCOMPARE(must(m_desk->channelFaults().result()).isEmpty(), !isKept);
        }
        QCOMPARE(reason(here), QStringLiteral("free"));
    }

    void onlyAFailedOrUnknownMessageIsSentAgain_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("allowed");
        const auto add = [](const char* tag, OutboxState state, bool allowed) {
            QTest::newRow(tag) << int(state) << allowed;
        };
        add("queued", OutboxState::Queued, false);
        add("sending", OutboxState::Sending, false);
        add("sent", OutboxState::Sent, false);
        add("failed", OutboxState::Failed, true);
        add("unknown", OutboxState::Unknown, true);
        add("withdrawn", OutboxState::Withdrawn, false);
    }

    void onlyAFailedOrUnknownMessageIsSentAgain()
    {
        QFETCH(int, state);
        QFETCH(bool, allowed);
        const auto id = patient();
        const auto first = queue(id, Fence::Agent);
        bring(first, OutboxState(state));
        const auto again = m_desk->sendAgain(first).result();
        QCOMPARE(again.has_value(), allowed);
        if (!allowed) {
            QCOMPARE(again.error().key, QStringLiteral("send.not-failed"));
            return;
        }
        QVERIFY(*again != first);
        const auto message = m_store->message(*again);
        QCOMPARE(message.text, m_store->message(first).text);
        QVERIFY(message.author == AuthorKind::Staff);
        QVERIFY(row(*again).state == OutboxState::Queued);
        QVERIFY(row(first).state == OutboxState(state));
    }

    void aPatientsMessageIsNotSentAgain()
    {
        const auto id = patient();
        const auto words = must(m_desk->threadBefore(id, {}, 1).result()).messages.front();
        QVERIFY(!m_desk->sendAgain(words.id).result());
        QVERIFY(!m_desk->sendAgain({4711}).result());
    }

    void onlyAnUnknownSendIsConfirmed()
    {
        const auto id = patient();
        const auto first = queue(id, Fence::Agent);
        QVERIFY(!m_desk->confirmArrived(first).result());
        bring(first, OutboxState::Unknown);
        must(m_desk->confirmArrived(first).result());
        QVERIFY(m_store->message(first).delivery == DeliveryState::Sent);
        QVERIFY(!m_desk->confirmArrived(first).result());
    }

    void eachMemberOfStaffHasADraft()
    {
        const auto id = patient();
        LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Avi")});
        must(m_desk->saveDraft(id, QStringLiteral("mine")).result());
        must(other.saveDraft(id, QStringLiteral("his")).result());
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("mine"));
        QCOMPARE(must(other.draft(id).result()), QStringLiteral("his"));
        QCOMPARE(must(m_desk->inbox({}).result()).front().draft, QStringLiteral("mine"));
        must(m_desk->reply(id, QStringLiteral("sent")).result());
        QCOMPARE(must(m_desk->draft(id).result()), QString());
        QCOMPARE(must(other.draft(id).result()), QStringLiteral("his"));
    }

    void findsPatients_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<bool>("found");
        for (const char* typed :
             {"0541112233", "054-111-2233", "054 111 2233", "+972541112233", "+972 54-111-2233", "972541112233",
              "00972541112233", "(054) 1112233", " 054.111.2233 ", "2233", "111-2233", "054-111", "0541", "541112"}) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << true;
        }
        QTest::newRow("name") << QStringLiteral("noa") << true;
        QTest::newRow("part of a name, other case") << QStringLiteral("OA LE") << true;
        QTest::newRow("other number") << QStringLiteral("0541112234") << false;
        QTest::newRow("other name") << QStringLiteral("dana") << false;
        QTest::newRow("not a pattern") << QStringLiteral("%") << false;
    }

    void findsPatients()
    {
        QFETCH(QString, search);
        QFETCH(bool, found);
        const auto id = patient(QStringLiteral("972541112233"), QStringLiteral("Noa Levi"));
        patient(QStringLiteral("972529998877"), QStringLiteral("Gil Bar"));
        const auto rows = must(m_desk->inbox({View::All, search, {}, 50}).result());
        QCOMPARE(rows.size(), size_t(found ? 1 : 0));
        if (found) {
            QVERIFY(rows.front().conversation.id == id);
        }
    }

    void theInboxHasViews()
    {
        patient(QStringLiteral("972541110001"), QStringLiteral("agent"));
        const auto mine = patient(QStringLiteral("972541110002"), QStringLiteral("mine"));
        const auto others = patient(QStringLiteral("972541110003"), QStringLiteral("others"));
        const auto waits = patient(QStringLiteral("972541110004"), QStringLiteral("waits"));
        const auto doctors = patient(QStringLiteral("972541110005"), QStringLiteral("doctors"));
        const auto urgent = patient(QStringLiteral("972541110006"), QStringLiteral("urgent"));
        LocalDesk other(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Avi")});
        must(m_desk->takeOver(mine).result());
        must(other.takeOver(others).result());
        must(m_desk->release(waits).result());
        must(m_desk->doctorReply(doctors, QStringLiteral("Dr. Levi"), QStringLiteral("Rest.")).result());
        m_store->write([&](Session& session) {
            domain::Escalation escalation;
            escalation.conversation = urgent;
            escalation.urgency = domain::Urgency::Emergency;
            escalation.reason = QStringLiteral("triage.breathing");
            escalation.openedAt = noon;
            return store::Escalations(session).open(escalation);
        });

        QCOMPARE(names(View::All),
                 (QStringList{QStringLiteral("agent"), QStringLiteral("doctors"), QStringLiteral("mine"),
                              QStringLiteral("others"), QStringLiteral("urgent"), QStringLiteral("waits")}));
        QCOMPARE(names(View::Mine), QStringList{QStringLiteral("mine")});
        QVERIFY(names(View::NeedsPerson).contains(QStringLiteral("waits")));
        QVERIFY(!names(View::NeedsPerson).contains(QStringLiteral("mine")));
        QVERIFY(names(View::Agent).contains(QStringLiteral("agent")));
        QVERIFY(!names(View::Agent).contains(QStringLiteral("mine")));
        QCOMPARE(names(View::WaitingForDoctor), (QStringList{QStringLiteral("doctors"), QStringLiteral("urgent")}));
        QCOMPARE(names(View::WindowClosing), QStringList());
        m_clock->advance(22h + 1min);
        QCOMPARE(names(View::WindowClosing).size(), 6);
        m_clock->advance(2h);
        QCOMPARE(names(View::WindowClosing), QStringList());

        // What was handed back is the agent's; closing ends the escalation and hands back.
        must(m_desk->handBack(mine).result());
        QVERIFY(names(View::Agent).contains(QStringLiteral("mine")));
        QCOMPARE(must(m_desk->openEscalations().result()).size(), size_t(1));
        must(m_desk->closeEscalations(urgent).result());
        QVERIFY(must(m_desk->openEscalations().result()).empty());
        QCOMPARE(must(m_desk->escalations(urgent).result()).front().closedBy, QStringLiteral("Ruti"));
        QVERIFY(names(View::Agent).contains(QStringLiteral("urgent")));
    }

    void theInboxIsReadInPages()
    {
        for (int i = 0; i < 25; ++i) {
            patient(QStringLiteral("9725411200%1").arg(i, 2, 10, QLatin1Char('0')), QString::number(i));
            // Some share a moment.
            m_clock->advance(i % 3 == 0 ? 1s : 0s);
        }
        desk::InboxRequest request;
        request.limit = 10;
        std::vector<qint64> seen;
        for (int page = 0; page < 4; ++page) {
            const auto rows = must(m_desk->inbox(request).result());
            QCOMPARE(rows.size(), size_t(page < 2 ? 10 : page == 2 ? 5 : 0));
            for (const auto& one : rows) {
                seen.push_back(one.conversation.id.value);
            }
            if (!rows.empty()) {
                request.after = desk::Cursor{rows.back().conversation.lastActivity, rows.back().conversation.id};
            }
        }
        QCOMPARE(std::set<qint64>(seen.begin(), seen.end()).size(), size_t(25));
    }

    void aThreadIsReadInPages()
    {
        const auto id = patient();
        std::vector<qint64> all{must(m_desk->threadBefore(id, {}, 5).result()).messages.front().id.value};
        for (int i = 1; i < 25; ++i) {
            all.push_back(m_store->message(id, AuthorKind::Patient, QString::number(i), QString::number(i)).value);
        }
        const auto ids = [](const desk::ThreadPage& page) {
            std::vector<qint64> found;
            for (const auto& message : page.messages) {
                found.push_back(message.id.value);
            }
            return found;
        };
        const auto part = [&](int from, int to) { return std::vector<qint64>(all.begin() + from, all.begin() + to); };

        const auto last = must(m_desk->threadBefore(id, {}, 10).result());
        QCOMPARE(ids(last), part(15, 25));
        QVERIFY(last.hasOlder && !last.hasNewer);
        const auto middle = must(m_desk->threadBefore(id, last.messages.front().id, 10).result());
        QCOMPARE(ids(middle), part(5, 15));
        QVERIFY(middle.hasOlder && middle.hasNewer);
        const auto first = must(m_desk->threadBefore(id, middle.messages.front().id, 10).result());
        QCOMPARE(ids(first), part(0, 5));
        QVERIFY(!first.hasOlder && first.hasNewer);

        const auto next = must(m_desk->threadAfter(id, first.messages.back().id, 10).result());
        QCOMPARE(ids(next), part(5, 15));
        QVERIFY(next.hasOlder && next.hasNewer);
        const auto end = must(m_desk->threadAfter(id, next.messages.back().id, 10).result());
        QCOMPARE(ids(end), part(15, 25));
        QVERIFY(end.hasOlder && !end.hasNewer);
        QVERIFY(must(m_desk->threadAfter(id, end.messages.back().id, 10).result()).messages.empty());
    }

private:
    /// A patient who wrote at this moment.
    domain::ConversationId patient(const QString& user = QStringLiteral("972541234567"), const QString& name = {},
                                   ChannelKind channel = ChannelKind::WhatsApp)
    {
        return m_store->write([=, now = m_clock->now()](Session& session) -> Result<domain::ConversationId> {
            domain::Sender sender;
            sender.address = {channel, QStringLiteral("clinic"), user};
            sender.displayName = name;
            if (const auto phone = domain::Phone::fromWaId(user); phone && channel == ChannelKind::WhatsApp) {
                sender.phone = *phone;
            }
            store::Conversations conversations(session);
            const auto conversation = conversations.findOrCreate(sender, now);
            if (!conversation) {
                return fail(conversation.error());
            }
            domain::Message message;
            message.conversation = conversation->id;
            message.text = QStringLiteral("Hello");
            message.providerId = QStringLiteral("in-") + user;
            message.sentAt = now;
            message.createdAt = now;
            return store::Messages(session)
                .add(message)
                .and_then([&](const std::optional<domain::MessageId>& added) {
                    message.id = added.value_or(domain::MessageId{});
                    return conversations.noteMessage(message);
                })
                .map([&](Done) { return conversation->id; });
        });
    }

    /// A message that waits to be sent.
    domain::MessageId queue(domain::ConversationId conversation, Fence fence)
    {
        store::OutboxRow row;
        row.conversation = conversation;
        row.message = m_store->message(conversation, fence == Fence::None ? AuthorKind::Staff : AuthorKind::Agent,
                                       QStringLiteral("from the agent"));
        row.epoch = m_store->reload(conversation).epoch;
        row.fence = fence;
        row.reference = QStringLiteral("ref-%1").arg(row.message.value);
        row.nextAttempt = noon;
        m_store->write([=](Session& session) { return store::Outbox(session).add(row); });
        return row.message;
    }

    static store::OutboxRow row(domain::MessageId message, Session& session)
    {
        return *must(store::Outbox(session).findByMessage(message));
    }

    store::OutboxRow row(domain::MessageId message)
    {
        return *m_store->read([=](Session& session) { return store::Outbox(session).findByMessage(message); });
    }

    /// Leads the queued message to `state`.
    void bring(domain::MessageId message, OutboxState state)
    {
        const auto id = row(message).id;
        if (state == OutboxState::Withdrawn) {
            must(m_desk->takeOver(row(message).conversation).result());
        } else if (state != OutboxState::Queued) {
            m_store->write([=](Session& session) { return store::Outbox(session).claim(id, noon); });
            m_store->write([=](Session& session) -> Result<Done> {
                store::Outbox outbox(session);
                return state == OutboxState::Sent      ? outbox.markSent(id, QStringLiteral("wamid.1"))
                       : state == OutboxState::Failed  ? outbox.markFailed(id, QStringLiteral("send.failed"))
                       : state == OutboxState::Unknown ? outbox.markUnknown(id)
                                                       : Result<Done>(Done{});
            });
        }
        QVERIFY(row(message).state == state);
    }

    QStringList names(View view)
    {
        QStringList found;
        for (const auto& one : must(m_desk->inbox({view, {}, {}, 50}).result())) {
            found.append(one.conversation.displayName);
        }
        found.sort();
        return found;
    }

    QTemporaryDir m_folder;
    int m_files = 0;
    std::unique_ptr<test::TestStore> m_store;
    std::unique_ptr<base::VirtualClock> m_clock;
    std::unique_ptr<clinic::BuiltinRecords> m_records;
    std::unique_ptr<LocalDesk> m_desk;
};

QTEST_GUILESS_MAIN(TestLocalDesk)
#include "test_localdesk.moc"
