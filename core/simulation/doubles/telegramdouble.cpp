// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramdouble.h"

#include "simulation/doubles/answers.h"
#include "simulation/doubles/telegramchecks.h"

#include <QSet>

#include <deque>
#include <mutex>

namespace delpek::simulation
{

using base::at;
using base::Json;
using base::textAt;

class TelegramDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
    {
    }

    std::vector<http::Server::Route> routes()
    {
        std::vector<http::Server::Route> all;
        const auto add = [&](const char* name, auto handler) {
            const QByteArray path = "/bot" + setup.token.toUtf8() + "/" + name;
            all.push_back(
                {"POST", path, [this, handler](const http::ServerRequest& request, const http::Respond& respond) {
                     const std::lock_guard lock(mutex);
                     if (revoked) {
                         respond(refuse({401, QStringLiteral("Unauthorized")}));
                         return;
                     }
                     const auto body = base::parseJson(request.body.isEmpty() ? "{}" : request.body);
                     if (!body || !body->is_object()) {
                         respond(refuse({400, QStringLiteral("Bad Request: can't parse JSON object")}));
                         return;
                     }
                     handler(*body, respond);
                 }});
        };
        add("getMe", [this](const Json&, const http::Respond& respond) {
            respond(ok(
                {{"id", bot().toLongLong()}, {"is_bot", true}, {"first_name", "Clinic"}, {"username", "clinic_bot"}}));
        });
        add("getUpdates", [this](const Json& body, const http::Respond& respond) { getUpdates(body, respond); });
        add("sendMessage", [this](const Json& body, const http::Respond& respond) { sendMessage(body, respond); });
        add("answerCallbackQuery",
            [this](const Json& body, const http::Respond& respond) { respond(answerCallback(body)); });
        add("setWebhook", [this](const Json& body, const http::Respond& respond) {
            webhook = textAt(body, "url");
            endPoll(refuse({409, QStringLiteral("Conflict: terminated by setWebhook request")}));
            respond(ok(true));
        });
        add("deleteWebhook", [this](const Json&, const http::Respond& respond) {
            webhook.clear();
            respond(ok(true));
        });
        return all;
    }

    QString bot() const { return setup.token.section(QLatin1Char(':'), 0, 0); }

