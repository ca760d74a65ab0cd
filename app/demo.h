// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/engine.h"
#include "simulation/doubles/graphdouble.h"
#include "simulation/doubles/telegramdouble.h"

#include <QTemporaryDir>

namespace delpek::app
{

/// The built-in demo clinic: the real engine on a store of its own, its WhatsApp number and its Telegram bot on
/// loopback doubles that speak the real HTTP. Nothing leaves the machine, everything is gone at the end.
class Demo
{
public:
    struct Setup {
        base::Duration quietWindow = std::chrono::seconds(3);
        QString staffName;
        desk::Setup* connections = nullptr;    ///< of the clinic itself; outlives the demo, as
        desk::ServiceRoom* services = nullptr; ///< this
    };

    static Result<std::unique_ptr<Demo>> start(const Setup& setup, base::Clock& clock);

    Engine& engine() { return *m_engine; }
    simulation::GraphDouble& graph() { return *m_graph; }
    /// What is delivered here, the engine's long poll fetches.
    simulation::TelegramDouble& telegram() { return *m_telegram; }
    /// Delivers a webhook body as Meta does: signed, over HTTP, to the listener.
    Future<http::Response> deliver(const QByteArray& body);

private:
    Demo() = default;

    QTemporaryDir m_folder;
    std::unique_ptr<simulation::GraphDouble> m_graph;
    std::unique_ptr<simulation::TelegramDouble> m_telegram;
    std::unique_ptr<secrets::SecretStore> m_secrets;
    std::unique_ptr<Engine> m_engine;
    http::NetworkClient m_client;
};

} // namespace delpek::app
