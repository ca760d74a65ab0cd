// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/intake.h"
#include "agent/offline/texts.h"
#include "safety/gates.h"

namespace delpek::agent
{

/// What is data about escalations (resources/agents/escalations.json, escalationtexts.json; rules/intake.json).
/// Immutable; any thread.
class EscalationBook
{
public:
    /// `resources`: ":/delpek" or a folder. Fails with the file and what is wrong.
    static Result<std::unique_ptr<EscalationBook>> load(const QString& resources);

    /// By when a person must have acted, counted from the first sign. `triage`: null where no rule raised it. Nothing
    /// for Routine.
    std::optional<base::Instant> dueAt(domain::Urgency urgency, const safety::TriageResult* triage,
                                       base::Instant since) const;
    /// The clinic's approved texts for a reason, in the order to be offered. A doctor confirms what is sent.
    std::vector<domain::SuggestedAnswer> answers(const QString& reason, domain::Language language,
                                                 domain::Gender gender) const;
    const Intake& intake() const { return *m_intake; }
    /// Keys: holding.*, consent.*, intake.*, brief.*, answer.*.
    const Texts& texts() const { return m_texts; }
    /// The version of the words by which consent is asked.
    const QString& consentWording() const { return m_consentWording; }

private:
    std::map<safety::Tier, base::Duration> m_tiers;
    std::map<QString, base::Duration> m_responses;
    std::map<domain::Urgency, base::Duration> m_urgencies;
    std::map<QString, QStringList> m_answers;
    QString m_consentWording;
    Texts m_texts;
    std::unique_ptr<Intake> m_intake;
};

/// Flags that a text gives (blood_thinners, bone_drugs, pregnancy, allergy, infant, immunity), by triage's rules.
QStringList flagsIn(const safety::TriageResult& triage);

} // namespace delpek::agent
