// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "desk/sorting.h"
#include "ui/sorting/snoozetimes.h"

#include <QString>

namespace delpek::ui::words
{

/// "today at 15:30", "tomorrow at 08:00", "on Sunday at 08:00", "on 3.3.26 at 08:00": a time ahead, inside a sentence.
QString ahead(base::Instant instant, base::Instant now);
/// "In an hour"; with the time where it is not said by that.
QString snoozeTime(const SnoozeChoice& choice, base::Instant now);
/// What was done, as a sentence. `label`: the label's name.
QString sorted(const desk::Sorted& done, const QString& label, base::Instant now);
/// What failed, by the error's key; empty for a key that is not of labels and order.
QString sortingSentence(const QString& key);
/// "Blue".
QString labelColour(domain::LabelColour colour);

} // namespace delpek::ui::words
