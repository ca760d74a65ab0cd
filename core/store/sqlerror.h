// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/session.h"

#include <QSqlError>

namespace delpek::store
{

/// What a failed statement means for the work around it.
enum class Trouble {
    Statement, ///< only the statement failed
    Again,     ///< deadlock or serialisation failure: the same work may succeed on its own
    Lost,      ///< the connection to the server is gone
};

struct SqlFailure {
    Error error;
    Trouble trouble = Trouble::Statement;
};

/// Codes: https://www.sqlite.org/rescode.html and PostgreSQL's appendix A (SQLSTATE). The text is cut so that no bound
/// value can be in it.
SqlFailure explain(const QSqlError& error, Engine engine, const QString& sql);

} // namespace delpek::store
