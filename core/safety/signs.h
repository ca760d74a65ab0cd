// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/assertion.h"
#include "language/spelling.h"
#include "safety/gates.h"

#include <QHash>
#include <QSet>

#include <functional>

namespace delpek::safety
{

/// One rule as triage.json writes it: it fires when all signs of any one combination are there and none of `unless`.
struct TriageRule {
    QString id;
    Tier tier = Tier::S;
    QString response;
    QString question;                           ///< asked when no more urgent rule fires
    std::vector<std::vector<int>> combinations; ///< signs by number
    std::vector<int> unless;
};

/// The signs found in one text that are so (not denied, past or supposed), by number, and where.
using Found = std::map<int, language::Span>;

/// A concept in a text.
struct Mention {
    const QString* name = nullptr; ///< as concepts.json calls it; lives as long as the book
    language::Match place;
    language::Standing standing = language::Standing::Present;
};

/// A topic of topics.json in a text.
struct TopicPlace {
    const QString* name = nullptr; ///< lives as long as the book
    int token = 0;
};

/// What a text says, as far as rules and the second look go.
struct Reading {
    language::Text text;
    Found found;
    std::vector<Mention> mentions;  ///< in the order of the text
    std::vector<TopicPlace> topics; ///< in the order of the text; no rule looks at them
};

/// concepts.json and triage.json, compiled.
class SignBook
{
public:
    static Result<std::unique_ptr<SignBook>> load(const QString& folder);

    Reading read(const QString& text) const;
    std::optional<int> sign(const QString& name) const;
    const QString& nameOf(int sign) const { return m_signs[std::size_t(sign)].name; }
    const std::vector<TriageRule>& rules() const { return m_rules; }
    const QString& version() const { return m_version; }

private:
    /// Concepts that together say a sign, in any order, within one sentence.
    struct Near {
        int sign = 0;
        std::vector<int> concepts; ///< by owner
        int gap = 0;               ///< at most so many words between two neighbours
    };
    using Places = std::map<int, std::vector<language::Match>>;

    /// `told`, if any, is told of concepts and topics.
    Found findIn(const language::Text& text, Reading* told) const;
    void findNear(const language::Text& text, const language::Scope& scope, const Places& places, Found& found) const;
    bool gather(const language::Text& text, const Places& places, const Near& near, std::vector<language::Match>& set,
                const std::function<bool(const std::vector<language::Match>&)>& holds) const;

    struct Sign {
        QString name;
        bool anyStanding = false; ///< counts even when denied: the word alone matters
        bool unmasked = false;    ///< counts even inside an idiom's words
        language::Lasts lasts = language::Lasts::UntilWell;

        bool holds(const language::Scope& scope, const std::vector<language::Match>& parts) const
        {
            return anyStanding || scope.ofAll(parts, lasts) == language::Standing::Present;
        }
    };

    void know(const QString& pattern);
    bool denies(const QString& pattern) const;
    Result<Done> readConcepts(const base::Json& json);
    Result<Done> readTopics(const base::Json& json);
    Result<Done> readSigns(const base::Json& json);
    Result<Done> readNear(const base::Json& texts, const QString& name);
    Result<Done> readRules(const base::Json& json);
    Result<std::vector<int>> combination(const QString& text, const QString& rule) const;

    QString m_version;
    QHash<QString, QStringList> m_sets;
    language::Patterns m_patterns;
    QHash<QString, int> m_concepts; ///< owners by name
    std::vector<std::unique_ptr<const QString>> m_conceptNames;
    std::vector<std::unique_ptr<const QString>> m_topicNames;
    std::vector<Near> m_near;
    std::vector<Sign> m_signs;
    std::vector<TriageRule> m_rules;
    QSet<int> m_callsOff; ///< signs in the "unless" of any rule
    std::unique_ptr<language::Assertion> m_assertion;
    language::Spelling m_spelling;
};

} // namespace delpek::safety
