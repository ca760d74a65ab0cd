// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/mind.h"
#include "clinic/clinicfile.h"
#include "simulation/brainmaker.h"
#include "simulation/scenario.h"

namespace delpek::simulation
{

struct TranscriptLine {
    QString from; ///< patient, agent, staff, doctor
    QString text;
    QString asks;
};

struct ScenarioResult {
    QString id;
    bool passed = false;
    QStringList failures;
    int turns = 0;
    int steps = 0; ///< of the brain
    int toolCalls = 0;
    int handOffs = 0;           ///< between the agents of the team
    bool needsNoPerson = false; ///< nothing in the scenario asks for one: see needsNoPerson()
    bool automated = false;     ///< done as expected and no person was needed
    std::vector<TranscriptLine> transcript;
    std::vector<domain::Appointment> added;
    std::optional<QString> escalation;
    QString holder;
};

struct RunOptions {
    clinic::ClinicFile demoClinic; ///< where a scenario brings none of its own
    QString folder;                ///< empty, for the store and the files of the run; emptied by the caller
    BrainMaker brain = {};         ///< without it the mind's own brain thinks
};

/// Plays one scenario to its end and holds what happened against what was expected. Never throws; what keeps a
/// scenario from running is a failure with its reason.
ScenarioResult runScenario(const Scenario& scenario, const agent::Mind& mind, const RunOptions& options);

base::Json toJson(const ScenarioResult& result);

} // namespace delpek::simulation
