// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/enumtext.h"
#include "base/json.h"
#include "domain/ids.h"

#include <QString>

#include <vector>

namespace delpek::domain
{

enum class StepKind { Context, Triage, Memory, Understanding, Brain, Tool, Permit, Guard, Outcome };

/// One step of a turn, in the order it happened. `detail` is data that the timeline shows and a replay reads.
struct DecisionStep {
    StepKind kind = StepKind::Context;
    QString name; ///< of the rule set, brain, tool or gate
    base::Json detail;
    std::chrono::microseconds took{0};
};

/// Drafted: its words wait for a person to send them.
enum class Outcome { Replied, Drafted, HandedToPerson, EscalatedToDoctor, Emergency, Silent, Superseded, Failed };

/// The record of one turn: enough to show it and to play it again.
struct Decision {
    DecisionId id;
    ConversationId conversation;
    qint64 epoch = 0;
    base::Instant startedAt;
    base::Duration took{0};
    QString team;
    QString agent;
    QString brain;
    QString intent;
    double score = 0;
    Outcome outcome = Outcome::Silent;
    std::vector<MessageId> burst; ///< the patient messages it answered
    std::vector<DecisionStep> steps;
    base::Json dialogueBefore; ///< the brain's state the turn began with: restored when its reply was withdrawn
    QString correlation;
};

base::Json toJson(const std::vector<DecisionStep>& steps);
std::vector<DecisionStep> stepsFromJson(const base::Json& json);

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::StepKind> =
    std::to_array<std::pair<delpek::domain::StepKind, const char*>>({{delpek::domain::StepKind::Context, "context"},
                                                                     {delpek::domain::StepKind::Triage, "triage"},
                                                                     {delpek::domain::StepKind::Memory, "memory"},
                                                                     {delpek::domain::StepKind::Understanding,
                                                                      "understanding"},
                                                                     {delpek::domain::StepKind::Brain, "brain"},
                                                                     {delpek::domain::StepKind::Tool, "tool"},
                                                                     {delpek::domain::StepKind::Permit, "permit"},
                                                                     {delpek::domain::StepKind::Guard, "guard"},
                                                                     {delpek::domain::StepKind::Outcome, "outcome"}});
template <>
inline constexpr auto
    delpek::base::enumWords<delpek::domain::Outcome> = std::to_array<std::pair<delpek::domain::Outcome, const char*>>(
        {{delpek::domain::Outcome::Replied, "replied"},
         {delpek::domain::Outcome::Drafted, "drafted"},
         {delpek::domain::Outcome::HandedToPerson, "handed_to_person"},
         {delpek::domain::Outcome::EscalatedToDoctor, "escalated_to_doctor"},
         {delpek::domain::Outcome::Emergency, "emergency"},
         {delpek::domain::Outcome::Silent, "silent"},
         {delpek::domain::Outcome::Superseded, "superseded"},
         {delpek::domain::Outcome::Failed, "failed"}});
