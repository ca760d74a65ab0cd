// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/latersend.h"

#include <QString>

namespace delpek::ui::laterwords
{

/// "To be sent tomorrow at 08:00 · Rivka", "Was not sent: the patient wrote meanwhile · Rivka".
QString heading(const domain::LaterSend& planned, base::Instant now);
/// What failed, by the error's key; empty for a key that is not of planned messages.
QString sentence(const QString& key);
/// Why a planned message was not sent, inside a sentence.
QString fault(const QString& key);

} // namespace delpek::ui::laterwords
