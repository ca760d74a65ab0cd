// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/ids.h"

#include <QStringList>

#include <algorithm>

namespace delpek::channels::waha
{

namespace
{

bool isDigits(const QString& text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(),
                                          [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
}

/// Without the linked device: "97254:12" and "97254.0:12" are both "97254".
QString userOf(const QString& local)
{
    const auto end = std::find_if(local.begin(), local.end(),
                                  [](QChar c) { return c == QLatin1Char(':') || c == QLatin1Char('.'); });
    return local.left(end - local.begin());
}

} // namespace

Chat readChat(const QString& text)
{
    const qsizetype at = text.indexOf(QLatin1Char('@'));
    if (at <= 0) {
        return {};
    }
    const QString server = text.mid(at + 1);
    const QString user = userOf(text.left(at));
    if (server == QLatin1String("g.us")) {
        return {ChatKind::Group, text};
    }
    if (server == QLatin1String("newsletter")) {
        return {ChatKind::Channel, text};
    }
    if (server == QLatin1String("broadcast")) {
        return {ChatKind::Broadcast, text};
    }
    if (!isDigits(user)) {
        return {};
    }
    // WhatsApp's own announcements: nobody answers them.
    if (user == QLatin1String("0")) {
        return {ChatKind::Broadcast, text};
    }
    if (server == QLatin1String("c.us") || server == QLatin1String("s.whatsapp.net")) {
        return {ChatKind::Person, user + QStringLiteral("@c.us")};
    }
    if (server == QLatin1String("lid")) {
        return {ChatKind::Person, user + QStringLiteral("@lid")};
    }
    return {};
}

bool isNumber(const Chat& chat)
{
    return chat.kind == ChatKind::Person && chat.id.endsWith(QLatin1String("@c.us"));
}

std::optional<domain::Phone> phoneOf(const QString& chatId)
{
    const QString suffix = QStringLiteral("@c.us");
    if (!chatId.endsWith(suffix)) {
        return std::nullopt;
    }
    const auto phone = domain::Phone::fromWaId(chatId.chopped(suffix.size()));
    return phone ? std::optional(*phone) : std::nullopt;
}

MessageKey readMessageKey(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('_'));
    const bool whole = parts.size() >= 3 && (parts[0] == QLatin1String("true") || parts[0] == QLatin1String("false"));
    return whole ? MessageKey{parts[0] == QLatin1String("true"), parts[1], parts[2]}
                 : MessageKey{std::nullopt, {}, text};
}

QString writeMessageKey(bool fromMe, const QString& chat, const QString& id)
{
    return (fromMe ? QStringLiteral("true_") : QStringLiteral("false_")) + chat + QLatin1Char('_') + id;
}

} // namespace delpek::channels::waha
