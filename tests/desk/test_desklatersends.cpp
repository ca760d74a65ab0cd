// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/rutisdesk.h"
#include "desk/sorting.h"

#include "desk/latersending.h"
#include "desk/latersends.h"
#include "store/auditlog.h"
#include "store/staff.h"

#include <functional>

using namespace delpek;
using namespace std::chrono_literals;
using desk::LaterFacts;
using domain::ConversationId;
using domain::HolderKind;
using domain::LaterSend;
using store::Session;
using test::AuthorKind;
using test::ChannelKind;
using test::LocalDesk;
using test::must;
using test::OutboxState;

/// Messages for later on a real store, on both engines: what is planned, what goes out, and what must not.
class TestDeskLaterSends : public QObject, private test::RutisDesk
{
    Q_OBJECT

    test::Engines m_engines;

    desk::LaterSends& later() { return m_desk->laterSends(); }
    std::vector<LaterSend> planned(ConversationId id) { return must(later().of(id).result()); }
    LaterSend plan(ConversationId id, const char* text, base::Duration ahead)
    {
        const auto made = must(later().plan(id, QString::fromUtf8(text), m_clock->now() + ahead).result());
        const auto all = planned(id);
        return *std::ranges::find(all, made, &LaterSend::id);
    }
    /// What an engine does when something may be due.
    bool sendDue()
    {
        desk::StaffSend means;
        return m_store->write([&](Session& session) { return desk::sendFirstDue(session, means, m_clock->now()); });
    }
    std::vector<domain::Message> sent(ConversationId id)
    {
        auto all = must(m_desk->threadBefore(id, {}, 50).result()).messages;
        std::erase_if(all, [](const auto& message) { return message.author == AuthorKind::Patient; });
        return all;
    }
    QString refused(ConversationId id, const QString& text, base::Duration ahead)
    {
        const auto made = later().plan(id, text, m_clock->now() + ahead).result();
        return made ? QStringLiteral("taken") : made.error().key;
    }

private Q_SLOTS:
    void initTestCase_data() { test::eachEngine(); }
    void init()
    {
        QFETCH_GLOBAL(bool, postgres);
        openAt(m_engines.newLocation(postgres));
    }
    void cleanup() { close(); }

    /// The decision, alone.
    void whatMustNotGoOut()
    {
        struct Case {
            const char* name;
            std::function<void(LaterSend&, LaterFacts&, base::Instant&)> spoil;
            const char* key;
        };
        const std::vector<Case> cases{
            {"nothing happened", [](auto&, auto&, auto&) {}, ""},
            {"a little late", [](auto&, auto&, auto& now) { now += 15min; }, ""},
            {"too late", [](auto&, auto&, auto& now) { now += 15min + 1s; }, "later.late"},
            {"the patient wrote", [](auto&, auto& facts, auto&) { ++facts.heard; }, "later.patientWrote"},
            {"an escalation", [](auto&, auto& facts, auto&) { facts.escalation = {3}; }, "later.escalation"},
            {"it was open by then",
             [](auto& planned, auto& facts, auto&) { planned.escalation = facts.escalation = {3}; }, ""},
            {"it was closed since", [](auto& planned, auto&, auto&) { planned.escalation = {3}; }, ""},
            {"the author has left", [](auto&, auto& facts, auto&) { facts.mayWrite = false; }, "later.author"},
            {"another person",
             [](auto&, auto& facts, auto&) { facts.conversation.holder.name = QStringLiteral("Dana"); },
             "later.holder"},
            {"the doctor", [](auto&, auto& facts, auto&) { facts.conversation.holder.kind = HolderKind::Doctor; },
             "later.holder"},
            {"the agent",
             [](auto&, auto& facts, auto&) {
                 facts.conversation.holder = {HolderKind::Agent, {}};
             },
             "later.holder"},
            {"nobody",
             [](auto&, auto& facts, auto&) {
                 facts.conversation.holder = {HolderKind::Nobody, {}};
             },
             "later.holder"},
            {"no more messages", [](auto&, auto& facts, auto&) { facts.conversation.optedOut = true; },
             "later.optedOut"},
            {"blocked", [](auto&, auto& facts, auto&) { facts.conversation.blocked = true; }, "later.blocked"},
            {"the window closed",
             [](auto&, auto& facts, auto& now) { facts.conversation.lastPatientMessage = now - 24h; }, "later.window"},
            {"no window there",
             [](auto&, auto& facts, auto&) {
                 facts.conversation.address.channel = ChannelKind::Telegram;
                 facts.conversation.lastPatientMessage.reset();
             },
             ""},
        };
        for (const auto& one : cases) {
            base::Instant now = test::noon;
            LaterSend planned{{1}, {1}, QStringLiteral("Ruti"), QStringLiteral("Hello"), now, now - 1h, 5, {}, {}};
            LaterFacts facts;
            facts.conversation.holder = {HolderKind::Staff, QStringLiteral("Ruti")};
            facts.conversation.lastPatientMessage = now - 2h;
            facts.heard = 5;
            one.spoil(planned, facts, now);
            const QString fault = desk::laterFault(planned, facts, now);
            QVERIFY2(fault == QLatin1String(one.key),
                     qPrintable(QLatin1String(one.name) + QStringLiteral(": ") + fault));
        }
    }

