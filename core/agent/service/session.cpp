// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/service/session.h"

#include <algorithm>

namespace delpek::agent::service
{

namespace
{

constexpr int sessionVersion = 1;

} // namespace

bool Session::hasValue(const QString& key) const
{
    return std::ranges::find(values, key, &std::pair<QString, QString>::first) != values.end();
}

QString Session::value(const QString& key) const
{
    const auto found = std::ranges::find(values, key, &std::pair<QString, QString>::first);
    return found == values.end() ? QString() : found->second;
}

void Session::setValue(const QString& key, const QString& value)
{
    const auto found = std::ranges::find(values, key, &std::pair<QString, QString>::first);
    if (found == values.end()) {
        values.emplace_back(key, value);
    } else {
        found->second = value;
    }
}

void Session::dropValue(const QString& key)
{
    std::erase_if(values, [&](const auto& value) { return value.first == key; });
}

base::Json toJson(const Session& session)
{
    base::Json values = base::Json::array();
    for (const auto& [key, value] : session.values) {
        values.push_back({{"key", base::utf8(key)}, {"value", base::utf8(value)}});
    }
    return {{"version", sessionVersion},
            {"reference", base::utf8(session.reference)},
            {"service", base::utf8(session.service)},
            {"opened", qint64(base::toMillis(session.openedAt))},
            {"expires", qint64(base::toMillis(session.expiresAt))},
            {"role", base::utf8(base::toText(session.role))},
            {"stage", base::utf8(base::toText(session.stage))},
            {"at", session.at},
            {"misses", session.misses},
            {"child", base::utf8(session.childName)},
            {"patient", base::utf8(session.patient)},
            {"values", std::move(values)}};
}

std::optional<Session> sessionFromJson(const base::Json& json)
{
    const auto role = base::fromText<Role>(base::textAt(json, "role"));
    const auto stage = base::fromText<Stage>(base::textAt(json, "stage"));
    if (base::integerAt(json, "version") != sessionVersion || !role || !stage) {
        return std::nullopt;
    }
    Session session;
    session.reference = base::textAt(json, "reference");
    session.service = base::textAt(json, "service");
    session.openedAt = base::fromMillis(base::integerAt(json, "opened").value_or(0));
    session.expiresAt = base::fromMillis(base::integerAt(json, "expires").value_or(0));
    session.role = *role;
    session.stage = *stage;
    session.at = int(base::integerAt(json, "at").value_or(0));
    session.misses = int(base::integerAt(json, "misses").value_or(0));
    session.childName = base::textAt(json, "child");
    session.patient = base::textAt(json, "patient");
    for (const auto& value : base::at(json, "values")) {
        session.values.emplace_back(base::textAt(value, "key"), base::textAt(value, "value"));
    }
    return session;
}

} // namespace delpek::agent::service
