// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/session.h"

#include "store/sqlerror.h"

#include <QVariant>

namespace delpek::store
{

namespace
{

QVariant prepared(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Bool:
        return value.toBool() ? 1 : 0;
    case QMetaType::QString: {
        QString text = value.toString();
        if (text.isNull()) {
            return QLatin1String("");
        }
        if (text.contains(QChar(u'\0'))) {
            return text.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
        }
        return value;
    }
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
    default:
        return value;
    }
}

} // namespace

Rows::~Rows()
{
    if (m_query) {
        m_query->finish();
    }
}

bool Rows::next()
{
    return m_query->next();
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

double Rows::real(int column) const
{
    return m_query->value(column).toDouble();
}

std::optional<base::Instant> Rows::maybeInstant(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(instant(column));
}

int Rows::affected() const
{
    return m_query->numRowsAffected();
}

Session::Session(QSqlDatabase database, Engine engine)
    : m_database(std::move(database))
    , m_engine(engine)
{
}

Session::~Session() = default;

tl::unexpected<Error> Session::failure(const QSqlError& error, const QString& sql)
{
    auto explained = explain(error, m_engine, sql);
    m_again = m_again || explained.trouble == Trouble::Again;
    m_lost = m_lost || explained.trouble == Trouble::Lost;
    return fail(std::move(explained.error));
}

Result<Rows> Session::run(const QString& sql, const QVariantList& values)
{
    auto& query = m_prepared[sql];
    if (!query) {
        query = std::make_unique<QSqlQuery>(m_database);
        // On PostgreSQL a forward-only query streams, and the next statement would discard the rest of it.
        query->setForwardOnly(m_engine == Engine::Sqlite);
        if (!query->prepare(sql)) {
            const auto error = query->lastError();
            m_prepared.erase(sql);
            return failure(error, sql);
        }
    }
    if (query->isActive()) {
        return fail(ErrorCode::Internal, QStringLiteral("its rows are still being read: %1").arg(sql.left(60)));
    }
    for (qsizetype index = 0; index < values.size(); ++index) {
        query->bindValue(int(index), prepared(values[index]));
    }
    if (!query->exec()) {
        const auto error = query->lastError();
        query->finish();
        return failure(error, sql);
    }
    return Rows(query.get());
}

Result<int> Session::execute(const QString& sql, const QVariantList& values)
{
    return run(sql, values).map([](const Rows& rows) { return rows.affected(); });
}

Result<Done> Session::command(const QString& sql)
{
    if (m_engine == Engine::Sqlite) {
        return run(sql).map([](const Rows&) { return Done{}; });
    }
    QSqlQuery query(m_database);
    if (!query.exec(sql)) {
        return failure(query.lastError(), sql);
    }
    return Done{};
}

Result<std::optional<qint64>> Session::insert(const QString& sql, const QVariantList& values)
{
    auto rows = run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    std::optional<qint64> id;
    while (rows->next()) {
        id = rows->integer(0);
    }
    return id;
}

void Session::changed(domain::Topic topic, qint64 id, qint64 conversation)
{
    m_changes.push_back({topic, id, conversation});
}

std::vector<domain::Change> Session::takeChanges()
{
    return std::exchange(m_changes, {});
}

void Session::dropChanges()
{
    m_changes.clear();
}

QString Session::lockRows() const
{
    return m_engine == Engine::PostgreSql ? QStringLiteral(" FOR UPDATE") : QString();
}

} // namespace delpek::store
