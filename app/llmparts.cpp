// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/llmparts.h"

#include "agent/fallbackbrain.h"
#include "agent/llm/llmbrain.h"
#include "agent/llm/storeledger.h"
#include "app/secretreading.h"
#include "base/logging.h"
#include "config/keys.h"

#include <QFile>

#include <random>

namespace delpek::app
{

namespace
{

namespace keys = config::keys;
namespace llm = agent::llm;

QUrl ownAddress(const QString& provider)
{
    return QUrl(provider == QLatin1String("anthropic") ? QStringLiteral("https://api.anthropic.com")
                : provider == QLatin1String("openai")
                    ? QStringLiteral("https://api.openai.com/v1")
                    : QStringLiteral("https://generativelanguage.googleapis.com/v1beta"));
}

/// Limits are set in hundredths, costs counted in millionths.
store::SpendLimits limitsOf(const config::Config& config)
{
    constexpr qint64 microOfCent = 10'000;
    return {{config.get(keys::llmConversationTokens), config.get(keys::llmConversationCents) * microOfCent},
            {config.get(keys::llmDayTokens), config.get(keys::llmDayCents) * microOfCent}};
}

Result<llm::Prices> pricesOf(const config::Config& config)
{
    const QString set = config.get(keys::llmPrices);
    QFile file(set.isEmpty() ? QStringLiteral(":/delpek/agents/models.json") : set);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("llm.prices: %1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    }
    auto prices = llm::Prices::parse(file.readAll());
    return prices ? prices
                  : fail(ErrorCode::InvalidInput,
                         QStringLiteral("llm.prices: %1: %2").arg(file.fileName(), prices.error().detail));
}

} // namespace

Result<std::unique_ptr<llm::ModelClient>> openModelClient(const config::Config& config, const QString& key,
                                                          http::Client& client, base::Clock& clock)
{
    const QString provider = config.get(keys::llmProvider);
    const QString set = config.get(keys::llmApiBase);
    llm::Endpoint endpoint{set.isEmpty() ? ownAddress(provider) : QUrl(set), key, config.get(keys::llmStream),
                           config.get(keys::llmLengthField), config.get(keys::llmToolChoice)};
    if (!endpoint.base.scheme().startsWith(QLatin1String("http")) || endpoint.base.host().isEmpty()) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("llm.api-base must be an address such as http://127.0.0.1:11434/v1"));
    }
    if (set.isEmpty() && key.isEmpty()) {
        return fail(ErrorCode::NotFound,
                    QStringLiteral("the secret llm.api-key is missing: delpekd secret set llm.api-key"),
                    QStringLiteral("llm.key"));
    }
    llm::Effort effort;
    effort.deadline = config.get(keys::llmDeadline);
    effort.perMinute = int(config.get(keys::llmRatePerMinute));
    effort.burst = int(config.get(keys::llmBurst));
    effort.atOnce = int(config.get(keys::llmAtOnce));
    return std::make_unique<llm::ModelClient>(llm::wireFor(provider), std::move(endpoint), client, clock, effort,
                                              std::random_device{}());
}

desk::ModelBudget modelBudget(const config::Config& config)
{
    if (config.get(keys::agentBrain) != QLatin1String("llm")) {
        return {};
    }
    const auto prices = pricesOf(config);
    return {prices ? prices->currency() : QString(), limitsOf(config).day};
}

Result<Done> addModel(agent::Mind& mind, LlmParts& parts, const config::Config& config, secrets::SecretStore& secrets,
                      const LlmGround& ground)
{
    if (config.get(keys::agentBrain) != QLatin1String("llm")) {
        return Done{};
    }
    llm::LlmSettings settings;
    settings.model = config.get(keys::llmModel);
    settings.mostTokens = int(config.get(keys::llmMaxTokens));
    settings.masks = config.get(keys::llmMask);
    auto model =
        openModelClient(config, optionalSecret(secrets, QStringLiteral("llm.api-key")), ground.client, ground.clock);
    if (!model && model.error().code != ErrorCode::NotFound) {
        return fail(model.error());
    }
    if (!model || settings.model.isEmpty()) {
        qCWarning(lcApp).noquote() << "no language model is asked, the offline brain answers:"
                                   << (model ? QStringLiteral("llm.model is not set") : model.error().detail);
        return Done{};
    }
    auto prices = pricesOf(config);
    if (!prices) {
        return fail(prices.error());
    }
    parts.model = std::move(*model);
    parts.ledger = std::make_unique<llm::StoreLedger>(ground.store, ground.clock, std::move(*prices), limitsOf(config));
    auto brain = llm::LlmBrain::load(QStringLiteral(":/delpek/agents"), mind.team, std::move(settings), *parts.model,
                                     parts.ledger.get());
    if (!brain) {
        return fail(brain.error());
    }
    mind.brain = std::make_unique<agent::FallbackBrain>(std::move(*brain), std::move(mind.brain), ground.clock);
    return Done{};
}

} // namespace delpek::app
