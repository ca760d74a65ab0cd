// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memoryparts.h"

#include "api/staff/tokenkey.h"
#include "config/keys.h"
#include "memory/builtin/builtinmemory.h"

namespace delpek::app
{

namespace keys = config::keys;

Result<std::unique_ptr<memory::Memory>> openMemory(const config::Config&, secrets::SecretStore&, http::Client&,
                                                   store::Store& store, base::Clock&)
{
    return std::make_unique<memory::BuiltinMemory>(store);
}

std::unique_ptr<api::memory::MemoryApi> openMemoryApi(const config::Config& config, const MemoryApiNeeds& needs)
{
    api::memory::Parts parts{needs.store,
                             needs.clock,
                             needs.memory,
                             needs.rules,
                             [&secrets = needs.secrets] { return api::staff::tokenKey(secrets); },
                             {},
                             {},
                             config.get(keys::webchatTrustedProxy),
                             [&node = needs.node] { node.tellMemory(); }};
    if (needs.chat) {
        parts.visitor = [chat = needs.chat](const QByteArray& token) { return chat->visitor(token); };
        parts.chatAccount = needs.chatChannel->account();
    }
    return std::make_unique<api::memory::MemoryApi>(std::move(parts));
}

} // namespace delpek::app
