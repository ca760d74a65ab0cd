// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/decisions.h"
#include "store/engines.h"
#include "store/erasure.h"
#include "store/reviews.h"

using namespace delpek;
using namespace std::chrono_literals;
using domain::ConversationId;
using domain::DecisionId;
using domain::Review;
using domain::ReviewId;
using domain::ReviewOutcome;
using domain::TurnFault;
using domain::TurnReport;
using store::Reviews;
using store::Session;
using test::Engines;
using test::noon;
using test::TestStore;

/// Reports of turns in the database.
class TestReviews : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static DecisionId turn(TestStore& store, ConversationId conversation)
    {
        return store.write([=](Session& session) {
            domain::Decision decision;
            decision.conversation = conversation;
            decision.startedAt = noon;
            return store::Decisions(session).add(decision);
        });
    }

    static Review review(ConversationId conversation, DecisionId turn, const char* author = "Ruti")
    {
        return {{},          conversation,
                turn,        QString::fromUtf8(author),
                noon + 5min, {TurnFault::MissedUrgency, QStringLiteral("נפיחות"), QStringLiteral("to the doctor")},
                {}};
    }

    static Review add(TestStore& store, Review one)
    {
        one.id = store.write([one](Session& session) { return Reviews(session).add(one); });
        return one;
    }

    static void settle(TestStore& store, const Review& one, const std::optional<domain::ReviewSettlement>& how)
    {
        store.write([=](Session& session) { return Reviews(session).settle(one, how); });
    }

    static std::vector<Review> of(TestStore& store, ConversationId id)
    {
        return store.read([=](Session& session) { return Reviews(session).of(id); });
    }

    static std::vector<qint64> list(TestStore& store, const store::ReviewQuery& query)
    {
        std::vector<qint64> ids;
        for (const auto& one : store.read([&](Session& session) { return Reviews(session).list(query); })) {
            ids.push_back(one.id.value);
        }
        return ids;
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void whatIsReportedIsKept()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto first = add(store, review(id, turn(store, id)));
        const auto other = add(store, review(id, first.decision, "Dana"));
        QCOMPARE(of(store, id), (std::vector{first, other}));
        const auto again = store->write([=](Session& session) { return Reviews(session).add(first); }).result();
        QCOMPARE(again.error().code, ErrorCode::Conflict);
        QCOMPARE(again.error().key, QStringLiteral("review.already"));
        QCOMPARE(of(store, id).size(), size_t(2));
    }

    void itIsSettledAndOpenAgain()
    {
        auto store = open();
        const auto id = store.conversation().id;
        auto one = add(store, review(id, turn(store, id)));
        const domain::ReviewSettlement how{ReviewOutcome::CannotMend, QStringLiteral("Dana"), noon + 1h,
                                           QStringLiteral("a new rule")};
        settle(store, one, how);
        one.settled = how;
        QCOMPARE(of(store, id), std::vector{one});
        settle(store, one, {});
        one.settled.reset();
        QCOMPARE(of(store, id), std::vector{one});
        store.write([=](Session& session) { return Reviews(session).remove(one); });
        QVERIFY(of(store, id).empty());
        const auto gone = store->write([=](Session& session) { return Reviews(session).take(one.id); }).result();
        QCOMPARE(gone.error().key, QStringLiteral("review.gone"));
    }

    void openOnesStandFirstPageByPage()
    {
        auto store = open();
        const auto id = store.conversation().id;
        std::vector<Review> all;
        for (int i = 0; i < 7; ++i) {
            all.push_back(add(store, review(id, turn(store, id), i % 2 == 0 ? "Ruti" : "Dana")));
        }
        for (const int settled : {1, 4, 6}) {
            settle(store, all[size_t(settled)], domain::ReviewSettlement{});
        }
        const auto idOf = [&](size_t i) { return all[i].id.value; };
        const std::vector<qint64> order{idOf(5), idOf(3), idOf(2), idOf(0), idOf(6), idOf(4), idOf(1)};
        std::vector<qint64> read;
        store::ReviewQuery query;
        query.limit = 2;
        for (;;) {
            const auto page = store.read([&](Session& session) { return Reviews(session).list(query); });
            if (page.empty()) {
                break;
            }
            for (const auto& one : page) {
                read.push_back(one.id.value);
            }
            query.after = store::ReviewPlace{page.back().settled.has_value(), page.back().id};
        }
        QCOMPARE(read, order);
        QCOMPARE(list(store, {.settled = false}), (std::vector{idOf(5), idOf(3), idOf(2), idOf(0)}));
        QCOMPARE(list(store, {.settled = true}), (std::vector{idOf(6), idOf(4), idOf(1)}));
        QCOMPARE(list(store, {.author = QStringLiteral("Dana")}), (std::vector{idOf(5), idOf(3), idOf(1)}));
    }

    void whatWasBegunIsOfOnePerson()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto one = turn(store, id);
        const auto draft = [&](const char* who) {
            return store.read([&](Session& session) { return Reviews(session).draft(one, QLatin1String(who)); });
        };
        const auto save = [&](const char* who, const TurnReport& begun) {
            store.write(
                [&](Session& session) { return Reviews(session).saveDraft(one, id, QLatin1String(who), begun); });
        };
        QVERIFY(draft("Ruti").isEmpty());
        save("Ruti", {{}, QStringLiteral("half"), {}});
        const TurnReport whole{TurnFault::Tone, QStringLiteral("half a"), QStringLiteral("better")};
        save("Ruti", whole);
        QCOMPARE(draft("Ruti"), whole);
        QVERIFY(draft("Dana").isEmpty());
        save("Ruti", {});
        QVERIFY(draft("Ruti").isEmpty());
    }

    void anErasureTakesThemAway()
    {
        auto store = open();
        const auto id = store.conversation(QStringLiteral("gone")).id;
        const auto other = store.conversation(QStringLiteral("stays")).id;
        const auto one = add(store, review(id, turn(store, id)));
        const auto kept = add(store, review(other, turn(store, other)));
        store.write([=](Session& session) {
            return Reviews(session).saveDraft(one.decision, id, QStringLiteral("Dana"), {TurnFault::Tone, {}, {}});
        });
        store.write([=](Session& session) { return store::Erasure(session).erase(id); });
        QCOMPARE(list(store, {}), std::vector{kept.id.value});
        QVERIFY(
            store.read([&](Session& session) { return Reviews(session).draft(one.decision, QStringLiteral("Dana")); })
                .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestReviews)
#include "test_reviews.moc"
