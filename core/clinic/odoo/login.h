// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/transport.h"

#include <vector>

namespace delpek::clinic::odoo
{

/// Who we are at an Odoo, once a login was taken.
struct Session {
    Server server;
    qint64 user = 0;    ///< res.users
    qint64 partner = 0; ///< res.partner of that user
    QString name;
    QString language; ///< "he_IL"; empty: none set
    QString zone;     ///< IANA id of the user; empty: none set
    qint64 company = 0;
    QString companyName;
    std::vector<qint64> companies; ///< those the user may act for
};

} // namespace delpek::clinic::odoo
