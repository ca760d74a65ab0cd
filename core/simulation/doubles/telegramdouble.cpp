// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/telegramdouble.h"

#include "simulation/doubles/answers.h"
#include "simulation/doubles/telegramchats.h"
#include "simulation/doubles/telegramthread.h"

#include <algorithm>
#include <deque>
#include <mutex>

namespace delpek::simulation
{

using namespace std::chrono_literals;
using base::at;
using base::Json;
using base::textAt;

namespace
{

http::ServerResponse refuse(const BotRefusal& refusal)
{
    return jsonAnswer(refusal.code, botErrorBody(refusal));
}

http::ServerResponse ok(Json result)
{
    return jsonAnswer(200, botResult(std::move(result)));
}

BotRefusal badRequest(const char* description)
{
    return {400, QStringLiteral("Bad Request: ") + QLatin1String(description)};
}

} // namespace

class TelegramDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
        , updates(clock_, mutex)
        , thread(bot())
        , files(setup.files)
    {
    }

    std::vector<http::Server::Route> routes()
    {
        std::vector<http::Server::Route> all;
        for (const char* method :
             {"getMe", "getUpdates", "setWebhook", "deleteWebhook", "getWebhookInfo", "sendMessage", "sendPhoto",
              "sendDocument", "sendVoice", "sendAudio", "sendVideo", "sendLocation", "sendVenue", "editMessageText",
              "sendChatAction", "setMessageReaction", "answerCallbackQuery", "getFile", "setMyCommands"}) {
            all.push_back({"POST", "/bot" + setup.token.toUtf8() + "/" + method,
                           [this, name = QString::fromLatin1(method)](const http::ServerRequest& request,
                                                                      const http::Respond& respond) {
                               const std::lock_guard lock(mutex);
                               handle(name, request, respond);
                           }});
        }
        const QByteArray below = "/file/bot" + setup.token.toUtf8() + "/";
        all.push_back(
            {"GET", below + "*", [this, below](const http::ServerRequest& request, const http::Respond& respond) {
                 const std::lock_guard lock(mutex);
                 respond(download(QString::fromUtf8(request.path.mid(below.size()))));
             }});
        return all;
    }

    QString bot() const { return setup.token.section(QLatin1Char(':'), 0, 0); }

    qint64 deliver(Json update)
    {
        const std::lock_guard lock(mutex);
        chats.note(update, clock.now());
        return updates.add(std::move(update));
    }

