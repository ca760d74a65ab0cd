// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/doubles/twiliodouble.h"

#include "base/json.h"
#include "http/routing.h"
#include "simulation/doubles/answers.h"

#include <QMessageAuthenticationCode>
#include <QRegularExpression>

#include <algorithm>
#include <deque>
#include <map>
#include <mutex>

namespace delpek::simulation
{

namespace
{

using base::Json;
using base::utf8;

constexpr qsizetype longest = 1600;

http::ServerResponse refuse(int status, int code, const char* message)
{
    return jsonAnswer(status,
                      base::toBytes({{"code", code},
                                     {"message", message},
                                     {"more_info", "https://www.twilio.com/docs/errors/" + std::to_string(code)},
                                     {"status", status}}));
}

/// All the double's texts beyond ASCII are Hebrew; what is ASCII counts as the GSM alphabet.
int partsOf(const QString& text)
{
    const bool ascii = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
    const qsizetype single = ascii ? 160 : 70;
    const qsizetype each = ascii ? 153 : 67;
    return text.size() <= single ? 1 : int((text.size() + each - 1) / each);
}

} // namespace

class TwilioDouble::Private
{
public:
    Private(Setup setup_, base::Clock& clock_)
        : setup(std::move(setup_))
        , clock(clock_)
    {
    }

    /// Nothing when the caller may go on.
    std::optional<http::ServerResponse> gate(const http::ServerRequest& request) const
    {
        if (down) {
            return jsonAnswer(503, "{}");
        }
        const QByteArray expected = "Basic " + (setup.account + QLatin1Char(':') + setup.token).toUtf8().toBase64();
        return http::header(request.headers, "Authorization") == expected
                   ? std::nullopt
                   : std::optional(refuse(401, 20003, "Authenticate"));
    }

    void message(const http::ServerRequest& request, const http::Respond& respond)
    {
        const std::lock_guard lock(mutex);
        if (const auto refused = gate(request)) {
            return respond(*refused);
        }
        const auto sms = checked(request);
        if (!sms) {
            return respond(sms.error());
        }
        Fault fault;
        if (!faults.empty()) {
            fault = faults.front();
            faults.pop_front();
        }
        SentSms taken = *sms;
        taken.id = QStringLiteral("SM%1").arg(messages.size() + 1, 32, 10, QLatin1Char('0'));
        taken.at = clock.now();
        if (fault.status == 0 || fault.takesEffect || fault.silent) {
            messages.push_back(taken);
        }
        const Json body{{"sid", utf8(taken.id)},
                        {"status", "queued"},
                        {"to", utf8(taken.to)},
                        {"from", utf8(setup.number)},
                        {"num_segments", std::to_string(taken.parts)},
                        {"error_code", nullptr},
                        {"error_message", nullptr},
                        {"price", nullptr}};
        answerWith(fault, jsonAnswer(201, base::toBytes(body)), respond, clock, unanswered);
    }

    void account(const http::ServerRequest& request, const http::Respond& respond) const
    {
        const std::lock_guard lock(mutex);
        if (const auto refused = gate(request)) {
            return respond(*refused);
        }
        respond(jsonAnswer(200, base::toBytes({{"sid", utf8(setup.account)}, {"status", "active"}, {"type", "Full"}})));
    }

    const Setup setup;
    base::Clock& clock;
    mutable std::mutex mutex;
    std::vector<SentSms> messages;
    std::deque<Fault> faults;
    bool down = false;
    std::unique_ptr<http::Server> server;

private:
    tl::expected<SentSms, http::ServerResponse> checked(const http::ServerRequest& request) const
    {
        static const QRegularExpression e164(QStringLiteral("\\A\\+[1-9][0-9]{7,14}\\z"));
        const auto no = [](int code, const char* message) { return tl::make_unexpected(refuse(400, code, message)); };
        if (!http::header(request.headers, "Content-Type").startsWith("application/x-www-form-urlencoded")) {
            return no(20001, "The body is no form.");
        }
        const auto form = http::parseTarget("/?" + request.body);
        std::map<QByteArray, QString> fields;
        if (form) {
            for (const auto& [name, value] : form->query) {
                fields[name] = QString::fromUtf8(value);
            }
        }
        for (const auto& [name, value] : fields) {
            if (name != "To" && name != "From" && name != "Body" && name != "StatusCallback" &&
                name != "ValidityPeriod") {
                return no(20001, "A parameter is unknown.");
            }
        }
        const QString to = fields["To"];
        const QString text = fields["Body"];
        if (!e164.match(to).hasMatch()) {
            return no(21211, "Invalid 'To' Phone Number");
        }
        if (fields["From"] != setup.number) {
            return no(21606, "The From phone number is not a valid, SMS-capable number of this account");
        }
        if (text.isEmpty()) {
            return no(21602, "Message body is required");
        }
        if (text.size() > longest) {
            return no(21617, "The concatenated message body exceeds the 1600 character limit");
        }
        if (setup.optedOut.contains(to)) {
            return no(21610, "Attempt to send to unsubscribed recipient");
        }
        if (setup.landlines.contains(to)) {
            return no(21614, "'To' number is not a valid mobile number");
        }
        const QUrl callback(fields["StatusCallback"], QUrl::StrictMode);
        const bool isAddress = callback.scheme().startsWith(QLatin1String("http")) && !callback.host().isEmpty();
        if (!callback.isEmpty() && (!callback.isValid() || !isAddress)) {
            return no(21609, "The StatusCallback URL is not a valid URL");
        }
        return SentSms{{}, to, text, partsOf(text), callback, {}};
    }

