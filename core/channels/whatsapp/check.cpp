// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/check.h"

#include "base/await.h"
#include "channels/whatsapp/graph.h"
#include "channels/whatsapp/templateservice.h"

#include <QDateTime>

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;

namespace
{

constexpr auto soon = std::chrono::hours(7 * 24);

Finding finding(const char* subject, FindingState state, const char* key, const QString& detail)
{
    return {QString::fromLatin1(subject), state,
            *key == '\0' ? QString() : QStringLiteral("check.whatsapp.") + QLatin1String(key), detail};
}

Finding good(const char* subject, const QString& detail)
{
    return finding(subject, FindingState::Good, "", detail);
}

Finding fault(const char* subject, const char* key, const QString& detail)
{
    return finding(subject, FindingState::Fault, key, detail);
}

Finding attention(const char* subject, const char* key, const QString& detail)
{
    return finding(subject, FindingState::Attention, key, detail);
}

/// What a call that failed tells; `unknown` is the key for an object that Meta does not know.
Finding failed(const char* subject, const char* unknown, const Error& error)
{
    switch (error.code) {
    case ErrorCode::Unauthorised:
        return fault("token", "tokenRefused", error.detail);
    case ErrorCode::Forbidden:
        return error.key == QLatin1String("send.configuration") ? fault(subject, unknown, error.detail)
                                                                : fault("token", "tokenPermission", error.detail);
    default:
        return fault(subject, "notAnswered", error.detail);
    }
}

class Check
{
public:
    Check(const CheckSetup& setup, http::Client& client, base::Instant now)
        : m_setup(setup)
        , m_client(client)
        , m_now(now)
    {
    }

    Findings run()
    {
        if (m_setup.token.isEmpty()) {
            return {fault("token", "tokenMissing", QStringLiteral("the secret whatsapp.access-token is not stored"))};
        }
        const auto seen = get(m_setup.endpoint.phoneNumberId,
                              "display_phone_number,verified_name,status,quality_rating,name_status,throughput");
        if (!seen && seen.error().code != ErrorCode::Forbidden) {
            // Without an answer, or with a token that is none, nothing else can be told.
            return {failed("number", "numberUnknown", seen.error())};
        }
        Findings findings{token()};
        findings.push_back(seen ? number(*seen) : failed("number", "numberUnknown", seen.error()));
        if (m_setup.businessAccountId.isEmpty()) {
            const QString detail = QStringLiteral("the setting whatsapp.business-account-id is empty");
            findings.push_back(attention("subscription", "accountIdMissing", detail));
            findings.push_back(attention("templates", "accountIdMissing", detail));
            return findings;
        }
        findings.push_back(subscription());
        findings.push_back(templates());
        return findings;
    }

private:
    Result<Json> get(const QString& path, const char* fields)
    {
        QUrlQuery query;
        if (*fields != '\0') {
            query.addQueryItem(QStringLiteral("fields"), QLatin1String(fields));
        }
        return base::await(ask(m_client, call(m_setup.endpoint, m_setup.token, "GET", path, m_timeout, query)));
    }

    /// Meta took the token already; its end and its permissions are told to who asks.
    Finding token()
    {
        QUrlQuery query;
        query.addQueryItem(QStringLiteral("input_token"), QString::fromLatin1(QUrl::toPercentEncoding(m_setup.token)));
        const auto told = base::await(ask(
            m_client, call(m_setup.endpoint, m_setup.token, "GET", QStringLiteral("debug_token"), m_timeout, query)));
        if (!told) {
            return good("token", QStringLiteral("taken; its end is not told"));
        }
        const Json& data = at(*told, "data");
        m_appId = textAt(data, "app_id");
        if (!base::boolAt(data, "is_valid", true)) {
            return fault("token", "tokenRefused", QStringLiteral("Meta calls it invalid"));
        }
        QStringList lacking{QStringLiteral("whatsapp_business_messaging"),
                            QStringLiteral("whatsapp_business_management")};
        const Json& scopes = at(data, "scopes");
        for (const Json& scope : scopes.is_array() ? scopes : Json::array()) {
            lacking.removeAll(scope.is_string() ? QString::fromStdString(scope.get<std::string>()) : QString());
        }
        if (scopes.is_array() && !lacking.isEmpty()) {
            const QString detail = QStringLiteral("it lacks ") + lacking.join(QStringLiteral(", "));
            // Without the first nothing can be sent; without the second templates cannot be looked after.
            return lacking.size() == 1 && lacking.front().endsWith(QLatin1String("management"))
                       ? attention("token", "tokenPermission", detail)
                       : fault("token", "tokenPermission", detail);
        }
        const qint64 seconds = base::integerAt(data, "expires_at").value_or(0);
        if (seconds <= 0) {
            return good("token", QStringLiteral("taken; it does not expire"));
        }
        const QString end = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
        return base::fromMillis(seconds * 1000) - m_now < soon
                   ? attention("token", "tokenExpires", QStringLiteral("it expires ") + end)
                   : good("token", QStringLiteral("taken; it expires ") + end);
    }

