// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/intake.h"

#include "agent/shorten.h"
#include "language/resource.h"

#include <map>

namespace delpek::agent
{

namespace
{

constexpr int mostWordsAside = 6;
constexpr qsizetype longestValue = 100;

/// The clause that a place stands in, at most some words to either side.
QString clauseAt(const language::Text& text, const language::Match& place)
{
    const auto& tokens = text.tokens;
    auto first = size_t(place.first);
    auto last = size_t(place.last);
    for (int n = 0; n < mostWordsAside && first > 0 && tokens[first].breakBefore == 0; ++n) {
        --first;
    }
    for (int n = 0; n < mostWordsAside && last + 1 < tokens.size() && tokens[last + 1].breakBefore == 0; ++n) {
        ++last;
    }
    return shortened(text.at({tokens[first].span.begin, tokens[last].span.end}).toString(), longestValue);
}

} // namespace

Result<std::unique_ptr<Intake>> Intake::load(const QString& resources)
{
    const auto json = language::readResource(resources + QStringLiteral("/rules"), QStringLiteral("intake.json"));
    auto assertion = language::Assertion::load(resources + QStringLiteral("/language"));
    if (!json || !assertion) {
        return fail(json ? assertion.error() : json.error());
    }
    auto intake = std::unique_ptr<Intake>(new Intake);
    intake->m_assertion = std::move(*assertion);
    for (const auto& fact : base::at(*json, "facts")) {
        const int owner = int(intake->m_kinds.size());
        const QString key = base::textAt(fact, "key");
        for (const QString& pattern : language::textsAt(fact, "patterns")) {
            if (const auto added = intake->m_patterns.add(pattern, owner); !added) {
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("intake.json: %1: %2").arg(key, added.error().detail));
            }
        }
        const base::Json& denies = base::at(fact, "denies");
        intake->m_kinds.push_back({key, denies.is_boolean() && denies.get<bool>()});
    }
    return intake;
}

std::vector<domain::IntakeFact> Intake::facts(const QStringList& texts) const
{
    std::map<int, QString> said;
    for (const QString& raw : texts) {
        const auto text = language::readText(raw);
        const auto scope = m_assertion->scope(text);
        std::map<int, QString> here;
        for (const auto& place : m_patterns.match(text)) {
            const auto standing = scope.of(place);
            const bool denied = standing == language::Standing::Negated;
            const bool counts = standing == language::Standing::Present ||
                                (denied && m_kinds[size_t(place.owner)].denies) ||
                                // A moment is past by nature.
                                m_kinds[size_t(place.owner)].key == QLatin1String("since");
            if (!counts) {
                continue;
            }
            // Within one message what is so goes before what is not.
            auto& value = here[place.owner];
            if (value.isEmpty() || value == QLatin1String("no")) {
                value = denied && m_kinds[size_t(place.owner)].denies ? QStringLiteral("no") : clauseAt(text, place);
            }
        }
        for (const auto& [owner, value] : here) {
            said[owner] = value;
        }
    }
    std::vector<domain::IntakeFact> facts;
    for (const auto& [owner, value] : said) {
        facts.push_back({m_kinds[size_t(owner)].key, value});
    }
    return facts;
}

} // namespace delpek::agent
