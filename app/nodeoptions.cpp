// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/nodeoptions.h"

#include "config/keys.h"

#include <algorithm>
#include <random>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;

/// When a patient is told that nobody has answered yet. Zero switches a text off, and what would follow it.
node::HoldingRules holdingRules(const config::Config& config)
{
    const auto after = config.get(keys::escalationHoldingAfter);
    const auto again = config.get(keys::escalationHoldingAgain);
    const auto emergency = config.get(keys::escalationHoldingEmergency);
    constexpr base::Duration never(0);
    node::HoldingRules rules{{}, {}};
    if (after > never) {
        rules.doctor.push_back(after);
        if (again > never) {
            rules.doctor.push_back(std::max(after, again));
        }
    }
    if (emergency > never) {
        rules.emergency = {emergency, 5 * emergency};
    }
    return rules;
}

} // namespace

node::NodeOptions nodeOptions(const config::Config& config)
{
    node::NodeOptions options;
    options.workers = int(config.get(keys::agentWorkers));
    options.quiet.window = config.get(keys::agentQuietWindow);
    options.quiet.longest = 4 * options.quiet.window;
    options.dispatch.perMinute = int(config.get(keys::outboxRatePerMinute));
    options.dispatch.burst = int(config.get(keys::outboxBurst));
    options.dispatch.unknownAfter = config.get(keys::outboxUnknownAfter);
    options.dispatch.seed = std::random_device{}();
    options.fetch.seed = std::random_device{}();
    options.staleAfter = config.get(keys::intakeStaleAfter);
    options.holding = holdingRules(config);
    options.memory = std::chrono::hours(24) * config.get(keys::memoryDays);
    options.needsConsent = config.get(keys::escalationNeedConsent);
    options.keep = std::chrono::hours(24) * config.get(keys::privacyKeepDays);
    return options;
}

http::ServerOptions serverOptions(const config::Config& config, base::Clock& clock)
{
    http::ServerOptions options;
    options.address = config.get(keys::listenAddress);
    options.port = quint16(config.get(keys::listenPort));
    options.maxBody = config.get(keys::listenMaxBody);
    options.maxHeader = config.get(keys::listenMaxHeader);
    options.firstByte = config.get(keys::listenFirstByte);
    options.wholeRequest = config.get(keys::listenWholeRequest);
    options.idle = config.get(keys::listenIdle);
    options.maxConnections = int(config.get(keys::listenMaxConnections));
    options.maxConnectionsPerAddress = int(config.get(keys::listenMaxConnectionsPerAddress));
    options.certificateFile = config.get(keys::listenCertificate);
    options.keyFile = config.get(keys::listenKey);
    options.clock = &clock;
    return options;
}

QString deskPerson(const config::Config& config)
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    const QString set = config.get(config::keys::deskStaffName);
    return !set.isEmpty() ? set : user.isEmpty() ? QStringLiteral("Front desk") : user;
}

} // namespace delpek::app
