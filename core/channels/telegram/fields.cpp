// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/telegram/fields.h"

namespace delpek::channels::telegram
{

using base::at;
using base::Json;
using base::textAt;

QString userOf(const Chat& chat)
{
    const QString id = QString::number(chat.id);
    return chat.connection.isEmpty() ? id : id + QLatin1Char('@') + chat.connection;
}

std::optional<Chat> chatOf(const QString& user)
{
    const qsizetype mark = user.indexOf(QLatin1Char('@'));
    bool isNumber = false;
    const qint64 id = user.left(mark).toLongLong(&isNumber);
    const bool isWhole = mark < 0 || mark + 1 < user.size();
    return isNumber && isWhole ? std::optional(Chat{id, mark < 0 ? QString() : user.mid(mark + 1)}) : std::nullopt;
}

QString providerIdOf(const QString& user, const QString& messageId)
{
    return user + QLatin1Char(':') + messageId;
}

std::optional<qint64> messageIdIn(const QString& user, const QString& providerId)
{
    const QString prefix = providerIdOf(user, {});
    bool isNumber = false;
    const qint64 id = providerId.mid(prefix.size()).toLongLong(&isNumber);
    return isNumber && providerId.startsWith(prefix) ? std::optional(id) : std::nullopt;
}

QString userIn(const Json& message)
{
    const auto id = base::integerAt(at(message, "chat"), "id");
    return id ? userOf({*id, textAt(message, "business_connection_id")}) : QString();
}

QString providerIdIn(const Json& message)
{
    const QString user = userIn(message);
    const QString id = textAt(message, "message_id");
    return user.isEmpty() || id.isEmpty() ? QString() : providerIdOf(user, id);
}

bool isPrivate(const Json& chat)
{
    return textAt(chat, "type") == QLatin1String("private");
}

std::optional<base::Instant> timeAt(const Json& object, const char* key)
{
    const auto seconds = base::integerAt(object, key);
    if (!seconds || *seconds < 0 || *seconds > 253'402'300'799) {
        return std::nullopt;
    }
    return base::fromMillis(*seconds * 1000);
}

domain::Sender senderOf(const QString& account, const QString& user, const Json& from)
{
    domain::Sender sender;
    sender.address = {domain::ChannelKind::Telegram, account, user};
    sender.displayName = (textAt(from, "first_name") + QLatin1Char(' ') + textAt(from, "last_name")).trimmed();
    sender.language = textAt(from, "language_code");
    return sender;
}

tl::unexpected<Error> malformed(const char* path)
{
    return fail(ErrorCode::InvalidInput, QStringLiteral("malformed update: %1").arg(QLatin1String(path)));
}

} // namespace delpek::channels::telegram
