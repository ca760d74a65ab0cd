// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/sendgriddouble.h"

#include "base/json.h"
#include "simulation/doubles/answers.h"

#include <QRegularExpression>

#include <deque>
#include <mutex>
#include <set>

namespace delpek::simulation
{

namespace
{

using base::at;
using base::Json;
using base::textAt;

http::ServerResponse refuse(int status, const char* message, const char* field = nullptr)
{
    Json error{{"message", message}, {"field", nullptr}, {"help", nullptr}};
    if (field) {
        error["field"] = field;
    }
    return jsonAnswer(status, base::toBytes({{"errors", Json::array({error})}}));
}

bool isAddress(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\A[^@\\s<>\",]+@[^@\\s<>\",]+\\.[^@\\s<>\",]+\\z"));
    return form.match(text).hasMatch();
}

bool hasOnly(const Json& object, const std::set<std::string>& names)
{
    if (!object.is_object()) {
        return false;
    }
    for (const auto& [name, value] : object.items()) {
        if (!names.contains(name)) {
            return false;
        }
    }
    return true;
}

/// Of a list with one object in it; null otherwise.
const Json& only(const Json& list)
{
    static const Json none;
    return list.is_array() && list.size() == 1 ? list[0] : none;
}

bool isOff(const Json& tracking, const char* name)
{
    return at(at(tracking, name), "enable") == Json(false);
}

} // namespace

class SendGridDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
    {
    }

    void send(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        if (http::header(request.headers, "Authorization") != "Bearer " + setup.key) {
            return respond(refuse(401, "The provided authorization grant is invalid, expired, or revoked"));
        }
        if (!http::header(request.headers, "Content-Type").startsWith("application/json")) {
            return respond(refuse(415, "Content-Type should be application/json."));
        }
        const auto body = base::parseJson(request.body);
        if (!body) {
            return respond(refuse(400, "Bad Request"));
        }
        const auto mail = checked(*body);
        if (!mail) {
            return respond(mail.error());
        }
        if (base::boolAt(at(at(*body, "mail_settings"), "sandbox_mode"), "enable")) {
            return respond(jsonAnswer(200, {}));
        }
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        SentMail taken = *mail;
        taken.id = QStringLiteral("mail-%1").arg(mails.size() + 1);
        if (fault.status == 0 || fault.takesEffect || fault.silent) {
            mails.push_back(taken);
        }
        auto answer = jsonAnswer(202, {});
        answer.headers.append({"X-Message-Id", taken.id.toLatin1()});
        answerWith(fault, answer, respond, clock, unanswered);
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    std::vector<SentMail> mails;
    std::deque<Fault> faults;
    std::unique_ptr<http::Server> server;

private:
    tl::expected<SentMail, http::ServerResponse> checked(const Json& body) const
    {
        const auto no = [](const char* field, const char* message) {
            return tl::make_unexpected(refuse(400, message, field));
        };
        if (!hasOnly(body, {"personalizations", "from", "subject", "content", "tracking_settings", "mail_settings"})) {
            return no("", "A parameter is unknown.");
        }
        const Json& envelope = only(at(body, "personalizations"));
        const Json& to = only(at(envelope, "to"));
        if (!hasOnly(envelope, {"to", "custom_args"}) || !isAddress(textAt(to, "email"))) {
            return no("personalizations.0.to.email", "Does not contain a valid address.");
        }
        const QString from = textAt(at(body, "from"), "email");
        if (!isAddress(from)) {
            return no("from.email", "The from email does not contain a valid address.");
        }
        if (textAt(body, "subject").isEmpty()) {
            return no("subject", "The subject is required.");
        }
        const Json& content = only(at(body, "content"));
        if (textAt(content, "type") != QLatin1String("text/plain") || textAt(content, "value").isEmpty()) {
            return no("content", "The content value must be a string at least one character in length.");
        }
        const Json& tracking = at(body, "tracking_settings");
        if (!isOff(tracking, "click_tracking") || !isOff(tracking, "open_tracking")) {
            return no("tracking_settings", "This clinic's mails must not be tracked.");
        }
        if (from != setup.sender) {
            return tl::make_unexpected(
                refuse(403, "The from address does not match a verified Sender Identity.", "from"));
        }
        return SentMail{{}, textAt(to, "email"), from, textAt(body, "subject"), textAt(content, "value")};
    }

    std::vector<http::Respond> unanswered;
};

SendGridDouble::SendGridDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

SendGridDouble::~SendGridDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<SendGridDouble>> SendGridDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    if (const auto served = serve(made->d->server, made->routes()); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<SendGridDouble> SendGridDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<SendGridDouble>(new SendGridDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> SendGridDouble::routes()
{
    return {{"POST", "/v3/mail/send",
             [this](const http::ServerRequest& request, const http::Respond& respond) { d->send(request, respond); }}};
}

QUrl SendGridDouble::url() const
{
    return addressOf(d->server, "sendgrid");
}

std::vector<SentMail> SendGridDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->mails;
}

void SendGridDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), std::size_t(count), fault);
}

} // namespace delpek::simulation
