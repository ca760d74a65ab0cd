// SPDX-License-Identifier: GPL-3.0-or-later
#include "engines.h"

#include "domain/localtime.h"
#include "store/escalations.h"
#include "store/inbox.h"
#include "store/insights.h"
#include "store/modelspend.h"
#include "store/outbox.h"

#include <random>
#include <set>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;
using domain::AuthorKind;
using domain::ChannelKind;
using domain::DeliveryState;
using domain::Figures;
using domain::Urgency;
using domain::Waits;
using store::Insights;
using store::Session;

namespace
{

const QTimeZone israel("Asia/Jerusalem");
using Key = std::pair<QDate, std::optional<ChannelKind>>;

/// All that was put into a store, to be counted by hand.
struct Traffic {
    static constexpr base::Duration callLasts = 8h; ///< until it is closed
    struct Call {
        domain::ConversationId conversation;
        Urgency urgency = Urgency::Routine;
        base::Instant openedAt;
        std::optional<base::Instant> acknowledgedAt;
    };
    struct Spent {
        domain::ConversationId conversation;
        base::Instant at;
        qint64 tokens = 0;
    };

    std::map<domain::ConversationId, ChannelKind> conversations;
    std::vector<domain::Message> messages; ///< by id
    std::vector<Call> calls;
    std::vector<Spent> spent;

