// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup.h"

#include "app/check/check.h"
#include "app/check/setupfindings.h"
#include "app/qrcode.h"
#include "app/secretreading.h"
#include "app/startrules.h"
#include "app/wahasession.h"
#include "base/await.h"
#include "channels/waha/session.h"
#include "config/keys.h"
#include "config/settingsfile.h"
#include "config/value.h"
#include "http/networkclient.h"
#include "secrets/names.h"

#include <QProcessEnvironment>

#include <atomic>

namespace delpek::app
{

namespace
{

using desk::Setting;

Setting::Source sourceOf(const QString& origin)
{
    return origin == QLatin1String("default")                 ? Setting::Source::Default
           : origin == QLatin1String("command line")          ? Setting::Source::CommandLine
           : origin.startsWith(QLatin1String("environment ")) ? Setting::Source::Environment
                                                              : Setting::Source::File;
}

Setting::Kind kindOf(const config::KeySpec& spec)
{
    switch (spec.type) {
    case config::ValueType::Boolean:
        return Setting::Kind::Switch;
    case config::ValueType::Choice:
        return Setting::Kind::Choice;
    case config::ValueType::Integer:
        return Setting::Kind::Number;
    case config::ValueType::Duration:
        return Setting::Kind::Duration;
    default:
        return Setting::Kind::Text;
    }
}

/// As the desk has it: a file may say the same in several ways.
QString shownValue(const QString& key, const config::Config& config)
{
    const config::KeySpec& spec = *config::findKey(key);
    const QString text = config.text(key);
    if (kindOf(spec) == Setting::Kind::Duration) {
        return QString::number(config::parseDuration(text).value_or(base::Duration(0)).count());
    }
    return kindOf(spec) == Setting::Kind::Number ? QString::number(text.toLongLong()) : text;
}

/// The other way: what a file holds for a value of the desk. What is no value of its kind stays, to be refused.
QString writtenValue(const QString& key, const QString& shown)
{
    bool isNumber = false;
    const qint64 millis = shown.toLongLong(&isNumber);
    return isNumber && millis >= 0 && kindOf(*config::findKey(key)) == Setting::Kind::Duration
               ? config::durationText(base::Duration(millis))
               : shown;
}

Setting settingOf(const QString& key, const config::Config& config)
{
    const config::KeySpec& spec = *config::findKey(key);
    Setting setting;
    setting.key = key;
    setting.value = shownValue(key, config);
    setting.kind = kindOf(spec);
    if (setting.kind == Setting::Kind::Choice) {
        setting.choices = QString::fromLatin1(spec.choices).split(QLatin1Char('|'));
    }
    setting.least = spec.least;
    setting.most = spec.most;
    const QString origin = config.origin(key);
    setting.source = sourceOf(origin);
    setting.place = setting.source == Setting::Source::Environment ? origin.section(QLatin1Char(' '), 1)
                    : setting.source == Setting::Source::File      ? origin
                                                                   : QString();
    return setting;
}

Result<Done> checkKnown(const QString& name)
{
    return desk::isConnectionSecret(name) ? Result<Done>(Done{})
                                          : fail(ErrorCode::NotFound, QStringLiteral("?: no secret of a connection"),
                                                 QStringLiteral("setup.unknown"));
}

/// How far the linking is: the code, once WAHA has one. With a wish the session is made first.
Result<desk::Pairing> look(const channels::waha::Line& line, const std::optional<channels::waha::WebhookWish>& wish)
{
    namespace waha = channels::waha;
    const auto status = base::await(wish ? waha::prepareSession(line, *wish) : waha::wakeSession(line));
    if (!status) {
        return fail(status.error());
    }
    desk::Pairing pairing;
    if (*status == QLatin1String("WORKING")) {
        pairing.isLinked = true;
        return pairing;
    }
    if (*status == QLatin1String("FAILED")) {
        return fail(*waha::faultOf(*status));
    }
    const auto text = base::await(waha::pairingCode(line));
    if (!text) {
        // Not yet, or just linked: the next look tells.
        return text.error().code == ErrorCode::Unavailable ? Result<desk::Pairing>(pairing) : fail(text.error());
    }
    return qrCode(*text).map([&](QrCode&& code) {
        pairing.code = {code.width, std::move(code.dark)};
        return pairing;
    });
}

} // namespace

/// A client that asks nobody any more once it was stopped.
class FileSetup::CheckClient final : public http::Client
{
public:
    Future<http::Response> send(const http::Request& request) override
    {
        return m_stopped ? base::ready(Result<http::Response>(
                               fail(ErrorCode::Cancelled, QStringLiteral("the check was given up"))))
                         : m_client.send(request);
    }
    void stop()
    {
        m_stopped = true;
        m_client.giveUp();
    }

private:
    std::atomic<bool> m_stopped = false;
    http::NetworkClient m_client;
};

FileSetup::FileSetup(Parts parts)
    : m_parts(std::move(parts))
{
    m_parts.load = namingFaults(std::move(m_parts.load));
}

FileSetup::~FileSetup()
{
    stopCheck();
}

template <typename T, typename Work>
Future<T> FileSetup::inTurn(base::Workers& workers, Work work)
{
    const auto promise = std::make_shared<Promise<T>>();
    workers.post([promise, work = std::move(work)] { promise->finish(work()); });
    return promise->future();
}

Future<desk::SetupState> FileSetup::state()
{
    return inTurn<desk::SetupState>(m_worker, [this] { return stateNow(); });
}

Future<Done> FileSetup::keep(const desk::SettingValues& values)
{
    return inTurn<Done>(m_worker, [=, this] { return keepNow(values); });
}

Future<desk::SecretState> FileSetup::secret(const QString& name)
{
    return inTurn<desk::SecretState>(m_worker, [=, this] { return secretNow(name); });
}

Future<Done> FileSetup::keepSecret(const QString& name, const QString& value)
{
    return inTurn<Done>(m_worker, [=, this] { return keepSecretNow(name, value); });
}

Future<Done> FileSetup::forgetSecret(const QString& name)
{
    return inTurn<Done>(m_worker, [=, this] { return forgetSecretNow(name); });
}

Future<std::vector<desk::SetupFinding>> FileSetup::check(const QString& connection)
{
    stopCheck();
    const std::lock_guard lock(m_mutex);
    return inTurn<std::vector<desk::SetupFinding>>(
        m_checker, [=, this, number = m_checkNumber] { return checkNow(connection, number); });
}

Future<desk::Pairing> FileSetup::pair(bool begins)
{
    stopCheck();
    const std::lock_guard lock(m_mutex);
    return inTurn<desk::Pairing>(m_checker, [=, this, number = m_checkNumber] { return pairNow(begins, number); });
}

void FileSetup::stopCheck()
{
    const std::lock_guard lock(m_mutex);
    ++m_checkNumber;
    if (m_client) {
        m_client->stop();
    }
}

Result<secrets::SecretStore*> FileSetup::secretStore()
{
    const std::lock_guard lock(m_mutex);
    if (!m_secrets) {
        auto opened = m_parts.openSecrets();
        if (!opened) {
            return fail(opened.error());
        }
        m_secrets = std::move(*opened);
    }
    return m_secrets.get();
}

/// Whether the program that runs has another value.
bool FileSetup::isOther(const QString& key, const config::Config& config) const
{
    return shownValue(key, config) != shownValue(key, m_parts.running);
}

Result<desk::SetupState> FileSetup::stateNow()
{
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    desk::SetupState state;
    state.file = config->ownFile();
    state.isDemo = m_parts.isDemo;
    const auto add = [&](const QStringList& keys) {
        for (const QString& key : keys) {
            if (std::ranges::find(state.settings, key, &Setting::key) == state.settings.end()) {
                state.settings.push_back(settingOf(key, *config));
                state.settings.back().isWaiting = isOther(key, *config);
            }
        }
    };
    for (const desk::Connection& connection : desk::connections()) {
        add(connection.settings);
    }
    for (const desk::SettingGroup& group : desk::settingGroups()) {
        add(group.settings);
    }
    return state;
}

Result<Done> FileSetup::keepNow(const desk::SettingValues& values)
{
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    desk::SettingValues changed;
    for (const auto& [key, value] : values) {
        if (!desk::isClinicSetting(key)) {
            return fail(ErrorCode::NotFound, QStringLiteral("?: no setting that is changed here"),
                        QStringLiteral("setup.unknown"));
        }
        if (value != shownValue(key, *config)) {
            changed.emplace(key, writtenValue(key, value));
        }
    }
    const auto then = config->with(changed);
    if (!then) {
        return fail(then.error());
    }
    const auto read = [this](const QString& name) {
        const auto store = secretStore();
        return store ? optionalSecret(**store, name) : QString();
    };
    for (const desk::Connection& connection : desk::connections()) {
        const bool isTouched =
            std::ranges::any_of(changed, [&](const auto& one) { return connection.settings.contains(one.first); });
        if (!isTouched) {
            continue;
        }
        if (const auto fine = wouldStart(connection.name, *then, read); !fine) {
            return fine;
        }
    }
    return changed.empty() ? Result<Done>(Done{}) : config::keepSettings(config->ownFile(), changed);
}

Result<desk::SecretState> FileSetup::secretNow(const QString& name)
{
    const auto store = checkKnown(name).and_then([this](Done) { return secretStore(); });
    if (!store) {
        return fail(store.error());
    }
    const auto value = base::await((*store)->read(name));
    if (!value && value.error().code != ErrorCode::NotFound) {
        return fail(value.error());
    }
    const bool isGiven = QProcessEnvironment::systemEnvironment().contains(secrets::variableOf(name));
    const std::lock_guard lock(m_mutex);
    return desk::SecretState{value && !value->isEmpty(), (*store)->isWritable() && !isGiven,
                             m_changedSecrets.contains(name)};
}

Result<Done> FileSetup::keepSecretNow(const QString& name, const QString& value)
{
    const auto store = checkKnown(name).and_then([&](Done) { return checkSecret(name, value); }).and_then([this](Done) {
        return secretStore();
    });
    if (!store) {
        return fail(store.error());
    }
    const auto kept = base::await((*store)->write(name, value));
    if (kept) {
        const std::lock_guard lock(m_mutex);
        m_changedSecrets.insert(name);
    }
    return kept;
}

Result<Done> FileSetup::forgetSecretNow(const QString& name)
{
    const auto store = checkKnown(name).and_then([this](Done) { return secretStore(); });
    if (!store) {
        return fail(store.error());
    }
    const auto config = m_parts.load();
    if (!config) {
        return fail(config.error());
    }
    const auto without = [&](const QString& other) {
        return other == name ? QString() : optionalSecret(**store, other);
    };
    for (const desk::Connection& connection : desk::connections()) {
        if (!connection.secrets.contains(name)) {
            continue;
        }
        const auto fine = wouldStart(connection.name, *config, without);
        if (!fine && fine.error().detail.startsWith(name + QLatin1Char(':'))) {
            return fail(ErrorCode::Conflict, name + QStringLiteral(": is needed while the connection is on"),
                        QStringLiteral("setup.secretNeeded"));
        }
    }
    const auto forgotten = base::await((*store)->remove(name));
    if (forgotten) {
        const std::lock_guard lock(m_mutex);
        m_changedSecrets.insert(name);
    }
    return forgotten;
}

/// Nothing when the check was given up before it began.
std::shared_ptr<FileSetup::CheckClient> FileSetup::beginCheck(int number)
{
    const std::lock_guard lock(m_mutex);
    if (number != m_checkNumber) {
        return nullptr;
    }
    m_client = std::make_shared<CheckClient>();
    return m_client;
}

/// Whether the answer of this check is still wanted.
bool FileSetup::endCheck(int number)
{
    const std::lock_guard lock(m_mutex);
    m_client.reset();
    return number == m_checkNumber;
}

bool FileSetup::isWaiting(const desk::Connection& connection, const config::Config& config)
{
    const std::lock_guard lock(m_mutex);
    const QString mode = connection.modeKey.isEmpty() ? QString() : config.text(connection.modeKey);
    const auto counts = [&](const QString& name) { return desk::countsIn(connection, name, mode); };
    const auto isChanged = [&](const QString& key) { return counts(key) && isOther(key, config); };
    return m_parts.isDemo || std::ranges::any_of(connection.settings, isChanged) ||
           std::ranges::any_of(connection.secrets,
                               [&](const QString& name) { return counts(name) && m_changedSecrets.contains(name); });
}

Result<std::vector<desk::SetupFinding>> FileSetup::checkNow(const QString& name, int number)
{
    const desk::Connection* connection = desk::findConnection(name);
    const auto config = m_parts.load();
    if (!connection || !config) {
        return fail(config ? Error{ErrorCode::NotFound, QStringLiteral("setup.unknown"), QStringLiteral("?: no such")}
                           : config.error());
    }
    if (config->text(connection->onKey) == connection->off) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 is off").arg(name), QStringLiteral("setup.off"));
    }
    const auto store = secretStore();
    if (!store) {
        return fail(store.error());
    }
    const auto client = beginCheck(number);
    const auto report = client ? check::check({*config, **store, *client, m_parts.clock}, name)
                               : Result<check::Report>(check::Report{});
    if (!endCheck(number)) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the check was given up"));
    }
    if (!report) {
        return fail(report.error());
    }
    return check::setupFindings(*report, name, *config, !isWaiting(*connection, *config));
}

