// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/errors.h"

#include <QRegularExpression>

#include <array>

namespace delpek::clinic::odoo
{

namespace
{

struct Row {
    const char* className;
    ErrorCode code;
    const char* key;
};

constexpr const char* busy = "records.odooBusy";
constexpr const char* mapping = "records.odooMapping";
constexpr const char* rule = "records.odooRule";

constexpr auto classes = std::to_array<Row>({
    {"odoo.exceptions.AccessDenied", ErrorCode::Unauthorised, "records.odooLogin"},
    {"odoo.http.SessionExpiredException", ErrorCode::Unauthorised, "records.odooLogin"},
    {"werkzeug.exceptions.Unauthorized", ErrorCode::Unauthorised, "records.odooLogin"},
    {"odoo.exceptions.AccessError", ErrorCode::Forbidden, "records.odooRights"},
    {"werkzeug.exceptions.Forbidden", ErrorCode::Forbidden, "records.odooRights"},
    {"odoo.exceptions.MissingError", ErrorCode::NotFound, "records.odooGone"},
    {"odoo.exceptions.UserError", ErrorCode::InvalidInput, rule},
    {"odoo.exceptions.ValidationError", ErrorCode::InvalidInput, rule},
    {"odoo.exceptions.RedirectWarning", ErrorCode::InvalidInput, rule},
    {"AttributeError", ErrorCode::Unsupported, mapping},
    {"ValueError", ErrorCode::Unsupported, mapping},
    {"KeyError", ErrorCode::Unsupported, mapping},
    {"IndexError", ErrorCode::Unsupported, mapping},
    {"AssertionError", ErrorCode::Unsupported, mapping},
    {"TypeError", ErrorCode::Unsupported, mapping},
    {"werkzeug.exceptions.NotFound", ErrorCode::Unsupported, mapping},
    {"werkzeug.exceptions.UnprocessableEntity", ErrorCode::Unsupported, mapping},
    {"psycopg2.errors.SerializationFailure", ErrorCode::Unavailable, busy},
    {"psycopg2.errors.DeadlockDetected", ErrorCode::Unavailable, busy},
    {"psycopg2.errors.LockNotAvailable", ErrorCode::Unavailable, busy},
    {"psycopg2.extensions.TransactionRollbackError", ErrorCode::Unavailable, busy},
});

Error errorAt(ErrorCode code, const char* key, const QString& what, const Call& call)
{
    return {code, QString::fromLatin1(key), QStringLiteral("Odoo, %1: %2").arg(placeOf(call), what)};
}

/// A driver's word: the database is not there, PostgreSQL is away, or the connection broke in the middle.
Error databaseError(const QString& said, const QString& shortName, const Call& call)
{
    if (said.contains(QLatin1String("FATAL")) && said.contains(QLatin1String("database \""))) {
        return errorAt(ErrorCode::Unauthorised, "records.odooDatabase", QStringLiteral("no such database"), call);
    }
    if (said.contains(QLatin1String("connection to server"))) {
        return errorAt(ErrorCode::Unavailable, "records.odooUnreachable", QStringLiteral("PostgreSQL is away"), call);
    }
    return errorAt(ErrorCode::Timeout, "records.odooTimeout", shortName, call);
}

/// An unknown model is told as a user error that names it.
bool namesMissingModel(const QString& said, const Call& call)
{
    return !call.model.isEmpty() && said.size() < 120 && said.contains(call.model) && !said.contains(QLatin1Char('\n'));
}

/// The user that every call acts for was deleted: each of them fails at that record, whatever it asks for.
bool namesOwnUser(const QString& said)
{
    static const QRegularExpression both(QStringLiteral("\\(Record: res\\.users\\((\\d+),\\), User: \\1\\)"));
    return both.match(said).hasMatch();
}

/// Class names of Python's own errors come with and without their module.
QString shortened(const QString& className)
{
    const auto builtins = QStringLiteral("builtins.");
    return className.startsWith(builtins) ? className.mid(builtins.size()) : className;
}

QString lastLine(const QString& text)
{
    const QStringList lines = text.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (auto line = lines.crbegin(); line != lines.crend(); ++line) {
        // The lines of a message follow the line of its class; that one is not indented and names it.
        const QString word = line->section(QLatin1Char(':'), 0, 0);
        const bool isClass = !word.isEmpty() && word.front().isLetter() && !word.contains(QLatin1Char(' '));
        if (isClass && (word.contains(QLatin1Char('.')) || word.endsWith(QLatin1String("Error")))) {
            return *line;
        }
    }
    return lines.isEmpty() ? QString() : lines.last();
}

} // namespace

QString placeOf(const Call& call)
{
    return call.model.isEmpty() ? call.method : call.model + QLatin1Char('.') + call.method;
}

Refusal refusalOfClass(const QString& className, const QString& said, const Call& call)
{
    const QString name = shortened(className);
    if (name == QLatin1String("psycopg2.OperationalError")) {
        return {databaseError(said, name, call), {}};
    }
    if (name == QLatin1String("odoo.exceptions.UserError") && namesMissingModel(said, call)) {
        return {errorAt(ErrorCode::Unsupported, mapping, QStringLiteral("no such model"), call), said};
    }
    if (name == QLatin1String("odoo.exceptions.MissingError") && namesOwnUser(said)) {
        return {errorAt(ErrorCode::Unauthorised, "records.odooLogin", QStringLiteral("the user is gone"), call), said};
    }
    // 14 and 15 refuse everybody at this address for a minute, the right secret too.
    if (name == QLatin1String("odoo.exceptions.AccessDenied") && said.startsWith(QLatin1String("Too many login"))) {
        return {errorAt(ErrorCode::RateLimited, busy, QStringLiteral("too many wrong logins"), call), said};
    }
    for (const Row& row : classes) {
        if (name == QLatin1String(row.className)) {
            return {errorAt(row.code, row.key, name, call), said};
        }
    }
    // Whatever was raised, the server rolled the call back.
    const QString shown = name.isEmpty() ? QStringLiteral("an error without a class") : name.left(80);
    return {errorAt(ErrorCode::InvalidInput, "records.odooFault", shown, call), said};
}

Refusal refusalOfFault(int code, const QString& text, const Call& call)
{
    switch (code) {
    case 2:
        return text.contains(QLatin1String("(Record: "))
                   ? refusalOfClass(QStringLiteral("odoo.exceptions.MissingError"), text, call)
                   : refusalOfClass(QStringLiteral("odoo.exceptions.UserError"), text, call);
    case 3:
        return refusalOfClass(QStringLiteral("odoo.exceptions.AccessDenied"), text, call);
    case 4:
        return refusalOfClass(QStringLiteral("odoo.exceptions.AccessError"), text, call);
    default: {
        const QString line = lastLine(text);
        const QString className = line.section(QLatin1Char(':'), 0, 0).trimmed();
        return refusalOfClass(className, line.section(QLatin1Char(':'), 1).trimmed(), call);
    }
    }
}

bool isNothingFault(int code, const QString& text)
{
    return code == 1 && text.contains(QLatin1String("cannot marshal"));
}

Error unreadable(int status, const Call& call)
{
    const QString what = QStringLiteral("HTTP %1 without an answer of Odoo").arg(status);
    switch (status) {
    case 401:
        return errorAt(ErrorCode::Unauthorised, "records.odooLogin", what, call);
    case 403:
        return errorAt(ErrorCode::Forbidden, "records.odooUnreadable", what, call);
    case 404:
    case 405:
        return errorAt(ErrorCode::Unsupported, "records.odooProtocol", what, call);
    case 413:
        return errorAt(ErrorCode::InvalidInput, "records.odooUnreadable", what, call);
    case 429:
        return errorAt(ErrorCode::RateLimited, busy, what, call);
    case 503:
        return errorAt(ErrorCode::Unavailable, "records.odooUnreachable", what, call);
    default:
        break;
    }
    if (status >= 300 && status < 400) {
        // Another address answers here; Odoo never saw the call.
        return errorAt(ErrorCode::Unavailable, "records.odooUnreachable", what, call);
    }
    if (status >= 400 && status < 500 && status != 408) {
        return errorAt(ErrorCode::InvalidInput, "records.odooUnreadable", what, call);
    }
    return errorAt(ErrorCode::Timeout, "records.odooUnreadable", what, call);
}

Error withoutDatabase(const Call& call)
{
    return errorAt(ErrorCode::Unavailable, "records.odooDatabase", QStringLiteral("no database answers"), call);
}

Error transportFailure(const Error& error, const Call& call)
{
    switch (error.code) {
    case ErrorCode::Unavailable:
        return errorAt(ErrorCode::Unavailable, "records.odooUnreachable", error.detail, call);
    case ErrorCode::Cancelled:
        return error;
    case ErrorCode::InvalidInput:
        // Too long or no HTTP: a read will be so again, a change was done or not.
        return errorAt(call.changes ? ErrorCode::Timeout : ErrorCode::InvalidInput, "records.odooUnreadable",
                       error.detail, call);
    default:
        return errorAt(ErrorCode::Timeout, "records.odooTimeout", error.detail, call);
    }
}

bool isLostRace(const Error& error)
{
    return error.code == ErrorCode::Unavailable && error.key == QLatin1String(busy);
}

} // namespace delpek::clinic::odoo