    std::vector<http::Respond> unanswered;
};

TwilioDouble::TwilioDouble(std::unique_ptr<Private> d_)
    : d(std::move(d_))
{
}

TwilioDouble::~TwilioDouble()
{
    d->server.reset();
}

Result<std::unique_ptr<TwilioDouble>> TwilioDouble::start(const Setup& setup, base::Clock& clock)
{
    auto made = inProcess(setup, clock);
    if (const auto served = serve(made->d->server, made->routes()); !served) {
        return fail(served.error());
    }
    return made;
}

std::unique_ptr<TwilioDouble> TwilioDouble::inProcess(const Setup& setup, base::Clock& clock)
{
    return std::unique_ptr<TwilioDouble>(new TwilioDouble(std::make_unique<Private>(setup, clock)));
}

std::vector<http::Server::Route> TwilioDouble::routes()
{
    const QByteArray account = "/2010-04-01/Accounts/" + d->setup.account.toLatin1();
    const auto unknown = [this](const http::ServerRequest& request, const http::Respond& respond) {
        const std::lock_guard lock(d->mutex);
        respond(d->gate(request).value_or(refuse(404, 20404, "The requested resource was not found")));
    };
    return {
        {"POST", account + "/Messages.json",
         [this](const http::ServerRequest& request, const http::Respond& respond) { d->message(request, respond); }},
        {"GET", account + ".json",
         [this](const http::ServerRequest& request, const http::Respond& respond) { d->account(request, respond); }},
        {"POST", "/2010-04-01/*", unknown},
        {"GET", "/2010-04-01/*", unknown}};
}

QUrl TwilioDouble::url() const
{
    return addressOf(d->server, "twilio");
}

std::vector<SentSms> TwilioDouble::sent() const
{
    const std::lock_guard lock(d->mutex);
    return d->messages;
}

Future<http::Response> TwilioDouble::report(http::Client& client, const QString& id, const QByteArray& status, int code)
{
    const auto known = sent();
    const auto found = std::ranges::find(known, id, &SentSms::id);
    if (found == known.end() || found->callback.isEmpty()) {
        return base::ready<http::Response>(
            fail(ErrorCode::NotFound, QStringLiteral("no address was given for reports of this message")));
    }
    std::map<QByteArray, QByteArray> fields{{"AccountSid", d->setup.account.toUtf8()},
                                            {"ApiVersion", "2010-04-01"},
                                            {"From", d->setup.number.toUtf8()},
                                            {"MessageSid", id.toUtf8()},
                                            {"MessageStatus", status},
                                            {"SmsSid", id.toUtf8()},
                                            {"SmsStatus", status},
                                            {"To", found->to.toUtf8()}};
    if (code != 0) {
        fields["ErrorCode"] = QByteArray::number(code);
    }
    QByteArray signedText = found->callback.toEncoded();
    http::Request request;
    request.method = "POST";
    request.url = found->callback;
    for (const auto& [name, value] : fields) {
        signedText += name + value;
        request.body += (request.body.isEmpty() ? "" : "&") + name + '=' + value.toPercentEncoding();
    }
    const QByteArray signature =
        QMessageAuthenticationCode::hash(signedText, d->setup.token.toUtf8(), QCryptographicHash::Sha1).toBase64();
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"X-Twilio-Signature", signature}};
    return client.send(request);
}

void TwilioDouble::failNext(int count, const Fault& fault)
{
    const std::lock_guard lock(d->mutex);
    d->faults.insert(d->faults.end(), std::size_t(count), fault);
}

void TwilioDouble::setDown(bool down)
{
    const std::lock_guard lock(d->mutex);
    d->down = down;
}

} // namespace delpek::simulation
