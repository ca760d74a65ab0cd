// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/engines.h"

#include "desk/localpresence.h"

#include <mutex>

using namespace delpek;
using namespace std::chrono_literals;
using desk::Companion;
using desk::LocalPresence;
using domain::ConversationId;
using test::must;
using test::noon;
using test::TestStore;

/// Who is where at the desks of one clinic, on both engines.
class TestDeskPresence : public QObject
{
    Q_OBJECT

    test::Engines m_engines;

    struct Fixture {
        explicit Fixture(const QString& location)
            : store(location)
        {
            watching = store->subscribe([this](const std::vector<domain::Change>& changes) {
                const std::lock_guard lock(mutex);
                for (const auto& change : changes) {
                    told << (change.topic == domain::Topic::Presence ? QString::number(change.conversation)
                                                                     : QString());
                }
            });
        }
        ~Fixture() { watching.reset(); }

        std::vector<Companion> seenByRuti()
        {
            settle();
            return must(ruti.others().result());
        }
        /// What was said is written.
        void settle()
        {
            store.write([](store::Session&) -> Result<Done> { return Done{}; });
        }
        /// All that was told until now.
        QStringList takeTold()
        {
            settle();
            const std::lock_guard lock(mutex);
            QStringList all = std::exchange(told, {});
            all.removeAll(QString());
            return all;
        }

        std::mutex mutex;
        QStringList told;
        TestStore store;
        base::VirtualClock clock{noon};
        base::VirtualClock noasClock{noon + 3h}; ///< her machine's clock is wrong
        LocalPresence ruti{*store, clock, QStringLiteral("Ruti"), true};
        LocalPresence noa{*store, noasClock, QStringLiteral("Noa"), true};
        domain::Subscription watching;
    };

    std::unique_ptr<Fixture> open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return std::make_unique<Fixture>(m_engines.newLocation(postgres));
    }

    static Companion noaAt(qint64 id, bool isWriting = false)
    {
        return {QStringLiteral("Noa"), ConversationId{id}, isWriting};
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }

    void aColleagueIsSeenAndGoes()
    {
        auto f = open();
        QVERIFY(f->seenByRuti().empty());
        f->noa.be({7}, false);
        QCOMPARE(f->seenByRuti(), std::vector{noaAt(7)});
        f->noa.be({7}, true);
        QCOMPARE(f->seenByRuti(), std::vector{noaAt(7, true)});
        f->noa.be({8}, false);
        QCOMPARE(f->seenByRuti(), std::vector{noaAt(8)});
        f->noa.leave();
        QVERIFY(f->seenByRuti().empty());
    }

    void nobodyIsACompanionOfOneself()
    {
        auto f = open();
        f->ruti.be({7}, true);
        QVERIFY(f->seenByRuti().empty());
    }

    void whoFallsSilentIsGone()
    {
        auto f = open();
        f->noa.be({7}, false);
        QCOMPARE(f->seenByRuti().size(), 1u);
        f->clock.advance(44s);
        QCOMPARE(f->seenByRuti().size(), 1u);
        f->noa.be({7}, false); // still there
        QCOMPARE(f->seenByRuti().size(), 1u);
        f->clock.advance(44s);
        QCOMPARE(f->seenByRuti().size(), 1u);
        f->clock.advance(2s); // her machine lost its power
        QVERIFY(f->seenByRuti().empty());
        f->noa.be({7}, false);
        QCOMPARE(f->seenByRuti().size(), 1u);
    }

    void onlyChangesAreTold()
    {
        auto f = open();
        f->takeTold();
        f->noa.be({7}, false);
        QStringList told;
        // A server tells on its own time.
        const auto heard = [&](qsizetype count) {
            return QTest::qWaitFor([&] { return (told += f->takeTold()).size() >= count; });
        };
        QVERIFY(heard(1));
        f->noa.be({7}, false); // the same said again
        f->noa.be({8}, false);
        QVERIFY(heard(3));
        told.sort();
        QCOMPARE(told, (QStringList{QStringLiteral("7"), QStringLiteral("7"), QStringLiteral("8")}));
        f->noa.leave();
        QVERIFY(heard(4));
        f->noa.leave();
        QTest::qWait(50);
        told += f->takeTold();
        QCOMPARE(told.size(), 4);
    }

    void whatADeskLeftThatEndedBadlyIsSwept()
    {
        auto f = open();
        f->ruti.be({7}, false);
        f->noasClock.advance(48h);
        f->noa.be({8}, false);
        f->settle();
        const auto rows = f->store.read([](store::Session& session) { return store::Presence(session).all(); });
        QCOMPARE(rows.size(), 1u);
        QCOMPARE(rows.front().staff, QStringLiteral("Noa"));
    }
};

QTEST_GUILESS_MAIN(TestDeskPresence)
#include "test_deskpresence.moc"
