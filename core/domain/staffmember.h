// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/enumtext.h"
#include "base/id.h"
#include "domain/language.h"
#include "domain/phone.h"

#include <QString>

#include <optional>

namespace delpek::domain
{

using StaffId = base::Id<struct StaffTag>;

enum class Role { Receptionist, Doctor, Admin, Auditor };

inline constexpr int minutesOfDay = 24 * 60;

/// Somebody of the clinic, and how he is told of an escalation. A PIN is kept as a hash in the store and nowhere else.
struct StaffMember {
    StaffId id;
    QString name; ///< unique
    Role role = Role::Receptionist;
    Language language = Language::Hebrew;
    std::optional<Phone> phone;
    QString email;
    QString telegramChat; ///< the id of the chat with the clinic's bot; he has to have pressed Start there
    bool active = true;
    /// Quiet hours on the clinic's wall clock, in minutes since midnight; `quietTo` is exclusive and may lie on the
    /// next day. Equal: none.
    int quietFrom = 0;
    int quietTo = 0;
    bool hasPin = false;

    bool hasQuietHours() const { return quietFrom != quietTo; }
    friend bool operator==(const StaffMember&, const StaffMember&) = default;
};

} // namespace delpek::domain

template <>
inline constexpr auto delpek::base::enumWords<delpek::domain::Role> =
    std::to_array<std::pair<delpek::domain::Role, const char*>>({{delpek::domain::Role::Receptionist, "receptionist"},
                                                                 {delpek::domain::Role::Doctor, "doctor"},
                                                                 {delpek::domain::Role::Admin, "admin"},
                                                                 {delpek::domain::Role::Auditor, "auditor"}});