    static Finding number(const Json& seen)
    {
        const QString status = textAt(seen, "status");
        const QString quality = textAt(seen, "quality_rating");
        const QString name = textAt(seen, "name_status");
        const QString detail = QStringLiteral("status %1, quality %2, name %3, throughput %4")
                                   .arg(status, quality, name, textAt(at(seen, "throughput"), "level"));
        if (!status.isEmpty() && status != QLatin1String("CONNECTED")) {
            return fault("number", "numberOffline", detail);
        }
        if (quality == QLatin1String("RED") || quality == QLatin1String("YELLOW")) {
            return attention("number", "numberQuality", detail);
        }
        if (name == QLatin1String("DECLINED") || name == QLatin1String("EXPIRED")) {
            return attention("number", "numberName", detail);
        }
        return good("number", detail);
    }

    Finding subscription()
    {
        const auto seen = get(m_setup.businessAccountId + QStringLiteral("/subscribed_apps"), "");
        if (!seen) {
            return failed("subscription", "accountUnknown", seen.error());
        }
        const Json& apps = at(*seen, "data");
        bool ours = false;
        for (const Json& app : apps.is_array() ? apps : Json::array()) {
            const QString id = textAt(at(app, "whatsapp_business_api_data"), "id");
            ours = ours || m_appId.isEmpty() || id == m_appId;
        }
        return ours ? good("subscription", QStringLiteral("the app gets the account's deliveries"))
                    : fault("subscription", "notSubscribed",
                            QStringLiteral("%1 apps are subscribed, the token's app is not")
                                .arg(apps.is_array() ? apps.size() : 0));
    }

    Finding templates()
    {
        const auto known = base::await(
            readTemplates(m_client, {m_setup.endpoint, m_setup.businessAccountId, m_setup.token, m_timeout}));
        if (!known) {
            return failed("templates", "accountUnknown", known.error());
        }
        QStringList missing;
        QStringList pending;
        QStringList refused;
        for (const Template& one : m_setup.templates) {
            const RemoteTemplate* remote = findRemote(*known, one);
            const QString name = QStringLiteral("%1 (%2)").arg(one.name, one.language);
            if (!remote) {
                missing << name;
            } else if (remote->state == QLatin1String("pending") || remote->state == QLatin1String("in_appeal")) {
                pending << name;
            } else if (!mayBeSent(remote->state)) {
                refused << name + QStringLiteral(" ") + remote->state;
            }
        }
        if (!refused.isEmpty()) {
            return fault("templates", "templatesRejected", refused.join(QStringLiteral(", ")));
        }
        if (!missing.isEmpty()) {
            return attention("templates", "templatesMissing", missing.join(QStringLiteral(", ")));
        }
        if (!pending.isEmpty()) {
            return attention("templates", "templatesPending", pending.join(QStringLiteral(", ")));
        }
        return good("templates", QStringLiteral("%1 approved").arg(m_setup.templates.size()));
    }

    const CheckSetup& m_setup;
    http::Client& m_client;
    const base::Instant m_now;
    const base::Duration m_timeout = std::chrono::seconds(15);
    QString m_appId;
};

} // namespace

Findings check(const CheckSetup& setup, http::Client& client, base::Instant now)
{
    return Check(setup, client, now).run();
}

} // namespace delpek::channels::whatsapp
