// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/features.h"

#include <cmath>

namespace delpek::language
{

namespace
{

constexpr qsizetype kShortestPiece = 2;
constexpr qsizetype kLongestPiece = 4;
constexpr double kCueUnit = 3;  ///< a cue of this weight is clear evidence
constexpr double kMostCues = 2; ///< more units say no more
constexpr qsizetype kLongestWord = 40;

constexpr int kTopicReach = 5; ///< words between which topics are told as a pair

enum Seed : std::uint32_t {
    Piece = 1,
    Word,
    Pair,
    TopicPair,
    CueSeen,
    Shape,
    Winner,
    FarPair,
    AskedTopic,
    FirstWord,
    LastWord,
    FirstPair,
    GappedPair
};

std::uint32_t mix(std::uint32_t hash, std::uint32_t value)
{
    return (hash ^ value) * 16777619U;
}

std::uint32_t start(std::uint32_t seed)
{
    return mix(2166136261U, seed);
}

/// The upper bits of FNV are its better ones.
std::uint32_t row(std::uint32_t hash)
{
    hash ^= hash >> 15U;
    hash *= 0x2c1b3c6dU;
    hash ^= hash >> 12U;
    return hash % hashedRows;
}

std::uint32_t hashOf(std::uint32_t seed, std::uint32_t a, std::uint32_t b = 0)
{
    return mix(mix(start(seed), a), b);
}

/// Numbers of the same shape are one word: "10:30" and "09:45".
std::uint32_t wordHash(const Token& token, QStringView key)
{
    auto hash = start(token.number ? Shape : Word);
    for (const QChar c : key) {
        hash = mix(hash, token.number && c.isDigit() ? '0' : c.unicode());
    }
    return hash;
}

/// The pieces of a word between two marks of its borders.
void addPieces(std::vector<std::uint32_t>& rows, const QString& key)
{
    const auto at = [&](qsizetype i) -> std::uint32_t { return i == 0 || i > key.size() ? '_' : key[i - 1].unicode(); };
    const auto length = std::min(key.size(), kLongestWord) + 2;
    for (qsizetype i = 0; i < length; ++i) {
        auto hash = start(Piece);
        for (qsizetype size = 1; size <= kLongestPiece && i + size <= length; ++size) {
            hash = mix(hash, at(i + size - 1));
            if (size >= kShortestPiece) {
                rows.push_back(row(hash));
            }
        }
    }
}

void sortOut(std::vector<std::uint32_t>& rows)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

/// The words, pairs of them, pairs around a third, how the text begins and ends, and what is left of words without
/// prefix letters.
void addWords(Features& features, const Text& text)
{
    auto& words = features.of(FeatureGroup::Words);
    auto& gapped = features.of(FeatureGroup::Gapped);
    auto& stems = features.of(FeatureGroup::Stems);
    auto& edges = features.of(FeatureGroup::Tags);
    std::array<std::uint32_t, 2> before{}; // the last word, and the one before it
    for (std::size_t i = 0; i < text.tokens.size(); ++i) {
        const auto& token = text.tokens[i];
        const auto word = wordHash(token, token.key);
        words.push_back(row(word));
        if (i > 0) {
            words.push_back(row(hashOf(Pair, before[0], word)));
        }
        if (i > 1 && token.breakBefore == 0) {
            gapped.push_back(row(hashOf(GappedPair, before[1], word)));
        }
        if (i < 2) {
            edges.push_back(row(i == 0 ? hashOf(FirstWord, word) : hashOf(FirstPair, before[0], word)));
        }
        for (qsizetype form = 1; form < token.forms.size(); ++form) {
            stems.push_back(row(wordHash(token, token.forms[form].key())));
        }
        before = {word, before[0]};
    }
    if (!text.tokens.empty()) {
        edges.push_back(row(hashOf(LastWord, before[0])));
    }
    sortOut(gapped);
    sortOut(stems);
}

/// What the text is about, each once, and what it goes on to in the next word; in `around` what is near, and asked.
void addTopics(std::vector<std::uint32_t>& rows, std::vector<std::uint32_t>& around, const Text& text,
               const std::vector<Topic>& topics)
{
    for (std::size_t i = 0; i < topics.size(); ++i) {
        const auto& topic = topics[i];
        rows.push_back(row(topic.tag));
        if (text.tokens[std::size_t(topic.token)].asked) {
            around.push_back(row(hashOf(AskedTopic, topic.tag)));
        }
        for (auto next = i + 1; next < topics.size() && topics[next].token <= topic.token + kTopicReach; ++next) {
            if (topics[next].token == topic.token + 1) {
                rows.push_back(row(hashOf(TopicPair, topic.tag, topics[next].tag)));
            } else if (topics[next].token > topic.token) {
                around.push_back(row(hashOf(FarPair, topic.tag, topics[next].tag)));
            }
        }
    }
    sortOut(rows);
    sortOut(around);
}

void addTags(std::vector<std::uint32_t>& rows, const Text& text, const Hints& hints)
{
    for (const auto tag : hints.tags) {
        rows.push_back(row(tag));
    }
    for (const int cue : hints.cues) {
        rows.push_back(row(hashOf(CueSeen, std::uint32_t(cue))));
    }
    const auto count = std::uint32_t(text.tokens.size());
    const std::uint32_t length = count <= 2 ? count : count <= 5 ? 3 : count <= 10 ? 4 : count <= 20 ? 5 : 6;
    rows.push_back(row(hashOf(Shape, length, text.question)));
    const auto best = std::max_element(hints.cueSums.begin(), hints.cueSums.end());
    rows.push_back(row(hashOf(Winner, *best > 0 ? std::uint32_t(best - hints.cueSums.begin()) : intentCount)));
}

void addGrammar(std::vector<std::uint32_t>& rows, const Hints& hints)
{
    for (const auto tag : hints.grammar) {
        rows.push_back(row(tag));
    }
    sortOut(rows);
}

} // namespace

std::uint32_t featureHash(QStringView text, std::uint32_t seed)
{
    auto hash = start(seed);
    for (const QChar c : text) {
        hash = mix(hash, c.unicode());
    }
    return hash;
}

float groupScale(FeatureGroup group, std::size_t count)
{
    static constexpr std::array<float, featureGroups> strength = {1, 1, 1, 0.7F, 0.7F, 0.5F, 0.5F, 0.5F};
    return count == 0 ? 0 : strength[std::size_t(group)] / std::sqrt(float(count));
}

Features featuresOf(const Text& text, const Hints& hints)
{
    Features features;
    auto& characters = features.of(FeatureGroup::Characters);
    characters.reserve(std::size_t(3 * text.original.size()) + 3);
    for (const auto group : {FeatureGroup::Words, FeatureGroup::Gapped, FeatureGroup::Stems}) {
        features.of(group).reserve(2 * text.tokens.size());
    }
    for (const auto& token : text.tokens) {
        if (!token.number) {
            addPieces(characters, token.key);
        }
    }
    addWords(features, text);
    addTopics(features.of(FeatureGroup::Topics), features.of(FeatureGroup::Around), text, hints.topics);
    addTags(features.of(FeatureGroup::Tags), text, hints);
    addGrammar(features.of(FeatureGroup::Grammar), hints);
    for (std::size_t i = 0; i < hints.cueSums.size(); ++i) {
        features.cueSums[i] = float(std::clamp(hints.cueSums[i] / kCueUnit, -kMostCues, kMostCues));
    }
    return features;
}

} // namespace delpek::language
