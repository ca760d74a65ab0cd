// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/memoryjson.h"

namespace delpek::memory
{

using base::Json;
using base::utf8;

namespace
{

qint64 millis(base::Instant at)
{
    return base::toMillis(at);
}

template <typename T>
Json listOf(const std::vector<T>& values)
{
    Json list = Json::array();
    for (const auto& value : values) {
        list.push_back(toJson(value));
    }
    return list;
}

} // namespace

Json toJson(const Fact& fact)
{
    Json json{{"id", utf8(fact.id)},
              {"kind", utf8(fact.kind)},
              {"value", utf8(fact.value)},
              {"status", fact.isOpen ? "open" : "closed"},
              {"validFrom", millis(fact.validFrom)},
              {"learnedAt", millis(fact.learnedAt)},
              {"seenAt", millis(fact.seenAt)}};
    if (!fact.subject.isEmpty()) {
        json["subject"] = utf8(fact.subject);
    }
    if (fact.validTo) {
        json["validTo"] = millis(*fact.validTo);
    }
    if (fact.source.isValid()) {
        json["message"] = fact.source.value;
    }
    if (!fact.by.isEmpty()) {
        json["by"] = utf8(fact.by);
    }
    return json;
}

Json toJson(const PastTalk& talk)
{
    Json topics = Json::array();
    for (const QString& topic : talk.topics) {
        topics.push_back(utf8(topic));
    }
    Json json{{"id", talk.id},
              {"conversation", talk.conversation.value},
              {"beganAt", millis(talk.beganAt)},
              {"lastAt", millis(talk.lastAt)},
              {"language", utf8(talk.language)},
              {"outcome", utf8(talk.outcome)},
              {"agent", utf8(talk.agent)},
              {"topics", std::move(topics)}};
    if (talk.similarity > 0) {
        json["similarity"] = talk.similarity;
    }
    return json;
}

Json toJson(const Recollection& recollection)
{
    return {{"similar", listOf(recollection.similar)}, {"facts", listOf(recollection.open)}};
}

Json toJson(const UserMemory& memory)
{
    Json patterns = Json::object();
    for (const auto& [pattern, count] : memory.patterns) {
        patterns[utf8(pattern)] = count;
    }
    return {{"facts", listOf(memory.facts)}, {"talks", listOf(memory.talks)}, {"patterns", std::move(patterns)}};
}

} // namespace delpek::memory
