// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/intentnames.h"
#include "language/text.h"

#include <cstdint>
#include <vector>

// A message as the intent model sees it: numbered rows of the model's table. The trainer and the running program go
// through this one function.

namespace delpek::language
{

struct Topic {
    int token = 0;
    std::uint32_t tag = 0; ///< hashed
};

/// What the lexicon says about a message.
struct Hints {
    std::array<double, intentCount> cueSums{}; ///< the weights of the cues found, by intent
    std::vector<int> cues;                     ///< the groups of cues found
    std::vector<std::uint32_t> tags;           ///< slots and other things found, hashed
    std::vector<Topic> topics;                 ///< in the order of the text
    std::vector<std::uint32_t> grammar;        ///< what the words do in their sentence, hashed
};

/// Rows that count alike: each group is scaled by the root of its size, so that long messages do not shout.
enum class FeatureGroup { Characters, Words, Topics, Tags, Grammar, Stems, Around, Gapped };
constexpr std::size_t featureGroups = 8;

/// Hashed rows come first, then a row for the cue sum of each intent.
constexpr std::uint32_t hashedRows = 1U << 15U;
constexpr std::uint32_t modelRows = hashedRows + intentCount;

struct Features {
    std::array<std::vector<std::uint32_t>, featureGroups> rows;
    std::array<float, intentCount> cueSums{}; ///< scaled

    std::vector<std::uint32_t>& of(FeatureGroup group) { return rows[std::size_t(group)]; }
};

std::uint32_t featureHash(QStringView text, std::uint32_t seed);
/// What the rows of a group of `count` are multiplied by.
float groupScale(FeatureGroup group, std::size_t count);

Features featuresOf(const Text& text, const Hints& hints);

} // namespace delpek::language
