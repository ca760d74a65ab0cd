// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/escalation.h"
#include "language/assertion.h"

namespace delpek::agent
{

/// Reads what a patient said about a complaint: since when, where, how strong, fever, medicines … (intake.json).
/// Deterministic, adds nothing: a value is the patient's own clause, or "no" for what was denied. What is past or only
/// supposed is left out. Immutable; any thread.
class Intake
{
public:
    /// `resources`: ":/delpek" or a folder with rules/ and language/. Fails with file, key and what is wrong.
    static Result<std::unique_ptr<Intake>> load(const QString& resources);

    /// In the order of intake.json. `texts` are the patient's messages, oldest first: the last that says something of
    /// a key counts.
    std::vector<domain::IntakeFact> facts(const QStringList& texts) const;

private:
    struct Kind {
        QString key;
        bool denies = false; ///< a denial says something, too
    };

    std::vector<Kind> m_kinds;
    language::Patterns m_patterns;
    std::unique_ptr<language::Assertion> m_assertion;
};

} // namespace delpek::agent
