// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/memory/memoryapi.h"
#include "api/webchat/webchat.h"
#include "channels/webchat/channel.h"
#include "config/config.h"
#include "http/client.h"
#include "memory/memory.h"
#include "secrets/secretstore.h"
#include "store/store.h"

namespace delpek::app
{

/// The Neo4j server that the settings name, also where they do not choose it. InvalidInput without an address.
Result<std::unique_ptr<memory::Memory>> openNeo4j(const config::Config& config, secrets::SecretStore& secrets,
                                                  http::Client& client, base::Clock& clock);

/// The memory that the settings name. All that is given outlives it. It does not wait for a server that is away.
Result<std::unique_ptr<memory::Memory>> openMemory(const config::Config& config, secrets::SecretStore& secrets,
                                                   http::Client& client, store::Store& store, base::Clock& clock);

/// What the API of the memory works with. References outlive it.
struct MemoryApiNeeds {
    store::Store& store;
    base::Clock& clock;
    memory::Memory& memory;
    const memory::Rules& rules;
    secrets::SecretStore& secrets;
    node::Node& node;
    const api::webchat::WebChat* chat;           ///< null: there is no chat page
    const channels::WebChatChannel* chatChannel; ///< with it
};

std::unique_ptr<api::memory::MemoryApi> openMemoryApi(const config::Config& config, const MemoryApiNeeds& needs);

} // namespace delpek::app
