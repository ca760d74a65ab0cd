// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifyparts.h"

#include "app/secretreading.h"
#include "base/await.h"
#include "config/keys.h"
#include "desk/channelstate.h"
#include "domain/email.h"
#include "notify/mime.h"
#include "notify/sendgrid.h"
#include "notify/smtp.h"
#include "notify/telegramsender.h"
#include "notify/twilio.h"
#include "notify/twilioreports.h"

#include <random>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

constexpr int submissionOverTls = 465;
const QString twilioToken = QStringLiteral("twilio.auth-token");

tl::unexpected<Error> missing(const char* key, const QString& what)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("%1: %2").arg(QLatin1String(key), what));
}

Result<std::unique_ptr<notify::Sender>> openSms(const config::Config& config, secrets::SecretStore& secrets,
                                                http::Client& client)
{
    notify::TwilioSender::Setup setup;
    setup.apiBase = QUrl(config.get(keys::notifySmsApiBase));
    setup.account = config.get(keys::notifySmsAccount);
    setup.from = config.get(keys::notifySmsFrom);
    if (setup.from.isEmpty()) {
        return missing(keys::notifySmsFrom.spec.name, QStringLiteral("name the number that text messages come from"));
    }
    setup.publicUrl = QUrl(config.get(keys::listenPublicUrl));
    const auto token = secret(secrets, twilioToken);
    if (!token) {
        return fail(token.error());
    }
    return std::make_unique<notify::TwilioSender>(
        std::move(setup), [token = *token] { return token; }, client);
}

Result<std::unique_ptr<notify::Sender>> openSmtp(const config::Config& config, secrets::SecretStore& secrets)
{
    notify::SmtpSender::Setup setup;
    setup.host = config.get(keys::notifyEmailSmtpHost);
    setup.port = int(config.get(keys::notifyEmailSmtpPort));
    setup.tlsFirst = setup.port == submissionOverTls;
    setup.user = config.get(keys::notifyEmailSmtpUser);
    setup.from = config.get(keys::notifyEmailFrom);
    setup.fromName = config.get(keys::notifyEmailFromName);
    setup.authorities = config.get(keys::notifyEmailSmtpAuthorities);
    if (setup.host.isEmpty()) {
        return missing(keys::notifyEmailSmtpHost.spec.name, QStringLiteral("name the mail server"));
    }
    QString password;
    if (!setup.user.isEmpty()) {
        const auto kept = secret(secrets, QStringLiteral("smtp.password"));
        if (!kept) {
            return fail(kept.error());
        }
        password = *kept;
    }
    return std::make_unique<notify::SmtpSender>(std::move(setup), [password] { return password; });
}

Result<std::unique_ptr<notify::Sender>> openEmail(const config::Config& config, secrets::SecretStore& secrets,
                                                  http::Client& client)
{
    const QString from = config.get(keys::notifyEmailFrom);
    if (!domain::checkEmail(from)) {
        return missing(keys::notifyEmailFrom.spec.name, QStringLiteral("write one address, as desk@clinic.example"));
    }
    if (config.get(keys::notifyEmailBy) == QLatin1String("smtp")) {
        return openSmtp(config, secrets);
    }
    const auto key = secret(secrets, QStringLiteral("sendgrid.api-key"));
    if (!key) {
        return fail(key.error());
    }
    return std::make_unique<notify::SendGridSender>(
        notify::SendGridSender::Setup{QUrl(config.get(keys::notifyEmailSendgridBase)), from,
                                      config.get(keys::notifyEmailFromName)},
        [key = *key] { return key; }, client);
}

Result<std::unique_ptr<notify::Sender>> openTelegram(const config::Config& config, secrets::SecretStore& secrets,
                                                     http::Client& client)
{
    const auto token = secret(secrets, QStringLiteral("telegram.bot-token"));
    if (!token) {
        return fail(token.error());
    }
    return std::make_unique<notify::TelegramSender>(
        channels::telegram::Line{QUrl(config.get(keys::telegramApiBase)), *token, &client});
}

/// The clinic's time zone as the records last told. Nobody waits for them in an emergency.
class ZoneMemory
{
public:
    explicit ZoneMemory(clinic::ClinicRecords& records)
        : m_records(records)
    {
    }