    ChannelKind channelOf(domain::ConversationId id) const { return conversations.at(id); }
};

QDate dayAt(base::Instant instant)
{
    return domain::toLocal(instant, israel).date;
}

bool isPerson(AuthorKind author)
{
    return author == AuthorKind::Staff || author == AuthorKind::Doctor;
}

bool isSaid(const domain::Message& message)
{
    return message.author != AuthorKind::System && message.delivery != DeliveryState::Withdrawn;
}

bool isAnswer(const domain::Message& message)
{
    return isSaid(message) && message.delivery != DeliveryState::Failed;
}

Waits waitsOf(std::vector<base::Duration> all)
{
    if (all.empty()) {
        return {};
    }
    std::ranges::sort(all);
    const auto rank = [&](double share) { return all[size_t(std::ceil(share * double(all.size()))) - 1]; };
    return {int(all.size()), rank(0.5), rank(0.9)};
}

/// What happened in the stretch for which `counts` holds, by reading everything once for each question.
template <typename Counts>
Figures countByHand(const Traffic& traffic, Counts counts)
{
    Figures f;
    std::set<domain::ConversationId> seen;
    std::set<std::pair<domain::ConversationId, QDate>> asked;
    std::map<std::pair<domain::ConversationId, QDate>, domain::MessageId> byAgent; // the last that did not fail
    std::map<std::pair<domain::ConversationId, QDate>, domain::MessageId> firstAsked;
    std::map<std::pair<domain::ConversationId, QDate>, std::pair<base::Instant, base::Instant>> stretch;
    std::set<std::pair<domain::ConversationId, QDate>> byPerson;
    std::vector<base::Duration> agent;
    std::vector<base::Duration> person;
    for (const auto& message : traffic.messages) {
        const auto channel = traffic.channelOf(message.conversation);
        if (!isSaid(message) || !counts(message.createdAt, channel)) {
            continue;
        }
        const auto id = message.conversation;
        const std::pair talk{id, dayAt(message.createdAt)};
        f.newConversations += int(std::ranges::none_of(traffic.messages, [&](const domain::Message& other) {
            return other.conversation == id && other.id < message.id;
        }));
        seen.insert(id);
        auto& [began, ended] = stretch.try_emplace(talk, message.createdAt, message.createdAt).first->second;
        began = std::min(began, message.createdAt);
        ended = std::max(ended, message.createdAt);
        if (!message.isIncoming()) {
            if (isPerson(message.author)) {
                byPerson.insert(talk);
            } else if (isAnswer(message)) {
                byAgent[talk] = std::max(byAgent[talk], message.id);
            }
            f.agentMessages += int(message.author == AuthorKind::Agent);
            f.staffMessages += int(message.author == AuthorKind::Staff);
            f.doctorMessages += int(message.author == AuthorKind::Doctor);
            f.waiting += int(message.delivery == DeliveryState::Queued || message.delivery == DeliveryState::Sending);
            f.sent += int(message.delivery == DeliveryState::Sent);
            f.delivered += int(message.delivery == DeliveryState::Delivered);
            f.read += int(message.delivery == DeliveryState::Read);
            f.failed += int(message.delivery == DeliveryState::Failed);
            f.unknown += int(message.delivery == DeliveryState::Unknown);
            continue;
        }
        ++f.patientMessages;
        asked.insert(talk);
        firstAsked.try_emplace(talk, message.id);
        const domain::Message* before = nullptr;
        const domain::Message* answer = nullptr;
        for (const auto& other : traffic.messages) {
            if (other.conversation == id && isAnswer(other)) {
                before = other.id < message.id ? &other : before;
                answer = other.id > message.id && !answer && !other.isIncoming() ? &other : answer;
            }
        }
        if ((!before || !before->isIncoming()) && answer) {
            (isPerson(answer->author) ? person : agent).push_back(answer->createdAt - message.createdAt);
        }
    }
    std::vector<base::Duration> acknowledged;
    std::vector<base::Duration> came;
    for (const auto& call : traffic.calls) {
        if (!counts(call.openedAt, traffic.channelOf(call.conversation))) {
            continue;
        }
        ++f.escalations[size_t(call.urgency)];
        byPerson.insert({call.conversation, dayAt(call.openedAt)});
        if (call.acknowledgedAt) {
            acknowledged.push_back(*call.acknowledgedAt - call.openedAt);
        }
        const auto first = std::ranges::find_if(traffic.messages, [&](const domain::Message& message) {
            return message.conversation == call.conversation && isPerson(message.author) && isAnswer(message) &&
                   message.createdAt >= call.openedAt;
        });
        if (first != traffic.messages.end()) {
            came.push_back(first->createdAt - call.openedAt);
        }
    }
    for (const auto& talk : asked) {
        const auto [began, ended] = stretch.at(talk);
        const bool isCalled = std::ranges::any_of(traffic.calls, [&, began = began, ended = ended](const auto& call) {
            const bool isOpen = call.openedAt <= ended && call.openedAt + Traffic::callLasts >= began;
            return call.conversation == talk.first && (isOpen || dayAt(call.openedAt) == talk.second);
        });
        f.automated += int(byAgent[talk] > firstAsked.at(talk) && !byPerson.contains(talk) && !isCalled);
    }
    for (const auto& spent : traffic.spent) {
        if (counts(spent.at, traffic.channelOf(spent.conversation))) {
            f.tokens += spent.tokens;
            f.cost += 2 * spent.tokens;
        }
    }
    f.conversations = int(seen.size());
    f.asked = int(asked.size());
    f.agentAnswer = waitsOf(agent);
    f.personAnswer = waitsOf(person);
    f.acknowledged = waitsOf(acknowledged);
    f.personCame = waitsOf(came);
    return f;
}

QString inWords(const Figures& f)
{
    const auto waits = [](const Waits& w) {
        return QStringLiteral("%1/%2/%3").arg(w.count).arg(w.median.count()).arg(w.nineInTen.count());
    };
    QStringList all;
    for (const int count :
         {f.conversations, f.newConversations, f.patientMessages, f.agentMessages, f.staffMessages, f.doctorMessages,
          f.asked, f.automated, f.waiting, f.sent, f.delivered, f.read, f.failed, f.unknown, f.escalations[0],
          f.escalations[1], f.escalations[2], int(f.tokens), int(f.cost)}) {
        all << QString::number(count);
    }
    all << waits(f.agentAnswer) << waits(f.personAnswer) << waits(f.acknowledged) << waits(f.personCame);
    return all.join(QLatin1Char(' '));
}

} // namespace

/// The figures of the page Insights, held against a count by hand.
class TestInsights : public QObject
{
    Q_OBJECT

    Engines m_engines;

    TestStore open()
    {
        QFETCH_GLOBAL(bool, postgres);
        return TestStore(m_engines.newLocation(postgres));
    }

    static domain::ConversationId conversationOn(TestStore& store, ChannelKind channel, const QString& user,
                                                 base::Instant now)
    {
        return store
            .write([=](Session& session) {
                domain::Sender sender;
                sender.address = {channel, QStringLiteral("clinic"), user};
                return store::Conversations(session).findOrCreate(sender, now);
            })
            .id;
    }

