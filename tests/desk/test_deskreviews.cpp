// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"

#include "agent/mind.h"
#include "desk/localsignin.h"
#include "desk/reviews.h"
#include "desk/signeddesk.h"
#include "desk/turnreplay.h"
#include "secrets/pin.h"
#include "store/auditlog.h"
#include "store/decisions.h"
#include "support/paths.h"

#include <QFile>

using namespace delpek;
using namespace std::chrono_literals;
using desk::ReviewRequest;
using domain::ConversationId;
using domain::DecisionId;
using domain::Review;
using domain::ReviewId;
using domain::ReviewOutcome;
using domain::Role;
using domain::TurnFault;
using domain::TurnReport;
using store::Session;
using test::must;
using test::noon;

namespace
{

TurnReport report(TurnFault fault, const char* words = "")
{
    return {fault, QString::fromUtf8(words), {}};
}

} // namespace

/// Reports of turns at a desk on a real store, on both engines, and a turn that is run again.
class TestDeskReviews : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;

    void start(desk::Means means = {})
    {
        QFETCH_GLOBAL(bool, postgres);
        openAt(m_engines.newLocation(postgres), std::move(means));
        m_dana =
            std::make_unique<desk::LocalDesk>(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Dana")});
    }

    desk::Reviews& reviews() { return m_desk->reviews(); }
    desk::Reviews& danas() { return m_dana->reviews(); }

    /// A turn of Alex that answered the last message of the conversation.
    DecisionId turn(ConversationId id, const char* said = "Thursday at nine?")
    {
        return m_store->write([=](Session& session) -> Result<DecisionId> {
            const auto conversation = store::Conversations(session).find(id);
            if (!conversation) {
                return fail(conversation.error());
            }
            domain::Decision decision;
            decision.conversation = id;
            decision.startedAt = noon;
            decision.agent = QStringLiteral("Alex");
            decision.outcome = domain::Outcome::Replied;
            decision.burst = {conversation->lastMessage};
            const auto added = store::Decisions(session).add(decision);
            if (!added) {
                return added;
            }
            domain::Message answer;
            answer.conversation = id;
            answer.author = domain::AuthorKind::Agent;
            answer.text = QString::fromUtf8(said);
            answer.decision = *added;
            answer.createdAt = answer.sentAt = noon;
            return store::Messages(session).add(answer).map([&](const auto&) { return *added; });
        });
    }

    QStringList log()
    {
        QStringList lines;
        for (const auto& entry :
             m_store->read([](Session& session) { return store::AuditLog(session).after(0, 200); })) {
            if (entry.action.startsWith(QLatin1String("review."))) {
                lines << QStringList{entry.actor, entry.action, entry.subject, entry.detail}
                             .join(QLatin1Char(' '))
                             .trimmed();
            }
        }
        return lines;
    }

    std::vector<Review> of(ConversationId id) { return must(reviews().of(id).result()); }

    std::unique_ptr<desk::LocalDesk> m_dana;

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void cleanup()
    {
        m_dana.reset();
        close();
    }

    void whoAndWhenAndWhatIsKept()
    {
        start();
        const auto id = patient();
        const auto one = turn(id);
        m_clock->advance(5min);
        must(reviews().saveDraft(one, report(TurnFault::Tone, "half")).result());
        const TurnReport whole{TurnFault::Untrue, QStringLiteral("  We are closed on Fridays \n"),
                               QStringLiteral(" Closed ")};
        const auto added = must(reviews().report(one, whole).result());
        const Review expected{
            added,       id,
            one,         QStringLiteral("Ruti"),
            noon + 5min, {TurnFault::Untrue, QStringLiteral("We are closed on Fridays"), QStringLiteral("Closed")},
            {}};
        QCOMPARE(of(id), std::vector{expected});
        QVERIFY2(must(reviews().draft(one).result()).isEmpty(), "what was reported is no draft any more");
        QCOMPARE(reviews().report(one, whole).result().error().key, QStringLiteral("review.already"));
        must(danas().report(one, report(TurnFault::Tone)).result());
        QCOMPARE(of(id).size(), size_t(2));
        QCOMPARE(log().first(),
                 QStringLiteral("Ruti review.reported conversation:%1 review:%2").arg(id.value).arg(added.value));
        QVERIFY2(!log().join(QLatin1Char(' ')).contains(QStringLiteral("closed")), "no words in the log");
    }

    void itCallsNobody()
    {
        start();
        const auto id = patient();
        const auto before = m_store->reload(id);
        must(reviews().report(turn(id), report(TurnFault::MissedUrgency)).result());
        const auto after = m_store->reload(id);
        QVERIFY(must(m_desk->openEscalations().result()).empty());
        QVERIFY(after.urgency == before.urgency && after.epoch == before.epoch && after.holder == before.holder);
    }

    void whatCannotBeReported_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("words");
        QTest::newRow("no kind") << QStringLiteral("review.noKind") << -1 << QStringLiteral("x");
        QTest::newRow("other, without words")
            << QStringLiteral("review.noWords") << int(TurnFault::Other) << QStringLiteral(" \n ");
        QTest::newRow("too long") << QStringLiteral("review.tooLong") << int(TurnFault::Tone)
                                  << QString(domain::maxReviewWords + 1, QLatin1Char('x'));
    }
    void whatCannotBeReported()
    {
        QFETCH(int, fault);
        QFETCH(QString, words);
        start();
        const auto id = patient();
        TurnReport wrong;
        if (fault >= 0) {
            wrong.fault = TurnFault(fault);
        }
        wrong.words = words;
        const auto one = turn(id);
        const auto refused = reviews().report(one, wrong).result();
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QTEST(refused.error().key, "key");
        QVERIFY(of(id).empty());
        QCOMPARE(reviews().report({99}, report(TurnFault::Tone)).result().error().code, ErrorCode::NotFound);
    }

    void onlyItsAuthorTakesItBackWhileItIsOpen()
    {
        start();
        const auto id = patient();
        const auto mine = must(reviews().report(turn(id), report(TurnFault::Tone)).result());
        QCOMPARE(danas().takeBack(mine).result().error().key, QStringLiteral("review.notYours"));
        must(danas().settle(mine, ReviewOutcome::WasRight, QStringLiteral(" as it should be ")).result());
        QCOMPARE(reviews().takeBack(mine).result().error().key, QStringLiteral("review.settled"));
        QCOMPARE(danas().settle(mine, ReviewOutcome::Mended, {}).result().error().key,
                 QStringLiteral("review.settled"));
        const auto settled = of(id).front().settled;
        QVERIFY(settled && settled->outcome == ReviewOutcome::WasRight);
        QCOMPARE(settled->by, QStringLiteral("Dana"));
        QCOMPARE(settled->words, QStringLiteral("as it should be"));
        must(danas().reopen(mine).result());
        QCOMPARE(danas().reopen(mine).result().error().key, QStringLiteral("review.open"));
        must(reviews().takeBack(mine).result());
        QVERIFY(of(id).empty());
        QCOMPARE(reviews().takeBack(mine).result().error().key, QStringLiteral("review.gone"));
        QStringList actions;
        for (const auto& line : log()) {
            actions << line.section(QLatin1Char(' '), 0, 1);
        }
        QCOMPARE(actions,
                 (QStringList{QStringLiteral("Ruti review.reported"), QStringLiteral("Dana review.settled"),
                              QStringLiteral("Dana review.reopened"), QStringLiteral("Ruti review.takenBack")}));
    }

    void theListIsReadPageByPage()
    {
        start();
        const auto id = patient();
        std::vector<ReviewId> added;
        for (int i = 0; i < 5; ++i) {
            auto& who = i % 2 == 0 ? reviews() : danas();
            added.push_back(must(who.report(turn(id), report(TurnFault::Tone)).result()));
        }
        must(danas().settle(added[4], ReviewOutcome::Mended, {}).result());
        ReviewRequest request;
        request.limit = 2;
        std::vector<ReviewId> read;
        for (int pages = 0; pages < 4; ++pages) {
            const auto page = must(danas().page(request).result());
            for (const auto& row : page.rows) {
                read.push_back(row.review.id);
                QCOMPARE(row.conversation.id, id);
                QVERIFY(row.outcome == domain::Outcome::Replied && row.turnAt == noon);
            }
            if (!page.next) {
                break;
            }
            request.after = page.next;
        }
        QCOMPARE(read, (std::vector{added[3], added[2], added[1], added[0], added[4]}));
        const auto own = must(danas().page({.settled = false, .ownOnly = true}).result());
        QCOMPARE(own.rows.size(), size_t(2));
    }

    void theTurnTellsWhatWasSaid()
    {
        start();
        const auto id = patient();
        const auto one = turn(id, "We are open on Fridays.");
        const auto read = must(reviews().turn(id, one).result());
        QCOMPARE(read.asked, QStringList{QStringLiteral("Hello")});
        QCOMPARE(read.said, QStringList{QStringLiteral("We are open on Fridays.")});
        QCOMPARE(read.decision.id, one);
        const auto other = patient(QStringLiteral("972541111111"));
        QCOMPARE(reviews().turn(other, one).result().error().code, ErrorCode::NotFound);
    }

    void itIsToldToTheOtherDesks()
    {
        start();
        const auto id = patient();
        const auto one = turn(id);
        std::mutex mutex;
        std::vector<domain::Change> heard;
        const auto subscription = m_dana->subscribe([&](const auto& changes) {
            const std::lock_guard lock(mutex);
            heard.insert(heard.end(), changes.begin(), changes.end());
        });
        const auto added = must(reviews().report(one, report(TurnFault::Tone)).result());
        QTRY_VERIFY([&] {
            const std::lock_guard lock(mutex);
            return std::ranges::find(heard, domain::Change{domain::Topic::Review, added.value, id.value}) !=
                   heard.end();
        }());
    }

    void eachRoleMayWhatItMay()
    {
        start();
        const auto id = patient();
        const QString hash = must(secrets::hashPin(QStringLiteral("274851")));
        const auto hire = [&](const char* name, Role role) {
            domain::StaffMember member;
            member.name = QLatin1String(name);
            member.role = role;
            return m_store->write([&](Session& session) {
                store::Staff staff(session);
                return staff.add(member).and_then(
                    [&](domain::StaffId added) { return staff.setPin(added, hash).map([=](Done) { return added; }); });
            });
        };
        const auto admin = hire("Adi", Role::Admin);
        const auto doctor = hire("Dr. Levi", Role::Doctor);
        const auto receptionist = hire("Rivka", Role::Receptionist);
        const auto auditor = hire("Noa", Role::Auditor);
        m_store->write([](Session& session) { return desk::setSignInRules(session, {true, 10min}); });
        const auto signIn = must(desk::LocalSignIn::open(**m_store, *m_clock, QStringLiteral("Front desk")));
        desk::StaffDesks desks(**m_store, *m_records, *m_clock, QStringLiteral("IL"), {});
        desk::SignedDesk desk(**m_store, *m_clock, *signIn, desks, desks.of(QStringLiteral("Front desk")));
        auto& signedReviews = desk.reviews();
        const auto enter = [&](domain::StaffId who) { must(signIn->signIn(who, QStringLiteral("274851")).result()); };
        const auto code = [](const auto& result) { return result ? ErrorCode::Internal : result.error().code; };
        const auto one = turn(id);

        QCOMPARE(code(signedReviews.of(id).result()), ErrorCode::Unauthorised);
        const auto others = must(danas().report(one, report(TurnFault::Tone)).result());
        enter(receptionist);
        const auto mine = must(signedReviews.report(one, report(TurnFault::Untrue)).result());
        const auto own = must(signedReviews.page({}).result());
        QCOMPARE(own.rows.size(), size_t(1));
        QCOMPARE(own.rows[0].review.id, mine);
        QCOMPARE(must(signedReviews.exported({}).result()).rows.size(), size_t(1));
        QCOMPARE(code(signedReviews.settle(mine, ReviewOutcome::Mended, {}).result()), ErrorCode::Forbidden);
        QCOMPARE(code(signedReviews.reopen(mine).result()), ErrorCode::Forbidden);
        QCOMPARE(code(signedReviews.takeBack(others).result()), ErrorCode::Forbidden);
        // What was being written when the window locked is kept.
        const auto second = turn(id);
        signIn->lock();
        must(signedReviews.saveDraft(second, report(TurnFault::Tone, "half")).result());
        QCOMPARE(code(signedReviews.report(second, report(TurnFault::Tone)).result()), ErrorCode::Unauthorised);

        enter(auditor);
        QVERIFY2(must(signedReviews.page({}).result()).rows.empty(), "one's own are none");
        QCOMPARE(code(signedReviews.report(second, report(TurnFault::Tone)).result()), ErrorCode::Forbidden);
        QCOMPARE(code(signedReviews.settle(mine, ReviewOutcome::Mended, {}).result()), ErrorCode::Forbidden);

        enter(doctor);
        QVERIFY(must(signedReviews.draft(second).result()).isEmpty());
        QCOMPARE(must(signedReviews.page({}).result()).rows.size(), size_t(2));
        must(signedReviews.settle(mine, ReviewOutcome::Mended, {}).result());
        must(signedReviews.reopen(mine).result());
        enter(admin);
        QCOMPARE(must(signedReviews.exported({}).result()).rows.size(), size_t(2));
        must(signedReviews.settle(others, ReviewOutcome::CannotMend, {}).result());
        QVERIFY(!signedReviews.canReplay());
        QCOMPARE(code(signedReviews.replay(one).result()), ErrorCode::Unsupported);

        m_store->write([](Session&) { return Result<Done>(Done{}); });
        const auto lines = log();
        QVERIFY(lines.contains(QStringLiteral("Rivka review.listed reviews")));
        QVERIFY(lines.contains(QStringLiteral("Adi review.exported reviews")));
        QVERIFY(lines.contains(
            QStringLiteral("Dr. Levi review.settled conversation:%1 review:%2").arg(id.value).arg(mine.value)));
    }

    void aRealTurnIsRunAgain()
    {
        auto mind = must(agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex")));
        int loaded = 0;
        desk::TurnReplay replay(
            [&] {
                ++loaded;
                return agent::Mind::load(QStringLiteral(":/delpek"), QStringLiteral("alex"));
            },
            {});
        desk::Means means;
        means.replay = &replay;
        start(std::move(means));
        QFile file(test::sourcePath("resources/demo/clinic.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        auto& book = static_cast<clinic::BuiltinRecords&>(*m_records);
        must(book.import(must(clinic::parseClinicFile(file.readAll()))).result());
        const auto id = patient();
        agent::TurnRunner runner({*m_clock, book, *mind.understander, *mind.triage, *mind.guard, *mind.brain, mind.team,
                                  mind.escalations.get(), mind.roster.get()});
        base::Json dialogue;
        std::vector<DecisionId> turns;
        for (const char* words : {"What are your opening hours?", "How much is a filling?"}) {
            const auto message = m_store->message(id, domain::AuthorKind::Patient, QString::fromUtf8(words));
            agent::TurnInput input;
            input.conversation = m_store->reload(id);
            input.burst = {m_store->message(message)};
            input.history = m_store->read(
                [=](Session& session) { return store::Messages(session).before(id, message, agent::turnHistory); });
            input.dialogue = dialogue;
            auto result = runner.run(input, [](const auto&, const auto&) { return Result<Done>(Done{}); }, {});
            result.decision.conversation = id;
            result.decision.dialogueBefore = dialogue;
            dialogue = result.dialogue;
            turns.push_back(
                m_store->write([&](Session& session) { return store::Decisions(session).add(result.decision); }));
            for (const auto& reply : result.replies) {
                m_store->write([&](Session& session) {
                    domain::Message said;
                    said.conversation = id;
                    said.author = domain::AuthorKind::Agent;
                    said.text = reply.reply.text;
                    said.decision = turns.back();
                    said.createdAt = said.sentAt = noon;
                    return store::Messages(session).add(said);
                });
            }
        }
        const auto messages = must(m_desk->threadBefore(id, {}, 50).result()).messages.size();
        QVERIFY(reviews().canReplay());
        QCOMPARE(loaded, 0);
        // The second one names the clinic's facts that stand in the first.
        for (const auto one : {turns[1], turns[0]}) {
            const auto replayed = must(reviews().replay(one).result());
            QCOMPARE(replayed.skipped, QString());
            QVERIFY2(replayed.differences().isEmpty(), qPrintable(replayed.differences().join(QLatin1Char(' '))));
            QVERIFY(!replayed.then.said.isEmpty());
            QVERIFY(!replayed.otherBrain);
        }
        QCOMPARE(loaded, 1);
        QCOMPARE(must(m_desk->threadBefore(id, {}, 50).result()).messages.size(), messages);
        QCOMPARE(must(m_desk->decisions(id, {}, 10).result()).size(), size_t(2));
        // A turn of which nothing was recorded says so.
        QCOMPARE(must(reviews().replay(turn(id)).result()).skipped, QStringLiteral("replay.notRecorded"));
        QCOMPARE(reviews().replay({99}).result().error().code, ErrorCode::NotFound);
        QCOMPARE(danas().replay(turns[0]).result().error().key, QStringLiteral("replay.noEngine"));
        m_dana.reset();
        close();
    }

    void withoutAMindItSaysWhy()
    {
        desk::TurnReplay replay(
            [] { return Result<agent::Mind>(fail(ErrorCode::NotFound, QStringLiteral("no team"))); }, {});
        desk::Means means;
        means.replay = &replay;
        start(std::move(means));
        const auto one = turn(patient());
        QCOMPARE(reviews().replay(one).result().error().code, ErrorCode::NotFound);
        m_dana.reset();
        close();
    }
};

QTEST_GUILESS_MAIN(TestDeskReviews)
#include "test_deskreviews.moc"
