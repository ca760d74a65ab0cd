// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramupdates.h"

#include <algorithm>

namespace delpek::simulation
{

using namespace std::chrono_literals;
using base::at;
using base::Json;
using base::textAt;

namespace
{

http::ServerResponse refuse(const char* description)
{
    return jsonAnswer(409, botErrorBody({409, QLatin1String(description)}));
}

} // namespace

BotUpdates::BotUpdates(base::Clock& clock, std::mutex& mutex)
    : m_clock(clock)
    , m_mutex(mutex)
{
}

qint64 BotUpdates::add(Json update)
{
    if (!isWanted(update)) {
        return m_last;
    }
    update["update_id"] = ++m_last;
    m_kept[m_last] = {std::move(update), m_clock.now()};
    if (m_poll) {
        endPoll(waiting(m_poll->limit));
    }
    return m_last;
}

int BotUpdates::pending()
{
    forgetOld();
    return static_cast<int>(m_kept.size());
}

void BotUpdates::getUpdates(const Json& body, const http::Respond& respond)
{
    if (!m_url.isEmpty()) {
        respond(refuse("Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
                       "webhook first"));
        return;
    }
    endPoll(refuse("Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
                   "running"));
    setKinds(body);
    forgetOld();
    if (const auto offset = base::integerAt(body, "offset")) {
        const auto count = static_cast<qint64>(m_kept.size());
        const auto first = *offset >= 0 ? m_kept.lower_bound(*offset)
                                        : std::next(m_kept.begin(), std::max<qint64>(count + *offset, 0));
        m_kept.erase(m_kept.begin(), first);
    }
    const auto wait = std::clamp<qint64>(base::integerAt(body, "timeout").value_or(0), 0, 50);
    const auto limit =
        static_cast<std::size_t>(std::clamp<qint64>(base::integerAt(body, "limit").value_or(100), 1, 100));
    if (!m_kept.empty() || wait == 0) {
        respond(waiting(limit));
        return;
    }
    m_poll = Poll{respond, 0, ++m_polls, limit};
    m_poll->timer = m_clock.after(std::chrono::seconds(wait), [this, number = m_polls] {
        const std::lock_guard lock(m_mutex);
        if (m_poll && m_poll->number == number) {
            m_poll->respond(jsonAnswer(200, botResult(Json::array())));
            m_poll.reset();
        }
    });
}

void BotUpdates::setWebhook(const Json& body)
{
    m_url = QUrl(textAt(body, "url"));
    m_secret = textAt(body, "secret_token").toLatin1();
    m_lastError.clear();
    setKinds(body);
    if (!m_url.isEmpty()) {
        endPoll(refuse("Conflict: terminated by setWebhook request"));
    }
}

Json BotUpdates::webhookInfo()
{
    Json info{
        {"url", base::utf8(m_url.toString())}, {"has_custom_certificate", false}, {"pending_update_count", pending()}};
    if (!m_lastError.isEmpty()) {
        info["last_error_date"] = base::toMillis(m_lastErrorAt) / 1000;
        info["last_error_message"] = base::utf8(m_lastError);
    }
    if (m_kinds) {
        info["allowed_updates"] = Json::array();
        for (const QString& kind : *m_kinds) {
            info["allowed_updates"].push_back(base::utf8(kind));
        }
    }
    return info;
}

std::vector<WebhookPost> BotUpdates::posts()
{
    forgetOld();
    std::vector<WebhookPost> posts;
    for (const auto& [id, kept] : m_kept) {
        WebhookPost post{id, m_url, {{"Content-Type", "application/json"}}, base::toBytes(kept.update)};
        if (!m_secret.isEmpty()) {
            post.headers.append({"X-Telegram-Bot-Api-Secret-Token", m_secret});
        }
        posts.push_back(std::move(post));
    }
    return m_url.isEmpty() ? std::vector<WebhookPost>() : posts;
}

void BotUpdates::answered(const WebhookPost& post, int status, const QString& error)
{
    if (status >= 200 && status <= 299) {
        m_kept.erase(post.update);
        return;
    }
    m_lastError = error;
    m_lastErrorAt = m_clock.now();
}

void BotUpdates::endPoll(const http::ServerResponse& response)
{
    if (m_poll) {
        m_clock.cancel(m_poll->timer);
        m_poll->respond(response);
        m_poll.reset();
    }
}

void BotUpdates::forgetOld()
{
    std::erase_if(m_kept, [now = m_clock.now()](const auto& entry) { return now - entry.second.at > 24h; });
}

/// Without a list all kinds come but a few, which have to be named.
bool BotUpdates::isWanted(const Json& update) const
{
    const QStringList unusual{QStringLiteral("chat_member"), QStringLiteral("message_reaction"),
                              QStringLiteral("message_reaction_count")};
    return std::any_of(update.items().begin(), update.items().end(), [&](const auto& item) {
        const QString kind = QString::fromStdString(item.key());
        return kind != QLatin1String("update_id") && (m_kinds ? m_kinds->contains(kind) : !unusual.contains(kind));
    });
}

/// Remembered until the next list; an empty one means the usual kinds.
void BotUpdates::setKinds(const Json& body)
{
    const Json& list = at(body, "allowed_updates");
    if (!list.is_array()) {
        return;
    }
    QStringList kinds;
    for (const Json& kind : list) {
        kinds.append(QString::fromStdString(kind.is_string() ? kind.get<std::string>() : std::string()));
    }
    m_kinds = kinds.isEmpty() ? std::nullopt : std::optional(kinds);
}

http::ServerResponse BotUpdates::waiting(std::size_t limit) const
{
    Json list = Json::array();
    for (const auto& [id, kept] : m_kept) {
        if (list.size() == limit) {
            break;
        }
        list.push_back(kept.update);
    }
    return jsonAnswer(200, botResult(std::move(list)));
}

} // namespace delpek::simulation
