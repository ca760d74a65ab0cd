// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/poller.h"
#include "channels/telegram/requests.h"
#include "channels/whatsapp/channel.h"
#include "channels/whatsapp/webhook.h"
#include "http/networkclient.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using base::Json;
using channels::Outgoing;
using simulation::Fault;
using simulation::GraphDouble;
using simulation::TelegramDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);

Outgoing outgoing(domain::ChannelKind channel, const QString& user, const QString& text, int options = 0)
{
    Outgoing message;
    message.to = {channel, {}, user};
    message.text = text;
    message.reference = QStringLiteral("out-1");
    for (int i = 1; i <= options; ++i) {
        message.options.push_back({QStringLiteral("v:%1").arg(i), QStringLiteral("Option %1").arg(i)});
    }
    return message;
}

/// What a poller handed over, and how its store behaves.
class Taken
{
public:
    Future<Done> store(const QByteArray& raw)
    {
        const std::lock_guard lock(m_mutex);
        const auto id = base::integerAt(base::parseJson(raw).value(), "update_id").value_or(0);
        if (m_failures > 0) {
            --m_failures;
            return base::ready<Done>(fail(ErrorCode::Unavailable, QStringLiteral("the disk is full")));
        }
        m_ids.push_back(id);
        return base::ready<Done>(Done{});
    }
    void failNext(int count)
    {
        const std::lock_guard lock(m_mutex);
        m_failures = count;
    }
    void save(qint64 offset)
    {
        const std::lock_guard lock(m_mutex);
        m_offset = offset;
    }
    void report(const std::optional<Error>& problem)
    {
        const std::lock_guard lock(m_mutex);
        m_problems.push_back(problem ? problem->key : QStringLiteral("well"));
    }
    std::optional<qint64> offset() const
    {
        const std::lock_guard lock(m_mutex);
        return m_offset;
    }
    std::vector<qint64> ids() const
    {
        const std::lock_guard lock(m_mutex);
        return m_ids;
    }
    QStringList problems() const
    {
        const std::lock_guard lock(m_mutex);
        return m_problems;
    }

private:
    mutable std::mutex m_mutex;
    std::vector<qint64> m_ids;
    std::optional<qint64> m_offset;
    QStringList m_problems;
    int m_failures = 0;
};

channels::TelegramPoller::Setup pollerSetup(const TelegramDouble& telegram, Taken& taken)
{
    channels::TelegramPoller::Setup setup;
    setup.apiBase = telegram.url();
    setup.token = [token = telegram.token()] { return token; };
    setup.store = [&taken](const QByteArray& raw) { return taken.store(raw); };
    setup.loadOffset = [&taken] { return taken.offset(); };
    setup.saveOffset = [&taken](qint64 offset) { taken.save(offset); };
    setup.report = [&taken](const std::optional<Error>& problem) { taken.report(problem); };
    return setup;
}

} // namespace

class TestDoubles : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;

    Result<http::Response> post(const QUrl& url, const QByteArray& body,
                                const QByteArray& token = "token-of-the-double",
                                const QByteArray& type = "application/json")
    {
        http::Request request;
        request.method = "POST";
        request.url = url;
        request.headers = {{"Authorization", "Bearer " + token}, {"Content-Type", type}};
        request.body = body;
        return base::await(m_client.send(request));
    }

    channels::WhatsAppChannel whatsapp(const GraphDouble& graph, base::Duration timeout = 10s)
    {
        channels::WhatsAppChannel::Setup setup;
        setup.endpoint = {graph.url(), graph.setup().version, graph.setup().phoneNumberId};
        setup.token = [token = QString::fromLatin1(graph.setup().token)] { return token; };
        setup.timeout = timeout;
        return channels::WhatsAppChannel(std::move(setup), m_client);
    }

