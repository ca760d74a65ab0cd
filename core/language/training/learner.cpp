// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/training/learner.h"

#include <linear.h>

#include <cmath>
#include <cstdlib>

namespace delpek::language
{

namespace
{

double env(const char* n, double d) { const char* v = std::getenv(n); return v ? atof(v) : d; }

/// liblinear's sparse vector: numbered from 1, ascending, each once, ended by -1.
std::vector<feature_node> vectorOf(const Features& features)
{
    static const std::array<double,4> g = {env("G0",1),env("G1",1),env("G2",1),env("G3",1)};
    std::map<int, double> values;
    for (std::size_t group = 0; group < featureGroups; ++group) {
        const auto scale = double(groupScale(FeatureGroup(group), features.rows[group].size()))*g[group];
        for (const auto row : features.rows[group]) {
            values[int(row) + 1] += scale;
        }
    }
    for (std::size_t i = 0; i < features.cueSums.size(); ++i) {
        if (features.cueSums[i] != 0) {
            values[int(hashedRows + i) + 1] = double(features.cueSums[i])*g[3];
        }
    }
    std::vector<feature_node> nodes;
    for (const auto& [index, value] : values) {
        nodes.push_back({index, value});
    }
    nodes.push_back({int(modelRows) + 1, 1.0});
    nodes.push_back({-1, 0});
    return nodes;
}

void printNothing(const char*) {}

} // namespace

IntentModel learn(const std::vector<const Example*>& examples, double temperature)
{
    std::vector<std::vector<feature_node>> vectors;
    std::vector<feature_node*> rows;
    std::vector<double> labels;
    for (const auto* example : examples) {
        vectors.push_back(vectorOf(example->features));
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
    settings.solver_type = int(env("SOLVER", L2R_LR_DUAL));
    settings.C = env("C", 4);
    settings.eps = env("EPS", 0.1);
    settings.p = 0.1;
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
    static const std::array<double,4> g = {env("G0",1),env("G1",1),env("G2",1),env("G3",1)};
    (void)g;
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
