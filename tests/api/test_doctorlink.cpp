// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctorsbrowser.h"

#include "desk/channelstate.h"

#include <QTest>

using namespace delpek;
using namespace delpek::test;
using namespace std::chrono_literals;

/// The private link: who may come in, what is seen, what can be done.
class TestDoctorLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSecondStepIsThePin()
    {
        Emergency e;
        QCOMPARE(e.clinic.get("/doctor-chat/" + e.token).status, 200);
        const auto locked = e.browser.get("card");
        QCOMPARE(locked.status, 401);
        QCOMPARE(keyOf(locked), QStringLiteral("pin"));
        QVERIFY2(!locked.body.contains("dana"), "nothing of the patient before the PIN");

        const auto entered = e.browser.enter();
        QCOMPARE(entered.status, 200);
        const QByteArray cookie = http::header(entered.headers, "Set-Cookie");
        for (const char* part :
             {"; HttpOnly", "; SameSite=Strict", "; Secure", "; Path=/api/doctor-chat", "; Max-Age=86400"}) {
            QVERIFY2(cookie.contains(part), part);
        }
        QVERIFY2(!cookie.contains(e.token), "the cookie does not tell the token");
        const auto card = jsonOf(e.browser.get("card"));
        QCOMPARE(base::textAt(card["escalation"], "urgency"), QStringLiteral("EMERGENCY"));
        QCOMPARE(base::textAt(card["patient"], "name"), QStringLiteral("dana"));
        QCOMPARE(base::textAt(card["me"], "name"), noa);
        const auto thread = jsonOf(e.browser.get("thread"));
        QCOMPARE(base::textAt(thread["messages"].at(0), "text"), QStringLiteral("הלחי שלי נפוחה מאוד"));
    }

    /// Who guesses, or has an old link, learns nothing.
    void closedDoorsLookAlike()
    {
        Emergency e;
        const QByteArray revoked = e.clinic.link(e.escalation, e.doctor);
        const auto left = e.clinic.member(QStringLiteral("ד״ר כהן"));
        const QByteArray ofLeaver = e.clinic.link(e.escalation, left);
        const QByteArray expired = e.clinic.link(e.escalation, e.doctor);
        e.clinic.write([=](store::Session& session) -> Result<Done> {
            auto member = store::Staff(session).byId(left);
            member->active = false;
            return store::Staff(session).change(*member);
        });
        Browser before(e.clinic, expired);
        QCOMPARE(before.enter().status, 200);
        e.clinic.clock().advance(24h);
        const QByteArray fresh = e.clinic.link(e.escalation, e.doctor);
        e.clinic.write([id = e.escalation](store::Session& session) {
            return api::doctor::revokeAll(session, id, noa, QStringLiteral("link.byHand"), noon);
        });
        const QByteArray unknown(43, 'A');
        QByteArray page;
        std::map<QByteArray, QByteArray> answers;
        for (const QByteArray& token :
             {unknown, QByteArray("x"), QByteArray(2000, 'a'), e.token, revoked, ofLeaver, expired, fresh}) {
            const QByteArray shown = textOf(e.clinic.get("/doctor-chat/" + token));
            page = page.isEmpty() ? shown : page;
            QVERIFY(shown.startsWith("404 "));
            QCOMPARE(shown, page);
            Browser browser(e.clinic, token);
            browser.cookie = token == expired ? before.cookie : QByteArray();
            for (const char* path : {"card", "thread", "files?message=1", "events"}) {
                auto& expected = answers[path];
                const QByteArray given = textOf(browser.get(path));
                expected = expected.isEmpty() ? given : expected;
                QVERIFY(given.startsWith("404 "));
                QCOMPARE(given, expected);
            }
            for (const char* path : {"pin", "acknowledge", "reply", "close", "files", "voice"}) {
                auto& expected = answers[QByteArray("POST ") + path];
                const QByteArray given = textOf(
                    must(base::await(e.clinic.ask("POST", QByteArray("/api/doctor-chat/") + path, browser.headers(),
                                                  "{\"pin\": \"483920\", \"text\": \"x\", \"reason\": \"x\"}",
                                                  QString::fromLatin1(token.left(20))))));
                expected = expected.isEmpty() ? given : expected;
                QVERIFY2(given.startsWith("404 "), given.constData());
                QCOMPARE(given, expected);
            }
        }
    }

    void pagesKeepToThemselves()
    {
        Emergency e;
        const auto page = e.clinic.get("/doctor-chat/" + e.token);
        const auto field = [&](const char* name) { return http::header(page.headers, name); };
        QCOMPARE(field("Cache-Control"), QByteArray("no-store"));
        QCOMPARE(field("Referrer-Policy"), QByteArray("no-referrer"));
        QCOMPARE(field("X-Frame-Options"), QByteArray("DENY"));
        QVERIFY(field("X-Robots-Tag").startsWith("noindex"));
        QVERIFY(field("Permissions-Policy").contains("microphone=(self)"));
        QVERIFY(field("Permissions-Policy").contains("camera=()"));
        const QByteArray policy = field("Content-Security-Policy");
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("unsafe"));
        QVERIFY2(!page.body.contains("http://") && !page.body.contains("https://"), "nothing from elsewhere");
        QVERIFY2(!page.body.contains("style=") && !page.body.contains("onclick"), "nothing inline");
    }

    void aReplayOnAnotherDeviceNeedsThePin()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        Browser thief(e.clinic, e.token);
        QCOMPARE(thief.get("card").status, 401);
        // A device is known to one link: the cookie of another one opens nothing, under its own name or the right one.
        const QByteArray second = e.clinic.link(e.escalation, e.doctor);
        Browser other(e.clinic, second);
        other.cookie = e.browser.cookie;
        QCOMPARE(other.get("card").status, 401);
        QCOMPARE(other.enter().status, 200);
        Browser forged(e.clinic, e.token);
        forged.cookie =
            e.browser.cookie.left(e.browser.cookie.indexOf('=') + 1) + other.cookie.mid(other.cookie.indexOf('=') + 1);
        QCOMPARE(forged.get("card").status, 401);
        QCOMPARE(e.browser.get("card").status, 200);
    }

    void wrongPinsEndTheLink()
    {
        Emergency e;
        for (const int left : {4, 3, 2, 1}) {
            const auto wrong = e.browser.enter(QStringLiteral("111112"));
            QCOMPARE(wrong.status, 401);
            QCOMPARE(base::integerAt(jsonOf(wrong)["error"], "left").value_or(-1), left);
        }
        QCOMPARE(e.browser.enter(QStringLiteral("111112")).status, 404);
        QCOMPARE(e.browser.enter().status, 404);
        QStringList kinds;
        for (const auto& event : e.clinic.card(e.escalation).history) {
            kinds << event.kind;
        }
        QCOMPARE(kinds.count(QStringLiteral("link.revoked")), 1);
        QCOMPARE(e.clinic.audit().filter(QStringLiteral("link.wrongPin")).size(), 5);
        // A new link is a new start.
        Browser fresh(e.clinic, e.clinic.link(e.escalation, e.doctor));
        QCOMPARE(fresh.enter().status, 200);
    }

    void aRightPinForgetsWrongOnes()
    {
        Emergency e;
        QCOMPARE(e.browser.enter(QStringLiteral("111112")).status, 401);
        QCOMPARE(e.browser.enter().status, 200);
        Browser other(e.clinic, e.token);
        QCOMPARE(base::integerAt(jsonOf(other.enter(QStringLiteral("111112")))["error"], "left").value_or(-1), 4);
    }

    /// Many guesses at the same moment, from many addresses, are no more than five.
    void guessesAtOnceGainNothing()
    {
        Emergency e;
        std::vector<Future<http::ServerResponse>> pending;
        for (int i = 0; i < 30; ++i) {
            const QByteArray guess = "{\"pin\": \"" + QByteArray::number(200000 + i) + "\"}";
            pending.push_back(e.clinic.ask("POST", "/api/doctor-chat/pin", e.browser.headers(), guess,
                                           QStringLiteral("10.0.1.%1").arg(i)));
        }
        int looked = 0;
        for (const auto& one : pending) {
            looked += must(base::await(one)).status == 401 ? 1 : 0;
        }
        QCOMPARE(looked, api::doctor::mostWrongPins - 1);
        QCOMPARE(e.browser.enter().status, 404);
    }

    void withoutAPinNobodyComesIn()
    {
        Emergency e;
        Browser browser(e.clinic, e.clinic.link(e.escalation, e.clinic.member(QStringLiteral("ד״ר כהן"), QString())));
        const auto refused = browser.enter();
        QCOMPARE(refused.status, 409);
        QCOMPARE(keyOf(refused), QStringLiteral("pin-none"));
        QCOMPARE(browser.get("card").status, 401);
    }

    void otherSitesAreRefused_data()
    {
        QTest::addColumn<http::Headers>("own");
        QTest::newRow("another site") << http::Headers{{"Origin", "https://evil.example"}};
        QTest::newRow("another scheme") << http::Headers{{"Origin", "http://chat.clinic.example"}};
        QTest::newRow("another port") << http::Headers{{"Origin", "https://chat.clinic.example:8443"}};
        QTest::newRow("a subdomain") << http::Headers{{"Origin", "https://x.chat.clinic.example"}};
        QTest::newRow("a sandbox") << http::Headers{{"Origin", "null"}};
        QTest::newRow("none") << http::Headers{};
        QTest::newRow("cross-site by its own word")
            << http::Headers{{"Origin", "https://evil.example"}, {"Sec-Fetch-Site", "cross-site"}};
    }
    void otherSitesAreRefused()
    {
        QFETCH(http::Headers, own);
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        own << http::Headers{{"Authorization", "Bearer " + e.token}, {"Cookie", e.browser.cookie}};
        const auto before = e.clinic.thread(e.conversation).size();
        for (const char* path : {"pin", "acknowledge", "reply", "close", "files"}) {
            const auto refused = e.clinic.post(QByteArray("/api/doctor-chat/") + path, own,
                                               {{"text", "x"}, {"reason", "x"}, {"pin", "483920"}});
            QCOMPARE(refused.status, 403);
            QCOMPARE(keyOf(refused), QStringLiteral("origin"));
        }
        QCOMPARE(e.clinic.thread(e.conversation).size(), before);
        QVERIFY(e.clinic.card(e.escalation).escalation.isOpen());
    }

    /// Without the token in its field the cookie is worth nothing: what a browser sends by itself opens no door.
    void theCookieAloneOpensNothing()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        const http::Headers alone{{"Cookie", e.browser.cookie}, {"Origin", site}};
        QCOMPARE(e.clinic.get("/api/doctor-chat/card", alone).status, 404);
        QCOMPARE(e.clinic.post("/api/doctor-chat/close", alone, {{"reason", "x"}}).status, 404);
    }

    void filesOfThisConversationOnly()
    {
        Emergency e;
        domain::Attachment file;
        file.type = QStringLiteral("image/png");
        file.name = QStringLiteral("x.png");
        file.state = domain::AttachmentState::Kept;
        file.file = must(e.clinic.files().keep(domain::MessageKind::Image, "picture"));
        const auto own = e.clinic.says(e.conversation, {}, file);
        const auto foreign = e.clinic.says(e.clinic.conversation(QStringLiteral("other")), {}, file);
        QCOMPARE(e.browser.enter().status, 200);
        const auto path = [](domain::MessageId id) { return "files?message=" + QByteArray::number(id.value); };
        const auto shown = e.browser.get(path(own).constData());
        QCOMPARE(shown.status, 200);
        QCOMPARE(shown.body, QByteArray("picture"));
        QCOMPARE(http::header(shown.headers, "Cache-Control"), QByteArray("no-store"));
        const auto refused = e.browser.get(path(foreign).constData());
        QCOMPARE(refused.status, 404);
        QCOMPARE(textOf(refused), textOf(e.browser.get("files?message=99999")));
        QCOMPARE(textOf(refused), textOf(e.browser.get("files?message=x")));
    }

    void linkedToOneEscalation()
    {
        Emergency e;
        const auto other = e.clinic.conversation(QStringLiteral("other"));
        const auto second = e.clinic.raise(other);
        QCOMPARE(e.browser.enter().status, 200);
        const auto closed =
            e.browser.post("close", {{"reason", "x"}, {"escalation", second.value}, {"id", second.value}});
        QCOMPARE(closed.status, 200);
        QVERIFY(!e.clinic.card(e.escalation).escalation.isOpen());
        QVERIFY(e.clinic.card(second).escalation.isOpen());
    }

    void theDoctorJoinsOnceByName_data()
    {
        QTest::addColumn<domain::Language>("language");
        QTest::addColumn<QString>("words");
        QTest::newRow("Hebrew") << domain::Language::Hebrew << QStringLiteral("עכשיו בשיחה");
        QTest::newRow("English") << domain::Language::English << QStringLiteral("is now in this chat");
    }
    void theDoctorJoinsOnceByName()
    {
        QFETCH(domain::Language, language);
        QFETCH(QString, words);
        Emergency e;
        const auto id = e.clinic.conversation(QStringLiteral("guest"), language);
        e.clinic.says(id, QStringLiteral("x"));
        const auto escalation = e.clinic.raise(id);
        Browser browser(e.clinic, e.clinic.link(escalation, e.doctor));
        QCOMPARE(browser.enter().status, 200);
        const auto silent = e.clinic.thread(id).size();
        QCOMPARE(browser.get("card").status, 200);
        QCOMPARE(e.clinic.thread(id).size(), silent); // Looking tells the patient nothing.

        QCOMPARE(browser.post("acknowledge", {}).status, 200);
        auto card = e.clinic.card(escalation);
        QCOMPARE(card.escalation.acknowledgedBy, noa);
        QCOMPARE(card.conversation.holder, (domain::Holder{domain::HolderKind::Doctor, noa}));
        QCOMPARE(browser.post("acknowledge", {}).status, 200);
        QCOMPARE(browser.post("reply", {{"text", "I am looking at it."}}).status, 200);
        Browser second(e.clinic, e.clinic.link(escalation, e.doctor));
        QCOMPARE(second.enter().status, 200);
        QCOMPARE(second.post("acknowledge", {}).status, 200);
        const auto thread = e.clinic.thread(id);
        QCOMPARE(thread.size(), silent + 2);
        const auto& joined = thread[silent];
        QVERIFY2(joined.text.contains(words) && joined.text.contains(noa), qPrintable(joined.text));
        QCOMPARE(joined.delivery, domain::DeliveryState::Queued);
        QCOMPARE(thread.back().author, domain::AuthorKind::Doctor);
        QCOMPARE(thread.back().authorName, noa);
        card = e.clinic.card(escalation);
        QCOMPARE(card.escalation.answeredBy, noa);
        QCOMPARE(card.escalation.state(), domain::EscalationState::Answered);
    }

    /// Nothing of a doctor goes out here then, not even that the answer will come here; a call takes its place.
    void withoutConsentNothingIsAnsweredHere()
    {
        Emergency e;
        const auto before = e.refuseConsent();
        const auto card = jsonOf(e.browser.get("card"));
        QCOMPARE(base::textAt(card, "answerFault"), QStringLiteral("consent.answerRefused"));
        QVERIFY(base::at(card["mayWrite"], "text") == base::Json(false));
        QCOMPARE(keyOf(e.browser.post("reply", {{"text", "x"}})), QStringLiteral("consent-refused"));
        QVERIFY(!e.clinic.card(e.escalation).escalation.acknowledgedAt);
        QCOMPARE(e.browser.post("acknowledge", {}).status, 200);
        QCOMPARE(e.clinic.thread(e.conversation).size(), before);
        QCOMPARE(e.browser.post("promise-call", {}).status, 200);
        const auto thread = e.clinic.thread(e.conversation);
        QCOMPARE(thread.size(), before + 1);
        QCOMPARE(thread.back().text, e.clinic.card(e.escalation).callText);
        must(base::await(e.clinic.desk().noteConsent(e.conversation, true)));
        QCOMPARE(e.browser.post("reply", {{"text", "x"}}).status, 200);
    }

    void closingNeedsAReasonAndEndsTheActs()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        QCOMPARE(e.browser.post("close", {{"reason", "  "}}).status, 422);
        QCOMPARE(e.browser.post("reply", {{"text", " "}}).status, 422);
        QCOMPARE(e.browser.post("reply", {{"text", std::string(4001, 'a')}}).status, 422);
        QCOMPARE(e.browser.post("close", {{"reason", "טופל בטלפון"}}).status, 200);
        const auto card = jsonOf(e.browser.get("card"));
        QCOMPARE(base::textAt(card["escalation"], "closeReason"), QStringLiteral("טופל בטלפון"));
        QCOMPARE(base::textAt(card["escalation"], "closedBy"), noa);
        const auto before = e.clinic.thread(e.conversation).size();
        for (const char* path : {"acknowledge", "reply", "close"}) {
            QCOMPARE(keyOf(e.browser.post(path, {{"text", "x"}, {"reason", "x"}})), QStringLiteral("closed"));
        }
        QCOMPARE(e.clinic.thread(e.conversation).size(), before);
    }

    void whatIsSeenAndDoneStandsInTheAuditLog()
    {
        Emergency e;
        e.browser.enter();
        e.browser.get("card");
        e.browser.get("files?message=1");
        e.browser.post("acknowledge", {});
        e.browser.post("reply", {{"text", "מילים שהן סוד"}});
        e.browser.post("close", {{"reason", "גם זה סוד"}});
        const QString subject = QStringLiteral(" escalation:%1").arg(e.escalation.value);
        const auto by = [&](const char* action) { return noa + QLatin1Char(' ') + QLatin1String(action) + subject; };
        const QStringList expected{QStringLiteral("system link.made") + subject,
                                   by("link.opened"),
                                   by("link.viewed"),
                                   by("link.fileViewed"),
                                   by("link.acknowledge"),
                                   by("link.reply"),
                                   by("link.close")};
        QCOMPARE(e.clinic.audit(), expected);
    }

    void aChangedAuditLogIsAFaultThatDesksShow()
    {
        OutsideClinic clinic;
        const auto faults = [&] { return must(base::await(clinic.desk().channelFaults())); };
        const auto found = [&](bool isBroken) {
            clinic.write([=](store::Session& session) { return desk::noteAuditFault(session, isBroken); });
        };
        found(false);
        QCOMPARE(faults(), QStringList());
        found(true);
        found(true);
        QCOMPARE(faults(), QStringList{QStringLiteral("audit.broken")});
        found(false);
        QCOMPARE(faults(), QStringList());
    }

    void oneAddressCannotFlood()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        int last = 0;
        for (int i = 0; i < 200 && last != 429; ++i) {
            last = e.browser.get("thread").status;
        }
        QCOMPARE(last, 429);
        const auto elsewhere = base::await(
            e.clinic.ask("GET", "/api/doctor-chat/thread", e.browser.headers(), {}, QStringLiteral("10.0.0.2")));
        QCOMPARE(elsewhere->status, 200);
        int pages = 0;
        while (pages < 100 && e.clinic.get("/doctor-chat/" + QByteArray(43, 'A')).status == 404) {
            ++pages;
        }
        QVERIFY2(pages <= 20, "guessing is slowed down");
        const auto refused = e.clinic.get("/doctor-chat/" + e.token);
        QCOMPARE(refused.status, 429);
        QVERIFY(!http::header(refused.headers, "Retry-After").isEmpty());
    }

    void theStreamTellsOfChangesUntilTheLinkIsOver()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        auto stream = e.browser.get("events").stream;
        QVERIFY(stream);
        const auto other = e.clinic.conversation(QStringLiteral("other"));
        (void)stream->take();
        e.clinic.says(other, QStringLiteral("x"));
        e.clinic.says(e.conversation, QStringLiteral("secret words"));
        QByteArray told;
        QVERIFY(QTest::qWaitFor([&] {
            told += stream->take().bytes;
            return told.contains("event: changed");
        }));
        QVERIFY2(!told.contains("secret"), "the stream itself carries nothing");
        e.clinic.clock().advance(24h);
        QVERIFY(stream->take().isLast);
    }

    void aRevokedLinkEndsItsStream()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        auto stream = e.browser.get("events").stream;
        Browser guesser(e.clinic, e.token);
        for (int i = 0; i < 5; ++i) {
            guesser.enter(QStringLiteral("111112"));
        }
        QVERIFY(stream->take().isLast);
        QCOMPARE(e.browser.get("card").status, 404);
    }

    void filesOfTheDoctor()
    {
        Emergency e;
        QCOMPARE(e.browser.enter().status, 200);
        const auto send = [&](const QByteArray& type, const QByteArray& body) {
            auto headers = e.browser.headers();
            headers.emplaceBack("Content-Type", type);
            return must(base::await(e.clinic.ask("POST", "/api/doctor-chat/files?name=a.png", headers, body)));
        };
        QCOMPARE(send("text/html", "<script>").status, 415);
        QCOMPARE(send("image/png", "no picture").status, 415);
        QCOMPARE(send("image/png", QByteArray(1001, 'x')).status, 413);
        QCOMPARE(send("image/png", QByteArray::fromHex("89504e470d0a1a0a0000000d4948445200")).status, 200);
    }

    void linksNeedAnAddressAndSomebody()
    {
        Emergency e;
        QCOMPARE(e.clinic.links().make({999}, e.doctor).error().code, ErrorCode::NotFound);
        QCOMPARE(e.clinic.links().make(e.escalation, {999}).error().code, ErrorCode::NotFound);
        const QString address = must(e.clinic.links().make(e.escalation, e.doctor));
        QVERIFY(address.startsWith(QLatin1String("https://chat.clinic.example/doctor-chat/")));
        OutsideClinic hidden{QString()};
        const auto none = hidden.links().make({1}, {1});
        QCOMPARE(none.error().key, QStringLiteral("link.noAddress"));
        QVERIFY(none.error().detail.contains(QLatin1String("listen.public-url")));
    }
};

QTEST_GUILESS_MAIN(TestDoctorLink)
#include "test_doctorlink.moc"