    static domain::MessageId say(TestStore& store, Traffic& traffic, domain::ConversationId conversation,
                                 AuthorKind author, base::Instant at, DeliveryState delivery = DeliveryState::None)
    {
        domain::Message message;
        message.conversation = conversation;
        message.author = author;
        message.text = QStringLiteral("words");
        message.sentAt = message.createdAt = at;
        message.delivery = delivery;
        message.id = *store.write([=](Session& session) { return store::Messages(session).add(message); });
        traffic.messages.push_back(message);
        return message.id;
    }

    static void call(TestStore& store, Traffic& traffic, const Traffic::Call& call)
    {
        store.write([=](Session& session) -> Result<Done> {
            store::Escalations escalations(session);
            domain::Escalation escalation;
            escalation.conversation = call.conversation;
            escalation.urgency = call.urgency;
            escalation.reason = QStringLiteral("human.requested");
            escalation.openedAt = call.openedAt;
            const auto id = escalations.open(escalation);
            if (id && call.acknowledgedAt) {
                if (const auto done = escalations.acknowledge(*id, QStringLiteral("Ruti"), *call.acknowledgedAt);
                    !done) {
                    return done;
                }
            }
            return id.and_then([&](domain::EscalationId known) {
                return escalations.close(known, QStringLiteral("Ruti"), QStringLiteral("done"),
                                         call.openedAt + Traffic::callLasts);
            });
        });
        traffic.calls.push_back(call);
    }

    static store::InsightsFound figures(TestStore& store, QDate first, QDate last,
                                        std::optional<ChannelKind> channel = {})
    {
        auto spans = store::daysIn(first, last, israel);
        spans.channel = channel;
        return store.read([=](Session& session) { return Insights(session).figures(spans); });
    }

    /// Some weeks of talk on three channels, from `begin` on; what a clock that goes wrong does is in it.
    static Traffic fill(TestStore& store, std::mt19937_64& random, base::Instant begin)
    {
        const auto upTo = [&](int limit) { return int(random() % quint64(limit)); };
        Traffic traffic;
        for (int user = 0; user < 24; ++user) {
            const auto channel = ChannelKind(user % 3);
            traffic.conversations.emplace(conversationOn(store, channel, QString::number(user), begin), channel);
        }
        std::vector<domain::ConversationId> ids;
        for (const auto& [id, channel] : traffic.conversations) {
            ids.push_back(id);
        }
        auto now = begin;
        constexpr AuthorKind authors[]{AuthorKind::Patient, AuthorKind::Patient, AuthorKind::Patient,
                                       AuthorKind::Agent,   AuthorKind::Agent,   AuthorKind::Staff,
                                       AuthorKind::Doctor,  AuthorKind::System};
        for (int step = 0; step < 900; ++step) {
            now += std::chrono::seconds(upTo(6000));
            const auto index = size_t(upTo(int(ids.size())));
            const auto id = ids[index];
            // Every second conversation is the agent's alone.
            const bool isQuiet = index % 2 == 0;
            const auto author = authors[upTo(isQuiet ? 5 : 8)];
            const auto delivery = author == AuthorKind::Patient ? DeliveryState::None : DeliveryState(1 + upTo(8));
            say(store, traffic, id, author, now - std::chrono::seconds(upTo(40)), delivery);
            if (!isQuiet && upTo(4) == 0) {
                Traffic::Call one{id, Urgency(upTo(3)), now, {}};
                if (upTo(3) > 0) {
                    one.acknowledgedAt = now + std::chrono::seconds(upTo(4000));
                }
                call(store, traffic, one);
            }
            if (upTo(6) == 0) {
                const qint64 tokens = 100 + upTo(900);
                traffic.spent.push_back({id, now, tokens});
                store.write([=](Session& session) {
                    return store::ModelSpend(session).reserve(id, QStringLiteral("model"), {tokens, 2 * tokens}, {},
                                                              now);
                });
            }
        }
        return traffic;
    }

private Q_SLOTS:
    void initTestCase_data() { eachEngine(); }