    http::ServerResponse answerCallback(const Json& body)
    {
        const QString id = textAt(body, "callback_query_id");
        if (!chats.answerCallback(id, clock.now())) {
            return refuse(badRequest("query is too old and response timeout expired or query ID is invalid"));
        }
        answered.append(id);
        return ok(true);
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    BotUpdates updates;
    BotChats chats;
    BotThread thread;
    std::vector<HeldFile> files;
    QStringList answered;
    QStringList actions;
    QStringList reactions;
    QHash<QString, Json> commands; ///< by language; empty: everybody's
    int commandCalls = 0;
    std::deque<Fault> faults;
    bool revoked = false;
    std::unique_ptr<http::Server> server;

private:
    void handle(const QString& method, const http::ServerRequest& request, const http::Respond& respond)
    {
        if (revoked) {
            respond(refuse({401, QStringLiteral("Unauthorized")}));
            return;
        }
        const auto call = readBotCall(request);
        if (!call) {
            respond(refuse(call.error()));
        } else if (isSending(method)) {
            finish(checkSending(method, *call), respond,
                   [this](const BotMessage& message) { return ok(thread.take(message, clock.now())); });
        } else if (method == QLatin1String("editMessageText")) {
            edit(*call, respond);
        } else if (method == QLatin1String("getUpdates")) {
            updates.getUpdates(call->body, respond);
        } else {
            respond(answer(method, *call));
        }
    }

    /// The methods that answer at once.
    http::ServerResponse answer(const QString& method, const BotCall& call)
    {
        if (method == QLatin1String("getMe")) {
            return ok(
                {{"id", bot().toLongLong()}, {"is_bot", true}, {"first_name", "Clinic"}, {"username", "clinic_bot"}});
        }
        if (method == QLatin1String("answerCallbackQuery")) {
            return answerCallback(call.body);
        }
        if (method == QLatin1String("getFile")) {
            return getFile(textAt(call.body, "file_id"));
        }
        if (method == QLatin1String("sendChatAction")) {
            return gesture(checkAction(call), actions, [](const Json& body) {
                return textAt(body, "action") + QLatin1Char(' ') + textAt(body, "chat_id");
            });
        }
        if (method == QLatin1String("setMessageReaction")) {
            return gesture(checkReaction(call), reactions, [](const Json& body) {
                const Json& list = at(body, "reaction");
                const QString emoji = list.empty() ? QString() : QLatin1Char(' ') + textAt(list[0], "emoji");
                return textAt(body, "chat_id") + QLatin1Char(':') + textAt(body, "message_id") + emoji;
            });
        }
        if (method == QLatin1String("setMyCommands")) {
            const auto checked = checkCommands(call);
            if (!checked) {
                return refuse(checked.error());
            }
            commands[textAt(*checked, "language_code")] = at(*checked, "commands");
            ++commandCalls;
            return ok(true);
        }
        if (method == QLatin1String("getWebhookInfo")) {
            return ok(updates.webhookInfo());
        }
        const auto webhook = method == QLatin1String("setWebhook") ? checkWebhook(call) : Json::object();
        if (!webhook) {
            return refuse(webhook.error());
        }
        updates.setWebhook(*webhook);
        return ok(true);
    }

    template <typename Describe>
    http::ServerResponse gesture(const BotResult<Json>& body, QStringList& list, const Describe& describe)
    {
        if (!body) {
            return refuse(body.error());
        }
        const auto refusal =
            chats.refusal(textAt(*body, "chat_id"), textAt(*body, "business_connection_id"), clock.now());
        if (refusal) {
            return refuse(*refusal);
        }
        list.append(describe(*body));
        return ok(true);
    }

    /// A checked message that makes an effect, unless its chat or a fault prevents it.
    template <typename Effect>
    void finish(const BotResult<BotMessage>& message, const http::Respond& respond, const Effect& effect)
    {
        if (!message) {
            respond(refuse(message.error()));
            return;
        }
        if (const auto refusal = chats.refusal(message->to, message->connection, clock.now())) {
            respond(refuse(*refusal));
            return;
        }
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        const bool takes = fault.status == 0 || fault.takesEffect;
        answerWith(fault, takes ? effect(*message) : http::ServerResponse{}, respond, clock, unanswered);
    }

    void edit(const BotCall& call, const http::Respond& respond)
    {
        const auto wanted = checkEdit(call);
        if (!wanted) {
            respond(refuse(wanted.error()));
        } else if (const auto refusal = thread.editRefusal(*wanted)) {
            respond(refuse(*refusal));
        } else {
            finish(wanted, respond, [this](const BotMessage& message) { return ok(thread.edit(message)); });
        }
    }

    http::ServerResponse getFile(const QString& id)
    {
        const auto file = std::find_if(files.begin(), files.end(), [&](const HeldFile& held) { return held.id == id; });
        if (file == files.end()) {
            return refuse(badRequest("wrong file_id or the file is temporarily unavailable"));
        }
        if (file->bytes.size() > 20 * 1024 * 1024) {
            return refuse(badRequest("file is too big"));
        }
        links[file->path] = clock.now();
        return ok({{"file_id", base::utf8(id)},
                   {"file_unique_id", base::utf8(QLatin1Char('u') + id)},
                   {"file_size", file->bytes.size()},
                   {"file_path", base::utf8(file->path)}});
    }

    /// A link lives for an hour after getFile.
    http::ServerResponse download(const QString& path) const
    {
        const auto asked = links.constFind(path);
        const auto file =
            std::find_if(files.begin(), files.end(), [&](const HeldFile& held) { return held.path == path; });
        if (revoked || file == files.end() || asked == links.constEnd() || clock.now() - *asked > 1h) {
            return refuse({404, QStringLiteral("Not Found")});
        }
        http::ServerResponse response;
        response.body = file->bytes;
        response.contentType = "application/octet-stream";
        return response;
    }

    QHash<QString, base::Instant> links;
    std::vector<http::Respond> unanswered;
};

TelegramDouble::TelegramDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

TelegramDouble::~TelegramDouble()
{
    {
        const std::lock_guard lock(d->mutex);
        d->updates.endPoll(refuse({502, QStringLiteral("Bad Gateway")}));
    }
    d->server.reset();
}

Result<std::unique_ptr<TelegramDouble>> TelegramDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    http::ServerOptions options;
    options.clock = &clock;
    // Above the limit for files, so that the limit itself is seen to refuse.
    options.maxBody = 56LL * 1024 * 1024;
    if (const auto served = serve(made->d->server, made->routes(), options); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<TelegramDouble> TelegramDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<TelegramDouble>(new TelegramDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> TelegramDouble::routes()
{
    return d->routes();
}

void TelegramDouble::addFile(const HeldFile& file)
{
    const std::lock_guard lock(d->mutex);
    d->files.push_back(file);
}

QUrl TelegramDouble::url() const
{
    return addressOf(d->server, "telegram");
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
    return d->updates.pending();
}

std::vector<WebhookPost> TelegramDouble::webhookPosts()
{
    const std::lock_guard lock(d->mutex);
    return d->updates.posts();
}

void TelegramDouble::webhookAnswered(const WebhookPost& post, int status, const QByteArray& body, const QString& error)
{
    const std::lock_guard lock(d->mutex);
    d->updates.answered(post, status, error);
    const auto call = base::parseJson(body);
    if (status == 200 && call && textAt(*call, "method") == QLatin1String("answerCallbackQuery")) {
        d->answerCallback(*call);
    }
}

std::vector<BotMessage> TelegramDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->thread.sent();
}

QStringList TelegramDouble::answeredCallbacks() const
{
    const std::lock_guard lock(d->mutex);
    return d->answered;
}

QStringList TelegramDouble::actions() const
{
    const std::lock_guard lock(d->mutex);
    return d->actions;
}

QStringList TelegramDouble::reactions() const
{
    const std::lock_guard lock(d->mutex);
    return d->reactions;
}

QString TelegramDouble::webhook() const
{
    const std::lock_guard lock(d->mutex);
    return d->updates.webhook();
}

Json TelegramDouble::commands(const QString& language) const
{
    const std::lock_guard lock(d->mutex);
    return d->commands.value(d->commands.contains(language) ? language : QString());
}

int TelegramDouble::commandCalls() const
{
    const std::lock_guard lock(d->mutex);
    return d->commandCalls;
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
