// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/selftest.h"
#include "app/check/judge.h"
#include "app/check/reach.h"
#include "app/check/reporttext.h"
#include "app/check/webchatcheck.h"
#include "http/httpdate.h"
#include "http/networkclient.h"
#include "http/server.h"
#include "support/certificate.h"
#include "support/paths.h"

#include <QDirIterator>
#include <QFile>
#include <QProcessEnvironment>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace delpek;
using namespace delpek::app;
using namespace std::chrono_literals;
using channels::FindingState;

namespace
{

const base::Instant now = base::fromMillis(1'772'000'000'000);

check::Observed answer(base::Instant date, base::Duration took = 200ms)
{
    return {now, now + took, 200, {{"Date", http::httpDate(date)}}};
}

/// Every text key that the sources of a check can emit.
QStringList emittedKeys()
{
    static const QRegularExpression key(QStringLiteral("\"(check\\.[A-Za-z.]+[A-Za-z]|channel\\.waha[A-Za-z]+)\""));
    // WhatsApp's check puts "check.whatsapp." before these.
    static const QRegularExpression ofWhatsApp(
        QStringLiteral("\"((?:token|number|account|templates|not)[A-Z][A-Za-z]+)\""));
    QStringList keys;
    const auto readKeys = [&](const QString& path) {
        QFile source(path);
        if (!source.open(QIODevice::ReadOnly)) {
            return;
        }
        const QString text = QString::fromUtf8(source.readAll());
        for (auto match = key.globalMatch(text); match.hasNext();) {
            keys += match.next().captured(1);
        }
        for (auto match = ofWhatsApp.globalMatch(text);
             path.endsWith(QLatin1String("whatsapp/check.cpp")) && match.hasNext();) {
            keys += QStringLiteral("check.whatsapp.") + match.next().captured(1);
        }
    };
    for (const auto& folder : {"/app/check", "/app/commands", "/core/channels", "/core/clinic"}) {
        for (QDirIterator it(test::sourcePath() + QLatin1String(folder), {QStringLiteral("*.cpp")},
                             QDir::Files, QDirIterator::Subdirectories);
             it.hasNext();) {
            readKeys(it.next());
        }
    }
    keys.removeDuplicates();
    return keys;
}

QString wordsOf(const check::Texts& texts, const QString& key)
{
    const QString sentence = texts.sentence(key);
    return sentence == key ? texts.summary(key) : sentence;
}

} // namespace

