// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/names.h"
#include "agent/tools/values.h"
#include "agent/turnrun.h"

namespace delpek::agent
{

using domain::StepKind;

QStringList TurnRunner::Run::shownVisits() const
{
    QStringList ids;
    const auto take = [&ids](const base::Json& visits) {
        for (const auto& visit : visits) {
            ids << base::textAt(visit, "id");
        }
    };
    ids << base::textAt(m_input.dialogue, "visit");
    take(base::at(m_input.dialogue, "visits"));
    for (const auto& result : m_results) {
        take(base::at(result.value, "appointments"));
    }
    ids.removeAll(QString());
    return ids;
}

safety::GuardContext TurnRunner::Run::groundsForDrafts(const Proposal& proposal) const
{
    safety::GuardContext context;
    context.language = proposal.language.value_or(m_input.conversation.language);
    context.clinicPhone = m_context.clinic.phone;
    for (const auto& result : m_results) {
        if (!result.error) {
            context.toolResults.push_back({{"tool", base::utf8(result.call.tool)}, {"result", result.value}});
        }
    }
    base::Json state = m_input.dialogue;
    if (state.is_object()) {
        state.erase("gate"); // counts and prints, nothing to repeat
        state.erase("facts");
    }
    context.known = {std::move(state), proposal.dialogue, dateToJson(m_context.now.date),
                     base::utf8(m_context.clinic.address.he), base::utf8(m_context.clinic.address.en)};
    if (m_context.understanding.when) {
        context.known.push_back(whenToJson(*m_context.understanding.when));
    }
    for (const auto& day : m_context.clinic.closed) {
        context.known.push_back(dateToJson(day));
    }
    const auto addHours = [&](const domain::WeeklyHours& hours) {
        for (const auto& day : hours) {
            for (const auto& span : day) {
                context.known.push_back(base::utf8(span.from.toString(QStringLiteral("HH:mm"))));
                context.known.push_back(base::utf8(span.to.toString(QStringLiteral("HH:mm"))));
            }
        }
    };
    addHours(m_context.clinic.hours);
    for (const auto& doctor : m_context.doctors) {
        addHours(doctor.hours);
    }
    context.patientWords.push_back(m_context.text);
    if (!m_input.brief.isEmpty()) {
        context.patientWords.push_back(m_input.brief); // what a person promised may be repeated
    }
    context.patientWords.insert(context.patientWords.end(), m_serviceWords.begin(), m_serviceWords.end());
    for (const auto& message : m_episode) {
        if (message.isIncoming()) {
            context.patientWords.push_back(message.text);
        }
    }
    const QString named = base::textAt(base::at(proposal.dialogue, "identity"), "name");
    for (const auto& patient : m_onPhone) {
        if (!nameSounds(named, patient.name)) {
            for (const QString& name : {patient.name.he, patient.name.en}) {
                if (!name.isEmpty()) {
                    context.otherPatientNames.push_back(name);
                }
            }
        }
    }
    return context;
}

safety::Verdict TurnRunner::Run::allowed(const ToolCall& call, const Proposal& proposal)
{
    safety::PermitRequest request;
    request.tool = call.tool;
    request.arguments = call.arguments;
    request.now = m_context.now;
    request.hours = m_context.clinic.hours;
    request.closed = m_context.clinic.closed;
    request.changesLastDay = m_input.changesLastDay + int(m_result.settled.size());
    request.visits = shownVisits();
    const base::Json& identity = base::at(proposal.dialogue, "identity");
    // Without a birth date the tool itself makes sure that the name alone settles it.
    request.identityEstablished = !base::textAt(identity, "name").isEmpty() &&
                                  base::at(call.arguments, "name") == base::at(identity, "name") &&
                                  base::textAt(call.arguments, "birth_date") == base::textAt(identity, "birth_date");
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
    if (call.tool == QLatin1String("hold_slot")) {
        // What this turn has found may be held before it is shown.
        for (const auto& result : m_results) {
            for (const char* key : {"slots", "alternatives"}) {
                for (const auto& json : base::at(result.value, key)) {
                    if (auto slot = slotFromJson(json)) {
                        request.offered.push_back(std::move(*slot));
                    }
                }
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
    const auto context = groundsForDrafts(proposal);
    for (const auto& reply : replies) {
        QString draft = reply.text;
        for (const auto& option : reply.options) {
            draft += QLatin1Char('\n') + option.label;
        }
        const auto verdict = m_parts.guard.judge(draft, context);
        base::Json detail{{"allowed", verdict.allowed}, {"rules", base::Json::array()}};
        for (const auto& rule : verdict.rules) {
            detail["rules"].push_back(base::utf8(rule));
        }
        if (!verdict.allowed) {
            detail["draft"] = base::utf8(draft);
            m_refusals << verdict.rules;
        }
        m_record.step(StepKind::Guard, QStringLiteral("guard"), std::move(detail));
    }
    return m_refusals.isEmpty();
}

} // namespace delpek::agent
