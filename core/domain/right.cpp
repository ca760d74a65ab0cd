// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/right.h"

namespace delpek::domain
{

bool mayDo(Role role, Right right)
{
    switch (role) {
    case Role::Admin:
        return true;
    case Role::Doctor:
        return right != Right::ManageClinic && right != Right::ReadAudit;
    case Role::Receptionist:
        return right == Right::See || right == Right::Converse || right == Right::KeepBook || right == Right::Escalate;
    case Role::Auditor:
        return right == Right::See || right == Right::SeeInsights || right == Right::ReadAudit;
    }
    return false;
}

} // namespace delpek::domain
