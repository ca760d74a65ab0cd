// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "desk/channelstate.h"
#include "store/decisions.h"

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
class TestLocalDesk : public QObject, private test::RutisDesk
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void cleanup() { close(); }

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

    void theClinicsPlaceIsSentInThePatientsLanguage()
    {
        const auto id = patient();
        QVERIFY(!m_desk->sendPlace(id).result());
        clinic::ClinicFile clinic;
        clinic.info.name = {QStringLiteral("מרפאת שיניים"), QStringLiteral("Dental clinic")};
        clinic.info.address = {QStringLiteral("רחוב הדוגמה 1"), QStringLiteral("1 Sample St.")};
        clinic.info.zone = QTimeZone("Asia/Jerusalem");
        clinic.info.location = {32.0853, 34.7818};
        must(m_records->import(clinic).result());
        const auto sent = m_store->message(must(m_desk->sendPlace(id).result()));
        QCOMPARE(sent.kind, domain::MessageKind::Location);
        QCOMPARE(sent.place->latitude, 32.0853);
        QCOMPARE(sent.place->name, QStringLiteral("מרפאת שיניים"));
        QCOMPARE(sent.place->address, QStringLiteral("רחוב הדוגמה 1"));
        QVERIFY(row(sent.id).state == OutboxState::Queued);
    }

    void aFailedTemplateIsSentAgainAsOne()
    {
        const auto id = patient();
        m_clock->advance(48h);
        const domain::TemplateUse use{QStringLiteral("reminder"),
                                      QStringLiteral("he"),
                                      {{QStringLiteral("patient_name"), QStringLiteral("Dana")}}};
        const auto first = must(m_desk->sendTemplate(id, use, QStringLiteral("Dana, see you")).result());
        m_store->write([&](Session& session) {
            return store::Outbox(session).markFailed(row(first, session).id, QStringLiteral("send.failed"));
        });
        const auto again = m_store->message(must(m_desk->sendAgain(first).result()));
        QVERIFY(again.templated == use);
        QCOMPARE(again.text, QStringLiteral("Dana, see you"));
    }
};

QTEST_GUILESS_MAIN(TestLocalDesk)
#include "test_localdesk.moc"