private Q_SLOTS:
    void graphTakesWhatTheChannelSends()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        auto channel = whatsapp(*graph);
        for (int options : {0, 2, 3, 4, 10, 11}) {
            const auto receipt = base::await(channel.send(outgoing(
                domain::ChannelKind::WhatsApp, QStringLiteral("972540001122"), QStringLiteral("מתי נוח?"), options)));
            QVERIFY2(receipt, qPrintable(receipt ? QString() : base::describe(receipt.error())));
            const auto sent = graph->sent().back();
            QCOMPARE(sent.providerId, receipt->providerId);
            QCOMPARE(sent.to, QStringLiteral("+972540001122"));
            QCOMPARE(sent.reference, QStringLiteral("out-1"));
            QCOMPARE(sent.options.size(), options > 10 ? 0U : static_cast<std::size_t>(options));
        }
        QVERIFY(base::await(channel.showReading({}, QStringLiteral("wamid.IN"), true)));
        QCOMPARE(graph->readReceipts(), 1);
        QCOMPARE(graph->sent().size(), std::size_t(6));
    }

    void graphRefusesWhatMetaRefuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto base = [](const QByteArray& more) {
            return QByteArray(R"({"messaging_product":"whatsapp","to":"+972540001122",)") + more + "}";
        };
        const auto buttons = [&](int count, int title) {
            QByteArray list;
            for (int i = 0; i < count; ++i) {
                list += QByteArray(i > 0 ? "," : "") + "{\"type\":\"reply\",\"reply\":{\"id\":\"i" +
                        QByteArray::number(i) + R"(","title":")" + QByteArray::number(i) + QByteArray(title - 1, 'x') +
                        "\"}}";
            }
            return base(
                R"("type":"interactive","interactive":{"type":"button","body":{"text":"?"},"action":{"buttons":[)" +
                list + "]}}");
        };
        const QByteArray text = R"("type":"text","text":{"body":"x"})";
        QTest::newRow("good") << base(text);
        QTest::newRow("good buttons") << buttons(3, 20);
        QTest::newRow("no product") << QByteArray(R"({"to":"+972540001122",)") + text + "}";
        QTest::newRow("no plus") << QByteArray(R"({"messaging_product":"whatsapp","to":"972540001122",)") + text + "}";
        QTest::newRow("nobody") << QByteArray(R"({"messaging_product":"whatsapp",)") + text + "}";
        QTest::newRow("unknown member") << base(text + R"(,"silent":true)");
        QTest::newRow("unknown text member") << base(R"("type":"text","text":{"body":"x","bold":1})");
        QTest::newRow("empty text") << base(R"("type":"text","text":{"body":""})");
        QTest::newRow("long text") << base("\"type\":\"text\",\"text\":{\"body\":\"" + QByteArray(4097, 'x') + "\"}");
        QTest::newRow("long reference") << base(text + ",\"biz_opaque_callback_data\":\"" + QByteArray(513, 'r') +
                                                "\"");
        QTest::newRow("no buttons") << buttons(0, 5);
        QTest::newRow("four buttons") << buttons(4, 5);
        QTest::newRow("long title") << buttons(1, 21);
        QTest::newRow("other type") << base(R"("type":"poem","poem":{})");
        QTest::newRow("no object") << QByteArray("[]");
        QTest::newRow("no JSON") << QByteArray("{");
    }
    void graphRefusesWhatMetaRefuses()
    {
        QFETCH(QByteArray, body);
        const auto graph = GraphDouble::start({}, m_clock).value();
        const QUrl url(graph->url().toString() + QStringLiteral("/v25.0/770011223344556/messages"));
        const auto answer = post(url, body);
        QVERIFY(answer);
        const bool good = QByteArray(QTest::currentDataTag()).startsWith("good");
        QCOMPARE(answer->status, good ? 200 : 400);
        QCOMPARE(graph->sent().size(), good ? 1U : 0U);
        if (!good) {
            const auto error = base::parseJson(answer->body).value();
            QVERIFY(!base::textAt(base::at(error, "error"), "fbtrace_id").isEmpty());
        }
    }

    void graphChecksTheCallItself()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        const QByteArray body =
            R"({"messaging_product":"whatsapp","to":"+972540001122","type":"text","text":{"body":"x"}})";
        const QString base = graph->url().toString();
        const QUrl good(base + QStringLiteral("/v25.0/770011223344556/messages"));
        QCOMPARE(post(good, body, "other").value().status, 401);
        QCOMPARE(post(good, body, "token-of-the-double", "text/plain").value().status, 400);
        QCOMPARE(post(QUrl(base + QStringLiteral("/v24.0/770011223344556/messages")), body).value().status, 404);
        QCOMPARE(post(QUrl(base + QStringLiteral("/v25.0/1/messages")), body).value().status, 400);
        QCOMPARE(graph->sent().size(), std::size_t(0));
    }

    void graphFailsAsTold()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        auto channel = whatsapp(*graph, 300ms);
        const auto message =
            outgoing(domain::ChannelKind::WhatsApp, QStringLiteral("972540001122"), QStringLiteral("x"));
        graph->failNext(1, GraphDouble::graphFault(131047));
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::WindowClosed);
        QCOMPARE(graph->sent().size(), std::size_t(0));
        Fault silent;
        silent.silent = true;
        graph->failNext(1, silent);
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Timeout);
        QCOMPARE(graph->sent().size(), std::size_t(1));
        Fault gateway;
        gateway.status = 502;
        gateway.takesEffect = true;
        graph->failNext(1, gateway);
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Timeout);
        QCOMPARE(graph->sent().size(), std::size_t(2));
        QVERIFY(base::await(channel.send(message)));
    }

    void graphDeliveriesAreSignedAndUnderstood()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        auto channel = whatsapp(*graph);
        const auto receipt = base::await(
            channel.send(outgoing(domain::ChannelKind::WhatsApp, QStringLiteral("972540001122"), QStringLiteral("x"))));
        QVERIFY(receipt);
        const auto bodies = graph->statusDeliveries();
        QCOMPARE(bodies.size(), std::size_t(3));
        QVERIFY(graph->statusDeliveries().empty());
        const QByteArray secret = graph->setup().appSecret;
        QVERIFY(channels::whatsapp::checkSignature(graph->sign(bodies[0]), bodies[0], secret));
        QVERIFY(!channels::whatsapp::checkSignature(graph->sign(bodies[0]), bodies[1], secret));
        const auto events = channel.parse(bodies[2]).value();
        const auto report = std::get<domain::DeliveryReported>(events.at(0));
        QCOMPARE(report.state, domain::DeliveryState::Read);
        QCOMPARE(report.providerId, receipt->providerId);
        QCOMPARE(report.reference, QStringLiteral("out-1"));
    }

    void graphPayloadsAreUnderstood()
    {
        const auto graph = GraphDouble::start({}, m_clock).value();
        const auto channel = whatsapp(*graph);
        const auto& payloads = graph->payloads();
        const simulation::GraphPayloads::From from{QStringLiteral("972540001122"), QStringLiteral("Dana"),
                                                   QStringLiteral("wamid.1"), start};
        const QString word = QStringLiteral("x");
        const auto first = [&](const QByteArray& body) { return channel.parse(body).value().at(0); };
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.text(from, word))).text, word);
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.voice(from, word))).kind, domain::MessageKind::Audio);
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.image(from, word, word))).mediaId, word);
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.button(from, word, word, word))).choice, word);
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.document(from, word, word))).mediaName, word);
        const domain::Place place{32.08, 34.78, word, word};
        QCOMPARE(std::get<domain::MessageReceived>(first(payloads.location(from, place))).place, std::optional(place));
        QCOMPARE(std::get<domain::AddressChanged>(first(payloads.numberChanged(from, word))).user, word);
        QCOMPARE(std::get<domain::TemplateChanged>(
                     first(payloads.templateStatus(word, word, QStringLiteral("PAUSED"), start)))
                     .state,
                 QStringLiteral("paused"));
        QCOMPARE(std::get<domain::ReactionChanged>(first(payloads.reaction(from, word, word))).emoji, word);
        QCOMPARE(std::get<domain::MessageEdited>(first(payloads.edit(from, word, word))).text, word);
        QCOMPARE(std::get<domain::MessageDeleted>(first(payloads.revoke(from, word))).providerId, word);
        QCOMPARE(std::get<domain::EchoReceived>(first(payloads.echo(from, word))).patient.address.user, from.waId);
    }

    void telegramIsStrict()
    {
        const auto telegram = TelegramDouble::start({}, m_clock).value();
        channels::TelegramChannel channel(
            telegram->url(), telegram->bot(), [&] { return telegram->token(); }, m_client);
        const auto message = outgoing(domain::ChannelKind::Telegram, QStringLiteral("55"), QStringLiteral("שלום"), 2);
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Unreachable);
        const simulation::telegram::From from{55, QStringLiteral("Dana"), 1, start};
        telegram->deliver(simulation::telegram::textUpdate(from, QStringLiteral("hi")));
        const auto receipt = base::await(channel.send(message));
        QVERIFY(receipt);
        QCOMPARE(telegram->sent().at(0).providerId, receipt->providerId);
        QCOMPARE(telegram->sent().at(0).options.size(), std::size_t(2));
        telegram->failNext(1, TelegramDouble::botFault(429, QStringLiteral("Too Many Requests: retry after 3"), 3));
        const auto limited = base::await(channel.send(message));
        QCOMPARE(limited.error().retryAfter.value_or(0ms), base::Duration(3s));
        telegram->deliver(simulation::telegram::blockedUpdate(from, true));
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Unreachable);
        const QUrl url(telegram->url().toString() + QStringLiteral("/bot") + telegram->token() +
                       QStringLiteral("/sendMessage"));
        QCOMPARE(post(url, R"({"chat_id":55,"text":"x","color":"red"})").value().status, 400);
        telegram->revokeToken();
        QCOMPARE(base::await(channel.send(message)).error().code, ErrorCode::Unauthorised);
    }

    void pollerStoresInOrderAndConfirms()
    {
        const auto telegram = TelegramDouble::start({}, m_clock).value();
        const simulation::telegram::From from{55, QStringLiteral("Dana"), 1, start};
        const qint64 first = telegram->deliver(simulation::telegram::textUpdate(from, QStringLiteral("1")));
        Taken taken;
        {
            const channels::TelegramPoller poller(pollerSetup(*telegram, taken), m_client, m_clock);
            QTRY_COMPARE(taken.offset(), std::optional(first + 1));
            telegram->deliver(simulation::telegram::buttonUpdate(from, QStringLiteral("cb1"), QStringLiteral("v:1"),
                                                                 QStringLiteral("Yes")));
            QTRY_COMPARE(taken.offset(), std::optional(first + 2));
            QTRY_COMPARE(telegram->answeredCallbacks(), QStringList{QStringLiteral("cb1")});
            QTRY_COMPARE(telegram->pending(), 0);
        }
        QCOMPARE(taken.ids(), (std::vector<qint64>{first, first + 1}));
        QVERIFY(taken.problems().isEmpty());
    }

    void whatIsNotStoredComesAgain()
    {
        const auto telegram = TelegramDouble::start({}, m_clock).value();
        const simulation::telegram::From from{55, QStringLiteral("Dana"), 1, start};
        const qint64 first = telegram->deliver(simulation::telegram::textUpdate(from, QStringLiteral("1")));
        Taken taken;
        taken.failNext(1);
        const channels::TelegramPoller poller(pollerSetup(*telegram, taken), m_client, m_clock);
        QTRY_COMPARE(taken.problems().size(), 1);
        QVERIFY(!taken.offset());
        QCOMPARE(telegram->pending(), 1);
        QTRY_VERIFY(m_clock.nextDue().has_value());
        m_clock.advance(1s);
        QTRY_COMPARE(taken.ids(), (std::vector<qint64>{first}));
        QTRY_COMPARE(taken.offset(), std::optional(first + 1));
        QTRY_COMPARE(taken.problems().last(), QStringLiteral("well"));
    }

    void aSecondReceiverIsNamed()
    {
        const auto telegram = TelegramDouble::start({}, m_clock).value();
        Taken taken;
        const channels::TelegramPoller poller(pollerSetup(*telegram, taken), m_client, m_clock);
        const QUrl url(telegram->url().toString() + QStringLiteral("/bot") + telegram->token());
        QTRY_VERIFY(m_clock.nextDue().has_value()); // the long poll is there
        QCOMPARE(post(QUrl(url.toString() + QStringLiteral("/getUpdates")), R"({"timeout":0})").value().status, 200);
        QTRY_COMPARE(taken.problems(), QStringList{QStringLiteral("channel.telegramOtherReceiver")});
        QCOMPARE(post(QUrl(url.toString() + QStringLiteral("/setWebhook")), "{\"url\":\"https://x.example\"}")
                     .value()
                     .status,
                 200);
        QTRY_VERIFY(m_clock.nextDue().has_value());
        m_clock.advance(30s);
        QTRY_COMPARE(taken.problems().last(), QStringLiteral("channel.telegramWebhook"));
    }

    void longPollsEndByTheClock()
    {
        const auto telegram = TelegramDouble::start({}, m_clock).value();
        const QUrl url(telegram->url().toString() + QStringLiteral("/bot") + telegram->token() +
                       QStringLiteral("/getUpdates"));
        http::Request request;
        request.method = "POST";
        request.url = url;
        request.body = R"({"timeout":50})";
        request.headers = {{"Content-Type", "application/json"}};
        const auto answer = m_client.send(request);
        QTRY_VERIFY(m_clock.nextDue().has_value());
        m_clock.advance(50s);
        QCOMPARE(base::await(answer).value().body, QByteArray(R"({"ok":true,"result":[]})"));
    }
};

QTEST_GUILESS_MAIN(TestDoubles)
#include "test_doubles.moc"
