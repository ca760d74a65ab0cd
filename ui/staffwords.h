// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/staffmember.h"

#include <QString>

namespace delpek::ui::words
{

/// "Receptionist", in the language of the window. UI thread.
QString role(domain::Role role);

/// What a role may do, in a sentence.
QString rightsOf(domain::Role role);
/// What a text key "staff.…" says; empty for another.
QString staffSentence(const QString& key);

} // namespace delpek::ui::words
