// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/faultyrecords.h"
#include "desk/channelstate.h"
#include "desk/rutisdesk.h"
#include "domain/localtime.h"
#include "store/modelspend.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;

/// Figures and health as a desk reads them.
class TestDeskInsights : public QObject, private RutisDesk
{
    Q_OBJECT

    desk::InsightsReport report(QDate first, QDate last, std::optional<ChannelKind> channel = {})
    {
        return must(m_desk->insights().report({first, last, channel}).result());
    }
    desk::Health health() { return must(m_desk->insights().health().result()); }
    QDate today() { return domain::toLocal(m_clock->now(), m_desk->zone()).date; }

private Q_SLOTS:
    void cleanup() { close(); }

    void daysAreThoseOfTheClinic()
    {
        open();
        patient();
        m_clock->advance(24h);
        patient(QStringLiteral("972541111111"));
        patient(QStringLiteral("visitor"), {}, ChannelKind::WebChat);
        const auto all = report(today().addDays(-1), today());
        QCOMPARE(all.channels.size(), size_t(3));
        QCOMPARE(all.days.size(), size_t(2));
        QCOMPARE(all.channels[0].day, today().addDays(-1));
        QVERIFY(all.channels[2].channel == ChannelKind::WebChat);
        QCOMPARE(all.total.conversations, 3);
        QCOMPARE(all.total.newConversations, 3);
        QVERIFY(all.asOf == m_clock->now());
        QCOMPARE(report(today(), today(), ChannelKind::WebChat).total.patientMessages, 1);
    }

    void aRangeThatIsNoneIsRefused_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("taken");
        QTest::newRow("none") << 0 << false;
        QTest::newRow("one") << 1 << true;
        QTest::newRow("a leap year") << desk::longestInsights << true;
        QTest::newRow("more") << desk::longestInsights + 1 << false;
    }
    void aRangeThatIsNoneIsRefused()
    {
        QFETCH(int, days);
        QFETCH(bool, taken);
        open();
        const auto found = m_desk->insights().report({today().addDays(1 - days), today(), {}}).result();
        QCOMPARE(found.has_value(), taken);
        QVERIFY(taken || found.error().code == ErrorCode::InvalidInput);
    }

    void healthNamesWhatStandsInTheWay()
    {
        desk::Means means;
        means.budget = {QStringLiteral("USD"), {0, 5'000'000}};
        open(std::move(means));
        const auto id = patient();
        queue(id, Fence::None);
        m_store->write([](Session& session) {
            return desk::noteChannelState(session, ChannelKind::WhatsApp, QStringLiteral("clinic"),
                                          QStringLiteral("channel.token"));
        });
        m_store->write([now = m_clock->now()](Session& session) {
            return store::ModelSpend(session).reserve({1}, QStringLiteral("model"), {700, 90}, {}, now - 25h);
        });
        m_store->write([now = m_clock->now()](Session& session) {
            return store::ModelSpend(session).reserve({1}, QStringLiteral("model"), {400, 60}, {}, now - 1h);
        });
        const auto seen = health();
        QCOMPARE(seen.inbox, 0);
        QCOMPARE(seen.outbox, 1);
        QCOMPARE(seen.accounts.size(), size_t(1));
        QCOMPARE(seen.accounts[0].fault, QStringLiteral("channel.token"));
        QVERIFY(!seen.accounts[0].sends);
        QVERIFY(seen.accounts[0].lastReceived == noon);
        QVERIFY(!seen.recordsError && !seen.recordsAsOf);
        QCOMPARE(seen.cost, 60);
        QCOMPARE(seen.tokens, 400);
        QCOMPARE(seen.costLimit, 5'000'000);
        QCOMPARE(seen.currency, QStringLiteral("USD"));
    }

    void recordsThatAreAwayAreSaid()
    {
        open();
        const auto away = [] {
            return std::optional(Error{ErrorCode::Unavailable, QStringLiteral("clinic.away"), {}});
        };
        clinic::FaultyRecords records(*m_records, away);
        desk::LocalInsights insights(**m_store, records, *m_clock, [] { return QTimeZone::utc(); }, {});
        const auto seen = must(insights.health().result());
        QVERIFY(seen.recordsError && seen.recordsError->code == ErrorCode::Unavailable);
    }
};

QTEST_GUILESS_MAIN(TestDeskInsights)
#include "test_deskinsights.moc"
