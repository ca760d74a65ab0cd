// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/await.h"
#include "base/json.h"
#include "e2e/daemon.h"
#include "e2e/shiftedclock.h"
#include "http/networkclient.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/odoo/odoodouble.h"
#include "simulation/doubles/telegramdouble.h"
#include "simulation/doubles/wahadouble.h"

#include <QTest>

using namespace delpek;
using namespace std::chrono_literals;
using simulation::GraphDouble;
using simulation::TelegramDouble;
using simulation::WahaDouble;
using test::CommandResult;
using test::Daemon;
using test::eventually;

namespace
{

/// What `delpekd check --json` printed.
class Printed
{
public:
    explicit Printed(CommandResult result)
        : m_result(std::move(result))
        , m_json(base::parseJson(m_result.output.trimmed()).value_or(base::Json()))
    {
    }

    int exitCode() const { return m_result.exitCode; }
    const QByteArray& bytes() const { return m_result.output; }
    QByteArray all() const { return m_result.output + m_result.errors; }

    /// "state key" of every finding of a subject in a section, parted by commas.
    QString of(const QString& section, const QString& subject) const
    {
        QStringList found;
        for (const auto& one : base::at(m_json, "sections")) {
            if (base::textAt(one, "name") != section) {
                continue;
            }
            for (const auto& finding : one["findings"]) {
                if (base::textAt(finding, "subject") == subject) {
                    found +=
                        (base::textAt(finding, "state") + QLatin1Char(' ') + base::textAt(finding, "key")).trimmed();
                }
            }
        }
        return found.join(QStringLiteral(", "));
    }

    /// The findings that are not good, as "section/subject key".
    QStringList troubles() const
    {
        QStringList found;
        for (const auto& section : base::at(m_json, "sections")) {
            for (const auto& finding : section["findings"]) {
                if (base::textAt(finding, "state") != QLatin1String("good")) {
                    found += QStringLiteral("%1/%2 %3")
                                 .arg(base::textAt(section, "name"), base::textAt(finding, "subject"),
                                      base::textAt(finding, "key"));
                }
            }
        }
        return found;
    }

private:
    CommandResult m_result;
    base::Json m_json;
};

const QString whatsapp = QStringLiteral("whatsapp");
const QString telegram = QStringLiteral("telegram");

} // namespace

/// `delpekd check` beside a clinic that runs, against the other side of each channel.
class TestCheck : public QObject
{
    Q_OBJECT

