// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/setupfindings.h"
#include "app/check/texts.h"
#include "app/machine.h"
#include "base/json.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTest>

using namespace delpek;
using namespace delpek::app;
using desk::SettingValues;
using domain::FindingState;
using test::Machine;
using test::tells;

namespace
{

const auto enabled = QStringLiteral("telegram.enabled");
const auto botToken = QStringLiteral("telegram.bot-token");
const auto geheim = QStringLiteral("12345:geheim");

} // namespace

class TestSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStateTellsWhereEachValueComesFrom()
    {
        Machine m("[odoo]\nurl = https://o.example\n", {QStringLiteral("--waha.session"), QStringLiteral("s")});
        m.environment.insert(QStringLiteral("DELPEK_LLM_MODEL"), QStringLiteral("m"));
        m.start();
        const auto state = base::await(m.setup->state()).value();
        QCOMPARE(state.file, m.path);
        QVERIFY(!state.isDemo);
        QSet<QString> keys;
        for (const auto& setting : state.settings) {
            QVERIFY2(config::findKey(setting.key), qPrintable(setting.key));
            QVERIFY(!keys.contains(setting.key));
            keys.insert(setting.key);
            QVERIFY(!setting.isWaiting);
        }
        using Source = desk::Setting::Source;
        QVERIFY(m.setting(enabled).source == Source::Default);
        QVERIFY(m.setting(enabled).kind == desk::Setting::Kind::Switch);
        const auto url = m.setting(QStringLiteral("odoo.url"));
        QVERIFY(url.source == Source::File && url.canChange());
        QCOMPARE(url.place, m.path + QStringLiteral(":2"));
        const auto model = m.setting(QStringLiteral("llm.model"));
        QVERIFY(model.source == Source::Environment && !model.canChange());
        QCOMPARE(model.place, QStringLiteral("DELPEK_LLM_MODEL"));
        QVERIFY(m.setting(QStringLiteral("waha.session")).source == Source::CommandLine);
        QCOMPARE(m.setting(QStringLiteral("clinic.records")).choices,
                 (QStringList{QStringLiteral("builtin"), QStringLiteral("odoo")}));
    }

    void aConnectionIsKeptAndWaitsForTheNextStart()
    {
        Machine m("# ours\n[telegram]\nenabled = false # soon\n");
        QVERIFY(tells(m.keep("telegram.enabled", "true"), "setup.secretMissing", "telegram.bot-token"));
        QCOMPARE(m.text(), QByteArray("# ours\n[telegram]\nenabled = false # soon\n"));
        QVERIFY(m.type(botToken, geheim));
        const auto secret = base::await(m.setup->secret(botToken)).value();
        QVERIFY(secret.isSet && secret.canChange && secret.isWaiting);
        QVERIFY(m.keep("telegram.enabled", "true"));
        QCOMPARE(m.text(), QByteArray("# ours\n[telegram]\nenabled = true # soon\n"));
        QVERIFY(m.setting(enabled).isWaiting);
        m.start();
        QVERIFY(!m.setting(enabled).isWaiting);
        QVERIFY(!base::await(m.setup->secret(botToken)).value().isWaiting);
    }

    /// Each would keep Delpek from starting, or could never work.
    void whatWouldNotStartIsRefused_data()
    {
        QTest::addColumn<SettingValues>("values");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* title, std::initializer_list<std::pair<const char*, const char*>> values,
                            const char* key, const char* name) {
            SettingValues all;
            for (const auto& [setting, value] : values) {
                all.emplace(QLatin1String(setting), QLatin1String(value));
            }
            QTest::newRow(title) << all << QString::fromLatin1(key) << QString::fromLatin1(name);
        };
        row("no such value", {{"telegram.enabled", "yes"}}, "setup.value", "telegram.enabled");
        row("WhatsApp without its token", {{"whatsapp.phone-number-id", "1"}}, "setup.secretMissing",
            "whatsapp.access-token");
        row("WAHA without its key", {{"waha.session", "s"}}, "setup.secretMissing", "waha.api-key");
        row("WAHA's address", {{"waha.api-base", "127.0.0.1"}}, "setup.address", "waha.api-base");
        row("a password in an address", {{"odoo.url", "https://me:geheim@o.example"}}, "setup.address", "odoo.url");
        row("an own address with a path", {{"listen.public-url", "https://a.example/chat"}}, "setup.address",
            "listen.public-url");
        row("sites", {{"webchat.enabled", "true"}, {"webchat.allowed-origins", "clinic"}}, "setup.origins",
            "webchat.allowed-origins");
        row("Odoo without an address", {{"clinic.records", "odoo"}}, "setup.missing", "odoo.url");
        row("Odoo without a login", {{"clinic.records", "odoo"}, {"odoo.url", "https://o.example"}}, "setup.missing",
            "odoo.login");
        row("Odoo without a key", {{"clinic.records", "odoo"}, {"odoo.url", "https://o.example"}, {"odoo.login", "d"}},
            "setup.secretMissing", "odoo.secret");
        row("no model", {{"agent.brain", "llm"}}, "setup.missing", "llm.model");
        row("a model without a key", {{"agent.brain", "llm"}, {"llm.model", "m"}}, "setup.secretMissing",
            "llm.api-key");
        row("two lines", {{"odoo.login", "a\nb"}}, "setup.line", "odoo.login");
    }
    void whatWouldNotStartIsRefused()
    {
        QFETCH(SettingValues, values);
        QFETCH(QString, key);
        QFETCH(QString, name);
        Machine m("[desk]\nstaff-name = Dana\n");
        const auto done = m.keep(values);
        QVERIFY2(tells(done, qPrintable(key), qPrintable(name)),
                 qPrintable(done ? QStringLiteral("kept") : done.error().key + done.error().detail));
        QCOMPARE(m.text(), QByteArray("[desk]\nstaff-name = Dana\n"));
    }

    void telegramsWebhookNeedsAnAddressAndASecret()
    {
        const auto word = QStringLiteral("telegram.webhook-secret");
        const auto address = QStringLiteral("listen.public-url");
        Machine m;
        QVERIFY(m.keep("telegram.mode", "webhook")); // off: nothing is needed yet
        QVERIFY(m.type(botToken, geheim));
        QVERIFY(tells(m.keep("telegram.enabled", "true"), "setup.secretMissing", "telegram.webhook-secret"));
        QVERIFY(tells(m.type(word, QStringLiteral("geheim!")), "setup.webhookSecret", "telegram.webhook-secret"));
        QVERIFY(tells(m.type(word, QString(257, QLatin1Char('a'))), "setup.webhookSecret", "telegram.webhook-secret"));
        QVERIFY(m.type(word));
        QVERIFY(tells(m.keep("telegram.enabled", "true"), "setup.missing", "listen.public-url"));
        for (const char* wrong : {"http://clinic.example", "https://clinic.example:8080"}) {
            const auto done = m.keep({{enabled, QStringLiteral("true")}, {address, QLatin1String(wrong)}});
            QVERIFY2(tells(done, "setup.telegramAddress", "listen.public-url"), wrong);
        }
        QVERIFY(m.keep({{enabled, QStringLiteral("true")}, {address, QStringLiteral("https://clinic.example:8443")}}));
        // Neither goes while deliveries need it; a bot that is asked needs neither.
        QVERIFY(tells(m.keep("listen.public-url", ""), "setup.missing", "listen.public-url"));
        QVERIFY(tells(base::await(m.setup->forgetSecret(word)), "setup.secretNeeded", "telegram.webhook-secret"));
        QVERIFY(m.keep("telegram.mode", "polling"));
        QVERIFY(m.keep("listen.public-url", ""));
        QVERIFY(base::await(m.setup->forgetSecret(word)));
        QVERIFY(tells(m.keep("telegram.mode", "webhook"), "setup.secretMissing", "telegram.webhook-secret"));
        // Nor does it matter what stands there.
        Machine other("[listen]\npublic-url = https://a.example/chat\n");
        QVERIFY(other.type(botToken, geheim));
        QVERIFY(other.keep("telegram.enabled", "true"));
    }

    void whatIsWholeIsKept()
    {
        Machine m;
        QVERIFY(m.keep("odoo.url", "https://o.example"));
        QVERIFY(m.type(QStringLiteral("odoo.secret")));
        QVERIFY(m.keep({{QStringLiteral("clinic.records"), QStringLiteral("odoo")},
                        {QStringLiteral("odoo.login"), QStringLiteral("delpek")}}));
        QVERIFY(m.keep({{QStringLiteral("agent.brain"), QStringLiteral("llm")},
                        {QStringLiteral("llm.model"), QStringLiteral("m")},
                        {QStringLiteral("llm.api-base"), QStringLiteral("http://127.0.0.1:11434/v1")}}));
        QVERIFY(m.load());
        QVERIFY(!m.text().contains("geheim"));
        const auto broken = m.keep("store.location", "sqlite:/tmp/other");
        QCOMPARE(broken.error().key, QStringLiteral("setup.unknown"));
    }

    void whatWinsOverTheFileIsRefused()
    {
        Machine m({}, {QStringLiteral("--odoo.login"), QStringLiteral("me")});
        m.environment.insert(QStringLiteral("DELPEK_ODOO_URL"), QStringLiteral("https://o.example"));
        QVERIFY(tells(m.keep("odoo.url", "https://b.example"), "setup.overridden", "odoo.url"));
        QVERIFY(tells(m.keep("odoo.login", "you"), "setup.overridden", "odoo.login"));
        // The same again is no change.
        QVERIFY(m.keep("odoo.login", "me"));
        QVERIFY(!QFile::exists(m.path));
    }

    void secretsAreKeptApartAndNeverTold()
    {
        Machine m;
        QVERIFY(tells(m.type(botToken, {}), "setup.secretEmpty", "telegram.bot-token"));
        QVERIFY(tells(m.type(botToken, QStringLiteral("geheim")), "setup.token", "telegram.bot-token"));
        QVERIFY(tells(m.type(QStringLiteral("odoo.secret"), QStringLiteral("geheim\nx")), "setup.line", "odoo.secret"));
        const auto other = m.type(QStringLiteral("media.key"));
        QCOMPARE(other.error().key, QStringLiteral("setup.unknown"));
        QVERIFY(!base::await(m.setup->secret(botToken)).value().isSet);
        QVERIFY(m.type(botToken, geheim));
        QVERIFY(m.keep("telegram.enabled", "true"));
        QVERIFY(tells(base::await(m.setup->forgetSecret(botToken)), "setup.secretNeeded", "telegram.bot-token"));
        QVERIFY(base::await(m.setup->secret(botToken)).value().isSet);
        QVERIFY(m.keep("telegram.enabled", "false"));
        QVERIFY(base::await(m.setup->forgetSecret(botToken)));
        QVERIFY(!base::await(m.setup->secret(botToken)).value().isSet);
    }

    void aBrokenFileIsToldAndLeftAlone()
    {
        Machine m;
        QFile file(m.path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nonsense\n") > 0);
        file.close();
        QVERIFY(base::await(m.setup->state()).error().detail.contains(QStringLiteral("delpek.conf:1:")));
        QVERIFY(!m.keep("odoo.login", "me"));
        QCOMPARE(m.text(), QByteArray("nonsense\n"));
    }

    void theCheckAsksTheProvider()
    {
        base::SystemClock clock;
        auto telegram = simulation::TelegramDouble::start({}, clock).value();
        Machine m("[telegram]\napi-base = " + telegram->url().toString().toUtf8() + "\n");
        QCOMPARE(base::await(m.setup->check(QStringLiteral("telegram"))).error().key, QStringLiteral("setup.off"));
        QVERIFY(m.type(botToken, telegram->token()));
        QVERIFY(m.keep("telegram.enabled", "true"));
        // What was kept is looked at, not what runs.
        const auto good = base::await(m.setup->check(QStringLiteral("telegram")));
        QVERIFY(good && !good->empty());
        for (const auto& finding : *good) {
            QVERIFY2(finding.state == FindingState::Good, qPrintable(finding.sentence.english));
        }
        QVERIFY(m.type(botToken, geheim));
        const auto bad = base::await(m.setup->check(QStringLiteral("telegram")));
        const auto fault = std::ranges::find(*bad, FindingState::Fault, &desk::SetupFinding::state);
        QVERIFY(fault != bad->end());
        QVERIFY(fault->sentence.english.contains(QStringLiteral("type it above")));
        QVERIFY(!fault->sentence.hebrew.isEmpty() && fault->sentence.hebrew != fault->sentence.english);
        for (const auto& finding : *bad) {
            QVERIFY(!finding.detail.contains(QStringLiteral("geheim")));
        }
    }

    void aCheckIsGivenUp()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        Machine m("[telegram]\napi-base = http://127.0.0.1:" + QByteArray::number(silent.serverPort()) + "\n");
        QVERIFY(m.type(botToken, geheim));
        QVERIFY(m.keep("telegram.enabled", "true"));
        QElapsedTimer time;
        time.start();
        const auto first = m.setup->check(QStringLiteral("telegram"));
        QVERIFY(silent.waitForNewConnection(10'000));
        const auto second = m.setup->check(QStringLiteral("telegram"));
        QVERIFY(base::await(first).error().code == ErrorCode::Cancelled);
        m.setup->stopCheck();
        QVERIFY(base::await(second).error().code == ErrorCode::Cancelled);
        const auto third = m.setup->check(QStringLiteral("telegram"));
        m.setup.reset();
        QVERIFY(third.isFinished());
        QVERIFY2(time.elapsed() < 15'000, qPrintable(QString::number(time.elapsed())));
    }

    /// Before a restart nothing can have come, and nobody can be reached from outside.
    void whatDoesNotRunYetIsNotBlamed()
    {
        const check::Report report{
            {QStringLiteral("delpek"),
             {},
             {check::fault(QStringLiteral("listener"), QStringLiteral("check.listener.silent")),
              check::fault(QStringLiteral("webhook"), QStringLiteral("check.webhook.silent"))}},
            {QStringLiteral("whatsapp"),
             QStringLiteral("1"),
             {check::good(QStringLiteral("token")),
              check::attention(QStringLiteral("last-event"), QStringLiteral("check.event.none"))}}};
        Machine m("[listen]\npublic-url = https://a.example\n");
        const auto before = check::setupFindings(report, QStringLiteral("whatsapp"), m.load().value(), false).value();
        QCOMPARE(before.size(), size_t(2));
        QVERIFY(before[1].state == FindingState::Attention);
        QVERIFY(before[1].sentence.english.contains(QStringLiteral("Start Delpek again")));
        const auto running = check::setupFindings(report, QStringLiteral("whatsapp"), m.load().value(), true).value();
        QCOMPARE(running.size(), size_t(3));
        QVERIFY(running[0].state == FindingState::Fault);
        const auto polls = check::setupFindings(report, QStringLiteral("telegram"), m.load().value(), true).value();
        QVERIFY(polls.empty());
    }

    void aMistakeInTheFileIsToldWithItsPlace()
    {
        Machine m;
        QFile file(m.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[webchat]\norigin = https://clinic.example\n");
        file.close();
        const auto state = base::await(m.setup->state());
        QCOMPARE(state.error().key, QStringLiteral("setup.config"));
        QVERIFY2(state.error().detail.contains(QStringLiteral("delpek.conf:2")), qPrintable(state.error().detail));
        QCOMPARE(m.keep("telegram.enabled", "true").error().key, QStringLiteral("setup.config"));
    }

    void thePhoneIsLinkedFromTheWindow()
    {
        base::SystemClock clock;
        simulation::WahaDouble::Setup setup;
        setup.hasSession = false;
        const auto waha = simulation::WahaDouble::start(setup, clock).value();
        Machine m;
        const auto look = [&](bool begins) { return base::await(m.setup->pair(begins)); };
        QCOMPARE(look(true).error().key, QStringLiteral("setup.off"));
        QVERIFY(m.type(QStringLiteral("waha.api-key"), QString::fromLatin1(setup.apiKey)));
        QVERIFY(m.type(QStringLiteral("waha.webhook-secret"), QString::fromLatin1(setup.hmacKey)));
        QVERIFY(m.keep({{QStringLiteral("waha.session"), setup.session},
                        {QStringLiteral("waha.api-base"), waha->url().toString()},
                        {QStringLiteral("waha.callback-url"), QStringLiteral("http://127.0.0.1:8090")}}));
        auto pairing = look(true);
        for (int tries = 0; tries < 50 && pairing && pairing->code.width == 0; ++tries) {
            pairing = look(false);
        }
        QVERIFY2(pairing, pairing ? "" : qPrintable(pairing.error().detail));
        QVERIFY(!pairing->isLinked);
        QCOMPARE(pairing->code.dark.size(), size_t(pairing->code.width * pairing->code.width));
        QVERIFY2(base::toCompactText(waha->config()).contains(QStringLiteral("/api/waha/webhook")),
                 "it knows where to deliver");
        waha->scanCode();
        QVERIFY(look(false).value().isLinked);
        waha->setStatus(QStringLiteral("FAILED"));
        QVERIFY(!look(false));
        QVERIFY(m.type(QStringLiteral("waha.api-key"), QStringLiteral("another")));
        const auto refused = look(true);
        QVERIFY(!refused && !refused.error().detail.contains(QStringLiteral("another")));
    }

    void theWindowNamesNoCommandForASecret()
    {
        QFile file(QStringLiteral(":/delpek/checks/texts.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto words = base::parseJson(file.readAll()).value();
        const auto hebrew = check::Texts::load(domain::Language::Hebrew).value();
        const auto english = check::Texts::load(domain::Language::English).value();
        int own = 0;
        for (const auto& [key, both] : base::at(words, "findings").items()) {
            const QString name = QString::fromStdString(key);
            if (name.startsWith(QLatin1String("check.memory"))) {
                continue;
            }
            for (const auto* texts : {&hebrew, &english}) {
                QVERIFY2(!texts->inWindow(name).contains(QStringLiteral("secret set")), key.c_str());
                own += texts->inWindow(name) != texts->sentence(name) ? 1 : 0;
            }
        }
        QCOMPARE(own, int(2 * base::at(words, "window").size()));
    }
};

QTEST_MAIN(TestSetup)
#include "test_setup.moc"
