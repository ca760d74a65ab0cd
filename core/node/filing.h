// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/escalationbook.h"
#include "base/clock.h"
#include "base/workers.h"
#include "clinic/clinicrecords.h"
#include "node/pump.h"
#include "store/store.h"
#include "store/transcripts.h"

namespace delpek::node
{

/// Writes the exchange of each closed escalation into the patient's record, once: the note bears a deterministic
/// reference, so that a second attempt after a cut finds the first. What the records cannot take now is tried again,
/// later each time. Into the record goes what is surely that patient's: the one patient of the number that the channel
/// vouches for, who writes for themselves; else a person chooses (`FilingState::Choose`). A thread of its own; any
/// thread may call.
class Filing
{
public:
    /// References outlive it.
    Filing(store::Store& store, base::Clock& clock, base::Activity& activity, clinic::ClinicRecords& records,
           const agent::EscalationBook& book);

    /// Looks for what is due, now and when the next one is.
    void wake() { m_pump.wake(); }
    void stop();

private:
    void work();
    Result<Done> file(const store::Transcript& transcript);
    /// Whose record it is; empty: not clear.
    Result<QString> recordOf(const store::Transcript& transcript, const domain::EscalationCard& card,
                             const std::vector<domain::Message>& messages);
    void arm(base::Instant due);

    store::Store& m_store;
    base::Clock& m_clock;
    clinic::ClinicRecords& m_records;
    const agent::EscalationBook& m_book;
    base::Workers m_workers;
    Pump m_pump;
    std::mutex m_mutex;
    base::Clock::TimerId m_timer = 0;
    bool m_stopped = false;
};

/// After how long a filing that failed is tried again: a minute, then twice as long each time, an hour at most.
base::Duration filingDelay(int attempts);

} // namespace delpek::node
