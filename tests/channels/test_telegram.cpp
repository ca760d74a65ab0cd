// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/pollstate.h"
#include "channels/telegram/requests.h"
#include "channels/telegram/webhook.h"

#include "channels/channel.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using channels::Outgoing;
using channels::telegram::PollState;

namespace
{

Outgoing outgoing(const QString& text, int options = 0)
{
    Outgoing message;
    message.to = {domain::ChannelKind::Telegram, QStringLiteral("770011"), QStringLiteral("5512345678901")};
    message.text = text;
    for (int i = 1; i <= options; ++i) {
        message.options.push_back({QStringLiteral("v:%1").arg(i), QStringLiteral("Option %1").arg(i)});
    }
    return message;
}

} // namespace

class TestTelegram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bodies()
    {
        Outgoing message = outgoing(QStringLiteral("a <b> & _c_"), 2);
        message.quotedProviderId = QStringLiteral("5512345678901:41");
        QCOMPARE(base::toBytes(channels::telegram::messageBody(message).value()),
                 QByteArray(R"({"chat_id":5512345678901,"link_preview_options":{"is_disabled":true},)"
                            R"("reply_markup":{"inline_keyboard":[[{"callback_data":"v:1","text":"Option 1"}],)"
                            R"([{"callback_data":"v:2","text":"Option 2"}]]},)"
                            R"("reply_parameters":{"allow_sending_without_reply":true,"message_id":41},)"
                            R"("text":"a <b> & _c_"})"));
        message = outgoing(QStringLiteral("x"), 1);
        message.quotedProviderId = QStringLiteral("cb:77");
        message.options[0].value = QString(33, QChar(0x05D0)); // 66 bytes
        QCOMPARE(base::toBytes(channels::telegram::messageBody(message).value()),
                 QByteArray(R"({"chat_id":5512345678901,"link_preview_options":{"is_disabled":true},)"
                            R"("text":"x\n1. Option 1"})"));
    }

    void whatCanNeverGoIsRefused()
    {
        Outgoing nobody = outgoing(QStringLiteral("x"));
        nobody.to.user = QStringLiteral("@name");
        for (const Outgoing& message :
             {nobody, outgoing(QStringLiteral(" ")), outgoing(QString(4097, QLatin1Char('x')))}) {
            const auto body = channels::telegram::messageBody(message);
            QVERIFY(!body);
            QCOMPARE(body.error().code, ErrorCode::InvalidInput);
        }
    }

    void errors_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("retrySeconds");
        const auto row = [](const char* description, int code, ErrorCode expected, const char* key, int retry = -1,
                            const QByteArray& more = {}) {
            QTest::newRow(description) << code
                                       << QByteArray(R"({"ok":false,"error_code":)") + QByteArray::number(code) +
                                              ",\"description\":\"" + description + "\"" + more + "}"
                                       << static_cast<int>(expected) << QString::fromLatin1(key) << retry;
        };
        row("Bad Request: chat not found", 400, ErrorCode::Unreachable, "send.unreachable");
        row("Bad Request: message is too long", 400, ErrorCode::InvalidInput, "send.tooLong");
        row("Bad Request: BUTTON_DATA_INVALID", 400, ErrorCode::InvalidInput, "send.rejected");
        row("Unauthorized", 401, ErrorCode::Unauthorised, "send.tokenRefused");
        row("Forbidden: bot was blocked by the user", 403, ErrorCode::Unreachable, "send.unreachable");
        row("Not Found", 404, ErrorCode::Unauthorised, "send.tokenRefused");
        row("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook", 409,
            ErrorCode::Conflict, "telegram.webhookActive");
        row("Conflict: terminated by other getUpdates request; make sure", 409, ErrorCode::Conflict,
            "telegram.otherReceiver");
        row("Request Entity Too Large", 413, ErrorCode::InvalidInput, "send.tooLong");
        row("Too Many Requests: retry after 17", 429, ErrorCode::RateLimited, "send.rateLimited", 17,
            R"(,"parameters":{"retry_after":17})");
        row("Internal Server Error: restart", 500, ErrorCode::Unavailable, "send.unavailable");
        QTest::newRow("gateway") << 502 << QByteArray("<html>") << static_cast<int>(ErrorCode::Timeout)
                                 << QStringLiteral("send.unknown") << -1;
    }
    void errors()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        QFETCH(QString, key);
        QFETCH(int, retrySeconds);
        const Error error = channels::telegram::classify({status, {}, body});
        QCOMPARE(static_cast<int>(error.code), code);
        QCOMPARE(error.key, key);
        QCOMPARE(error.retryAfter.value_or(-1000ms).count() / 1000, retrySeconds);
    }

    void sendsAndReadsTheReceipt()
    {
        testing::ScriptedClient client;
        client.answer(200, R"({"ok":true,"result":{"message_id":9,"chat":{"id":5512345678901}}})");
        client.answer(200, R"({"ok":true,"result":true})");
        client.answer(502, "<html>");
        channels::TelegramChannel channel(
            QUrl(QStringLiteral("https://api.example")), QStringLiteral("770011"),
            [] { return QStringLiteral("770011:Secret"); }, client);
        const auto receipt = base::await(channel.send(outgoing(QStringLiteral("hi"))));
        QVERIFY(receipt);
        QCOMPARE(receipt->providerId, QStringLiteral("5512345678901:9"));
        QCOMPARE(client.requests()[0].url, QUrl(QStringLiteral("https://api.example/bot770011:Secret/sendMessage")));
        for (int i = 0; i < 2; ++i) {
            const auto unknown = base::await(channel.send(outgoing(QStringLiteral("hi"))));
            QVERIFY(!unknown);
            QCOMPARE(unknown.error().code, ErrorCode::Timeout);
            QVERIFY(!base::describe(unknown.error()).contains(QLatin1String("Secret")));
        }
    }

    void webhookSecret()
    {
        QVERIFY(channels::telegram::checkSecret("s3cret", "s3cret"));
        QVERIFY(!channels::telegram::checkSecret("s3creT", "s3cret"));
        QVERIFY(!channels::telegram::checkSecret("", "s3cret"));
        QVERIFY(!channels::telegram::checkSecret("", ""));
    }

    void theOffsetFollowsWhatIsStored()
    {
        PollState state(std::nullopt, 1);
        QVERIFY(!state.offset());
        state.stored(41);
        QCOMPARE(state.offset(), std::optional<qint64>(42));
        state.failed({ErrorCode::Unavailable, {}, {}});
        QCOMPARE(state.offset(), std::optional<qint64>(42));
        state.stored(7); // a new sequence after a quiet week
        QCOMPARE(state.offset(), std::optional<qint64>(8));
    }

    void waitsGrowAndServersAreObeyed()
    {
        PollState state(1, 1);
        const Error down{ErrorCode::Unavailable, {}, {}};
        for (const auto whole : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s}) {
            const auto wait = state.failed(down);
            QVERIFY(wait >= whole / 2 && wait <= whole);
        }
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(state.failed(down) <= 1min);
        }
        QCOMPARE(state.failed({ErrorCode::RateLimited, {}, {}, 17s}), base::Duration(17s));
        QCOMPARE(state.failed({ErrorCode::Conflict, {}, {}}), base::Duration(30s));
        state.succeeded();
        QVERIFY(state.failed(down) <= 1s);
    }
};

QTEST_GUILESS_MAIN(TestTelegram)
#include "test_telegram.moc"
