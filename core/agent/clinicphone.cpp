// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/clinicphone.h"

namespace delpek::agent
{

QString clinicPhone(const domain::ClinicInfo& clinic)
{
    const auto phone = domain::Phone::parse(clinic.phone);
    return phone ? phone->display() : clinic.phone;
}

} // namespace delpek::agent