    /// The clinic runs and is reached by its own address, which stands for the public one.
    Printed check(Daemon& clinic, const QStringList& more = {}) const
    {
        const QString port = QString::number(clinic.port());
        return Printed(clinic.command(
            QStringList{QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--listen.port"), port} +
            more));
    }

    /// WAHA whose session delivers to us as the page tells.
    void useWaha(Daemon& clinic)
    {
        clinic.useWaha(*m_waha);
        base::Json webhook;
        webhook["url"] = "http://clinic.example:8787/api/waha/webhook";
        webhook["events"] = base::Json::array({"*"});
        webhook["hmac"]["key"] = m_waha->setup().hmacKey.toStdString();
        m_waha->setWebhooks(base::Json::array({webhook}));
    }

    /// A number whose templates were handed in, and approved by Meta.
    void useWhatsApp(Daemon& clinic)
    {
        clinic.useWhatsApp(*m_graph);
        clinic.set(QStringLiteral("whatsapp.business-account-id"), m_graph->setup().businessAccountId);
        QCOMPARE(clinic.command({QStringLiteral("templates"), QStringLiteral("sync")}).exitCode, 0);
        for (const char* name :
             {"appointment_confirmation", "appointment_reminder", "payment_reminder", "general_information"}) {
            for (const char* language : {"he", "en"}) {
                m_graph->setTemplateState(QString::fromLatin1(name), QString::fromLatin1(language),
                                          QStringLiteral("APPROVED"));
            }
        }
    }

private Q_SLOTS:
    void init()
    {
        m_graph = GraphDouble::start({}, m_clock).value();
        m_telegram = TelegramDouble::start({}, m_clock).value();
        m_waha = WahaDouble::start({}, m_clock).value();
    }

    void nothingIsSwitchedOn()
    {
        const Daemon clinic;
        const auto english =
            clinic.command({QStringLiteral("check"), QStringLiteral("--language"), QStringLiteral("en")});
        QCOMPARE(english.exitCode, 2);
        QVERIFY2(english.errors.contains("No channel is switched on"), english.errors.constData());
        const auto named = clinic.command(
            {QStringLiteral("check"), QStringLiteral("waha"), QStringLiteral("--language"), QStringLiteral("he")});
        QCOMPARE(named.exitCode, 2);
        QVERIFY2(QString::fromUtf8(named.errors).contains(QStringLiteral("לא מופעל")), named.errors.constData());
        QCOMPARE(clinic.command({QStringLiteral("check"), QStringLiteral("fax")}).exitCode, 2);
        QCOMPARE(clinic.command({QStringLiteral("check"), QStringLiteral("--language"), QStringLiteral("fr")}).exitCode,
                 2);
        QCOMPARE(clinic.command({QStringLiteral("check"), QStringLiteral("--help")}).exitCode, 0);
    }

    void theProgramDoesNotRun()
    {
        Daemon clinic;
        clinic.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        const auto never = check(clinic);
        QCOMPARE(never.of(QStringLiteral("delpek"), QStringLiteral("store")),
                 QStringLiteral("attention check.store.none"));
        QVERIFY(clinic.start());
        const QString port = QString::number(clinic.port());
        QCOMPARE(clinic.terminate(), 0);
        const Printed stopped(
            clinic.command({QStringLiteral("check"), QStringLiteral("--json"), QStringLiteral("--listen.port"), port}));
        QCOMPARE(stopped.exitCode(), 1);
        QCOMPARE(stopped.of(QStringLiteral("delpek"), QStringLiteral("listener")),
                 QStringLiteral("fault check.listener.silent"));
        QCOMPARE(stopped.of(QStringLiteral("delpek"), QStringLiteral("store")), QStringLiteral("good"));
    }

    void theWayInIsTold()
    {
        Daemon clinic;
        clinic.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        QVERIFY(clinic.start());
        Daemon other;
        other.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        QVERIFY(other.start());
        const auto wayIn = [&](const QString& address) {
            return check(clinic, {QStringLiteral("--listen.public-url"), address})
                .of(QStringLiteral("delpek"), QStringLiteral("webhook"));
        };
        const QString here = QStringLiteral("http://127.0.0.1:%1");
        QCOMPARE(wayIn({}), QStringLiteral("attention check.webhook.noAddress"));
        QCOMPARE(wayIn(here.arg(clinic.port())), QStringLiteral("attention check.webhook.inside"));
        QCOMPARE(wayIn(here.arg(other.port())), QStringLiteral("fault check.webhook.other"));
        QCOMPARE(wayIn(QStringLiteral("https://no-such-name.invalid")),
                 QStringLiteral("fault check.webhook.nameUnknown"));
        QCOMPARE(wayIn(QStringLiteral("https://127.0.0.1:%1").arg(clinic.port())),
                 QStringLiteral("fault check.webhook.untrusted"));
        QCOMPARE(wayIn(QStringLiteral("chat.clinic.example/x")), QStringLiteral("fault check.webhook.badAddress"));
    }

    void aBotThatWorksHasNoFault()
    {
        Daemon clinic;
        clinic.useTelegram(*m_telegram);
        QVERIFY(clinic.start());
        QCOMPARE(check(clinic).troubles(), QStringList{QStringLiteral("telegram/last-event check.event.none")});
        m_telegram->deliver(simulation::telegram::textUpdate(
            {5550001, QStringLiteral("Tamar"), 1, m_clock.now(), QStringLiteral("en")}, QStringLiteral("Hello")));
        QVERIFY(eventually([&] { return !m_telegram->sent().empty(); }));
        const auto works = check(clinic, {QStringLiteral("telegram")});
        QCOMPARE(works.troubles(), QStringList());
        QCOMPARE(works.exitCode(), 0);
        QCOMPARE(works.of(telegram, QStringLiteral("clock")), QStringLiteral("good"));
        QVERIFY(!works.all().contains(m_telegram->token().section(QLatin1Char(':'), 1).toUtf8()));
        QVERIFY(clinic.isRunning());
    }

    void theTokenIsWrong()
    {
        Daemon clinic;
        clinic.useTelegram(*m_telegram);
        QVERIFY(clinic.start());
        m_telegram->revokeToken();
        const auto refused = check(clinic);
        QCOMPARE(refused.exitCode(), 1);
        QCOMPARE(refused.of(telegram, QStringLiteral("token")), QStringLiteral("fault check.telegramToken"));
        QVERIFY(!refused.all().contains(m_telegram->token().section(QLatin1Char(':'), 1).toUtf8()));
    }

    void aWebhookStandsInTheWayOfPolling()
    {
        Daemon clinic;
        clinic.useTelegram(*m_telegram);
        http::Request request;
        request.method = "POST";
        request.url = QUrl(m_telegram->url().toString() + QStringLiteral("/bot%1/setWebhook").arg(m_telegram->token()));
        request.headers = {{"Content-Type", "application/json"}};
        request.body = R"({"url":"https://elsewhere.example/hook"})";
        http::NetworkClient client;
        const auto answer = base::await(client.send(request));
        QVERIFY(answer && answer->status == 200);
        const auto conflict = check(clinic);
        QCOMPARE(conflict.of(telegram, QStringLiteral("webhook")), QStringLiteral("fault check.telegramWebhookSet"));
        QCOMPARE(conflict.exitCode(), 1);
    }

    void aLinkedPhoneThatWorksHasNoFault()
    {
        Daemon clinic;
        useWaha(clinic);
        QVERIFY(clinic.start());
        QCOMPARE(check(clinic).troubles(), QStringList{QStringLiteral("waha/last-event check.event.none")});
        QCOMPARE(check(clinic).exitCode(), 0);
    }

    void thePhoneHasToBeLinked()
    {
        Daemon clinic;
        useWaha(clinic);
        m_waha->setStatus(QStringLiteral("SCAN_QR_CODE"));
        const auto unlinked = check(clinic);
        QCOMPARE(unlinked.of(QStringLiteral("waha"), QStringLiteral("session")),
                 QStringLiteral("fault channel.wahaPairing"));
        QCOMPARE(unlinked.exitCode(), 1);
        QVERIFY(!unlinked.all().contains(m_waha->setup().apiKey) && !unlinked.all().contains(m_waha->setup().hmacKey));
    }

    void aNumberThatWorksHasNoFault()
    {
        Daemon clinic;
        useWhatsApp(clinic);
        QVERIFY(clinic.start());
        const auto works = check(
            clinic, {QStringLiteral("--listen.public-url"), QStringLiteral("http://127.0.0.1:%1").arg(clinic.port())});
        // The public address of a test is this machine.
        QCOMPARE(works.troubles(), (QStringList{QStringLiteral("delpek/webhook check.webhook.inside"),
                                                QStringLiteral("whatsapp/last-event check.event.none")}));
        QCOMPARE(works.exitCode(), 0);
        QVERIFY(!works.all().contains(m_graph->setup().token) && !works.all().contains(m_graph->setup().appSecret));
    }

    void metaRefusesTheToken()
    {
        Daemon clinic;
        useWhatsApp(clinic);
        clinic.setEnvironment(QStringLiteral("DELPEK_SECRET_WHATSAPP_ACCESS_TOKEN"), QStringLiteral("an-old-token"));
        const auto refused = check(clinic);
        QCOMPARE(refused.of(whatsapp, QStringLiteral("token")), QStringLiteral("fault check.whatsapp.tokenRefused"));
        QCOMPARE(refused.exitCode(), 1);
        QVERIFY(!refused.all().contains("an-old-token"));
    }

    void nobodyIsSubscribed()
    {
        Daemon clinic;
        useWhatsApp(clinic);
        simulation::GraphAccount account;
        account.subscribed = false;
        m_graph->setAccount(account);
        QCOMPARE(check(clinic).of(whatsapp, QStringLiteral("subscription")),
                 QStringLiteral("fault check.whatsapp.notSubscribed"));
    }

    void aTemplateIsRejected()
    {
        Daemon clinic;
        useWhatsApp(clinic);
        m_graph->setTemplateState(QStringLiteral("payment_reminder"), QStringLiteral("he"), QStringLiteral("REJECTED"));
        const auto rejected = check(clinic);
        QVERIFY2(rejected.of(whatsapp, QStringLiteral("templates"))
                     .endsWith(QStringLiteral("check.whatsapp.templatesRejected")),
                 rejected.bytes().constData());
    }

    void aWrongClockIsNoticed_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("finding");
        QTest::newRow("off") << 2 << QStringLiteral("attention check.clock.off");
        QTest::newRow("wrong") << -10 << QStringLiteral("fault check.clock.wrong");
    }

