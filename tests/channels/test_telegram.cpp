// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "channels/scriptedclient.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/errors.h"
#include "channels/telegram/files.h"
#include "channels/telegram/format.h"
#include "channels/telegram/outbound.h"
#include "channels/telegram/pollstate.h"
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
        Outgoing message = outgoing(QStringLiteral("a <b> & _c_"), 3);
        message.quotedProviderId = QStringLiteral("5512345678901:41");
        message.options[1].label = QString(17, QLatin1Char('x')); // too long for half a row
        QCOMPARE(base::toBytes(channels::telegram::messageCall(message).value().body),
                 QByteArray(R"({"chat_id":5512345678901,"link_preview_options":{"is_disabled":true},)"
                            R"("parse_mode":"HTML",)"
                            R"("reply_markup":{"inline_keyboard":[[{"callback_data":"v:1","text":"Option 1"}],)"
                            R"([{"callback_data":"v:2","text":"xxxxxxxxxxxxxxxxx"}],)"
                            R"([{"callback_data":"v:3","text":"Option 3"}]]},)"
                            R"("reply_parameters":{"allow_sending_without_reply":true,"message_id":41},)"
                            R"("text":"a &lt;b&gt; &amp; _c_"})"));
        message = outgoing(QStringLiteral("x & y"), 1);
        message.quotedProviderId = QStringLiteral("cb:77");
        message.options[0].value = QString(33, QChar(0x05D0)); // 66 bytes
        QCOMPARE(base::toBytes(channels::telegram::messageCall(message).value().body),
                 QByteArray(R"({"chat_id":5512345678901,"link_preview_options":{"is_disabled":true},)"
                            R"("parse_mode":"HTML","text":"x &amp; y\n<b>1.</b> Option 1"})"));
        QCOMPARE(base::toBytes(channels::telegram::messageCall(message, channels::telegram::Style::Plain).value().body),
                 QByteArray(R"({"chat_id":5512345678901,"link_preview_options":{"is_disabled":true},)"
                            R"("text":"x & y\n1. Option 1"})"));
    }

    void shortButtonsShareARow()
    {
        const auto rows = [](const QStringList& labels) {
            Outgoing message = outgoing(QStringLiteral("?"));
            for (const QString& label : labels) {
                message.options.push_back({QLatin1Char('v') + label, label});
            }
            const auto call = channels::telegram::messageCall(message).value();
            std::vector<std::size_t> sizes;
            for (const auto& row : base::at(base::at(call.body, "reply_markup"), "inline_keyboard")) {
                sizes.push_back(row.size());
            }
            return sizes;
        };
        using Rows = std::vector<std::size_t>;
        QCOMPARE(rows({QStringLiteral("כן"), QStringLiteral("לא")}), Rows{2});
        QCOMPARE(rows({QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}), (Rows{2, 1}));
        QCOMPARE(rows({QStringLiteral("קביעת תור"), QStringLiteral("בדיקת חשבון"), QStringLiteral("שיחה עם רופא")}),
                 (Rows{2, 1}));
        QCOMPARE(rows({QStringLiteral("Sunday 4 January, 10:30"), QStringLiteral("none"), QStringLiteral("other")}),
                 (Rows{1, 2}));
        QCOMPARE(rows({QStringLiteral("one"), QStringLiteral("Sunday 4 January, 10:30"), QStringLiteral("two")}),
                 (Rows{1, 1, 1}));
    }

    void anAnswerGoesOutWhereTheQuestionCameIn()
    {
        Outgoing message = outgoing(QStringLiteral("x"));
        message.to.user = QStringLiteral("5512345678901@ZpQ7-b_x");
        message.quotedProviderId = QStringLiteral("5512345678901@ZpQ7-b_x:8");
        const auto call = channels::telegram::messageCall(message).value();
        QCOMPARE(base::textAt(call.body, "business_connection_id"), QStringLiteral("ZpQ7-b_x"));
        QCOMPARE(base::textAt(call.body, "chat_id"), QStringLiteral("5512345678901"));
        QCOMPARE(base::textAt(base::at(call.body, "reply_parameters"), "message_id"), QStringLiteral("8"));
        // The same number in the bot's own chat is another message.
        message.quotedProviderId = QStringLiteral("5512345678901:8");
        QVERIFY(!channels::telegram::messageCall(message).value().body.contains("reply_parameters"));
        QCOMPARE(channels::telegram::reactionCall(message.to, QStringLiteral("5512345678901@ZpQ7-b_x:8"),
                                                  QStringLiteral("👍"))
                     .error()
                     .code,
                 ErrorCode::Unsupported);
    }

    void filesGoAsTheyAreShownBest_data()
    {
        QTest::addColumn<domain::MessageKind>("kind");
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("voice");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("method"); // empty: refused
        const auto row = [](const char* name, domain::MessageKind kind, const char* type, bool voice, qint64 size,
                            const char* method) {
            QTest::newRow(name) << kind << QString::fromLatin1(type) << voice << size << QString::fromLatin1(method);
        };
        using domain::MessageKind;
        constexpr qint64 mebibyte = 1024 * 1024;
        row("picture", MessageKind::Image, "image/jpeg", false, 10 * mebibyte, "sendPhoto");
        row("large picture", MessageKind::Image, "image/jpeg", false, 10 * mebibyte + 1, "sendDocument");
        row("scan", MessageKind::Image, "image/tiff", false, 5, "sendDocument");
        row("voice", MessageKind::Audio, "audio/ogg; codecs=opus", true, 5, "sendVoice");
        row("other voice", MessageKind::Audio, "audio/wav", true, 5, "sendDocument");
        row("music", MessageKind::Audio, "Audio/MPEG", false, 5, "sendAudio");
        row("ogg that was not spoken", MessageKind::Audio, "audio/ogg", false, 5, "sendDocument");
        row("film", MessageKind::Video, "video/mp4", false, 5, "sendVideo");
        row("other film", MessageKind::Video, "video/quicktime", false, 5, "sendDocument");
        row("paper", MessageKind::Document, "application/pdf", false, 50 * mebibyte, "sendDocument");
        row("too large", MessageKind::Document, "application/pdf", false, 50 * mebibyte + 1, "");
        row("empty", MessageKind::Document, "application/pdf", false, 0, "");
        row("sticker", MessageKind::Sticker, "image/webp", false, 5, "");
    }
    void filesGoAsTheyAreShownBest()
    {
        QFETCH(domain::MessageKind, kind);
        QFETCH(QString, type);
        QFETCH(bool, voice);
        QFETCH(qint64, size);
        QFETCH(QString, method);
        Outgoing message = outgoing({});
        message.file = channels::OutgoingFile{kind, type, {}, voice, QByteArray(size, 'x')};
        const auto call = channels::telegram::messageCall(message);
        QCOMPARE(call ? call->method : QString(), method);
        QCOMPARE(channels::telegram::checkFile(*message.file).has_value(), !method.isEmpty());
        if (!call) {
            QCOMPARE(call.error().code, ErrorCode::InvalidInput);
        }
    }

    void whatCanNeverGoIsRefused()
    {
        Outgoing nobody = outgoing(QStringLiteral("x"));
        nobody.to.user = QStringLiteral("@name");
        Outgoing caption = outgoing(QString(1025, QLatin1Char('x')));
        caption.file = channels::OutgoingFile{domain::MessageKind::Image, QStringLiteral("image/png"), {}, false, "x"};
        for (const Outgoing& message :
             {nobody, outgoing(QStringLiteral(" ")), outgoing(QString(4097, QLatin1Char('x'))), caption}) {
            const auto body = channels::telegram::messageCall(message);
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
            ErrorCode::Conflict, "channel.telegramWebhook");
        row("Conflict: terminated by other getUpdates request; make sure", 409, ErrorCode::Conflict,
            "channel.telegramOtherReceiver");
        row("Request Entity Too Large", 413, ErrorCode::InvalidInput, "send.fileTooLarge");
        row("Bad Request: message caption is too long", 400, ErrorCode::InvalidInput, "send.tooLong");
        row("Bad Request: group chat was upgraded to a supergroup chat", 400, ErrorCode::Unreachable,
            "send.unreachable", -1, R"(,"parameters":{"migrate_to_chat_id":-1009876543210})");
        row("Forbidden: user is deactivated", 403, ErrorCode::Unreachable, "send.unreachable");
        row("Forbidden: bot can't initiate conversation with a user", 403, ErrorCode::Unreachable, "send.unreachable");
        row("Bad Request: business connection not found", 400, ErrorCode::Unreachable, "send.businessEnded");
        row("Bad Request: BUSINESS_CONNECTION_INVALID", 400, ErrorCode::Unreachable, "send.businessEnded");
        row("Bad Request: BUSINESS_PEER_INVALID", 400, ErrorCode::Unreachable, "send.businessEnded");
        row("Bad Request: BUSINESS_PEER_USAGE_MISSING", 400, ErrorCode::WindowClosed, "send.businessQuiet");
        row("Bad Request: not enough rights", 400, ErrorCode::Forbidden, "send.permissionMissing");
        row("Bad Request: file is too big", 400, ErrorCode::InvalidInput, "media.tooLarge");
        row("Bad Request: wrong file_id or the file is temporarily unavailable", 400, ErrorCode::NotFound, "");
        row("Conflict: terminated by setWebhook request", 409, ErrorCode::Conflict, "channel.telegramWebhook");
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
        client.answer(200, R"({"ok":true,"result":{"message_id":9}})");
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
