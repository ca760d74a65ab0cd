// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/await.h"
#include "clinic/odoo/protocol.h"

// What differs between the versions of Odoo, for those who ask before a login.

namespace delpek::clinic::odoo
{

constexpr int oldestVersion = 14;
constexpr int newestVersion = 19; ///< a newer one is used as this one
constexpr int firstWithJson2 = 19;

/// From the answer of `common.version`, or of /web/version from 19. Nothing for anything else. Pure.
std::optional<Server> readVersion(const base::Json& answer);

/// The version and the best protocol that `connection` allows: JSON-RPC before 19, JSON-2 from 19, XML-RPC where there
/// is nothing else. Waits: on a worker only. Errors as of Transport; Unsupported where no Odoo answers.
Result<Server> findServer(const Connection& connection, http::Client& client, const base::Clock& clock,
                          const base::Cancel& cancel = {});

/// May this user read/write/create/… records of a model? The method's name changed with 18. Pure.
Call accessCall(const Server& server, const QString& model, const QString& operation);

} // namespace delpek::clinic::odoo
