// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/neo4j/values.h"

#include "memory/factmaking.h"

#include <algorithm>

namespace delpek::memory::neo4j
{

using base::Json;

namespace
{

constexpr int mostWords = 200;

Json textsOf(const QStringList& texts)
{
    Json list = Json::array();
    for (const QString& text : texts) {
        list.push_back(base::utf8(text));
    }
    return list;
}

Json millis(base::Instant at)
{
    return qint64(base::toMillis(at));
}

/// Sorted, as every memory gives them.
QStringList textsAt(const Json& object, const char* key)
{
    QStringList texts;
    for (const auto& text : base::at(object, key)) {
        if (text.is_string()) {
            texts << QString::fromStdString(text.get<std::string>());
        }
    }
    texts.sort();
    return texts;
}

base::Instant instantAt(const Json& object, const char* key)
{
    return base::fromMillis(base::integerAt(object, key).value_or(0));
}

tl::unexpected<Error> foreign()
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("a node of the memory is not as Delpek writes it"));
}

} // namespace

Json parametersOf(const Episode& episode)
{
    Json messages = Json::array();
    for (const auto& message : episode.messages) {
        messages.push_back(
            {{"id", message.id.value}, {"author", base::utf8(message.author)}, {"at", millis(message.at)}});
    }
    Json findings = Json::array();
    for (const auto& finding : episode.findings) {
        findings.push_back({{"id", base::utf8(factId(episode, finding))},
                            {"kind", base::utf8(finding.kind)},
                            {"subject", base::utf8(finding.subject)},
                            {"value", base::utf8(finding.value)},
                            {"validTo", finding.validTo ? millis(*finding.validTo) : Json()},
                            {"source", finding.source.value}});
    }
    return {{"id", base::utf8(episode.id)},
            {"user", episode.user.value},
            {"conversation", episode.conversation.value},
            {"talk", episode.talk},
            {"key", base::utf8(QStringLiteral("%1:%2").arg(episode.conversation.value).arg(episode.talk))},
            {"at", millis(episode.at)},
            {"language", base::utf8(episode.language)},
            {"pattern", base::utf8(episode.pattern)},
            {"outcome", base::utf8(episode.outcome)},
            {"agent", base::utf8(episode.agent)},
            {"agents", episode.agent.isEmpty() ? Json::array() : Json::array({base::utf8(episode.agent)})},
            {"first", episode.first.value},
            {"topics", textsOf(episode.topics)},
            {"words", textsOf(episode.words)},
            {"most", mostWords},
            {"messages", std::move(messages)},
            {"findings", std::move(findings)}};
}

Result<std::vector<Fact>> factsFrom(const Json& list)
{
    std::vector<Fact> facts;
    for (const auto& node : list) {
        Fact fact;
        fact.id = base::textAt(node, "id");
        fact.kind = base::textAt(node, "kind");
        fact.subject = base::textAt(node, "subject");
        fact.value = base::textAt(node, "value");
        fact.validFrom = instantAt(node, "validFrom");
        if (const auto ends = base::integerAt(node, "validTo")) {
            fact.validTo = base::fromMillis(*ends);
        }
        fact.learnedAt = instantAt(node, "learnedAt");
        fact.seenAt = instantAt(node, "seenAt");
        fact.source = {base::integerAt(node, "source").value_or(0)};
        fact.by = base::textAt(node, "by");
        fact.isOpen = base::boolAt(node, "open");
        if (fact.id.isEmpty() || fact.kind.isEmpty()) {
            return foreign();
        }
        facts.push_back(std::move(fact));
    }
    std::ranges::sort(facts, [](const Fact& left, const Fact& right) {
        return std::tie(left.learnedAt, left.id) < std::tie(right.learnedAt, right.id);
    });
    return facts;
}

Result<std::vector<PastTalk>> talksFrom(const Json& list)
{
    std::vector<PastTalk> talks;
    for (const auto& node : list) {
        PastTalk talk;
        talk.id = base::integerAt(node, "id").value_or(0);
        talk.conversation = {base::integerAt(node, "conversation").value_or(0)};
        talk.beganAt = instantAt(node, "beganAt");
        talk.lastAt = instantAt(node, "lastAt");
        talk.language = base::textAt(node, "language");
        talk.outcome = base::textAt(node, "outcome");
        talk.agent = base::textAt(node, "agent");
        talk.topics = textsAt(node, "topics");
        talk.words = textsAt(node, "words");
        if (!talk.conversation.isValid()) {
            return foreign();
        }
        talks.push_back(std::move(talk));
    }
    return talks;
}

std::map<QString, int> patternsFrom(const Json& list)
{
    std::map<QString, int> patterns;
    for (const auto& entry : list) {
        if (entry.is_array() && entry.size() == 2 && entry[0].is_string() && entry[1].is_number_integer()) {
            patterns[QString::fromStdString(entry[0].get<std::string>())] = entry[1].get<int>();
        }
    }
    return patterns;
}

} // namespace delpek::memory::neo4j