    void aWrongClockIsNoticed()
    {
        QFETCH(int, minutes);
        QFETCH(QString, finding);
        test::ShiftedClock providers(std::chrono::minutes{minutes});
        const auto bot = TelegramDouble::start({}, providers).value();
        Daemon clinic;
        clinic.useTelegram(*bot);
        QCOMPARE(check(clinic).of(telegram, QStringLiteral("clock")), finding);
    }

    void aSecretIsMissing()
    {
        Daemon clinic;
        clinic.useTelegram(*m_telegram, true);
        clinic.setEnvironment(QStringLiteral("DELPEK_SECRET_TELEGRAM_WEBHOOK_SECRET"), QString());
        const auto missing = check(clinic);
        QCOMPARE(missing.of(telegram, QStringLiteral("secret")), QStringLiteral("fault check.secret.missing"));
        QCOMPARE(missing.of(telegram, QStringLiteral("webhook")), QStringLiteral("fault check.telegramWebhookMissing"));
    }

    void theClinicsOdooIsLookedAt()
    {
        const auto odoo = simulation::OdooDouble::start({}, m_clock).value();
        const qint64 user = odoo->addUser(QStringLiteral("delpek"), QStringLiteral("not this one"), {});
        const QString key = odoo->addKey(user);
        Daemon clinic;
        const QString name = QStringLiteral("odoo");
        clinic.set(QStringLiteral("odoo.url"), odoo->url().toString());
        clinic.set(QStringLiteral("odoo.login"), QStringLiteral("delpek"));
        const auto missing = check(clinic, {name});
        QCOMPARE(missing.exitCode(), 1);
        QCOMPARE(missing.of(name, QStringLiteral("login")), QStringLiteral("fault check.odoo.secretMissing"));
        clinic.setEnvironment(QStringLiteral("DELPEK_SECRET_ODOO_SECRET"), key);
        const auto found = check(clinic, {name});
        QCOMPARE(found.of(name, QStringLiteral("login")), QStringLiteral("good"));
        QCOMPARE(found.of(name, QStringLiteral("version")), QStringLiteral("good"));
        QVERIFY(found.of(name, QStringLiteral("rights")).startsWith(QLatin1String("fault check.odoo.right")));
        QCOMPARE(found.of(name, QStringLiteral("hours")), QStringLiteral("attention check.odoo.hours"));
        QVERIFY(!found.all().contains(key.toUtf8()));
        clinic.set(QStringLiteral("odoo.url"), QStringLiteral("clinic"));
        QCOMPARE(check(clinic, {name}).of(name, QStringLiteral("settings")),
                 QStringLiteral("fault check.odoo.settings"));
    }

    void peopleReadWhatToDo()
    {
        Daemon clinic;
        clinic.set(QStringLiteral("webchat.enabled"), QStringLiteral("true"));
        clinic.set(QStringLiteral("webchat.max-file"), QStringLiteral("4MiB"));
        QVERIFY(clinic.start());
        const auto hebrew =
            clinic.command({QStringLiteral("check"), QStringLiteral("webchat"), QStringLiteral("--language"),
                            QStringLiteral("he"), QStringLiteral("--listen.port"), QString::number(clinic.port())});
        QCOMPARE(hebrew.exitCode, 0);
        const QString text = QString::fromUtf8(hebrew.output);
        QVERIFY2(text.contains(QStringLiteral("הגדילו את listen.max-body")), hebrew.output.constData());
        QVERIFY(text.contains(QStringLiteral("לא נמצאה שום תקלה")));
    }

private:
    base::SystemClock m_clock;
    std::unique_ptr<GraphDouble> m_graph;
    std::unique_ptr<TelegramDouble> m_telegram;
    std::unique_ptr<WahaDouble> m_waha;
};

QTEST_GUILESS_MAIN(TestCheck)
#include "test_check.moc"
