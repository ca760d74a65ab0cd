// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "channels/telegram/line.h"
#include "notify/sender.h"

namespace delpek::notify
{

/// Telegram messages of the clinic's bot to a member of staff, who has to have pressed Start there once. Plain text; a
/// private link over https is a button, too. Source: Telegram Bot API, sendMessage.
class TelegramSender final : public Sender
{
public:
    explicit TelegramSender(channels::telegram::Line line)
        : m_line(std::move(line))
    {
    }

    domain::NoticeWay way() const override { return domain::NoticeWay::Telegram; }
    Future<Receipt> send(const Message& message) override;
    Future<QString> check() override;

private:
    channels::telegram::Line m_line;
};

} // namespace delpek::notify
