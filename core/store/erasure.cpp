// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/erasure.h"

#include "store/conversationrow.h"
#include "store/decisions.h"
#include "store/searchindex.h"
#include "store/tiedcards.h"

#include <QCryptographicHash>

namespace delpek::store
{

using base::toText;
using domain::ConversationId;

namespace
{

/// A shorter piece would be found in deliveries of others.
constexpr qsizetype shortestKey = 6;

const QString ofConversation = QStringLiteral(" WHERE conversation = ?");

QString digestOf(const domain::ChannelAddress& address)
{
    const QString whole =
        toText(address.channel) + QLatin1Char('\n') + address.account + QLatin1Char('\n') + address.user;
    return QString::fromLatin1(QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<qint64> numberOf(Session& session, const QString& sql, const QVariantList& values)
{
    auto rows = session.run(sql, values);
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next() ? rows->integer(0) : 0;
}

Result<Done> done(const Result<int>& touched)
{
    return touched.map([](int) { return Done{}; });
}

/// What stands in the way of an erasure, as the condition on a row of `conversation` called c.
struct Hindrance {
    const char* key;
    const char* detail;
    const char* condition;
};

const Hindrance hindrances[] = {
    {"erasure.escalation", "an escalation is open; close it first",
     "EXISTS (SELECT 1 FROM escalation e WHERE e.conversation = c.id AND e.closed_at IS NULL)"},
    {"erasure.unfiled", "an exchange with the doctor is not in the patient's record yet",
     "EXISTS (SELECT 1 FROM transcript t JOIN escalation e ON e.id = t.escalation WHERE e.conversation = c.id AND "
     "t.state <> 'filed')"},
    {"erasure.sending", "a message is on its way to the provider; try again in a minute",
     "EXISTS (SELECT 1 FROM outbox o WHERE o.conversation = c.id AND o.state = 'sending')"},
    {"erasure.change", "the records are being changed for this patient; try again in a minute",
     "EXISTS (SELECT 1 FROM effect f WHERE f.conversation = c.id AND f.is_open = 1)"},
};

/// Conversations whose last activity was before one value, and that nothing keeps.
QString ofIdle()
{
    QString sql = QStringLiteral(" FROM conversation c WHERE c.last_activity < ?");
    for (const auto& hindrance : hindrances) {
        sql += QStringLiteral(" AND NOT ") + QLatin1String(hindrance.condition);
    }
    return sql;
}

} // namespace

Result<ErasedAmounts> Erasure::amounts(ConversationId id)
{
    auto rows = m_session.run(
        QStringLiteral("SELECT (SELECT count(*) FROM message m WHERE m.conversation = c.id), "
                       "(SELECT count(DISTINCT a.file) FROM attachment a JOIN message m ON m.id = a.message "
                       "WHERE m.conversation = c.id AND a.file <> ''), "
                       "(SELECT count(*) FROM decision d WHERE d.conversation = c.id), "
                       "(SELECT count(*) FROM escalation e WHERE e.conversation = c.id), "
                       "(SELECT count(*) FROM internal_note n WHERE n.conversation = c.id) "
                       "FROM conversation c WHERE c.id = ?"),
        {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
    }
    return ErasedAmounts{int(rows->integer(0)), int(rows->integer(1)), int(rows->integer(2)), int(rows->integer(3)),
                         int(rows->integer(4))};
}

Result<Done> Erasure::check(ConversationId id)
{
    for (const auto& [key, detail, condition] : hindrances) {
        const auto found = numberOf(
            m_session,
            QStringLiteral("SELECT count(*) FROM conversation c WHERE c.id = ? AND %1").arg(QLatin1String(condition)),
            {id.value});
        if (!found) {
            return fail(found.error());
        }
        if (*found > 0) {
            return fail(ErrorCode::Conflict, QString::fromLatin1(detail), QString::fromLatin1(key));
        }
    }
    return Done{};
}

Result<std::vector<ConversationId>> Erasure::idle(base::Instant before, int limit)
{
    auto rows = m_session.run(QStringLiteral("SELECT c.id") + ofIdle() +
                                  QStringLiteral(" ORDER BY c.last_activity, c.id LIMIT ?"),
                              {qint64(base::toMillis(before)), limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<ConversationId> found;
    while (rows->next()) {
        found.push_back({rows->integer(0)});
    }
    return found;
}

Result<int> Erasure::idleCount(base::Instant before)
{
    return numberOf(m_session, QStringLiteral("SELECT count(*)") + ofIdle(), {qint64(base::toMillis(before))})
        .map([](qint64 count) { return int(count); });
}

Result<Done> Erasure::each(std::initializer_list<const char*> statements, ConversationId id)
{
    for (const char* statement : statements) {
        if (const auto touched = m_session.execute(QString::fromLatin1(statement) + ofConversation +
                                                       (strchr(statement, '(') ? QStringLiteral(")") : QString()),
                                                   {id.value});
            !touched) {
            return fail(touched.error());
        }
    }
    return Done{};
}

/// Everything by which the account knows the patient.
Result<QStringList> Erasure::addresses(ConversationId id)
{
    auto rows = m_session.run(QStringLiteral("SELECT user_key FROM conversation WHERE id = ? UNION "
                                             "SELECT user_key FROM conversation_alias WHERE conversation = ?"),
                              {id.value, id.value});
    if (!rows) {
        return fail(rows.error());
    }
    QStringList users;
    while (rows->next()) {
        users.append(rows->text(0));
    }
    return users;
}

Result<Done> Erasure::keepRefusal(ConversationId id)
{
    const auto conversation = loadConversation(m_session, id, false);
    const auto users = conversation ? addresses(id) : fail(conversation.error());
    if (!users) {
        return fail(users.error());
    }
    if (!conversation->optedOut && !conversation->blocked) {
        return Done{};
    }
    Result<Done> kept = Done{};
    for (const QString& user : *users) {
        const domain::ChannelAddress address{conversation->address.channel, conversation->address.account, user};
        kept = kept.and_then([&](Done) {
            return done(m_session.execute(
                QStringLiteral("INSERT INTO kept_refusal (address, opted_out, blocked) VALUES (?, ?, ?) "
                               "ON CONFLICT (address) DO UPDATE SET opted_out = excluded.opted_out, "
                               "blocked = excluded.blocked"),
                {digestOf(address), conversation->optedOut, conversation->blocked}));
        });
    }
    return kept;
}

/// The rows stay, so that the provider's repetition of a delivery is known again; what stood in them goes.
Result<Done> Erasure::blankDeliveries(ConversationId id)
{
    const auto conversation = loadConversation(m_session, id, false);
    auto keys = conversation ? addresses(id) : fail(conversation.error());
    if (!keys) {
        return fail(keys.error());
    }
    if (conversation->phone) {
        keys->append(conversation->phone->digits());
    }
    QString where = QStringLiteral("correlation IN (SELECT correlation FROM message WHERE conversation = ?)");
    QVariantList values{QByteArray(), id.value};
    const bool sqlite = m_session.engine() == Engine::Sqlite;
    for (const QString& key : std::as_const(*keys)) {
        if (key.size() >= shortestKey) {
            where += sqlite ? QStringLiteral(" OR instr(body, ?) > 0") : QStringLiteral(" OR position(? in body) > 0");
            values.append(key.toUtf8());
        }
    }
    return done(m_session.execute(
        QStringLiteral("UPDATE inbox SET body = ? WHERE state <> 'pending' AND (%1)").arg(where), values));
}

/// The words of a sheet may speak of whoever stands on it.
Result<Done> Erasure::forgetShifts(ConversationId id)
{
    return done(m_session
                    .execute(QStringLiteral("UPDATE shift SET words = '' WHERE ended_at IS NOT NULL AND id IN "
                                            "(SELECT shift FROM shift_line WHERE conversation = ?)"),
                             {id.value})
                    .and_then([&](int) {
                        return m_session.execute(QStringLiteral("DELETE FROM shift_line WHERE conversation = ?"),
                                                 {id.value});
                    }));
}

Result<ErasedAmounts> Erasure::erase(ConversationId id)
{
    const auto found = amounts(id);
    if (!found) {
        return found;
    }
    const auto person = numberOf(m_session, QStringLiteral("SELECT person FROM conversation WHERE id = ?"), {id.value});
    if (!person) {
        return fail(person.error());
    }
    return SearchIndex(m_session)
        .forget(id)
        .and_then([&](Done) { return blankDeliveries(id); })
        .and_then([&](Done) { return keepRefusal(id); })
        .and_then([&](Done) {
            return done(m_session.execute(
                QStringLiteral("INSERT INTO erased_file (file) SELECT DISTINCT a.file FROM attachment a JOIN message m "
                               "ON m.id = a.message WHERE m.conversation = ? AND a.file <> '' ON CONFLICT DO NOTHING"),
                {id.value}));
        })
        .and_then([&](Done) { return forgetShifts(id); })
        .and_then([&](Done) { return TiedCards(m_session).leave(id); })
        .and_then([&](Done) {
            return done(m_session.execute(
                QStringLiteral("DELETE FROM link_device WHERE link IN (SELECT l.id FROM escalation_link l JOIN "
                               "escalation e ON e.id = l.escalation WHERE e.conversation = ?)"),
                {id.value}));
        })
        .and_then([&](Done) {
            return each({"DELETE FROM escalation_link WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM notice WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM notice_ladder WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM holding_text WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM transcript WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM escalation_event WHERE escalation IN (SELECT id FROM escalation",
                         "DELETE FROM escalation",
                         "DELETE FROM service_artifact WHERE session IN (SELECT id FROM service_session",
                         "DELETE FROM service_session",
                         "DELETE FROM outbox",
                         "DELETE FROM attachment WHERE message IN (SELECT id FROM message",
                         "DELETE FROM message_version WHERE message IN (SELECT id FROM message",
                         "DELETE FROM message",
                         "DELETE FROM agent_draft",
                         "DELETE FROM review",
                         "DELETE FROM review_draft",
                         "DELETE FROM decision",
                         "DELETE FROM effect",
                         "DELETE FROM draft",
                         "DELETE FROM internal_note",
                         "DELETE FROM note_draft",
                         "DELETE FROM later_send",
                         "DELETE FROM conversation_label",
                         "DELETE FROM consent",
                         "DELETE FROM memory_job",
                         "DELETE FROM conversation_alias"},
                        id);
        })
        .and_then([&](Done) {
            return done(m_session.execute(QStringLiteral("DELETE FROM conversation WHERE id = ?"), {id.value}));
        })
        .and_then([&](Done) {
            // Also of a person whom another number took over since.
            return done(m_session.execute(
                QStringLiteral("DELETE FROM distinct_card WHERE NOT EXISTS (SELECT 1 FROM conversation c WHERE "
                               "c.person = distinct_card.person)")));
        })
        .and_then([&](Done) {
            return done(m_session.execute(QStringLiteral("DELETE FROM person WHERE id = ? AND NOT EXISTS (SELECT 1 "
                                                         "FROM conversation WHERE person = ?)"),
                                          {*person, *person}));
        })
        .and_then([&](Done) { return Settings(m_session).setValue(erasedInIndex, QString::number(id.value)); })
        .map([&](Done) {
            m_session.changed(domain::Topic::Erased, id.value, id.value);
            m_session.changed(domain::Topic::Conversation, id.value, id.value);
            m_session.changed(domain::Topic::Escalation, 0, id.value);
            m_session.changed(domain::Topic::Shift, 0);
            return *found;
        });
}

Result<Done> Erasure::leaveFile(const QString& file)
{
    return done(
        m_session.execute(QStringLiteral("INSERT INTO erased_file (file) VALUES (?) ON CONFLICT DO NOTHING"), {file}));
}

Result<QStringList> Erasure::filesToRemove(int limit)
{
    const auto wanted = m_session.execute(
        QStringLiteral("DELETE FROM erased_file WHERE EXISTS (SELECT 1 FROM attachment a WHERE a.file = "
                       "erased_file.file AND a.file <> '')"));
    auto rows = wanted ? m_session.run(QStringLiteral("SELECT file FROM erased_file ORDER BY file LIMIT ?"), {limit})
                       : fail(wanted.error());
    if (!rows) {
        return fail(rows.error());
    }
    QStringList files;
    while (rows->next()) {
        files.append(rows->text(0));
    }
    return files;
}

Result<Done> Erasure::fileRemoved(const QString& file)
{
    return done(m_session.execute(QStringLiteral("DELETE FROM erased_file WHERE file = ?"), {file}));
}

Result<Refusal> takeRefusal(Session& session, const domain::ChannelAddress& address)
{
    const QString digest = digestOf(address);
    Refusal refusal;
    {
        auto rows =
            session.run(QStringLiteral("SELECT opted_out, blocked FROM kept_refusal WHERE address = ?"), {digest});
        if (!rows) {
            return fail(rows.error());
        }
        if (!rows->next()) {
            return refusal;
        }
        refusal = {rows->flag(0), rows->flag(1)};
    }
    return session.execute(QStringLiteral("DELETE FROM kept_refusal WHERE address = ?"), {digest}).map([&](int) {
        return refusal;
    });
}

} // namespace delpek::store
