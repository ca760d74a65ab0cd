// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/pattern.h"

#include <memory>

// Is what is said also so? Negation, time and supposition around a place in the text.

namespace delpek::language
{

enum class Standing { Present, Negated, Past, Supposed };

/// What the cues of one text say about its places. Lives no longer than the text.
class Scope
{
public:
    Standing of(const Match& match) const;

private:
    friend class Assertion;
    explicit Scope(const Text& text)
        : m_text(text)
    {
    }

    bool endsClause(int token) const;
    bool negated(const Match& match) const;
    bool past(const Match& match) const;
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

private:
    Patterns m_patterns;
};

} // namespace delpek::language
