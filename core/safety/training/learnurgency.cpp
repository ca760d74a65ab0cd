// SPDX-License-Identifier: GPL-3.0-or-later
// delpek_learn_urgency RULES-FOLDER MESSAGES.jsonl… > secondlook.tsv: learns the second look's table from messages
// labelled with their urgency. The same input gives the same bytes.
#include "safety/secondlook.h"

#include <QFile>

#include <linear.h>

#include <cmath>
#include <cstdio>

using namespace delpek;

namespace
{

constexpr double kCost = 10; ///< by cross-validation: docs/safety.md
constexpr double kFromEmergency = 0.5;
constexpr double kFromDoctor = 0.5;
constexpr double kLeast = 0.12; ///< smaller weights say nothing

struct Message {
    std::vector<int> rows;
    domain::Urgency urgency = domain::Urgency::Routine;
};

std::vector<double> learn(const std::vector<Message>& messages, int rows, domain::Urgency from)
{
    std::vector<std::vector<feature_node>> nodes;
    std::vector<double> wanted;
    for (const auto& message : messages) {
        std::vector<feature_node> row;
        for (const int number : message.rows) {
            row.push_back({number, 1 / std::sqrt(double(message.rows.size()))});
        }
        row.push_back({-1, 0});
        nodes.push_back(std::move(row));
        wanted.push_back(message.urgency >= from ? 1 : -1);
    }
    std::vector<feature_node*> starts;
    for (auto& row : nodes) {
        starts.push_back(row.data());
    }
    const problem lesson{int(nodes.size()), rows, wanted.data(), starts.data(), -1};
    parameter how{};
    how.solver_type = L2R_LR;
    how.C = kCost;
    how.eps = 0.01;
    auto* learned = train(&lesson, &how);
    const double sign = learned->label[0] == 1 ? 1 : -1;
    std::vector<double> weights;
    for (int i = 0; i < rows; ++i) {
        weights.push_back(sign * learned->w[i]);
    }
    free_and_destroy_model(&learned);
    return weights;
}

} // namespace

int main(int argc, char** argv)
{
    set_print_string_function([](const char*) {});
    const auto book = argc > 2 ? safety::SignBook::load(QString::fromLocal8Bit(argv[1]))
                               : Result<std::unique_ptr<safety::SignBook>>(
                                     fail(ErrorCode::InvalidInput, QStringLiteral("needs a folder and messages")));
    if (!book) {
        std::fprintf(stderr, "%s\n", qPrintable(book.error().detail));
        return 1;
    }
    std::map<QString, int> numbers;
    std::vector<Message> messages;
    for (int i = 2; i < argc; ++i) {
        QFile file(QString::fromLocal8Bit(argv[i]));
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "%s cannot be opened\n", argv[i]);
            return 1;
        }
        while (!file.atEnd()) {
            const auto json = base::parseJson(file.readLine().trimmed());
            const auto urgency = json ? base::fromText<domain::Urgency>(base::textAt(*json, "urgency")) : std::nullopt;
            if (!urgency) {
                continue;
            }
            Message message;
            message.urgency = *urgency;
            for (const auto& feature : safety::featuresOf((*book)->read(base::textAt(*json, "text")), **book)) {
                message.rows.push_back(numbers.emplace(feature.name, int(numbers.size()) + 1).first->second);
            }
            std::sort(message.rows.begin(), message.rows.end());
            messages.push_back(std::move(message));
        }
    }
    const auto emergency = learn(messages, int(numbers.size()), domain::Urgency::Emergency);
    const auto doctor = learn(messages, int(numbers.size()), domain::Urgency::DoctorRequired);
    std::printf("%% feature\temergency\tdoctor; learned from %zu messages by delpek_learn_urgency\n", messages.size());
    std::printf("from\t%.2f\t%.2f\n", kFromEmergency, kFromDoctor);
    for (const auto& [name, number] : numbers) {
        const double a = emergency[std::size_t(number) - 1];
        const double b = doctor[std::size_t(number) - 1];
        if (std::abs(a) >= kLeast || std::abs(b) >= kLeast) {
            std::printf("%s\t%.2f\t%.2f\n", base::utf8(name).c_str(), a, b);
        }
    }
    return 0;
}
