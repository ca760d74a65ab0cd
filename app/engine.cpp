// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine.h"

#include "api/selftest.h"
#include "api/webchat/site.h"
#include "app/database.h"
#include "app/memoryparts.h"
#include "app/nodeoptions.h"
#include "app/secretreading.h"
#include "app/telegramcommands.h"
#include "app/telegramwebhook.h"
#include "app/templatestates.h"
#include "app/wahasession.h"
#include "base/await.h"
#include "base/correlation.h"
#include "base/logging.h"
#include "clinic/clinicfile.h"
#include "config/keys.h"
#include "desk/channelstate.h"
#include "desk/quickreplyfile.h"
#include "media/filekey.h"
#include "store/decisions.h"

#include <QFile>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

constexpr auto graceForSends = std::chrono::seconds(3);

} // namespace

Result<std::unique_ptr<Engine>> Engine::start(const config::Config& config, secrets::SecretStore& secrets,
                                              base::Clock& clock, desk::Setup* setup, desk::ServiceRoom* services)
{
    auto mind =
        agent::Mind::load(QStringLiteral(":/delpek"), config.get(keys::agentTeam), config.get(keys::servicesFolder));
    if (!mind) {
        return fail(mind.error());
    }
    std::unique_ptr<Engine> engine(new Engine);
    engine->m_mind = std::move(*mind);
    engine->m_setup = setup;
    engine->m_services = services;
    const auto opened = engine->openMedia(config, secrets)
                            .and_then([&](Done) { return engine->openStore(config, secrets, clock); })
                            .and_then([&](Done) { return engine->openRecords(config, secrets, clock); })
                            .and_then([&](Done) { return engine->openChannels(config, secrets); })
                            .and_then([&](Done) { return engine->openWaha(config, secrets); })
                            .and_then([&](Done) {
                                return addModel(engine->m_mind, engine->m_llm, config, secrets,
                                                {*engine->m_client, *engine->m_store, clock});
                            })
                            .and_then([&](Done) { return engine->openNode(config, secrets, clock); })
                            .and_then([&](Done) { return engine->openNotices(config, secrets, clock); })
                            .and_then([&](Done) { return engine->openWebChat(config, clock); })
                            .and_then([&](Done) { return engine->openListener(config, secrets, clock); });
    if (!opened) {
        return fail(opened.error());
    }
    engine->openPoller(config, clock);
    if (engine->m_telegram) {
        const channels::telegram::Line line{QUrl(config.get(keys::telegramApiBase)), engine->m_telegramToken,
                                            engine->m_client.get()};
        arrangeWebhook(config, line, engine->m_access.telegramSecret);
        offerCommands(*engine->m_store, line, engine->m_telegram->account());
    }
    engine->openWatch(config, clock);
    catchUpTemplates(*engine->m_store, clock, templateProvider(config, engine->m_whatsappToken, *engine->m_client));
    return engine;
}

Engine::~Engine()
{
    m_server.reset();
    m_serviceApi.reset();
    m_memoryApi.reset();
    m_webChat.reset();
    m_poller.reset();
    m_watch.reset();
    const bool told = !m_notify.notifier || m_notify.notifier->stop(graceForSends);
    const bool sent = !m_node || m_node->stop(graceForSends);
    if (!told || !sent) {
        m_client->giveUp();
    }
}

Result<Done> Engine::openStore(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock)
{
    auto store = openDatabase(config, databaseLocation(config, secrets));
    if (!store) {
        return fail(store.error());
    }
    m_store = std::move(*store);
    checkAuditLog(*m_store);
    return ClinicBackups::open(config, *m_store, clock).map([this](std::unique_ptr<ClinicBackups> backups) {
        m_backups = std::move(backups);
        return Done{};
    });
}

