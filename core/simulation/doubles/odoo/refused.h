// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace delpek::simulation::odoo
{

/// An exception of the server: it ends the call and rolls it back. Thrown within the double alone.
struct Refused {
    QString className; ///< "odoo.exceptions.AccessError", "builtins.ValueError"; empty: a page with 404
    QString message;

    /// The number of XML-RPC's fault: 2, 3, 4 for what the server foresaw, 1 with a traceback for the rest.
    int faultCode() const
    {
        return className == QLatin1String("odoo.exceptions.AccessDenied")  ? 3
               : className == QLatin1String("odoo.exceptions.AccessError") ? 4
               : className.startsWith(QLatin1String("odoo.exceptions."))   ? 2
                                                                           : 1;
    }
};

[[noreturn]] inline void userError(const QString& message)
{
    throw Refused{QStringLiteral("odoo.exceptions.UserError"), message};
}

[[noreturn]] inline void validationError(const QString& message)
{
    throw Refused{QStringLiteral("odoo.exceptions.ValidationError"), message};
}

[[noreturn]] inline void accessError(const QString& message)
{
    throw Refused{QStringLiteral("odoo.exceptions.AccessError"), message};
}

[[noreturn]] inline void accessDenied()
{
    throw Refused{QStringLiteral("odoo.exceptions.AccessDenied"), QStringLiteral("Access Denied")};
}

/// Before any call is looked at: JSON-2 without a database it can reach.
[[noreturn]] inline void noDatabaseSelected()
{
    throw Refused{QString(), QStringLiteral("No database is selected and the requested URL was not found in the "
                                            "server-wide controllers.")};
}

[[noreturn]] inline void missingError(const QString& model, qint64 id)
{
    throw Refused{QStringLiteral("odoo.exceptions.MissingError"),
                  QStringLiteral("Record does not exist or has been deleted.\n(Record: %1(%2,))").arg(model).arg(id)};
}

/// One of Python's own: "ValueError", "TypeError" …
[[noreturn]] inline void pythonError(const char* name, const QString& message)
{
    throw Refused{QStringLiteral("builtins.") + QLatin1String(name), message};
}

[[noreturn]] inline void databaseError(const char* name, const QString& message)
{
    throw Refused{QStringLiteral("psycopg2.") + QLatin1String(name), message};
}

} // namespace delpek::simulation::odoo
