// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "language/assertion.h"
#include "safety/gates.h"

#include <QSet>

namespace delpek::safety
{

/// One rule as triage.json writes it: it fires when all signs of any one combination are there and none of `unless`.
struct TriageRule {
    QString id;
    domain::Urgency urgency = domain::Urgency::DoctorRequired;
    QString response;
    std::vector<std::vector<int>> combinations; ///< signs by number
    std::vector<int> unless;
};

/// The signs found in one text that are so (not denied, past or supposed), by number, and where.
using Found = std::map<int, language::Span>;

/// triage.json, compiled.
class SignBook
{
public:
    static Result<std::unique_ptr<SignBook>> load(const QString& folder);

    Found find(const QString& text) const;
    std::optional<int> sign(const QString& name) const;
    const std::vector<TriageRule>& rules() const { return m_rules; }
    const QString& version() const { return m_version; }

private:
    Found findIn(const language::Text& text) const;

    struct Sign {
        QString name;
        bool anyStanding = false; ///< counts even when denied: the word alone matters
        bool unmasked = false;    ///< counts even inside an idiom's words
    };

    Result<Done> readSigns(const base::Json& json);
    Result<Done> readRules(const base::Json& json);
    Result<std::vector<int>> combination(const QString& text, const QString& rule) const;

    QString m_version;
    language::Patterns m_patterns;
    std::vector<Sign> m_signs;
    std::vector<TriageRule> m_rules;
    QSet<int> m_callsOff; ///< signs in the "unless" of any rule
    std::unique_ptr<language::Assertion> m_assertion;
};

} // namespace delpek::safety
