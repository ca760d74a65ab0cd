// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/twilio.h"

#include "base/json.h"
#include "channels/failures.h"
#include "notify/twilioreport.h"

#include <array>

namespace delpek::notify
{

namespace
{

constexpr int longest = 1600; ///< characters of a body

struct Meaning {
    qint64 number;
    ErrorCode code;
    const char* key;
};

constexpr auto meanings = std::to_array<Meaning>({
    {20003, ErrorCode::Unauthorised, "notice.smsRefused"},
    {20404, ErrorCode::Forbidden, "notice.smsRefused"},
    {20429, ErrorCode::RateLimited, "notice.smsDown"},
    {21211, ErrorCode::InvalidInput, "notice.badNumber"},
    {21212, ErrorCode::Forbidden, "notice.smsRefused"},
    {21408, ErrorCode::Forbidden, "notice.smsRefused"},
    {21606, ErrorCode::Forbidden, "notice.smsRefused"},
    {21608, ErrorCode::Forbidden, "notice.smsRefused"},
    {21610, ErrorCode::Unreachable, "notice.optedOut"},
    {21612, ErrorCode::Unreachable, "notice.badNumber"},
    {21614, ErrorCode::InvalidInput, "notice.badNumber"},
    {21617, ErrorCode::InvalidInput, "notice.tooLong"},
    {30003, ErrorCode::Unreachable, "notice.phoneOff"},
    {30004, ErrorCode::Unreachable, "notice.optedOut"},
    {30005, ErrorCode::Unreachable, "notice.badNumber"},
    {30006, ErrorCode::InvalidInput, "notice.badNumber"},
    {30007, ErrorCode::Forbidden, "notice.smsRefused"},
    {30008, ErrorCode::Unreachable, "notice.phoneOff"},
});

QByteArray field(const char* name, const QString& value)
{
    return QByteArray(name) + '=' + QUrl::toPercentEncoding(value);
}

QString keyFor(ErrorCode code)
{
    const QString fault = wayFault(domain::NoticeWay::Sms, code);
    return code == ErrorCode::Timeout ? QStringLiteral("notice.unknown")
           : fault.isEmpty()          ? QStringLiteral("notice.rejected")
                                      : fault;
}

Error withKey(Error error)
{
    error.key = keyFor(error.code);
    return error;
}

Result<Receipt> receiptOf(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(withKey(channels::transportFailure(answer.error())));
    }
    if (answer->status < 200 || answer->status > 299) {
        return fail(twilioError(*answer));
    }
    const auto body = base::parseJson(answer->body);
    const QString id = body ? base::textAt(*body, "sid") : QString();
    if (id.isEmpty()) {
        return fail(withKey(channels::unreadableReceipt(QStringLiteral("Twilio"))));
    }
    const QString status = base::textAt(*body, "status");
    const auto code = base::integerAt(*body, "error_code");
    if (status == QLatin1String("failed") || status == QLatin1String("undelivered") ||
        status == QLatin1String("canceled")) {
        return fail(twilioCode(code.value_or(0)));
    }
    return Receipt{id, code ? QStringLiteral("%1 %2").arg(status).arg(*code) : status};
}

Result<QString> accountOf(const Result<http::Response>& answer)
{
    if (!answer) {
        return fail(withKey(answer.error()));
    }
    if (answer->status != 200) {
        return fail(twilioError(*answer));
    }
    const auto body = base::parseJson(answer->body);
    const QString status = body ? base::textAt(*body, "status") : QString();
    if (status != QLatin1String("active")) {
        return fail(ErrorCode::Forbidden, QStringLiteral("Twilio says the account is \"%1\"").arg(status),
                    QStringLiteral("notice.smsRefused"));
    }
    return status;
}

} // namespace

Error twilioCode(qint64 number)
{
    const QString detail = QStringLiteral("Twilio error %1").arg(number);
    const auto known = std::ranges::find(meanings, number, &Meaning::number);
    return known == meanings.end() ? Error{ErrorCode::InvalidInput, QStringLiteral("notice.rejected"), detail}
                                   : Error{known->code, QString::fromLatin1(known->key), detail};
}

Error twilioError(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const auto number = body ? base::integerAt(*body, "code") : std::nullopt;
    // A server's own failure says nothing about the effect, whatever code stands in it.
    if (!number || response.status >= 500) {
        return withKey(channels::statusFailure(response, QStringLiteral("Twilio")));
    }
    Error error = twilioCode(*number);
    if (std::ranges::find(meanings, *number, &Meaning::number) == meanings.end()) {
        error.code = channels::statusFailure(response, QStringLiteral("Twilio")).code;
        error.key = keyFor(error.code);
    }
    error.retryAfter = channels::retryAfter(response);
    return error;
}

TwilioSender::TwilioSender(Setup setup, std::function<QString()> token, http::Client& client)
    : m_setup(std::move(setup))
    , m_token(std::move(token))
    , m_client(client)
{
}

http::Request TwilioSender::request(const QByteArray& method, const QString& resource) const
{
    http::Request request;
    request.method = method;
    request.url = m_setup.apiBase;
    request.url.setPath(m_setup.apiBase.path() +
                        QStringLiteral("/2010-04-01/Accounts/%1%2.json").arg(m_setup.account, resource));
    request.headers = {
        {"Authorization", "Basic " + (m_setup.account + QLatin1Char(':') + m_token()).toUtf8().toBase64()},
        {"Accept", "application/json"}};
    request.timeout = m_setup.timeout;
    return request;
}

Future<Receipt> TwilioSender::send(const Message& message)
{
    if (!message.to.phone) {
        return base::ready<Receipt>(fail(ErrorCode::InvalidInput, QStringLiteral("the member of staff has no phone"),
                                         QStringLiteral("notice.noAddress")));
    }
    if (message.text.isEmpty() || message.text.size() > longest) {
        return base::ready<Receipt>(fail(ErrorCode::InvalidInput,
                                         QStringLiteral("a text message has 1 to %1 characters").arg(longest),
                                         QStringLiteral("notice.tooLong")));
    }
    auto request = this->request("POST", QStringLiteral("/Messages"));
    request.headers.append(std::pair<QByteArray, QByteArray>("Content-Type", "application/x-www-form-urlencoded"));
    const bool service = m_setup.from.startsWith(QLatin1String("MG"));
    request.body = field("To", message.to.phone->e164()) + '&' +
                   field(service ? "MessagingServiceSid" : "From", m_setup.from) + '&' + field("Body", message.text);
    if (!m_setup.publicUrl.isEmpty()) {
        request.body +=
            '&' + field("StatusCallback",
                        QString::fromLatin1(twilioCallback(m_setup.publicUrl, message.reference).toEncoded()));
    }
    return m_client.send(request).then(receiptOf);
}

Future<QString> TwilioSender::check()
{
    return m_client.send(request("GET", {})).then(accountOf);
}

} // namespace delpek::notify
