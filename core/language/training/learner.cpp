// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/training/learner.h"

#include <linear.h>

#include <cmath>
#include <cstdlib>

namespace delpek::language
{

namespace
{

// Chosen by cross-validation.
constexpr double kCost = 0.7;
constexpr double kStop = 0.1;
/// A quarter of the messages are symptoms: at full weight everything long and unknown would be taken for one.
constexpr double kSymptomWeight = 0.3;

void printNothing(const char*) {}

} // namespace

Example exampleOf(Features features, int intent)
{
    Example example{std::move(features), {}, intent};
    auto& entries = example.entries;
    for (std::size_t group = 0; group < featureGroups; ++group) {
        const auto& rows = example.features.rows[group];
        const auto scale = double(groupScale(FeatureGroup(group), rows.size()));
        for (const auto row : rows) {
            entries.push_back({int(row), scale});
        }
    }
    for (std::size_t i = 0; i < example.features.cueSums.size(); ++i) {
        if (example.features.cueSums[i] != 0) {
            entries.push_back({int(hashedRows + i), double(example.features.cueSums[i])});
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.row < b.row; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < entries.size(); ++i) {
        if (entries[i].row == entries[kept].row) {
            entries[kept].value += entries[i].value;
        } else {
            entries[++kept] = entries[i];
        }
    }
    entries.resize(std::min(entries.size(), kept + 1));
    return example;
}

IntentModel learn(const std::vector<const Example*>& examples, double temperature)
{
    std::vector<std::vector<feature_node>> vectors;
    std::vector<feature_node*> rows;
    std::vector<double> labels;
    for (const auto* example : examples) {
        // liblinear's sparse vector: numbered from 1, ended by -1.
        auto& vector = vectors.emplace_back();
        vector.reserve(example->entries.size() + 2);
        for (const auto& [row, value] : example->entries) {
            vector.push_back({row + 1, value});
        }
        vector.push_back({int(modelRows) + 1, 1.0});
        vector.push_back({-1, 0});
        labels.push_back(example->intent);
    }
    for (auto& vector : vectors) {
        rows.push_back(vector.data());
    }
    problem all{};
    all.l = int(rows.size());
    all.n = int(modelRows) + 1;
    all.x = rows.data();
    all.y = labels.data();
    all.bias = 1;
    parameter settings{};
    settings.solver_type = L2R_L2LOSS_SVC_DUAL;
    settings.C = kCost;
    settings.eps = kStop;
    std::array<int, 1> weighed = {intent("symptom")};
    std::array<double, 1> weights_ = {kSymptomWeight};
    settings.nr_weight = int(weighed.size());
    settings.weight_label = weighed.data();
    settings.weight = weights_.data();
    set_print_string_function(&printNothing);
    std::srand(1); // liblinear visits the examples in an order that it draws
    model* learnt = train(&all, &settings);
    std::vector<double> weights((modelRows + 1) * intentCount, 0);
    for (int column = 0; column < learnt->nr_class; ++column) {
        for (std::size_t row = 0; row <= modelRows; ++row) {
            weights[row * intentCount + std::size_t(learnt->label[column])] =
                learnt->w[row * std::size_t(learnt->nr_class) + std::size_t(column)];
        }
    }
    free_and_destroy_model(&learnt);
    return IntentModel::fromWeights(weights, temperature);
}

double fitTemperature(const std::vector<std::pair<IntentScores, int>>& held)
{
    double best = 1;
    double least = std::numeric_limits<double>::infinity();
    for (double temperature = 0.2; temperature < 3; temperature *= 1.05) {
        double surprise = 0;
        for (auto [scores, intent] : held) {
            for (auto& score : scores) {
                score /= temperature;
            }
            surprise -= std::log(softmax(scores)[std::size_t(intent)]);
        }
        if (surprise < least) {
            least = surprise;
            best = temperature;
        }
    }
    return best;
}

} // namespace delpek::language
