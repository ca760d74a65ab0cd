// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/secondlook.h"

#include <QFile>

#include <cmath>

namespace delpek::safety
{

namespace
{

constexpr int kNear = 5; ///< words between two concepts of a pair
const auto kFile = QStringLiteral("secondlook.tsv");

QString nameOf(const Mention& mention)
{
    switch (mention.standing) {
    case language::Standing::Present:
        return *mention.name;
    case language::Standing::Negated:
        return *mention.name + QLatin1Char('-');
    default:
        return *mention.name + QLatin1Char('~');
    }
}

void addWords(std::vector<Feature>& features, const language::Text& text)
{
    for (const auto& token : text.tokens) {
        if (token.number) {
            features.push_back({QStringLiteral("w:#"), token.span});
            continue;
        }
        for (const auto& form : token.forms) {
            features.push_back({QStringLiteral("w:") + form, token.span});
        }
    }
}

void addConcepts(std::vector<Feature>& features, const Reading& reading)
{
    const auto spanOf = [&](const Mention& mention) {
        return language::Span{reading.text.tokens[std::size_t(mention.place.first)].span.begin,
                              reading.text.tokens[std::size_t(mention.place.last)].span.end};
    };
    std::vector<QString> names;
    for (const auto& mention : reading.mentions) {
        names.push_back(nameOf(mention));
        features.push_back({QStringLiteral("k:") + names.back(), spanOf(mention)});
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        for (std::size_t j = i + 1; j < names.size(); ++j) {
            const auto& a = reading.mentions[i].place;
            const auto& b = reading.mentions[j].place;
            const int gap = std::max(a.first, b.first) - std::min(a.last, b.last) - 1;
            if (b.first - a.last - 1 > kNear) {
                break;
            }
            if (gap >= 0 && gap <= kNear && names[i] != names[j]) {
                const auto& [first, second] = std::minmax(names[i], names[j]);
                features.push_back(
                    {QStringLiteral("p:") + first + QLatin1Char('+') + second, spanOf(reading.mentions[i])});
            }
        }
    }
}

double likelihood(double sum, std::size_t count)
{
    return 1 / (1 + std::exp(-sum / std::sqrt(double(count))));
}

} // namespace

std::vector<Feature> featuresOf(const Reading& reading, const SignBook& book)
{
    std::vector<Feature> features = {{QStringLiteral("bias"), {}}};
    addWords(features, reading.text);
    addConcepts(features, reading);
    for (const auto& [sign, span] : reading.found) {
        features.push_back({QStringLiteral("s:") + book.nameOf(sign), span});
    }
    std::stable_sort(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    features.erase(
        std::unique(features.begin(), features.end(), [](const auto& a, const auto& b) { return a.name == b.name; }),
        features.end());
    return features;
}

Result<std::unique_ptr<SecondLook>> SecondLook::load(const QString& folder)
{
    QFile file(folder + QLatin1Char('/') + kFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, QStringLiteral("%1 cannot be opened").arg(file.fileName()));
    }
    auto look = std::make_unique<SecondLook>();
    for (int number = 1; !file.atEnd(); ++number) {
        const auto line = QString::fromUtf8(file.readLine().chopped(1));
        if (line.startsWith(QLatin1Char('%'))) {
            continue;
        }
        const auto columns = line.split(QLatin1Char('\t'));
        bool good = columns.size() == 3;
        bool alsoGood = good;
        const double emergency = good ? columns[1].toDouble(&good) : 0;
        const double doctor = good ? columns[2].toDouble(&alsoGood) : 0;
        if (!good || !alsoGood) {
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1, line %2: needs a feature and two weights").arg(kFile).arg(number));
        }
        if (columns[0] == QLatin1String("from")) {
            look->m_emergency = emergency;
            look->m_doctor = doctor;
        } else {
            look->m_weights.insert(columns[0], {emergency, doctor});
        }
    }
    return look;
}

Opinion SecondLook::judge(const Reading& reading, const SignBook& book) const
{
    const auto features = featuresOf(reading, book);
    Opinion opinion;
    double emergency = 0;
    double doctor = 0;
    double most = 0;
    for (const auto& feature : features) {
        const auto weights = m_weights.value(feature.name);
        emergency += weights.emergency;
        doctor += weights.doctor;
        if (weights.emergency + weights.doctor > most && feature.span.end > 0) {
            most = weights.emergency + weights.doctor;
            opinion.span = feature.span;
        }
    }
    opinion.emergency = likelihood(emergency, features.size());
    opinion.doctor = likelihood(doctor, features.size());
    if (opinion.span.end == 0 && !reading.text.tokens.empty()) {
        opinion.span = reading.text.tokens.front().span;
    }
    return opinion;
}

} // namespace delpek::safety
