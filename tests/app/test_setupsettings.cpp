// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/machine.h"
#include "config/value.h"
#include "simulation/doubles/sendgriddouble.h"
#include "simulation/doubles/speechdouble.h"
#include "simulation/doubles/twiliodouble.h"

#include <QTest>

using namespace delpek;
using desk::SettingValues;
using domain::FindingState;
using test::Machine;
using test::tells;

namespace
{

using Findings = std::vector<desk::SetupFinding>;

bool allGood(const Result<Findings>& findings)
{
    return findings && !findings->empty() &&
           std::ranges::all_of(*findings, [](const auto& one) { return one.state == FindingState::Good; });
}

/// The first fault, and that it tells no secret.
std::optional<desk::SetupFinding> faultOf(const Result<Findings>& findings)
{
    const auto fault = std::ranges::find(*findings, FindingState::Fault, &desk::SetupFinding::state);
    return fault == findings->end() || fault->detail.contains(QStringLiteral("geheim")) ? std::nullopt
                                                                                        : std::optional(*fault);
}

} // namespace

/// The settings of the clinic that belong to no channel: what it has decided, and how the staff is told.
class TestSetupSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSettingHasItsKindAndBounds()
    {
        using Kind = desk::Setting::Kind;
        Machine m("[agent]\nquiet-window = PT1M\n[intake]\nstale-after = 90m\n");
        for (const auto& group : desk::settingGroups()) {
            for (const QString& key : group.settings) {
                const auto setting = m.setting(key);
                QVERIFY2(setting.kind != Kind::Text, qPrintable(key));
                const bool isBounded = setting.kind == Kind::Number || setting.kind == Kind::Duration;
                QVERIFY2(!isBounded || (setting.least <= setting.value.toLongLong() &&
                                        setting.value.toLongLong() <= setting.most),
                         qPrintable(key));
            }
        }
        const auto quiet = m.setting(QStringLiteral("agent.quiet-window"));
        QCOMPARE(quiet.value, QStringLiteral("60000"));
        QCOMPARE(quiet.most, qint64(60'000));
        QCOMPARE(m.setting(QStringLiteral("intake.stale-after")).value, QStringLiteral("5400000"));
        QVERIFY(m.setting(QStringLiteral("identity.tries")).kind == Kind::Number);
        QVERIFY(m.setting(QStringLiteral("notify.email.smtp-port")).kind == Kind::Number);
        QVERIFY(m.setting(QStringLiteral("llm.mask")).kind == Kind::Switch);
    }

    void aDurationIsWrittenAsPeopleWriteIt()
    {
        Machine m("# ours\n[agent]\nquiet-window = PT4S # calm\n");
        // The same in other words is no change.
        QVERIFY(m.keep("agent.quiet-window", "4000"));
        QCOMPARE(m.text(), QByteArray("# ours\n[agent]\nquiet-window = PT4S # calm\n"));
        QVERIFY(!m.setting(QStringLiteral("agent.quiet-window")).isWaiting);
        QVERIFY(m.keep("agent.quiet-window", "6500"));
        QCOMPARE(m.text(), QByteArray("# ours\n[agent]\nquiet-window = 6500ms # calm\n"));
        QVERIFY(m.setting(QStringLiteral("agent.quiet-window")).isWaiting);
        QVERIFY(m.keep({{QStringLiteral("escalation.holding-again"), QStringLiteral("7200000")},
                        {QStringLiteral("escalation.holding-after"), QStringLiteral("0")},
                        {QStringLiteral("privacy.keep-days"), QStringLiteral("730")}}));
        const auto config = m.load().value();
        QCOMPARE(config.text(QStringLiteral("escalation.holding-again")), QStringLiteral("2h"));
        QCOMPARE(config.text(QStringLiteral("escalation.holding-after")), QStringLiteral("0s"));
        QCOMPARE(config.text(QStringLiteral("privacy.keep-days")), QStringLiteral("730"));
    }

    void eachDurationIsReadBack()
    {
        for (const qint64 millis : {0LL, 1LL, 999LL, 1000LL, 90'000LL, 3'600'000LL, 5'400'000LL, 86'400'000LL,
                                    172'800'000LL, 172'800'001LL}) {
            const QString text = config::durationText(base::Duration(millis));
            QCOMPARE(config::parseDuration(text).value().count(), millis);
        }
        QCOMPARE(config::durationText(std::chrono::minutes(90)), QStringLiteral("90m"));
    }

    void whatWouldNotWorkIsRefused_data()
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
        row("too long a silence", {{"agent.quiet-window", "60001"}}, "setup.value", "agent.quiet-window");
        row("less than nothing", {{"agent.quiet-window", "-1"}}, "setup.value", "agent.quiet-window");
        row("no number", {{"escalation.rounds", "many"}}, "setup.value", "escalation.rounds");
        row("no emergency waits for ever", {{"escalation.next-after-emergency", "0"}}, "setup.value",
            "escalation.next-after-emergency");
        row("one good, one not", {{"identity.tries", "2"}, {"memory.days", "0"}}, "setup.value", "memory.days");
        row("text messages from nobody", {{"notify.sms.account", "AC1"}}, "setup.missing", "notify.sms.from");
        row("text messages without a key", {{"notify.sms.account", "AC1"}, {"notify.sms.from", "+972520000000"}},
            "setup.secretMissing", "twilio.auth-token");
        row("mail from nobody", {{"notify.email.by", "smtp"}}, "setup.missing", "notify.email.from");
        row("mail from two", {{"notify.email.by", "smtp"}, {"notify.email.from", "a@x.example, b@x.example"}},
            "setup.email", "notify.email.from");
        row("mail without a server", {{"notify.email.by", "smtp"}, {"notify.email.from", "a@x.example"}},
            "setup.missing", "notify.email.smtp-host");
        row("a login without a password",
            {{"notify.email.by", "smtp"},
             {"notify.email.from", "a@x.example"},
             {"notify.email.smtp-host", "mail.x.example"},
             {"notify.email.smtp-user", "a"}},
            "setup.secretMissing", "smtp.password");
        row("SendGrid without a key", {{"notify.email.by", "sendgrid"}, {"notify.email.from", "a@x.example"}},
            "setup.secretMissing", "sendgrid.api-key");
        row("a service without an address", {{"transcription.api-base", "whisper"}}, "setup.address",
            "transcription.api-base");
    }
    void whatWouldNotWorkIsRefused()
    {
        QFETCH(SettingValues, values);
        QFETCH(QString, key);
        QFETCH(QString, name);
        Machine m;
        const auto done = m.keep(values);
        QVERIFY2(tells(done, qPrintable(key), qPrintable(name)),
                 qPrintable(done ? QStringLiteral("kept") : done.error().key + done.error().detail));
        QVERIFY(!QFile::exists(m.path));
    }

    void anUnknownMappingIsRefused()
    {
        Machine m;
        QVERIFY(m.type(QStringLiteral("odoo.secret")));
        SettingValues odoo{{QStringLiteral("clinic.records"), QStringLiteral("odoo")},
                           {QStringLiteral("odoo.url"), QStringLiteral("https://o.example")},
                           {QStringLiteral("odoo.login"), QStringLiteral("delpek")},
                           {QStringLiteral("odoo.mapping"), QStringLiteral("no-such-profile")}};
        QVERIFY(tells(m.keep(odoo), "setup.mapping", "odoo.mapping"));
        odoo[QStringLiteral("odoo.mapping")] = m.folder.filePath(QStringLiteral("none.json"));
        QVERIFY(tells(m.keep(odoo), "setup.mapping", "odoo.mapping"));
        odoo[QStringLiteral("odoo.mapping")] = QStringLiteral("auto");
        QVERIFY(m.keep(odoo));
    }

    void mailNeedsWhatItsWayNeeds()
    {
        Machine m;
        QVERIFY(m.type(QStringLiteral("sendgrid.api-key")));
        QVERIFY(m.keep({{QStringLiteral("notify.email.by"), QStringLiteral("sendgrid")},
                        {QStringLiteral("notify.email.from"), QStringLiteral("desk@clinic.example")}}));
        QVERIFY(tells(base::await(m.setup->forgetSecret(QStringLiteral("sendgrid.api-key"))), "setup.secretNeeded",
                      "sendgrid.api-key"));
        // A server in the clinic's own network may ask for no login.
        QVERIFY(m.keep({{QStringLiteral("notify.email.by"), QStringLiteral("smtp")},
                        {QStringLiteral("notify.email.smtp-host"), QStringLiteral("mail.clinic.example")},
                        {QStringLiteral("notify.email.smtp-port"), QStringLiteral("587")}}));
        QVERIFY(base::await(m.setup->forgetSecret(QStringLiteral("sendgrid.api-key"))));
    }

    void eachWayToTellIsCheckedByItself()
    {
        base::SystemClock clock;
        const simulation::TwilioDouble::Setup account;
        const auto twilio = simulation::TwilioDouble::start(account, clock).value();
        const auto sendgrid = simulation::SendGridDouble::start({}, clock).value();
        Machine m("[notify]\nsms.api-base = " + twilio->url().toString().toUtf8() +
                  "\nemail.sendgrid-base = " + sendgrid->url().toString().toUtf8() + "\n");
        const auto look = [&](const char* name) { return base::await(m.setup->check(QLatin1String(name))); };
        QCOMPARE(look("sms").error().key, QStringLiteral("setup.off"));
        QVERIFY(m.type(QStringLiteral("twilio.auth-token"), account.token));
        QVERIFY(m.keep({{QStringLiteral("notify.sms.account"), account.account},
                        {QStringLiteral("notify.sms.from"), account.number}}));
        QVERIFY(m.type(QStringLiteral("sendgrid.api-key")));
        QVERIFY(m.keep({{QStringLiteral("notify.email.by"), QStringLiteral("sendgrid")},
                        {QStringLiteral("notify.email.from"), QStringLiteral("desk@clinic.example")}}));
        QVERIFY(allGood(look("sms")));
        // What is wrong with the other way is not said here.
        const auto mail = faultOf(look("email"));
        QVERIFY(mail && mail->subject.english == QStringLiteral("e-mail"));
        QVERIFY(mail->sentence.english.startsWith(QStringLiteral("The provider refuses Delpek.")));
        QVERIFY(
            m.type(QStringLiteral("sendgrid.api-key"), QString::fromLatin1(simulation::SendGridDouble::Setup().key)));
        QVERIFY(allGood(look("email")));
        QVERIFY(m.type(QStringLiteral("twilio.auth-token")));
        QVERIFY(faultOf(look("sms")));
        QVERIFY2(twilio->sent().empty() && sendgrid->sent().empty(), "a check tells nobody");
    }

    void aTestSoundIsWrittenDown()
    {
        base::SystemClock clock;
        const auto speech = simulation::SpeechDouble::start({}, clock).value();
        Machine m;
        const auto look = [&] { return base::await(m.setup->check(QStringLiteral("transcription"))); };
        QCOMPARE(look().error().key, QStringLiteral("setup.off"));
        QVERIFY(m.keep("transcription.api-base", qPrintable(speech->url().toString())));
        auto fault = faultOf(look());
        QVERIFY(fault && fault->sentence.english.contains(QStringLiteral("type it above")));
        QVERIFY(m.type(QStringLiteral("transcription.api-key"),
                       QString::fromLatin1(simulation::SpeechDouble::Setup().key)));
        QVERIFY(allGood(look()));
        QCOMPARE(speech->calls(), 1);
        QVERIFY(m.keep("transcription.model", "no-such-model"));
        fault = faultOf(look());
        QVERIFY(fault && fault->sentence.english.contains(QStringLiteral("transcription.model")));
        QVERIFY(m.keep("transcription.api-base", "http://127.0.0.1:1"));
        fault = faultOf(look());
        QVERIFY(fault && fault->sentence.english.contains(QStringLiteral("does not answer")));
    }
};

QTEST_MAIN(TestSetupSettings)
#include "test_setupsettings.moc"
