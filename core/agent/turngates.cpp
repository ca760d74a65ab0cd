// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/tools/identity.h"
#include "agent/tools/values.h"
#include "agent/turnrun.h"

namespace delpek::agent
{

using domain::StepKind;

safety::Verdict TurnRunner::Run::allowed(const ToolCall& call, const Proposal& proposal)
{
    safety::PermitRequest request;
    request.tool = call.tool;
    request.arguments = call.arguments;
    request.now = m_context.now;
    const base::Json& identity = base::at(proposal.dialogue, "identity");
    request.identityEstablished =
        !base::textAt(identity, "name").isEmpty() && dateFromJson(base::at(identity, "birth_date")).isValid();
    // The brain's word that the patient agreed counts only as the answer to a question of ours, and for this call
    // alone.
    const base::Json& consent = base::at(proposal.dialogue, "consent");
    request.consentGiven = lastAsked(m_context.history) == domain::Asks::Confirm &&
                           base::textAt(consent, "tool") == call.tool &&
                           base::at(consent, "arguments") == call.arguments;
    const base::Json& offer = base::at(proposal.dialogue, "offer");
    const auto expires = domain::LocalTime::fromText(base::textAt(offer, "expires"));
    if (expires.isValid() && m_context.now < expires) {
        for (const auto& json : base::at(offer, "slots")) {
            if (auto slot = slotFromJson(json)) {
                request.offered.push_back(std::move(*slot));
            }
        }
    }
    const auto verdict = safety::permit(request);
    base::Json rules = base::Json::array();
    for (const auto& rule : verdict.rules) {
        rules.push_back(base::utf8(rule));
    }
    m_record.step(StepKind::Permit, call.tool, {{"allowed", verdict.allowed}, {"rules", std::move(rules)}});
    return verdict;
}

bool TurnRunner::Run::passesGuard(const std::vector<Reply>& replies, const Proposal& proposal)
{
    safety::GuardContext context;
    context.language = proposal.language.value_or(m_input.conversation.language);
    context.clinicPhone = m_context.clinic.phone;
    for (const auto& result : m_results) {
        if (!result.error) {
            context.toolResults.push_back({{"tool", base::utf8(result.call.tool)}, {"result", result.value}});
        }
    }
    const QString named = base::textAt(base::at(proposal.dialogue, "identity"), "name");
    for (const auto& patient : m_onPhone) {
        if (!nameMatches(named, patient.name)) {
            for (const QString& name : {patient.name.he, patient.name.en}) {
                if (!name.isEmpty()) {
                    context.otherPatientNames.push_back(name);
                }
            }
        }
    }
    for (const auto& reply : replies) {
        const auto verdict = m_parts.guard.judge(reply.text, context);
        base::Json detail{{"allowed", verdict.allowed}, {"rules", base::Json::array()}};
        for (const auto& rule : verdict.rules) {
            detail["rules"].push_back(base::utf8(rule));
        }
        if (!verdict.allowed) {
            detail["draft"] = base::utf8(reply.text);
            m_refusals << verdict.rules;
        }
        m_record.step(StepKind::Guard, QStringLiteral("guard"), std::move(detail));
    }
    return m_refusals.isEmpty();
}

} // namespace delpek::agent
