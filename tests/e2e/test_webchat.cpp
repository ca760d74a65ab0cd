// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/daemon.h"

#include "base/json.h"
#include "http/rawpeer.h"

#include <QDir>
#include <QTest>

#include <csignal>
#include <random>

using namespace delpek;
using test::Daemon;
using test::eventually;
using test::RawPeer;

namespace
{

const QByteArray hours = R"({"id":"aaaaaaaa-1","text":"What are your opening hours?","language":"en"})";
const QByteArray api = "/api/webchat/";

/// A visitor's page, as far as the wire goes.
struct Visitor {
    Daemon& daemon;
    QByteArray token = {};

    explicit Visitor(Daemon& daemon)
        : daemon(daemon)
    {
        const auto begun = daemon.post(api + "session", "");
        token = base::textAt(base::parseJson(begun.body).value_or(base::Json()), "token").toLatin1();
    }

    QByteArray bearer() const { return "Authorization: Bearer " + token + "\r\n"; }

    test::Reply say(const QByteArray& body) const { return daemon.post(api + "messages", body, bearer()); }

    std::unique_ptr<RawPeer> listen(const QByteArray& lastId = {}) const
    {
        auto peer = std::make_unique<RawPeer>(daemon.port());
        const QByteArray last = lastId.isEmpty() ? QByteArray() : "Last-Event-ID: " + lastId + "\r\n";
        peer->send("GET " + api + "events HTTP/1.1\r\nHost: clinic\r\n" + bearer() + last + "\r\n");
        return peer;
    }
};

/// The next event "message"; null when none comes.
base::Json nextMessage(RawPeer& peer)
{
    QByteArray event;
    while (!event.contains("event: message\n") || !event.endsWith("\n\n")) {
        const QByteArray byte = peer.readBytes(1);
        if (byte.isEmpty()) {
            return {};
        }
        event = event.endsWith("\n\n") ? byte : event + byte;
    }
    const qsizetype at = event.indexOf("data: ") + 6;
    return base::parseJson(event.mid(at, event.indexOf('\n', at) - at)).value_or(base::Json());
}

/// The whole events "message" in what a stream gave before it ended, by their id.
void gather(const QByteArray& text, std::map<qint64, base::Json>& told, QByteArray& lastId, int& doubles)
{
    for (qsizetype from = 0, end = 0; (end = text.indexOf("\n\n", from)) >= 0; from = end + 2) {
        const QByteArray event = text.mid(from, end - from);
        const qsizetype data = event.indexOf("data: ");
        if (!event.contains("event: message\n") || data < 0) {
            continue;
        }
        const qsizetype id = event.indexOf("id: ") + 4;
        lastId = event.mid(id, event.indexOf('\n', id) - id);
        const auto json = base::parseJson(event.mid(data + 6)).value();
        doubles += told.emplace(json["id"].get<qint64>(), json).second ? 0 : 1;
    }
}

} // namespace

/// The web chat seen from outside of the process, byte by byte.
class TestWebChat : public QObject
{
    Q_OBJECT

    static std::unique_ptr<Daemon> started(const std::map<QString, QString>& settings = {})
    {
        auto daemon = std::make_unique<Daemon>();
        daemon->set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        daemon->set(QStringLiteral("media.folder"), daemon->folder() + QStringLiteral("/files"));
        for (const auto& [key, value] : settings) {
            daemon->set(key, value);
        }
        return daemon->start() ? std::move(daemon) : nullptr;
    }

private Q_SLOTS:
    void isOffUnlessEnabled()
    {
        Daemon daemon;
        QVERIFY(daemon.start());
        QCOMPARE(daemon.get("/chat").status, 404);
        QCOMPARE(daemon.post(api + "session", "").status, 404);
        QCOMPARE(daemon.terminate(), 0);
    }

