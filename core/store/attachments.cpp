// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/attachments.h"

#include "store/messages.h"

namespace delpek::store
{

using base::toMillis;
using base::toText;

namespace
{

const QString isWork = QStringLiteral("(state = 'remote' OR transcript = 'wanted')");

Result<Done> changed(Session& session, domain::MessageId id, const Result<int>& touched)
{
    if (!touched) {
        return fail(touched.error());
    }
    if (*touched == 0) {
        return fail(ErrorCode::NotFound, QStringLiteral("message %1 has no attachment").arg(id.value));
    }
    const auto message = Messages(session).find(id);
    if (!message) {
        return fail(message.error());
    }
    session.changed(domain::Topic::Message, id.value, message->conversation.value);
    return Done{};
}

} // namespace

Result<Done> Attachments::add(domain::MessageId message, const domain::Attachment& attachment, base::Instant now)
{
    m_session.changed(domain::Topic::Attachment, message.value);
    return m_session
        .execute(
            QStringLiteral("INSERT INTO attachment (message, reference, media_type, media_name, media_size, voice, "
                           "state, file, transcript, seconds, attempts, next_attempt) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)"),
            {message.value, attachment.reference, attachment.type, attachment.name, attachment.size, attachment.voice,
             toText(attachment.state), attachment.file, toText(attachment.transcript), attachment.seconds,
             qint64(toMillis(now))})
        .map([](auto) { return Done{}; });
}

Result<domain::Attachment> Attachments::find(domain::MessageId message)
{
    auto found = Messages(m_session).find(message);
    if (!found) {
        return fail(found.error());
    }
    if (!found->attachment) {
        return fail(ErrorCode::NotFound, QStringLiteral("message %1 has no attachment").arg(message.value));
    }
    return std::move(*found->attachment);
}

Result<std::vector<AttachmentJob>> Attachments::due(base::Instant now, int limit)
{
    auto rows = m_session.run(QStringLiteral("SELECT message, attempts FROM attachment WHERE %1 AND next_attempt <= ? "
                                             "ORDER BY CASE WHEN transcript = 'wanted' THEN 0 ELSE 1 END, "
                                             "next_attempt, message LIMIT ?")
                                  .arg(isWork),
                              {qint64(toMillis(now)), limit});
    if (!rows) {
        return fail(rows.error());
    }
    std::vector<AttachmentJob> jobs;
    while (rows->next()) {
        AttachmentJob job;
        job.message = {rows->integer(0)};
        job.attempts = int(rows->integer(1));
        jobs.push_back(std::move(job));
    }
    for (auto& job : jobs) {
        auto message = Messages(m_session).find(job.message);
        if (!message) {
            return fail(message.error());
        }
        job.conversation = message->conversation;
        job.kind = message->kind;
        job.author = message->author;
        job.delivery = message->delivery;
        job.since = message->createdAt;
        job.attachment = std::move(*message->attachment);
    }
    return jobs;
}

Result<std::optional<base::Instant>> Attachments::nextDue()
{
    auto rows = m_session.run(QStringLiteral("SELECT min(next_attempt) FROM attachment WHERE ") + isWork);
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next() || rows->isNull(0)) {
        return std::nullopt;
    }
    return rows->instant(0);
}

Result<bool> Attachments::claim(domain::MessageId message, int seen, base::Instant until)
{
    return m_session
        .execute(QStringLiteral("UPDATE attachment SET attempts = attempts + 1, next_attempt = ? WHERE message = ? AND "
                                "attempts = ? AND ") +
                     isWork,
                 {qint64(toMillis(until)), message.value, seen})
        .map([](int touched) { return touched == 1; });
}

Result<bool> Attachments::isClaimed(domain::MessageId message, int seen)
{
    auto rows =
        m_session.run(QStringLiteral("SELECT 1 FROM attachment WHERE message = ? AND attempts = ? AND ") + isWork,
                      {message.value, seen + 1});
    if (!rows) {
        return fail(rows.error());
    }
    return rows->next();
}

Result<Done> Attachments::update(domain::MessageId message, const domain::Attachment& attachment)
{
    return changed(
        m_session, message,
        m_session.execute(QStringLiteral("UPDATE attachment SET media_type = ?, media_name = ?, media_size = "
                                         "?, state = ?, file = ?, transcript = ? WHERE message = ?"),
                          {attachment.type, attachment.name, attachment.size, toText(attachment.state), attachment.file,
                           toText(attachment.transcript), message.value}));
}

Result<Done> Attachments::retryAt(domain::MessageId message, base::Instant at)
{
    m_session.changed(domain::Topic::Attachment, message.value);
    return changed(m_session, message,
                   m_session.execute(QStringLiteral("UPDATE attachment SET next_attempt = ? WHERE message = ?"),
                                     {qint64(toMillis(at)), message.value}));
}

} // namespace delpek::store
