// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::domain
{

/// Wraps an inserted value (name, phone, price, code, time) in FSI…PDI so that its direction does not disturb the text
/// around it (Unicode Bidirectional Algorithm, UAX #9, section 2.4). An empty value stays empty.
QString isolate(const QString& value);

/// Takes every bidirectional control out again: before sending, copying and comparing.
QString withoutIsolates(const QString& text);

} // namespace delpek::domain