    void servesThePage()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        for (const char* path :
             {"/chat", "/chat/app.js", "/chat/words.js", "/chat/bubbles.js", "/chat/files.js", "/chat/storage.js",
              "/chat/seen.js", "/chat/stream.js", "/chat/app.css", "/chat/icon.svg", "/chat/embed.js"}) {
            RawPeer peer(daemon->port());
            QVERIFY(peer.send(QByteArray("GET ") + path + " HTTP/1.1\r\nHost: clinic\r\n\r\n"));
            const auto answer = peer.read();
            QCOMPARE(answer.status, 200);
            for (const char* field : {"Content-Security-Policy: default-src 'none'; script-src 'self'",
                                      "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer"}) {
                QVERIFY2(answer.head.contains(field), path);
            }
            QVERIFY2(!answer.body.contains("<script>") && !answer.body.contains(" style="), path);
        }
        QCOMPARE(daemon->terminate(), 0);
    }

    void answersOnceHoweverOftenItIsPosted()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        const auto stream = visitor.listen();
        QCOMPARE(stream->read(false).status, 200);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(visitor.say(hours).status, 200);
        }
        QCOMPARE(base::textAt(nextMessage(*stream), "clientId"), QStringLiteral("aaaaaaaa-1"));
        const auto answer = nextMessage(*stream);
        QVERIFY(base::textAt(answer, "text").contains(QStringLiteral("19:00")));
        QCOMPARE(base::textAt(answer, "from"), QStringLiteral("agent"));

        const QString count = QStringLiteral("SELECT count(*) FROM message WHERE author = '%1'");
        QCOMPARE(daemon->value(count.arg(QStringLiteral("patient"))).toInt(), 1);
        QCOMPARE(daemon->value(count.arg(QStringLiteral("agent"))).toInt(), 1);

        // Delivered because the stream wrote it, read only because the page says so.
        const QString state = QStringLiteral("SELECT delivery FROM message WHERE author = 'agent'");
        QVERIFY(eventually([&] { return daemon->value(state).toString() == QLatin1String("delivered"); }));
        const QByteArray seen = "{\"ids\":[" + base::textAt(answer, "id").toLatin1() + "]}";
        QCOMPARE(daemon->post(api + "read", seen, Visitor(*daemon).bearer()).status, 200);
        QTest::qWait(200);
        QCOMPARE(daemon->value(state).toString(), QStringLiteral("delivered"));
        QCOMPARE(daemon->post(api + "read", seen, visitor.bearer()).status, 200);
        QVERIFY(eventually([&] { return daemon->value(state).toString() == QLatin1String("read"); }));
        QCOMPARE(daemon->terminate(), 0);
    }

    /// The answer comes while nobody listens; another process tells it, after the last one seen.
    void tellsWhatCameWhileTheVisitorWasAway()
    {
        auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        QCOMPARE(visitor.say(hours).status, 200);
        const QString sent =
            QStringLiteral("SELECT count(*) FROM message WHERE author = 'agent' AND delivery = 'sent'");
        QVERIFY(eventually([&] { return daemon->value(sent).toInt() == 1; }));
        QCOMPARE(daemon->terminate(), 0);
        QVERIFY(daemon->start());

        const auto whole = visitor.listen();
        QCOMPARE(whole->read(false).status, 200);
        const auto mine = nextMessage(*whole);
        const auto answer = nextMessage(*whole);
        QCOMPARE(base::textAt(mine, "from"), QStringLiteral("visitor"));
        QCOMPARE(base::textAt(answer, "from"), QStringLiteral("agent"));
        QVERIFY(eventually([&] { return daemon->value(sent).toInt() == 0; }));

        const auto rest = visitor.listen(base::textAt(mine, "id").toLatin1());
        QCOMPARE(rest->read(false).status, 200);
        QCOMPARE(base::textAt(nextMessage(*rest), "id"), base::textAt(answer, "id"));
        const auto nothing = visitor.listen(base::textAt(answer, "id").toLatin1());
        QCOMPARE(nothing->read(false).status, 200);
        QVERIFY(!nothing->readBytes(14).contains("id:"));
        QCOMPARE(daemon->terminate(), 0);
    }

    /// The process was cut between the sending and its receipt. Here nothing is unknown: the message is there.
    void settlesACutSending()
    {
#ifndef DELPEK_CUT_POINTS
        QSKIP("a build without cut points");
#endif
        auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        daemon->terminate();
        daemon->setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("send.after-call:1"));
        QVERIFY(daemon->start());
        visitor.say(hours);
        QVERIFY(daemon->waitUntilCut());
        QCOMPARE(daemon->value(QStringLiteral("SELECT state FROM outbox")).toString(), QStringLiteral("sending"));
        daemon->setEnvironment(QStringLiteral("DELPEK_CUT_AT"), QStringLiteral("none:0"));
        QVERIFY(daemon->start());
        QVERIFY(eventually([&] {
            return daemon->value(QStringLiteral("SELECT state FROM outbox")).toString() == QLatin1String("sent");
        }));
        QCOMPARE(daemon->value(QStringLiteral("SELECT count(*) FROM escalation")).toInt(), 0);
        const auto stream = visitor.listen();
        QCOMPARE(stream->read(false).status, 200);
        nextMessage(*stream);
        QCOMPARE(base::textAt(nextMessage(*stream), "from"), QStringLiteral("agent"));
        QCOMPARE(daemon->terminate(), 0);
    }

    /// The process is killed again and again between posts and answers; the page goes on where it stood.
    void losesAndDoublesNothingOverKills()
    {
        constexpr int lives = 6;
        constexpr int postsInALife = 3;
        const auto seed = qEnvironmentVariableIsSet("DELPEK_TEST_SEED")
                              ? quint32(qEnvironmentVariableIntValue("DELPEK_TEST_SEED"))
                              : std::random_device{}();
        qInfo("DELPEK_TEST_SEED=%u", seed);
        std::mt19937 random(seed);
        const auto daemon = started({{QStringLiteral("webchat.rate-per-session"), QStringLiteral("6000")},
                                     {QStringLiteral("webchat.rate-per-address"), QStringLiteral("6000")}});
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        std::map<qint64, base::Json> told;
        QByteArray lastId;
        int doubles = 0;
        std::vector<QByteArray> unanswered;
        for (int life = 0; life < lives; ++life) {
            auto stream = visitor.listen(lastId);
            QCOMPARE(stream->read(false).status, 200);
            for (int i = 0; i < postsInALife; ++i) {
                const auto number = std::to_string(life) + '-' + std::to_string(i);
                unanswered.push_back(
                    base::toBytes({{"id", "aaaaaaaa-" + number}, {"text", "What are your opening hours? " + number}}));
            }
            std::erase_if(unanswered, [&](const QByteArray& post) {
                const bool twice = random() % 3 == 0;
                return visitor.say(post).status == 200 && (!twice || visitor.say(post).status == 200);
            });
            QTest::qWait(int(random() % 400));
            ::kill(pid_t(daemon->pid()), SIGKILL);
            QVERIFY(daemon->waitUntilCut());
            QByteArray text;
            for (QByteArray piece; !(piece = stream->readBytes(64 * 1024)).isEmpty();) {
                text += piece;
            }
            gather(text, told, lastId, doubles);
            QVERIFY(daemon->start());
        }
        const auto none = [&](const char* sql) {
            return eventually([&] { return daemon->value(QString::fromLatin1(sql)).toInt() == 0; });
        };
        for (const QByteArray& post : unanswered) {
            QCOMPARE(visitor.say(post).status, 200);
        }
        QVERIFY(none("SELECT count(*) FROM inbox WHERE state = 'pending'"));
        QVERIFY(none("SELECT count(*) FROM message WHERE waiting = 1"));
        QVERIFY(none("SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'withdrawn')"));
        const auto stream = visitor.listen(lastId);
        QCOMPARE(stream->read(false).status, 200);
        QVERIFY(none("SELECT count(*) FROM message WHERE delivery IN ('sent', 'unknown')"));
        QCOMPARE(daemon->terminate(), 0);
        gather(stream->readBytes(4 * 1024 * 1024), told, lastId, doubles);

        QCOMPARE(daemon->value(QStringLiteral("SELECT count(*) FROM message WHERE author = 'patient'")).toInt(),
                 lives * postsInALife);
        QCOMPARE(daemon->value(QStringLiteral("SELECT reason FROM escalation")).toString(), QString());
        const auto rows = daemon->query(
            QStringLiteral("SELECT id, text FROM message WHERE delivery IN ('none', 'delivered') ORDER BY id"));
        QCOMPARE(qsizetype(told.size()), rows.size());
        for (const auto& row : rows) {
            const auto found = told.find(row[0].toLongLong());
            QVERIFY2(found != told.end(), "a message was never told");
            QCOMPARE(base::textAt(found->second, "text"), row[1].toString());
        }
        qInfo("%d messages told, %d of them again by their id", int(told.size()), doubles);
    }

    void takesOnlyOfferedChoices()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        const auto stream = visitor.listen();
        QCOMPARE(stream->read(false).status, 200);
        const QByteArray wish =
            R"({"id":"aaaaaaaa-1","text":"I want to book a teeth cleaning, the earliest you have"})";
        QCOMPARE(visitor.say(wish).status, 200);
        base::Json offer;
        for (offer = nextMessage(*stream); offer.is_object() && offer["options"].empty();) {
            offer = nextMessage(*stream);
        }
        QVERIFY(offer.is_object());
        const auto option = offer["options"][0];
        const auto choose = [&](const char* id, const base::Json& value) {
            return base::toBytes({{"id", id}, {"choice", value}, {"message", offer["id"]}, {"text", "forged label"}});
        };
        QCOMPARE(visitor.say(choose("aaaaaaaa-2", "never-offered")).status, 409);
        const Visitor other(*daemon);
        QCOMPARE(other.say(choose("aaaaaaaa-3", option["value"])).status, 409);
        QCOMPARE(visitor.say(choose("aaaaaaaa-4", option["value"])).status, 200);
        const QString choice = QStringLiteral("SELECT text FROM message WHERE kind = 'choice'");
        QVERIFY(eventually([&] { return daemon->value(choice).isValid(); }));
        QCOMPARE(daemon->value(choice).toString(), base::textAt(option, "label"));
        QCOMPARE(daemon->terminate(), 0);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray text = R"({"id":"aaaaaaaa-1","text":"hello"})";
        QTest::newRow("no session") << QByteArray("messages") << QByteArray() << text << 401;
        QTest::newRow("a made-up session")
            << QByteArray("messages") << "Authorization: Bearer " + QByteArray(75, 'A') + "\r\n"
            << text << 401;
        QTest::newRow("another site") << QByteArray("messages") << QByteArray("Origin: https://evil.example\r\nTOKEN")
                                      << text << 403;
        QTest::newRow("a session for another site")
            << QByteArray("session") << QByteArray("Origin: https://evil.example\r\n") << QByteArray() << 403;
        QTest::newRow("too long") << QByteArray("messages") << QByteArray("TOKEN")
                                  << base::toBytes({{"id", "aaaaaaaa-1"}, {"text", std::string(2001, 'x')}}) << 422;
        QTest::newRow("far too long") << QByteArray("messages") << QByteArray("TOKEN") << QByteArray(40'000, 'x')
                                      << 413;
        QTest::newRow("no JSON") << QByteArray("messages") << QByteArray("TOKEN") << QByteArray("x") << 400;
        QTest::newRow("a page as a picture")
            << QByteArray("files?id=aaaaaaaa-1&name=a.png") << QByteArray("TOKEN") << QByteArray("<html>") << 415;
        QTest::newRow("a file too large") << QByteArray("files?id=aaaaaaaa-1&name=a.png") << QByteArray("TOKEN")
                                          << QByteArray(2 * 1024 * 1024 + 1, 'x') << 413;
        QTest::newRow("a file without an id")
            << QByteArray("files?name=a.png") << QByteArray("TOKEN") << QByteArray("x") << 400;
    }
    void refuses()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, fields);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        if (!m_shared) {
            m_shared = started({{QStringLiteral("webchat.rate-per-session"), QStringLiteral("1000")}});
        }
        QVERIFY(m_shared);
        const Visitor visitor(*m_shared);
        const auto answer = m_shared->post(api + path, body, fields.replace("TOKEN", visitor.bearer()));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.body.contains("\"reason\":"));
        QCOMPARE(m_shared->value(QStringLiteral("SELECT count(*) FROM inbox")).toInt(), 0);
    }

    void slowsDownWhoIsTooFast()
    {
        const auto daemon = started({{QStringLiteral("webchat.rate-per-session"), QStringLiteral("10")},
                                     {QStringLiteral("webchat.rate-per-address"), QStringLiteral("20")}});
        QVERIFY(daemon);
        const auto taken = [](const Visitor& visitor) {
            int count = 0;
            for (int i = 0; i < 12; ++i) {
                const QByteArray id = "aaaaaaaa-" + QByteArray::number(i);
                count += visitor.say(base::toBytes({{"id", id.toStdString()}, {"text", "x"}})).status == 200;
            }
            return count;
        };
        const int first = taken(Visitor(*daemon));
        QVERIFY2(first >= 5 && first < 12, qPrintable(QString::number(first))); // more than 5 on a slow machine only
        QVERIFY2(taken(Visitor(*daemon)) < 5, "an address has no limit of its own");
        QCOMPARE(daemon->terminate(), 0);
    }

    void keepsAFileInert()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        RawPeer peer(daemon->port());
        const QByteArray pdf = "%PDF-1.7\nhello";
        QVERIFY(peer.send(
            "POST " + api + "files?id=aaaaaaaa-1&name=scan.pdf HTTP/1.1\r\nHost: clinic\r\n" + visitor.bearer() +
            "Content-Type: application/pdf\r\nContent-Length: " + QByteArray::number(pdf.size()) + "\r\n\r\n" + pdf));
        QCOMPARE(peer.read().status, 200);
        const QString message = QStringLiteral("SELECT kind, provider_id FROM message WHERE author = 'patient'");
        QVERIFY(eventually([&] { return !daemon->query(message).isEmpty(); }));
        const auto row = daemon->query(message).constFirst();
        QCOMPARE(row[0].toString(), QStringLiteral("document"));
        const QStringList files = QDir(daemon->folder() + QStringLiteral("/files")).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QCOMPARE(row[1].toString(), QStringLiteral("file:%1:aaaaaaaa-1").arg(files.constFirst()));
        QVERIFY(eventually([&] {
            return daemon->value(QStringLiteral("SELECT reason FROM escalation")).toString() ==
                   QLatin1String("media.received");
        }));
        QCOMPARE(daemon->terminate(), 0);
    }

    /// No address leads to a file: only who holds the conversation's token gets it.
    void aFileIsSeenInItsOwnConversationOnly()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        const Visitor other(*daemon);
        const QByteArray pdf = "%PDF-1.7\nhello";
        RawPeer post(daemon->port());
        QVERIFY(post.send("POST " + api +
                          "files?id=aaaaaaaa-1&name=%D7%AA%D7%95%D7%9B%D7%A0%D7%99%D7%AA.pdf HTTP/1.1\r\n"
                          "Host: clinic\r\n" +
                          visitor.bearer() + "Content-Type: application/pdf\r\nContent-Length: " +
                          QByteArray::number(pdf.size()) + "\r\n\r\n" + pdf));
        QCOMPARE(post.read().status, 200);
        const auto stream = visitor.listen();
        const auto told = nextMessage(*stream);
        QCOMPARE(base::textAt(base::at(told, "file"), "name"), QStringLiteral("תוכנית.pdf"));
        QCOMPARE(base::integerAt(base::at(told, "file"), "size").value_or(0), qint64(pdf.size()));
        const QByteArray path = api + "files?message=" + base::textAt(told, "id").toLatin1();
        const auto get = [&](const QByteArray& fields, const QByteArray& where) {
            RawPeer peer(daemon->port());
            peer.send("GET " + where + " HTTP/1.1\r\nHost: clinic\r\n" + fields + "\r\n");
            return peer.read();
        };
        const auto own = get(visitor.bearer(), path);
        QCOMPARE(own.status, 200);
        QCOMPARE(own.body, pdf);
        for (const char* field : {"Content-Type: application/octet-stream", "X-Content-Type-Options: nosniff",
                                  "Content-Disposition: attachment; filename*=UTF-8''%D7%AA"}) {
            QVERIFY2(own.head.contains(field), field);
        }
        QCOMPARE(get({}, path).status, 401);
        QCOMPARE(get(other.bearer(), path).status, 404);
        QCOMPARE(get(visitor.bearer() + "Origin: https://evil.example\r\n", path).status, 403);
        QCOMPARE(get(visitor.bearer(), path + "0").status, 404);
        QCOMPARE(get(visitor.bearer(), api + "files").status, 404);
        QCOMPARE(daemon->terminate(), 0);
    }

    void endsWithOpenStreams()
    {
        const auto daemon = started();
        QVERIFY(daemon);
        std::vector<std::unique_ptr<RawPeer>> streams;
        for (int i = 0; i < 20; ++i) {
            streams.push_back(Visitor(*daemon).listen());
            QCOMPARE(streams.back()->read(false).status, 200);
        }
        QCOMPARE(daemon->terminate(), 0);
        for (const auto& stream : streams) {
            QVERIFY(stream->isClosedByPeer());
        }
    }

    void logsNoWordAndNoToken()
    {
        const auto daemon = started({{QStringLiteral("log.level"), QStringLiteral("debug")}});
        QVERIFY(daemon);
        const Visitor visitor(*daemon);
        QCOMPARE(visitor.say(hours).status, 200);
        QVERIFY(eventually([&] { return daemon->errors().contains("taken in"); }));
        QCOMPARE(daemon->terminate(), 0);
        QVERIFY(!daemon->errors().contains("opening hours"));
        QVERIFY(!daemon->errors().contains(visitor.token));
    }

    void cleanupTestCase()
    {
        m_shared.reset();
    }

private:
    std::unique_ptr<Daemon> m_shared;
};

QTEST_GUILESS_MAIN(TestWebChat)
#include "test_webchat.moc"
