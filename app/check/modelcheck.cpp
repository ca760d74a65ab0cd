// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check/modelcheck.h"

#include "app/llmparts.h"
#include "app/secretreading.h"
#include "config/keys.h"

#include <algorithm>

namespace delpek::app::check
{

namespace keys = config::keys;

namespace
{

const QString keySubject = QStringLiteral("secret");
const QString modelSubject = QStringLiteral("model");

channels::Finding findingFor(const Error& error)
{
    if (error.code == ErrorCode::Unauthorised || error.key == QLatin1String("llm.key")) {
        return fault(keySubject, QStringLiteral("check.model.key"), error.detail);
    }
    if (error.code == ErrorCode::Forbidden) {
        return fault(keySubject, QStringLiteral("check.model.account"), error.detail);
    }
    if (error.code == ErrorCode::InvalidInput || error.code == ErrorCode::NotFound) {
        return fault(modelSubject, QStringLiteral("check.model.address"), error.detail);
    }
    return fault(modelSubject, QStringLiteral("check.model.unreachable"), error.detail);
}

} // namespace

bool usesModel(const config::Config& config)
{
    return config.get(keys::agentBrain) == QLatin1String("llm");
}

Section modelSection(const Parts& parts)
{
    const QString wanted = parts.config.get(keys::llmModel);
    Section section{modelSectionName, wanted, {}};
    const QString key = optionalSecret(parts.secrets, QStringLiteral("llm.api-key"));
    const auto client = openModelClient(parts.config, key, parts.client, parts.clock);
    if (!client) {
        section.findings.push_back(findingFor(client.error()));
        return section;
    }
    const auto models = (*client)->models({});
    if (!models) {
        section.findings.push_back(findingFor(models.error()));
        return section;
    }
    section.findings.push_back(good(keySubject));
    const bool isThere =
        std::any_of(models->begin(), models->end(), [&](const auto& model) { return model.id == wanted; });
    section.findings.push_back(isThere ? good(modelSubject, wanted)
                                       : fault(modelSubject, QStringLiteral("check.model.unknown"), wanted));
    return section;
}

} // namespace delpek::app::check
