// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "simulation/doubles/recorded.h"
#include "simulation/doubles/telegrampayloads.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// Telegram's side of one bot on a loopback port: getMe, getUpdates (long poll, confirmation by offset, 409 for the
/// older of two receivers), sendMessage, answerCallbackQuery, setWebhook, deleteWebhook. A chat that never wrote is
/// "chat not found", one that blocked the bot is 403. All functions may be called from any thread.
class TelegramDouble
{
public:
    struct Setup {
        QString token = QStringLiteral("770011:TokenOfTheDouble");
    };

    /// `clock` ends long polls and runs delayed answers; it must outlive the double.
    static Result<std::unique_ptr<TelegramDouble>> start(const Setup& setup, base::Clock& clock);
    ~TelegramDouble();

    QUrl url() const;
    QString token() const;
    /// The digits before the token's colon.
    QString bot() const;

    /// Adds an update and wakes a waiting getUpdates. Gives its update_id.
    qint64 deliver(base::Json update);
    /// Updates not confirmed yet.
    int pending() const;

    std::vector<SentMessage> sent() const;
    QStringList answeredCallbacks() const;
    QString webhook() const;

    /// The next `count` good calls of sendMessage meet `fault`.
    void failNext(int count, const Fault& fault);
    static Fault botFault(int code, const QString& description, int retryAfter = 0);
    /// From now on every call is 401.
    void revokeToken();

private:
    class Private;
    explicit TelegramDouble(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace delpek::simulation
