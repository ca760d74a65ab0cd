// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/doubles/answers.h"
#include "simulation/doubles/telegramchecks.h"

#include <QStringList>
#include <QUrl>

#include <map>

namespace delpek::simulation
{

/// One delivery to the bot's webhook, to be posted by the test.
struct WebhookPost {
    qint64 update = 0;
    QUrl url;
    http::Headers headers;
    QByteArray body;
};

/// The updates that wait for the bot: kept for 24 hours, confirmed by offset or by a 2xx of the webhook, and only of
/// the kinds that were asked for. Not for several threads at once; the callbacks of its timers take `mutex`.
class BotUpdates
{
public:
    BotUpdates(base::Clock& clock, std::mutex& mutex);

    /// Numbers and keeps the update, and wakes a waiting getUpdates. Gives its id.
    qint64 add(base::Json update);
    int pending();

    void getUpdates(const base::Json& body, const http::Respond& respond);
    /// An empty `url` removes the webhook.
    void setWebhook(const base::Json& body);
    base::Json webhookInfo();
    QString webhook() const { return m_url.toString(); }

    std::vector<WebhookPost> posts();
    /// What the listener answered. Anything but 2xx keeps the update and is remembered as the last error.
    void answered(const WebhookPost& post, int status, const QString& error);

    /// Ends a waiting getUpdates with this answer.
    void endPoll(const http::ServerResponse& response);

private:
    struct Kept {
        base::Json update;
        base::Instant at;
    };
    struct Poll {
        http::Respond respond;
        base::Clock::TimerId timer = 0;
        quint64 number = 0;
        std::size_t limit = 100;
    };

    void forgetOld();
    bool isWanted(const base::Json& update) const;
    void setKinds(const base::Json& body);
    http::ServerResponse waiting(std::size_t limit) const;

    base::Clock& m_clock;
    std::mutex& m_mutex;
    std::map<qint64, Kept> m_kept;
    qint64 m_last = 500'000'000;
    std::optional<QStringList> m_kinds; ///< nothing: the usual ones
    std::optional<Poll> m_poll;
    quint64 m_polls = 0;
    QUrl m_url;
    QByteArray m_secret;
    QString m_lastError;
    base::Instant m_lastErrorAt;
};

} // namespace delpek::simulation
