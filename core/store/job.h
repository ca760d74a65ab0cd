// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>

namespace delpek::store
{

class Session;

/// Who goes first where work waits for its thread. Low: what nobody waits for, because it follows from what is durable
/// already (taking deliveries in); it gives way, but has a share of every commit.
enum class Priority { Normal, Low };

/// One queued piece of work. `run` gives false to roll its savepoint back; it may be called a second time when the
/// first attempt could not be committed. `finish` completes the future, with `error` set when the work's own result
/// does not count (the commit failed, the work threw).
struct Job {
    std::function<bool(Session&)> run;
    std::function<void(const Error* error)> finish;
    Priority priority = Priority::Normal;
};

} // namespace delpek::store
