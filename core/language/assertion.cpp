// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/assertion.h"

#include "language/resource.h"

#include <array>

namespace delpek::language
{

namespace
{

enum Cue { Negation, After, Closing, Breaker, Joiner, PastTime, Present, Resolved, Supposition };

constexpr std::array kCueNames = {"negation", "negation_after", "negation_closing", "breaker",    "joiner",
                                  "past",     "present",        "resolved",         "supposition"};
constexpr int kNegationReach = 4;
constexpr int kListReach = 9;

} // namespace

Result<std::unique_ptr<Assertion>> Assertion::load(const QString& folder)
{
    const auto file = QStringLiteral("assertion.json");
    const auto json = readResource(folder, file);
    if (!json) {
        return fail(json.error());
    }
    auto assertion = std::make_unique<Assertion>();
    for (std::size_t cue = 0; cue < kCueNames.size(); ++cue) {
        for (const auto& pattern : textsAt(*json, kCueNames[cue])) {
            if (auto done = assertion->m_patterns.add(pattern, int(cue)); !done) {
                return fail(ErrorCode::InvalidInput,
                            QStringLiteral("%1, %2: %3").arg(file, QLatin1String(kCueNames[cue]), done.error().detail));
            }
        }
    }
    return assertion;
}

Scope Assertion::scope(const Text& text) const
{
    Scope scope(text);
    scope.m_cues = m_patterns.match(text);
    return scope;
}

int Scope::sentenceStart(int token) const
{
    while (token > 0 && m_text.tokens[std::size_t(token)].breakBefore < 2) {
        --token;
    }
    return token;
}

int Scope::sentenceEnd(int token) const
{
    const int count = int(m_text.tokens.size());
    do {
        ++token;
    } while (token < count && m_text.tokens[std::size_t(token)].breakBefore < 2);
    return token - 1;
}

bool Scope::endsClause(int token) const
{
    const auto next = std::size_t(token) + 1;
    return next == m_text.tokens.size() || m_text.tokens[next].breakBefore > 0;
}

bool Scope::negated(const Match& match) const
{
    for (const auto& cue : m_cues) {
        const bool follows = cue.first == match.last + 1 && m_text.tokens[std::size_t(cue.first)].breakBefore < 2;
        if (follows && (cue.owner == After || (cue.owner == Closing && endsClause(cue.last)))) {
            return true;
        }
        if (cue.owner != Negation || cue.last >= match.first) {
            continue;
        }
        int breaks = 0;
        int joins = 0;
        for (int i = cue.last + 1; i <= match.first; ++i) {
            breaks = std::max(breaks, m_text.tokens[std::size_t(i)].breakBefore);
        }
        bool broken = false;
        for (const auto& other : m_cues) {
            if (other.first > cue.last && other.last < match.first) {
                broken = broken || other.owner == Breaker;
                joins += other.owner == Joiner;
            }
        }
        const int between = match.first - cue.last - 1;
        if (!broken &&
            ((breaks == 0 && between < kNegationReach) || (breaks < 2 && joins > 0 && between < kListReach))) {
            return true;
        }
    }
    return false;
}

bool Scope::past(const Match& match) const
{
    const int start = sentenceStart(match.first);
    const int end = sentenceEnd(match.last);
    bool past = false;
    bool now = false;
    bool over = false;
    for (const auto& cue : m_cues) {
        const bool here = cue.first >= start && cue.last <= end;
        past = past || (cue.owner == PastTime && here);
        now = now || (cue.owner == Present && cue.first >= start);
        over = over || (cue.owner == Resolved && cue.first >= match.first);
    }
    return over ? !now || past : past && !now;
}

Standing Scope::of(const Match& match) const
{
    if (std::any_of(m_cues.begin(), m_cues.end(), [](const Match& cue) { return cue.owner == Supposition; })) {
        return Standing::Supposed;
    }
    if (negated(match)) {
        return Standing::Negated;
    }
    return past(match) ? Standing::Past : Standing::Present;
}

} // namespace delpek::language
