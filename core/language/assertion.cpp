// SPDX-License-Identifier: GPL-3.0-or-later
#include "language/assertion.h"

#include "language/resource.h"

#include <array>

namespace delpek::language
{

namespace
{

enum Cue {
    Negation,
    Denial,
    Passed,
    After,
    Closing,
    Breaker,
    Joiner,
    PastTime,
    Present,
    Tense,
    Again,
    Resolved,
    Mended,
    Story,
    Supposition,
    Back
};

constexpr std::array kCueNames = {"negation", "denial",   "passed", "negation_after", "negation_closing",
                                  "breaker",  "joiner",   "past",   "present",        "tense",
                                  "again",    "resolved", "mended", "story",          "supposition", "back"};
constexpr int kNegationReach = 4;
constexpr int kListReach = 9;

bool overlaps(const Match& a, const Match& b)
{
    return a.first <= b.last && b.first <= a.last;
}

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

bool Assertion::hasDenial(const Text& text) const
{
    const auto cues = m_patterns.match(text);
    return std::any_of(cues.begin(), cues.end(),
                       [](const Match& cue) { return cue.owner == Negation || cue.owner == Denial; });
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

int Scope::clauseStart(int token) const
{
    while (token > 0 && m_text.tokens[std::size_t(token)].breakBefore == 0) {
        --token;
    }
    return token;
}

int Scope::clauseEnd(int token) const
{
    while (!endsClause(token)) {
        ++token;
    }
    return token;
}

/// Whether a denial reaches over each of the tokens `from` to `to`: adverbs and light verbs ("not really", "לא היה
/// לי").
bool Scope::passes(int from, int to) const
{
    for (int i = from; i <= to; ++i) {
        const bool light = std::any_of(m_cues.begin(), m_cues.end(), [&](const Match& cue) {
            return cue.owner == Passed && cue.first <= i && i <= cue.last;
        });
        if (!light) {
            return false;
        }
    }
    return true;
}

bool Scope::reaches(const Match& cue, const Match& match) const
{
    int breaks = 0;
    for (int i = cue.last + 1; i <= match.first; ++i) {
        breaks = std::max(breaks, m_text.tokens[std::size_t(i)].breakBefore);
    }
    if (cue.owner == Denial) {
        return breaks == 0 && passes(cue.last + 1, match.first - 1);
    }
    int joins = 0;
    for (const auto& other : m_cues) {
        if (other.first > cue.last && other.last < match.first) {
            if (other.owner == Breaker) {
                return false;
            }
            joins += other.owner == Joiner;
        }
    }
    const int between = match.first - cue.last - 1;
    return (breaks == 0 && between < kNegationReach) || (breaks < 2 && joins > 0 && between < kListReach);
}

bool Scope::negated(const Match& match, const std::vector<Match>& parts) const
{
    for (const auto& cue : m_cues) {
        if (std::any_of(parts.begin(), parts.end(), [&](const Match& part) { return overlaps(part, cue); })) {
            continue;
        }
        const bool follows = cue.first == match.last + 1 && m_text.tokens[std::size_t(cue.first)].breakBefore < 2;
        if (follows && (cue.owner == After || (cue.owner == Closing && endsClause(cue.last)))) {
            return true;
        }
        if ((cue.owner == Negation || cue.owner == Denial) && cue.last < match.first && reaches(cue, match)) {
            return true;
        }
    }
    return false;
}

bool Scope::past(const Match& match, Lasts lasts) const
{
    const int start = sentenceStart(match.first);
    const int end = sentenceEnd(match.last);
    const int clauseFirst = clauseStart(match.first);
    const int clauseLast = clauseEnd(match.last);
    bool past = false;
    bool pastHere = false;
    bool now = false;
    bool nowHere = false;
    bool over = false;
    // "Fainted last year, so she is nervous": what a conjunction parts from the place says nothing of its time.
    const auto isParted = [&](const Match& cue) {
        return std::any_of(m_cues.begin(), m_cues.end(), [&](const Match& other) {
            return other.owner == Breaker && other.first > match.last && other.last < cue.first;
        });
    };
    for (const auto& cue : m_cues) {
        const bool inSentence = cue.first >= start && cue.last <= end;
        const bool inClause = cue.first >= clauseFirst && cue.last <= clauseLast;
        past = past || (cue.owner == PastTime && inSentence);
        pastHere = pastHere || (cue.owner == PastTime && inClause);
        now = now || (cue.owner == Present && inSentence) || (cue.owner == Again && cue.first >= start);
        nowHere = nowHere || (cue.owner == Present && inClause) || (cue.owner == Tense && inClause && !isParted(cue)) ||
                  (cue.owner == Again && cue.first >= start);
        const bool ends = cue.owner == Mended || (cue.owner == Resolved && lasts == Lasts::UntilWell);
        over = over || (ends && cue.first >= match.first);
    }
    // What the clause itself says of time counts more than its neighbours.
    const bool gone = pastHere ? !nowHere : past && !now && !nowHere;
    return over ? !now || past : gone;
}

bool Scope::supposed(const Match& match) const
{
    // "…? I saw it in the group": what tells of a story often stands behind it.
    const int start = sentenceStart(match.first);
    const int own = sentenceEnd(match.last);
    const int end = own + 1 < int(m_text.tokens.size()) ? sentenceEnd(own + 1) : own;
    // "… read it on the net, and now I have …": from there on the writer speaks of what is.
    const auto isOver = [&](const Match& cue) {
        return std::any_of(m_cues.begin(), m_cues.end(), [&](const Match& back) {
            return back.owner == Back && back.first > cue.last && back.first <= match.first;
        });
    };
    return std::any_of(m_cues.begin(), m_cues.end(), [&](const Match& cue) {
        const bool holds = cue.owner == Supposition || (cue.owner == Story && cue.first >= start && cue.last <= end);
        return holds && !isOver(cue);
    });
}

Standing Scope::ofAll(const std::vector<Match>& parts, Lasts lasts) const
{
    const auto any = [&](auto is) { return std::any_of(parts.begin(), parts.end(), is); };
    if (any([&](const Match& part) { return supposed(part); })) {
        return Standing::Supposed;
    }
    if (any([&](const Match& part) { return negated(part, parts); })) {
        return Standing::Negated;
    }
    return any([&](const Match& part) { return past(part, lasts); }) ? Standing::Past : Standing::Present;
}

} // namespace delpek::language
