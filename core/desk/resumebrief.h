// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <functional>
#include <optional>

// Words out of a thread, shortened for people. Pure.

namespace delpek::desk
{

/// What the agent should know of what people of the clinic wrote: their sentences with their names, and what the
/// patient said to each, one line each, the newest when there are too many. Empty when no person wrote. `messages` is
/// oldest first; what was withdrawn or failed was not said, and greetings alone say nothing. `mark` stands for a voice
/// note that nobody wrote down; without it such a note is left out.
using SpokenMark = std::function<QString(const domain::Attachment&)>;
QString draftBrief(const std::vector<domain::Message>& messages, const SpokenMark& mark = {});

struct LastWords {
    QString words;                      ///< in one line, at most 200 characters
    std::optional<base::Instant> since; ///< when the first of them came; nothing: the patient wrote nothing
};

/// What the patient wrote last, before somebody answered.
LastWords lastOfPatient(const std::vector<domain::Message>& messages);

} // namespace delpek::desk
