// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "store/consents.h"
#include "store/escalations.h"
#include "store/transcripts.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::ConsentState;
using domain::EscalationState;
using domain::FilingState;
using domain::Urgency;
using store::Escalations;
using store::Session;
using store::Transcripts;
using test::must;
using test::noon;

/// The life of an escalation in the store, on both engines.
class TestEscalations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_store = std::make_unique<test::TestStore>(m_engines.newLocation(postgres));
        m_conversation = m_store->conversation().id;
    }
    void cleanup() { m_store.reset(); }

    void everyStepIsKeptWithWhoAndWhen()
    {
        const auto id = raise(Urgency::DoctorRequired);
        QCOMPARE(one(id).state(), EscalationState::Raised);
        write([&](Escalations& all) { return all.markNotified(id, noon + 1min); });
        QCOMPARE(one(id).state(), EscalationState::Notified);
        write([&](Escalations& all) { return all.acknowledge(id, QStringLiteral("Noa"), noon + 2min); });
        write([&](Escalations& all) { return all.acknowledge(id, QStringLiteral("Gil"), noon + 3min); });
        QCOMPARE(one(id).state(), EscalationState::Acknowledged);
        QCOMPARE(one(id).acknowledgedBy, QStringLiteral("Noa"));
        write([&](Escalations& all) { return all.answered(m_conversation, QStringLiteral("Dr. Levi"), noon + 4min); });
        write([&](Escalations& all) { return all.answered(m_conversation, QStringLiteral("Dr. Bar"), noon + 5min); });
        QCOMPARE(one(id).state(), EscalationState::Answered);
        QCOMPARE(one(id).answeredBy, QStringLiteral("Dr. Levi"));
        write([&](Escalations& all) {
            return all.close(id, QStringLiteral("Noa"), QStringLiteral(" visit booked "), noon + 6min);
        });
        QCOMPARE(one(id).state(), EscalationState::Closed);
        QCOMPARE(one(id).closeReason, QStringLiteral("visit booked"));
        QCOMPARE(story(id), (QStringList{QStringLiteral("raised||triage.doctor"), QStringLiteral("acknowledged|Noa|"),
                                         QStringLiteral("answered|Dr. Levi|"), QStringLiteral("answered|Dr. Bar|"),
                                         QStringLiteral("closed|Noa|visit booked")}));
    }

    void itIsStillThereAfterARestart()
    {
        const auto id = raise(Urgency::Emergency);
        write([&](Escalations& all) { return all.acknowledge(id, QStringLiteral("Noa"), noon + 2min); });
        const QString location = m_store->location();
        m_store.reset();
        m_store = std::make_unique<test::TestStore>(location);
        QCOMPARE(one(id).state(), EscalationState::Acknowledged);
        QCOMPARE(one(id).summary, QStringLiteral("my cheek is swollen"));
        QCOMPARE(story(id).size(), 2);
    }

    void whoComesBackStaysInIt()
    {
        const auto id = raise(Urgency::DoctorRequired, noon, noon - 2h, noon + 22h);
        write([&](Escalations& all) { return all.markNotified(id, noon); });
        write([&](Escalations& all) { return all.acknowledge(id, QStringLiteral("Noa"), noon + 1min); });
        QCOMPARE(raise(Urgency::Routine, noon + 5min), id);
        QCOMPARE(one(id).state(), EscalationState::Acknowledged);
        QCOMPARE(one(id).since, noon - 2h);

        // More urgent: somebody has to look again, and the earlier deadline counts.
        QCOMPARE(raise(Urgency::Emergency, noon + 6min, {}, noon + 1h), id);
        QCOMPARE(one(id).state(), EscalationState::Raised);
        QCOMPARE(one(id).since, noon - 2h);
        QCOMPARE(*one(id).dueAt, noon + 1h);
        QCOMPARE(story(id).last(), QStringLiteral("urgency.raised||triage.doctor"));
    }

    void theFirstSignIsNeverLaterThanTheHandOff()
    {
        QCOMPARE(one(raise(Urgency::DoctorRequired, noon, noon + 1h)).since, noon);
    }

    void onlyAReasonLowers()
    {
        const auto id = raise(Urgency::Emergency);
        const auto lower = [&](Urgency urgency, const QString& reason) {
            return (**m_store)
                .write([=](Session& session) {
                    return Escalations(session).lower(id, urgency, QStringLiteral("Dr. Levi"), reason, noon + 1min);
                })
                .result();
        };
        QCOMPARE(lower(Urgency::DoctorRequired, QStringLiteral("  ")).error().key,
                 QStringLiteral("escalation.noReason"));
        QCOMPARE(lower(Urgency::Emergency, QStringLiteral("same")).error().key, QStringLiteral("escalation.notLower"));
        QCOMPARE(m_store->reload(m_conversation).urgency, Urgency::Emergency);

        must(lower(Urgency::DoctorRequired, QStringLiteral("spoke on the phone")));
        QCOMPARE(one(id).urgency, Urgency::DoctorRequired);
        QVERIFY(one(id).loweredFrom == Urgency::Emergency);
        QCOMPARE(m_store->reload(m_conversation).urgency, Urgency::DoctorRequired);
        QCOMPARE(story(id).last(), QStringLiteral("urgency.lowered|Dr. Levi|spoke on the phone"));

        raise(Urgency::Emergency, noon + 5min);
        QVERIFY(!one(id).loweredFrom);
    }

    void onlyAReasonClosesAndReopens()
    {
        const auto id = raise(Urgency::DoctorRequired);
        QCOMPARE(tryClose(id, {}).error().key, QStringLiteral("escalation.noReason"));
        must(tryClose(id, QStringLiteral("answered by phone")));
        QCOMPARE(tryClose(id, QStringLiteral("again")).error().key, QStringLiteral("escalation.closed"));
        QCOMPARE(m_store->reload(m_conversation).urgency, Urgency::Routine);

        QCOMPARE(tryReopen(id, {}).error().key, QStringLiteral("escalation.noReason"));
        must(tryReopen(id, QStringLiteral("it hurts again")));
        QCOMPARE(one(id).state(), EscalationState::Raised);
        QCOMPARE(m_store->reload(m_conversation).urgency, Urgency::DoctorRequired);
        QCOMPARE(tryReopen(id, QStringLiteral("twice")).error().key, QStringLiteral("escalation.open"));

        must(tryClose(id, QStringLiteral("better")));
        const auto next = raise(Urgency::Routine, noon + 1h);
        QVERIFY(next != id);
        QCOMPARE(tryReopen(id, QStringLiteral("both")).error().key, QStringLiteral("escalation.open"));
        QCOMPARE(must((**m_store).read([](Session& s) { return Escalations(s).closedOnes(5); }).result()).size(),
                 size_t(1));
    }

    void whatConcernedADoctorIsToBeFiledOnce()
    {
        const auto id = raise(Urgency::DoctorRequired, noon, noon - 10min);
        QCOMPARE(filing(id), FilingState::None);
        must(tryClose(id, QStringLiteral("done")));
        QCOMPARE(filing(id), FilingState::Waiting);
        auto due = waiting(noon + 1h);
        QCOMPARE(due.size(), size_t(1));
        QCOMPARE(due[0].from, noon - 10min);
        QCOMPARE(due[0].to, noon + 30min);
        QCOMPARE(due[0].reference(), QStringLiteral("delpek-escalation-%1-1").arg(id.value));

        m_store->write([&](Session& s) { return Transcripts(s).retryAt(due[0], noon + 2h, QStringLiteral("away")); });
        QVERIFY(waiting(noon + 1h).empty());
        QCOMPARE(*m_store->read([](Session& s) { return Transcripts(s).nextDue(); }), noon + 2h);
        m_store->write([&](Session& s) { return Transcripts(s).askWhose(due[0]); });
        QCOMPARE(filing(id), FilingState::Choose);
        m_store->write([&](Session& s) { return Transcripts(s).choose(id, QStringLiteral("p7"), noon + 3h); });
        due = waiting(noon + 3h);
        QCOMPARE(due.at(0).patient, QStringLiteral("p7"));
        m_store->write([&](Session& s) { return Transcripts(s).markFiled(due[0]); });
        QCOMPARE(filing(id), FilingState::Filed);
        QVERIFY(waiting(noon + 9h).empty());
        QVERIFY(!(**m_store)
                     .write([&](Session& s) { return Transcripts(s).choose(id, QStringLiteral("p8"), noon); })
                     .result());

        // Reopened, the second part goes on where the first ended.
        must(tryReopen(id, QStringLiteral("again")));
        must(tryClose(id, QStringLiteral("done"), noon + 10h));
        due = waiting(noon + 11h);
        QCOMPARE(due.size(), size_t(1));
        QCOMPARE(due[0].part, 2);
        QCOMPARE(due[0].from, noon + 30min);
    }

    void whatIsNoDoctorsIsNotFiled()
    {
        const auto id = raise(Urgency::Routine);
        must(tryClose(id, QStringLiteral("done")));
        QCOMPARE(filing(id), FilingState::None);
    }

    void consentIsAskedOnceForAWording()
    {
        const auto ask = [&](const QString& wording) {
            return m_store->write([&](Session& s) { return store::Consents(s).ask(m_conversation, wording, noon); });
        };
        const auto state = [&] {
            return m_store->read([&](Session& s) { return store::Consents(s).of(m_conversation); });
        };
        QCOMPARE(state().state, ConsentState::NotAsked);
        QVERIFY(ask(QStringLiteral("2026.1")));
        QVERIFY(!ask(QStringLiteral("2026.1")));
        QCOMPARE(state().state, ConsentState::Asked);
        m_store->write([&](Session& s) { return store::Consents(s).answer(m_conversation, true, noon + 1min); });
        QCOMPARE(state().state, ConsentState::Given);
        QCOMPARE(state().wording, QStringLiteral("2026.1"));
        QCOMPARE(*state().answeredAt, noon + 1min);
        QVERIFY(!ask(QStringLiteral("2026.1")));
        QVERIFY(ask(QStringLiteral("2026.2")));
        QCOMPARE(state().state, ConsentState::Asked);
    }

