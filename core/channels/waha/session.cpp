// SPDX-License-Identifier: GPL-3.0-or-later
#include "channels/waha/session.h"

#include "base/json.h"

#include <array>

namespace delpek::channels::waha
{

namespace
{

struct Row {
    const char* status;
    const char* key;
    const char* remedy;
};

constexpr auto faults = std::to_array<Row>({
    {"STOPPED", "channel.wahaStopped", "start the session in WAHA's dashboard"},
    {"STARTING", "channel.wahaStarting", "wait a minute; restart the session in WAHA's dashboard if it stays so"},
    {"SCAN_QR_CODE", "channel.wahaPairing",
     "open WAHA's dashboard and scan the code with the clinic's phone: WhatsApp, Linked devices"},
    {"PASSKEY_REQUIRED", "channel.wahaPasskey", "finish the linking in WAHA's dashboard with the phone's passkey"},
    {"PASSKEY_CONFIRMATION_REQUIRED", "channel.wahaPasskey",
     "finish the linking in WAHA's dashboard with the phone's passkey"},
    {"FAILED", "channel.wahaFailed",
     "restart the session in WAHA's dashboard; if that does not help, log it out and link the phone again"},
});

const Row* find(const QString& status)
{
    const auto found =
        std::find_if(faults.begin(), faults.end(), [&](const Row& row) { return status == QLatin1String(row.status); });
    return found == faults.end() ? nullptr : &*found;
}

const QString working = QStringLiteral("WORKING");

} // namespace

bool isStatus(const QString& word)
{
    return word == working || find(word);
}

std::optional<Error> faultOf(const QString& status)
{
    if (status == working) {
        return std::nullopt;
    }
    if (const Row* row = find(status)) {
        return Error{
            ErrorCode::Unavailable, QString::fromLatin1(row->key),
            QStringLiteral("the WAHA session is %1: %2").arg(QLatin1String(row->status), QLatin1String(row->remedy))};
    }
    return Error{ErrorCode::Unavailable, QStringLiteral("channel.wahaFailed"),
                 QStringLiteral("the WAHA session has a status that Delpek does not know: look at WAHA's dashboard")};
}

std::optional<AccountState> accountStateOf(const QByteArray& raw, const QString& session)
{
    // Nearly every delivery is a message: it is not read twice.
    if (!raw.contains("session.status")) {
        return std::nullopt;
    }
    const auto body = base::parseJson(raw);
    if (!body || base::textAt(*body, "event") != QLatin1String("session.status") ||
        base::textAt(*body, "session") != session) {
        return std::nullopt;
    }
    const base::Json& payload = base::at(*body, "payload");
    const QString status = base::textAt(payload, "status");
    if (status.isEmpty()) {
        return std::nullopt;
    }
    qint64 newest = base::integerAt(*body, "timestamp").value_or(0);
    const base::Json& history = base::at(payload, "statuses");
    for (const base::Json& entry : history.is_array() ? history : base::Json::array()) {
        newest = std::max(newest, base::integerAt(entry, "timestamp").value_or(0));
    }
    return AccountState{faultOf(status), base::fromMillis(std::clamp<qint64>(newest, 0, 253'402'300'799'000))};
}

} // namespace delpek::channels::waha
