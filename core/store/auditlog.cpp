// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/auditlog.h"

#include "base/json.h"
#include "store/decisions.h"

#include <QCryptographicHash>

namespace delpek::store
{

namespace
{

const QString headSetting = QStringLiteral("audit.head");
constexpr int pageSize = 1000;

/// The text as the database gives it back: whole UTF-8 without U+0000.
QString kept(const QString& text)
{
    return QString::fromUtf8(text.toUtf8()).replace(QChar(QChar::Null), QChar(QChar::ReplacementCharacter));
}

QString headText(qint64 number, const QString& hash)
{
    return QStringLiteral("%1:%2").arg(number).arg(hash);
}

} // namespace

QString hashOf(const QString& previous, const AuditEntry& entry)
{
    const base::Json row =
        base::Json::array({entry.number, qint64(base::toMillis(entry.at)), base::utf8(entry.actor),
                           base::utf8(entry.action), base::utf8(entry.subject), base::utf8(entry.detail)});
    const QByteArray before = previous.isEmpty() ? QByteArray(64, '0') : previous.toLatin1();
    const QByteArray sealed = before + '\n' + base::toBytes(row);
    return QString::fromLatin1(QCryptographicHash::hash(sealed, QCryptographicHash::Sha256).toHex());
}

QString lineOf(const AuditEntry& entry)
{
    return base::toCompactText({{"number", entry.number},
                                {"at", qint64(base::toMillis(entry.at))},
                                {"actor", base::utf8(entry.actor)},
                                {"action", base::utf8(entry.action)},
                                {"subject", base::utf8(entry.subject)},
                                {"detail", base::utf8(entry.detail)},
                                {"hash", base::utf8(entry.hash)}});
}

Result<std::pair<qint64, QString>> AuditLog::head()
{
    auto rows = m_session.run(QStringLiteral("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1"));
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? std::pair(rows->integer(0), rows->text(1)) : std::pair(qint64(0), QString());
}

Result<Done> AuditLog::append(const QString& actor, const QString& action, const QString& subject,
                              const QString& detail, base::Instant at)
{
    if (m_session.engine() == Engine::PostgreSql) {
        // Any number that all processes agree on; released with the transaction.
        const auto locked = m_session.run(QStringLiteral("SELECT pg_advisory_xact_lock(7303015)"));
        if (!locked) {
            return fail(locked.error());
        }
    }
    const auto last = head();
    if (!last) {
        return fail(last.error());
    }
    AuditEntry entry{last->first + 1, at, kept(actor), kept(action), kept(subject), kept(detail), {}};
    entry.hash = hashOf(last->second, entry);
    const auto added = m_session.execute(
        QStringLiteral(
            "INSERT INTO audit (number, at, actor, action, subject, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {entry.number, qint64(base::toMillis(at)), entry.actor, entry.action, entry.subject, entry.detail, entry.hash});
    if (!added) {
        return fail(added.error());
    }
    return Settings(m_session).setQuietly(headSetting, headText(entry.number, entry.hash));
}

Result<std::vector<AuditEntry>> AuditLog::after(qint64 number, int limit)
{
    auto rows = m_session.run(QStringLiteral("SELECT number, at, actor, action, subject, detail, hash FROM audit "
                                             "WHERE number > ? ORDER BY number LIMIT ?"),
                              {number, limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<AuditEntry> entries;
    while (rows->next()) {
        entries.push_back({rows->integer(0), rows->instant(1), rows->text(2), rows->text(3), rows->text(4),
                           rows->text(5), rows->text(6)});
    }
    return entries;
}

Result<AuditState> AuditLog::follow(const AuditState& state, int limit)
{
    const auto entries = after(state.entries, limit);
    if (!entries) {
        return fail(entries.error());
    }
    AuditState now = state;
    for (const AuditEntry& entry : *entries) {
        if (entry.number != now.entries + 1 || entry.hash != hashOf(now.head, entry)) {
            now.brokenAt = now.entries + 1;
            return now;
        }
        now.entries = entry.number;
        now.head = entry.hash;
    }
    if (std::ssize(*entries) == limit) {
        return now;
    }
    return Settings(m_session).value(headSetting).map([&](const QString& noted) {
        now.isWhole = noted == (now.entries > 0 ? headText(now.entries, now.head) : QString());
        if (!now.isWhole) {
            now.brokenAt = now.entries + 1;
        }
        return now;
    });
}

Result<AuditState> AuditLog::verify()
{
    Result<AuditState> state = AuditState();
    while (state && !state->isWhole && !state->brokenAt) {
        state = follow(*state, pageSize);
    }
    return state;
}

} // namespace delpek::store
