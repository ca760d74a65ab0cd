// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/odoo/transport.h"
#include "http/client.h"

#include <QStringList>

#include <vector>

namespace delpek::clinic::odoo
{

/// Who we are at an Odoo, once a login was taken.
struct Session {
    Server server;
    QString database;
    qint64 user = 0;    ///< res.users
    qint64 partner = 0; ///< res.partner of that user
    QString name;
    QString language; ///< "he_IL"; empty: none set
    QString zone;     ///< IANA id of the user; empty: none set
    qint64 company = 0;
    QString companyName;
    std::vector<qint64> companies; ///< those the user may act for
};

/// The databases of a server that tells them; Unauthorised (the usual case) or Unsupported where it does not. Waits: on
/// a worker only.
Result<QStringList> databases(const Connection& connection, http::Client& client, const base::Cancel& cancel = {});

/// Finds the server, logs in and reads who we are. Without a database's name the server's only one is taken. A login
/// costs the server a third of a second, so it is done once; it is never repeated by itself, for a server may lock the
/// account. From 19 a key goes by JSON-2; a password, which that does not take, by JSON-RPC. Waits: on a worker only.
/// Errors as of Transport; Unauthorised with records.odooDatabase (no such database, or none named and not one alone),
/// records.odooLogin otherwise.
Result<Session> login(const Connection& connection, http::Client& client, const base::Clock& clock,
                      const base::Cancel& cancel = {});

/// True for the form of an API key.
bool looksLikeKey(const QString& secret);

} // namespace delpek::clinic::odoo