    void itIsPlannedAndGoesOutOnce()
    {
        const auto id = patient();
        must(m_desk->saveDraft(id, QStringLiteral("We keep the time")).result());
        const auto one = plan(id, "  We keep the time for you\n", 1h);
        QCOMPARE(one.text, QStringLiteral("We keep the time for you"));
        QCOMPARE(one.author, QStringLiteral("Ruti"));
        QCOMPARE(must(m_desk->draft(id).result()), QString());
        QVERIFY(m_store->reload(id).holder == (domain::Holder{HolderKind::Staff, QStringLiteral("Ruti")}));
        QVERIFY(!sendDue());
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QVERIFY(!sendDue());
        QVERIFY(planned(id).empty());
        QCOMPARE(sent(id).size(), size_t(1));
        const auto message = sent(id)[0];
        QVERIFY(message.author == AuthorKind::Staff);
        QCOMPARE(message.authorName, QStringLiteral("Ruti"));
        QCOMPARE(message.text, one.text);
        QVERIFY(row(message.id).state == OutboxState::Queued);
        QVERIFY(!m_store->reload(id).isReminded);
    }

    void severalGoInTheOrderOfTheirTimes()
    {
        const auto id = patient();
        plan(id, "second", 2h);
        plan(id, "first", 1h);
        QCOMPARE(planned(id)[0].text, QStringLiteral("first"));
        m_clock->advance(1h);
        QVERIFY(sendDue());
        m_clock->advance(1h);
        QVERIFY2(sendDue() && sent(id).size() == 2, "the author's own message is nobody's head");
    }

    void whenThePatientWroteItComesBack()
    {
        const auto id = patient();
        plan(id, "See you tomorrow", 1h);
        m_store->message(id, AuthorKind::Patient, QStringLiteral("I cannot come"));
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QVERIFY(sent(id).empty());
        const auto back = planned(id).at(0);
        QCOMPARE(back.fault, QStringLiteral("later.patientWrote"));
        const auto shown = m_store->reload(id);
        QVERIFY2(shown.isReminded && shown.lastActivity == m_clock->now(), "somebody sees it");
        m_clock->advance(24h);
        QVERIFY2(!sendDue(), "it is not tried again");
        QCOMPARE(must(later().edit(back.id).result()), QStringLiteral("See you tomorrow"));
        QVERIFY(planned(id).empty());
    }

    void anEditOfThePatientCountsToo()
    {
        const auto id = patient();
        const auto said = m_store->message(id, AuthorKind::Patient, QStringLiteral("I come"));
        plan(id, "See you tomorrow", 1h);
        m_store->write([&](Session& session) {
            return store::Messages(session).edit(said, QStringLiteral("I do not come"), m_clock->now());
        });
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QCOMPARE(planned(id).at(0).fault, QStringLiteral("later.patientWrote"));
    }

    void whoMayNotWriteAnyMoreSendsNothing()
    {
        const auto id = patient();
        const auto other = patient(QStringLiteral("972541234568"));
        const auto keep = [&](const QString& name, bool active) {
            m_store->write([&](Session& session) {
                store::Staff staff(session);
                domain::StaffMember member;
                member.name = name;
                member.active = active;
                return staff.add(member);
            });
        };
        plan(id, "See you", 1h);
        keep(QStringLiteral("Dana"), true); // from here on there is a list of the staff, and Ruti is not in it
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QCOMPARE(planned(id).at(0).fault, QStringLiteral("later.author"));
        keep(QStringLiteral("Ruti"), true);
        plan(other, "See you", 1h);
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QCOMPARE(sent(other).size(), size_t(1));
        QVERIFY(sent(id).empty());
    }

    /// The reminder for Thursday comes on Thursday, though a message goes out on Tuesday.
    void whatIsPutOffStaysPutOff()
    {
        const auto id = patient();
        plan(id, "Please send the picture", 1h);
        const auto thursday = m_clock->now() + 48h;
        must(m_desk->sorting().sort({id}, {.kind = desk::SortAct::Kind::Snooze, .until = thursday}).result());
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QCOMPARE(sent(id).size(), size_t(1));
        QVERIFY(must(m_desk->conversation(id).result()).snoozedUntil == thursday);
    }