private:
    domain::EscalationId raise(Urgency urgency, base::Instant at = noon, base::Instant since = {},
                               std::optional<base::Instant> due = {})
    {
        domain::Escalation escalation;
        escalation.conversation = m_conversation;
        escalation.urgency = urgency;
        escalation.reason = QStringLiteral("triage.doctor");
        escalation.openedAt = at;
        escalation.since = since;
        escalation.dueAt = due;
        escalation.summary = QStringLiteral("my cheek is swollen");
        return m_store->write([&](Session& session) { return Escalations(session).open(escalation); });
    }
    template <typename Work>
    void write(Work work)
    {
        m_store->write([&](Session& session) {
            Escalations all(session);
            return work(all);
        });
    }
    Result<Done> tryClose(domain::EscalationId id, const QString& reason, base::Instant at = noon + 30min)
    {
        return (**m_store)
            .write([=](Session& s) { return Escalations(s).close(id, QStringLiteral("Noa"), reason, at); })
            .result();
    }
    Result<Done> tryReopen(domain::EscalationId id, const QString& reason)
    {
        return (**m_store)
            .write([=](Session& s) { return Escalations(s).reopen(id, QStringLiteral("Noa"), reason, noon + 40min); })
            .result();
    }
    domain::Escalation one(domain::EscalationId id)
    {
        return m_store->read([=](Session& session) { return Escalations(session).byId(id); });
    }
    QStringList story(domain::EscalationId id)
    {
        QStringList lines;
        for (const auto& event : m_store->read([=](Session& s) { return Escalations(s).eventsOf(id); })) {
            lines << event.kind + u'|' + event.by + u'|' + event.detail;
        }
        return lines;
    }
    FilingState filing(domain::EscalationId id)
    {
        return m_store->read([=](Session& session) { return Transcripts(session).stateOf(id); });
    }
    std::vector<store::Transcript> waiting(base::Instant now)
    {
        return m_store->read([=](Session& session) { return Transcripts(session).due(now, 10); });
    }

    test::Engines m_engines;
    std::unique_ptr<test::TestStore> m_store;
    domain::ConversationId m_conversation;
};

QTEST_GUILESS_MAIN(TestEscalations)
#include "test_escalations.moc"
