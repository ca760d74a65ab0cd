// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/check/check.h"
#include "domain/notice.h"

namespace delpek::app::check
{

inline const auto notifyName = QStringLiteral("notify");
inline const auto smsName = QStringLiteral("sms");
inline const auto emailName = QStringLiteral("email");

/// Whether any way to tell the staff is set up.
bool tellsStaff(const config::Config& config);

/// Asks every provider whether it would take a notice, and sends none. Findings: settings (check.notify.settings), sms,
/// email and staff-telegram (check.notify.refused, check.notify.unreachable).
Section notifySection(const Parts& parts);
/// The same of one way alone, for the page on which it is set up: a section of that way's name.
Section waySection(const Parts& parts, domain::NoticeWay way);

/// Really sends one to that member of staff, in every way that is set up and that he has.
Section sendTest(const Parts& parts, const domain::StaffMember& member);

} // namespace delpek::app::check
