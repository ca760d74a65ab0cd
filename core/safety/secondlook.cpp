// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/secondlook.h"

#include <QFile>
#include <QSet>

#include <array>
#include <cmath>

namespace delpek::safety
{

namespace
{

constexpr int kNear = 5; ///< words between two concepts of a pair
constexpr std::array<qsizetype, 2> kPieces = {3, 4};
constexpr QChar kDoubted = u'-';
const auto kFile = QStringLiteral("secondlook.tsv");

/// Builds the names in one place, so that a look-up needs no copy.
class Namer
{
public:
    explicit Namer(const UseFeature& use)
        : m_use(use)
    {
    }

    void tell(FeatureGroup group, QStringView kind, QStringView first, QStringView second, bool doubted,
              language::Span span)
    {
        m_name.resize(0);
        m_name += kind;
        m_name += first;
        m_name += second;
        if (doubted) {
            m_name += kDoubted;
        }
        m_use(group, m_name, span);
    }

private:
    const UseFeature& m_use;
    QString m_name;
};

bool isDoubted(const Mention& mention)
{
    return mention.standing != language::Standing::Present;
}

QStringView keyOf(const language::Token& token)
{
    return token.number ? QStringView(u"#") : QStringView(token.key);
}

void tellPieces(Namer& namer, const language::Token& token)
{
    const auto edged = u'_' + token.key + u'_';
    for (const auto size : kPieces) {
        for (qsizetype at = 0; at + size <= edged.size(); ++at) {
            namer.tell(FeatureGroup::Pieces, u"c:", QStringView(edged).sliced(at, size), {}, false, token.span);
        }
    }
}

void tellWords(Namer& namer, const Reading& reading)
{
    const auto& tokens = reading.text.tokens;
    std::vector<bool> doubted(tokens.size(), false);
    for (const auto& mention : reading.mentions) {
        for (int i = mention.place.first; i <= mention.place.last && isDoubted(mention); ++i) {
            doubted[std::size_t(i)] = true;
        }
    }
    QString before;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const auto& token = tokens[i];
        if (i > 0 && token.breakBefore < 2) {
            before = keyOf(tokens[i - 1]).toString() + u' ';
            namer.tell(FeatureGroup::Words, u"b:", before, keyOf(token), doubted[i], token.span);
        }
        if (token.number) {
            namer.tell(FeatureGroup::Words, u"w:", keyOf(token), {}, false, token.span);
            continue;
        }
        for (const auto& form : token.forms) {
            namer.tell(FeatureGroup::Words, u"w:", form.key(), {}, doubted[i], token.span);
        }
        if (!doubted[i]) {
            tellPieces(namer, token);
        }
    }
}

void tellConcepts(Namer& namer, const Reading& reading, const SignBook& book)
{
    const auto spanOf = [&](const Mention& mention) {
        return language::Span{reading.text.tokens[std::size_t(mention.place.first)].span.begin,
                              reading.text.tokens[std::size_t(mention.place.last)].span.end};
    };
    const auto& mentions = reading.mentions;
    QString first;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
        namer.tell(FeatureGroup::Concepts, u"k:", *mentions[i].name, {}, isDoubted(mentions[i]), spanOf(mentions[i]));
        for (std::size_t j = i + 1; j < mentions.size(); ++j) {
            const auto& a = mentions[i].place;
            const auto& b = mentions[j].place;
            const int gap = std::max(a.first, b.first) - std::min(a.last, b.last) - 1;
            if (b.first - a.last - 1 > kNear) {
                break;
            }
            const int order = mentions[i].name->compare(*mentions[j].name);
            if (gap >= 0 && gap <= kNear && order != 0) {
                first = *mentions[order < 0 ? i : j].name + u'+';
                namer.tell(FeatureGroup::Concepts, u"p:", first, *mentions[order < 0 ? j : i].name,
                           isDoubted(mentions[i]) || isDoubted(mentions[j]), spanOf(mentions[i]));
            }
        }
    }
    for (const auto& [sign, span] : reading.found) {
        namer.tell(FeatureGroup::Concepts, u"s:", book.nameOf(sign), {}, false, span);
    }
}