    qint64 deliver(Json update)
    {
        const std::lock_guard lock(mutex);
        note(update);
        update["update_id"] = ++lastUpdate;
        updates.emplace(lastUpdate, std::move(update));
        if (poll) {
            endPoll(waitingUpdates());
        }
        return lastUpdate;
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    std::map<qint64, Json> updates;
    qint64 lastUpdate = 500'000'000;
    std::vector<SentMessage> sent;
    QStringList answered;
    QString webhook;
    std::deque<Fault> faults;
    bool revoked = false;
    std::unique_ptr<http::Server> server;

private:
    struct Poll {
        http::Respond respond;
        base::Clock::TimerId timer = 0;
        quint64 number = 0;
    };

    static http::ServerResponse refuse(const BotRefusal& refusal)
    {
        return jsonAnswer(refusal.code, botErrorBody(refusal));
    }
    static http::ServerResponse ok(Json result) { return jsonAnswer(200, botResult(std::move(result))); }

    /// Remembers which chats exist, which blocked the bot and which presses wait for an answer.
    void note(const Json& update)
    {
        for (const char* kind : {"message", "edited_message", "message_reaction", "my_chat_member"}) {
            if (const QString chat = textAt(at(at(update, kind), "chat"), "id"); !chat.isEmpty()) {
                chats.insert(chat);
                blocked.remove(chat);
            }
        }
        const Json& membership = at(update, "my_chat_member");
        if (textAt(at(membership, "new_chat_member"), "status") == QLatin1String("kicked")) {
            blocked.insert(textAt(at(membership, "chat"), "id"));
        }
        if (const QString callback = textAt(at(update, "callback_query"), "id"); !callback.isEmpty()) {
            callbacks.insert(callback);
        }
    }

    http::ServerResponse waitingUpdates() const
    {
        Json list = Json::array();
        for (const auto& [id, update] : updates) {
            if (list.size() == 100) {
                break;
            }
            list.push_back(update);
        }
        return ok(std::move(list));
    }

    void endPoll(const http::ServerResponse& response)
    {
        if (poll) {
            clock.cancel(poll->timer);
            poll->respond(response);
            poll.reset();
        }
    }

    void getUpdates(const Json& body, const http::Respond& respond)
    {
        if (!webhook.isEmpty()) {
            respond(refuse({409, QStringLiteral("Conflict: can't use getUpdates method while webhook is active; use "
                                                "deleteWebhook to delete the webhook first")}));
            return;
        }
        endPoll(refuse({409, QStringLiteral("Conflict: terminated by other getUpdates request; make sure that only one "
                                            "bot instance is running")}));
        if (const auto offset = base::integerAt(body, "offset")) {
            updates.erase(updates.begin(), updates.lower_bound(*offset));
        }
        const auto wait = std::clamp<qint64>(base::integerAt(body, "timeout").value_or(0), 0, 50);
        if (!updates.empty() || wait == 0) {
            respond(waitingUpdates());
            return;
        }
        poll = Poll{respond, 0, ++polls};
        poll->timer = clock.after(std::chrono::seconds(wait), [this, number = polls] {
            const std::lock_guard lock(mutex);
            if (poll && poll->number == number) {
                poll->respond(ok(Json::array()));
                poll.reset();
            }
        });
    }

    void sendMessage(const Json& body, const http::Respond& respond)
    {
        auto message = checkSendMessage(body);
        if (!message) {
            respond(refuse(message.error()));
            return;
        }
        if (!chats.contains(message->to)) {
            respond(refuse({400, QStringLiteral("Bad Request: chat not found")}));
            return;
        }
        if (blocked.contains(message->to)) {
            respond(refuse({403, QStringLiteral("Forbidden: bot was blocked by the user")}));
            return;
        }
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        const bool takes = fault.status == 0 || fault.takesEffect;
        answerWith(fault, takes ? take(std::move(*message)) : http::ServerResponse{}, respond, clock, unanswered);
    }

    http::ServerResponse take(SentMessage message)
    {
        message.order = static_cast<qint64>(sent.size()) + 1;
        message.at = clock.now();
        // Away from the ids that patients' messages take in tests and in the demo.
        const qint64 id = 1'000'000 + message.order;
        message.providerId = QStringLiteral("%1:%2").arg(message.to).arg(id);
        sent.push_back(message);
        return ok({{"message_id", id},
                   {"date", base::toMillis(message.at) / 1000},
                   {"chat", {{"id", message.to.toLongLong()}, {"type", "private"}}},
                   {"from", {{"id", bot().toLongLong()}, {"is_bot", true}, {"first_name", "Clinic"}}},
                   {"text", base::utf8(message.text)}});
    }

    http::ServerResponse answerCallback(const Json& body)
    {
        const QString id = textAt(body, "callback_query_id");
        if (!callbacks.remove(id)) {
            return refuse({400, QStringLiteral("Bad Request: query is too old and response timeout expired or query ID "
                                               "is invalid")});
        }
        answered.append(id);
        return ok(true);
    }

    QSet<QString> chats;
    QSet<QString> blocked;
    QSet<QString> callbacks;
    std::optional<Poll> poll;
    quint64 polls = 0;
    std::vector<http::Respond> unanswered;

    friend class TelegramDouble;
};

TelegramDouble::TelegramDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

TelegramDouble::~TelegramDouble()
{
    {
        const std::lock_guard lock(d->mutex);
        d->endPoll(Private::refuse({502, QStringLiteral("Bad Gateway")}));
    }
    d->server.reset();
}

Result<std::unique_ptr<TelegramDouble>> TelegramDouble::start(const Setup& setup, base::Clock& clock)
{
    auto d = std::make_unique<Private>(setup, clock);
    http::ServerOptions options;
    // A long poll lasts 50 s, and silence is broken by the caller's patience, not by the listener's.
    options.answer = std::chrono::minutes(10);
    options.clock = &clock;
    auto server = http::Server::start(options, d->routes());
    if (!server) {
        return fail(server.error());
    }
    d->server = std::move(*server);
    return std::unique_ptr<TelegramDouble>(new TelegramDouble(std::move(d)));
}

QUrl TelegramDouble::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->server->port()));
}

QString TelegramDouble::token() const
{
    return d->setup.token;
}

QString TelegramDouble::bot() const
{
    return d->bot();
}

qint64 TelegramDouble::deliver(Json update)
{
    return d->deliver(std::move(update));
}

int TelegramDouble::pending() const
{
    const std::lock_guard lock(d->mutex);
    return static_cast<int>(d->updates.size());
}

std::vector<SentMessage> TelegramDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->sent;
}

QStringList TelegramDouble::answeredCallbacks() const
{
    const std::lock_guard lock(d->mutex);
    return d->answered;
}

QString TelegramDouble::webhook() const
{
    const std::lock_guard lock(d->mutex);
    return d->webhook;
}

void TelegramDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), static_cast<std::size_t>(count), fault);
}

Fault TelegramDouble::botFault(int code, const QString& description, int retryAfter)
{
    Fault fault;
    fault.status = code;
    fault.body = botErrorBody({code, description}, retryAfter);
    fault.retryAfter = retryAfter;
    return fault;
}

void TelegramDouble::revokeToken()
{
    const std::lock_guard lock(d->mutex);
    d->revoked = true;
}

} // namespace delpek::simulation
