// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fakesetup.h"

#include <algorithm>
#include <utility>

namespace delpek::test
{

using desk::Setting;
using desk::SetupFinding;

namespace
{

constexpr qint64 second = 1000;
constexpr qint64 day = 24 * 3600 * second;

Setting setting(const char* key, const char* value, Setting::Kind kind = Setting::Kind::Text,
                const QStringList& choices = {})
{
    Setting made;
    made.key = QLatin1String(key);
    made.value = QLatin1String(value);
    made.kind = kind;
    made.choices = choices;
    return made;
}

Setting bounded(const char* key, const char* value, qint64 least, qint64 most,
                Setting::Kind kind = Setting::Kind::Duration)
{
    Setting made = setting(key, value, kind);
    made.least = least;
    made.most = most;
    return made;
}

QStringList words(const char* text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

} // namespace

FakeSetup::FakeSetup()
{
    now.file = QStringLiteral("/home/rivka/.config/delpek/delpek.conf");
    now.settings = {
        setting("telegram.enabled", "true", Setting::Kind::Switch),
        setting("telegram.mode", "polling", Setting::Kind::Choice, words("polling webhook")),
        setting("listen.public-url", ""),
        setting("whatsapp.phone-number-id", ""),
        setting("whatsapp.business-account-id", ""),
        setting("waha.session", ""),
        setting("waha.api-base", "http://127.0.0.1:3000"),
        setting("waha.callback-url", ""),
        setting("webchat.enabled", "false", Setting::Kind::Switch),
        setting("webchat.allowed-origins", ""),
        setting("clinic.records", "builtin", Setting::Kind::Choice, words("builtin odoo")),
        setting("odoo.url", ""),
        setting("odoo.database", ""),
        setting("odoo.login", ""),
        setting("agent.brain", "offline", Setting::Kind::Choice, words("offline llm")),
        setting("llm.provider", "anthropic", Setting::Kind::Choice, words("anthropic openai gemini")),
        setting("llm.model", ""),
        setting("llm.api-base", ""),
        setting("odoo.mapping", "auto"),
        setting("notify.sms.account", ""),
        setting("notify.sms.from", ""),
        setting("notify.email.by", "off", Setting::Kind::Choice, words("off smtp sendgrid")),
        setting("notify.email.from", ""),
        setting("notify.email.from-name", "Delpek"),
        setting("notify.email.smtp-host", ""),
        bounded("notify.email.smtp-port", "465", 1, 65535, Setting::Kind::Number),
        setting("notify.email.smtp-user", ""),
        setting("transcription.api-base", ""),
        setting("transcription.model", "whisper-1"),
        setting("agent.team", "alex", Setting::Kind::Choice, words("alex team")),
        bounded("agent.quiet-window", "4000", 0, 60 * second),
        bounded("intake.stale-after", "43200000", 300 * second, 30 * day),
        bounded("identity.tries", "3", 1, 10, Setting::Kind::Number),
        bounded("offers.hold", "600000", 60 * second, day),
        bounded("desk.send-undo", "5000", 0, 60 * second),
        bounded("escalation.holding-emergency", "180000", 0, 3600 * second),
        bounded("escalation.holding-after", "600000", 0, day),
        bounded("escalation.holding-again", "3600000", 0, day),
        bounded("escalation.next-after-emergency", "120000", second, 3600 * second),
        bounded("escalation.next-after-doctor", "900000", 60 * second, day),
        bounded("escalation.rounds", "3", 1, 20, Setting::Kind::Number),
        setting("escalation.notify-routine", "false", Setting::Kind::Switch),
        setting("notify.telegram", "false", Setting::Kind::Switch),
        setting("notify.telling", "reason", Setting::Kind::Choice, words("nothing reason words")),
        setting("privacy.initials-in-notices", "false", Setting::Kind::Switch),
        bounded("escalation.link-valid", "86400000", 300 * second, 7 * day),
        bounded("privacy.keep-days", "0", 0, 36500, Setting::Kind::Number),
        bounded("memory.days", "90", 1, 3650, Setting::Kind::Number),
        setting("escalation.ask-consent", "true", Setting::Kind::Switch),
        setting("escalation.need-consent", "false", Setting::Kind::Switch),
        setting("llm.mask", "true", Setting::Kind::Switch),
    };
    secrets[QStringLiteral("telegram.bot-token")].isSet = true;
}

Setting& FakeSetup::at(const QString& key)
{
    return *std::ranges::find(now.settings, key, &Setting::key);
}

SetupFinding FakeSetup::finding(domain::FindingState state, const QString& subject, const QString& sentence,
                                const QString& detail)
{
    return {state, {subject, subject}, detail, {sentence, sentence}};
}

Future<desk::SetupState> FakeSetup::state()
{
    return base::ready(stateFailure ? Result<desk::SetupState>(fail(*stateFailure)) : Result<desk::SetupState>(now));
}

Result<Done> FakeSetup::outcome()
{
    const auto failed = std::exchange(failure, std::nullopt);
    return failed ? Result<Done>(fail(*failed)) : Result<Done>(Done{});
}

Future<Done> FakeSetup::keep(const desk::SettingValues& values)
{
    const auto done = outcome();
    if (done) {
        kept.push_back(values);
        for (const auto& [key, value] : values) {
            at(key).value = value;
            at(key).isWaiting = true;
        }
    }
    return base::ready(done);
}

Future<desk::SecretState> FakeSetup::secret(const QString& name)
{
    return base::ready(Result<desk::SecretState>(secrets[name]));
}

Future<Done> FakeSetup::keepSecret(const QString& name, const QString& value)
{
    const auto done = outcome();
    if (done) {
        typed[name] = value;
        secrets[name].isSet = true;
        secrets[name].isWaiting = true;
    }
    return base::ready(done);
}

Future<Done> FakeSetup::forgetSecret(const QString& name)
{
    const auto done = outcome();
    if (done) {
        secrets[name].isSet = false;
        secrets[name].isWaiting = true;
    }
    return base::ready(done);
}

Future<std::vector<SetupFinding>> FakeSetup::check(const QString& connection)
{
    stopCheck();
    checked << connection;
    m_held.emplace();
    auto future = m_held->future();
    if (!holdsChecks) {
        answerCheck();
    }
    return future;
}

Future<desk::Pairing> FakeSetup::pair(bool begins)
{
    paired.push_back(begins);
    return base::ready(pairing);
}

void FakeSetup::answerCheck()
{
    auto answer = std::exchange(m_held, std::nullopt);
    if (answer) {
        answer->finish(checkFailure ? Result<std::vector<SetupFinding>>(fail(*checkFailure))
                                    : Result<std::vector<SetupFinding>>(findings));
    }
}

void FakeSetup::stopCheck()
{
    if (auto given = std::exchange(m_held, std::nullopt)) {
        ++stopped;
        given->finish(fail(ErrorCode::Cancelled, QStringLiteral("given up")));
    }
}

} // namespace delpek::test
