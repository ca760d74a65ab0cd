// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/parentcodes.h"

namespace delpek::store
{

using base::toMillis;

Result<ParentCodeId> ParentCodes::add(const ParentCode& code)
{
    return revokeOf(code.patient, code.madeAt)
        .and_then([&](int) {
            return m_session.insert(
                QStringLiteral("INSERT INTO parent_code (patient, name_he, name_en, hash, made_by, made_at, "
                               "expires_at, wrong_tries, last_try) VALUES (?, ?, ?, ?, ?, ?, ?, 0, '') RETURNING id"),
                {code.patient, code.name.he, code.name.en, code.hash, code.madeBy, qint64(toMillis(code.madeAt)),
                 qint64(toMillis(code.expiresAt))});
        })
        .map([](std::optional<qint64> id) { return ParentCodeId{*id}; });
}

Result<std::vector<ParentCode>> ParentCodes::list(const QString& rest, const QVariantList& values)
{
    auto rows = m_session.run(QStringLiteral("SELECT id, patient, name_he, name_en, hash, made_by, made_at, "
                                             "expires_at, revoked_at, wrong_tries FROM parent_code WHERE ") +
                                  rest,
                              values);
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ParentCode> codes;
    while (rows->next()) {
        codes.push_back({{rows->integer(0)},
                         rows->text(1),
                         {rows->text(2), rows->text(3)},
                         rows->text(4),
                         rows->text(5),
                         rows->instant(6),
                         rows->instant(7),
                         rows->maybeInstant(8),
                         int(rows->integer(9))});
    }
    return codes;
}

Result<std::vector<ParentCode>> ParentCodes::goodAt(base::Instant now)
{
    return list(QStringLiteral("revoked_at IS NULL AND expires_at > ? ORDER BY id"), {qint64(toMillis(now))});
}

Result<std::vector<ParentCode>> ParentCodes::ofPatient(const QString& patient)
{
    return list(QStringLiteral("patient = ? ORDER BY id DESC"), {patient});
}

Result<int> ParentCodes::noteWrong(ParentCodeId id, const QString& reference)
{
    auto rows = m_session.run(
        QStringLiteral("UPDATE parent_code SET wrong_tries = wrong_tries + CASE WHEN last_try = ? THEN 0 ELSE 1 END, "
                       "last_try = ? WHERE id = ? RETURNING wrong_tries"),
        {reference, reference, id.value});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? Result<int>(int(rows->integer(0)))
                        : fail(ErrorCode::NotFound, QStringLiteral("there is no code %1").arg(id.value));
}

Result<Done> ParentCodes::noteRight(ParentCodeId id)
{
    return m_session
        .execute(QStringLiteral("UPDATE parent_code SET wrong_tries = 0, last_try = '' WHERE id = ?"), {id.value})
        .map([](int) { return Done{}; });
}

Result<bool> ParentCodes::revoke(ParentCodeId id, base::Instant at)
{
    return m_session
        .execute(QStringLiteral("UPDATE parent_code SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL"),
                 {qint64(toMillis(at)), id.value})
        .map([](int touched) { return touched > 0; });
}

Result<int> ParentCodes::revokeOf(const QString& patient, base::Instant at)
{
    return m_session.execute(
        QStringLiteral("UPDATE parent_code SET revoked_at = ? WHERE patient = ? AND revoked_at IS NULL"),
        {qint64(toMillis(at)), patient});
}

Result<int> ParentCodes::sweep(base::Instant before)
{
    return m_session.execute(QStringLiteral("DELETE FROM parent_code WHERE expires_at < ? OR revoked_at < ?"),
                             {qint64(base::toMillis(before)), qint64(base::toMillis(before))});
}

} // namespace delpek::store
