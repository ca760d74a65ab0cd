// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/mind.h"
#include "agent/turn.h"
#include "api/memory/memoryapi.h"
#include "api/routes.h"
#include "api/webchat/webchat.h"
#include "app/clinicbackups.h"
#include "app/escalationparts.h"
#include "app/llmparts.h"
#include "app/notifyparts.h"
#include "app/odooparts.h"
#include "app/replayparts.h"
#include "app/serviceparts.h"
#include "channels/telegram/channel.h"
#include "channels/telegram/poller.h"
#include "channels/waha/channel.h"
#include "channels/waha/watch.h"
#include "channels/webchat/channel.h"
#include "channels/whatsapp/channel.h"
#include "clinic/builtin/builtinrecords.h"
#include "config/config.h"
#include "desk/localsignin.h"
#include "desk/signeddesk.h"
#include "http/networkclient.h"
#include "http/server.h"
#include "media/filedoor.h"
#include "media/transcriber.h"
#include "memory/memory.h"
#include "node/node.h"
#include "secrets/secretstore.h"

namespace delpek::app
{

/// Everything that runs without a window, built from the configuration: the one owner of the graph. Members are
/// destroyed from the last to the first: the listener stops before the node, the node before the store.
class Engine
{
public:
    /// Opens the store, loads the clinic's file when one is configured and takes up what an earlier run left. Every
    /// failure says what is wrong and what to do. `clock`, `setup` and `services` outlive the engine.
    /// Without a `setup` nothing is connected from its desk, without `services` none are shown there.
    static Result<std::unique_ptr<Engine>> start(const config::Config& config, secrets::SecretStore& secrets,
                                                 base::Clock& clock, desk::Setup* setup = nullptr,
                                                 desk::ServiceRoom* services = nullptr);
    /// A clean end within seconds: a send that hangs at its provider is left for the next start, as unknown.
    ~Engine();

    quint16 port() const { return m_server->port(); }
    desk::Desk& desk() { return *m_desk; }
    /// The book in our own store; the clinic's records only where clinic.records is builtin.
    clinic::BuiltinRecords& book() { return *m_book; }
    clinic::ClinicRecords& records() { return *m_records; }
    store::Store& store() { return *m_store; }
    memory::Memory& memory() { return *m_memory; }
    const agent::Mind& mind() const { return m_mind; }

private:
    Engine() = default;
    Result<Done> openStore(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock);
    Result<Done> openRecords(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock);
    Result<Done> openChannels(const config::Config& config, secrets::SecretStore& secrets);
    Result<Done> openWaha(const config::Config& config, secrets::SecretStore& secrets);
    Result<Done> openMedia(const config::Config& config, secrets::SecretStore& secrets);
    Result<Done> openNode(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock);
    Result<Done> openNotices(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock);
    Result<Done> openWebChat(const config::Config& config, base::Clock& clock);
    Result<Done> openListener(const config::Config& config, secrets::SecretStore& secrets, base::Clock& clock);
    void openPoller(const config::Config& config, base::Clock& clock);
    void noteTelegram(const std::optional<Error>& problem);
    void openWatch(const config::Config& config, base::Clock& clock);
    QString offsetKey() const;
    std::optional<qint64> savedOffset();

    desk::Setup* m_setup = nullptr;
    desk::ServiceRoom* m_services = nullptr;
    agent::Mind m_mind;
    api::Access m_access;
    QString m_whatsappToken;
    QString m_telegramToken;
    QString m_wahaKey;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ClinicBackups> m_backups;
    std::unique_ptr<clinic::BuiltinRecords> m_book;
    std::unique_ptr<http::NetworkClient> m_client;
    OdooParts m_odoo;
    clinic::ClinicRecords* m_records = nullptr; ///< the book, or Odoo
    std::unique_ptr<channels::WhatsAppChannel> m_whatsapp;
    std::vector<channels::whatsapp::Template> m_templates;
    std::unique_ptr<channels::WahaChannel> m_waha;
    std::unique_ptr<channels::TelegramChannel> m_telegram;
    std::unique_ptr<channels::WebChatChannel> m_webChannel;
    std::unique_ptr<media::FileDoor> m_files;
    std::unique_ptr<media::Transcriber> m_transcriber;
    LlmParts m_llm;
    std::unique_ptr<memory::Memory> m_memory;
    std::unique_ptr<agent::TurnRunner> m_turns;
    std::unique_ptr<desk::TurnReplay> m_replay;
    std::unique_ptr<desk::StaffDesks> m_desks;
    std::unique_ptr<desk::LocalSignIn> m_signIn;
    std::unique_ptr<desk::SignedDesk> m_desk;
    std::optional<EscalationParts> m_escalations;
    std::unique_ptr<node::Node> m_node;
    NotifyParts m_notify;
    std::unique_ptr<channels::TelegramPoller> m_poller;
    std::unique_ptr<channels::WahaWatch> m_watch;
    std::unique_ptr<api::webchat::WebChat> m_webChat;
    std::unique_ptr<api::memory::MemoryApi> m_memoryApi;
    std::unique_ptr<api::services::ServiceApi> m_serviceApi;
    std::unique_ptr<http::Server> m_server;
};

} // namespace delpek::app
