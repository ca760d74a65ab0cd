// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/internalnote.h"

/// What a person reads of internal notes. UI thread.
namespace delpek::ui::notewords
{

/// "Internal note · Rivka · 10:30"
QString heading(const domain::InternalNote& note, base::Instant now);
/// "Note of Rivka": where it is clear that it is no message.
QString source(const QString& author);

} // namespace delpek::ui::notewords
