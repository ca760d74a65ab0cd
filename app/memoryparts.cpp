// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/memoryparts.h"

#include "api/staff/tokenkey.h"
#include "app/secretreading.h"
#include "config/keys.h"
#include "memory/builtin/builtinmemory.h"
#include "memory/neo4j/neo4jmemory.h"

namespace delpek::app
{

namespace keys = config::keys;

Result<std::unique_ptr<memory::Memory>> openNeo4j(const config::Config& config, secrets::SecretStore& secrets,
                                                  http::Client& client, base::Clock& clock)
{
    memory::neo4j::Server server;
    server.url = QUrl(config.get(keys::memoryNeo4jUrl), QUrl::StrictMode);
    if (!server.url.isValid() || server.url.host().isEmpty() ||
        !server.url.scheme().startsWith(QLatin1String("http"))) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("memory.neo4j.url must be an address such as http://127.0.0.1:7474"));
    }
    server.database = config.get(keys::memoryNeo4jDatabase);
    server.user = config.get(keys::memoryNeo4jUser);
    server.secret = [secret = optionalSecret(secrets, QStringLiteral("neo4j.secret"))] { return secret; };
    return memory::Neo4jMemory::open(std::move(server), QStringLiteral(":/delpek"), client, clock);
}

Result<std::unique_ptr<memory::Memory>> openMemory(const config::Config& config, secrets::SecretStore& secrets,
                                                   http::Client& client, store::Store& store, base::Clock& clock)
{
    if (config.get(keys::memoryStore) == QLatin1String("neo4j")) {
        return openNeo4j(config, secrets, client, clock);
    }
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
