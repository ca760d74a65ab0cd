// SPDX-License-Identifier: GPL-3.0-or-later
#include "memory/similarity.h"

#include <algorithm>

namespace delpek::memory
{

namespace
{

constexpr double weightOfWords = 0.6;
constexpr size_t mostSimilar = 3;

double shareKnown(const QStringList& asked, const QStringList& known)
{
    if (asked.isEmpty()) {
        return 0;
    }
    const auto found = std::ranges::count_if(asked, [&](const QString& word) { return known.contains(word); });
    return double(found) / double(asked.size());
}

} // namespace

QString Recollection::valueOf(const char* kind) const
{
    const auto found =
        std::ranges::find_if(open, [kind](const Fact& fact) { return fact.kind == QLatin1String(kind); });
    return found == open.end() ? QString() : found->value;
}

double similarity(const QStringList& askedWords, const QStringList& askedTopics, const PastTalk& talk)
{
    return weightOfWords * shareKnown(askedWords, talk.words) +
           (1 - weightOfWords) * shareKnown(askedTopics, talk.topics);
}

Recollection recollect(std::vector<Fact> facts, std::vector<PastTalk> talks, const Query& query)
{
    Recollection found;
    std::erase_if(facts,
                  [&](const Fact& fact) { return !fact.isOpen || (fact.validTo && *fact.validTo <= query.now); });
    std::ranges::sort(facts, [](const Fact& left, const Fact& right) {
        return std::tie(left.kind, left.subject, left.id) < std::tie(right.kind, right.subject, right.id);
    });
    found.open = std::move(facts);
    for (auto& talk : talks) {
        if (talk.lastAt > query.now - talkGap) {
            continue; // it may still go on
        }
        found.lastTalk = std::max(found.lastTalk.value_or(talk.lastAt), talk.lastAt);
        talk.similarity = similarity(query.words, query.topics, talk);
        if (talk.similarity > 0) {
            found.similar.push_back(std::move(talk));
        }
    }
    std::ranges::sort(found.similar, [](const PastTalk& left, const PastTalk& right) {
        return std::tuple(-left.similarity, -base::toMillis(left.lastAt), -left.id) <
               std::tuple(-right.similarity, -base::toMillis(right.lastAt), -right.id);
    });
    found.similar.resize(std::min(found.similar.size(), mostSimilar));
    return found;
}

} // namespace delpek::memory