Result<Done> Engine::openRecords(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock)
{
    m_book = std::make_unique<clinic::BuiltinRecords>(*m_store, clock);
    m_records = m_book.get();
    if (config.get(keys::clinicRecords) == QLatin1String("odoo")) {
        auto odoo = openOdoo(config, secrets, *m_client, *m_store, clock);
        if (!odoo) {
            return fail(odoo.error());
        }
        m_odoo = std::move(*odoo);
        m_records = m_odoo.records.get();
        return Done{};
    }
    const QString path = config.get(keys::clinicFile);
    if (path.isEmpty()) {
        return Done{};
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("clinic.file: %1 cannot be read: %2").arg(path, file.errorString()));
    }
    const auto clinic = clinic::parseClinicFile(file.readAll());
    if (!clinic) {
        return fail(clinic.error().code, QStringLiteral("clinic.file: %1: %2").arg(path, clinic.error().detail));
    }
    return base::await(m_book->import(*clinic));
}

Result<Done> Engine::openChannels(const config::Config& config, secrets::SecretStore& secrets)
{
    if (const QString account = config.get(keys::whatsappPhoneNumberId); !account.isEmpty()) {
        const auto token = secret(secrets, QStringLiteral("whatsapp.access-token"));
        const auto appSecret = secret(secrets, QStringLiteral("whatsapp.app-secret"));
        for (const auto* one : {&token, &appSecret}) {
            if (!*one) {
                return fail(one->error());
            }
        }
        m_whatsappToken = *token;
        m_access.whatsappAccount = account;
        m_access.whatsappAppSecret = appSecret->toUtf8();
        m_access.whatsappVerifyToken = optionalSecret(secrets, QStringLiteral("whatsapp.verify-token")).toUtf8();
        auto templates = channels::whatsapp::loadTemplates(QStringLiteral(":/delpek/templates"));
        if (!templates) {
            return fail(templates.error());
        }
        channels::WhatsAppChannel::Setup setup;
        setup.endpoint = {QUrl(config.get(keys::whatsappApiBase)), config.get(keys::whatsappApiVersion), account};
        setup.token = [token = *token] { return token; };
        setup.businessAccountId = config.get(keys::whatsappBusinessAccountId);
        m_templates = *templates;
        setup.templates = std::move(*templates);
        m_whatsapp = std::make_unique<channels::WhatsAppChannel>(std::move(setup), *m_client);
    }
    if (config.get(keys::telegramEnabled)) {
        const auto token = secret(secrets, QStringLiteral("telegram.bot-token"));
        if (!token) {
            return fail(token.error());
        }
        const qsizetype colon = token->indexOf(QLatin1Char(':'));
        if (colon <= 0) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("the secret telegram.bot-token must have the form <digits>:<letters>, as "
                                       "BotFather gives it"));
        }
        m_telegramToken = *token;
        m_telegram = std::make_unique<channels::TelegramChannel>(
            QUrl(config.get(keys::telegramApiBase)), token->left(colon), [token = *token] { return token; }, *m_client);
        if (config.get(keys::telegramMode) == QLatin1String("webhook")) {
            const auto webhookSecret = secret(secrets, QStringLiteral("telegram.webhook-secret"));
            if (!webhookSecret) {
                return fail(webhookSecret.error());
            }
            m_access.telegramAccount = m_telegram->account();
            m_access.telegramSecret = webhookSecret->toUtf8();
        }
    }
    return Done{};
}

Result<Done> Engine::openWaha(const config::Config& config, secrets::SecretStore& secrets)
{
    const QString session = config.get(keys::wahaSession);
    if (session.isEmpty()) {
        return Done{};
    }
    const auto key = secret(secrets, QStringLiteral("waha.api-key"));
    const auto webhookSecret = secret(secrets, QStringLiteral("waha.webhook-secret"));
    for (const auto* one : {&key, &webhookSecret}) {
        if (!*one) {
            return fail(one->error());
        }
    }
    m_wahaKey = *key;
    m_access.wahaSession = session;
    m_access.wahaWebhookSecret = webhookSecret->toUtf8();
    m_waha = std::make_unique<channels::WahaChannel>(
        channels::waha::Endpoint{QUrl(config.get(keys::wahaApiBase)), session}, [key = *key] { return key; },
        *m_client);
    return Done{};
}

