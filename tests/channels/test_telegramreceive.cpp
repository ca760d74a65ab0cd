// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/check.h"
#include "channels/telegram/commands.h"
#include "channels/telegram/fields.h"
#include "channels/telegram/parser.h"
#include "channels/telegram/poller.h"
#include "channels/telegram/requests.h"
#include "channels/telegram/setup.h"
#include "channels/telegram/webhook.h"
#include "http/networkclient.h"
#include "simulation/doubles/telegramdouble.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using base::Json;
using channels::FindingState;
using simulation::TelegramDouble;

namespace
{

const base::Instant start = base::fromMillis(1'767'225'600'000);
const simulation::telegram::From patient{55, QStringLiteral("Dana"), 1, start};
const simulation::telegram::From owner{99, QStringLiteral("Desk"), 2, start};
const QString connection = QStringLiteral("ZpQ7rT2-bKx_01");
const QUrl clinic(QStringLiteral("https://clinic.example/desk/"));

/// Single quotes stand for double ones.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray numbered(Json update)
{
    update["update_id"] = 1;
    return base::toBytes(update);
}

/// "subject state key", in order.
QStringList written(const channels::Findings& findings)
{
    QStringList lines;
    for (const auto& finding : findings) {
        const QString state = finding.state == FindingState::Good        ? QStringLiteral("good")
                              : finding.state == FindingState::Attention ? QStringLiteral("attention")
                                                                         : QStringLiteral("fault");
        lines.append((finding.subject + QLatin1Char(' ') + state + QLatin1Char(' ') + finding.key).trimmed());
    }
    return lines;
}

} // namespace

/// How updates come in, and what keeps them from coming.
class TestTelegramReceive : public QObject
{
    Q_OBJECT

private:
    base::VirtualClock m_clock{start};
    http::NetworkClient m_client;
    std::unique_ptr<TelegramDouble> m_telegram;

    channels::telegram::Line line() const
    {
        return {m_telegram->url(), m_telegram->token(), const_cast<http::NetworkClient*>(&m_client), 5s};
    }
    Result<http::Response> call(const char* method, const Json& body)
    {
        return base::await(line().post({QString::fromLatin1(method), body}));
    }
    QStringList check(bool polling, const QUrl& webhook = {})
    {
        return written(channels::telegram::check({m_telegram->url(), m_telegram->token(), polling, webhook}, m_client));
    }
    std::vector<domain::Event> read(const Json& update)
    {
        return channels::telegram::parse(numbered(update), m_telegram->bot()).value();
    }

private Q_SLOTS:
    void init() { m_telegram = TelegramDouble::start({}, m_clock).value(); }
    void cleanup() { m_telegram.reset(); }

    void addresses_data()
    {
        QTest::addColumn<QString>("user");
        QTest::addColumn<bool>("good");
        QTest::newRow("chat") << QStringLiteral("5512345678901") << true;
        QTest::newRow("business") << QStringLiteral("5512345678901@ZpQ7-b_x") << true;
        QTest::newRow("group") << QStringLiteral("-1001234567890") << true;
        QTest::newRow("name") << QStringLiteral("@clinic") << false;
        QTest::newRow("no connection") << QStringLiteral("55@") << false;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("no number") << QStringLiteral("55x@a") << false;
    }
    void addresses()
    {
        QFETCH(QString, user);
        QFETCH(bool, good);
        const auto chat = channels::telegram::chatOf(user);
        QCOMPARE(chat.has_value(), good);
        if (chat) {
            QCOMPARE(channels::telegram::userOf(*chat), user);
            const QString id = channels::telegram::providerIdOf(user, QStringLiteral("41"));
            QCOMPARE(channels::telegram::messageIdIn(user, id), std::optional<qint64>(41));
            QVERIFY(!channels::telegram::messageIdIn(QStringLiteral("1"), id));
            QVERIFY(!channels::telegram::messageIdIn(user, QStringLiteral("cb:41")));
        }
    }