    void whatIsCountedIsWhatHappened()
    {
        auto store = open();
        const quint64 seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                                 ? qEnvironmentVariable("DELPEK_TEST_SEED").toULongLong()
                                 : std::random_device{}();
        qInfo() << "DELPEK_TEST_SEED" << seed;
        std::mt19937_64 random(seed);
        // Over the night of 27 March 2026, when the clocks of Israel go forward.
        const QDate begin(2026, 3, 13);
        const auto traffic = fill(store, random, domain::toInstant({begin, QTime(7, 0)}, israel));
        const QDate first = begin.addDays(3);
        const QDate last = begin.addDays(18);
        for (const std::optional<ChannelKind> only :
             {std::optional<ChannelKind>(), std::optional(ChannelKind::Telegram)}) {
            const auto found = figures(store, first, last, only);
            std::map<Key, Figures> counted;
            for (const auto* part : {&found.channels, &found.days}) {
                for (const auto& one : *part) {
                    QVERIFY(counted.emplace(Key{first.addDays(one.day), one.channel}, one.figures).second);
                }
            }
            for (QDate day = first; day <= last; day = day.addDays(1)) {
                for (const std::optional<ChannelKind> channel :
                     {std::optional<ChannelKind>(), std::optional(ChannelKind::WhatsApp),
                      std::optional(ChannelKind::Waha), std::optional(ChannelKind::Telegram),
                      std::optional(ChannelKind::WebChat)}) {
                    const QString byHand = inWords(countByHand(traffic, [&](base::Instant at, ChannelKind of) {
                        return dayAt(at) == day && (!channel || of == *channel) && (!only || of == *only);
                    }));
                    const QString seen = inWords(counted[{day, channel}]);
                    QVERIFY2(
                        seen == byHand,
                        qPrintable(QStringLiteral("%1 %2: %3, by hand %4")
                                       .arg(day.toString(Qt::ISODate),
                                            channel ? base::toText(*channel) : QStringLiteral("all"), seen, byHand)));
                }
            }
            const auto inAll = countByHand(traffic, [&](base::Instant at, ChannelKind of) {
                return first <= dayAt(at) && dayAt(at) <= last && (!only || of == *only);
            });
            QCOMPARE(inWords(found.total), inWords(inAll));
            QVERIFY(inAll.agentAnswer.count > 10 && inAll.automated > 0 && inAll.escalationsInAll() > 3);
        }
    }

