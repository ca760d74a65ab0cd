// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/errors.h"

#include "base/json.h"
#include "channels/failures.h"

#include <array>

namespace delpek::channels::whatsapp
{

namespace
{

using namespace std::chrono_literals;

struct Row {
    int first;
    int last;
    ErrorCode code;
    const char* key;
    base::Duration wait = 0ms; ///< 0: the caller's own backoff
};

constexpr auto table = std::to_array<Row>({
    // The token.
    {0, 0, ErrorCode::Unauthorised, "send.tokenRefused"},
    {190, 190, ErrorCode::Unauthorised, "send.tokenRefused"},
    // The platform: later.
    {1, 2, ErrorCode::Unavailable, "send.unavailable"},
    {131000, 131000, ErrorCode::Unavailable, "send.unavailable"},
    {131016, 131016, ErrorCode::Unavailable, "send.unavailable"},
    {133004, 133004, ErrorCode::Unavailable, "send.unavailable"},
    {131057, 131057, ErrorCode::Unavailable, "send.unavailable", 5min},
    // Rates: later, slower.
    {4, 4, ErrorCode::RateLimited, "send.rateLimited", 2min},
    {80007, 80007, ErrorCode::RateLimited, "send.rateLimited", 2min},
    {130429, 130429, ErrorCode::RateLimited, "send.rateLimited"},
    {131056, 131056, ErrorCode::RateLimited, "send.rateLimited", 6s},
    {132069, 132069, ErrorCode::RateLimited, "send.rateLimited"},
    // How the account is set up.
    {3, 3, ErrorCode::Forbidden, "send.permissionMissing"},
    {10, 10, ErrorCode::Forbidden, "send.permissionMissing"},
    {200, 299, ErrorCode::Forbidden, "send.permissionMissing"},
    {131005, 131005, ErrorCode::Forbidden, "send.permissionMissing"},
    {33, 33, ErrorCode::Forbidden, "send.configuration"},
    {131037, 131037, ErrorCode::Forbidden, "send.displayName"},
    {131042, 131042, ErrorCode::Forbidden, "send.paymentMissing"},
    {131045, 131045, ErrorCode::Forbidden, "send.notRegistered"},
    {133000, 133016, ErrorCode::Forbidden, "send.notRegistered"},
    {131030, 131030, ErrorCode::Forbidden, "send.testRecipientsOnly"},
    // Policy.
    {368, 368, ErrorCode::Forbidden, "send.accountRestricted"},
    {131031, 131031, ErrorCode::Forbidden, "send.accountRestricted"},
    {131048, 131048, ErrorCode::Forbidden, "send.spamRestricted"},
    {130497, 130497, ErrorCode::Forbidden, "send.countryRestricted"},
    {130472, 130472, ErrorCode::Forbidden, "send.withheld"},
    {131049, 131049, ErrorCode::Forbidden, "send.withheld", 24h},
    {131050, 131050, ErrorCode::Forbidden, "send.optedOut"},
    {131063, 131064, ErrorCode::Forbidden, "send.withheld"},
    {131047, 131047, ErrorCode::WindowClosed, "send.windowClosed"},
    // The patient's side.
    {130403, 130403, ErrorCode::Unreachable, "send.blockedByClinic"},
    {131021, 131021, ErrorCode::Unreachable, "send.ownNumber"},
    {131026, 131026, ErrorCode::Unreachable, "send.unreachable"},
    {131062, 131062, ErrorCode::Unreachable, "send.numberNeeded"},
    // This message.
    {100, 100, ErrorCode::InvalidInput, "send.rejected"},
    {131008, 131009, ErrorCode::InvalidInput, "send.rejected"},
    {131051, 131051, ErrorCode::InvalidInput, "send.rejected"},
    {135000, 135000, ErrorCode::InvalidInput, "send.rejected"},
    {131052, 131053, ErrorCode::InvalidInput, "send.fileRefused"},
    // Templates, when sent and when created.
    {132000, 132000, ErrorCode::InvalidInput, "send.templateFields"},
    {132001, 132001, ErrorCode::InvalidInput, "send.templateMissing"},
    {132005, 132005, ErrorCode::InvalidInput, "send.templateFields"},
    {132012, 132012, ErrorCode::InvalidInput, "send.templateFields"},
    {132015, 132015, ErrorCode::InvalidInput, "send.templatePaused"},
    {132016, 132016, ErrorCode::InvalidInput, "send.templateDisabled"},
    {132018, 132018, ErrorCode::InvalidInput, "send.templateFields"},
    {132000, 132099, ErrorCode::InvalidInput, "send.templateRefused"},
    {2388019, 2388019, ErrorCode::InvalidInput, "template.tooMany"},
    {2388000, 2388999, ErrorCode::InvalidInput, "template.refused"},
});

bool isOfTemplates(int subcode)
{
    return subcode >= 2388000 && subcode <= 2388999;
}

} // namespace

Error classifyCode(int code, int subcode)
{
    const QString detail = subcode == 0 ? QStringLiteral("WhatsApp error %1").arg(code)
                                        : QStringLiteral("WhatsApp error %1, subcode %2").arg(code).arg(subcode);
    if (code == 100 && subcode == 33) {
        return {ErrorCode::Forbidden, QStringLiteral("send.configuration"),
                detail + QStringLiteral(": the phone number id does not exist or the token may not use it")};
    }
    // What is wrong with a template that was to be created stands in the subcode.
    const int telling = code == 100 && isOfTemplates(subcode) ? subcode : code;
    for (const Row& row : table) {
        if (telling >= row.first && telling <= row.last) {
            return {row.code, QString::fromLatin1(row.key), detail,
                    row.wait == 0ms ? std::nullopt : std::optional(row.wait)};
        }
    }
    return {ErrorCode::InvalidInput, QStringLiteral("send.rejected"), detail};
}

Error classify(const http::Response& response)
{
    const auto body = base::parseJson(response.body);
    const base::Json& reason = body ? base::at(*body, "error") : base::at({}, "error");
    const auto code = base::integerAt(reason, "code");
    if (!code || *code < 0 || *code > std::numeric_limits<int>::max()) {
        return statusFailure(response, QStringLiteral("WhatsApp"));
    }
    const qint64 subcode = base::integerAt(reason, "error_subcode").value_or(0);
    Error error = classifyCode(static_cast<int>(*code), static_cast<int>(qBound(qint64(0), subcode, qint64(INT_MAX))));
    if (const auto wait = retryAfter(response); wait && base::isTransient(error.code)) {
        error.retryAfter = wait;
    }
    error.detail += QStringLiteral(" (HTTP %1").arg(response.status);
    const QString trace = base::textAt(reason, "fbtrace_id").left(64);
    error.detail += trace.isEmpty() ? QStringLiteral(")") : QStringLiteral(", trace %1)").arg(trace);
    return error;
}

} // namespace delpek::channels::whatsapp
