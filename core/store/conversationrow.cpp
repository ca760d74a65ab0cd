// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/conversationrow.h"

namespace delpek::store
{

const char* const conversationColumns =
    "id, channel, account, user_key, person, display_name, phone, language, holder_kind, holder_name, epoch, mode, "
    "urgency, needs_person, waiting_since, last_activity, last_patient_message, last_message, preview, preview_author, "
    "unread, opted_out, blocked, snoozed_until, reminded";

Result<domain::Conversation> conversationFrom(const Rows& rows)
{
    const auto channel = wordAt<domain::ChannelKind>(rows, 1);
    const auto language = wordAt<domain::Language>(rows, 7);
    const auto holder = wordAt<domain::HolderKind>(rows, 8);
    const auto mode = wordAt<domain::Mode>(rows, 11);
    const auto urgency = wordAt<domain::Urgency>(rows, 12);
    const auto previewAuthor = wordAt<domain::AuthorKind>(rows, 19);
    if (!channel || !language || !holder || !mode || !urgency || !previewAuthor) {
        return fail(ErrorCode::Internal,
                    QStringLiteral("conversation %1 holds a word this program does not know").arg(rows.integer(0)));
    }
    domain::Conversation conversation;
    conversation.id = {rows.integer(0)};
    conversation.address = {*channel, rows.text(2), rows.text(3)};
    conversation.person = {rows.integer(4)};
    conversation.displayName = rows.text(5);
    if (const QString phone = rows.text(6); !phone.isEmpty()) {
        auto parsed = domain::Phone::fromStored(phone);
        if (parsed) {
            conversation.phone = std::move(*parsed);
        }
    }
    conversation.language = *language;
    conversation.holder = {*holder, rows.text(9)};
    conversation.epoch = rows.integer(10);
    conversation.mode = *mode;
    conversation.urgency = *urgency;
    conversation.needsPerson = rows.flag(13);
    conversation.waitingSince = rows.maybeInstant(14);
    conversation.lastActivity = rows.instant(15);
    conversation.lastPatientMessage = rows.maybeInstant(16);
    conversation.lastMessage = {rows.integer(17)};
    conversation.preview = rows.text(18);
    conversation.previewAuthor = *previewAuthor;
    conversation.unread = int(rows.integer(20));
    conversation.optedOut = rows.flag(21);
    conversation.blocked = rows.flag(22);
    conversation.snoozedUntil = rows.maybeInstant(23);
    conversation.isReminded = rows.flag(24);
    return conversation;
}

Result<domain::Conversation> loadConversation(Session& session, domain::ConversationId id, bool lock)
{
    auto rows =
        session.run(QStringLiteral("SELECT %1 FROM conversation WHERE id = ?").arg(QLatin1String(conversationColumns)) +
                        (lock ? session.lockRows() : QString()),
                    {id.value});
    if (!rows) {
        return fail(rows.error());
    }
    if (!rows->next()) {
        return fail(ErrorCode::NotFound, QStringLiteral("there is no conversation %1").arg(id.value));
    }
    return conversationFrom(*rows);
}

QString previewOf(const QString& text)
{
    constexpr qsizetype length = 120;
    QString preview = text.left(length);
    if (!preview.isEmpty() && preview.back().isHighSurrogate()) {
        preview.chop(1);
    }
    return preview;
}

} // namespace delpek::store