Result<Done> Engine::openMedia(const config::Config& config, secrets::SecretStore& secrets)
{
    m_client = std::make_unique<http::NetworkClient>();
    m_files = std::make_unique<media::FileDoor>(
        config.get(keys::mediaFolder),
        media::FileDoor::Limits{config.get(keys::mediaMaxFile), config.get(keys::mediaMaxStored)},
        [&secrets] { return media::fileKey(secrets); });
    if (!secrets.isWritable() && optionalSecret(secrets, QStringLiteral("media.key")).isEmpty()) {
        qCWarning(lcApp).noquote() << "no files are kept: the secret media.key is missing in" << secrets.description();
    }
    if (const QString base = config.get(keys::transcriptionApiBase); !base.isEmpty()) {
        if (const QUrl url(base); !url.scheme().startsWith(QLatin1String("http")) || url.host().isEmpty()) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("transcription.api-base must be an address such as https://api.openai.com"));
        }
        m_transcriber = std::make_unique<media::Transcriber>(
            media::Transcriber::Service{QUrl(base), config.get(keys::transcriptionModel),
                                        config.get(keys::transcriptionPatience)},
            [key = optionalSecret(secrets, QStringLiteral("transcription.api-key"))] { return key; }, *m_client);
    }
    return Done{};
}

Result<Done> Engine::openNode(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock)
{
    auto memory = openMemory(config, secrets, *m_client, *m_store, clock);
    if (!memory) {
        return fail(memory.error());
    }
    m_memory = std::move(*memory);
    const agent::TurnMemory remembered{m_memory.get(), m_mind.memory.get()};
    m_turns = std::make_unique<agent::TurnRunner>(
        agent::TurnParts{clock, *m_records, *m_mind.understander, *m_mind.triage, *m_mind.guard, *m_mind.brain,
                         m_mind.team, m_mind.escalations.get(), m_mind.roster.get(), remembered,
                         turnServices(m_mind, *m_store, clock)},
        turnLimits(config));
    m_turns->learnClinic();
    std::vector<channels::Channel*> channels{m_whatsapp.get(), m_waha.get(), m_telegram.get()};
    std::erase(channels, nullptr);
    if (config.get(keys::webchatEnabled)) {
        m_webChannel =
            std::make_unique<channels::WebChatChannel>([this](const QString& id) { return m_files->read(id); });
        channels.push_back(m_webChannel.get());
    }
    auto quickReplies = desk::loadQuickReplies(QStringLiteral(":/delpek/quickreplies/start.json"));
    if (!quickReplies) {
        return fail(quickReplies.error());
    }
    desk::Means means{channels,
                      m_files.get(),
                      m_templates,
                      config.get(keys::deskSendUndo),
                      m_mind.escalations.get(),
                      m_mind.triage.get(),
                      config.get(keys::escalationNeedConsent),
                      m_transcriber != nullptr,
                      modelBudget(config),
                      std::move(*quickReplies),
                      m_setup};
    m_replay = openReplay(config);
    means.replay = m_replay.get();
    means.services = m_services;
    means.templateProvider = templateProvider(config, m_whatsappToken, *m_client);
    means.backups = m_backups.get();
    means.ownBook = m_odoo.records == nullptr;
    means.recordLink = m_odoo.recordLink;
    means.noticeWays = noticeWays(config);
    m_desks = std::make_unique<desk::StaffDesks>(*m_store, *m_records, clock, config.get(keys::clinicRegion), means);
    const QString host = deskPerson(config);
    auto signIn = desk::LocalSignIn::open(*m_store, clock, host);
    if (!signIn) {
        return fail(signIn.error());
    }
    m_signIn = std::move(*signIn);
    m_desk = std::make_unique<desk::SignedDesk>(*m_store, clock, *m_signIn, *m_desks, m_desks->of(host));
    auto escalations = openEscalations(config, {*m_store, *m_records, *m_files, clock, secrets, *m_desks});
    if (!escalations) {
        return fail(escalations.error());
    }
    m_escalations.emplace(std::move(*escalations));
    m_node = std::make_unique<node::Node>(node::NodeParts{*m_store, clock, std::move(channels), *m_turns, m_files.get(),
                                                          m_transcriber.get(), m_records, m_mind.escalations.get(),
                                                          remembered},
                                          nodeOptions(config));
    return m_node->start();
}

