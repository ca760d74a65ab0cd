// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "e2e/soakclinic.h"

namespace delpek::test
{

/// How many of the patients' messages ended how.
struct SoakTally {
    int answered = 0;
    int handedOver = 0;
    int failedVisibly = 0;
    int pictures = 0; ///< that are kept
    int sends = 0;    ///< that the providers took, and that pages were told
};

/// Holds what the store says against what patients, providers and pages know. Every message of a patient's is kept once
/// and ended in one way; nothing went out twice, nothing that the store does not know, and nothing of the agent after a
/// person had the conversation. What is wrong is added to `problems`, with the patient's story.
SoakTally judgeSoak(const SoakClinic& clinic, const SoakPlan& plan, QStringList& problems);

} // namespace delpek::test
