// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/llm/ledger.h"
#include "agent/llm/modelclient.h"
#include "agent/mind.h"
#include "config/config.h"
#include "desk/localinsights.h"
#include "secrets/secretstore.h"
#include "store/store.h"

namespace delpek::app
{

/// What an LLM brain stands on; outlives the turns.
struct LlmParts {
    std::unique_ptr<agent::llm::ModelClient> model;
    std::unique_ptr<agent::llm::Ledger> ledger;
};

struct LlmGround {
    http::Client& client;
    store::Store& store;
    base::Clock& clock;
};

/// The model as the settings name it. InvalidInput for an address that is none, NotFound without a model's name or
/// without the key that the provider's own address needs.
Result<std::unique_ptr<agent::llm::ModelClient>> openModelClient(const config::Config& config, const QString& key,
                                                                 http::Client& client, base::Clock& clock);

/// With agent.brain = llm the mind's brain thinks only where the model fails. Where something is missing the mind stays
/// as it is, and the log says what: a clinic without a key works.
Result<Done> addModel(agent::Mind& mind, LlmParts& parts, const config::Config& config, secrets::SecretStore& secrets,
                      const LlmGround& ground);

/// What the model may cost, as the settings say; nothing where none is asked.
desk::ModelBudget modelBudget(const config::Config& config);

} // namespace delpek::app
