// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/whatsapp/statuses.h"

#include "channels/whatsapp/errors.h"

namespace delpek::channels::whatsapp
{

using base::at;
using base::Json;
using base::textAt;
using domain::Event;

namespace
{

std::optional<domain::DeliveryState> stateOf(const QString& status)
{
    using domain::DeliveryState;
    if (status == QLatin1String("sent")) {
        return DeliveryState::Sent;
    }
    if (status == QLatin1String("delivered")) {
        return DeliveryState::Delivered;
    }
    if (status == QLatin1String("read") || status == QLatin1String("played")) {
        return DeliveryState::Read;
    }
    if (status == QLatin1String("failed")) {
        return DeliveryState::Failed;
    }
    return std::nullopt;
}

} // namespace

Event statusEvent(const Value& value, const Json& status, const QString& path)
{
    const QString id = textAt(status, "id");
    const auto when = timeAt(status, "timestamp");
    const QString word = textAt(status, "status");
    if (id.isEmpty()) {
        return malformed(path + QStringLiteral(".id"));
    }
    if (word.isEmpty()) {
        return malformed(path + QStringLiteral(".status"));
    }
    if (!when) {
        return malformed(path + QStringLiteral(".timestamp"));
    }
    const auto state = stateOf(word);
    if (!state) {
        return domain::Ignored{QStringLiteral("status ") + safeWord(word)};
    }
    domain::DeliveryReported report;
    report.account = value.account;
    report.providerId = id;
    report.state = *state;
    report.at = *when;
    report.reference = textAt(status, "biz_opaque_callback_data");
    if (*state == domain::DeliveryState::Failed) {
        const Json& errors = at(status, "errors");
        const qint64 code =
            errors.is_array() && !errors.empty() ? base::integerAt(errors.front(), "code").value_or(0) : 0;
        report.errorCode = code > 0 && code <= std::numeric_limits<int>::max() ? static_cast<int>(code) : 0;
        // Code 0 is a token error only where Meta says so.
        report.errorKey = report.errorCode == 0 ? QStringLiteral("send.rejected") : classifyCode(report.errorCode).key;
    }
    return report;
}

} // namespace delpek::channels::whatsapp
