// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "node/deliveryreport.h"
#include "store/earlyreports.h"
#include "store/escalations.h"
#include "store/outbox.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using domain::DeliveryState;
using store::Session;
using test::noon;

namespace
{

const QString providerId = QStringLiteral("3EB0F1");

domain::DeliveryReported report(DeliveryState state, const QString& id = providerId)
{
    domain::DeliveryReported report;
    report.channel = domain::ChannelKind::WhatsApp;
    report.account = QStringLiteral("clinic");
    report.providerId = id;
    report.state = state;
    report.at = noon;
    report.errorKey = state == DeliveryState::Failed ? QStringLiteral("send.rejected") : QString();
    return report;
}

} // namespace

/// What a provider says of our messages, in whatever order its word and its receipt come.
class TestReports : public QObject
{
    Q_OBJECT

    test::Engines m_engines;
    std::unique_ptr<test::TestStore> m_store;
    store::OutboxRow m_row;

    void say(const domain::DeliveryReported& report, base::Instant now = noon)
    {
        m_store->write([=](Session& session) { return node::applyReport(session, report, now); });
    }

    /// As the dispatcher records it.
    void receive(const QString& id = providerId)
    {
        m_store->write([=, this](Session& session) {
            return store::Outbox(session).markSent(m_row.id, id).and_then([&](Done) {
                return node::applyEarlyReports(session, m_row.message, noon);
            });
        });
    }

    DeliveryState state()
    {
        return m_store->read([this](Session& session) { return store::Messages(session).find(m_row.message); })
            .delivery;
    }

    QStringList escalations()
    {
        QStringList reasons;
        for (const auto& one : m_store->read(
                 [this](Session& session) { return store::Escalations(session).ofConversation(m_row.conversation); })) {
            reasons << one.reason;
        }
        return reasons;
    }

    size_t kept(const QString& id = providerId)
    {
        return m_store
            ->write([id](Session& session) {
                return store::EarlyReports(session).take(domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), id);
            })
            .size();
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        m_store = std::make_unique<test::TestStore>(m_engines.newLocation(postgres));
        const auto conversation = m_store->conversation().id;
        m_row = {};
        m_row.conversation = conversation;
        m_row.message = m_store->message(conversation, domain::AuthorKind::Agent, QStringLiteral("text"));
        m_row.epoch = m_store->reload(conversation).epoch;
        m_row.fence = store::Fence::Agent;
        m_row.reference = QStringLiteral("ref-1");
        m_row.nextAttempt = noon;
        m_row.id = m_store->write([this](Session& session) { return store::Outbox(session).add(m_row); });
        m_store->write([this](Session& session) { return store::Outbox(session).claim(m_row.id, noon); });
    }
    void cleanup() { m_store.reset(); }

    void aFailureBeforeTheReceiptIsNotLost()
    {
        say(report(DeliveryState::Failed));
        QCOMPARE(state(), DeliveryState::Sending);
        receive();
        QCOMPARE(state(), DeliveryState::Failed);
        QCOMPARE(escalations(), QStringList{QStringLiteral("send.rejected")});
        QCOMPARE(m_store->reload(m_row.conversation).holder.kind, domain::HolderKind::Nobody);
        QCOMPARE(kept(), size_t(0));
    }

    void theFurthestWordBeforeTheReceiptCounts_data()
    {
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("in order") << QList<int>{int(DeliveryState::Sent), int(DeliveryState::Delivered),
                                                int(DeliveryState::Read)};
        QTest::newRow("the last first") << QList<int>{int(DeliveryState::Read), int(DeliveryState::Delivered),
                                                      int(DeliveryState::Sent)};
        QTest::newRow("twice") << QList<int>{int(DeliveryState::Read), int(DeliveryState::Read)};
    }
    void theFurthestWordBeforeTheReceiptCounts()
    {
        QFETCH(QList<int>, order);
        for (const int state : order) {
            say(report(DeliveryState(state)));
        }
        receive();
        QCOMPARE(state(), DeliveryState::Read);
        QVERIFY(escalations().isEmpty());
    }

    void afterTheReceiptItCountsAtOnce()
    {
        receive();
        say(report(DeliveryState::Delivered));
        QCOMPARE(state(), DeliveryState::Delivered);
        QCOMPARE(kept(), size_t(0));
    }

    void othersAreNotMixedIn()
    {
        auto elsewhere = report(DeliveryState::Failed);
        elsewhere.account = QStringLiteral("branch");
        say(elsewhere);
        say(report(DeliveryState::Failed, QStringLiteral("3EB0F2")));
        receive();
        QCOMPARE(state(), DeliveryState::Sent);
        QCOMPARE(kept(QStringLiteral("3EB0F2")), size_t(1));
    }

    void whatNobodySentIsForgottenAfterADay()
    {
        say(report(DeliveryState::Read, QStringLiteral("3EB0F2")));
        say(report(DeliveryState::Read, QStringLiteral("3EB0F3")), noon + 23h);
        say(report(DeliveryState::Read, QStringLiteral("3EB0F4")), noon + 24h + 1ms);
        QCOMPARE(kept(QStringLiteral("3EB0F2")), size_t(0));
        QCOMPARE(kept(QStringLiteral("3EB0F3")), size_t(1));
        QCOMPARE(kept(QStringLiteral("3EB0F4")), size_t(1));
    }

    /// Two processes on one PostgreSQL: one records the receipt while the other hears of the failure. Whichever commits
    /// first, the message ends as failed.
    void twoProcessesLoseNothing()
    {
        QFETCH_GLOBAL(bool, postgres);
        if (!postgres) {
            return; // one process owns the file
        }
        for (int i = 0; i < 40; ++i) {
            init();
            const auto location = m_store->location();
            test::TestStore other(location);
            auto receipt = (*m_store)->write([this](Session& session) {
                return store::Outbox(session).markSent(m_row.id, providerId).and_then([&](Done) {
                    return node::applyEarlyReports(session, m_row.message, noon);
                });
            });
            auto word = other->write(
                [](Session& session) { return node::applyReport(session, report(DeliveryState::Failed), noon); });
            QVERIFY(receipt.result());
            QVERIFY(word.result());
            QCOMPARE(state(), DeliveryState::Failed);
            QCOMPARE(escalations().size(), 1);
        }
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "test_reports.moc"
