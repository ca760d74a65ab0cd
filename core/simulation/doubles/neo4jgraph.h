// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"

#include <map>
#include <set>
#include <string>

namespace delpek::simulation
{

/// The graph of a Neo4j server, as far as the memory's statements make and read it (resources/memory/cypher.json).
/// Nodes are their properties. Not thread-safe.
class Neo4jGraph
{
public:
    using Json = base::Json;

    /// The rows of the statement of that name; the parameters have been checked.
    Json run(const std::string& name, const Json& parameters);
    /// Every relation that is there, as "(User)-[:HAD_CONVERSATION]->(Conversation)".
    std::set<std::string> relations() const;

private:
    void remember(const Json& p);
    void find(const Json& p, const Json& finding);
    Json recall(const Json& p) const;
    Json list(const Json& p) const;
    Json correct(const Json& p);
    void forget(const Json& p);
    Json talksOf(const Json& user, const Json& most) const;
    Json factsOf(const Json& user, bool onlyOpen) const;
    bool hasRelation(const Json& user) const;
    int sweep(std::map<Json, Json>& nodes, const char* property, const Json& p);

    std::set<Json> m_users;
    std::map<Json, Json> m_talks; ///< by key; with the user and the messages' ids as "_user", "_messages"
    std::map<Json, Json> m_turns;
    std::map<Json, Json> m_facts; ///< with the user as "_user"
    std::map<Json, Json> m_messages;
    std::map<Json, Json> m_forgotten;
};

} // namespace delpek::simulation
