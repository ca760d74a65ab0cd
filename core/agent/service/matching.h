// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/service/service.h"
#include "language/text.h"

namespace delpek::agent::service
{

/// A service that a message asks for.
struct Match {
    const Service* service = nullptr; ///< one of those given
    QString keyword;                  ///< the one that it was found by, as written
    bool isOpen = true;               ///< within the service's hours
};

/// The service that a message is routed to: of those whose keyword stands in it as whole words, the one with the
/// longest keyword, then the first. Hebrew prefix letters, final letters, case and marks do not matter. Nothing when
/// the message is too long for it, or the role may not use it. Pure.
std::optional<Match> matchService(const language::Text& text, const std::vector<Service>& services, Role role,
                                  const domain::LocalTime& now, const domain::ClinicInfo& clinic);

/// A clinic whose hours are not known counts as open.
bool isOpenAt(const Service& service, const domain::LocalTime& now, const domain::ClinicInfo& clinic);
/// What the service has to announce now, in the order of the file.
std::vector<const Announcement*> announcedAt(const Service& service, const domain::LocalTime& now);
/// Whether this role may use the service; who could become a parent by the code may.
bool mayUse(const Service& service, Role role);

} // namespace delpek::agent::service
