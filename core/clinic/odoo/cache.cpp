// SPDX-License-Identifier: GPL-3.0-or-later
#include "clinic/odoo/cache.h"

#include "store/store.h"

#include <QCryptographicHash>

#include <algorithm>

namespace delpek::clinic::odoo
{

namespace
{

using base::Instant;
using base::Json;

QString keyOf(const Call& call)
{
    const QByteArray question = call.model.toUtf8() + '\n' + call.method.toUtf8() + '\n' + base::toBytes(call.args) +
                                '\n' + base::toBytes(call.kwargs);
    return QString::fromLatin1(QCryptographicHash::hash(question, QCryptographicHash::Sha256).toHex().left(40));
}

} // namespace

bool isAway(const Error& error)
{
    return error.code == ErrorCode::Unavailable || error.code == ErrorCode::Timeout ||
           error.code == ErrorCode::RateLimited;
}

Error notBegun(const Error& error)
{
    return isAway(error) ? Error{ErrorCode::Unavailable, error.key, error.detail, error.retryAfter} : error;
}

Result<Json> CachedReads::answered(const Call& call, const base::Cancel& cancel)
{
    auto answer = base::await(m_transport.call(call), cancel);
    if (answer || !isAway(answer.error())) {
        reached();
    } else {
        const std::lock_guard lock(m_mutex);
        m_failedAt = m_clock.now();
    }
    return answer;
}

void CachedReads::reached()
{
    const std::lock_guard lock(m_mutex);
    m_failedAt.reset();
    m_asOf.reset();
}

Result<Json> CachedReads::read(const Call& call, base::Duration age, const base::Cancel& cancel)
{
    const QString key = keyOf(call);
    const Instant now = m_clock.now();
    if (age.count() > 0) {
        // That nothing is there may be over at any moment; such an answer is never young.
        if (auto answer = known(key); answer && now - answer->readAt < age && answer->value != Json::array()) {
            return std::move(answer->value);
        }
    }
    bool away = false;
    {
        const std::lock_guard lock(m_mutex);
        away = m_failedAt && now - *m_failedAt < m_limits.askAgain;
    }
    if (away) {
        if (auto old = stale(key, call.model)) {
            return std::move(*old);
        }
    }
    auto answer = answered(call, cancel);
    if (answer) {
        keep(key, call, *answer);
    } else if (isAway(answer.error())) {
        if (auto old = stale(key, call.model)) {
            return std::move(*old);
        }
    }
    return answer;
}

Result<Json> CachedReads::readIfThere(const Call& call, base::Duration age, const base::Cancel& cancel)
{
    auto answer = read(call, age, cancel);
    if (!answer && (answer.error().code == ErrorCode::Unsupported || answer.error().code == ErrorCode::NotFound)) {
        keep(keyOf(call), call, Json());
        return Json();
    }
    return answer;
}

Result<Json> CachedReads::readLive(const Call& call, const base::Cancel& cancel)
{
    return answered(call, cancel);
}

Result<Json> CachedReads::change(const Call& call, const base::Cancel& cancel)
{
    auto answer = answered(call, cancel);
    forget(call.model);
    return answer;
}

void CachedReads::note(const QString& name, const Json& value)
{
    const Call fact{name, {}, {}, {}};
    keep(keyOf(fact), fact, value);
}

std::optional<Json> CachedReads::noted(const QString& name)
{
    return stale(keyOf({name, {}, {}, {}}), name);
}

void CachedReads::forget(const QString& model)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_answers, [&](const auto& one) { return one.second.model == model; });
}

std::optional<Instant> CachedReads::asOf() const
{
    const std::lock_guard lock(m_mutex);
    return m_asOf;
}

std::optional<CachedReads::Answer> CachedReads::known(const QString& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_answers.find(key);
    return found == m_answers.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Json> CachedReads::stale(const QString& key, const QString& model)
{
    auto answer = known(key);
    if (!answer) {
        answer = saved(key, model);
    }
    if (!answer || m_clock.now() - answer->readAt > m_limits.outage) {
        return std::nullopt;
    }
    const std::lock_guard lock(m_mutex);
    m_asOf = m_asOf ? std::min(*m_asOf, answer->readAt) : answer->readAt;
    return std::move(answer->value);
}

void CachedReads::keep(const QString& key, const Call& call, const Json& value)
{
    const Instant now = m_clock.now();
    bool save = false;
    {
        const std::lock_guard lock(m_mutex);
        const auto before = m_answers.find(key);
        save = before == m_answers.end() || now - before->second.savedAt >= m_limits.saveAgain;
        m_answers[key] = {call.model, value, now, save ? now : before->second.savedAt};
        if (m_answers.size() > m_limits.kept) {
            m_answers.erase(std::min_element(m_answers.begin(), m_answers.end(), [](const auto& a, const auto& b) {
                return a.second.readAt < b.second.readAt;
            }));
        }
    }
    if (!save) {
        return;
    }
    // Nobody waits for it: a cache that was not written is only a cache that is older.
    (void)m_store.write([key, body = QString::fromUtf8(base::toBytes(value)), now,
                         oldest = now - m_limits.outage](store::Session& session) -> Result<Done> {
        const auto pruned = session.execute(QStringLiteral("DELETE FROM odoo_reply WHERE read_at < ?"),
                                            {qint64(base::toMillis(oldest))});
        if (!pruned) {
            return fail(pruned.error());
        }
        const auto kept = session.execute(
            QStringLiteral("INSERT INTO odoo_reply (question, body, read_at) VALUES (?, ?, ?) ON CONFLICT (question) "
                           "DO UPDATE SET body = excluded.body, read_at = excluded.read_at"),
            {key, body, qint64(base::toMillis(now))});
        return kept.map([](int) { return Done{}; });
    });
}

std::optional<CachedReads::Answer> CachedReads::saved(const QString& key, const QString& model)
{
    const auto row =
        base::await(m_store.read([key](store::Session& session) -> Result<std::optional<std::pair<QString, Instant>>> {
            auto rows = session.run(QStringLiteral("SELECT body, read_at FROM odoo_reply WHERE question = ?"), {key});
            if (!rows) {
                return fail(rows.error());
            }
            if (!rows->next()) {
                return std::optional<std::pair<QString, Instant>>();
            }
            return std::optional(std::pair(rows->text(0), rows->instant(1)));
        }));
    if (!row || !*row) {
        return std::nullopt;
    }
    auto value = base::parseJson((*row)->first.toUtf8());
    if (!value) {
        return std::nullopt;
    }
    return Answer{model, std::move(*value), (*row)->second, (*row)->second};
}

Result<bool> Attempts::begin(const QString& reference, const base::Cancel& cancel)
{
    if (reference.isEmpty()) {
        return true;
    }
    return base::await(m_store.write([reference, now = m_clock.now()](store::Session& session) -> Result<bool> {
        const auto added = session.execute(
            QStringLiteral("INSERT INTO odoo_attempt (reference, begun_at) VALUES (?, ?) ON CONFLICT DO NOTHING"),
            {reference, qint64(base::toMillis(now))});
        return added.map([](int rows) { return rows > 0; });
    }),
                       cancel);
}

} // namespace delpek::clinic::odoo
