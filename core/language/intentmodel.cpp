// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/intentmodel.h"

#include <cmath>
#include <cstring>

namespace delpek::language
{

namespace
{

constexpr double kLargest = 2047;
constexpr std::size_t kBlock = 16; ///< so many of the largest still fit into 16 bits
static_assert(kLargest * kBlock <= 32767);

/// All numbers little-endian, as every machine that Delpek is built for keeps them.
struct Header {
    std::array<char, 8> magic = {'d', 'e', 'l', 'p', 'e', 'k', 'i', '1'};
    std::uint32_t rows = modelRows + 1;
    std::uint32_t columns = intentCount;
    float unit = 1;
    float temperature = 1;
};
static_assert(sizeof(Header) == 24);

} // namespace

IntentModel IntentModel::fromWeights(const std::vector<double>& weights, double temperature)
{
    IntentModel model;
    double largest = 1e-9;
    for (const double weight : weights) {
        largest = std::max(largest, std::abs(weight));
    }
    model.m_unit = float(largest / kLargest);
    model.m_temperature = float(temperature);
    model.m_weights.assign((modelRows + 1) * kColumns, 0);
    for (std::size_t row = 0; row <= modelRows; ++row) {
        for (std::size_t column = 0; column < intentCount; ++column) {
            model.m_weights[row * kColumns + column] =
                std::int16_t(std::lround(weights[row * intentCount + column] / double(model.m_unit)));
        }
    }
    return model;
}

Result<IntentModel> IntentModel::fromBytes(const QByteArray& bytes)
{
    const Header wanted;
    Header header;
    const auto size = qsizetype(sizeof(Header) + (modelRows + 1) * intentCount * sizeof(std::int16_t));
    if (bytes.size() == size) {
        std::memcpy(&header, bytes.constData(), sizeof header);
    }
    if (bytes.size() != size || header.magic != wanted.magic || header.rows != wanted.rows ||
        header.columns != wanted.columns || !(header.temperature > 0) || !(header.unit > 0)) {
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the intent model is of another version: build the program anew"));
    }
    IntentModel model;
    model.m_unit = header.unit;
    model.m_temperature = header.temperature;
    model.m_weights.assign((modelRows + 1) * kColumns, 0);
    for (std::size_t row = 0; row <= modelRows; ++row) {
        std::memcpy(&model.m_weights[row * kColumns],
                    bytes.constData() + sizeof(Header) + row * intentCount * sizeof(std::int16_t),
                    intentCount * sizeof(std::int16_t));
    }
    return model;
}

QByteArray IntentModel::toBytes() const
{
    Header header;
    header.unit = m_unit;
    header.temperature = m_temperature;
    QByteArray bytes(reinterpret_cast<const char*>(&header), sizeof header);
    for (std::size_t row = 0; row <= modelRows; ++row) {
        bytes.append(reinterpret_cast<const char*>(&m_weights[row * kColumns]), intentCount * sizeof(std::int16_t));
    }
    return bytes;
}

IntentScores IntentModel::score(const Features& features) const
{
    std::array<float, kColumns> sums{};
    const auto* bias = &m_weights[modelRows * kColumns];
    for (std::size_t column = 0; column < kColumns; ++column) {
        sums[column] = bias[column];
    }
    for (std::size_t group = 0; group < featureGroups; ++group) {
        const auto& rows = features.rows[group];
        std::array<std::int32_t, kColumns> group_{};
        for (std::size_t begin = 0; begin < rows.size(); begin += kBlock) {
            std::array<std::int16_t, kColumns> block{};
            for (auto i = begin; i < std::min(begin + kBlock, rows.size()); ++i) {
                std::array<std::int16_t, kColumns> weights; // a copy, so that all columns are added at once
                std::memcpy(weights.data(), &m_weights[rows[i] * kColumns], sizeof weights);
                for (std::size_t column = 0; column < kColumns; ++column) {
                    block[column] = std::int16_t(block[column] + weights[column]);
                }
            }
            for (std::size_t column = 0; column < kColumns; ++column) {
                group_[column] += block[column];
            }
        }
        const auto scale = groupScale(FeatureGroup(group), rows.size());
        for (std::size_t column = 0; column < kColumns; ++column) {
            sums[column] += scale * float(group_[column]);
        }
    }
    for (std::size_t i = 0; i < features.cueSums.size(); ++i) {
        if (features.cueSums[i] == 0) {
            continue;
        }
        const auto* weights = &m_weights[(hashedRows + i) * kColumns];
        for (std::size_t column = 0; column < kColumns; ++column) {
            sums[column] += features.cueSums[i] * weights[column];
        }
    }
    IntentScores scores{};
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i] = double(sums[i]) * double(m_unit) / double(m_temperature);
    }
    return scores;
}

IntentScores softmax(const IntentScores& scores)
{
    const double highest = *std::max_element(scores.begin(), scores.end());
    IntentScores shares{};
    double sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        shares[i] = double(std::exp(float(scores[i] - highest)));
        sum += shares[i];
    }
    for (auto& share : shares) {
        share /= sum;
    }
    return shares;
}

} // namespace delpek::language
