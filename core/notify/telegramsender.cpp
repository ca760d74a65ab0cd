// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/telegramsender.h"

namespace delpek::notify
{

namespace
{

using base::Json;
using base::utf8;

const QString openHebrew = QStringLiteral("פתיחת הפנייה");
const QString openEnglish = QStringLiteral("Open");

Error withKey(Error error)
{
    const QString fault = wayFault(domain::NoticeWay::Telegram, error.code);
    error.key = error.code == ErrorCode::Timeout       ? QStringLiteral("notice.unknown")
                : error.code == ErrorCode::Unreachable ? QStringLiteral("notice.badChat")
                : fault.isEmpty()                      ? QStringLiteral("notice.rejected")
                                                       : fault;
    return error;
}

} // namespace

Future<Receipt> TelegramSender::send(const Message& message)
{
    bool ok = false;
    const qint64 chat = message.to.telegramChat.toLongLong(&ok);
    if (!ok) {
        return base::ready<Receipt>(fail(ErrorCode::InvalidInput,
                                         QStringLiteral("the id of a Telegram chat is a whole number"),
                                         QStringLiteral("notice.badChat")));
    }
    Json body{{"chat_id", chat}, {"text", utf8(message.text)}, {"link_preview_options", {{"is_disabled", true}}}};
    if (message.link.startsWith(QLatin1String("https://"))) {
        const QString& label = message.to.language == domain::Language::Hebrew ? openHebrew : openEnglish;
        body["reply_markup"] = {
            {"inline_keyboard", Json::array({Json::array({{{"text", utf8(label)}, {"url", utf8(message.link)}}})})}};
    }
    return m_line.post({QStringLiteral("sendMessage"), std::move(body)})
        .then([](const Result<http::Response>& answer) -> Result<Receipt> {
            const auto result = channels::telegram::resultOf(answer);
            if (!result) {
                return fail(withKey(result.error()));
            }
            const QString id = base::textAt(*result, "message_id");
            return Receipt{id, QStringLiteral("ok")};
        });
}

Future<QString> TelegramSender::check()
{
    return m_line.post({QStringLiteral("getMe"), Json::object()})
        .then([](const Result<http::Response>& answer) -> Result<QString> {
            const auto result = channels::telegram::resultOf(answer);
            return result ? Result<QString>(QLatin1Char('@') + base::textAt(*result, "username"))
                          : fail(withKey(result.error()));
        });
}

} // namespace delpek::notify