    void oneThatCannotBeWrittenKeepsNothingElseWaiting()
    {
        const auto id = patient();
        plan(id, "first", 1h);
        plan(id, "second", 2h);
        m_clock->advance(2h);
        desk::StaffSend means;
        QVERIFY(
            m_store->write([&](Session& session) { return desk::sendFirstDue(session, means, m_clock->now(), 1); }));
        QCOMPARE(sent(id).size(), size_t(1));
        QCOMPARE(sent(id).front().text, QStringLiteral("second"));
        QVERIFY(
            !m_store->write([&](Session& session) { return desk::sendFirstDue(session, means, m_clock->now(), 1); }));
        QCOMPARE(planned(id).size(), size_t(1));
    }

    void whenSomebodyElseTookItItComesBack()
    {
        const auto id = patient();
        const auto other = patient(QStringLiteral("972541234568"));
        plan(id, "See you", 1h);
        plan(other, "See you", 1h);
        LocalDesk dana(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Dana")});
        must(dana.takeOver(id).result());
        must(m_desk->raiseEscalation(other, domain::Urgency::DoctorRequired, QStringLiteral("asks")).result());
        m_clock->advance(1h);
        QVERIFY(sendDue() && sendDue() && !sendDue());
        QCOMPARE(planned(id).at(0).fault, QStringLiteral("later.holder"));
        QCOMPARE(planned(other).at(0).fault, QStringLiteral("later.escalation"));
        QVERIFY(sent(id).empty() && sent(other).empty());
    }

    void anErasedPatientGetsNothing()
    {
        const auto id = patient();
        plan(id, "See you", 1h);
        must(m_desk->handBack(id).result());
        must(m_desk->privacy().erase({id}).result());
        m_clock->advance(1h);
        QVERIFY(!sendDue());
    }

    void whatCannotBePlanned()
    {
        const auto id = patient();
        const QString text = QStringLiteral("Hello");
        QCOMPARE(refused(id, QStringLiteral(" \n"), 1h), QStringLiteral("send.empty"));
        QCOMPARE(refused(id, text, 0s), QStringLiteral("later.time"));
        QCOMPARE(refused(id, text, 24h * 30 + 1s), QStringLiteral("later.time"));
        QCOMPARE(refused(id, text, 24h), QStringLiteral("later.window"));
        QCOMPARE(refused(id, text, 24h - 1s), QStringLiteral("taken"));
        const auto telegram = patient(QStringLiteral("77"), {}, ChannelKind::Telegram);
        for (size_t i = 0; i < domain::maxLaterSends; ++i) {
            QCOMPARE(refused(telegram, text, 24h * 30), QStringLiteral("taken"));
        }
        QCOMPARE(refused(telegram, text, 1h), QStringLiteral("later.tooMany"));
        m_store->write([&](Session& session) { return store::Conversations(session).setOptedOut(id, true); });
        QCOMPARE(refused(id, text, 1h), QStringLiteral("later.optedOut"));
        QCOMPARE(refused({99}, text, 1h), QString());
    }

    void itIsChangedSentAtOnceOrCancelled()
    {
        const auto id = patient();
        const auto one = plan(id, "one", 1h);
        const auto two = plan(id, "two", 2h);
        const auto three = plan(id, "three", 3h);
        must(m_desk->saveDraft(id, QStringLiteral("since")).result());
        QCOMPARE(must(later().edit(one.id).result()), QStringLiteral("one\nsince"));
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("one\nsince"));
        LocalDesk dana(**m_store, *m_records, *m_clock, desk::Actor{QStringLiteral("Dana")});
        must(dana.laterSends().sendNow(two.id).result());
        QCOMPARE(sent(id).at(0).authorName, QStringLiteral("Dana"));
        QCOMPARE(must(m_desk->draft(id).result()), QStringLiteral("one\nsince"));
        must(later().cancel(three.id).result());
        QVERIFY(planned(id).empty());
        for (const auto& gone : {one, two, three}) {
            QCOMPARE(later().cancel(gone.id).result().error().key, QStringLiteral("later.gone"));
            QCOMPARE(later().edit(gone.id).result().error().code, ErrorCode::NotFound);
            QCOMPARE(later().sendNow(gone.id).result().error().code, ErrorCode::NotFound);
        }
        QCOMPARE(sent(id).size(), size_t(1));
    }

    void theAuditLogHasNoWords()
    {
        const auto id = patient();
        plan(id, "secret", 1h);
        must(later().cancel(plan(id, "secret too", 2h).id).result());
        m_clock->advance(1h);
        QVERIFY(sendDue());
        QStringList actions;
        for (const auto& entry :
             m_store->read([](Session& session) { return store::AuditLog(session).after(0, 99); })) {
            QVERIFY(!entry.detail.contains(QStringLiteral("secret")));
            actions << entry.actor + u' ' + entry.action;
        }
        QCOMPARE(actions,
                 (QStringList{QStringLiteral("Ruti message.plan"), QStringLiteral("Ruti message.plan"),
                              QStringLiteral("Ruti message.planCancelled"), QStringLiteral("Ruti message.sentLater")}));
    }
};

QTEST_GUILESS_MAIN(TestDeskLaterSends)
#include "test_desklatersends.moc"