    void payloadsAreUnderstood()
    {
        using domain::MessageReceived;
        namespace updates = simulation::telegram;
        const auto message = [this](const Json& update) { return std::get<MessageReceived>(read(update).at(0)); };
        QCOMPARE(message(updates::photoUpdate(patient, QStringLiteral("big"), QStringLiteral("x"))).mediaId,
                 QStringLiteral("big"));
        QVERIFY(message(updates::voiceUpdate(patient, QStringLiteral("v"))).voice);
        const auto begun = message(updates::startUpdate(patient, QStringLiteral("recall")));
        QCOMPARE(begun.text, QStringLiteral("/start"));
        QCOMPARE(begun.choice, QStringLiteral("start:recall"));
        const Json text = updates::textUpdate(patient, QStringLiteral("x"));
        QCOMPARE(message(updates::throughBusiness(text, connection)).sender.address.user,
                 QStringLiteral("55@") + connection);
        const auto echo =
            std::get<domain::EchoReceived>(read(updates::throughBusiness(text, connection, &owner)).at(0));
        QCOMPARE(echo.patient.address.user, QStringLiteral("55@") + connection);
        QCOMPARE(echo.patient.displayName, QStringLiteral("Dana"));
    }

    void updatesAreKeptForADay()
    {
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("1")));
        m_clock.advance(23h);
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("2")));
        QCOMPARE(m_telegram->pending(), 2);
        m_clock.advance(2h);
        QCOMPARE(m_telegram->pending(), 1);
    }

    void onlyKindsThatWereAskedForCome()
    {
        const Json reaction = simulation::telegram::reactionUpdate(patient, QStringLiteral("👍"));
        m_telegram->deliver(reaction);
        QCOMPARE(m_telegram->pending(), 0);
        QVERIFY(call("getUpdates", channels::telegram::updatesBody(std::nullopt, 0)));
        m_telegram->deliver(reaction);
        m_telegram->deliver(simulation::telegram::connectionUpdate(owner, connection, true));
        QCOMPARE(m_telegram->pending(), 2);
    }

    void onlyALastingDisturbanceIsNews_data()
    {
        QTest::addColumn<int>("failures");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("cut once") << 1 << QStringList();
        QTest::newRow("cut three times") << 3 << QStringList();
        QTest::newRow("gone") << 4
                              << QStringList{QStringLiteral("channel.telegramUnreachable"), QStringLiteral("well")};
    }
    void onlyALastingDisturbanceIsNews()
    {
        QFETCH(int, failures);
        QFETCH(QStringList, told);
        delpek::testing::ScriptedClient client;
        for (int i = 0; i < failures; ++i) {
            client.answer(502, "<html>");
        }
        client.answer(200, R"({"ok":true,"result":[]})");
        std::mutex mutex;
        QStringList heard;
        channels::TelegramPoller::Setup setup;
        setup.token = [] { return QStringLiteral("770011:x"); };
        setup.store = [](const QByteArray&) { return base::ready<Done>(Done{}); };
        setup.loadOffset = [] { return std::optional<qint64>(); };
        setup.saveOffset = [](qint64) {};
        setup.report = [&](const std::optional<Error>& problem) {
            const std::lock_guard lock(mutex);
            heard.append(problem ? problem->key : QStringLiteral("well"));
        };
        base::VirtualClock clock{start};
        const channels::TelegramPoller poller(std::move(setup), client, clock);
        // Each wait ends when the clock moves; one that begins meanwhile may end with it. The request after the good
        // answer is asked without a wait, after the news were told.
        const auto asked = [&] {
            if (clock.nextDue()) {
                clock.advance(1min);
            }
            return client.requests().size();
        };
        QTRY_COMPARE(asked(), std::size_t(failures + 2));
        const std::lock_guard lock(mutex);
        QCOMPARE(heard, told);
    }

    void theWebhookIsRegisteredAndDelivers()
    {
        const QString secret = QStringLiteral("word-of-the-webhook");
        m_telegram->deliver(simulation::telegram::buttonUpdate(patient, QStringLiteral("cb1"), QStringLiteral("v:1"),
                                                               QStringLiteral("Yes")));
        QVERIFY(base::await(channels::telegram::registerWebhook(line(), clinic, secret)));
        QCOMPARE(m_telegram->webhook(), QStringLiteral("https://clinic.example/desk/api/telegram/webhook"));
        QCOMPARE(call("getUpdates", Json::object()).value().status, 409);
        auto posts = m_telegram->webhookPosts();
        QCOMPARE(posts.size(), std::size_t(1));
        QVERIFY(channels::telegram::checkSecret(http::header(posts[0].headers, "X-Telegram-Bot-Api-Secret-Token"),
                                                secret.toLatin1()));
        m_telegram->webhookAnswered(posts[0], 503, {}, QStringLiteral("Wrong response from the webhook: 503"));
        QCOMPARE(m_telegram->pending(), 1);
        Json answer = channels::telegram::answerCallbackBody(channels::telegram::callbackId(posts[0].body).value());
        answer["method"] = "answerCallbackQuery";
        m_telegram->webhookAnswered(posts[0], 200, base::toBytes(answer));
        QCOMPARE(m_telegram->pending(), 0);
        QCOMPARE(m_telegram->answeredCallbacks(), QStringList{QStringLiteral("cb1")});
        QVERIFY(base::await(channels::telegram::removeWebhook(line())));
        QCOMPARE(call("getUpdates", Json::object()).value().status, 200);
    }

    void onlyOurOwnWebhookIsRemoved()
    {
        using channels::telegram::removeOwnWebhook;
        QCOMPARE(base::await(removeOwnWebhook(line(), clinic)), Result<bool>(false));
        QVERIFY(base::await(channels::telegram::registerWebhook(line(), clinic, QStringLiteral("s"))));
        for (const char* other : {"https://other.example", "http://clinic.example/desk", ""}) {
            QCOMPARE(base::await(removeOwnWebhook(line(), QUrl(QLatin1String(other)))), Result<bool>(false));
        }
        QVERIFY(!m_telegram->webhook().isEmpty());
        QCOMPARE(base::await(removeOwnWebhook(line(), clinic)), Result<bool>(true));
        QVERIFY(m_telegram->webhook().isEmpty());
        QCOMPARE(call("getUpdates", Json::object()).value().status, 200);
        m_telegram->revokeToken();
        QCOMPARE(base::await(removeOwnWebhook(line(), clinic)).error().code, ErrorCode::Unauthorised);
    }

    void theMenuIsInTheLanguageOfThePhone()
    {
        const auto bodies = channels::telegram::commandBodies(
            json("{'start':{'en':'Begin','he':'להתחיל'},'help':{'en':'Help','he':'עזרה'}}"));
        QVERIFY(bodies);
        QVERIFY(base::await(channels::telegram::registerCommands(line(), *bodies)));
        QCOMPARE(m_telegram->commandCalls(), 2);
        QCOMPARE(base::textAt(m_telegram->commands(QStringLiteral("he"))[1], "description"), QStringLiteral("להתחיל"));
        QCOMPARE(base::textAt(m_telegram->commands(QStringLiteral("en"))[1], "description"), QStringLiteral("Begin"));
        QCOMPARE(base::textAt(m_telegram->commands(QStringLiteral("ru"))[0], "command"), QStringLiteral("help"));
    }

    void menusThatTelegramRefuses_data()
    {
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("body");
        const QByteArray tooLong(257, 'x');
        QTest::newRow("name") << json("{'Start':{'en':'a','he':'b'}}")
                              << json("{'commands':[{'command':'Start','description':'a'}]}");
        QTest::newRow("no description") << json("{'start':{'en':'a'}}") << json("{'commands':[{'command':'start'}]}");
        QTest::newRow("long description")
            << json("{'start':{'he':'b','en':'LONG'}}").replace("LONG", tooLong)
            << json("{'commands':[{'command':'start','description':'LONG'}]}").replace("LONG", tooLong);
        QTest::newRow("no list") << QByteArray("[]") << json("{'commands':{}}");
        QTest::newRow("language") << QByteArray("{}") << json("{'commands':[],'language_code':'heb'}");
    }
    void menusThatTelegramRefuses()
    {
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, body);
        QVERIFY(!channels::telegram::commandBodies(words));
        QCOMPARE(call("setMyCommands", base::parseJson(body).value()).value().status, 400);
        QCOMPARE(m_telegram->commandCalls(), 0);
    }

    void addressesThatTelegramDoesNotDeliverTo_data()
    {
        QTest::addColumn<QUrl>("address");
        QTest::addColumn<QString>("secret");
        const QString secret = QStringLiteral("s");
        QTest::newRow("http") << QUrl(QStringLiteral("http://clinic.example")) << secret;
        QTest::newRow("port") << QUrl(QStringLiteral("https://clinic.example:8080")) << secret;
        QTest::newRow("no host") << QUrl(QStringLiteral("/desk")) << secret;
        QTest::newRow("no secret") << clinic << QString();
        QTest::newRow("secret with a space") << clinic << QStringLiteral("a b");
        QTest::newRow("long secret") << clinic << QString(257, QLatin1Char('a'));
    }
    void addressesThatTelegramDoesNotDeliverTo()
    {
        QFETCH(QUrl, address);
        QFETCH(QString, secret);
        const auto refused = base::await(channels::telegram::registerWebhook(line(), address, secret));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(m_telegram->webhook().isEmpty());
    }

    void pressesAreAnsweredInTime()
    {
        const auto press = [this](const char* id) {
            m_telegram->deliver(simulation::telegram::buttonUpdate(patient, QString::fromLatin1(id),
                                                                   QStringLiteral("v:1"), QStringLiteral("Yes")));
        };
        const auto answer = [this](const char* id) {
            return call("answerCallbackQuery", channels::telegram::answerCallbackBody(QString::fromLatin1(id)))
                .value()
                .status;
        };
        press("a");
        press("b");
        QCOMPARE(answer("a"), 200);
        QCOMPARE(answer("a"), 400);
        QCOMPARE(answer("never"), 400);
        m_clock.advance(31s);
        QCOMPARE(answer("b"), 400);
    }

    void theDoubleRefusesWhatTelegramRefuses_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("why"); // empty: it is good
        const auto row = [](const char* name, const char* method, const QByteArray& more, const char* why) {
            QTest::newRow(name) << QString::fromLatin1(method) << QByteArray(R"({"chat_id":55,)" + more + "}")
                                << QString::fromLatin1(why);
        };
        const QByteArray html = R"("parse_mode":"HTML","text":)";
        row("good", "sendMessage", html + R"("<b>x</b> &amp; &copy; y")", "");
        row("unknown tag", "sendMessage", html + R"("א<x>y</x>")",
            "can't parse entities: Unsupported start tag \"x\" at byte offset 2");
        row("open tag", "sendMessage", html + R"("<b>y")",
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        row("half a tag", "sendMessage", html + R"("1 < 2")",
            "can't parse entities: Unclosed start tag at byte offset 2");
        row("end alone", "sendMessage", html + R"("y</b>")",
            "can't parse entities: Unexpected end tag at byte offset 1");
        row("crossed", "sendMessage", html + R"("<b><i>y</b></i>")",
            "can't parse entities: Unmatched end tag at byte offset 7, expected \"</i>\", found \"</b>\"");
        row("other style", "sendMessage", R"("parse_mode":"BBCode","text":"x")", "unsupported parse_mode");
        row("nothing left", "sendMessage", html + R"("<b> </b>")", "message text is empty");
        row("old name", "sendMessage", R"("text":"x","reply_to_message_id":1)", "unknown parameter");
        row("long data", "sendMessage",
            "\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"" +
                QByteArray(65, 'd') + "\"}]]}",
            "BUTTON_DATA_INVALID");
        row("no photo", "sendPhoto", R"("caption":"x")", "there is no photo in the request");
        row("venue without a name", "sendVenue", R"("latitude":1,"longitude":2,"title":"","address":"x")",
            "venue title and address must not be empty");
        row("off the globe", "sendLocation", R"("latitude":91,"longitude":2)", "latitude is empty or invalid");
        row("action", "sendChatAction", R"("action":"thinking")", "wrong parameter action in request");
        row("two reactions", "setMessageReaction",
            R"("message_id":1,"reaction":[{"type":"emoji","emoji":"a"},{"type":"emoji","emoji":"b"}])",
            "REACTIONS_TOO_MANY");
        row("edit of nothing", "editMessageText", R"("message_id":1,"text":"x")", "message to edit not found");
    }
    void theDoubleRefusesWhatTelegramRefuses()
    {
        QFETCH(QString, method);
        QFETCH(QByteArray, body);
        QFETCH(QString, why);
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("hi")));
        const auto answer = base::await(line().post({method, base::parseJson(body).value()})).value();
        const auto json = base::parseJson(answer.body).value();
        QCOMPARE(answer.status, why.isEmpty() ? 200 : 400);
        QCOMPARE(base::textAt(json, "description"), why.isEmpty() ? QString() : QStringLiteral("Bad Request: ") + why);
        QCOMPARE(m_telegram->sent().size(), why.isEmpty() ? 1U : 0U);
    }

    void checkWhilePolling()
    {
        QCOMPARE(check(true), (QStringList{QStringLiteral("token good"), QStringLiteral("webhook good"),
                                           QStringLiteral("last-event good")}));
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("1")));
        QCOMPARE(check(true).last(), QStringLiteral("last-event attention check.telegramWaiting"));
        QVERIFY(base::await(channels::telegram::registerWebhook(line(), clinic, QStringLiteral("s"))));
        QCOMPARE(check(true).at(1), QStringLiteral("webhook fault check.telegramWebhookSet"));
        m_telegram->revokeToken();
        QCOMPARE(check(true), QStringList{QStringLiteral("token fault check.telegramToken")});
    }

    void checkWithAWebhook()
    {
        const QUrl ours = channels::telegram::webhookAddress(clinic).value();
        QCOMPARE(check(false, ours).at(1), QStringLiteral("webhook fault check.telegramWebhookMissing"));
        QVERIFY(base::await(channels::telegram::registerWebhook(line(), clinic, QStringLiteral("s"))));
        QCOMPARE(check(false, ours),
                 (QStringList{QStringLiteral("token good"), QStringLiteral("webhook good"),
                              QStringLiteral("subscription good"), QStringLiteral("last-event good")}));
        QCOMPARE(check(false, QUrl(QStringLiteral("https://other.example/api/telegram/webhook"))).at(1),
                 QStringLiteral("webhook fault check.telegramWebhookElsewhere"));
        QVERIFY(call("setWebhook", {{"url", base::utf8(ours.toString())}, {"allowed_updates", {"message"}}}));
        QCOMPARE(check(false, ours).at(2), QStringLiteral("subscription attention check.telegramKinds"));
    }

    void checkNamesWhyDeliveriesFail_data()
    {
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("key");
        QTest::newRow("secret") << QStringLiteral("Wrong response from the webhook: 401 Unauthorized")
                                << QStringLiteral("check.telegramWebhookSecret");
        QTest::newRow("certificate") << QStringLiteral("SSL error {error:0A000086:certificate verify failed}")
                                     << QStringLiteral("check.telegramCertificate");
        QTest::newRow("down") << QStringLiteral("Connection refused") << QStringLiteral("check.telegramWebhookFails");
    }
    void checkNamesWhyDeliveriesFail()
    {
        QFETCH(QString, error);
        QFETCH(QString, key);
        QVERIFY(base::await(channels::telegram::registerWebhook(line(), clinic, QStringLiteral("s"))));
        m_telegram->deliver(simulation::telegram::textUpdate(patient, QStringLiteral("1")));
        const auto post = m_telegram->webhookPosts().at(0);
        m_telegram->webhookAnswered(post, 500, {}, error);
        QCOMPARE(check(false).at(1), QStringLiteral("webhook fault ") + key);
        m_telegram->webhookAnswered(post, 200, {});
        QCOMPARE(check(false).at(1), QStringLiteral("webhook attention check.telegramWebhookFailed"));
    }

    void checkWithoutAConnection()
    {
        const QUrl nowhere(QStringLiteral("http://127.0.0.1:1"));
        QCOMPARE(written(channels::telegram::check({nowhere, QStringLiteral("1:x"), true, {}}, m_client)),
                 QStringList{QStringLiteral("token fault check.telegramUnreachable")});
        QCOMPARE(written(channels::telegram::check({nowhere, {}, true, {}}, m_client)),
                 QStringList{QStringLiteral("token fault check.telegramToken")});
    }
};

QTEST_GUILESS_MAIN(TestTelegramReceive)
#include "test_telegramreceive.moc"
