// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "http/server.h"
#include "simulation/doubles/recorded.h"
#include "simulation/doubles/telegramchecks.h"
#include "simulation/doubles/telegrampayloads.h"
#include "simulation/doubles/telegramupdates.h"

#include <QUrl>

#include <memory>

namespace delpek::simulation
{

/// Telegram's side of one bot on a loopback port: receiving (long poll with confirmation by offset, webhook), sending
/// of text, files and places, edits, reactions, chat actions, answers to pressed buttons, files to fetch. It refuses
/// what the Bot API refuses: a chat that never wrote is "chat not found", one that blocked the bot is 403, a business
/// connection that is not there or a patient silent for 24 hours in it is 400. All functions may be called from any
/// thread.
class TelegramDouble
{
public:
    /// A file that a patient sent.
    struct HeldFile {
        QString id;
        QString path; ///< where getFile says it lies: "voice/file_1.oga"
        QByteArray bytes;
    };
    struct Setup {
        QString token = QStringLiteral("770011:TokenOfTheDouble");
        std::vector<HeldFile> files = {};
    };

    /// `clock` ends long polls, lets links and pressed buttons expire and runs delayed answers; it must outlive the
    /// double.
    static Result<std::unique_ptr<TelegramDouble>> start(const Setup& setup, base::Clock& clock);
    /// Without a listener: whoever has routes() hands the requests over in this process. url() is a name then.
    static std::unique_ptr<TelegramDouble> inProcess(const Setup& setup, base::Clock& clock);
    ~TelegramDouble();

    QUrl url() const;
    /// Each call, checked and answered; they must not outlive the double.
    std::vector<http::Server::Route> routes();
    QString token() const;
    /// The digits before the token's colon.
    QString bot() const;

    /// From now on getFile knows this file too.
    void addFile(const HeldFile& file);

    /// Adds an update and wakes a waiting getUpdates. Gives its update_id.
    qint64 deliver(base::Json update);
    /// Updates not confirmed yet.
    int pending() const;

    /// What the webhook should get now, in order. Tell the double how each was answered.
    std::vector<WebhookPost> webhookPosts();
    /// `body` may hold a method call, which is done. `error` is what Telegram would note of a failure.
    void webhookAnswered(const WebhookPost& post, int status, const QByteArray& body, const QString& error = {});

    std::vector<BotMessage> sent() const;
    QStringList answeredCallbacks() const;
    /// "typing 55", in order.
    QStringList actions() const;
    /// "55:1 👍", in order; without an emoji when it was taken back.
    QStringList reactions() const;
    QString webhook() const;
    /// The menu of those who use Telegram in this language ("he"), else everybody's; null when none was set.
    base::Json commands(const QString& language) const;
    /// How often the menu was set.
    int commandCalls() const;

    /// The next `count` good calls that send or edit a message meet `fault`.
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
