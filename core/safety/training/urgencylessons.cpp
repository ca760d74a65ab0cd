// SPDX-License-Identifier: GPL-3.0-or-later
#include "urgencylessons.h"

#include "language/training/misspelling.h"

#include <QFile>

#include <linear.h>

#include <cmath>
#include <cstdlib>
#include <map>

namespace delpek::safety
{

namespace
{

// By leaving writers out: docs/safety.md.
constexpr double kCost = 0.25;
constexpr double kStop = 0.1;
constexpr double kLogit = 2.5; ///< a support vector machine's margin, as what a likelihood is made of
constexpr double kMisspelt = 0.05;
constexpr QLatin1String kOdd(":odd"); ///< behind a file's name: its even lines are kept for measuring

/// A line of phrases.tsv, an intent and a text: what asks for nothing clinical is routine.
std::optional<Lesson> routinePhrase(const QByteArray& line)
{
    static const QByteArrayList clinical = {"symptom", "medical_question", "prescription"};
    const auto tab = line.indexOf('\t');
    if (tab < 1 || line.startsWith('#') || clinical.contains(line.left(tab))) {
        return std::nullopt;
    }
    return Lesson{{}, QString::fromUtf8(line.mid(tab + 1)), domain::Urgency::Routine, {}};
}

} // namespace

Result<std::vector<Lesson>> UrgencyLessons::read(const QString& path)
{
    const bool odd = path.endsWith(kOdd);
    const auto name = odd ? path.chopped(kOdd.size()) : path;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be opened").arg(name));
    }
    std::vector<Lesson> lessons;
    const bool phrases = name.endsWith(QLatin1String(".tsv"));
    for (int number = 1; !file.atEnd(); ++number) {
        const auto line = file.readLine().trimmed();
        if (odd && number % 2 == 0) {
            continue;
        }
        if (phrases) {
            if (auto lesson = routinePhrase(line)) {
                look(*lesson);
                lessons.push_back(std::move(*lesson));
            }
            continue;
        }
        const auto json = base::parseJson(line);
        const auto urgency = json ? base::fromText<domain::Urgency>(base::textAt(*json, "urgency")) : std::nullopt;
        if (urgency) {
            Lesson lesson{base::textAt(*json, "id"), base::textAt(*json, "text"), *urgency, {}};
            look(lesson);
            lessons.push_back(std::move(lesson));
        }
    }
    return lessons;
}

Lesson UrgencyLessons::misspelt(const Lesson& lesson, std::mt19937& random)
{
    Lesson other{lesson.id, language::misspell(lesson.text, kMisspelt, random), lesson.urgency, {}};
    look(other);
    return other;
}

void UrgencyLessons::look(Lesson& lesson)
{
    std::array<std::map<int, double>, featureGroups> groups;
    std::array<int, featureGroups> counts = {};
    eachFeature(m_book.read(lesson.text), m_book, [&](FeatureGroup group, QStringView name, language::Span) {
        const auto key = name.toString();
        auto known = m_numbers.constFind(key);
        if (known == m_numbers.constEnd()) {
            known = m_numbers.insert(key, int(m_names.size()));
            m_names.push_back(key);
        }
        groups[std::size_t(group)][*known] += 1;
        ++counts[std::size_t(group)];
    });
    for (std::size_t group = 0; group < featureGroups; ++group) {
        for (const auto& [number, times] : groups[group]) {
            lesson.rows.emplace_back(number, times / std::sqrt(double(counts[group])));
        }
    }
    std::sort(lesson.rows.begin(), lesson.rows.end());
}

std::vector<double> UrgencyLessons::learn(const std::vector<const Lesson*>& lessons, domain::Urgency from) const
{
    const int bias = int(m_names.size()) + 1;
    std::vector<std::vector<feature_node>> nodes;
    std::vector<feature_node*> starts;
    std::vector<double> wanted;
    nodes.reserve(lessons.size());
    for (const auto* lesson : lessons) {
        std::vector<feature_node> row;
        row.reserve(lesson->rows.size() + 2);
        for (const auto& [number, value] : lesson->rows) {
            row.push_back({number + 1, value});
        }
        row.push_back({bias, 1});
        row.push_back({-1, 0});
        nodes.push_back(std::move(row));
        starts.push_back(nodes.back().data());
        wanted.push_back(lesson->urgency >= from ? 1 : -1);
    }
    set_print_string_function([](const char*) {});
    const problem task{int(nodes.size()), bias, wanted.data(), starts.data(), -1};
    parameter how{};
    how.solver_type = L2R_L2LOSS_SVC_DUAL;
    how.C = kCost;
    how.eps = kStop;
    std::srand(1); // liblinear visits the lessons in an order that it draws
    auto* learned = train(&task, &how);
    const double sign = learned->label[0] == 1 ? 1 : -1;
    std::vector<double> weights;
    for (int i = 0; i < bias; ++i) {
        weights.push_back(kLogit * sign * learned->w[i]);
    }
    free_and_destroy_model(&learned);
    return weights;
}

Weighted UrgencyLessons::learn(const std::vector<const Lesson*>& lessons) const
{
    return {learn(lessons, domain::Urgency::Emergency), learn(lessons, domain::Urgency::DoctorRequired)};
}

std::array<double, 2> UrgencyLessons::judge(const Lesson& lesson, const Weighted& weights) const
{
    double emergency = weights.emergency.back();
    double doctor = weights.doctor.back();
    for (const auto& [number, value] : lesson.rows) {
        if (number + 1 < int(weights.emergency.size())) {
            emergency += value * weights.emergency[std::size_t(number)];
            doctor += value * weights.doctor[std::size_t(number)];
        }
    }
    return {1 / (1 + std::exp(-emergency)), 1 / (1 + std::exp(-doctor))};
}

} // namespace delpek::safety
