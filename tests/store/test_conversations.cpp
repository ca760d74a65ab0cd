// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "store/decisions.h"
#include "store/escalations.h"

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::HolderKind;
using store::Conversations;
using store::InboxView;
using store::Session;

class TestConversations : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static domain::Sender sender(const QString& user, const QString& name, const QString& phone = {})
    {
        domain::Sender sender;
        sender.address = {domain::ChannelKind::WhatsApp, QStringLiteral("clinic"), user};
        sender.displayName = name;
        if (!phone.isEmpty()) {
            sender.phone = must(domain::Phone::parse(phone));
        }
        return sender;
    }

    static QStringList users(const std::vector<domain::Conversation>& page)
    {
        QStringList names;
        for (const auto& conversation : page) {
            names << conversation.address.user;
        }
        names.sort();
        return names;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void anAddressHasOneConversation()
    {
        auto store = open();
        const auto first = store.conversation(QStringLiteral("a"));
        const auto again = store.conversation(QStringLiteral("a"), noon + 1h);
        QCOMPARE(again.id, first.id);
        QCOMPARE(first.epoch, 1);
        QVERIFY(first.holder.kind == HolderKind::Agent);
        QVERIFY(first.lastActivity == noon);
        QVERIFY(!first.waitingSince);
        QVERIFY(store.conversation(QStringLiteral("b")).id != first.id);
    }

    void aStoredNumberIsReadAsItWasKept()
    {
        const auto phone = must(domain::Phone::parse(QStringLiteral("050-123-4567")));
        QCOMPARE(must(domain::Phone::fromStored(phone.e164())), phone);
        for (const auto& text : {QString(), QStringLiteral("+"), QStringLiteral("0501234567"),
                                 QStringLiteral("+97250 1234567"), QStringLiteral("+٩٧٢٥٠")}) {
            QVERIFY2(!domain::Phone::fromStored(text), qPrintable(text));
        }
    }

    void aPhoneLearnedLaterMovesTheConversationToItsPerson()
    {
        auto store = open();
        const auto known = store.write([](Session& session) {
            return Conversations(session).findOrCreate(
                sender(QStringLiteral("a"), QStringLiteral("דנה"), QStringLiteral("0501234567")), noon);
        });
        const auto unknown = store.conversation(QStringLiteral("b"));
        QVERIFY(unknown.person != known.person);
        const auto learned = store.write([](Session& session) {
            return Conversations(session).findOrCreate(
                sender(QStringLiteral("b"), {}, QStringLiteral("+972-50-1234567")), noon);
        });
        QCOMPARE(learned.id, unknown.id);
        QCOMPARE(learned.person, known.person);
        QCOMPARE(learned.displayName, QStringLiteral("b"));
        const auto ids = store.read([&](Session& session) { return Conversations(session).ofPerson(known.person); });
        QCOMPARE(ids.size(), 2u);
        // A delivery without the phone does not take it away.
        QCOMPARE(store.conversation(QStringLiteral("b")).person, known.person);
    }

    void holderAndEpochMoveTogether()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto hold = [&](HolderKind kind, base::Instant at) {
            return store.write([=](Session& session) {
                return Conversations(session).setHolder(id, {kind, QStringLiteral("noa")}, at);
            });
        };
        QCOMPARE(hold(HolderKind::Nobody, noon), 2);
        QCOMPARE(hold(HolderKind::Nobody, noon + 1min), 3);
        auto now = store.reload(id);
        QVERIFY(now.needsPerson);
        QVERIFY(now.waitingSince == noon);
        QCOMPARE(hold(HolderKind::Staff, noon + 2min), 4);
        now = store.reload(id);
        QVERIFY(!now.needsPerson);
        QVERIFY(!now.waitingSince);
        QCOMPARE(now.holder.name, QStringLiteral("noa"));
        QCOMPARE(store.write([=](Session& session) { return Conversations(session).raiseEpoch(id); }), 5);
        const auto missing =
            store->write([](Session& session) { return Conversations(session).raiseEpoch({999}); }).result();
        QVERIFY(!missing && missing.error().code == ErrorCode::NotFound);
    }

    void aMessageIsNoted()
    {
        auto store = open();
        const auto id = store.conversation().id;
        domain::Message message;
        message.id = {7};
        message.conversation = id;
        message.text = QStringLiteral("שלום");
        message.sentAt = noon + 5min;
        message.createdAt = noon + 6min;
        const auto note = [&] {
            store.write([=](Session& session) { return Conversations(session).noteMessage(message); });
        };
        note();
        message.author = domain::AuthorKind::Staff;
        message.sentAt = message.createdAt = noon + 9min;
        note();
        auto now = store.reload(id);
        QCOMPARE(now.unread, 1);
        QVERIFY(now.lastPatientMessage == noon + 5min);
        QVERIFY(now.lastActivity == noon + 9min);
        QVERIFY(now.previewAuthor == domain::AuthorKind::Staff);
        QCOMPARE(now.lastMessage.value, 7);
        store.write([=](Session& session) { return Conversations(session).markSeen(id); });
        QCOMPARE(store.reload(id).unread, 0);
    }

    void viewsShowTheirOwn_data()
    {
        QTest::addColumn<int>("view");
        QTest::addColumn<QStringList>("expected");
        using S = QStringList;
        const auto row = [](const char* name, InboxView view, const S& expected) {
            QTest::newRow(name) << int(view) << expected;
        };
        const auto agent = QStringLiteral("agent"), doctor = QStringLiteral("doctor"), mine = QStringLiteral("mine"),
                   nobody = QStringLiteral("nobody"), urgent = QStringLiteral("urgent"),
                   other = QStringLiteral("other");
        row("all", InboxView::All, {agent, doctor, mine, nobody, other, urgent});
        row("needs a person", InboxView::NeedsPerson, {nobody});
        row("mine", InboxView::Mine, {mine});
        row("agent", InboxView::Agent, {agent, urgent});
        row("waiting for doctor", InboxView::WaitingForDoctor, {doctor, urgent});
        row("window closing", InboxView::WindowClosing, {other});
    }

    void viewsShowTheirOwn()
    {
        QFETCH(int, view);
        QFETCH(QStringList, expected);
        auto store = open();
        const auto hold = [&](const char* user, HolderKind kind, const char* name) {
            const auto id = store.conversation(QString::fromLatin1(user)).id;
            store.write([=](Session& session) {
                return Conversations(session).setHolder(id, {kind, QString::fromLatin1(name)}, noon);
            });
            return id;
        };
        store.conversation(QStringLiteral("agent"));
        hold("doctor", HolderKind::Doctor, "levi");
        hold("mine", HolderKind::Staff, "noa");
        hold("nobody", HolderKind::Nobody, "");
        const auto other = hold("other", HolderKind::Staff, "gil");
        const auto urgent = store.conversation(QStringLiteral("urgent")).id;
        store.write([=](Session& session) -> Result<Done> {
            domain::Message message;
            message.conversation = other;
            message.sentAt = noon - 23h;
            (void)must(Conversations(session).setUrgency(urgent, domain::Urgency::DoctorRequired));
            return Conversations(session).noteMessage(message);
        });
        store::InboxQuery query;
        query.view = InboxView(view);
        query.staff = QStringLiteral("noa");
        query.now = noon;
        const auto page = store.read([=](Session& session) { return Conversations(session).page(query); });
        QCOMPARE(users(page), expected);
    }

    void pagesShowEachRowOnceWhileRowsArrive()
    {
        auto store = open();
        constexpr int count = 60;
        for (int i = 0; i < count; ++i) {
            // Several share a moment, so that the id decides.
            store.conversation(QString::number(i), noon + std::chrono::minutes(i / 4));
        }
        store::InboxQuery query;
        query.limit = 7;
        QStringList seen;
        for (int arrived = 0;; ++arrived) {
            const auto page = store.read([=](Session& session) { return Conversations(session).page(query); });
            if (page.empty()) {
                break;
            }
            seen += users(page);
            query.after = {page.back().lastActivity, page.back().id};
            store.conversation(QStringLiteral("new %1").arg(arrived), noon + 2h);
        }
        QCOMPARE(seen.size(), count);
        QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), count);
    }

    void smallThingsAreKept()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const base::Json state{{"version", 1}, {"text", "שן"}};
        const QString noa = QStringLiteral("noa");
        store.write([=](Session& session) -> Result<Done> {
            Conversations conversations(session);
            if (!must(conversations.dialogue(id)).is_null()) {
                return fail(ErrorCode::Internal, QStringLiteral("there was a dialogue"));
            }
            (void)must(conversations.setDialogue(id, state));
            (void)must(conversations.saveDraft(id, noa, QStringLiteral("one")));
            (void)must(conversations.saveDraft(id, noa, QStringLiteral("two")));
            (void)must(conversations.setMode(id, domain::Mode::Copilot));
            (void)must(conversations.setLanguage(id, domain::Language::English));
            (void)must(conversations.setOptedOut(id, true));
            (void)must(store::Settings(session).setValue(QStringLiteral("offset"), QStringLiteral("1")));
            return store::Settings(session).setValue(QStringLiteral("offset"), QStringLiteral("2"));
        });
        store.read([&](Session& session) -> Result<Done> {
            Conversations conversations(session);
            const bool same = must(conversations.dialogue(id)) == state &&
                              must(conversations.draft(id, noa)) == QStringLiteral("two") &&
                              must(conversations.draft(id, QStringLiteral("gil"))).isEmpty() &&
                              must(store::Settings(session).value(QStringLiteral("offset"))) == QStringLiteral("2") &&
                              must(store::Settings(session).value(QStringLiteral("none"))).isEmpty();
            return same ? Result<Done>(Done{}) : fail(ErrorCode::Internal, QStringLiteral("something was not kept"));
        });
        const auto now = store.reload(id);
        QVERIFY(now.mode == domain::Mode::Copilot && now.language == domain::Language::English && now.optedOut);
    }

    void escalationsOnlyRise()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto open = [&](domain::Urgency urgency, const char* rule) {
            return store.write([=](Session& session) {
                domain::Escalation escalation;
                escalation.conversation = id;
                escalation.urgency = urgency;
                escalation.reason = QString::fromLatin1(rule);
                escalation.rules = {QString::fromLatin1(rule)};
                escalation.openedAt = noon;
                return store::Escalations(session).open(escalation);
            });
        };
        const auto list = [&] {
            return store.read([=](Session& session) { return store::Escalations(session).ofConversation(id); });
        };
        const auto first = open(domain::Urgency::DoctorRequired, "pain");
        store.write([=](Session& session) {
            return store::Escalations(session).acknowledge(first, QStringLiteral("noa"), noon + 1min);
        });
        QCOMPARE(open(domain::Urgency::Routine, "asked"), first);
        QVERIFY(list().front().urgency == domain::Urgency::DoctorRequired);
        QVERIFY(list().front().acknowledgedAt == noon + 1min);
        QCOMPARE(open(domain::Urgency::Emergency, "breathing"), first);
        const auto raised = list();
        QCOMPARE(raised.size(), 1u);
        QVERIFY(raised.front().urgency == domain::Urgency::Emergency);
        QVERIFY(!raised.front().acknowledgedAt);
        QCOMPARE(raised.front().reason, QStringLiteral("breathing"));
        QCOMPARE(raised.front().rules,
                 (QStringList{QStringLiteral("pain"), QStringLiteral("asked"), QStringLiteral("breathing")}));
        QVERIFY(store.reload(id).urgency == domain::Urgency::Emergency);

        store.write([=](Session& session) {
            return store::Escalations(session).closeAll(id, QStringLiteral("noa"), QStringLiteral("done"), noon + 2min);
        });
        QVERIFY(store.reload(id).urgency == domain::Urgency::Routine);
        QVERIFY(!list().front().isOpen());
        QVERIFY(open(domain::Urgency::Routine, "again") != first);
    }

    void openEscalationsComeMostUrgentFirst()
    {
        auto store = open();
        const auto open = [&](const char* user, domain::Urgency urgency, base::Instant at) {
            const auto id = store.conversation(QString::fromLatin1(user)).id;
            store.write([=](Session& session) {
                domain::Escalation escalation;
                escalation.conversation = id;
                escalation.urgency = urgency;
                escalation.reason = QString::fromLatin1(user);
                escalation.openedAt = at;
                return store::Escalations(session).open(escalation);
            });
        };
        open("routine", domain::Urgency::Routine, noon - 3h);
        open("doctor late", domain::Urgency::DoctorRequired, noon);
        open("doctor early", domain::Urgency::DoctorRequired, noon - 1h);
        open("emergency", domain::Urgency::Emergency, noon + 1h);
        const auto found = store.read([](Session& session) { return store::Escalations(session).openOnes(3); });
        QStringList reasons;
        for (const auto& escalation : found) {
            reasons << escalation.reason;
        }
        QCOMPARE(reasons, (QStringList{QStringLiteral("emergency"), QStringLiteral("doctor early"),
                                       QStringLiteral("doctor late")}));
    }

    void decisionsKeepEveryStep()
    {
        auto store = open();
        domain::Decision decision;
        decision.conversation = store.conversation().id;
        decision.epoch = 3;
        decision.startedAt = noon;
        decision.took = 25ms;
        decision.team = QStringLiteral("alex");
        decision.intent = QStringLiteral("book");
        decision.score = 0.875;
        decision.outcome = domain::Outcome::Replied;
        decision.burst = {{4}, {5}};
        decision.steps = {{domain::StepKind::Tool, QStringLiteral("slots"), {{"n", 3}}, 1500us}};
        const auto add = [&] {
            return store.write([=](Session& session) { return store::Decisions(session).add(decision); });
        };
        const auto first = add();
        const auto second = add();
        const auto before = [&](domain::DecisionId id) {
            return store.read(
                [=](Session& session) { return store::Decisions(session).before(decision.conversation, id, 10); });
        };
        QCOMPARE(before({}).size(), 2u);
        QCOMPARE(before({}).front().id, second);
        const auto kept = before(second).front();
        QCOMPARE(kept.id, first);
        QCOMPARE(kept.score, 0.875);
        QVERIFY(kept.burst == decision.burst);
        QVERIFY(kept.outcome == decision.outcome && kept.startedAt == noon && kept.took == 25ms);
        QCOMPARE(domain::toJson(kept.steps).dump(), domain::toJson(decision.steps).dump());
    }
};

QTEST_GUILESS_MAIN(TestConversations)
#include "test_conversations.moc"
