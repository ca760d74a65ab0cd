// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/patient.h"
#include "simulation/runner.h"

namespace delpek::simulation
{

/// What is noted on the way for the judgement at the end.
struct Evidence {
    std::vector<domain::Appointment> before;
    int notesBefore = 0;
    QStringList problems;
    std::optional<int> sentAtTakeOver;

    static int countAgentMessages(const std::vector<domain::Message>& thread);
    /// An agent's message since the take-over is a problem; called before each hand-back and at the end.
    void checkTakeOver(const std::vector<domain::Message>& thread);
};

/// Notes in the records of everybody on the patient's phone.
int countNotes(World& world, const Scenario& scenario);

/// Holds the state of the world against the scenario's expectation.
ScenarioResult judge(const Scenario& scenario, World& world, Patient& patient, Evidence& evidence);

} // namespace delpek::simulation