    QTimeZone zone()
    {
        const std::lock_guard lock(m_state->mutex);
        if (!m_state->told && !m_state->asked) {
            m_state->asked = true;
            m_records.info().then([state = m_state](const Result<domain::ClinicInfo>& info) {
                const std::lock_guard lock(state->mutex);
                state->asked = false;
                if (info && info->zone.isValid()) {
                    state->told = true;
                    state->zone = info->zone;
                }
            });
        }
        return m_state->zone;
    }

private:
    struct State {
        std::recursive_mutex mutex; ///< recursive: an answer that is there already comes within the question
        QTimeZone zone = QTimeZone("Asia/Jerusalem");
        bool told = false;
        bool asked = false;
    };

    clinic::ClinicRecords& m_records;
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace

bool usesWay(const config::Config& config, domain::NoticeWay way)
{
    switch (way) {
    case domain::NoticeWay::Sms:
        return !config.get(keys::notifySmsAccount).isEmpty();
    case domain::NoticeWay::Telegram:
        return config.get(keys::telegramEnabled) && config.get(keys::notifyTelegram);
    case domain::NoticeWay::Email:
        return config.get(keys::notifyEmailBy) != QLatin1String("off");
    }
    return false;
}

std::vector<domain::NoticeWay> noticeWays(const config::Config& config)
{
    using domain::NoticeWay;
    std::vector<NoticeWay> ways{NoticeWay::Sms, NoticeWay::Telegram, NoticeWay::Email};
    std::erase_if(ways, [&](NoticeWay way) { return !usesWay(config, way); });
    return ways;
}

Result<NoticeSenders> openNoticeSenders(const config::Config& config, secrets::SecretStore& secrets,
                                        http::Client& client, std::optional<domain::NoticeWay> only)
{
    using domain::NoticeWay;
    NoticeSenders senders;
    for (const NoticeWay way : noticeWays(config)) {
        if (way != only.value_or(way)) {
            continue;
        }
        auto sender = way == NoticeWay::Sms        ? openSms(config, secrets, client)
                      : way == NoticeWay::Telegram ? openTelegram(config, secrets, client)
                                                   : openEmail(config, secrets, client);
        if (!sender) {
            return fail(sender.error());
        }
        senders.push_back(std::move(*sender));
    }
    return senders;
}

Result<NotifyParts> openNotify(const config::Config& config, secrets::SecretStore& secrets, http::Client& client,
                               store::Store& store, clinic::ClinicRecords& records, base::Clock& clock,
                               notify::LinkMaker link)
{
    auto senders = openNoticeSenders(config, secrets, client);
    auto texts = notify::Texts::load(QStringLiteral(":/delpek/notices"));
    if (!senders || !texts) {
        return fail(senders ? texts.error() : senders.error());
    }
    if (senders->empty()) {
        return base::await(store.write([](store::Session& session) { return desk::keepNoticeStates(session, {}); }))
            .map([](Done) { return NotifyParts{}; });
    }
    NotifyParts parts;
    parts.senders = std::move(*senders);
    std::vector<notify::Sender*> ways;
    for (const auto& sender : parts.senders) {
        ways.push_back(sender.get());
    }
    const QUrl publicUrl(config.get(keys::listenPublicUrl));
    if (std::ranges::find(ways, domain::NoticeWay::Sms, &notify::Sender::way) != ways.end() && !publicUrl.isEmpty()) {
        const auto token = secret(secrets, twilioToken);
        if (!token) {
            return fail(token.error());
        }
        parts.routes.push_back(notify::twilioReports(
            publicUrl, [token = *token] { return token; }, store, clock));
    }
    notify::NotifierOptions options;
    options.ladder.nextAfterEmergency = config.get(keys::escalationsNextAfterEmergency);
    options.ladder.nextAfterDoctor = config.get(keys::escalationsNextAfterDoctor);
    options.ladder.rounds = int(config.get(keys::escalationsRounds));
    options.ladder.routine = config.get(keys::escalationsNotifyRoutine);
    options.texts.telling =
        base::fromText<notify::Telling>(config.get(keys::notifyTelling)).value_or(notify::Telling::Reason);
    options.texts.initials = config.get(keys::privacyInitialsInNotices);
    options.seed = std::random_device{}();
    const auto memory = std::make_shared<ZoneMemory>(records);
    parts.notifier =
        std::make_unique<notify::Notifier>(notify::NotifierParts{store, clock, std::move(ways), std::move(*texts),
                                                                 [memory] { return memory->zone(); }, std::move(link)},
                                           options);
    return parts.notifier->start().map([&](Done) { return std::move(parts); });
}

} // namespace delpek::app
