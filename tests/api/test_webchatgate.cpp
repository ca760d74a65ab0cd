// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/webchat/posts.h"
#include "api/webchat/ratelimits.h"
#include "api/webchat/sessions.h"
#include "api/webchat/site.h"

#include "base/json.h"

#include <QSet>
#include <QTest>

using namespace delpek;
using namespace delpek::api::webchat;
using namespace std::chrono_literals;

namespace
{

const base::Instant noon = base::fromMillis(1'772'600'000'000);
const QByteArray key(32, 'k');

QString words(int count)
{
    return QString(count, QChar(0x05D0));
}

QByteArray post(const base::Json& json)
{
    return base::toBytes(json);
}

} // namespace

/// Who is let in to the web chat, and with what.
class TestWebChatGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenNamesItsVisitor()
    {
        const Sessions sessions(key, 24h);
        const QByteArray token = sessions.issue(noon);
        const auto user = sessions.userOf(token, noon + 1h);
        QVERIFY(user);
        QCOMPARE(user->size(), 32);
        QCOMPARE(sessions.userOf(token, noon + 23h).value(), *user);
        QVERIFY2(!token.contains(user->toLatin1()), "what is stored leads back to the token");
    }

    void tokensDiffer()
    {
        const Sessions sessions(key, 24h);
        QSet<QByteArray> tokens;
        QSet<QString> users;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray token = sessions.issue(noon);
            tokens.insert(token);
            users.insert(sessions.userOf(token, noon).value());
        }
        QCOMPARE(tokens.size(), 1000);
        QCOMPARE(users.size(), 1000);
    }

    void everyChangedLetterIsRefused()
    {
        const Sessions sessions(key, 24h);
        const QByteArray token = sessions.issue(noon);
        const QString user = sessions.userOf(token, noon).value();
        for (qsizetype i = 0; i < token.size(); ++i) {
            QByteArray forged = token;
            forged[i] = forged[i] == 'A' ? 'B' : 'A';
            const auto read = sessions.userOf(forged, noon);
            // The last letter's lowest bits say nothing.
            QVERIFY2(!read || (i == token.size() - 1 && *read == user), qPrintable(QString::number(i)));
        }
    }

    void badTokens_data()
    {
        const Sessions sessions(key, 24h);
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("none") << QByteArray();
        QTest::newRow("short") << sessions.issue(noon).chopped(1);
        QTest::newRow("long") << sessions.issue(noon) + "A";
        QTest::newRow("no base64") << QByteArray(75, '!');
        QTest::newRow("zeros") << QByteArray(75, 'A');
        QTest::newRow("another key") << Sessions(QByteArray(32, 'x'), 24h).issue(noon);
        QTest::newRow("too old") << sessions.issue(noon - 24h - 1ms);
        QTest::newRow("of tomorrow") << sessions.issue(noon + 24h);
    }
    void badTokens()
    {
        QFETCH(QByteArray, token);
        const auto user = Sessions(key, 24h).userOf(token, noon);
        QVERIFY(!user);
        QCOMPARE(user.error().code, ErrorCode::Unauthorised);
    }

    void keysAreFresh()
    {
        QCOMPARE(Sessions::newKey().size(), 32);
        QVERIFY(Sessions::newKey() != Sessions::newKey());
    }

    void bearers_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("bearer") << QByteArray("Bearer abc") << QByteArray("abc");
        QTest::newRow("small letters") << QByteArray("bearer abc ") << QByteArray("abc");
        QTest::newRow("another scheme") << QByteArray("Basic abc") << QByteArray();
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void bearers()
    {
        QFETCH(QByteArray, field);
        QTEST(bearerOf(field), "token");
    }

    void origins_data()
    {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QStringList>("origins");
        const auto row = [](const char* name, const QString& setting, const QStringList& origins) {
            QTest::newRow(name) << setting << origins;
        };
        const QString clinic = QStringLiteral("https://clinic.example");
        row("none", {}, {});
        row("one", clinic, {clinic});
        row("two", clinic + QStringLiteral("  http://localhost:8080 "),
            {clinic, QStringLiteral("http://localhost:8080")});
        row("with a comma", clinic + QStringLiteral(",https://a.b.example"),
            {clinic, QStringLiteral("https://a.b.example")});
        row("an address", QStringLiteral("http://[::1]:80"), {QStringLiteral("http://[::1]:80")});
    }
    void origins()
    {
        QFETCH(QString, setting);
        const auto read = parseOrigins(setting);
        QVERIFY(read);
        QTEST(*read, "origins");
    }

    void noOrigins_data()
    {
        QTest::addColumn<QString>("setting");
        for (const char* text : {"clinic.example", "https://clinic.example/", "https://*.example", "*", "null",
                                 "https://Clinic.example", "ftp://clinic.example", "https://clinic.example;script-src",
                                 "https://a'b", "https://clinic.example:port", "https://"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void noOrigins()
    {
        QFETCH(QString, setting);
        const auto read = parseOrigins(QStringLiteral("https://good.example ") + setting);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::InvalidInput);
        QVERIFY(read.error().detail.contains(setting));
    }

    void policyAllowsNothingInlineOrFromElsewhere()
    {
        const QByteArray alone = contentSecurityPolicy({});
        QVERIFY(alone.startsWith("default-src 'none';"));
        QVERIFY(alone.endsWith("frame-ancestors 'none'"));
        const QByteArray framed = contentSecurityPolicy({QStringLiteral("https://clinic.example")});
        QVERIFY(framed.endsWith("frame-ancestors 'self' https://clinic.example"));
        for (const char* word : {"unsafe", "http://", "data:", "*"}) {
            QVERIFY2(!alone.contains(word), word);
        }
        // Pictures and sounds only: what a blob holds is never run.
        QCOMPARE(QByteArray(alone).replace("img-src 'self' blob:;", "").replace("media-src blob:;", "").count("blob:"),
                 0);
    }

    void everyAnswerIsPlainAndUncached()
    {
        const auto fields = commonHeaders(Cache::Never);
        QCOMPARE(http::header(fields, "Cache-Control"), QByteArray("no-store"));
        QCOMPARE(http::header(fields, "X-Content-Type-Options"), QByteArray("nosniff"));
        QCOMPARE(http::header(fields, "Referrer-Policy"), QByteArray("no-referrer"));
        QCOMPARE(http::header(refusal({429, "too-fast", {}, 1500ms}).headers, "Retry-After"), QByteArray("2"));
    }

    void requestsOfOtherSites_data()
    {
        QTest::addColumn<QByteArray>("origin");
        QTest::addColumn<QByteArray>("site");
        QTest::addColumn<bool>("isOurs");
        QTest::newRow("our page") << QByteArray("https://chat.example") << QByteArray("same-origin") << true;
        QTest::newRow("our page, plain") << QByteArray("http://chat.example") << QByteArray() << true;
        QTest::newRow("no browser") << QByteArray() << QByteArray() << true;
        QTest::newRow("an allowed site") << QByteArray("https://clinic.example") << QByteArray("cross-site") << true;
        QTest::newRow("another site") << QByteArray("https://evil.example") << QByteArray("cross-site") << false;
        QTest::newRow("another site, old browser") << QByteArray("https://evil.example") << QByteArray() << false;
        QTest::newRow("another port") << QByteArray("https://chat.example:444") << QByteArray() << false;
        QTest::newRow("a longer name") << QByteArray("https://chat.example.evil") << QByteArray() << false;
        QTest::newRow("no origin") << QByteArray("null") << QByteArray() << false;
        QTest::newRow("no origin told, from elsewhere") << QByteArray() << QByteArray("cross-site") << false;
    }
    void requestsOfOtherSites()
    {
        QFETCH(QByteArray, origin);
        QFETCH(QByteArray, site);
        http::Headers fields{{"Host", "Chat.example"}};
        if (!origin.isEmpty()) {
            fields.emplaceBack("Origin", origin);
        }
        if (!site.isEmpty()) {
            fields.emplaceBack("Sec-Fetch-Site", site);
        }
        QTEST(isFromOurPage(fields, {QStringLiteral("https://clinic.example")}), "isOurs");
    }

    void callers_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArray>("forwarded");
        QTest::addColumn<QString>("caller");
        const QString proxy = QStringLiteral("10.0.0.1");
        const QString peer = QStringLiteral("192.0.2.7");
        QTest::newRow("direct") << peer << QByteArray() << peer;
        QTest::newRow("direct and lying") << peer << QByteArray("198.51.100.1") << peer;
        QTest::newRow("through the proxy") << proxy << QByteArray("198.51.100.1") << QStringLiteral("198.51.100.1");
        QTest::newRow("lying to the proxy")
            << proxy << QByteArray("1.2.3.4, 198.51.100.1") << QStringLiteral("198.51.100.1");
        QTest::newRow("the proxy tells none") << proxy << QByteArray() << proxy;
        QTest::newRow("endless") << proxy << QByteArray(1000, '1') << proxy;
    }
    void callers()
    {
        QFETCH(QString, peer);
        QFETCH(QByteArray, forwarded);
        http::ServerRequest request;
        request.remoteAddress = peer;
        request.headers = {{"X-Forwarded-For", forwarded}};
        QTEST(callerOf(request, QStringLiteral("10.0.0.1")), "caller");
    }

    void limitsAreEachKeysOwn()
    {
        RateLimits limits(60, 3);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(!limits.take(QStringLiteral("a"), noon));
        }
        QCOMPARE(limits.take(QStringLiteral("a"), noon), std::optional<base::Duration>(1000ms));
        QVERIFY(!limits.take(QStringLiteral("b"), noon));
        QVERIFY(!limits.take(QStringLiteral("a"), noon + 1s));
        QVERIFY(limits.take(QStringLiteral("a"), noon + 1s));
    }

    void limitsStayBounded()
    {
        RateLimits limits(60, 3, 2000);
        for (int i = 0; i < 10'000; ++i) {
            limits.take(QString::number(i), noon);
        }
        QCOMPARE(limits.size(), std::size_t(2000));
        QVERIFY2(limits.take(QStringLiteral("new"), noon), "a flood opens the gate");
        QVERIFY2(!limits.take(QStringLiteral("new"), noon + 1min), "the gate stays closed after the flood");
        QVERIFY(limits.size() < 10);
    }

    void posts_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("key");
        const base::Json good{{"id", "abcdefgh-1"}, {"text", "hi"}};
        const auto row = [&](const char* name, const char* member, const base::Json& value, int status,
                             const char* objection) {
            base::Json json = good;
            json[member] = value;
            QTest::newRow(name) << post(json) << status << QByteArray(objection);
        };
        row("text", "language", "en", 200, "");
        row("just fits", "text", base::utf8(words(100)), 200, "");
        row("too long", "text", base::utf8(words(101)), 422, "text-too-long");
        row("empty", "text", "", 422, "text-empty");
        row("blank", "text", " \n\t", 422, "text-empty");
        row("no text", "text", nullptr, 422, "text-empty");
        row("id too short", "id", "abc", 400, "malformed");
        row("id too long", "id", std::string(65, 'a'), 400, "malformed");
        row("id with a line", "id", "abcdefgh\n", 400, "malformed");
        row("id with a colon", "id", "abcdefgh:1", 400, "malformed");
        row("choice of nothing", "choice", "slot:1", 400, "malformed");
        QTest::newRow("no JSON") << QByteArray("hello") << 400 << QByteArray("malformed");
        QTest::newRow("a list") << QByteArray("[]") << 400 << QByteArray("malformed");
        QTest::newRow("far too long") << QByteArray(40'000, ' ') << 413 << QByteArray("text-too-long");
    }
    void posts()
    {
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, key);
        const auto read = readPost(body, 100);
        QCOMPARE(read ? 200 : read.error().status, status);
        if (!read) {
            QCOMPARE(QByteArray(read.error().key), key);
            QVERIFY(!read.error().reason.isEmpty());
        }
    }

    void choiceNamesItsMessage()
    {
        const auto read = readPost(post({{"id", "abcdefgh-1"}, {"choice", "slot:1"}, {"message", 7}}), 100);
        QVERIFY(read);
        QCOMPARE(read->choice, QStringLiteral("slot:1"));
        QCOMPARE(read->message.value, 7);
        QCOMPARE(read->language, QStringLiteral("he"));
    }

    void seen()
    {
        const auto read = readSeen(R"({"ids":[3,5]})");
        QVERIFY(read);
        QCOMPARE(read->size(), std::size_t(2));
        QVERIFY(!readSeen(R"({"ids":["3"]})"));
        QVERIFY(!readSeen(R"({"ids":3})"));
        QVERIFY(!readSeen("{}"));
        QVERIFY(!readSeen(post({{"ids", std::vector<int>(101, 1)}})));
    }
};

QTEST_GUILESS_MAIN(TestWebChatGate)
#include "test_webchatgate.moc"