Result<Done> Engine::openNotices(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock)
{
    auto notify = openNotify(
        config, secrets, *m_client, *m_store, *m_records, clock,
        [links = m_escalations->links.get()](auto escalation, auto staff) { return links->make(escalation, staff); });
    if (!notify) {
        return fail(notify.error());
    }
    m_notify = std::move(*notify);
    return Done{};
}

Result<Done> Engine::openWebChat(const config::Config& config, base::Clock& clock)
{
    if (!m_webChannel) {
        return Done{};
    }
    const auto origins = api::webchat::parseOrigins(config.get(keys::webchatAllowedOrigins));
    if (!origins) {
        return fail(origins.error());
    }
    api::webchat::Setup setup;
    setup.account = m_webChannel->account();
    setup.allowedOrigins = *origins;
    setup.trustedProxy = config.get(keys::webchatTrustedProxy);
    setup.sessionAge = config.get(keys::webchatSessionAge);
    setup.maxText = int(config.get(keys::webchatMaxText));
    setup.maxFile = config.get(keys::webchatMaxFile);
    setup.perAddress = int(config.get(keys::webchatRatePerAddress));
    setup.perSession = int(config.get(keys::webchatRatePerSession));
    // The other half of the connections is for requests.
    setup.streams.inAll = std::max(1, int(config.get(keys::listenMaxConnections)) / 2);
    setup.streams.perCaller = std::max(1, int(config.get(keys::listenMaxConnectionsPerAddress)) / 2);
    auto chat = api::webchat::WebChat::open(std::move(setup), {*m_node, *m_store, *m_records, *m_files, clock});
    if (!chat) {
        return fail(chat.error());
    }
    m_webChat = std::move(*chat);
    return Done{};
}

Result<Done> Engine::openListener(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock)
{
    const auto mark =
        base::await(m_store->write([](store::Session& session) { return api::selftest::ownMark(session); }));
    if (!mark) {
        return fail(mark.error());
    }
    auto routes = api::routes(*m_node, *m_store, m_access);
    routes.push_back(api::selftest::route(*mark));
    if (m_webChat) {
        std::ranges::move(m_webChat->routes(), std::back_inserter(routes));
    }
    std::ranges::move(m_escalations->routes(), std::back_inserter(routes));
    std::ranges::copy(m_notify.routes, std::back_inserter(routes));
    m_memoryApi = openMemoryApi(
        config, {*m_store, clock, *m_memory, *m_mind.memory, secrets, *m_node, m_webChat.get(), m_webChannel.get()});
    std::ranges::move(m_memoryApi->routes(), std::back_inserter(routes));
    m_serviceApi = openServiceApi(config, {*m_store, clock, *m_records, *m_desks, m_mind, *m_turns, secrets});
    std::ranges::move(m_serviceApi->routes(), std::back_inserter(routes));
    auto server = http::Server::start(serverOptions(config, clock), std::move(routes));
    if (!server) {
        return fail(server.error());
    }
    m_server = std::move(*server);
    return Done{};
}

/// Each bot counts its updates by itself: another's number would confirm what was never seen.
QString Engine::offsetKey() const
{
    return QStringLiteral("telegram.offset.") + m_telegram->account();
}

std::optional<qint64> Engine::savedOffset()
{
    const auto saved = base::await(
        m_store->read([key = offsetKey()](store::Session& session) { return store::Settings(session).value(key); }));
    bool ok = false;
    const qint64 offset = saved.value_or(QString()).toLongLong(&ok);
    return ok ? std::optional(offset) : std::nullopt;
}