    /// The day on which the clocks change ends at midnight of the clock, after 23 or 25 hours.
    void aDayEndsAtMidnight_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("hours");
        QTest::newRow("an ordinary day") << QDate(2026, 3, 5) << 24;
        QTest::newRow("forward") << QDate(2026, 3, 27) << 23;
        QTest::newRow("back") << QDate(2026, 10, 25) << 25;
    }
    void aDayEndsAtMidnight()
    {
        QFETCH(QDate, day);
        QFETCH(int, hours);
        auto store = open();
        const auto spans = store::daysIn(day, day, israel);
        QCOMPARE(spans.borders.size(), size_t(2));
        QVERIFY(spans.borders[1] - spans.borders[0] == std::chrono::hours(hours));
        Traffic traffic;
        const auto id = store.conversation().id;
        traffic.conversations.emplace(id, ChannelKind::WhatsApp);
        for (const auto at : {spans.borders[0] - 1ms, spans.borders[0], spans.borders[1] - 1ms, spans.borders[1]}) {
            say(store, traffic, id, AuthorKind::Patient, at);
        }
        const auto found = figures(store, day.addDays(-2), day.addDays(2));
        std::vector<std::pair<int, int>> counted;
        for (const auto& one : found.days) {
            counted.emplace_back(one.day, one.figures.patientMessages);
        }
        QCOMPARE(counted, (std::vector<std::pair<int, int>>{{1, 1}, {2, 2}, {3, 1}}));
        QCOMPARE(figures(store, day, day).total.patientMessages, 2);
    }

    /// A wait is counted whole where the range cuts it.
    void aWaitReachesOverTheRange()
    {
        auto store = open();
        Traffic traffic;
        const auto id = store.conversation().id;
        const auto midnight = domain::toInstant({QDate(2026, 3, 4), QTime(0, 0)}, israel);
        say(store, traffic, id, AuthorKind::Patient, midnight - 10min);
        say(store, traffic, id, AuthorKind::Patient, midnight + 1min);
        say(store, traffic, id, AuthorKind::Staff, midnight + 5min, DeliveryState::Failed);
        say(store, traffic, id, AuthorKind::Staff, midnight + 20min, DeliveryState::Read);
        const auto before = figures(store, QDate(2026, 3, 3), QDate(2026, 3, 3)).total.personAnswer;
        QCOMPARE(before.count, 1);
        QVERIFY(before.median == 30min && before.nineInTen == 30min);
        QCOMPARE(figures(store, QDate(2026, 3, 4), QDate(2026, 3, 4)).total.personAnswer.count, 0);
    }

    void nothingIsNothing()
    {
        auto store = open();
        const auto found = figures(store, QDate(2026, 3, 1), QDate(2026, 3, 31));
        QVERIFY(found.days.empty() && found.channels.empty());
        QVERIFY(found.total == Figures{});
        QCOMPARE(store.read([](Session& session) { return Insights(session).queue(); }).inbox, 0);
        QVERIFY(store.read([](Session& session) { return Insights(session).accounts(); }).empty());
    }

    void theCostOfAnErasedConversationStaysInTheTotal()
    {
        auto store = open();
        store.write([](Session& session) {
            return store::ModelSpend(session).reserve({77}, QStringLiteral("model"), {500, 90}, {}, noon);
        });
        const auto found = figures(store, QDate(2026, 3, 3), QDate(2026, 3, 3));
        QVERIFY(found.channels.empty());
        QCOMPARE(found.days.size(), size_t(1));
        QCOMPARE(found.total.cost, 90);
        QCOMPARE(figures(store, QDate(2026, 3, 3), QDate(2026, 3, 3), ChannelKind::WhatsApp).total.cost, 0);
    }

    void whatWaitsIsCounted()
    {
        auto store = open();
        const auto id = store.conversation().id;
        const auto other = conversationOn(store, ChannelKind::Telegram, QStringLiteral("other"), noon);
        store.write([](Session& session) {
            store::Delivery delivery;
            delivery.account = QStringLiteral("clinic");
            delivery.body = "a";
            delivery.receivedAt = noon - 3min;
            return store::Inbox(session).add(delivery, store::digestOf(delivery.body));
        });
        const auto queue = [&](domain::ConversationId conversation, const char* reference) {
            store::OutboxRow row;
            row.conversation = conversation;
            row.message = store.message(conversation, AuthorKind::Staff, QString::fromLatin1(reference));
            row.epoch = store.reload(conversation).epoch;
            row.fence = store::Fence::None;
            row.reference = QString::fromLatin1(reference);
            row.nextAttempt = noon;
            return store.write([=](Session& session) { return store::Outbox(session).add(row); });
        };
        const auto sent = queue(id, "sent");
        const auto unknown = queue(other, "unknown");
        store.write([=](Session& session) { return store::Outbox(session).claim(sent, noon + 2s); });
        store.write([=](Session& session) { return store::Outbox(session).markSent(sent, QStringLiteral("wamid.1")); });
        store.write([=](Session& session) { return store::Outbox(session).claim(unknown, noon + 3s); });
        store.write([=](Session& session) { return store::Outbox(session).markUnknown(unknown); });
        queue(id, "waits");
        const auto state = store.read([](Session& session) { return Insights(session).queue(); });
        QCOMPARE(state.inbox, 1);
        QVERIFY(state.inboxSince == noon - 3min);
        QCOMPARE(state.outbox, 1);
        QVERIFY(state.outboxSince == noon);
        QCOMPARE(state.unknown, 1);
        const auto accounts = store.read([](Session& session) { return Insights(session).accounts(); });
        QCOMPARE(accounts.size(), size_t(2));
        QVERIFY(accounts[0].channel == ChannelKind::Telegram && !accounts[0].lastSent);
        QVERIFY(accounts[1].channel == ChannelKind::WhatsApp && accounts[1].lastSent == noon + 2s);
    }
};

QTEST_GUILESS_MAIN(TestInsights)
#include "test_insights.moc"