Result<desk::Pairing> FileSetup::pairNow(bool begins, int number)
{
    namespace waha = channels::waha;
    const auto config = m_parts.load();
    const auto store = config ? secretStore() : fail(config.error());
    if (!store) {
        return fail(store.error());
    }
    const QString session = config->get(config::keys::wahaSession);
    if (session.isEmpty()) {
        return fail(ErrorCode::NotFound, QStringLiteral("waha is off"), QStringLiteral("setup.off"));
    }
    const QString key = optionalSecret(**store, QStringLiteral("waha.api-key"));
    const QString webhookSecret = optionalSecret(**store, QStringLiteral("waha.webhook-secret"));
    if (key.isEmpty() || webhookSecret.isEmpty()) {
        const auto name = key.isEmpty() ? QStringLiteral("waha.api-key") : QStringLiteral("waha.webhook-secret");
        return fail(ErrorCode::InvalidInput, name + QStringLiteral(": is missing"),
                    QStringLiteral("setup.secretMissing"));
    }
    const auto client = beginCheck(number);
    if (!client) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the linking was given up"));
    }
    const waha::Line line{{QUrl(config->get(config::keys::wahaApiBase)), session}, key, client.get()};
    const auto pairing = look(line, begins ? std::optional(wahaWebhook(*config, webhookSecret)) : std::nullopt);
    if (!endCheck(number)) {
        return fail(ErrorCode::Cancelled, QStringLiteral("the linking was given up"));
    }
    return pairing;
}

} // namespace delpek::app
