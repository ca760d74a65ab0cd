// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clinic/odoo/transport.h"

// What Odoo's refusals mean for us. Pure. Sources: the tables of the external API's behaviour on 17.0 (class names of
// JSON-RPC, fault codes of XML-RPC, statuses of JSON-2).
//
// Text keys: records.odooUnreachable, records.odooTimeout, records.odooLogin, records.odooDatabase, records.odooRights,
// records.odooGone, records.odooRule, records.odooMapping, records.odooBusy, records.odooUnreadable,
// records.odooProtocol, records.odooFault.

namespace delpek::clinic::odoo
{

/// A refusal: the error, and the server's own words for the eyes of staff. Words are never put into the error: they may
/// name a patient. Tracebacks are dropped.
struct Refusal {
    Error error;
    QString said;
};

/// By the class of the server's exception ("odoo.exceptions.AccessError"), as JSON-RPC and JSON-2 name it.
Refusal refusalOfClass(const QString& className, const QString& said, const Call& call);
/// By the fault of XML-RPC: 2, 3 and 4 carry a text, 1 a traceback that ends in the exception's class.
Refusal refusalOfFault(int code, const QString& text, const Call& call);
/// True for the fault that says that a method returned nothing: the call was done.
bool isNothingFault(int code, const QString& text);
/// An answer that is not Odoo's own: a proxy's page, a status without a readable body, an answer that was cut.
Error unreadable(int status, const Call& call);
/// What JSON-2 says by a page with 404: there is no database of the name, or PostgreSQL is away. Models and methods
/// that it does not know are refused in JSON. (Seen on 19.0.)
Error withoutDatabase(const Call& call);
/// What the HTTP client's failure means for this call.
Error transportFailure(const Error& error, const Call& call);
/// The server rolled the call back because another one was first: the same again may succeed.
bool isLostRace(const Error& error);

/// "res.partner.search_read", for details.
QString placeOf(const Call& call);

} // namespace delpek::clinic::odoo
