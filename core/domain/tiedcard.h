// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QString>

namespace delpek::domain
{

/// A patient's card, by its id in the records, of which staff said that its patient writes in a conversation.
struct TiedCard {
    QString patient;
    QString by; ///< who said it
    base::Instant at;
};

} // namespace delpek::domain
