// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/rights.h"
#include "domain/finding.h"
#include "http/client.h"

#include <QDate>

namespace delpek::clinic::odoo
{

struct CheckSetup {
    Connection connection;
    QDate keyExpires; ///< as the admin noted it; null: not noted
    std::vector<Need> needs = communityNeeds(true);
    QString zone = QStringLiteral("Asia/Jerusalem"); ///< the clinic's
};

/// Looks at a clinic's Odoo as Delpek's user and changes nothing. Waits for answers: on a worker only. Subjects and
/// keys:
///   server    check.odoo.nameUnknown, unreachable, untrusted (the certificate), notOdoo (something else answers)
///   version   check.odoo.tooOld, newer (Attention)
///   database  check.odoo.database (no such one, or none named and not one alone)
///   login     check.odoo.secretMissing, login, key (removed or expired)
///   key       check.odoo.keyExpired, keyExpires (in two weeks or less), keyDate (from 19: no date noted); the last two
///             Attention
///   models    check.odoo.model (an app is not installed), check.odoo.field
///   rights    check.odoo.right; the detail names what is missing and the group that gives it; check.odoo.load (records
///             may not be loaded: a lost answer can leave a visit twice), Attention
///   hours     check.odoo.hours (Monday to Friday without Sunday, or a zone that is not the clinic's),
///   check.odoo.userZone;
///             Attention
///   clock     check.odoo.clock (the server's clock differs by more than a minute: Attention; by 5 minutes: Fault)
/// What cannot be seen because something before it failed is left out. Details never hold a secret or a patient.
domain::Findings check(const CheckSetup& setup, http::Client& client, const base::Clock& clock,
                       const base::Cancel& cancel = {});

} // namespace delpek::clinic::odoo
