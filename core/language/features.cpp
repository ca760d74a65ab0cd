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

enum Seed : std::uint32_t { Piece = 1, Word, Pair, TopicPair, Cue, Shape, Winner };

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
std::uint32_t wordHash(const Token& token)
{
    auto hash = start(token.number ? Shape : Word);
    for (const QChar c : token.key) {
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

void addWords(std::vector<std::uint32_t>& rows, const Text& text)
{
    std::uint32_t before = 0;
    for (const auto& token : text.tokens) {
        const auto word = wordHash(token);
        rows.push_back(row(word));
        if (&token != &text.tokens.front()) {
            rows.push_back(row(hashOf(Pair, before, word)));
        }
        before = word;
    }
}

/// What the text is about, each once, and what it goes on to in the next word.
void addTopics(std::vector<std::uint32_t>& rows, const std::vector<Topic>& topics)
{
    for (const auto& topic : topics) {
        rows.push_back(row(topic.tag));
        for (const auto& next : topics) {
            if (next.token == topic.token + 1) {
                rows.push_back(row(hashOf(TopicPair, topic.tag, next.tag)));
            }
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

void addTags(std::vector<std::uint32_t>& rows, const Text& text, const Hints& hints)
{
    for (const auto tag : hints.tags) {
        rows.push_back(row(tag));
    }
    for (const int cue : hints.cues) {
        rows.push_back(row(hashOf(Cue, std::uint32_t(cue))));
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
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
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
    static constexpr std::array<float, featureGroups> strength = {1, 1, 1, 0.7F, 0.7F};
    return count == 0 ? 0 : strength[std::size_t(group)] / std::sqrt(float(count));
}

Features featuresOf(const Text& text, const Hints& hints)
{
    Features features;
    auto& characters = features.rows[std::size_t(FeatureGroup::Characters)];
    characters.reserve(std::size_t(3 * text.original.size()) + 3);
    features.rows[std::size_t(FeatureGroup::Words)].reserve(2 * text.tokens.size());
    for (const auto& token : text.tokens) {
        if (!token.number) {
            addPieces(characters, token.key);
        }
    }
    addWords(features.rows[std::size_t(FeatureGroup::Words)], text);
    addTopics(features.rows[std::size_t(FeatureGroup::Topics)], hints.topics);
    addTags(features.rows[std::size_t(FeatureGroup::Tags)], text, hints);
    addGrammar(features.rows[std::size_t(FeatureGroup::Grammar)], hints);
    for (std::size_t i = 0; i < hints.cueSums.size(); ++i) {
        features.cueSums[i] = float(std::clamp(hints.cueSums[i] / kCueUnit, -kMostCues, kMostCues));
    }
    return features;
}

} // namespace delpek::language
