// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/line.h"
#include "clinic/odoo/transport.h"

#include <QStringList>

#include <vector>

// What the product needs of a customer's Odoo, and what of it is missing.

namespace delpek::clinic::odoo
{

/// What one model is needed for.
struct Need {
    QString model;
    QStringList fields;
    QStringList operations; ///< "read", "write", "create", "unlink"
    QString module;         ///< the app that brings the model: "calendar"
    QString group;          ///< the group that gives the rights: "base.group_partner_manager"
};

/// What plain Community needs: partners, events, users, hours, products; invoices where `withInvoices`.
std::vector<Need> communityNeeds(bool withInvoices);

/// What is missing of one need; at least one of the three holds something.
struct Lack {
    Need need;
    bool model = false;          ///< the database has no such model
    QStringList fields = {};     ///< not there
    QStringList operations = {}; ///< not allowed
};

/// Asks the server: at most one call for a model's fields and one for each right. Waits: on a worker only. Fails only
/// where a question has no answer.
Result<std::vector<Lack>> lacking(const Line& line, const Server& server, const std::vector<Need>& needs,
                                  const base::Cancel& cancel = {});

/// "calendar.event (calendar): start, stop; create, write by base.group_user", for admins. Pure.
QString describe(const Lack& lack);

} // namespace delpek::clinic::odoo