void Engine::noteTelegram(const std::optional<Error>& problem)
{
    if (problem) {
        qCWarning(lcChannels).noquote() << "Telegram cannot be received:" << base::describe(*problem);
    } else {
        qCInfo(lcChannels) << "Telegram is received";
    }
    m_store
        ->write([account = m_telegram->account(), key = problem ? problem->key : QString()](store::Session& session) {
            return desk::noteChannelState(session, domain::ChannelKind::Telegram, account, key);
        })
        .then([](const Result<bool>& changed) {
            if (!changed) {
                qCWarning(lcChannels).noquote()
                    << "the state of Telegram cannot be kept:" << base::describe(changed.error());
            }
        });
}

void Engine::openPoller(const config::Config& config, base::Clock& clock)
{
    // What stood in the way when the program ended may be over; the poller tells what it meets.
    m_store
        ->write(
            [](store::Session& session) { return desk::keepChannelState(session, domain::ChannelKind::Telegram, {}); })
        .then([](const Result<Done>& kept) {
            if (!kept) {
                qCWarning(lcChannels).noquote() << "old states of channels stay:" << base::describe(kept.error());
            }
        });
    if (!m_telegram || config.get(keys::telegramMode) != QLatin1String("polling")) {
        return;
    }
    channels::TelegramPoller::Setup setup;
    setup.apiBase = QUrl(config.get(keys::telegramApiBase));
    setup.token = [token = m_telegramToken] { return token; };
    setup.store = [this](const QByteArray& update) {
        return m_node->accept(domain::ChannelKind::Telegram, m_telegram->account(), update, base::newCorrelation())
            .then([](const Result<bool>& kept) { return kept.map([](bool) { return Done{}; }); });
    };
    setup.loadOffset = [this] { return savedOffset(); };
    setup.saveOffset = [this](qint64 offset) {
        m_store->write([offset, key = offsetKey()](store::Session& session) {
            return store::Settings(session).setValue(key, QString::number(offset));
        });
    };
    setup.report = [this](const std::optional<Error>& problem) { noteTelegram(problem); };
    m_poller = std::make_unique<channels::TelegramPoller>(std::move(setup), *m_client, clock);
}

void Engine::openWatch(const config::Config& config, base::Clock& clock)
{
    m_store
        ->write([waha = m_access.wahaSession, whatsapp = m_access.whatsappAccount](store::Session& session) {
            return desk::keepChannelState(session, domain::ChannelKind::Waha, waha).and_then([&](Done) {
                return desk::keepChannelState(session, domain::ChannelKind::WhatsApp, whatsapp);
            });
        })
        .then([](const Result<Done>& kept) {
            if (!kept) {
                qCWarning(lcChannels).noquote() << "old states of channels stay:" << base::describe(kept.error());
            }
        });
    if (!m_waha) {
        return;
    }
    readySession({{QUrl(config.get(keys::wahaApiBase)), m_waha->account()}, m_wahaKey, m_client.get()},
                 wahaWebhook(config, QString::fromUtf8(m_access.wahaWebhookSecret)));
    channels::WahaWatch::Setup setup;
    setup.endpoint = {QUrl(config.get(keys::wahaApiBase)), m_waha->account()};
    setup.key = [key = m_wahaKey] { return key; };
    setup.report = [this](const std::optional<Error>& fault) {
        m_store
            ->write([account = m_waha->account(), key = fault ? fault->key : QString()](store::Session& session) {
                return desk::noteChannelState(session, domain::ChannelKind::Waha, account, key);
            })
            .then([fault](const Result<bool>& changed) {
                if (!changed) {
                    qCWarning(lcChannels).noquote()
                        << "the state of WAHA cannot be kept:" << base::describe(changed.error());
                } else if (*changed && fault) {
                    qCWarning(lcChannels).noquote() << "WAHA does not work:" << base::describe(*fault);
                } else if (*changed) {
                    qCInfo(lcChannels) << "WAHA works";
                }
            });
    };
    m_watch = std::make_unique<channels::WahaWatch>(std::move(setup), *m_client, clock);
}

} // namespace delpek::app
