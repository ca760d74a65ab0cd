// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/pattern.h"

#include <memory>

// Is what is said also so? Negation, time and supposition around a place in the text. Asymmetric: what is not clearly
// denied, past or supposed stands.

namespace delpek::language
{

enum class Standing { Present, Negated, Past, Supposed };

/// Whether feeling well ends it. A fever is over then; a tooth that was knocked out is still out.
enum class Lasts { UntilWell, UntilMended };

/// What the cues of one text say about its places. Lives no longer than the text.
class Scope
{
public:
    /// Of a place. A denial inside it belongs to it ("cannot breathe", "לא מפסיק לדמם").
    Standing of(const Match& match) const { return ofAll({match}, Lasts::UntilWell); }
    /// Of several places that together say one thing: present when each is. A denial inside any of them belongs to it.
    Standing ofAll(const std::vector<Match>& parts, Lasts lasts) const;

private:
    friend class Assertion;
    explicit Scope(const Text& text)
        : m_text(text)
    {
    }

    bool endsClause(int token) const;
    bool negated(const Match& match, const std::vector<Match>& parts) const;
    bool reaches(const Match& cue, const Match& match) const;
    bool past(const Match& match, Lasts lasts) const;
    bool supposed(const Match& match) const;
    bool passes(int from, int to) const;
    int clauseStart(int token) const;
    int clauseEnd(int token) const;
    int sentenceStart(int token) const;
    int sentenceEnd(int token) const;

    const Text& m_text;
    std::vector<Match> m_cues;
};

/// Reads the cues from assertion.json. Immutable; any thread.
class Assertion
{
public:
    static Result<std::unique_ptr<Assertion>> load(const QString& folder);
    Scope scope(const Text& text) const;
    /// Whether any of the words denies.
    bool hasDenial(const Text& text) const;

private:
    Patterns m_patterns;
};

} // namespace delpek::language
