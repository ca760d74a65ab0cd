// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/memorycheck.h"

#include "app/memoryparts.h"
#include "base/await.h"
#include "config/keys.h"

namespace delpek::app::check
{

namespace keys = config::keys;

namespace
{

const auto server = QStringLiteral("server");

channels::Finding findingOf(const Result<Done>& healthy)
{
    if (healthy) {
        return good(server);
    }
    const Error& error = healthy.error();
    switch (error.code) {
    case ErrorCode::Unauthorised:
    case ErrorCode::Forbidden:
        return fault(server, QStringLiteral("check.memory.credentials"));
    case ErrorCode::NotFound:
        return fault(server, QStringLiteral("check.memory.database"));
    case ErrorCode::InvalidInput:
        return fault(server, QStringLiteral("check.memory.notNeo4j"));
    default:
        return fault(server, QStringLiteral("check.memory.unreachable"), error.detail);
    }
}

} // namespace

bool remembersElsewhere(const config::Config& config)
{
    return config.get(keys::memoryStore) == QLatin1String("neo4j");
}

Section memorySection(const Parts& parts)
{
    Section section{memoryName, parts.config.get(keys::memoryNeo4jDatabase), {}};
    const auto memory = openNeo4j(parts.config, parts.secrets, parts.client, parts.clock);
    section.findings.push_back(memory ? findingOf(base::await((*memory)->health()))
                                      : fault(QStringLiteral("settings"), QStringLiteral("check.memory.settings"),
                                              QString::fromLatin1(keys::memoryNeo4jUrl.spec.name)));
    return section;
}

} // namespace delpek::app::check
