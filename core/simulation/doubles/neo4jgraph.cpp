// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/neo4jgraph.h"

#include <algorithm>

namespace delpek::simulation
{

namespace
{

using Json = base::Json;

/// What a node shows of itself.
Json properties(Json node)
{
    std::erase_if(node.get_ref<Json::object_t&>(),
                  [](const auto& member) { return member.first.starts_with('_') || member.second.is_null(); });
    return node;
}

void addNew(Json& list, const Json& more)
{
    for (const auto& one : more) {
        if (std::find(list.begin(), list.end(), one) == list.end()) {
            list.push_back(one);
        }
    }
}

} // namespace

Json Neo4jGraph::run(const std::string& name, const Json& p)
{
    if (name == "health") {
        return Json::array({Json::array({1})});
    }
    if (name == "remember") {
        remember(p);
        return Json::array();
    }
    if (name == "recall") {
        return Json::array({recall(p)});
    }
    if (name == "list") {
        return Json::array({list(p)});
    }
    if (name == "correct") {
        return Json::array({correct(p)});
    }
    if (name == "forget") {
        forget(p);
        return Json::array();
    }
    int swept = 0;
    if (name == "sweepFacts") {
        swept = sweep(m_facts, "seenAt", p);
    } else if (name == "sweepTurns") {
        swept = sweep(m_turns, "at", p);
    } else if (name == "sweepTalks") {
        swept = sweep(m_talks, "lastAt", p);
    } else if (name == "sweepForgotten") {
        swept = sweep(m_forgotten, "at", p);
    } else {
        swept = int(std::erase_if(m_users, [this](const Json& user) { return !hasRelation(user); }));
    }
    return Json::array({Json::array({swept})});
}

int Neo4jGraph::sweep(std::map<Json, Json>& nodes, const char* property, const Json& p)
{
    int left = p["batch"].get<int>();
    return int(
        std::erase_if(nodes, [&](const auto& node) { return node.second[property] < p["before"] && left-- > 0; }));
}

bool Neo4jGraph::hasRelation(const Json& user) const
{
    const auto isTheirs = [&user](const auto& node) { return node.second.at("_user") == user; };
    return std::ranges::any_of(m_facts, isTheirs) || std::ranges::any_of(m_talks, isTheirs);
}

void Neo4jGraph::remember(const Json& p)
{
    const auto gone = m_forgotten.find(p["user"]);
    if ((gone != m_forgotten.end() && gone->second["at"] >= p["at"]) || m_turns.contains(p["id"])) {
        return;
    }
    m_users.insert(p["user"]);
    auto [talk, isNew] = m_talks.try_emplace(p["key"]);
    auto& node = talk->second;
    if (isNew) {
        node = {{"key", p["key"]},           {"id", p["talk"]},         {"conversation", p["conversation"]},
                {"beganAt", p["at"]},        {"topics", Json::array()}, {"words", Json::array()},
                {"_messages", Json::array()}};
    }
    node["_user"] = p["user"];
    node["lastAt"] = p["at"];
    for (const char* key : {"language", "outcome", "agent"}) {
        node[key] = p[key];
    }
    addNew(node["topics"], p["topics"]);
    addNew(node["words"], p["words"]);
    m_turns[p["id"]] = {{"user", p["user"]}, {"at", p["at"]}, {"pattern", p["pattern"]}, {"first", p["first"]}};
    for (const auto& message : p["messages"]) {
        auto& kept = m_messages[message["id"]];
        kept["author"] = message["author"];
        addNew(kept["_agents"], p["agents"]);
        addNew(node["_messages"], Json::array({message["id"]}));
    }
    for (const auto& finding : p["findings"]) {
        find(p, finding);
    }
}

void Neo4jGraph::find(const Json& p, const Json& finding)
{
    bool same = false;
    for (auto& [id, fact] : m_facts) {
        const bool concerned = fact["_user"] == p["user"] && fact["kind"] == finding["kind"] &&
                               fact["subject"] == finding["subject"] && fact["open"] == true;
        if (concerned && fact["value"] == finding["value"]) {
            fact["seenAt"] = p["at"];
            same = true;
        } else if (concerned) {
            fact["open"] = false;
            fact["validTo"] = p["at"];
        }
    }
    if (same || finding["value"] == "" || m_facts.contains(finding["id"])) {
        return;
    }
    m_facts[finding["id"]] = {{"id", finding["id"]},
                              {"kind", finding["kind"]},
                              {"subject", finding["subject"]},
                              {"value", finding["value"]},
                              {"validFrom", p["at"]},
                              {"validTo", finding["validTo"]},
                              {"learnedAt", p["at"]},
                              {"seenAt", p["at"]},
                              {"source", finding["source"]},
                              {"by", ""},
                              {"open", true},
                              {"_user", p["user"]}};
}

Json Neo4jGraph::factsOf(const Json& user, bool onlyOpen) const
{
    Json facts = Json::array();
    for (const auto& [id, fact] : m_facts) {
        if (fact.at("_user") == user && (!onlyOpen || fact.at("open") == true)) {
            facts.push_back(properties(fact));
        }
    }
    return facts;
}

Json Neo4jGraph::talksOf(const Json& user, const Json& most) const
{
    std::vector<Json> talks;
    for (const auto& [key, talk] : m_talks) {
        if (talk.at("_user") == user) {
            talks.push_back(properties(talk));
        }
    }
    std::ranges::sort(talks, [](const Json& left, const Json& right) {
        return std::tie(left.at("lastAt"), left.at("id")) > std::tie(right.at("lastAt"), right.at("id"));
    });
    talks.resize(std::min(talks.size(), most.get<size_t>()));
    return talks;
}

Json Neo4jGraph::recall(const Json& p) const
{
    return Json::array({factsOf(p["user"], true), talksOf(p["user"], p["most"])});
}

Json Neo4jGraph::list(const Json& p) const
{
    std::map<Json, std::set<Json>> patterns;
    for (const auto& [id, turn] : m_turns) {
        if (turn.at("user") == p["user"] && turn.at("pattern") != "") {
            patterns[turn.at("pattern")].insert(turn.at("first"));
        }
    }
    Json counted = Json::array();
    for (const auto& [pattern, messages] : patterns) {
        counted.push_back(Json::array({pattern, messages.size()}));
    }
    if (counted.empty()) {
        counted.push_back(Json::array({nullptr, 0})); // as collecting nothing gives
    }
    return Json::array({factsOf(p["user"], false), talksOf(p["user"], p["most"]), std::move(counted)});
}

Json Neo4jGraph::correct(const Json& p)
{
    const auto old = m_facts.find(p["fact"]);
    if (old == m_facts.end() || old->second["_user"] != p["user"] || old->second["open"] != true) {
        return Json::array({0});
    }
    Json fact = old->second;
    old->second["open"] = false;
    old->second["validTo"] = p["at"];
    fact.update({{"id", p["id"]},
                 {"value", p["value"]},
                 {"by", p["by"]},
                 {"validFrom", p["at"]},
                 {"learnedAt", p["at"]},
                 {"seenAt", p["at"]},
                 {"source", 0}});
    m_facts.try_emplace(p["id"], std::move(fact));
    return Json::array({1});
}

void Neo4jGraph::forget(const Json& p)
{
    auto& gone = m_forgotten[p["user"]];
    gone["at"] = gone.is_null() ? p["at"] : std::max(gone["at"], p["at"]);
    const auto isGone = [&](const Json& node, const char* owner, const char* at) {
        return node.at(owner) == p["user"] && node.at(at) <= p["at"];
    };
    std::erase_if(m_facts, [&](const auto& fact) { return isGone(fact.second, "_user", "learnedAt"); });
    std::erase_if(m_turns, [&](const auto& turn) { return isGone(turn.second, "user", "at"); });
    std::erase_if(m_talks, [&](const auto& talk) {
        if (!isGone(talk.second, "_user", "beganAt")) {
            return false;
        }
        for (const auto& message : talk.second.at("_messages")) {
            m_messages.erase(message);
        }
        return true;
    });
}

std::set<std::string> Neo4jGraph::relations() const
{
    std::set<std::string> found;
    for (const auto& [key, talk] : m_talks) {
        found.insert("(User)-[:HAD_CONVERSATION]->(Conversation)");
        for (const auto& message : talk.at("_messages")) {
            found.insert("(Conversation)-[:CONTAINS]->(Message)");
            if (!m_messages.at(message).at("_agents").empty()) {
                found.insert("(Message)-[:HANDLED_BY]->(Agent)");
            }
        }
    }
    if (!m_facts.empty()) {
        found.insert("(User)-[:HAS_FACT]->(Fact)");
    }
    return found;
}

} // namespace delpek::simulation
