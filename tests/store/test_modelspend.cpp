// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/modelspend.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using store::ModelSpend;
using store::Session;
using store::Spend;
using store::SpendLimits;

/// What language models cost is never counted too low.
class TestModelSpend : public QObject
{
    Q_OBJECT

    Engines m_engines;
    const domain::ConversationId m_one{1};
    const domain::ConversationId m_two{2};

    static qint64 reserve(TestStore& store, domain::ConversationId who, const Spend& most, const SpendLimits& limits,
                          base::Instant now)
    {
        return store.write([=](Session& session) -> Result<qint64> {
            const auto row = ModelSpend(session).reserve(who, QStringLiteral("model-x"), most, limits, now);
            if (!row && row.error().key == QLatin1String("llm.budget")) {
                return qint64(0);
            }
            return row;
        });
    }
    static Spend spent(TestStore& store, std::optional<domain::ConversationId> who = std::nullopt)
    {
        return store.read([=](Session& session) { return ModelSpend(session).spentSince(noon - 1h, who); });
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void whatIsReservedCountsUntilItIsSettled()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const qint64 row = reserve(store, m_one, {900, 50}, {}, noon);
        QVERIFY(row > 0);
        QCOMPARE(spent(store).tokens, 900);
        store.write([row](Session& session) { return ModelSpend(session).settle(row, {120, 7}); });
        QCOMPARE(spent(store).tokens, 120);
        QCOMPARE(spent(store).cost, 7);
        QCOMPARE(spent(store, m_two).tokens, 0);
    }

    void aBudgetIsNotPassed()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const SpendLimits limits{{1000, 0}, {1500, 0}};
        QVERIFY(reserve(store, m_one, {600, 0}, limits, noon) > 0);
        QCOMPARE(reserve(store, m_one, {401, 0}, limits, noon), 0);
        QVERIFY(reserve(store, m_one, {400, 0}, limits, noon) > 0);
        QCOMPARE(reserve(store, m_two, {501, 0}, limits, noon), 0);
        QVERIFY(reserve(store, m_two, {500, 0}, limits, noon) > 0);
        // A day later it is there again.
        QVERIFY(reserve(store, m_one, {1000, 0}, limits, noon + 24h) > 0);
    }

    void moneyHasItsOwnBudget()
    {
        QFETCH_GLOBAL(bool, postgres);
        TestStore store(m_engines.newLocation(postgres));
        const SpendLimits limits{{0, 100}, {0, 0}};
        QVERIFY(reserve(store, m_one, {1'000'000, 100}, limits, noon) > 0);
        QCOMPARE(reserve(store, m_one, {1, 1}, limits, noon), 0);
    }
};

QTEST_GUILESS_MAIN(TestModelSpend)
#include "test_modelspend.moc"