void tellTopics(Namer& namer, const Reading& reading)
{
    const auto& topics = reading.topics;
    const auto spanOf = [&](const TopicPlace& topic) { return reading.text.tokens[std::size_t(topic.token)].span; };
    const auto isFirst = [&](std::size_t at) {
        return std::none_of(topics.begin(), topics.begin() + std::ptrdiff_t(at),
                            [&](const TopicPlace& one) { return one.name == topics[at].name; });
    };
    QString first;
    for (std::size_t i = 0; i < topics.size(); ++i) {
        if (isFirst(i)) {
            namer.tell(FeatureGroup::Topics, u"t:", *topics[i].name, {}, false, spanOf(topics[i]));
        }
        for (auto next = i + 1; next < topics.size() && topics[next].token <= topics[i].token + 1; ++next) {
            if (topics[next].token > topics[i].token) {
                first = *topics[i].name + u'+';
                namer.tell(FeatureGroup::Topics, u"n:", first, *topics[next].name, false, spanOf(topics[i]));
            }
        }
    }
}

/// The places of sentences that stood before, but for their numbers: who sends one ninety times says it once.
std::vector<language::Span> repeatedSentences(const language::Text& text)
{
    std::vector<language::Span> repeated;
    QSet<QString> known;
    const auto& tokens = text.tokens;
    for (std::size_t from = 0, to = 0; from < tokens.size(); from = to) {
        QString words;
        do {
            words += keyOf(tokens[to]);
            words += u' ';
            ++to;
        } while (to < tokens.size() && tokens[to].breakBefore < 2);
        if (known.contains(words)) {
            repeated.push_back({tokens[from].span.begin, tokens[to - 1].span.end});
        }
        known.insert(words);
    }
    return repeated;
}

double likelihood(double sum)
{
    return 1 / (1 + std::exp(-sum));
}

} // namespace

void eachFeature(const Reading& reading, const SignBook& book, const UseFeature& use)
{
    const auto repeated = repeatedSentences(reading.text);
    const UseFeature once = [&](FeatureGroup group, QStringView name, language::Span span) {
        if (std::none_of(repeated.begin(), repeated.end(),
                         [&](const auto& said) { return said.begin <= span.begin && span.begin < said.end; })) {
            use(group, name, span);
        }
    };
    Namer namer(repeated.empty() ? use : once);
    tellWords(namer, reading);
    tellConcepts(namer, reading, book);
    tellTopics(namer, reading);
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
        } else if (columns[0] == QLatin1String("bias")) {
            look->m_bias = {emergency, doctor};
        } else {
            look->m_weights[language::wordId(columns[0])] = {emergency, doctor};
        }
    }
    return look;
}

Opinion SecondLook::judge(const Reading& reading, const SignBook& book) const
{
    std::array<Weights, featureGroups> sums = {};
    std::array<int, featureGroups> counts = {};
    Opinion opinion;
    double most = 0;
    eachFeature(reading, book, [&](FeatureGroup group, QStringView name, language::Span span) {
        const auto at = std::size_t(group);
        ++counts[at];
        const auto* weights = m_weights.find(language::wordId(name));
        if (weights == nullptr) {
            return;
        }
        sums[at].emergency += weights->emergency;
        sums[at].doctor += weights->doctor;
        if (weights->emergency + weights->doctor > most) {
            most = weights->emergency + weights->doctor;
            opinion.span = span;
        }
    });
    auto sum = m_bias;
    for (std::size_t group = 0; group < featureGroups; ++group) {
        const double scale = counts[group] > 0 ? 1 / std::sqrt(double(counts[group])) : 0;
        sum.emergency += scale * sums[group].emergency;
        sum.doctor += scale * sums[group].doctor;
    }
    opinion.emergency = likelihood(sum.emergency);
    opinion.doctor = likelihood(sum.doctor);
    opinion.vague = reading.text.tokens.size() <= std::size_t(briefWords);
    if (opinion.span.end == 0 && !reading.text.tokens.empty()) {
        opinion.span = reading.text.tokens.front().span;
    }
    return opinion;
}

} // namespace delpek::safety
