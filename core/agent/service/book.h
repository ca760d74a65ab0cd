// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/offline/texts.h"
#include "agent/service/service.h"
#include "base/result.h"

#include <memory>

namespace delpek::agent::service
{

/// The services of the clinic and what is said around them. Immutable; any thread.
class Book
{
public:
    /// The services of `resources`/services; those of the folder `own` (empty: none) go before a shipped one of the
    /// same id, or switch it off. Fails with file, place and remedy. `resources`: ":/delpek" or a folder.
    static Result<std::unique_ptr<Book>> load(const QString& resources, const QString& own = {});

    /// In order of id.
    const std::vector<Service>& services() const { return m_services; }
    /// Null when there is none.
    const Service* find(const QString& id) const;
    /// What is said in forms and code checks: resources/agents/servicetexts.json.
    const Texts& texts() const { return m_texts; }
    /// What the agents say: resources/agents/texts.json.
    const Texts& agentTexts() const { return m_agentTexts; }

private:
    std::vector<Service> m_services;
    Texts m_texts;
    Texts m_agentTexts;
};

/// The services of one folder by id; nothing for those that are switched off. NotFound without the folder.
Result<std::map<QString, std::optional<Service>>> readServices(const QString& folder);

} // namespace delpek::agent::service
