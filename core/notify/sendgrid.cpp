// SPDX-License-Identifier: GPL-3.0-or-later
#include "notify/sendgrid.h"

#include "domain/email.h"
#include "base/json.h"
#include "channels/failures.h"
#include "notify/mime.h"

namespace delpek::notify
{

using base::Json;
using base::utf8;

namespace
{

QString keyFor(ErrorCode code)
{
    const QString fault = wayFault(domain::NoticeWay::Email, code);
    return code == ErrorCode::Timeout ? QStringLiteral("notice.unknown")
           : fault.isEmpty()          ? QStringLiteral("notice.rejected")
                                      : fault;
}

Error withKey(Error error)
{
    error.key = keyFor(error.code);
    return error;
}

} // namespace

Error sendGridError(const http::Response& response)
{
    Error error = withKey(channels::statusFailure(response, QStringLiteral("SendGrid")));
    // The field that was refused; the message beside it may repeat what was sent.
    const Json body = base::parseJson(response.body).value_or(Json());
    if (const Json& errors = base::at(body, "errors"); errors.is_array() && !errors.empty()) {
        const QString name = base::textAt(errors[0], "field");
        error.detail = QStringLiteral("SendGrid answered HTTP %1").arg(response.status) +
                       (name.isEmpty() ? QString() : QStringLiteral(" about ") + name.left(60));
        if (response.status == 400 && name.contains(QLatin1String("to.email"))) {
            error.key = QStringLiteral("notice.badAddress");
        }
    }
    return error;
}

SendGridSender::SendGridSender(Setup setup, std::function<QString()> key, http::Client& client)
    : m_setup(std::move(setup))
    , m_key(std::move(key))
    , m_client(client)
{
}

http::Request SendGridSender::request(const Message& message, bool sandbox) const
{
    Json body{
        {"personalizations", Json::array({{{"to", Json::array({{{"email", utf8(message.to.email)}}})},
                                           {"custom_args", {{"reference", utf8(message.reference)}}}}})},
        {"from", {{"email", utf8(m_setup.from)}, {"name", utf8(m_setup.fromName)}}},
        {"subject", utf8(message.subject)},
        {"content", Json::array({{{"type", "text/plain"}, {"value", utf8(message.text)}}})},
        {"tracking_settings",
         {{"click_tracking", {{"enable", false}, {"enable_text", false}}}, {"open_tracking", {{"enable", false}}}}}};
    if (sandbox) {
        body["mail_settings"] = {{"sandbox_mode", {{"enable", true}}}};
    }
    http::Request request;
    request.method = "POST";
    request.url = m_setup.apiBase;
    request.url.setPath(m_setup.apiBase.path() + QStringLiteral("/v3/mail/send"));
    request.headers = {{"Authorization", "Bearer " + m_key().toUtf8()}, {"Content-Type", "application/json"}};
    request.body = base::toBytes(body);
    request.timeout = m_setup.timeout;
    return request;
}

Future<Receipt> SendGridSender::send(const Message& message)
{
    if (const auto address = domain::checkEmail(message.to.email); !address) {
        return base::ready<Receipt>(fail(address.error()));
    }
    return m_client.send(request(message, false)).then([](const Result<http::Response>& answer) -> Result<Receipt> {
        if (!answer) {
            return fail(withKey(channels::transportFailure(answer.error())));
        }
        if (answer->status != 202) {
            return fail(sendGridError(*answer));
        }
        return Receipt{QString::fromLatin1(http::header(answer->headers, "X-Message-Id")), QStringLiteral("HTTP 202")};
    });
}

Future<QString> SendGridSender::check()
{
    Message probe;
    probe.to.email = m_setup.from;
    probe.subject = QStringLiteral("Delpek");
    probe.text = QStringLiteral("Delpek");
    probe.reference = QStringLiteral("check");
    return m_client.send(request(probe, true)).then([](const Result<http::Response>& answer) -> Result<QString> {
        if (!answer) {
            return fail(withKey(answer.error()));
        }
        if (answer->status != 200) {
            return fail(sendGridError(*answer));
        }
        return QStringLiteral("HTTP 200");
    });
}

} // namespace delpek::notify
