// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/migrations.h"

namespace delpek::store
{

namespace
{

const QString refusal = QStringLiteral("the audit log is only ever added to");

/// Whoever writes to the database by other ways than AuditLog must at least take the guard away first; the chain then
/// tells.
QStringList guardOfSqlite()
{
    QStringList statements;
    for (const char* change : {"UPDATE", "DELETE"}) {
        statements << QStringLiteral(
                          "CREATE TRIGGER audit_no_%1 BEFORE %2 ON audit BEGIN SELECT RAISE(ABORT, '%3'); END")
                          .arg(QString::fromLatin1(change).toLower(), QLatin1String(change), refusal);
    }
    return statements;
}

QStringList guardOfPostgres()
{
    return {QStringLiteral("CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                           "$$ BEGIN RAISE EXCEPTION '%1'; END $$")
                .arg(refusal),
            QStringLiteral("CREATE TRIGGER audit_unchanged BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
                           "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()")};
}

} // namespace

Migration migration012()
{
    return {12,
            {
                QStringLiteral("CREATE TABLE audit (number BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, "
                               "actor TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, "
                               "detail TEXT NOT NULL, hash TEXT NOT NULL)"),
                QStringLiteral("CREATE TABLE escalation_link (id {id}, token_hash TEXT NOT NULL UNIQUE, "
                               "escalation BIGINT NOT NULL REFERENCES escalation (id), "
                               "staff BIGINT NOT NULL REFERENCES staff (id), "
                               "staff_name TEXT NOT NULL, made_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, "
                               "opened_at BIGINT, joined_at BIGINT, revoked_at BIGINT, "
                               "revoked_for TEXT NOT NULL DEFAULT '', wrong_pins BIGINT NOT NULL DEFAULT 0)"),
                QStringLiteral("CREATE INDEX escalation_link_escalation ON escalation_link (escalation, staff)"),
                QStringLiteral("CREATE TABLE link_device (id {id}, link BIGINT NOT NULL REFERENCES escalation_link "
                               "(id), secret_hash TEXT NOT NULL, made_at BIGINT NOT NULL, "
                               "UNIQUE (link, secret_hash))"),
            },
            guardOfSqlite(),
            guardOfPostgres()};
}

} // namespace delpek::store