/// What the figures of a check are taken for, and the words it has for them.
class TestCheckJudging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDateIsReadAndWritten()
    {
        const QByteArray text = "Sun, 06 Nov 1994 08:49:37 GMT";
        const auto moment = http::parseHttpDate(text);
        QVERIFY(moment);
        QCOMPARE(base::toMillis(*moment), qint64(784'111'777'000));
        QCOMPARE(http::httpDate(*moment + 999ms), text);
        for (const char* bad : {"", "yesterday", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET"}) {
            QVERIFY2(!http::parseHttpDate(bad), bad);
        }
    }

    void clocksAreCompared_data()
    {
        QTest::addColumn<int>("ahead"); // seconds by which the provider is ahead of us
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("detail");
        QTest::newRow("equal") << 0 << int(FindingState::Good) << QStringLiteral("within 30 s");
        QTest::newRow("little") << 29 << int(FindingState::Good) << QStringLiteral("within 30 s");
        QTest::newRow("behind") << 45 << int(FindingState::Attention) << QStringLiteral("45 s behind");
        QTest::newRow("ahead") << -120 << int(FindingState::Attention) << QStringLiteral("119 s ahead");
        QTest::newRow("wrong") << 301 << int(FindingState::Fault) << QStringLiteral("5 min behind");
        QTest::newRow("a day") << -86400 << int(FindingState::Fault) << QStringLiteral("23 h ahead");
    }

    void clocksAreCompared()
    {
        QFETCH(int, ahead);
        QFETCH(int, state);
        QFETCH(QString, detail);
        const auto finding = check::judgeClock({answer(now + std::chrono::seconds(ahead))});
        QVERIFY(finding);
        QCOMPARE(int(finding->state), state);
        QCOMPARE(finding->detail, detail);
        QCOMPARE(finding->key.isEmpty(), state == int(FindingState::Good));
    }

    void theSoonestAnswerTellsTheTime()
    {
        QVERIFY(!check::judgeClock({}));
        QVERIFY(!check::judgeClock({{now, now, 200, {{"Date", "nonsense"}}}}));
        // A minute on the way says nothing about the clock.
        const auto finding = check::judgeClock({answer(now + 60s, 60s), answer(now, 20ms)});
        QCOMPARE(finding->state, FindingState::Good);
    }

    void silenceCountsAfterThreeDays()
    {
        store::Traffic traffic;
        QCOMPARE(check::judgeLastEvent(traffic, now).key, QStringLiteral("check.event.none"));
        traffic.lastDelivery = now - 5min;
        QCOMPARE(check::judgeLastEvent(traffic, now).state, FindingState::Good);
        QCOMPARE(check::judgeLastEvent(traffic, now).detail, QStringLiteral("5 min ago"));
        traffic.notTakenIn = 2;
        QCOMPARE(check::judgeLastEvent(traffic, now).key, QStringLiteral("check.event.waiting"));
        traffic.lastDelivery = now - 10s;
        QCOMPARE(check::judgeLastEvent(traffic, now).state, FindingState::Good);
        traffic = {};
        traffic.lastDelivery = now - 24h * 3 + 1min;
        QCOMPARE(check::judgeLastEvent(traffic, now).state, FindingState::Good);
        traffic.unreadable = 1;
        QCOMPARE(check::judgeLastEvent(traffic, now).key, QStringLiteral("check.event.unreadable"));
        traffic.unreadable = 0;
        traffic.lastDelivery = now - 24h * 3 - 1min;
        QCOMPARE(check::judgeLastEvent(traffic, now).key, QStringLiteral("check.event.old"));
    }

    void whatDoesNotLeaveIsAFault()
    {
        store::Traffic traffic;
        QCOMPARE(check::judgeRate(traffic, {}, now).state, FindingState::Good);
        traffic.queued = 3;
        traffic.queuedSince = now - 9min;
        QCOMPARE(check::judgeRate(traffic, {}, now).state, FindingState::Good);
        traffic.queuedSince = now - 11min;
        QCOMPARE(check::judgeRate(traffic, {}, now).key, QStringLiteral("check.rate.stuck"));
        traffic = {};
        traffic.heldBack = 1;
        QCOMPARE(check::judgeRate(traffic, {}, now).key, QStringLiteral("check.rate.limited"));
        QCOMPARE(check::judgeRate({}, {{now, now, 429, {}}}, now).key, QStringLiteral("check.rate.limited"));
    }

    void theProvidersWordOnItsLimitIsRead()
    {
        const auto usage = [](const char* name, const QByteArray& value) {
            return std::vector<check::Observed>{{now, now, 200, {{name, value}}}};
        };
        QCOMPARE(check::judgeRate({}, usage("X-App-Usage", R"({"call_count":12,"total_time":25})"), now).state,
                 FindingState::Good);
        const auto near = check::judgeRate(
            {}, usage("x-business-use-case-usage", R"({"123":[{"type":"whatsapp","call_count":81}]})"), now);
        QCOMPARE(near.key, QStringLiteral("check.rate.nearLimit"));
        QVERIFY(near.detail.contains(QStringLiteral("81 %")));
        QVERIFY(!check::usedUp({{"X-App-Usage", "not JSON"}}));
    }

    void onlyAWebAddressIsPublic()
    {
        QCOMPARE(check::publicAddress(QStringLiteral("https://chat.clinic.example/"))->toString(),
                 QStringLiteral("https://chat.clinic.example"));
        QCOMPARE(check::publicAddress(QStringLiteral("http://10.0.0.2:8787"))->port(), 8787);
        for (const char* bad : {"chat.clinic.example", "ftp://clinic.example", "https://clinic.example/chat",
                                "https://clinic.example?x=1", "https://me:word@clinic.example", "https://"}) {
            QVERIFY2(!check::publicAddress(QString::fromLatin1(bad)), bad);
        }
    }

    void whoAnswersIsToldApart()
    {
        const QByteArray mark = "mark";
        http::NetworkClient client;
        const auto at = [](quint16 port) { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(port)); };
        const auto ours = http::Server::start({}, {api::selftest::route(mark)}).value();
        QCOMPARE(check::reach(client, at(ours->port()), mark).answerer, check::Answerer::Ours);
        QCOMPARE(check::reach(client, at(ours->port()), "another mark").answerer, check::Answerer::Other);
        QCOMPARE(check::reach(client, at(ours->port()), {}).answerer, check::Answerer::Other);
        const auto stranger = http::Server::start({}, {}).value();
        QCOMPARE(check::reach(client, at(stranger->port()), mark).answerer, check::Answerer::Other);
        quint16 closed = 0;
        {
            QTcpServer taken;
            QVERIFY(taken.listen(QHostAddress::LocalHost));
            closed = taken.serverPort();
        }
        QCOMPARE(check::reach(client, at(closed), mark).answerer, check::Answerer::Refused);
        QCOMPARE(check::reach(client, QUrl(QStringLiteral("http://no-such-name.invalid")), mark).answerer,
                 check::Answerer::NameUnknown);
    }

    void aCertificateThatIsNotTrustedIsToldApart()
    {
        http::ServerOptions options;
        const QTemporaryDir folder;
        options.certificateFile = folder.filePath(QStringLiteral("chain.pem"));
        options.keyFile = folder.filePath(QStringLiteral("key.pem"));
        test::writeCertificate(options.certificateFile, options.keyFile);
        const auto server = http::Server::start(options, {api::selftest::route("mark")});
        QVERIFY2(server, qPrintable(server ? QString() : server.error().detail));
        http::NetworkClient client;
        const QUrl address(QStringLiteral("https://127.0.0.1:%1").arg((*server)->port()));
        QCOMPARE(check::reach(client, address, "mark").answerer, check::Answerer::Untrusted);
    }

    void theWebChatsSettingsAreHeldAgainstEachOther()
    {
        const auto findings = [](const QStringList& arguments) {
            return check::checkWebChat(config::Config::load({}, {}, arguments).value());
        };
        const auto keyOf = [&](const QStringList& arguments, size_t which) { return findings(arguments)[which].key; };
        const QString site = QStringLiteral("--webchat.allowed-origins=https://www.clinic.example");
        QCOMPARE(keyOf({site}, 0), QString());
        QCOMPARE(keyOf({site, QStringLiteral("--listen.public-url=http://chat.clinic.example")}, 0),
                 QStringLiteral("check.webchat.originNeedsTls"));
        QCOMPARE(keyOf({QStringLiteral("--webchat.allowed-origins=clinic")}, 0),
                 QStringLiteral("check.webchat.badOrigin"));
        QCOMPARE(keyOf({}, 1), QString());
        QCOMPARE(keyOf({QStringLiteral("--webchat.max-file=4MiB")}, 1), QStringLiteral("check.webchat.fileTooLarge"));
    }

    void everyKeyHasWordsInBothLanguages_data()
    {
        QTest::addColumn<QString>("key");
        const QStringList keys = emittedKeys();
        QVERIFY(keys.size() > 50);
        for (const QString& key : keys) {
            QTest::newRow(qPrintable(key)) << key;
        }
    }

    void everyKeyHasWordsInBothLanguages()
    {
        QFETCH(QString, key);
        const auto hebrew = check::Texts::load(domain::Language::Hebrew).value();
        const auto english = check::Texts::load(domain::Language::English).value();
        QVERIFY(wordsOf(english, key) != key);
        QVERIFY(wordsOf(hebrew, key) != key);
        static const QRegularExpression letters(QStringLiteral("[א-ת]"));
        QVERIFY(wordsOf(hebrew, key).contains(letters));
        QVERIFY(!wordsOf(english, key).contains(letters));
    }

    void aReportIsPrintedWithItsRemedies()
    {
        const check::Report report{{QStringLiteral("delpek"), {}, {check::good(QStringLiteral("store"))}},
                                   {QStringLiteral("webchat"),
                                    QStringLiteral("web"),
                                    {check::attention(QStringLiteral("last-event"), QStringLiteral("check.event.none")),
                                     check::fault(QStringLiteral("rate"), QStringLiteral("check.rate.stuck"),
                                                  QStringLiteral("3 to go out"))}}};
        const auto english = check::Texts::load(domain::Language::English).value();
        const QString text = check::asLines(report, english).join(QLatin1Char('\n'));
        QVERIFY2(text.startsWith(QStringLiteral("Delpek\n  ok         database\n\nWeb chat · web\n")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("  FAULT      rate        3 to go out\n      Messages have been")),
                 qPrintable(text));
        QVERIFY(text.endsWith(english.summary(QStringLiteral("check.faults")).arg(1)));
        QCOMPARE(check::faultsIn(report), 1);
        const auto json = check::asJson(report, english);
        QCOMPARE(json["ok"].get<bool>(), false);
        QCOMPARE(base::textAt(json["sections"][1]["findings"][1], "key"), QStringLiteral("check.rate.stuck"));
        QCOMPARE(base::textAt(json["sections"][1]["findings"][0], "state"), QStringLiteral("attention"));
        QVERIFY(!base::textAt(json["sections"][1]["findings"][0], "text").isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCheckJudging)
#include "test_checkjudging.moc"
